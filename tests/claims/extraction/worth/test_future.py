"""What is said of the future: which of it is a claim."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

SPEECH = """Speech by Prime Minister Eva Dahl to the assembly

Members of the assembly, we had 40 hospitals in May. We have 44 today, and I opened each of them.

{}
"""


def taken(text: str) -> list[str]:
    return [claim.text for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    "promise",
    [
        "It will give 9,000 families a key",
        "No landlord will raise the rent twice in a year",
        "The levy will not be paid by the 4,000 poorest households",
    ],
)
class TestWillInASpeech:
    def test_is_a_promise(self, promise):
        assert taken(SPEECH.format(f"{promise}.")) == taken(SPEECH.format(""))

    def test_is_a_claim_when_somebody_cites_it(self, promise):
        assert promise in taken(f"“{promise},” Eva Dahl said.")


@pytest.mark.parametrize(
    "told",
    [
        "They said it would cost 2 billion crowns",
        "Norway would not have sold 40 ships without this law",
        "Four wards were closed in May by those who would later blame us",
    ],
)
def test_would_in_a_speech_may_be_told_of_the_past(told):
    assert len(taken(SPEECH.format(f"{told}."))) > len(taken(SPEECH.format("")))


@pytest.mark.parametrize(
    "deed",
    [
        "guards locked the doors so that nobody would steal cloth",
        "they burned the lists so that the police could not read them",
        "the mayor sold the ferry so that taxes would not rise",
    ],
)
def test_what_a_deed_was_for_does_not_put_it_off(deed):
    assert taken(f"Ada Holm said {deed}.") == [deed]


@pytest.mark.parametrize(
    "told",
    ["had been advised by Ms Orr that the pumps would last", "was told that the mill would close"],
)
def test_what_somebody_was_told_of_the_future_is_past(told):
    assert taken(f"Ada Holm said she {told}.") == [f"she {told}"]
    assert taken("Ada Holm said the mill would close.") == []


class TestFiguresThatNobodyHasCounted:
    """A foretold figure is a claim, of less worth than one that somebody has counted."""

    @pytest.mark.parametrize(
        ("foretold", "counted"),
        [
            ("rents could rise by 9% in June", "rents rose by 9% in June"),
            ("the dam will cost 40 million crowns", "the dam has cost 40 million crowns"),
            ("the firm expects to sell 400 ships", "the firm has sold 400 ships"),
            ("nine wards may close in May", "nine wards closed in May"),
        ],
    )
    def test_ranks_below_one_that_was_counted(self, foretold, counted):
        (later,), (now,) = (
            find_claims(f"Ada Holm said {said}.", "en") for said in (foretold, counted)
        )

        assert "foretold" in later.reasons
        assert "foretold" not in now.reasons
        assert later.score < now.score - 0.02

    @pytest.mark.parametrize(
        "told",
        [
            "nine men could not be found for 40 minutes",
            "the dam may have cost 40 million crowns",
            "guards locked 40 doors so that nine men could sleep",
            "Ada Holm paid 40 men in May",
        ],
    )
    def test_is_not_what_is_told_of_the_past(self, told):
        (claim, *_) = find_claims(f"Otto Falk said {told}.", "en")

        assert "foretold" not in claim.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm never promised the bridge to Norway",
        "Ada Holm did not promise a bridge to Norway",
        "Ada Holm had not pledged to build 40 bridges",
    ],
)
def test_that_nobody_promised_a_thing_is_a_claim(text):
    assert taken(f"{text}.") == [text]


class TestWhatIsAndWillBe:
    """A "never will" behind what is, or was, puts nothing off."""

    @pytest.mark.usefixtures("model")
    @pytest.mark.parametrize(
        "said",
        [
            "It never leaked and never will",
            "The tank has never leaked and it never will",
            "Holm Oil did not, does not and will not sell diesel to Varn",
            "The port has never been for sale and never will be",
            "We do not deal with Varn and never will",
        ],
    )
    def test_is_one_statement_of_now(self, said):
        (claim,) = find_claims(f"“{said},” said Ada Holm.", "en")

        assert claim.text == said
        assert "prediction" not in claim.features

    def test_is_parted_where_the_future_has_a_verb_of_its_own(self):
        assert taken("“The tank was repaired and will be tested in Lim,” said Ada Holm.") == [
            "The tank was repaired"
        ]
        hoped = "“We hope that the truce will hold and there will be no shells,” said Ada Holm."
        assert taken(hoped) == []
        said = "“The charges are entirely without merit and we will fight them,” said Ada Holm."
        assert taken(said) == ["The charges are entirely without merit"]


def test_what_became_of_a_promise_is_a_claim():
    assert taken("The promise to Norway was kept in May.") == [
        "The promise to Norway was kept in May"
    ]


@pytest.mark.parametrize(
    ("plan", "added"),
    [
        ("Lim Foods plans to shut nine shops by May", "with the loss of 160 jobs"),
        ("Lim Foods will shut nine shops in May", "with the loss of 160 jobs"),
    ],
)
def test_a_figure_added_to_a_plan_is_foretold_with_it(plan, added):
    def score(host: str) -> float:
        (claim,) = (one for one in find_claims(f"{host}, {added}.", "en") if one.text == added)
        return claim.score

    assert score(plan) < 0.5 < score("Lim Foods sold nine shops in May")


def test_what_is_only_expected_is_no_event_of_the_past():
    (claim,) = find_claims("Norway is expected to tax copper at 15%.", "en")

    assert claim.score < 0.7 and "past_event" not in claim.reasons


@pytest.mark.parametrize(
    "thing",
    [
        "Rents fell by 4% in May thanks to new building",
        "The help was small but welcome in Norway",
    ],
)
def test_a_word_that_greets_greets_nobody_further_on(thing):
    assert taken(f"{thing}.") == [thing]


@pytest.mark.parametrize("plan", ["are set to rise", "are going to rise"])
def test_two_words_that_tell_a_plan_foretell_its_figure(plan):
    (claim,) = find_claims(f"Bills in Norway {plan} by 44%.", "en")

    assert "foretold" in claim.features


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "promise",
    [
        "He promised us 40 clinics",
        "The party opposite promised to insulate half a million homes",
        "She promised us, in this very hall, that the mill would never close",
        "We promised 9,000 homes and we built them",
    ],
)
def test_a_promise_that_a_speaker_recalls_is_told_by_the_speaker(promise):
    found = [
        (claim.text, claim.stance) for claim in find_claims(SPEECH.format(f"{promise}."), "en")
    ]

    assert (promise, "asserts") in found
