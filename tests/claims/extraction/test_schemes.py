"""A model of either label scheme, named in SPACY_MODEL, leads to the same claims.

The model is written to disk and loaded like an installed one, but its parses are made by hand:
each word of the article has a tag, and a head and a relation in Universal Dependencies and in
ClearNLP labels; some words begin a name by the labels of either kind of recogniser.
"""

from __future__ import annotations

from itertools import pairwise

import numpy
import pytest
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from claims.extraction import find_claims

ARTICLE = (
    "Mayor Ada Holm said on Monday that rents had fallen from 1,200 to 600 crowns. "
    "She denied that 40 clerks were dismissed by the council. "
    '"Three ferries sank in May," Holm told reporters. '
    "According to the harbour office, 12 ships were turned back. "
    "The office counts ships and published a list of 300 owners. "
    "The harbour claims desk lost 40 files in June."
)

# word, tag, then head and relation in either scheme. Heads count within the sentence.
SENTENCES = (
    """
    Mayor    NNP  3 nsubj        2 compound
    Ada      NNP  0 flat         2 compound
    Holm     NNP  0 flat         3 nsubj
    said     VBD  3 ROOT         3 ROOT
    on       IN   5 case         3 prep
    Monday   NNP  3 obl          4 pobj
    that     IN   9 mark         9 mark
    rents    NNS  9 nsubj        9 nsubj
    had      VBD  9 aux          9 aux
    fallen   VBN  3 ccomp        3 ccomp
    from     IN  11 case         9 prep
    1,200    CD   9 obl         10 pobj
    to       IN  14 case         9 prep
    600      CD  14 nummod      14 nummod
    crowns   NNS  9 obl         12 pobj
    .        .    3 punct        3 punct
    """,
    """
    She        PRP  1 nsubj       1 nsubj
    denied     VBD  1 ROOT        1 ROOT
    that       IN   6 mark        6 mark
    40         CD   4 nummod      4 nummod
    clerks     NNS  6 nsubj:pass  6 nsubjpass
    were       VBD  6 aux:pass    6 auxpass
    dismissed  VBN  1 ccomp       1 ccomp
    by         IN   9 case        6 agent
    the        DT   9 det         9 det
    council    NN   6 obl:agent   7 pobj
    .          .    1 punct       1 punct
    """,
    """
    "         ``   9 punct     9 punct
    Three     CD   2 nummod    2 nummod
    ferries   NNS  3 nsubj     3 nsubj
    sank      VBD  9 ccomp     9 ccomp
    in        IN   5 case      3 prep
    May       NNP  3 obl       4 pobj
    ,         ,    9 punct     9 punct
    "         ''   9 punct     9 punct
    Holm      NNP  9 nsubj     9 nsubj
    told      VBD  9 ROOT      9 ROOT
    reporters NNS  9 obj       9 dobj
    .         .    9 punct     9 punct
    """,
    """
    According VBG  4 case         9 prep
    to        IN   0 fixed        0 prep
    the       DT   4 det          4 det
    harbour   NN   4 compound     4 compound
    office    NN   9 obl          1 pobj
    ,         ,    9 punct        9 punct
    12        CD   7 nummod       7 nummod
    ships     NNS  9 nsubj:pass   9 nsubjpass
    were      VBD  9 aux:pass     9 auxpass
    turned    VBN  9 ROOT         9 ROOT
    back      RB   9 advmod       9 advmod
    .         .    9 punct        9 punct
    """,
    """
    The        DT   1 det       1 det
    office     NN   2 nsubj     2 nsubj
    counts     VBZ  2 ROOT      2 ROOT
    ships      NNS  2 obj       2 dobj
    and        CC   5 cc        2 cc
    published  VBD  2 conj      2 conj
    a          DT   7 det       7 det
    list       NN   5 obj       5 dobj
    of         IN  10 case      7 prep
    300        CD  10 nummod   10 nummod
    owners     NNS  7 nmod      8 pobj
    .          .    2 punct     2 punct
    """,
    """
    The      DT   3 det       3 det
    harbour  NN   2 compound  2 compound
    claims   NNS  3 compound  3 compound
    desk     NN   4 nsubj     4 nsubj
    lost     VBD  4 ROOT      4 ROOT
    40       CD   6 nummod    6 nummod
    files    NNS  4 obj       4 dobj
    in       IN   8 case      4 prep
    June     NNP  4 obl       7 pobj
    .        .    4 punct     4 punct
    """,
)
# Where names begin and end, as words of the article, and what two recognisers call them.
NAMES = {"ud": ((1, 3, "PER"), (35, 36, "PER")), "clearnlp": ((1, 3, "PERSON"), (5, 6, "DATE"))}
COLUMN = {"ud": 2, "clearnlp": 4}
LEMMAS = {"said": "say", "denied": "deny", "told": "tell", "were": "be", "had": "have"}


