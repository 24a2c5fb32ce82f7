"""Statements are found in speech that nobody punctuated, each where it stands."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read
from claims.extraction.transcripts.utterances import utterances
from tests.claims.extraction.transcripts.marked import compare, read_marked

#: Transcripts that rules were tuned on, and two that they were not.
KNOWN = (
    "council-captions.srt", "debate-one-line.txt", "news-upper.txt", "panel-labels.txt",
    "stump-commas.txt", "video-stamps.txt",
)  # fmt: skip
UNSEEN = ("unseen-briefing.vtt", "unseen-hearing.txt")


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)


def rates(names) -> tuple[float, float]:
    """Recall and precision over some transcripts."""
    wanted = hits = besides = 0
    for name in names:
        marked = read_marked(name)
        _, extra, hit = compare(marked, find_claims(marked.text, "en"))
        wanted, hits, besides = wanted + len(marked.wanted), hits + hit, besides + len(extra)
    return hits / wanted, hits / (hits + besides)


def sentences(text: str) -> list[str]:
    doc = read(text, "en")
    return [" ".join(doc._.source[start:end].split()) for start, end in doc._.sentence_spans]


class TestWholeTranscripts:
    def test_most_claims_are_found_and_most_that_is_found_is_one(self):
        recall, precision = rates(KNOWN)

        assert recall >= 0.85
        assert precision >= 0.9

    def test_others_are_read_as_well_as_they_were(self):
        recall, precision = rates(UNSEEN)

        assert recall >= 0.55
        assert precision >= 0.7

    @pytest.mark.parametrize("name", KNOWN + UNSEEN)
    def test_every_record_slices(self, name):
        text = read_marked(name).text

        for claim in find_claims(text, "en"):
            assert text[claim.start : claim.end] == claim.text
            for part in (*claim.quantities, *claim.dates, *claim.entities):
                assert text[part.start : part.end] == part.text
            for start, end in claim.segments:
                assert "-->" not in text[start:end]
                assert text[start:end] == text[start:end].strip()


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in utterances(text, 0, len(text), "en")]


#: Where utterances begin, marked with "|".
RULES = {
    "a subject pronoun behind a whole clause": "my father drove a truck for thirty years | he "
    "never made more than thirty thousand a year | we lived in one room",
    "a noun phrase with its verb": "he asked for a recount in the spring | the court refused | the "
    "bridge was finished in october | the contractor wanted another four million",
    "a plural without an article behind another noun": "they closed the schools in the north last "
    "week | parents say nobody told them about any of it at the time",
    "a counted thing": "three people died in the crash on the coast road | two of them were "
    "children | about eighteen thousand customers are without power",
    "and with a subject of its own": "we built the hospital in the north of the county | and it "
    "opened a year early | and the cost was nine million",
    "but with a fronted clause": "unemployment is down to four percent in this state | but when "
    "the plant in orsett closed he was nowhere to be seen",
    "last year before a pronoun": "the planning system that we found was completely broken | last "
    "year we built eighty two thousand homes",
    "a subject that a pronoun takes up again": "they did it without borrowing a single cent | and "
    "my opponent, senator kell, she opposed every one of the bills",
    "a question": "they don't want a handout | they want a chance | so what did he do when he had "
    "the chance | his budget cut the training fund by forty million",
    "thanks": "the hospital was closed in march by the last administration | thank you very much",
}
WHOLE = {
    "because takes a clause in": "we cannot walk away from the contract because the last council "
    "signed it for fourteen years in twenty seventeen",
    "a verb of saying takes a clause in": "the union told us in january that forty of the drivers "
    "had left because of the pay",
    "than is followed by its own clause": "the wind farm cost eight hundred million dollars more "
    "than they promised the voters in the spring of twenty nineteen",
    "a relative clause stays with its noun": "the plan that we passed for all of the families in "
    "this state saves every one of them two hundred dollars",
    "nouns before a verb are one subject": "the united states government accountability office "
    "published the report on the first of june in the year two thousand and nine",
}


class TestUtterances:
    @pytest.mark.parametrize("text", RULES.values(), ids=RULES)
    def test_begin_with(self, text):
        assert cut(text.replace(" | ", " ")) == text.split(" | ")

    @pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
    def test_are_one_where(self, text):
        assert cut(text) == [text]


class TestCaptions:
    SRT = (
        "1\n00:00:01,000 --> 00:00:03,000\nthe council closed nine of\n\n"
        "2\n00:00:03,000 --> 00:00:05,000\nits libraries in the dry\n\n"
        "3\n00:00:05,000 --> 00:00:07,000\nsummer and the mayor\n\n"
        "4\n00:00:07,000 --> 00:00:09,000\nsold the buildings for uh\n\n"
        "5\n00:00:09,000 --> 00:00:12,000\n[Music]\nfour million dollars\n"
    )

    def test_times_and_numbers_are_no_figures(self):
        claims = find_claims(self.SRT, "en")

        figures = [quantity.value for claim in claims for quantity in claim.quantities]
        assert sorted(figures) == [9, 4_000_000]
        assert [claim.proposed for claim in claims] == [
            "The council closed nine of its libraries in the dry summer.",
            "The mayor sold the buildings for four million dollars.",
        ]

    def test_the_parts_of_a_claim_leave_out_what_stands_between_lines(self):
        claim = find_claims(self.SRT, "en")[0]

        assert [self.SRT[start:end] for start, end in claim.segments] == [
            "the council closed nine of",
            "its libraries in the dry",
            "summer",
        ]

    def test_a_time_above_each_line_is_not_read(self):
        lines = (
            "so the first thing that the", "council did was to raise the",
            "rent by twelve percent and", "then it sold the two", "swimming pools to a friend of",
            "the mayor for one dollar",
        )  # fmt: skip
        text = "".join(f"{at}:0{at}\n{line}\n" for at, line in enumerate(lines))

        claims = find_claims(text, "en")

        assert claims[0].proposed.endswith("raise the rent by twelve percent.")
        assert claims[1].proposed.endswith("pools to a friend of the mayor for one dollar.")

    def test_capitals_are_read_as_small_letters_and_given_back(self):
        text = (
            ">> THE RIVER ROSE NINE FEET IN\nA SINGLE NIGHT AND FOUR PEOPLE\n"
            "ARE DEAD IN THE NORTH OF\nTHE COUNTY AND THE BRIDGE ON\n"
            "ROUTE TWELVE HAS COLLAPSED AND\nTHE ROAD TO THE COAST IS CLOSED\n"
            ">> WHO IS TO BLAME FOR THAT\n"
        )

        claims = find_claims(text, "en")

        assert claims[0].text == "THE RIVER ROSE NINE FEET IN\nA SINGLE NIGHT"
        assert claims[0].proposed == "The river rose nine feet in a single night."
        assert claims[0].quantities[0].text == "NINE FEET"

    def test_a_programme_and_a_list_are_no_captions(self):
        talks = ("Doors open", "Welcome", "First talk", "Lunch", "Second talk")
        programme = "".join(f"{hour}:30 {name}\n" for hour, name in enumerate(talks, 9))

        assert not read(programme * 3, "en")._.is_spoken


class TestOrdinaryTexts:
    def test_are_read_as_they_stand(self):
        text = "The ministry said on Monday that prices had risen by 4 percent. " * 9

        assert not read(text, "en")._.is_spoken

    def test_a_long_sentence_with_a_full_stop_is_one(self):
        text = (
            "The committee that was set up in the spring to look into the sinking of the ferry, "
            "which had left the port of Varn an hour late, and into what the owners knew of the "
            "state of its doors, said that nobody had told the harbour master of the repairs."
        )

        assert sentences(text) == [text]
