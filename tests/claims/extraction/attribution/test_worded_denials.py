"""Further wordings of denials in news, and their neighbours that deny nothing."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")
INTRODUCED = "The chairwoman, Ada Holm, met the press in Lim. "
NEGATIVE = ("denies", "disputes")


def told(sentence):
    """Speaker, text and stance of each claim behind the introduction."""
    found = [c for c in find_claims(INTRODUCED + sentence, "en") if c.start >= len(INTRODUCED)]
    return [(claim.speaker, claim.text, claim.stance) for claim in found]


@pytest.mark.parametrize(
    "did",
    ["batted away", "swatted aside", "gave short shrift to", "bristled at", "took umbrage at",
     "waved off", "debunked"],
)  # fmt: skip
def test_who_waves_a_report_away_denies_it(did):
    ((speaker, text, stance),) = told(f"Holm {did} reports that nine tugs were sold.")

    assert (speaker, text) == ("Ada Holm", "nine tugs were sold")
    assert stance in NEGATIVE


@pytest.mark.parametrize(
    "name",
    ["a bedtime story", "a work of imagination", "a pack of lies", "fiction with footnotes",
     "scaremongering", "a crude conspiracy theory"],
)  # fmt: skip
def test_what_is_called_a_story_is_denied(name):
    ((speaker, _, stance),) = told(f"Holm called the accusation “{name}”.")

    assert (speaker, stance) == ("Ada Holm", "disputes")


@pytest.mark.parametrize("name", ["a landmark", "a work of nine years", "a story of the sea"])
def test_what_is_called_something_else_is_not_denied(name):
    assert all(stance not in NEGATIVE for _, _, stance in told(f"Holm called the report “{name}”."))


@pytest.mark.parametrize(
    "said",
    ["That is not a figure we recognise", "That is not how I remember it",
     "That is not my recollection", "The practice does not exist and never did",
     "The story does not hold water"],
)  # fmt: skip
def test_what_nobody_remembers_is_denied(said):
    ((speaker, text, stance),) = told(f"“{said},” Holm said.")

    assert (speaker, text) == ("Ada Holm", said)
    assert stance in NEGATIVE


def test_a_figure_that_somebody_recognises_is_not_denied():
    found = told("Holm said she did recognise the figure of 40 tugs a year.")

    assert all(stance not in NEGATIVE for _, _, stance in found)


def test_who_hits_back_that_a_thing_is_so_says_it():
    (_, answer) = told("Otto Lund blamed Holm for the fire. Holm hit back that 40 tugs were sound.")

    assert answer == ("Ada Holm", "40 tugs were sound", "asserts")


@pytest.mark.parametrize(
    "tail",
    ["an account Holm found “not credible”", "allegations Holm has dismissed as fiction",
     "charges that Holm called “a bedtime story”",
     "a figure which Holm described as “several times too high”"],
)  # fmt: skip
def test_a_clause_at_the_end_calls_untrue_what_others_say(tail):
    said, *_ = told(f"Otto Lund said that nine men had died on the tugs, {tail}.")

    assert said == ("Otto Lund", "nine men had died on the tugs", "disputes")


def test_what_somebody_charges_is_no_charge_that_is_judged():
    found = told("The union, led by Otto Lund, charges that Holm called nine men thieves.")

    assert [stance for _, _, stance in found if stance in NEGATIVE] == []


@pytest.mark.parametrize("word", ["baseless and hurtful", "false and unfair", "untrue and silly"])
def test_what_is_called_untrue_and_more_is_denied(word):
    ((_, text, stance),) = told(f"Holm said the allegation was “{word}”.")

    assert (text.startswith("the allegation"), stance) == (True, "disputes")


def test_a_deed_that_was_wrong_is_not_denied():
    found = told("Holm said it was wrong to close the ward of Lim in 2019.")

    assert all(stance not in NEGATIVE for _, _, stance in found)


def test_a_no_of_all_times_denies():
    ((_, _, stance),) = told("“I have not, and never have, taken money from a builder,” Holm said.")

    assert stance == "disputes"


def test_a_body_that_says_otherwise_disputes():
    _, answer = told(
        "Otto Lund says that nine pumps failed in May. The Lim Council says otherwise."
    )

    assert answer == ("Lim Council", "The Lim Council says otherwise", "disputes")


@pytest.mark.parametrize("deed", ["lie to parliament", "mislead the ward", "rig the vote in May"])
def test_who_never_did_what_is_guilt_by_itself_denies(deed):
    ((_, text, stance),) = told(f"“I did not {deed},” Holm said.")

    assert (text, stance) == (f"I did not {deed}", "disputes")


def test_what_others_did_not_do_is_said():
    found = told("Holm said the guests did not rig the sail of the tug in May.")

    assert all(stance not in NEGATIVE for _, _, stance in found)


def test_what_nobody_did_is_denied_where_such_points_back():
    ((_, _, stance),) = told("Holm said nobody at the firm in Lim had given such an order.")

    assert stance == "disputes"


def test_what_never_was_denies_but_not_what_has_no_match():
    ((_, _, stance),) = told("“There never was a deal with Brenn,” Holm said.")
    storm = told("“There has never been so much wind in Lim,” Holm said.")

    assert stance == "disputes"
    assert all(stance not in NEGATIVE for _, _, stance in storm)


def test_what_points_back_may_be_called_a_whitewash():
    *_, answer = told("Otto Lund blamed the crew of the tug. The union called it “a whitewash”.")

    assert answer == ("union", "The union called it “a whitewash”", "disputes")


def test_who_disclaims_a_thing_denies_it():
    ((_, _, stance),) = told("Holm disclaimed any responsibility for the wreck of the tug.")

    assert stance in NEGATIVE
