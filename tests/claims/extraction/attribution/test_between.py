"""What stands between a source and its cue, and what is given its place."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [(claim.text, claim.speaker) for claim in find_claims(text, "en")]


@pytest.mark.parametrize("time", ["as recently as March", "until last week", "as late as Tuesday"])
def test_a_time_behind_who_is_no_source(time):
    text = f"The bank, which {time} said that 40 branches were safe, has closed 9."

    assert ("40 branches were safe", "bank") in told(text)


@pytest.mark.parametrize(
    "who", ["Ada Holm, chairman of the parish council", "Ada Holm, head of the primary school"]
)
def test_an_office_behind_a_name_does_not_say_what_the_named_one_says(who):
    text = f"“This is about money,” said {who}, who claims 40 men lost their jobs in May."

    assert told(text)[-1] == ("40 men lost their jobs in May", "Ada Holm")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Holm Institute, a think tank, placed Varnia ninth among 40 countries.", "Varnia"),
        ("The Holm Institute ranks the port 12th in Europe.", "the port"),
    ],
)
def test_a_place_in_a_row_is_given_by_who_ranks(text, said):
    ((claim, speaker),) = told(text)

    assert claim.startswith(said)
    assert speaker == "Holm Institute"


def test_what_is_admitted_is_not_what_was_asked():
    text = "Asked about the fire, the owner, Ada Holm, admitted selling 40 barns."

    assert told(text) == [("selling 40 barns", "Ada Holm")]


def test_who_is_reached_by_telephone_confirms_and_counts():
    text = "A spokesman for Orr said that it was over. Reached by telephone, its owner, Ada Holm, "
    text += "confirmed receiving a fee but put it at 40,000 crowns."

    assert told(text)[-2:] == [
        ("receiving a fee", "Ada Holm"),
        ("it at 40,000 crowns", "Ada Holm"),
    ]


def test_whom_somebody_speaks_for_is_called_in_full():
    text = "Premier Karl Orr said 40 men had left. A spokesman for Orr said 9 had come back."

    assert told(text)[-1] == ("9 had come back", "spokesman for Karl Orr")
