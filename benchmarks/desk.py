"""How the pages of the desk feel with a million claims, against the same pages with a thousand.

    PLUMBLINE_DATA=BIG python -m benchmarks.desk --small FOLDER [--rounds 15] [--explain]

BIG and FOLDER hold databases made by `python -m benchmarks.million` with 1,000,000 and with 1,000
claims; a DATABASE_URL may stand in the place of BIG. All is measured in one process and in turns,
page by page and now here, now there, so that a busy machine disturbs both alike. For each page: the
ratio of the medians, how many queries it takes in either, and its median against that of the
smallest page of the desk (a session, a person, a form). With --explain also each sequential scan of
a table with more than 20,000 rows, and each sort of more than 5,000 rows.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from claims.accounts.models import User  # noqa: E402
from claims.models import Claim, Mention, Verdict  # noqa: E402
from claims.workbench.keyset import write_cursor  # noqa: E402
from claims.workbench.queue import ORDERS  # noqa: E402
from config.embedded import Server  # noqa: E402

SMALLEST = "smallest page"
BIG_TABLE, BIG_SORT = 20_000, 5_000  # rows
PERSON = "manager1@bench.example"


class Desk:
    """One database with a person logged in, and the addresses of its pages."""

    def __init__(self, host: str, name: str) -> None:
        self.place = {"HOST": host, "NAME": name}
        with self.chosen():
            self.client = Client()
            self.client.force_login(User.objects.get(email=PERSON))
            self.size = Claim.objects.count()
            self.pages = dict(self._pages())

    @contextmanager
    def chosen(self) -> Iterator[None]:
        """Have the product use this database."""
        known = connection.settings_dict
        if {name: known[name] for name in self.place} != self.place:
            connection.close()
            known.update(self.place)
        yield

    def get(self, name: str) -> None:
        response = self.client.get(self.pages[name])
        if response.status_code != 200:
            sys.exit(f"{name}: {self.pages[name]} answers {response.status_code}")

    def _pages(self) -> Iterator[tuple[str, str]]:
        queue = reverse("desk:queue")
        yield SMALLEST, reverse("desk:preferences")
        for sort in ORDERS:
            yield f"queue, by {sort}", f"{queue}?state=candidate&sort={sort}"
        yield "queue, all states", f"{queue}?state=all&sort=newest"
        yield "queue, in the middle", f"{queue}?state=candidate&from={self._middle()}"
        claim = Claim.objects.filter(state="queued", claimant__isnull=False).earliest("created_at")
        said = Mention.objects.select_related("snapshot__article__source")
        article = said.filter(claim__state="queued").earliest("pk").snapshot.article
        word = max(claim.text.split(), key=len).strip(".,")
        for name, filters in {
            "kind": f"kind={claim.kind}",
            "language": f"language={claim.language}",
            "worth": "worth=0.75",
            "claimant": f"claimant={claim.claimant.name}",
            "outlet": f"outlet={article.source_id or ''}",
            "article": f"article={article.pk}",
            "nobody's": "mine=nobody",
            "my hand": "mine=hand",
            "drafted by me": "mine=drafted",
            "assigned": "mine=assigned",
            "a rare word": f"q={word}",
            "a common word": "q=of",
            "no such word": "q=zeppelinesque",
            "a figure": "q=1,200",
        }.items():
            for state in ("queued", "all"):
                yield f"queue, {state}: {name}", f"{queue}?state={state}&{filters}"
        verdict = Verdict.objects.filter(state="submitted").earliest("pk")
        yield "claim", f"{reverse('desk:claim', args=[claim.pk])}?state=queued"
        yield "claim before an editor", reverse("desk:claim", args=[verdict.claim_id])
        for name in ("board", "inbox", "articles", "notices", "seconds", "readers"):
            yield name, reverse(f"desk:{name}")
        yield "article", reverse("desk:article", args=[article.pk])

    def _middle(self) -> str:
        """Return the cursor of the page in the middle of all candidates."""
        order = ORDERS["worth"]
        rows = Claim.objects.filter(state="candidate").order_by(*order.fields)
        return write_cursor(order, rows.values_list(*order.names)[rows.count() // 2])


def measure(big: Desk, small: Desk, rounds: int) -> None:
    print(f"{small.size:,} and {big.size:,} claims\n")
    print("| page | big / small | queries | big / smallest page |\n|---|---|---|---|")
    bare = None
    for name in big.pages:
        taken: dict[Desk, list[float]] = {big: [], small: []}
        queries = {}
        for number in range(rounds + 1):
            for desk in (big, small):
                with desk.chosen(), CaptureQueriesContext(connection) as seen:
                    # The first request after a change of database opens a connection.
                    desk.get(SMALLEST)
                    before = len(seen)
                    began = time.perf_counter()
                    desk.get(name)
                    if number:
                        taken[desk].append(time.perf_counter() - began)
                    queries[desk] = len(seen) - before
        there, here = statistics.median(taken[big]), statistics.median(taken[small])
        bare = bare or there
        told = f"{queries[big]}" if len(set(queries.values())) == 1 else f"{queries}"
        print(f"| {name} | {there / here:.2f} | {told} | {there / bare:.1f} |", flush=True)


def explain(desk: Desk) -> None:
    """Print what the database reads or sorts as a whole, page by page."""
    with desk.chosen():
        with connection.cursor() as cursor:
            cursor.execute("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'")
            sizes = dict(cursor.fetchall())
        for name in desk.pages:
            with CaptureQueriesContext(connection) as seen:
                desk.get(name)
            found = {
                line
                for query in seen.captured_queries
                if query["sql"].startswith(("SELECT", "(SELECT", "WITH"))
                for line in _whole(query["sql"], sizes)
            }
            print(f"{name}: {', '.join(sorted(found)) or 'indexes alone'}", flush=True)


def _whole(sql: str, sizes: dict[str, float]) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}")
        (answer,) = cursor.fetchone()
    plans: list[dict[str, Any]] = [
        (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]
    ]
    while plans:
        plan = plans.pop()
        plans += plan.get("Plans", [])
        table = plan.get("Relation Name", "")
        read = plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)
        if plan["Node Type"] == "Seq Scan" and sizes[table] > BIG_TABLE:
            yield f"scan of {table} ({read * plan['Actual Loops']:,.0f} rows)"
        if plan["Node Type"] == "Sort" and plan["Plans"][0]["Actual Rows"] > BIG_SORT:
            yield f"sort of {plan['Plans'][0]['Actual Rows']:,.0f} rows"


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.desk",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--small", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--explain", action="store_true")
    given = parser.parse_args(argv)
    beside = Server(given.small.resolve())
    servers = [beside, *([Server(settings.DATA_DIR)] if settings.EMBEDDED_DATABASE else [])]
    for server in servers:
        server.acquire()
    try:
        with override_settings(ALLOWED_HOSTS=["testserver"]):
            big = Desk(connection.settings_dict["HOST"], connection.settings_dict["NAME"])
            small = Desk(str(beside.run_dir), "plumbline")
            if given.explain:
                explain(big)
            else:
                measure(big, small, given.rounds)
    finally:
        connection.close()
        for server in servers:
            server.release()


if __name__ == "__main__":
    main(sys.argv[1:])
