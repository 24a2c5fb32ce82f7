"""Filters that so many claims pass that counting them live takes seconds.

Their figures are counted beforehand, as those of the whole desk are, day by day. The cells of a day
are packed into arrays, because nearly each of them counts a single row. Filters that fewer claims
pass are quick without.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from django.db import connection

from claims.models import ReportFilter

LARGE = 10_000  # claims
Filter = tuple[str, str]  # a column of the scope, and its value as it is spelled here

# Names of claimants are compared as a scope compares them.
_LARGE = """
INSERT INTO claims_reportfilter (name, value, since)
SELECT name, value, %(now)s FROM (
    SELECT 'outlet' AS name, domain AS value, count(*) AS number FROM claims_mention mention
    JOIN articles_snapshot snapshot ON snapshot.id = mention.snapshot_id
    JOIN articles_article article ON article.id = snapshot.article_id
    JOIN articles_source source ON source.id = article.source_id
    GROUP BY domain
    UNION ALL
    SELECT 'topic', slug, count(*) FROM claims_claim_topics tagged
    JOIN claims_topic topic ON topic.id = tagged.topic_id GROUP BY slug
    UNION ALL
    SELECT 'claimant', upper(name), sum(number) FROM (
        SELECT claimant_id, count(*) AS number FROM claims_claim GROUP BY claimant_id
    ) said JOIN claims_claimant claimant ON claimant.id = said.claimant_id GROUP BY upper(name)
    UNION ALL
    SELECT 'side', side_id, count(*) FROM claims_claim claim
    JOIN claims_claimant claimant ON claimant.id = claim.claimant_id
    WHERE side_id IS NOT NULL GROUP BY side_id
) found WHERE number >= %(large)s
ON CONFLICT (name, value) DO NOTHING
"""
# Which filters a claim passes, by what the desk has of it and by what was published of it.
_PASSES = """
CREATE TEMP TABLE passes ON COMMIT DROP AS
WITH mine AS MATERIALIZED (SELECT DISTINCT claim FROM told WHERE NOT is_public),
public AS MATERIALIZED (
    SELECT state.* FROM claims_publicstate state
    JOIN (SELECT DISTINCT claim FROM told WHERE is_public) told ON told.claim = state.claim_id
), valued AS (
    SELECT claim, false AS is_public, 'outlet' AS name, domain AS value FROM mine
    JOIN claims_mention mention ON mention.claim_id = claim
    JOIN articles_snapshot snapshot ON snapshot.id = mention.snapshot_id
    JOIN articles_article article ON article.id = snapshot.article_id
    JOIN articles_source source ON source.id = article.source_id
    UNION SELECT claim, false, 'topic', slug FROM mine
    JOIN claims_claim_topics tagged ON tagged.claim_id = claim
    JOIN claims_topic topic ON topic.id = tagged.topic_id
    UNION ALL SELECT claim, false, one.name, one.value FROM mine
    JOIN claims_claim ON claims_claim.id = claim
    JOIN claims_claimant claimant ON claimant.id = claimant_id,
    LATERAL (VALUES ('claimant', upper(claimant.name)), ('side', side_id)) one (name, value)
    UNION SELECT claim_id, true, 'outlet', jsonb_array_elements_text(outlets) FROM public
    UNION SELECT claim_id, true, 'topic', jsonb_array_elements_text(topics) FROM public
    UNION ALL SELECT claim_id, true, one.name, one.value FROM public
    JOIN claims_claimant claimant ON claimant.id = claimant_id,
    LATERAL (VALUES ('claimant', upper(claimant.name)), ('side', side_id)) one (name, value)
)
SELECT claim, is_public, filter.id AS filter_id FROM valued
JOIN claims_reportfilter filter USING (name, value)
"""
_PACKED = """
CREATE TEMP TABLE packed ON COMMIT DROP AS
SELECT filter_id, figure, kind, day, array_agg(language) AS languages, array_agg(by) AS bys,
    array_agg(split) AS splits, array_agg(number) AS numbers
FROM (
    SELECT filter_id, figure, kind, start AS day, language, by, split, count(*)::int AS number
    FROM numbered JOIN passes USING (claim, is_public)
    GROUP BY filter_id, figure, kind, start, language, by, split
    ORDER BY filter_id, figure, kind, start, language, by, split
) cell GROUP BY filter_id, figure, kind, day
"""
_GONE = """
DELETE FROM claims_reportfilteredday kept
WHERE day = ANY(%(days)s) AND NOT EXISTS (
    SELECT FROM packed WHERE packed.filter_id = kept.filter_id AND packed.figure = kept.figure
        AND packed.kind = kept.kind AND packed.day = kept.day
)
"""
# What is the same is not written: most of a day that is counted anew.
_STORE = """
MERGE INTO claims_reportfilteredday kept
USING packed ON packed.filter_id = kept.filter_id AND packed.figure = kept.figure
    AND packed.kind = kept.kind AND packed.day = kept.day
WHEN MATCHED AND (kept.languages, kept.bys, kept.splits, kept.numbers)
    IS DISTINCT FROM (packed.languages, packed.bys, packed.splits, packed.numbers)
THEN UPDATE SET languages = packed.languages, bys = packed.bys, splits = packed.splits,
    numbers = packed.numbers
WHEN NOT MATCHED THEN INSERT
    (filter_id, figure, kind, day, languages, bys, splits, numbers)
    VALUES (packed.filter_id, packed.figure, packed.kind, packed.day, packed.languages,
        packed.bys, packed.splits, packed.numbers)
"""
# Packs the days that `claims.reports.daily` has told row by row.
PACK = (_PASSES, "ANALYZE passes", _PACKED, _GONE, _STORE)


def find(now: datetime) -> bool:
    """Look for filters that have become large; return whether there are any new ones."""
    with connection.cursor() as cursor:
        cursor.execute(_LARGE, {"now": now, "large": LARGE})
        return cursor.rowcount > 0


def counted(oldest: datetime) -> dict[Filter, int]:
    """Return the filters that are counted on every day.

    oldest: when the day was counted that was counted longest ago. Filters found later miss there.
    """
    rows = ReportFilter.objects.filter(since__lte=oldest)
    return {(name, value): key for key, name, value in rows.values_list("pk", "name", "value")}


@lru_cache(1024)
def spelled(name: str, value: str) -> Filter:
    """Return a filter as it is spelled here, where the case of a claimant's name is none."""
    if name != "claimant":
        return name, value
    with connection.cursor() as cursor:
        # PostgreSQL and Python do not always agree on what an upper case is.
        cursor.execute("SELECT upper(%s)", [value])
        return name, cursor.fetchone()[0]
