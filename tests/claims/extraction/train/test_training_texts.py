"""Training texts keep their trees, whatever is done to them."""

from __future__ import annotations

import gzip
import random

import pytest
import spacy

from claims.extraction.train.__main__ import main
from claims.extraction.train.reporting import Reporter, clauses, reports, subject_end
from claims.extraction.train.treebank import (
    capital_lede,
    curly,
    plain,
    read_documents,
    scare_quoted,
    varied,
    without,
)

CONLLU = """\
# newdoc id = letters-1
# newpar
# sent_id = letters-1-1
# text = "It doesn't work," Ada said.
1	"	"	PUNCT	``	_	5	punct	_	SpaceAfter=No
2	It	it	PRON	PRP	_	5	nsubj	_	_
3-4	doesn't	_	_	_	_	_	_	_	_
3	does	do	AUX	VBZ	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	work	work	VERB	VB	_	9	ccomp	_	SpaceAfter=No
6	,	,	PUNCT	,	_	5	punct	_	SpaceAfter=No
7	"	"	PUNCT	''	_	5	punct	_	_
8	Ada	Ada	PROPN	NNP	_	9	nsubj	_	_
9	said	say	VERB	VBD	_	0	root	_	SpaceAfter=No
10	.	.	PUNCT	.	_	9	punct	_	_

# sent_id = letters-1-2
# text = The old pump in the cellar broke on Monday.
1	The	the	DET	DT	_	3	det	_	_
2	old	old	ADJ	JJ	_	3	amod	_	_
3	pump	pump	NOUN	NN	_	7	nsubj	_	_
4	in	in	ADP	IN	_	6	case	_	_
5	the	the	DET	DT	_	6	det	_	_
6	cellar	cellar	NOUN	NN	_	3	nmod	_	_
7	broke	break	VERB	VBD	_	0	root	_	_
8	on	on	ADP	IN	_	9	case	_	_
9	Monday	Monday	PROPN	NNP	_	7	obl	_	SpaceAfter=No
10	.	.	PUNCT	.	_	7	punct	_	_

# newdoc id = letters-2
# sent_id = letters-2-1
# text = gimme it
1-2	gimme	_	_	_	_	_	_	_	_
1	give	give	VERB	VB	_	0	root	_	_
2	me	me	PRON	PRP	_	1	iobj	_	_
3	it	it	PRON	PRP	_	1	obj	_	_

"""
VOCAB = spacy.blank("en").vocab


@pytest.fixture
def documents(tmp_path):
    path = tmp_path / "letters-train.conllu.gz"
    path.write_bytes(gzip.compress(CONLLU.encode()))
    return list(read_documents(path))


@pytest.fixture
def said(documents):
    return documents[0].sentences[0]


@pytest.fixture
def broke(documents):
    return documents[0].sentences[1]


def arcs(sentence):
    """Pairs of word and governor, marks left out."""
    words = sentence.words
    return {
        (word.form.lower(), words[word.head].form.lower()) for word in words if word.dep != "punct"
    }


def is_a_tree(sentence):
    words = sentence.words
    roots = [index for index, word in enumerate(words) if word.head == index]
    for index in range(len(words)):
        for _ in words:
            index = words[index].head
        if index not in roots:
            return False
    return len(roots) == 1


class TestReading:
    def test_restores_the_text(self, documents):
        doc = plain(VOCAB, documents[0].sentences)

        assert (
            doc.text == '"It doesn\'t work," Ada said. The old pump in the cellar broke on Monday.'
        )

    def test_keeps_heads_tags_and_lemmas(self, said):
        assert ("ada", "said") in arcs(said)
        assert [word.lemma for word in said.words[2:5]] == ["do", "not", "work"]

    def test_leaves_out_a_contraction_that_its_words_do_not_spell(self, documents):
        assert [document.name for document in documents] == ["letters-1"]


