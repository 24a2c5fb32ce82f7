"""Who "he" is that denies what is said of him in the sentence before."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize("who", ["Gail Worth", "Tony Zervas"])
def test_he_who_denies_is_whom_somebody_speaks_of(who):
    text = (
        "Ross Kidd met Tony Zervas in May. Mr Zervas said it was late. "
        f"{who} said Mr Kidd rang her three times. He denied that. “I rang twice,” he said."
    )

    assert speaker_of(text, "He denied that") == {"Ross Kidd"}


def test_he_who_denies_leads_where_two_are_spoken_of():
    text = (
        "Tony Zervas spoke in May. Gail Worth said Ross Kidd rang Per Orr three times. He denied "
        "that."
    )

    assert speaker_of(text, "He denied that") == {"Tony Zervas"}
