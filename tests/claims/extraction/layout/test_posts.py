"""A post that an article has taken in is said by whoever signed it."""

from __future__ import annotations

import pytest

from ..told import in_order

pytestmark = pytest.mark.usefixtures("model")

LEAD = "The port of Lim was closed at dawn, officials said."


@pytest.mark.parametrize(
    "post",
    [
        "We lost 14 mates on the Orla. — Ada Holm (@adaholm) May 3, 2024",
        "We lost 14 mates on the Orla. pic.twitter.com/AbC123\n— Ada Holm (@adaholm) May 3, 2024",
        "We lost 14 mates on the Orla https://t.co/abc\n\n— Ada Holm (@adaholm) 3 May 2024",
    ],
)
def test_a_post_is_said_by_whoever_signed_it(post):
    assert in_order(f"{LEAD}\n\n{post}\n\nThe port sold 40 tugs in June.") == [
        ("The port of Lim was closed at dawn", "officials"),
        ("We lost 14 mates on the Orla", "Ada Holm"),
        ("The port sold 40 tugs in June", None),
    ]


def test_a_handle_behind_a_name_in_a_sentence_signs_nothing():
    text = "The account of Orr Mills (@orrmills) had 40,000 readers in May."

    assert in_order(f"{LEAD}\n\n{text}") == [
        ("The port of Lim was closed at dawn", "officials"),
        (text[:-1], None),
    ]
