"""How long a year's report takes on a large desk: from summaries, and counted live beside it.

    PLUMBLINE_DATA=FOLDER python benchmarks/reports.py
        [--days 365] [--rounds 5] [--pages] [--live] [--filters] [--lists]

Needs the database of `python -m benchmarks.million`; summaries are written into it. Prints how
long the summaries take to build and to bring along, then each section's page as an editor gets it,
median of the rounds, and with --live once counted live, for the ratio. The first page of each
section is a warm-up and not counted.

--filters  each section filtered by language, outlet, claimant, side and topic, by the one with
           most claims and one in the middle, and by two filters at once, which is counted live
--lists    for each figure its own page, its CSV, and the first page of the list of all its rows
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from claims.models import Claim, Event, ReportCount, ReportDay  # noqa: E402
from claims.reports import refreshing  # noqa: E402
from claims.reports.catalogue import FIGURES, SECTIONS  # noqa: E402
from claims.reports.scope import Scope  # noqa: E402
from config.embedded import held  # noqa: E402

FILTERS = {
    "language": "language",
    "outlet": "mentions__snapshot__article__source__domain",
    "claimant": "claimant__name",
    "side": "claimant__side",
    "topic": "topics__slug",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--days", type=int, default=365)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--live", action="store_true", help="count live too, once")
    options.add_argument("--pages", action="store_true", help="only the pages, no rounds")
    options.add_argument("--filters", action="store_true", help="time filtered reports too")
    options.add_argument("--lists", action="store_true", help="time pages and lists of figures")
    asked = options.parse_args()
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.REPORT_LIVE_CLAIMS = 0

    with held(settings.DATA_DIR):
        _sizes()
        if not asked.pages:
            _rounds()
        _pages(asked)


def _rounds() -> None:
    print(f"summaries: {_timed(_all):.1f} s for {ReportDay.objects.count()} days")
    print(f"summaries: {ReportCount.objects.count():,} counts, {_size()} MB")
    print(f"nothing new: {_timed(refreshing.refresh):.2f} s")
    touched = list(Event.objects.order_by("-id").values_list("pk", flat=True)[:20])
    _rewind(min(touched, default=0))
    print(f"twenty events: {_timed(refreshing.refresh):.1f} s, {_done.days} days")


def _all() -> refreshing.Round:
    while not (done := refreshing.refresh()).is_done:
        pass
    return done


def _pages(asked: argparse.Namespace) -> None:
    end = timezone.localdate()
    scope = Scope(end - timedelta(days=asked.days - 1), end)
    client = Client()
    client.force_login(get_user_model().objects.filter(groups__name="editor").first())
    print(f"\n{scope.start} to {scope.end}, compared with the range before")
    _sections(client, scope, asked)
    if asked.filters:
        _filters(client, scope)
    if asked.lists:
        _lists(client, scope)


def _sections(client: Client, scope: Scope, asked: argparse.Namespace) -> None:
    print(f"{'section':12} {'summaries':>10} {'slowest':>10} {'live':>10} {'ratio':>7}")
    for section in SECTIONS:
        address = f"/desk/reports/sections/{section.key}/?{scope.address()}"
        _page(client, address)
        fast = [_page(client, address) for _ in range(asked.rounds)]
        slow = _live(client, address) if asked.live else None
        middle = statistics.median(fast)
        shown = f"{slow:9.2f}s {slow / middle:6.0f}x" if slow else f"{'-':>10} {'-':>7}"
        print(f"{section.key:12} {middle:9.2f}s {max(fast):9.2f}s {shown}", flush=True)


def _filters(client: Client, scope: Scope) -> None:
    heads = " ".join(f"{section.key[:8]:>8}" for section in SECTIONS)
    print(f"\n{'filter':34} {'claims':>7} {heads}")
    largest: dict[str, str] = {}
    for name, path in FILTERS.items():
        ranked = Claim.objects.values_list(path).annotate(number=Count("pk", distinct=True))
        found = list(ranked.exclude(**{path: None}).order_by("-number"))
        largest[name] = found[0][0]
        for value, number in (found[0], found[len(found) // 2]):
            _filtered(client, scope, number, **{name: value})
    for pair in (("language", "topic"), ("outlet", "topic"), ("side", "topic")):
        given = {name: largest[name] for name in pair}
        claims = Claim.objects.filter(**{FILTERS[name]: value for name, value in given.items()})
        _filtered(client, scope, claims.distinct().count(), **given)


def _filtered(client: Client, scope: Scope, number: int, **given: str) -> None:
    times = []
    for section in SECTIONS:
        address = f"/desk/reports/sections/{section.key}/?{replace(scope, **given).address()}"
        _page(client, address)
        times.append(f"{_page(client, address):8.2f}")
    told = " ".join(f"{name} {value}" for name, value in given.items())
    print(f"{told:34} {number:7} {' '.join(times)}", flush=True)


def _lists(client: Client, scope: Scope) -> None:
    print(f"\n{'figure':24} {'page':>8} {'CSV':>8} {'list':>8}")
    for key in FIGURES:
        times = []
        for address in (f"figures/{key}/?", f"figures/{key}/?format=csv&", f"rows/{key}/?"):
            times.append(f"{_page(client, f'/desk/reports/{address}{scope.address()}'):8.2f}")
        print(f"{key:24} {' '.join(times)}", flush=True)


def _page(client: Client, address: str) -> float:
    began = time.perf_counter()
    assert client.get(address).status_code == 200
    return time.perf_counter() - began


def _live(client: Client, address: str) -> float:
    settings.REPORT_LIVE_CLAIMS = 10**9
    try:
        return _page(client, address)
    finally:
        settings.REPORT_LIVE_CLAIMS = 0


def _rewind(event_id: int) -> None:
    """Let the next round find these events anew."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_reportstate SET event_id = %s", [event_id - 1])


_done = refreshing.Round(0)


def _timed(work) -> float:
    global _done
    began = time.perf_counter()
    _done = work()
    return time.perf_counter() - began


def _sizes() -> None:
    claims = Claim.objects.count()
    print(f"{claims:,} claims, {Event.objects.count():,} events")


def _size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size('claims_reportcount') / 1000000")
        return cursor.fetchone()[0]


if __name__ == "__main__":
    main()