class HandParse:
    """What stands in the place of a tagger, a parser and a recogniser of names."""

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme

    def __call__(self, doc: Doc) -> Doc:
        rows = [row.split() for part in SENTENCES for row in part.strip().splitlines()]
        assert [token.text for token in doc] == [row[0] for row in rows]
        column = COLUMN[self.scheme]
        firsts = [token.i for token in doc if token.is_sent_start]
        values = []
        for first, end in pairwise([*firsts, len(doc)]):
            for at in range(first, end):
                head, relation = int(rows[at][column]), rows[at][column + 1]
                lemma = LEMMAS.get(rows[at][0], rows[at][0].lower())
                strings = [doc.vocab.strings.add(one) for one in (relation, rows[at][1], lemma)]
                values.append([(head + first - at) % 2**64, *strings])
        doc = doc.from_array([HEAD, DEP, TAG, LEMMA], numpy.array(values, dtype="uint64"))
        doc.ents = [Span(doc, start, end, label) for start, end, label in NAMES[self.scheme]]
        return doc

    def to_disk(self, path, exclude=()) -> None:
        """It has nothing to keep but its settings."""

    def from_disk(self, path, exclude=()) -> HandParse:
        return self


@Language.factory("hand_parse", default_config={"scheme": "ud"})
def make_hand_parse(nlp: Language, name: str, scheme: str) -> HandParse:
    return HandParse(scheme)


def read_as(scheme, folder, monkeypatch):
    nlp = spacy.blank("en")
    nlp.add_pipe("hand_parse", config={"scheme": scheme})
    nlp.to_disk(folder / scheme)
    monkeypatch.setenv("SPACY_MODEL", str(folder / scheme))
    return find_claims(ARTICLE, "en")


@pytest.fixture(params=sorted(COLUMN))
def claims(request, tmp_path, monkeypatch):
    return read_as(request.param, tmp_path, monkeypatch)


def one(claims, part):
    matching = [claim for claim in claims if part in claim.text]
    assert len(matching) == 1, [claim.text for claim in claims]
    return matching[0]


class TestEitherScheme:
    def test_finds_the_reported_clause_and_who_said_it(self, claims):
        claim = one(claims, "rents")

        assert claim.text == "rents had fallen from 1,200 to 600 crowns"
        assert (claim.speaker, claim.cue, claim.stance) == ("Ada Holm", "said", "asserts")

    def test_finds_a_denied_passive_clause(self, claims):
        claim = one(claims, "clerks")

        assert claim.text == "40 clerks were dismissed by the council"
        assert (claim.speaker, claim.cue, claim.stance) == ("Ada Holm", "denied", "denies")

    def test_finds_a_quotation_before_its_cue(self, claims):
        claim = one(claims, "ferries")

        assert (claim.speaker, claim.quotation) == ("Ada Holm", "direct")
        assert claim.text == "Three ferries sank in May"

    def test_finds_the_source_after_according_to(self, claims):
        claim = one(claims, "turned back")

        assert claim.text == "12 ships were turned back"
        assert claim.speaker == "harbour office"

    def test_keeps_two_verbs_of_one_subject_apart(self, claims):
        claim = one(claims, "300 owners")

        assert claim.speaker is None
        assert claim.text == "published a list of 300 owners"

    def test_sees_no_verb_of_saying_in_a_noun(self, claims):
        claim = one(claims, "40 files")

        assert (claim.speaker, claim.cue) == (None, None)
        assert claim.text == "The harbour claims desk lost 40 files in June"


class TestBothSchemes:
    def test_lead_to_the_same_records(self, tmp_path, monkeypatch):
        ud, clearnlp = (
            [claim.as_dict() for claim in read_as(scheme, tmp_path, monkeypatch)]
            for scheme in ("ud", "clearnlp")
        )

        assert [claim["text"] for claim in ud] == [claim["text"] for claim in clearnlp]
        assert ud == clearnlp
        assert len(ud) == 6

    def test_are_not_read_without_their_parse(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        blank = [claim.text for claim in find_claims(ARTICLE, "en")]

        assert blank != [claim.text for claim in read_as("ud", tmp_path, monkeypatch)]
