"""Brings the summaries along with the trail.

Events since the last round name claims, and every day on which one of these claims counts is
counted anew (`claims.reports.daily`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from claims.locks import alone
from claims.models import ReportDay, ReportState
from claims.reports import large
from claims.reports.daily import count_days
from claims.reports.reach import month_end
from claims.reports.summaries import is_large, last_day, shape

OVERLAP = timedelta(minutes=2)  # an event may be committed this long after its time
KEPT_DAYS = 3660  # as far back as a report may reach
PATIENCE = 240  # seconds after which a round begins no more days
STEP = 60  # seconds that the days take that are counted in one transaction
FEW = 7  # days of the first step of a round

_NOTHING = "TRUNCATE claims_reportcount, claims_reportfilter, claims_reportfilteredday"
# An article's outlet, an outlet's host and a topic are changed in the admin, which keeps a log.
_DAYS_OF_TOUCHED = """
WITH edited AS (
    SELECT model, object_id FROM django_admin_log log
    JOIN django_content_type type ON type.id = log.content_type_id
    WHERE action_time > %(since)s AND model IN ('article', 'source', 'topic')
), renamed AS (
    SELECT CASE WHEN kind = 'claimant.changed' THEN split_part(subject, ':', 2)::uuid END AS id
    FROM claims_event WHERE id > %(after)s AND kind = 'claimant.changed'
), touched AS (
    SELECT claim_id AS id FROM claims_event WHERE id > %(after)s AND claim_id IS NOT NULL
    UNION SELECT id FROM claims_claim WHERE claimant_id IN (SELECT id FROM renamed)
    UNION SELECT claim_id FROM claims_publicstate WHERE claimant_id IN (SELECT id FROM renamed)
    UNION SELECT claim_id FROM claims_claim_topics WHERE topic_id IN (
        SELECT CASE WHEN model = 'topic' THEN object_id::bigint END FROM edited
    )
    UNION SELECT claim_id FROM claims_mention WHERE snapshot_id IN (
        SELECT id FROM articles_snapshot WHERE article_id IN (
            SELECT CASE WHEN model = 'article' THEN object_id::uuid END FROM edited
            UNION SELECT id FROM articles_article WHERE source_id IN (
                SELECT CASE WHEN model = 'source' THEN object_id::bigint END FROM edited
            )
        )
    )
), moments AS (
    SELECT created_at AS at FROM claims_claim JOIN touched USING (id)
    UNION ALL SELECT at FROM claims_event JOIN touched ON touched.id = claim_id
    UNION ALL SELECT created_at FROM claims_mention JOIN touched ON touched.id = claim_id
    UNION ALL SELECT published_at FROM claims_verdict JOIN touched ON touched.id = claim_id
    UNION ALL SELECT answered_at FROM claims_secondopinion
        JOIN claims_verdict verdict ON verdict.id = verdict_id
        JOIN touched ON touched.id = verdict.claim_id
    UNION ALL SELECT first_published_at FROM claims_publicstate
        JOIN touched ON touched.id = claim_id
)
UPDATE claims_reportday SET is_stale = true
WHERE NOT is_stale AND day IN (
    SELECT DISTINCT (at AT TIME ZONE %(zone)s)::date FROM moments WHERE at IS NOT NULL
)
"""
_DAYS_MISSING = """
INSERT INTO claims_reportday (day, is_stale)
SELECT day::date, true FROM generate_series(
    (SELECT greatest((min(created_at) AT TIME ZONE %(zone)s)::date, %(earliest)s)
     FROM claims_claim),
    %(last)s::date, interval '1 day'
) AS day
ON CONFLICT (day) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. days: how many it counted anew. is_done: whether none is left over."""

    days: int
    is_done: bool = True


def refresh(patience: float = PATIENCE) -> Round:
    """Bring the summaries along with the trail.

    patience: seconds after which no more days are begun. What is left over is for the next round,
    which goes on where this one ended.
    """
    if not is_large():
        return Round(0)
    with alone("summaries") as is_alone:
        if not is_alone:
            return Round(0)
        began, clock = timezone.now(), time.monotonic()
        _mark(began)
        left = list(ReportDay.objects.filter(is_stale=True).values_list("day", flat=True))
        counted, most = 0, FEW
        while left:
            if counted and time.monotonic() - clock > patience:
                return Round(counted, is_done=False)
            days = [day for day in left[:most] if day <= month_end(left[0].replace(day=1))]
            start = time.monotonic()
            count_days(days)
            # However many claims a day has, the next step takes about a minute at most.
            spent = max(time.monotonic() - start, 0.001)
            most = max(1, int(STEP * len(days) / spent))
            counted, left = counted + len(days), left[len(days) :]
        ReportState.objects.update(refreshed_at=began)
    return Round(counted)


def _mark(now: datetime) -> None:
    """Mark the days on which something may count otherwise than it did."""
    zone = {"zone": settings.TIME_ZONE}
    with transaction.atomic(), connection.cursor() as cursor:
        state, _created = ReportState.objects.get_or_create(pk=1)
        if is_other := state.shape != shape():
            cursor.execute(_NOTHING)
            ReportDay.objects.update(is_stale=True, counted_at=None)
            state.shape, state.refreshed_at = shape(), None
        earliest = last_day() - timedelta(days=KEPT_DAYS)
        cursor.execute(_DAYS_MISSING, {**zone, "last": last_day(), "earliest": earliest})
        # Once a day is often enough. What has become large counts from now on, on every day.
        if (is_other or cursor.rowcount) and large.find(now):
            ReportDay.objects.update(is_stale=True)
        # Also between the rounds of a first build, but not before it, when all events are new.
        if ReportDay.objects.filter(is_stale=False).exists():
            since = (state.marked_at or now) - OVERLAP
            cursor.execute(_DAYS_OF_TOUCHED, {**zone, "after": state.event_id, "since": since})
        # Events of the last moments are looked at once more: an earlier number may come later.
        cursor.execute("SELECT max(id) FROM claims_event WHERE at < %s", [now - OVERLAP])
        state.event_id = max(state.event_id, cursor.fetchone()[0] or 0)
        state.marked_at = now
        state.save()
