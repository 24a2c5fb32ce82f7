"""Whom "her predecessor" and "his successor" mean."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Ruth Amberley replaced Peter Dace in May. Her predecessor", "Peter Dace"),
        ("Ruth Amberley took over from Peter Dace in May. Her predecessor", "Peter Dace"),
        ("Ruth Amberley succeeded Peter Dace in May. His successor", "Ruth Amberley"),
        ("Peter Dace was replaced by Ruth Amberley. His successor", "Ruth Amberley"),
        ("Ruth Amberley met her predecessor, Peter Dace. Her predecessor", "Peter Dace"),
        ("Ruth Amberley met Peter Dace in May. Her predecessor", "Ruth Amberley's predecessor"),
        ("Ruth Amberley replaced Peter Dace. Her successor", "Ruth Amberley's successor"),
    ],
)
def test_who_came_before_and_behind_is_told_by_who_replaced_whom(told, speaker):
    assert speaker_of(f"{told} said 40 farms had burned.", "40 farms") == {speaker}
