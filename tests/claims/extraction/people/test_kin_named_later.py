"""Kin who are called by a first name, and by a surname further down."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")

STORY = (
    "Among the dead was Derek Brandt, a retired driver. {} The trust has apologised to Mrs Brandt. "
    "Jean Brandt sold the house in June."
)


def test_a_widow_by_her_first_name_is_the_one_who_is_named_in_full_later():
    told = speakers(STORY.format("His widow, Jean, says that nine doctors came."))

    assert told["nine doctors came"] == "Jean Brandt"


def test_mrs_is_the_one_of_two_whose_first_name_tells_no_man():
    told = speakers(
        STORY.format("Jean Brandt said nine doctors came. Mrs Brandt said 40 men were ill.")
    )

    assert told["40 men were ill"] == "Jean Brandt"


def test_nobody_is_enough_of_a_subject_for_one_verb():
    told = speakers(STORY.format("Her sister, Petra Lind, said that nobody rang."))

    assert told["nobody rang"] == "Petra Lind"
