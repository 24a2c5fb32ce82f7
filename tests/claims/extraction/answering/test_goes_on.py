"""What stands beside a denial: what goes on with it, and what is only told besides."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers_and_stances, stances_of

pytestmark = pytest.mark.usefixtures("model")

CHARGED = "Ostland accused Selvia of arming the rebels. "


def test_a_no_behind_a_rejection_tells_what_it_means():
    text = f"{CHARGED}Officials in Varn rejected the charge, saying Selvia had never sold a gun."

    assert stances_of(text, "never sold a gun") == {"disputes"}


@pytest.mark.parametrize("did", ["rejected the bid", "declined to comment"])
def test_a_no_behind_what_is_no_denial_is_said(did):
    text = f"The club {did}, saying nobody had met its price."

    assert stances_of(text, "nobody had met its price") == {"asserts"}


@pytest.mark.parametrize("verdict", ["untrue", "nonsense", "false"])
def test_what_is_told_beside_an_untruth_is_said(verdict):
    text = f"Ada Holm said the reports were {verdict} and that she was working as normal."

    assert stances_of(text, "working as normal") == {"asserts"}


@pytest.mark.parametrize(
    "tail", ["by people who meant harm", "to discredit the army", "by the opposition"]
)
def test_a_report_that_somebody_made_up_is_denied(tail):
    text = (
        f"A deputy said soldiers burned 40 barns. Ada Holm said the reports were fabricated {tail}."
    )

    assert stances_of(text, "fabricated") == {"disputes"}


def test_not_a_cent_answers_what_was_just_said():
    text = (
        "The audit found that nine million crowns went to the mayor's brother. The mayor, Ada "
        "Holm, said her brother had not received a cent from the town."
    )

    assert stances_of(text, "a cent") == {"disputes"}


def test_not_a_cent_of_another_thing_is_said():
    text = "Farmers said rain ruined 60 barns. Ada Holm said she had not received a cent of aid."

    assert stances_of(text, "a cent") == {"asserts"}


@pytest.mark.parametrize(
    "opening",
    ["The ministry issued a denial, saying", "In a denial sent on Friday, the ministry said"],
)
def test_a_no_in_a_denial_denies(opening):
    text = f"{opening} no soldier had crossed the river."

    assert stances_of(text, "crossed the river") == {"disputes"}


@pytest.mark.parametrize("told", ["on social media", "circulating online"])
def test_reports_of_some_sort_may_be_called_false(told):
    text = f"Reports {told} that the dam had burst were false, Ada Holm said on Monday."

    assert speakers_and_stances(text) == {"the dam had burst": ("Ada Holm", "disputes")}


@pytest.mark.parametrize("then", ["later admitted", "then conceded", "admitted"])
def test_who_denies_a_thing_may_grant_another_later(then):
    text = f"The bishop denied that he had known of the abuse but {then} that he wrote 40 letters."

    assert speakers_and_stances(text) == {
        "he had known of the abuse": ("bishop", "denies"),
        "he wrote 40 letters": ("bishop", "concedes"),
    }


def test_what_a_body_took_is_told_by_name():
    assert stances_of("Rebels say they have captured Goma.", "captured Goma") == {"asserts"}


def test_what_bears_no_relation_to_reality_is_denied():
    text = (
        "Parents say pupils were made to stand for three hours. Ada Holm said the claims bore no "
        "relation to reality. “No child has been made to stand anywhere,” she said."
    )

    assert stances_of(text, "bore no relation") == {"disputes"}
    assert stances_of(text, "made to stand anywhere") == {"disputes"}


@pytest.mark.parametrize("when", ["hours after", "just two days after", "after"])
def test_a_denial_ends_before_what_came_first(when):
    text = f"Selvia denied that it had sold 40 guns, {when} Ostland published films of them."

    assert stances_of(text, "published films") <= {"asserts"}
    assert stances_of(text, "sold 40 guns") == {"denies"}


def test_who_accepts_one_thing_and_disputes_another_says_both():
    text = (
        "The owners, Varn Care, accept that it failed for 19 days but dispute that it killed Orr."
    )

    assert speakers_and_stances(text) == {
        "it failed for 19 days": ("Varn Care", "concedes"),
        "it killed Orr": ("Varn Care", "disputes"),
    }


def test_what_somebody_is_asked_to_call_another_ends_before_the_answer():
    text = (
        "The manager, Ada Holm, gave evidence. Asked by Per Orr whether she was calling Ek a liar, "
        "she replied: “I never saw the letters.”"
    )

    assert not stances_of(text, "she replied")
    assert speakers_and_stances(text)["I never saw the letters"][0] == "Ada Holm"


@pytest.mark.parametrize("one", ["One mother, Leanne Sharp,", "One resident, who left,"])
def test_one_of_several_speaks(one):
    text = f"{one} said 40 homes were flooded."

    assert set(speakers_and_stances(text)) == {"40 homes were flooded"}


def test_what_an_inquest_heard_on_a_day_is_said_there():
    text = "A home where nine men died had ignored warnings, an inquest heard on Wednesday."

    assert {speaker for speaker, _ in speakers_and_stances(text).values()} == {"inquest"}


@pytest.mark.parametrize(
    ("joint", "who"), [("but", "police"), ("while", "police"), ("but", "the army")]
)
def test_who_puts_a_figure_otherwise_speaks_behind_a_source(joint, who):
    text = f"Gunmen killed 27 people, residents said, {joint} {who} put the death toll at nine."

    assert {speaker for speaker, _ in speakers_and_stances(text).values()} == {
        "residents",
        who.removeprefix("the "),
    }


def test_that_which_is_wrong_and_more_is_what_was_said():
    text = "Ada Holm sold nine tugs, Per Orr said. “That's offensive and it's wrong,” she said."

    assert "That's offensive and it's wrong" in speakers_and_stances(text)


def test_who_says_a_thing_and_describes_another_says_both():
    text = (
        "Officer Per Orr said nine bodies had been recovered and described reports of a raid as "
        "“grossly exaggerated”."
    )

    assert speakers_and_stances(text)["nine bodies had been recovered"] == ("Per Orr", "asserts")


def test_what_ranks_somewhere_is_said_by_who_speaks_before_it():
    text = "No money is there, Ada Holm said, and the road ranked 88th of 103 projects in May."

    assert ("Ada Holm", "asserts") in speakers_and_stances(text).values()
    assert {speaker for speaker, _ in speakers_and_stances(text).values()} == {"Ada Holm"}
