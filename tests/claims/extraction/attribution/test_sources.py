"""Who is the source of a statement, and what is none."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of, speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Federal prosecutors in April said the bank had lost 40 crowns.", "Federal prosecutors"),
        ("Officials in Lim said the bank had lost 40 crowns.", "Officials in Lim"),
    ],
)
def test_the_month_when_somebody_spoke_is_no_part_of_the_source(text, speaker):
    assert speaker_of(text, "lost 40") == {speaker}


@pytest.mark.parametrize("time", ["in 2014", "in early April 2019", "in October 2014"])
def test_nor_is_the_year(time, model):
    if model != "bundle":
        pytest.skip("needs a tagger")
    text = f"Officials {time} said the bank had lost 40 crowns."
    assert speaker_of(text, "lost 40") == {"Officials"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("All the experts I interviewed said her plans cost 40 crowns.", "experts"),
        ("All 14 nurses we asked said the ward had cost 40 crowns.", "14 nurses"),
    ],
)
def test_those_whom_somebody_asked_are_the_source(text, speaker):
    assert speaker_of(text, "cost 40") == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "The losses mean Runa Stahl may not have paid taxes for 40 years.",
        "A fall of 9 percent means that the bank may not pay 40 crowns a share.",
    ],
)
def test_what_a_thing_means_the_article_says(text):
    assert speaker_of(text, "may not") == {None}


def test_what_somebody_means_is_said():
    text = "Runa Stahl said 9 of them left. She meant that 40 clerks had been dismissed."
    assert speaker_of(text, "40 clerks") == {"Runa Stahl"}


def test_events_are_not_those_who_blame():
    text = "Attacks on nine ports rose by 40 percent. They blamed the council for 14 deaths."
    assert speaker_of(text, "14 deaths") == {None}


def test_guards_who_led_the_sentence_before_are_those_who_blame():
    text = "Guards at nine ports walked out in May. They blamed the council for 14 deaths."
    assert speaker_of(text, "14 deaths") <= {"Guards at nine ports", None}


@pytest.mark.parametrize(
    "text",
    ["Let's say you think a degree will cost 160,000 crowns.", "They can't blame 40 men on Holm."],
)
def test_a_verb_is_no_source(text):
    assert speaker_of(text, "") <= {None}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A teacher hired after the fire", "teacher"),
        ("Nine residents evacuated before the flood", "Nine residents"),
        ("A soldier wounded before the truce", "soldier"),
    ],
)
def test_who_had_something_done_to_them_after_an_event_speaks(source, speaker):
    assert speakers(f"{source} said two alarms had failed.") == {"two alarms had failed": speaker}


def test_who_speaks_after_a_deed_is_the_one_behind_after():
    text = "The mayor was suspended on Friday after the paper said she had taken 40,000 crowns."

    assert speakers(text)["she had taken 40,000 crowns"] == "paper"


@pytest.mark.parametrize("place", ["May", "Orno", "the Gulf of Lim"])
@pytest.mark.parametrize(
    "source",
    [
        "its lawyer, Lena Holm,",
        "a spokesman for the navy, Capt. Lena Holm,",
        "the owner, Lena Holm,",
    ],
)
def test_who_is_described_speaks_behind_a_month_or_a_place(place, source):
    text = f"The ferry was built in {place}, {source} said."

    assert speakers(text) == {f"The ferry was built in {place}": "Lena Holm"}


def test_a_name_before_a_description_alone_is_its_own():
    assert speakers("Lena Holm, the mayor, said nine men had drowned.") == {
        "nine men had drowned": "Lena Holm"
    }


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("One woman, 34,", "woman"),
        ("One resident, Ann Holm,", "Ann Holm"),
        ("One shopkeeper, who gave his name as Karim,", "Karim"),
    ],
)
def test_one_of_several_may_be_described(source, speaker):
    assert speakers(f"{source} said nine men had been taken.") == {
        "nine men had been taken": speaker
    }


@pytest.mark.parametrize("rank", ["Capt.", "Lt. Col.", "Dr.", "Gen."])
def test_a_short_rank_may_stand_between_an_office_and_a_name_behind_said(rank):
    text = f"Nine men had drowned near Orno, said the coastguard's chief, {rank} Ann Lund."

    assert speakers(text) == {"Nine men had drowned near Orno": "Ann Lund"}


def test_who_says_what_they_took_states_it():
    assert speaker_of("Rebels say they have captured Goma.", "captured Goma")
