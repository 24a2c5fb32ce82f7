"""How fast published claims are served, against PostgreSQL and `json` themselves.

    PLUMBLINE_DATA=FOLDER python -m benchmarks.api [--rounds 200] [--rows 200000]

FOLDER holds a database made by `python -m benchmarks.million`. Everything is measured in one
process and in turns, request by request, and given as a ratio of lower deciles: what else runs on
the machine only ever adds time, to both sides alike.


- the list of 100, answered by all of the product (middleware, rate count, view), against the bare
  query by psycopg, `json.loads` of the documents and `json.dumps` of the page
- page 10,000 of the list against page 1, both of 99, as some in a thousand were retracted
- answers of 304 against full ones, by rate
- rows/s of the NDJSON export against COPY of the same documents in the same order

--rounds  requests of each kind; --rows  of the export, 0 for all
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable

import django
import psycopg

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.http import HttpResponseBase  # noqa: E402
from django.test import Client  # noqa: E402

from claims.accounts import keys  # noqa: E402
from claims.accounts.models import ServiceKey, User  # noqa: E402
from claims.api import paging  # noqa: E402
from claims.api.serializers.queries import ClaimQuery  # noqa: E402
from config.embedded import held  # noqa: E402

ADDRESS = "/api/v1/claims"
SIZE = 100
BARE = """
SELECT state.first_published_at, state.claim_id, state.publication_id, publication.document
FROM claims_publicstate state JOIN claims_publication publication
    ON publication.sequence = state.publication_id
WHERE NOT state.is_retracted
ORDER BY state.first_published_at DESC, state.claim_id DESC LIMIT 101
"""
COPY = """
COPY (SELECT publication.document FROM claims_publicstate state
    JOIN claims_publication publication ON publication.sequence = state.publication_id
    WHERE NOT state.is_retracted ORDER BY state.publication_id {limit}) TO STDOUT
"""


def in_turns(rounds: int, **doing: Callable[[], object]) -> dict[str, float]:
    """Return the lower decile of the seconds of each, after some rounds of warming up."""
    times: dict[str, list[float]] = {name: [] for name in doing}
    for number in range(rounds + 10):
        # In changing order: what follows a short one finds a rested processor.
        for name, act in random.sample(list(doing.items()), len(doing)):
            began = time.perf_counter()
            act()
            if number >= 10:
                times[name].append(time.perf_counter() - began)
    return {name: statistics.quantiles(taken, n=10)[0] for name, taken in times.items()}


class Bench:
    """The product's test client, and a bare connection beside it."""

    def __init__(self, connection: psycopg.Connection, key: str) -> None:
        self.client = Client()
        self.bare = connection
        self.key = key

    def get(self, address: str, **headers: str) -> HttpResponseBase:
        response = self.client.get(address, headers=headers)
        if response.status_code not in (200, 304):
            sys.exit(f"{address}: {response.status_code} {response.content[:300]}")
        return response

    def psycopg_and_json(self) -> str:
        rows = self.bare.execute(BARE).fetchall()
        documents = [json.loads(row[3]) for row in rows[:SIZE]]
        return json.dumps({"results": documents, "next": None, "next_updated_since": None})

    def page(self, number: int, size: int = SIZE) -> str:
        """Return the address of a page of the whole list, as following `next` would lead there."""
        if number == 1:
            return f"{ADDRESS}?page_size={size}"
        last = self.bare.execute(
            "SELECT first_published_at, claim_id FROM claims_publicstate WHERE NOT is_retracted "
            "ORDER BY first_published_at DESC, claim_id DESC LIMIT 1 OFFSET %s",
            [(number - 1) * size - 1],
        ).fetchone()
        if last is None:
            return ""
        given = ClaimQuery(data={"page_size": str(size)})
        given.is_valid(raise_exception=True)
        bound = paging.binding("claims", given.validated_data)
        cursor = paging.seal(bound, last[0], str(last[1]), 1)
        return f"{ADDRESS}?page_size={size}&cursor={cursor}"

    def export(self, rows: int) -> float:
        """Return rows/s of the NDJSON stream."""
        began, count = time.perf_counter(), 0
        response = self.get("/api/v1/exports/claims.ndjson", Authorization=f"Bearer {self.key}")
        for piece in response.streaming_content:
            count += piece.count(b"\n")
            if rows and count >= rows:
                break
        taken = time.perf_counter() - began
        response.close()
        return count / taken

    def copy(self, rows: int) -> float:
        """Return rows/s of COPY."""
        began, count = time.perf_counter(), 0
        limit = f"LIMIT {rows}" if rows else ""
        with self.bare.cursor().copy(COPY.format(limit=limit)) as out:
            for piece in out:
                count += bytes(piece).count(b"\n")
        return count / (time.perf_counter() - began)


def measure(bench: Bench, rounds: int, rows: int) -> None:
    first, near, far = bench.page(1), bench.page(1, 99), bench.page(10_000, 99)
    tag = bench.get(first)["ETag"]
    if len(json.loads(bench.get(first).content)["results"]) != SIZE:
        sys.exit("There are not enough claims: make the database by `python -m benchmarks.million`")
    doing = {
        "bare": bench.psycopg_and_json,
        "page 1": lambda: bench.get(first),
        "304": lambda: bench.get(first, **{"If-None-Match": tag}),
    }
    if far:
        doing["page 1 of 99"] = lambda: bench.get(near)
        doing["page 10,000"] = lambda: bench.get(far)
    found = in_turns(rounds, **doing)
    for name, seconds in found.items():
        print(f"{name:<14}{seconds * 1000:8.2f} ms")
    print(f"list of 100 / bare query and json:  {found['page 1'] / found['bare']:.2f} x (<= 1)")
    if far:
        ratio = found["page 10,000"] / found["page 1 of 99"]
        print(f"page 10,000 / page 1:               {ratio:.2f} x (<= 1.1)")
    print(f"rate of 304 / rate of full answers: {found['page 1'] / found['304']:.2f} x (>= 5)")
    ratios = []
    for _round in range(3):
        copied, exported = bench.copy(rows), bench.export(rows)
        ratios.append(exported / copied)
        print(f"COPY {copied:,.0f} rows/s, NDJSON {exported:,.0f} rows/s")
    print(f"NDJSON / COPY:                      {statistics.median(ratios):.2f} x (>= 0.8)")


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--rows", type=int, default=200_000)
    given = parser.parse_args(argv)
    # As in production: with DEBUG on, every query is kept and logged.
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["*"]
    settings.API_RATE_ANONYMOUS = 10_000_000
    with held(settings.DATA_DIR) as server:
        address = os.environ.get("DATABASE_URL") or server.url()
        with psycopg.connect(address, autocommit=True) as connection:
            measure(Bench(connection, new_key()), given.rounds, given.rows)


def new_key() -> str:
    """A service key that may read what is published."""
    key = ServiceKey(name="Benchmark", scopes=["read_published"], rate_per_minute=10_000_000)
    key.created_by = User.objects.earliest("pk")
    return keys.issue(key)


if __name__ == "__main__":
    main(sys.argv[1:])
