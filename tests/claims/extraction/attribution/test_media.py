"""Reports that somebody disputes, with the paper or the site that they stand in."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [
        (claim.speaker, claim.stance, claim.reported_by)
        for claim in find_claims(f"The port is old. {text}", "en")
        if "40 boats" in claim.text
    ]


@pytest.mark.parametrize(
    ("deed", "source"),
    [
        ("disputed a report in Tuesday's Handelskurier", "Handelskurier"),
        ("disputed a report in the Daily Echo", "Daily Echo"),
        ("disputed an account in the Tide newspaper", "Tide newspaper"),
        ("dismissed reports in local media", "local media"),
        ("rejected claims on social media", "social media"),
        ("disputed the finding in a study by Karl Roth", "Karl Roth"),
    ],
)
def test_a_disputed_report_is_that_of_its_paper(deed, source):
    assert told(f"Ada Holm {deed} that 40 boats had been sold.") == [
        (source, "disputes", "Ada Holm")
    ]


def test_who_denies_a_report_denies_it_themselves():
    assert told("Ada Holm denied a report in the Daily Echo that 40 boats had been sold.") == [
        ("Ada Holm", "denies", None)
    ]


def test_a_place_has_no_reports_of_its_own():
    ((speaker, _, _),) = told("Ada Holm disputed reports in Oster that 40 boats had been sold.")

    assert speaker == "Ada Holm"


@pytest.mark.parametrize(
    "deed",
    [
        "described as “a fabrication” a report in the weekly Tide",
        "rejected as nonsense a report in the Daily Echo",
        "dismissed as “hot air” a suggestion by Karl Roth",
        "rejected an allegation by Karl Roth",
    ],
)
def test_who_gives_a_report_a_bad_name_or_rejects_a_suggestion_denies_it(deed):
    ((speaker, stance, reporter),) = told(f"Ada Holm {deed} that 40 boats had been sold.")

    assert (speaker, reporter) == ("Ada Holm", None)
    assert stance in ("denies", "disputes")
