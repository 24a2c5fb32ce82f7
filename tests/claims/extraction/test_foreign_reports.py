"""Reports in seven languages, annotated before they were read: floors of what is found."""

from __future__ import annotations

from collections import Counter

import pytest

from claims.extraction.language import detect

from .languages.judging import judge, reports

#: Per language, over the reports that rules are tuned on: least share of the statements that are
#: found, of the claims worth checking that are such a statement, of the statements of others that
#: are found with their speaker, of the denials that are told, of the sentences that end right.
FLOORS = {
    "ru": (0.97, 0.76, 0.93, 0.80, 0.99),
    "uk": (0.94, 0.73, 0.89, 0.80, 1.00),
    "de": (0.91, 0.70, 0.78, 0.80, 1.00),
    "fr": (0.91, 0.73, 0.82, 0.60, 1.00),
    "es": (0.93, 0.76, 0.90, 0.90, 1.00),
    "he": (0.95, 0.88, 0.90, 0.55, 1.00),
    "ar": (0.97, 0.92, 0.98, 0.66, 1.00),
}
#: The same over one report per language that no rule is made of.
UNSEEN = (0.97, 0.79, 0.78, 0.50, 0.97)


def shares(counts: Counter[str]) -> tuple[float, ...]:
    return (
        counts["matched"] / counts["said"],
        counts["worthy_right"] / counts["worthy"],
        counts["sourced_right"] / counts["sourced"],
        counts["denied_right"] / counts["denials"],
        counts["sentences_right"] / counts["sentences"],
    )


@pytest.mark.parametrize("code", FLOORS)
def test_reports_are_read_as_well_as_they_were(code):
    counts = sum((judge(report) for report in reports(code)), Counter())

    assert all(share >= floor for share, floor in zip(shares(counts), FLOORS[code], strict=True))


def test_reports_that_no_rule_knows_are_read_as_well_as_they_were():
    unseen = [report for code in FLOORS for report in reports(code, unseen=True)]
    counts = sum(map(judge, unseen), Counter())

    assert all(share >= floor for share, floor in zip(shares(counts), UNSEEN, strict=True))


@pytest.mark.parametrize("code", FLOORS)
def test_the_language_of_each_is_told(code):
    texts = [report.text for unseen in (False, True) for report in reports(code, unseen=unseen)]

    assert {detect(text) for text in texts} == {code}
