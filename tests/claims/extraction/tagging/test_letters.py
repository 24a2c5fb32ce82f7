"""Words that an ending or a tagger takes for something else keep their class."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize("body", ["family", "assembly"])
def test_nouns_that_end_like_adverbs_are_nouns(body):
    text = f"The mill was closed in 2019, lawyers for the {body} said."

    assert speakers(text) == {"The mill was closed in 2019": f"lawyers for the {body}"}


@pytest.mark.parametrize("verb", ["sank", "fled in May", "took 12 men"])
def test_pasts_that_are_no_nouns_are_verbs(verb):
    (claim,) = find_claims(f"The firm said 40 tugs {verb}.", "en")

    assert (claim.text, claim.speaker) == (f"40 tugs {verb}", "firm")


@pytest.mark.parametrize("verb", ["said", "insisted", "told the inquiry"])
def test_pasts_of_saying_behind_a_year_are_verbs(verb):
    text = f"A nurse who has worked on the ward since 2011 {verb} that two alarms had failed."

    assert speakers(text)["two alarms had failed"] == "nurse"


def test_participles_behind_a_figure_describe_what_is_counted():
    text = "The audit found that 9 reported deaths were missing."

    assert speakers(text) == {"9 reported deaths were missing": "audit"}


@pytest.mark.parametrize("paper", ["A note in the margin", "A memo on the desk"])
def test_what_reads_a_quotation_is_a_paper(paper):
    text = f'{paper} reads: "Nobody checked the valve in May."'

    assert speakers(text) == {"Nobody checked the valve in May": paper[2:]}


@pytest.mark.parametrize("said", ["the rest face trial for murder", "the rest share two pumps"])
def test_the_rest_are_several_who_do_something(said, model):
    if model == "bundle":
        pytest.skip("the tagger takes the verb for a noun")
    assert speakers(f"The ministry says {said}.") == {said: "ministry"}


@pytest.mark.parametrize("many", ["Prosecutors allege", "Analysts reckon", "Lawyers contend"])
@pytest.mark.parametrize("opener", ["", "that "])
def test_a_bare_form_of_saying_behind_a_plural_is_a_verb(many, opener):
    text = f"{many} {opener}Holm took 40 million crowns."

    assert speakers(text) == {"Holm took 40 million crowns": many.split()[0]}


def test_what_data_show_in_the_middle_of_a_sentence_is_said_by_them():
    text = "Exports fell by 9% in May, official data show, and 40 mills have been shut."

    assert speakers(text)["Exports fell by 9% in May"] == "official data"


def test_what_an_inquest_heard_on_a_day_is_said_there():
    text = "A home where nine men died had ignored warnings, an inquest heard on Wednesday."

    assert set(speakers(text).values()) == {"inquest"}
