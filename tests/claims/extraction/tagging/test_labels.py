"""The same questions get the same answers in both label schemes, and none without a parse."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from claims.extraction.tagging import labels

VOCAB = spacy.blank("en").vocab


def parsed(rows: str) -> Doc:
    """A Doc from lines "word tag head dep"; head is the index of a line."""
    cells = [line.split() for line in rows.strip().splitlines()]
    words, tags, heads, deps = zip(*cells, strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        tags=list(tags),
        heads=[int(head) for head in heads],
        deps=list(deps),
        lemmas=[word.lower() for word in words],
    )


def word(doc: Doc, text: str):
    return next(token for token in doc if token.text == text)


# "Minister Ada Holm said on Monday that prices were cut by the council ."
SAID_UD = parsed(
    """
    Minister NNP 3 nsubj
    Ada NNP 0 flat
    Holm NNP 0 flat
    said VBD 3 ROOT
    on IN 5 case
    Monday NNP 3 obl
    that IN 9 mark
    prices NNS 9 nsubj:pass
    were VBD 9 aux:pass
    cut VBN 3 ccomp
    by IN 12 case
    the DT 12 det
    council NN 9 obl:agent
    . . 3 punct
    """
)
SAID_CLEARNLP = parsed(
    """
    Minister NNP 2 compound
    Ada NNP 2 compound
    Holm NNP 3 nsubj
    said VBD 3 ROOT
    on IN 3 prep
    Monday NNP 4 pobj
    that IN 9 mark
    prices NNS 9 nsubjpass
    were VBD 9 auxpass
    cut VBN 3 ccomp
    by IN 9 agent
    the DT 12 det
    council NN 10 pobj
    . . 3 punct
    """
)


class TestReportedSpeech:
    @pytest.mark.parametrize("doc", [SAID_UD, SAID_CLEARNLP], ids=["ud", "clearnlp"])
    def test_gives_the_whole_name_of_the_subject(self, doc):
        start, end = labels.name_extent(labels.subject_of(word(doc, "said")))

        assert doc[start:end].text == "Minister Ada Holm"

    @pytest.mark.parametrize("doc", [SAID_UD, SAID_CLEARNLP], ids=["ud", "clearnlp"])
    def test_gives_the_whole_clause_and_its_subject(self, doc):
        clause = word(doc, "cut")
        start, end = labels.extent(clause)

        assert doc[start:end].text == "that prices were cut by the council"
        assert labels.subject_of(clause).text == "prices"
        assert labels.is_finite(clause)


# "Prices fell , she said , denying it ."
PAREN_UD = parsed(
    """
    Prices NNS 1 nsubj
    fell VBD 1 ROOT
    , , 4 punct
    she PRP 4 nsubj
    said VBD 1 parataxis
    , , 6 punct
    denying VBG 4 advcl
    it PRP 6 obj
    . . 1 punct
    """
)
PAREN_CLEARNLP = parsed(
    """
    Prices NNS 1 nsubj
    fell VBD 4 ccomp
    , , 4 punct
    she PRP 4 nsubj
    said VBD 4 ROOT
    , , 4 punct
    denying VBG 4 advcl
    it PRP 6 dobj
    . . 4 punct
    """
)


class TestReportingClauseAfterwards:
    @pytest.mark.parametrize("doc", [PAREN_UD, PAREN_CLEARNLP], ids=["ud", "clearnlp"])
    def test_lends_its_subject_to_a_participle(self, doc):
        denying = word(doc, "denying")

        assert labels.subject_of(denying).text == "she"
        assert labels.object_of(denying).text == "it"
        assert not labels.is_finite(denying)


# "The aide who spoke is not ready and resigned"
RELATIVE_UD = parsed(
    """
    The DT 1 det
    aide NN 6 nsubj
    who WP 3 nsubj
    spoke VBD 1 acl:relcl
    is VBZ 6 cop
    not RB 6 advmod
    ready JJ 6 ROOT
    and CC 8 cc
    resigned VBD 6 conj
    """
)
RELATIVE_CLEARNLP = parsed(
    """
    The DT 1 det
    aide NN 4 nsubj
    who WP 3 nsubj
    spoke VBD 1 relcl
    is VBZ 4 ROOT
    not RB 4 neg
    ready JJ 4 acomp
    and CC 4 cc
    resigned VBD 4 conj
    """
)


class TestSharedSubjects:
    @pytest.mark.parametrize("doc", [RELATIVE_UD, RELATIVE_CLEARNLP], ids=["ud", "clearnlp"])
    @pytest.mark.parametrize("verb", ["spoke", "is", "resigned"])
    def test_reach_every_verb(self, doc, verb):
        assert labels.subject_of(word(doc, verb)).text == "aide"


# "According to the office of Ada"
class TestNoParse:
    def test_answers_nothing(self):
        doc = spacy.blank("en")("She said that prices fell .")

        assert not labels.has_parse(doc)
        assert not labels.has_tags(doc)
        assert labels.subject_of(doc[1]) is None
        assert labels.object_of(doc[1]) is None
        assert not labels.is_verb(doc[1])

    def test_knows_a_parse_and_tags_when_it_sees_them(self):
        assert labels.has_parse(SAID_UD)
        assert labels.has_tags(SAID_UD)
        assert labels.is_verb(word(SAID_UD, "said"))


class TestEntityKinds:
    @pytest.mark.parametrize(
        ("label", "kind"),
        [
            ("PERSON", "person"),
            ("PER", "person"),
            ("GPE", "place"),
            ("FAC", "place"),
            ("ORG", "org"),
            ("NORP", "group"),
            ("LAW", "other"),
            ("MISC", "other"),
            ("DATE", None),
            ("MONEY", None),
            ("CARDINAL", None),
        ],
    )
    def test_are_the_same_for_every_model(self, label, kind):
        assert labels.entity_kind(label) == kind
