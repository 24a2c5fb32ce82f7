"""A bundle gives back the pipeline that was packed, and nothing else is taken for one."""

from __future__ import annotations

import hashlib

import numpy
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vectors import Vectors

from claims.extraction import bundle
from claims.extraction.bundle import MAGIC, PREFIX, UnreadableBundle
from claims.extraction.tagging import labels
from claims.extraction.train.__main__ import DATA

SENTENCES = [
    ("Prices fell sharply .", "NNS VBD RB .", [1, 1, 1, 1], "nsubj ROOT advmod punct"),
    ("Ada denied it .", "NNP VBD PRP .", [1, 1, 1, 1], "nsubj ROOT obj punct"),
    ("Ships carry coal .", "NNS VBP NN .", [1, 1, 1, 1], "nsubj ROOT obj punct"),
]


def small_pipeline():
    """A tagger, lemmatiser and parser that have seen three sentences."""
    nlp = spacy.blank("en")
    nlp.meta.update(name="small", version="0.1")
    nlp.add_pipe("tagger")
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    examples = []
    for text, tags, heads, deps in SENTENCES:
        words = text.split()
        gold = Doc(
            nlp.vocab,
            words=words,
            tags=tags.split(),
            heads=heads,
            deps=deps.split(),
            lemmas=[word.lower().rstrip("s") for word in words],
        )
        examples.append(Example(nlp.make_doc(gold.text), gold))
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(12):
        nlp.update(examples, sgd=optimizer)
    return nlp


@pytest.fixture(scope="module")
def nlp():
    return small_pipeline()


@pytest.fixture(scope="module")
def content(nlp, tmp_path_factory):
    """Bytes of the packed pipeline."""
    path = tmp_path_factory.mktemp("packed") / "small.spz"
    bundle.pack(nlp, path, licence="Share alike.", notice="Made from three sentences.")
    return path.read_bytes()


@pytest.fixture
def packed(content, tmp_path):
    path = tmp_path / "small.spz"
    path.write_bytes(content)
    return path


def readings(nlp, text):
    return [(token.text, token.tag_, token.lemma_, token.head.i, token.dep_) for token in nlp(text)]


class TestPack:
    def test_predictions_survive(self, nlp, packed):
        loaded = bundle.load(packed)

        for text, *_ in SENTENCES:
            assert readings(loaded, text) == readings(nlp, text)
        assert readings(loaded, "Ada denied it .")[1][1] == "VBD"

    def test_header_tells_name_licence_and_notice(self, packed):
        header = bundle.read_header(packed)

        assert (header.name, header.version, header.language) == ("en_small", "0.1", "en")
        assert header.licence == "Share alike."
        assert header.notice == "Made from three sentences."

    def test_the_same_pipeline_gives_the_same_file(self, nlp, packed, tmp_path):
        again = tmp_path / "again.spz"
        bundle.pack(nlp, again, licence="Share alike.", notice="Made from three sentences.")

        assert again.read_bytes() == packed.read_bytes()

    def test_refuses_word_vectors(self, tmp_path):
        nlp = spacy.blank("en")
        nlp.vocab.vectors = Vectors(data=numpy.ones((1, 2), dtype="float32"), keys=["coal"])

        with pytest.raises(ValueError, match="vectors"):
            bundle.pack(nlp, tmp_path / "large.spz", licence="", notice="")


class TestLoad:
    def test_refuses_another_kind_of_file(self, tmp_path):
        path = tmp_path / "letter.spz"
        path.write_bytes(b"Dear Rosa, " * 20)

        with pytest.raises(UnreadableBundle, match="not a language bundle"):
            bundle.load(path)

    def test_refuses_another_format(self, packed):
        content = packed.read_bytes()
        packed.write_bytes(MAGIC + (99).to_bytes(2, "big") + content[10:])

        with pytest.raises(UnreadableBundle, match="format 99; this version reads format 1"):
            bundle.load(packed)

    @pytest.mark.parametrize("place", [60, -1])
    def test_refuses_a_changed_byte(self, packed, place):
        content = bytearray(packed.read_bytes())
        content[place] ^= 1
        packed.write_bytes(bytes(content))

        with pytest.raises(UnreadableBundle, match="checksum"):
            bundle.load(packed)

    def test_refuses_half_a_file(self, packed):
        content = packed.read_bytes()
        packed.write_bytes(content[: len(content) // 2])

        with pytest.raises(UnreadableBundle, match="checksum"):
            bundle.load(packed)

    def test_refuses_what_does_not_unpack(self, packed):
        body = b"{}" + b"not compressed"
        packed.write_bytes(PREFIX.pack(MAGIC, 1, 2, hashlib.sha256(body).digest()) + body)

        with pytest.raises(UnreadableBundle):
            bundle.load(packed)

    def test_misses_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(FileNotFoundError):
            bundle.load(tmp_path / "none.spz")


@pytest.fixture(scope="module")
def english():
    return bundle.load(DATA / "en.spz")


def word(doc, text):
    return next(token for token in doc if token.text == text)


class TestEnglishBundle:
    def test_is_small(self):
        assert (DATA / "en.spz").stat().st_size < 2_200_000

    def test_carries_its_licence_and_sources(self):
        header = bundle.read_header(DATA / "en.spz")

        assert header.licence == (DATA / "LICENSE-model").read_text(encoding="utf-8")
        assert header.notice == (DATA / "NOTICE").read_text(encoding="utf-8")
        assert "ShareAlike" in header.licence
        assert "English Web Treebank" in header.notice

    def test_finds_speaker_and_content(self, english):
        doc = english("Ada Holm, the minister, said that exports had fallen by a third.")
        said = word(doc, "said")

        assert labels.subject_of(said).text in ("Ada", "minister")
        fallen = word(doc, "fallen")
        assert (fallen.dep_, fallen.head) == ("ccomp", said)
        assert labels.subject_of(fallen).text == "exports"

    def test_reads_curly_quotation_marks(self, english):
        doc = english("“We have nothing to hide,” Holm told reporters.")

        assert labels.subject_of(word(doc, "told")).text == "Holm"
        assert [token.tag_ for token in doc if token.text in "“”"] == ["``", "''"]

    def test_reads_a_passive_with_its_agent(self, english):
        doc = english("The bridge was closed by the council after two cracks were found.")
        closed = word(doc, "closed")

        assert labels.subject_of(closed).text == "bridge"
        assert labels.subject_of(closed).dep_ == "nsubj:pass"
        assert word(doc, "council").head == closed

    def test_shares_a_subject_between_verbs(self, english):
        doc = english("The company bought the port and sold its ships.")

        assert labels.subject_of(word(doc, "sold")).text == "company"
        assert labels.object_of(word(doc, "sold")).text == "ships"

    @pytest.mark.parametrize(
        ("text", "form", "lemma"),
        [
            ("He denied it.", "denied", "deny"),
            ("They were told.", "told", "tell"),
            ("She says so.", "says", "say"),
            ("The cities grew.", "cities", "city"),
            ("It was dropping.", "dropping", "drop"),
        ],
    )
    def test_knows_base_forms(self, english, text, form, lemma):
        assert word(english(text), form).lemma_ == lemma

    def test_keeps_sentence_starts_that_were_set(self, english):
        doc = english.make_doc("HARBOUR OPENS\nThe harbour opened on Monday.")
        for token in doc:
            token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "\n"
        doc = english(doc)

        assert [sent.text.strip() for sent in doc.sents] == [
            "HARBOUR OPENS",
            "The harbour opened on Monday.",
        ]
