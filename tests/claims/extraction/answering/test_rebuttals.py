"""What counts as denying, whose denial it is, and what is denied."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import stances_of

INTRODUCED = "Minister Ada Holm met the press in Geneva on Tuesday. "
NEGATIVE = ("denies", "disputes")

#: What is said after the introduction -> words of the claim that is denied.
DENIALS = {
    "Holm denied the allegation that her office had paid bribes.": "her office had paid bribes",
    "Holm denied allegations of vote rigging in the north.": "vote rigging in the north",
    "Holm has denied any involvement in the sale of the tanks.": "involvement in the sale",
    "Holm rejected suggestions that the army had used gas.": "the army had used gas",
    "Holm called reports that troops crossed the border “a lie”.": "troops crossed the border",
    "Holm said it was not true that troops crossed the border.": "troops crossed the border",
    "Holm said there was no truth in reports that troops crossed the border.": "troops crossed",
    "“It is simply not true that we sold weapons to Sudan,” Holm said.": "we sold weapons",
    "The claim that troops crossed the border is false, Holm said.": "troops crossed the border",
    "Holm brushed aside claims that the vaccine is unsafe.": "the vaccine is unsafe",
    "Holm disputed the figure of 300 dead.": "figure of 300 dead",
    "Holm refuted claims her party had taken foreign money.": "her party had taken",
    "Holm said the charges against her party were baseless.": "the charges against her party",
}
ASSERTIONS = {
    "Holm said no troops had crossed the border.": "no troops had crossed",
    "“No inspection has been skipped,” Holm said.": "No inspection has been skipped",
    "Holm said the number of false alarms had doubled.": "false alarms had doubled",
    "Holm rejected the offer of 40 million crowns.": "",
}


def after_introduction(sentence):
    return [c for c in find_claims(INTRODUCED + sentence, "en") if c.start >= len(INTRODUCED)]


@pytest.mark.parametrize(("sentence", "denied"), DENIALS.items())
def test_denials_point_at_what_is_denied(sentence, denied):
    (claim,) = [claim for claim in after_introduction(sentence) if denied in claim.text]

    assert claim.stance in NEGATIVE
    assert claim.kind == "denial"
    assert claim.speaker == "Ada Holm"
    assert "disputed" in claim.reasons


@pytest.mark.parametrize(("sentence", "said"), list(ASSERTIONS.items())[:3])
def test_saying_that_something_is_not_so_is_an_assertion(sentence, said):
    (claim,) = [claim for claim in after_introduction(sentence) if said in claim.text]

    assert claim.stance == "asserts"


class TestTranscripts:
    TEXT = (
        "Briefing on the flood\n\n"
        "DR HOLM: The dam was inspected in May and 14 cracks were mended.\n\n"
        "QUESTION: Your office cut the budget for inspections by 40 percent in 2023.\n\n"
        "DR HOLM: That figure is wrong.\n\n"
        "QUESTION: Was the report hidden?\n\n"
        "DR HOLM: No, we have hidden nothing from parliament.\n"
    )

    def one(self, part):
        (claim,) = [claim for claim in find_claims(self.TEXT, "en") if part in claim.text]
        return claim

    def test_a_no_with_its_reason_denies(self):
        assert self.one("hidden nothing").stance in NEGATIVE

    def test_a_bare_rebuttal_denies(self):
        assert self.one("figure is wrong").stance in NEGATIVE

    def test_what_a_questioner_states_is_a_claim(self):
        claim = self.one("40 percent")

        assert claim.stance == "asserts"
        assert claim.text.startswith("Your office")

    def test_a_question_is_none(self):
        assert not [claim for claim in find_claims(self.TEXT, "en") if "report" in claim.text]


def test_what_is_denied_in_the_next_sentence_ranks_higher():
    told = "The paper wrote that Ada Holm had taken 40,000 crowns."
    plain = find_claims(told, "en")[0]
    denied = find_claims(told + " She denies it.", "en")[0]

    assert denied.text == plain.text
    assert denied.score > plain.score


@pytest.mark.parametrize(
    ("sentence", "speaker", "stance"),
    [
        ("The ministry disputes this.", "ministry", "disputes"),
        ("Neighbouring Varn rejected the accusation.", "Varn", "denies"),
        ("Orr Brand denied it.", "Orr Brand", "denies"),
        ("But the firm rejected that account.", "firm", "denies"),
        ("The ministry does not accept that.", "ministry", "disputes"),
        ("Orr Brand, who runs the mill, did not accept this.", "Orr Brand", "disputes"),
    ],
)
def test_a_sentence_that_only_denies_is_a_denial_of_little_worth(sentence, speaker, stance):
    claims = find_claims(f"The union said that 14 lamps had failed. {sentence}", "en")

    said = sentence.removeprefix("But ").rstrip(".")
    assert [(claim.text, claim.speaker) for claim in claims[1:]] == [(said, speaker)]
    assert claims[1].stance == stance
    assert claims[1].score < 0.4 < claims[0].score


@pytest.mark.parametrize("rest", [".", ", saying two lamps had failed.", ", and left the hall."])
def test_that_alone_points_at_the_statement_before(rest):
    first, *others = find_claims(
        f"Ada Orr said 14 lamps had failed. Per Lind disputed that{rest}", "en"
    )

    assert "disputed" in first.reasons
    assert "that" not in {claim.text for claim in others}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "sentence",
    [
        "Orr Brand dismissed this as idle gossip.",
        "Orr Brand described that as “shameless guesswork”.",
        "Lawyers for the firm branded it scaremongering.",
        "Orr Brand rejected this and said that nine lamps had been sold.",
    ],
)
def test_that_is_denied_by_a_bad_name_too(sentence):
    claims = find_claims(f"The union said that 14 lamps had failed. {sentence}", "en")

    assert sentence.startswith(claims[1].text)
    assert claims[1].stance in ("denies", "disputes")
    assert claims[1].speaker in ("Orr Brand", "Lawyers for the firm")


@pytest.mark.parametrize(
    "sentence",
    ["Orr Brand described it as a plan for nine lamps.", "Orr Brand called this a start."],
)
def test_a_good_name_denies_nothing(sentence):
    claims = find_claims(f"The union said that 14 lamps had failed. {sentence}", "en")

    assert {claim.stance for claim in claims} == {"asserts"}


class TestARebuttalOfSomeOfIt:
    SPEECH = (
        "Madam Speaker, fellow citizens,\n\nThe party opposite says that we sold the port, and "
        "that we closed 40 schools. {}\n"
    )

    @pytest.mark.usefixtures("model")
    @pytest.mark.parametrize(
        "rebuttal",
        [
            "The first of these is an invention",
            "None of this is true",
            "Neither claim is true",
            "Not a word of it is correct",
        ],
    )
    def test_is_a_denial(self, rebuttal):
        last = find_claims(self.SPEECH.format(rebuttal + "."), "en")[-1]

        assert (last.text, last.stance) == (rebuttal, "disputes")

    @pytest.mark.usefixtures("model")
    def test_is_told_from_what_spells_it_out_behind_a_colon(self):
        text = self.SPEECH.format("The first of these is an invention: we have not sold the port.")
        rebuttal, denial = find_claims(text, "en")[-2:]

        assert (rebuttal.text, denial.text) == (
            "The first of these is an invention",
            "we have not sold the port",
        )
        assert rebuttal.stance == denial.stance == "disputes"


@pytest.mark.parametrize(
    "rebuttal",
    ["“That is not true,” Holm said.", "Holm said that was false.", "“It was not,” Holm said."],
)
def test_a_denial_without_content_is_worth_less_than_the_charge(rebuttal):
    text = f"The union said nine tugs had been sold to Varn Coal. {rebuttal}"
    charge, *others = after_introduction(text)

    assert all(claim.score < charge.score - 0.3 for claim in others)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("verdict", ["untrue", "nonsense", "false"])
def test_what_is_told_beside_an_untruth_is_said(verdict):
    text = f"Ada Holm said the reports were {verdict} and that she was working as normal."

    assert stances_of(text, "working as normal") == {"asserts"}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "tail", ["by people who meant harm", "to discredit the army", "by the opposition"]
)
def test_a_report_that_somebody_made_up_is_denied(tail):
    text = (
        f"A deputy said soldiers burned 40 barns. Ada Holm said the reports were fabricated {tail}."
    )

    assert stances_of(text, "fabricated") == {"disputes"}


@pytest.mark.usefixtures("model")
def test_what_bears_no_relation_to_reality_is_denied():
    text = (
        "Parents say pupils were made to stand for three hours. Ada Holm said the claims bore no "
        "relation to reality. “No child has been made to stand anywhere,” she said."
    )

    assert stances_of(text, "bore no relation") == {"disputes"}
    assert stances_of(text, "made to stand anywhere") == {"disputes"}