class TestRewriting:
    def test_curly_marks_change_only_the_marks(self, said):
        changed = curly(said)

        assert plain(VOCAB, [changed]).text == "“It doesn’t work,” Ada said."
        assert [word.head for word in changed.words] == [word.head for word in said.words]

    def test_a_dropped_mark_moves_no_arc(self, said):
        changed = without(said, {6})

        assert plain(VOCAB, [changed]).text == "\"It doesn't work, Ada said."
        assert arcs(changed) == arcs(said)

    def test_a_lede_in_capitals_keeps_its_tree(self, broke):
        changed = capital_lede(broke, 3)

        assert plain(VOCAB, [changed]).text.startswith("THE OLD PUMP in")
        assert arcs(changed) == arcs(broke)

    def test_a_quoted_phrase_keeps_its_tree(self, broke):
        for seed in range(20):
            changed = scare_quoted(broke, random.Random(seed))
            assert arcs(changed) == arcs(broke)
            assert is_a_tree(changed)
            assert plain(VOCAB, [changed]).text.count('"') == 2

    def test_every_rewriting_is_what_the_tokenizer_can_read(self, documents):
        nlp = spacy.blank("en")
        for seed in range(50):
            doc = varied(VOCAB, documents[0].sentences, random.Random(seed))
            assert nlp(doc.text).text == doc.text
            assert len(list(doc.sents)) == 2


class TestReportedSpeech:
    def test_takes_plain_statements_only(self, documents):
        assert [" ".join(word.form for word in words) for words in clauses(documents)] == [
            "The old pump in the cellar broke on Monday"
        ]

    def test_knows_where_the_subject_ends(self, documents):
        (words,) = clauses(documents)

        assert subject_end(words) == 6

    @pytest.mark.parametrize("frame", ["before", "after", "inside", "according", "denial"])
    def test_every_frame_is_a_tree_that_keeps_the_statement(self, documents, broke, frame):
        (words,) = clauses(documents)
        for seed in range(200):
            sentence = getattr(Reporter(random.Random(seed)), frame)(words, words)
            assert is_a_tree(sentence), [word.form for word in sentence.words]
            inner = {arc for arc in arcs(broke) if arc != ("broke", "broke")}
            assert inner <= arcs(sentence)

    def test_content_hangs_on_the_verb_of_saying(self, documents):
        (words,) = clauses(documents)
        for seed in range(50):
            sentence = Reporter(random.Random(seed)).before(words, words)
            root = next(word for index, word in enumerate(sentence.words) if word.head == index)
            broke = next(word for word in sentence.words if word.form == "broke")
            assert sentence.words[broke.head] == root
            assert broke.dep == "ccomp"

    def test_documents_parse_as_spacy_documents(self, documents):
        made = list(reports(documents, random.Random(1), count=30))

        assert sum(len(document.sentences) for document in made) >= 30
        for document in made:
            doc = plain(VOCAB, document.sentences)
            assert len(list(doc.sents)) == len(document.sentences)
            assert all(sentence.words[0].form[0] in '"“' or sentence.words[0].form[0].isupper()
                       for sentence in document.sentences)  # fmt: skip


class TestCommands:
    def test_prepare_writes_training_and_dev_texts(self, tmp_path, capsys):
        treebanks = tmp_path / "treebanks"
        treebanks.mkdir()
        for part in ("train", "dev"):
            (treebanks / f"letters-{part}.conllu").write_text(CONLLU, encoding="utf-8")

        folders = ["--treebanks", str(treebanks), "--out", str(tmp_path / "out")]
        main(["prepare", *folders, "--reported", "20"])

        assert (tmp_path / "out" / "train.spacy").stat().st_size
        assert (tmp_path / "out" / "dev.spacy").stat().st_size
        assert "training texts" in capsys.readouterr().out

    def test_prepare_names_the_missing_treebanks(self, tmp_path):
        with pytest.raises(SystemExit, match=r"No .*train\.conllu"):
            main(["prepare", "--treebanks", str(tmp_path), "--out", str(tmp_path / "out")])
