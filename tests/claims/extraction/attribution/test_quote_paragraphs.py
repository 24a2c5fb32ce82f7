"""Quotations that are a paragraph of their own, behind a paragraph that ends with their speaker."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Jonah Peel, a driver, told the inquest that the brakes had failed twice.", "Jonah Peel"),
        ("The brakes had failed twice, said Jonah Peel, a driver.", "Jonah Peel"),
        ("Jonah Peel denied that he had slept in the cab.", "Jonah Peel"),
        ("According to the audit, the brakes had failed twice.", "audit"),
    ],
)
def test_who_spoke_last_goes_on(before: str, speaker: str) -> None:
    text = (
        f"{before}\n\n“The book had no entry for 40 weeks. Nobody read it.”\n\nThe firm is closed."
    )
    assert speaker_of(text, "The book had no entry") == {speaker}


def test_a_tag_of_its_own_comes_first() -> None:
    text = "Peel said the brakes had failed.\n\n“The book had no entry for 40 weeks,” said Ada Orr."
    assert speaker_of(text, "The book had no entry") == {"Ada Orr"}


def test_a_paragraph_that_tells_more_does_not_lead_on() -> None:
    text = "Peel said the brakes had failed. The lorry was new.\n\n“The book had no entry in May.”"
    assert speaker_of(text, "The book had no entry") == {None}
