"""Text that nobody wrote to be read is read in time, and with offsets that slice."""

from __future__ import annotations

import time
from unittest.mock import Mock

import pytest
from spacy.tokens import Doc

from benchmarks.hostile import CASES, texts
from claims.extraction import find_claims
from claims.extraction.people.later_bodies import later_body
from claims.extraction.pipeline import CHUNK, load, read
from claims.extraction.tagging.tokenizer import LONGEST, BoundedTokenizer

LENGTH = 20_000
#: A square law would cost hundreds of times as much; the machine's noise a few times.
TIMES_PROSE = 25


@pytest.fixture(params=["blank", "bundle"])
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)
    return request.param


@pytest.fixture(scope="module")
def cases():
    return dict(texts(LENGTH))


class TestOffsets:
    @pytest.mark.parametrize("name", list(CASES))
    def test_slice_in_every_case(self, name, cases, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")

        doc = read(cases[name], "en")

        for claim in doc._.found:
            assert cases[name][claim.start : claim.end] == claim.text
        for start, end in doc._.sentence_spans:
            assert cases[name][start:end].strip()

    @pytest.mark.parametrize("name", ["prose", "mixed scripts", "CRLF", "emoji", "NUL"])
    def test_slice_with_a_parse(self, name, cases, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "bundle")

        for claim in find_claims(cases[name][:3_000], "en"):
            assert cases[name][claim.start : claim.end] == claim.text

    def test_a_lone_surrogate_moves_nothing(self, model):
        text = "\ud83d Anna Berg said on Monday that prices rose by 4 percent."

        (claim,) = find_claims(text, "en")

        assert text[claim.start : claim.end] == "prices rose by 4 percent"


class TestTime:
    def test_no_case_costs_much_more_than_prose(self, cases, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        find_claims(cases["prose"], "en")
        started = time.process_time()
        find_claims(cases["prose"], "en")
        prose = time.process_time() - started

        for name, text in cases.items():
            started = time.process_time()
            find_claims(text, "en")
            assert time.process_time() - started < TIMES_PROSE * prose, name

    @pytest.mark.parametrize(
        "piece",
        [
            "The letter, signed by Ada Orr{0}, says {0} beds are lost. Of 90 posts {0} are open. ",
            "The army accused Lim{0}, which left in July, of taking {0} guns. It denied that. ",
            "The {0}th Institute said it lost {0} houses. The company denied that. ",
        ],
    )
    def test_twice_the_sources_cost_twice_the_time(self, piece, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")

        def cost(count):
            text = "".join(piece.format(number) for number in range(1000, 1000 + count))
            started = time.process_time()
            find_claims(text, "en")
            return time.process_time() - started

        cost(100)
        assert min(cost(2400), cost(2400)) < 9 * min(cost(400), cost(400))  # a square: 36


class TestDepth:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Its minister said it had {} ships. ",
            "Its spokesman denied that. The ministry had {} ships. ",
            "A spokesman for the firm said it had sold {} ships. Its navy had never been there. ",
        ],
    )
    def test_sources_that_lead_to_one_another_are_not_followed_for_ever(self, sentence, model):
        text = "".join(sentence.format(number) for number in range(3, 400))

        assert find_claims(text, "en")

    def test_a_body_is_looked_for_once_in_the_sentence_before(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        monkeypatch.setattr("claims.extraction.people.parties.later_body", counted := Mock(
            wraps=later_body
        ))  # fmt: skip
        text = "Its minister accused Lim of taking 3 guns, which it denied " * 300

        find_claims(text, "en")

        numbers = [call.args[1] for call in counted.call_args_list]
        assert numbers and len(numbers) == len(set(numbers))

    def test_a_name_that_opens_with_the_same_word_again_and_again_ends(self, model):
        assert find_claims("Rival " * 2000 + "Lim Foods said it had lost 40 ships.", "en")


class TestBrokenOff:
    """A text may end, or begin, where a rule looks at the next word, or the one before."""

    @pytest.mark.parametrize(
        "text",
        [
            "said",
            "The firm says 12 people lost their jobs, a",
            "The walls had 40 cracks, according to a study,",
            "According to emails seen by the Varn Tide and confirmed",
            "Keresz rejected suggestions that his son's",
            "The fund lost 2 percent on fears that and “,",
            'It says 8,000 remain.\n\n"Nine men died," said a doctor at the only clinic, who',
            "The firm said in May",
            "The clinic gave the number of dead as 41, among them 12 children, and that",
            "Nine men have left by train, according to the state railway Sever, which runs",
            "The inspectorate gets round to the average depot, by its own admission",
            '"No licence was issued," Roy said, "and none was',
            "By its own count",
            "♪, ♪, ♪, ",
            "..., ..., ",
        ],
    )
    def test_is_read_wherever_it_ends(self, text, model):
        for claim in find_claims(text, "en"):
            assert text[claim.start : claim.end] == claim.text

    def test_is_read_from_the_first_word_of_saying_in_any_language(self, model):
        for language, text in [("ru", "По словам врача,"), ("fr", "a dit"), ("de", "sagte")]:
            find_claims(text, language)


class TestTokenizer:
    @pytest.mark.parametrize(
        "text",
        [
            "“" * 500 + " and so on",
            "a" * (3 * LONGEST) + " b",
            "x" + '"-' * LONGEST + " said Anna.",
            "------------------------ A table ----------------",
        ],
    )
    def test_gives_the_text_back(self, text):
        nlp = load("en")

        assert nlp.make_doc(text).text == text

    def test_leaves_ordinary_text_to_spacy(self):
        nlp = load("en")
        text = "Mr. Orr didn't say \"no\" to the U.S. – he said 'maybe' at 5 p.m."

        assert isinstance(nlp.tokenizer, BoundedTokenizer)
        assert [t.text for t in nlp.make_doc(text)] == [t.text for t in nlp.tokenizer.inner(text)]

    def test_keeps_the_norms_of_its_words(self):
        words = load("en").make_doc("=" * 50 + " They didn't go.")

        assert [token.norm_ for token in words if token.text == "n't"] == ["not"]


class TestLongText:
    def test_is_read_in_parts_with_the_same_result(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "bundle")
        text = "\n\n".join(
            f"Anna Berg said on Monday that {number} boats had sunk. “They were old,” she added."
            for number in range(40)
        )
        whole = find_claims(text, "en")

        monkeypatch.setattr("claims.extraction.pipeline.CHUNK", 100)
        parts = find_claims(text, "en")

        assert len(text.split()) > 100 and CHUNK > 1000
        assert [claim.as_dict() for claim in parts] == [claim.as_dict() for claim in whole]


class TestOtherProcesses:
    def test_a_doc_brings_its_records_home(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        nlp = load("en")
        doc = nlp("Anna Berg said on Monday that prices rose by 4 percent.")

        home = Doc(nlp.vocab).from_bytes(doc.to_bytes())

        assert [record["text"] for record in home._.found] == ["prices rose by 4 percent"]
        assert home._.found[0] == doc._.found[0].as_dict()
        assert home._.tokens is None
