"""What stands between a source and its cue, and what is given its place."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import in_order

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize("time", ["as recently as March", "until last week", "as late as Tuesday"])
def test_a_time_behind_who_is_no_source(time):
    text = f"The bank, which {time} said that 40 branches were safe, has closed 9."

    assert ("40 branches were safe", "bank") in in_order(text)


@pytest.mark.parametrize(
    "who", ["Ada Holm, chairman of the parish council", "Ada Holm, head of the primary school"]
)
def test_an_office_behind_a_name_does_not_say_what_the_named_one_says(who):
    text = f"“This is about money,” said {who}, who claims 40 men lost their jobs in May."

    assert in_order(text)[-1] == ("40 men lost their jobs in May", "Ada Holm")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Holm Institute, a think tank, placed Varnia ninth among 40 countries.", "Varnia"),
        ("The Holm Institute ranks the port 12th in Europe.", "the port"),
    ],
)
def test_a_place_in_a_row_is_given_by_who_ranks(text, said):
    ((claim, speaker),) = in_order(text)

    assert claim.startswith(said)
    assert speaker == "Holm Institute"


def test_what_is_admitted_is_not_what_was_asked():
    text = "Asked about the fire, the owner, Ada Holm, admitted selling 40 barns."

    assert in_order(text) == [("selling 40 barns", "Ada Holm")]


def test_who_is_reached_by_telephone_confirms_and_counts():
    text = "A spokesman for Orr said that it was over. Reached by telephone, its owner, Ada Holm, "
    text += "confirmed receiving a fee but put it at 40,000 crowns."

    assert in_order(text)[-2:] == [
        ("receiving a fee", "Ada Holm"),
        ("it at 40,000 crowns", "Ada Holm"),
    ]


def test_whom_somebody_speaks_for_is_called_in_full():
    text = "Premier Karl Orr said 40 men had left. A spokesman for Orr said 9 had come back."

    assert in_order(text)[-1] == ("9 had come back", "spokesman for Karl Orr")


def test_whose_report_says_a_thing_says_it(model):
    if model == "blank":
        pytest.skip("needs a tagger")
    text = (
        "The fears were shared by the Holm Trust, whose report to the inquiry puts the wait at 40 "
    )
    text += "minutes and notes that its boats were called out 88 times in May."

    assert [speaker for _, speaker in in_order(text)] == ["Holm Trust", "Holm Trust"]


@pytest.mark.parametrize(
    "behind", ["short of the 12 million analysts had expected", "compared with a consensus of 12"]
)
def test_what_analysts_expected_is_of_who_asked_them_but_not_what_was_sold(behind, model):
    if model == "blank" and "short" in behind:
        pytest.skip("needs a tagger")
    text = f"Sales rose to 9 million crowns, {behind}, according to data from Faro."

    assert in_order(text)[0] == ("Sales rose to 9 million crowns", None)


def test_a_finding_goes_on_behind_while():
    text = "Researchers found that rents had risen by 9%, while wages had fallen by 3%."

    assert in_order(text)[-1] == ("wages had fallen by 3%", "Researchers")


def test_it_behind_a_colon_is_the_body_before_it():
    text = "Minister Fiona Drew said that six men had died. Her department later corrected the "
    text += "answer: there had been eight deaths, it said."

    assert in_order(text)[-1] == ("there had been eight deaths", "Fiona Drew's department")


def test_a_newspaper_that_prints_a_poll_has_not_made_it(model):
    if model == "blank":
        pytest.skip("needs a tagger")
    poll = "by the daily Nova Tide found that 61% of voters backed the plan."

    assert in_order(f"An opinion poll published on Monday {poll}")[0][1] == "opinion poll"
    assert in_order(f"A survey {poll}")[0][1] == "Nova Tide"


@pytest.mark.parametrize("cause", ["the snow in May", "a lack of guards"])
def test_what_is_put_down_to_a_cause_is_said(cause):
    assert in_order(f"Ada Holm has put the delay down to {cause}.") == [
        (f"the delay down to {cause}", "Ada Holm")
    ]


def test_what_is_put_down_to_a_price_is_not():
    assert in_order("Ada Holm put the price down to 40 crowns.")[0][1] is None
