"""All figures, in the sections in which they are read."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from claims.reports.catalogue import outcome, outside, work
from claims.reports.durations import CORRECTING, STAGES, Stage
from claims.reports.figures import Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the report."""

    key: str
    title: str | Promise
    figures: list[Figure]
    stages: list[Stage] | None = None


SECTIONS = [
    Section("work", lazy("Throughput"), [work.THROUGHPUT, work.WHERE], STAGES),
    Section("verdicts", lazy("Verdicts"), outcome.MIX),
    Section("selection", lazy("Selection"), outcome.BALANCE),
    Section("repetition", lazy("Repetition"), outcome.REPETITION),
    Section("evidence", lazy("Evidence"), outcome.EVIDENCE),
    Section(
        "quality",
        lazy("Quality"),
        [work.RETURNS, work.CORRECTIONS, work.BLIND, work.BLIND_RATINGS],
        [CORRECTING],
    ),
    Section("load", lazy("Workload"), [work.ARRIVALS, work.HANDED_IN, work.BY_CLAIMANT]),
    Section("consumers", lazy("Programs"), [outside.BEHIND, outside.UNDELIVERED]),
    Section("extraction", lazy("Extraction"), [outcome.EXTRACTION]),
]
SECTION_OF = {section.key: section for section in SECTIONS}
FIGURES: dict[str, Figure] = {
    figure.key: figure for section in SECTIONS for figure in section.figures
}
COUNTED: dict[str, Figure | Stage] = {
    **FIGURES,
    **{stage.key: stage for section in SECTIONS for stage in section.stages or []},
}
# What is counted beforehand: all that happened on some day, times of stages as histograms. Not
# what stands now, and not deliveries, which leave no event when they get through.
NOT_SUMMED = (work.WHERE, outside.BEHIND, outside.UNDELIVERED)
SUMMED: dict[str, Figure] = {
    **{key: figure for key, figure in FIGURES.items() if figure not in NOT_SUMMED},
    **{key: one.histogram for key, one in COUNTED.items() if isinstance(one, Stage)},
    work.BUSY.key: work.BUSY,
    outcome.JUDGED_ONCE.key: outcome.JUDGED_ONCE,
}
