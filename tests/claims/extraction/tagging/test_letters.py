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
