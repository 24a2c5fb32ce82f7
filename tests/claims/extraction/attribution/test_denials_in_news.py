"""Denials as newspapers word them: what is denied, by whom, and what denies nothing."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers_and_stances

INTRODUCED = "The chairman, Ada Holm, met the press in Lim. "


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)
    return request.param


def told(sentence):
    """Speaker, text and stance of each claim behind the introduction."""
    found = [c for c in find_claims(INTRODUCED + sentence, "en") if c.start >= len(INTRODUCED)]
    return [(claim.speaker, claim.text, claim.stance) for claim in found]


@pytest.mark.parametrize(
    "verdict", ["as fantasy", "as “pure fantasy”", "on Monday", "as gossip of the worst kind"]
)
def test_who_dismisses_a_claim_may_stand_behind_what_they_call_it(verdict):
    sentence = f"Claims that nine tugs were sold were dismissed {verdict} by Holm."

    assert told(sentence) == [("Ada Holm", "nine tugs were sold", "denies")]


@pytest.mark.parametrize("flatly", ["outright", "flatly", "categorically"])
def test_how_flatly_a_claim_is_rejected_is_no_part_of_it(flatly):
    sentence = f"Holm rejected {flatly} the idea that she had sold nine tugs."

    assert told(sentence) == [("Ada Holm", "she had sold nine tugs", "denies")]


@pytest.mark.parametrize("verb", ["was forced", "was obliged", "rushed", "hastened"])
def test_who_is_forced_to_deny_denies(verb):
    sentence = f"Holm {verb} to deny that she had sold nine tugs."

    assert told(sentence) == [("Ada Holm", "she had sold nine tugs", "denies")]


@pytest.mark.parametrize(
    "nobody", ["Nobody disputes", "No one disputes", "Neither side disputes", "None of them denies"]
)
def test_what_nobody_disputes_is_told_by_the_article(nobody):
    sentence = f"{nobody} that nine tugs were sold in May."

    assert told(sentence) == [(None, "nine tugs were sold in May", "asserts")]


@pytest.mark.parametrize("joint", ["but paid", "and paid"])
def test_what_somebody_denies_ends_before_what_they_did(joint):
    sentence = f"Holm denied any wrongdoing {joint} a fine of 9 million crowns."
    (speaker, text, stance), (_, deed, asserted) = told(sentence)

    assert (speaker, text, stance) == ("Ada Holm", "any wrongdoing", "denies")
    assert deed.endswith("paid a fine of 9 million crowns")
    assert asserted == "asserts"


def test_what_somebody_denies_ends_before_what_they_say_behind_an_inset():
    sentence = (
        "Holm has denied any contact with the rebels and, in a letter sent by her lawyer, "
        "described the draft as gossip."
    )

    assert told(sentence)[0] == ("Ada Holm", "any contact with the rebels", "denies")


@pytest.mark.parametrize("phrase", ["At no point", "At no time", "In no way"])
def test_that_a_thing_was_so_at_no_time_is_a_denial_of_who_says_it(phrase):
    claim = f"{phrase} had the port been told of the leak"

    assert told(f"{claim}, Holm said.") == [("Ada Holm", claim, "disputes")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm stopped short of denying that the valve had been left open.",
        "Holm could not confirm that the valve had been left open.",
        "Holm did not confirm that the valve had been left open.",
        "Holm refused to say how much the port had paid.",
        "Holm would not say who had paid for it.",
        "Holm would not be drawn on whether the board had met.",
    ],
)
def test_who_leaves_a_thing_open_says_nothing(sentence):
    assert told(sentence) == []


def test_a_further_passive_goes_on_with_what_somebody_wrote():
    sentence = "Holm wrote that the offer was late and had been rejected by 400 of the staff."

    assert told(sentence)[-1][:2] == ("Ada Holm", "had been rejected by 400 of the staff")


def test_what_somebody_puts_a_figure_at_ends_before_who_else_speaks():
    sentence = "Holm put the toll at 41 and the army said it had hit nothing but the port."

    assert told(sentence)[0] == ("Ada Holm", "the toll at 41", "asserts")


def test_a_deed_on_a_day_goes_with_its_subject_where_somebody_then_speaks():
    sentence = "A court in Lim on Monday fined the port 9 million crowns, ruling that it had lied."

    assert told(sentence)[0][1] == "A court in Lim on Monday fined the port 9 million crowns"


@pytest.mark.parametrize(
    "sentence", ["Holm neither confirmed nor denied the report.", "Holm did not say who had paid."]
)
def test_that_somebody_left_a_thing_open_denies_nothing(sentence):
    assert {stance for _, _, stance in told(sentence)} <= {"asserts"}


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Denying that she had sold nine tugs, Holm left the room in May.", "left the room"),
        ("While denying that she had sold nine tugs, Holm paid a fine in May.", "paid a fine"),
        ("Holm, denying that she had sold nine tugs, paid a fine in May.", ""),
    ],
)
def test_a_participle_beside_its_subject_denies(sentence, rest):
    claims = told(sentence)

    assert claims[0] == ("Ada Holm", "she had sold nine tugs", "denies")
    assert not rest or rest in claims[-1][1]


def test_what_is_untrue_may_stand_in_front():
    sentence = "That the pumps were switched off is untrue, Holm insisted."

    assert told(sentence) == [("Ada Holm", "the pumps were switched off", "disputes")]


@pytest.mark.parametrize("asked", ["asked the jury", "invited jurors", "urged the panel"])
def test_who_asks_a_jury_to_reject_a_claim_disputes_it(asked):
    sentence = f"Holm {asked} to reject any suggestion that nine tugs had been sold."

    assert told(sentence) == [("Ada Holm", "nine tugs had been sold", "disputes")]


def test_who_first_made_the_claims_that_are_denied_is_no_part_of_them():
    sentence = "Holm denied claims, first aired by the Lim Post, that she had sold nine tugs."

    assert told(sentence) == [("Ada Holm", "she had sold nine tugs", "denies")]


def test_what_follows_a_semicolon_and_who_says_it_is_theirs():
    sentence = (
        "Deaths have to be told at once; according to the bar association, nine of 40 clerks did "
        "so in May."
    )

    assert told(sentence)[-1] == ("bar association", "nine of 40 clerks did so in May", "asserts")


def test_what_a_condition_rests_on_is_told_by_who_found_it():
    sentence = (
        "If, as the audit found, nine of the 40 pumps were broken, the flood was no accident."
    )

    assert told(sentence)[0] == ("audit", "nine of the 40 pumps were broken", "asserts")


def test_what_something_was_said_to_be_worth_belongs_to_the_sentence():
    sentence = "Holm sold the port for half of what the auditors said it was worth in 2019."

    assert told(sentence) == [(None, sentence[:-1], "asserts")]


@pytest.mark.parametrize("joint", [" but", ", but"])
def test_what_whoever_denies_then_does_is_no_part_of_what_is_denied(joint):
    text = f"The minister denied wrongdoing{joint} resigned from the board of 40 on Friday."
    found = speakers_and_stances(text)

    assert found["wrongdoing"] == ("minister", "denies")
    assert not any(stance == "denies" for said, (_, stance) in found.items() if "board" in said)


def test_what_somebody_did_with_a_denied_thing_is():
    text = "The firm denied reports leaked and published by the union in May."

    assert list(speakers_and_stances(text)) == ["reports leaked and published by the union in May"]


@pytest.mark.parametrize("where", ["on social media", "circulating online"])
def test_reports_of_some_sort_may_be_called_false(where):
    text = f"Reports {where} that the dam had burst were false, Ada Holm said on Monday."

    assert speakers_and_stances(text) == {"the dam had burst": ("Ada Holm", "disputes")}


def test_that_which_is_wrong_and_more_is_what_was_said():
    text = "Ada Holm sold nine tugs, Per Orr said. “That's offensive and it's wrong,” she said."

    assert "That's offensive and it's wrong" in speakers_and_stances(text)


@pytest.mark.parametrize(
    "stated", ["she had misled the board", "the firm was insolvent", "she was sacked"]
)
@pytest.mark.parametrize(
    "denied", ["rejected accusations", "denied reports", "dismissed any suggestion"]
)
def test_what_is_denied_may_follow_its_noun_without_that(denied, stated):
    told = speakers_and_stances(f"Economist Ada Holm {denied} {stated}.")

    assert told == {stated: ("Ada Holm", "denies")}


@pytest.mark.parametrize("thing", ["claims she had made in May", "charges he has faced since May"])
def test_what_somebody_did_to_what_is_denied_belongs_to_it(thing):
    told = speakers_and_stances(f"Economist Ada Holm rejected {thing}.")

    assert thing in told
