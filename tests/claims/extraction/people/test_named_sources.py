"""Names among the words for a source."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

TABLE = [
    # where the office is held is no part of the name
    ("Norland’s ambassador to Lim Ida Moss said that 40 men were held.", "40 men", "Ida Moss"),
    ("Secretary of State Ida Moss said that 40 men were held.", "40 men", "Ida Moss"),
    ("The minister for Trade Ida Moss said that 40 men were held.", "40 men", "Ida Moss"),
    # what a firm or body is, before its name
    ("Budget airline Valair said it had grounded 12 jets.", "12 jets", "Valair"),
    ("The state railway Sever says it runs 40 trains.", "40 trains", "Sever"),
    ("Campaign group Clear Air says 40 men were ill.", "40 men", "Clear Air"),
    ("The operator Airgate said 40 men were ill.", "40 men", "Airgate"),
    (
        "Torvald Steel fell by 4%. The steelmaker said it had cut 400 jobs.",
        "400 jobs",
        "Torvald Steel",
    ),
    # what somebody is, before his or her name
    ("Moderator Lisa Orr said that 40 men were ill.", "40 men", "Lisa Orr"),
    ("Survivor Nina Katz said that 40 men were ill.", "40 men", "Nina Katz"),
    ("Prosecutor Tess Wynn rose. The prosecutor said 40 men were ill.", "40 men", "Tess Wynn"),
    (
        "Ivo Lang resigned on Monday. The 54-year-old said two audits had cleared him.",
        "two audits",
        "Ivo Lang",
    ),
    # names that are small words otherwise
    ("The WHO said that 40 men were ill.", "40 men", "WHO"),
    ("According to the WHO, 40 men were ill.", "40 men", "WHO"),
    ("The US denied that 40 men were ill.", "40 men", "US"),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE)
def test_what_stands_before_a_name_is_no_part_of_it(text, part, speaker):
    assert speaker_of(text, part) == {speaker}
