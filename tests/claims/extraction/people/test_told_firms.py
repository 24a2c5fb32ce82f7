"""Firms without a telling name, and whom "the company" means behind them."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "before",
    [
        "The owner of the crane, Nordvarn, said it was inspected in March.",
        "The crane was inspected in March, according to Nordvarn.",
        "Ada Holm, chief executive of Nordvarn, said the crane was inspected in March.",
    ],
)
@pytest.mark.parametrize("firm", ["The company", "The Lim-based company", "The crane maker"])
def test_the_company_is_who_spoke_last(before, firm):
    text = f"Three people were hurt on Monday.\n\n{before} {firm} said 20 men were off work."

    assert speaker_of(text, "20 men") == {"Nordvarn"}


@pytest.mark.parametrize(
    "before",
    [
        "Kestrel Brandvik on Monday said its pill cut attacks by 41%.",
        "Drugmaker Kestrel Brandvik said its pill cut attacks by 41%.",
        "Kestrel Brandvik's chief executive, Ute Lang, said attacks fell by 41%.",
    ],
)
def test_a_name_that_speaks_of_its_own_is_a_firm(before):
    text = f"A trial ended in May, officials said.\n\n{before} Kestrel said 9% had nausea."

    assert speaker_of(text, "9% had nausea") == {"Kestrel Brandvik"}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the state-owned railway", "state-owned railway"),
        ("the Saudi-led coalition", "Saudi-led coalition"),
        ("the London-based Oster Observatory", "Oster Observatory"),
    ],
)
@pytest.mark.parametrize("frame", ["{} said", "said {}", "according to {}"])
def test_what_a_hyphen_ties_to_a_participle_describes_a_body(frame, source, speaker):
    text = f"At least 40 men were killed in May, {frame.format(source)}."

    assert speaker_of(text, "40 men") == {speaker}
