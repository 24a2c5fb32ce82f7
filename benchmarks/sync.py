"""Whether following changes misses nothing while many publish: the large form of the sync test.

    PLUMBLINE_DATA=NEW_FOLDER python -m benchmarks.sync [--publications 1000] [--writers 16]

In a new database, writers publish, publish again and retract at once, with pauses inside their
transactions. Meanwhile clients of two kinds, one that keeps the token and one that keeps the last
`updated_at`, follow over HTTP from two web processes, as many requests as they can make. At the end
each must hold exactly what was published last, and have seen the sequence in order.

Ends with status 1 where a client missed something or saw it out of order.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time
from datetime import timedelta

import django
import httpx

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Read before the settings are: the clients of this benchmark are one address.
os.environ["API_RATE_ANONYMOUS"] = "100000"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.million.pattern import written  # noqa: E402
from claims import publishing  # noqa: E402
from claims.models import Claim, Publication, Verdict  # noqa: E402
from config.embedded import held  # noqa: E402

PORT = 8113
PROCESSES = 2


class Client(threading.Thread):
    """Follows changes until it is told to stop, and once more after that."""

    def __init__(self, over: threading.Event, *, by_token: bool) -> None:
        super().__init__()
        self.over, self.by_token = over, by_token
        self.known: dict[str, dict] = {}
        self.sequences: list[int] = []
        self.requests = 0
        self.since = (timezone.now() - timedelta(minutes=5)).isoformat()

    def run(self) -> None:
        # A new connection for each request, so that both processes answer.
        limits = httpx.Limits(max_keepalive_connections=0)
        with httpx.Client(limits=limits, timeout=60) as web:
            while True:
                was_over = self.over.is_set()
                self.look(web)
                if was_over:
                    return

    def look(self, web: httpx.Client) -> None:
        address = f"http://127.0.0.1:{PORT}/api/v1/claims"
        query = {"updated_since": self.since, "page_size": 20}
        while address:
            page = web.get(address, params=query).raise_for_status().json()
            self.requests += 1
            for row in page["results"]:
                self.sequences.append(row["sequence"])
                known = self.known.get(row["id"])
                if known is None or known["updated_at"] <= row["updated_at"]:
                    self.known[row["id"]] = row
            address, query = page["next"], None
        if self.by_token:
            self.since = page["next_updated_since"]
        else:
            newest = (row["updated_at"] for row in self.known.values())
            self.since = max(newest, default=self.since)


class Writer(threading.Thread):
    """Publishes each of its verdicts, then publishes it again or retracts it."""

    def __init__(self, verdicts: list[Verdict], content: dict) -> None:
        super().__init__()
        self.verdicts, self.content = verdicts, content

    def run(self) -> None:
        dice = random.Random(str(self.verdicts[0].pk))
        try:
            for verdict in self.verdicts:
                claim = {**self.content["claim"], "id": str(verdict.claim_id)}
                verdict.document = json.dumps({**self.content, "claim": claim})
                for turn in range(2):
                    with transaction.atomic():
                        time.sleep(dice.random() / 50)
                        if turn and dice.random() < 0.5:
                            publishing.retract(verdict, reason="Wrong after all.")
                        else:
                            publishing.publish(verdict, "published")
                        time.sleep(dice.random() / 100)
        finally:
            connection.close()


def measure(publications: int, writers: int) -> bool:
    _first, verdict = written()
    content = json.loads(verdict.document)
    claims = Claim.objects.bulk_create(
        Claim(text=f"Statement {number}.") for number in range(publications // 2)
    )
    verdicts = Verdict.objects.bulk_create(Verdict(claim=claim, number=1) for claim in claims)
    over = threading.Event()
    clients = [Client(over, by_token=by_token) for by_token in (True, False) for _ in range(2)]
    work = [Writer(verdicts[number::writers], content) for number in range(writers)]
    began = time.monotonic()
    for thread in [*clients, *work]:
        thread.start()
    for thread in work:
        thread.join()
    taken = time.monotonic() - began
    over.set()
    for thread in clients:
        thread.join()
    rows = Publication.objects.order_by("sequence")
    truth = {str(row.claim_id): json.loads(row.document) for row in rows}
    gone = sum(document["deleted"] for document in truth.values())
    print(f"{rows.count()} publications by {writers} writers in {taken:.0f} s, {gone} retracted")
    told = [tell(client, truth) for client in clients]
    return all(told)


def tell(client: Client, truth: dict[str, dict]) -> bool:
    missed = sum(client.known.get(claim_id) != row for claim_id, row in truth.items())
    # The one who keeps the time meets the last claim again; nothing may go back.
    is_ordered = client.sequences == sorted(client.sequences)
    kind = "token" if client.by_token else "time"
    print(
        f"{kind:<6} {client.requests} requests, missed {missed}, "
        f"{'in order' if is_ordered else 'OUT OF ORDER'}"
    )
    return missed == 0 and is_ordered


def main(argv: list[str]) -> bool:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--publications", type=int, default=1000)
    parser.add_argument("--writers", type=int, default=16)
    given = parser.parse_args(argv)
    if "PLUMBLINE_DATA" not in os.environ or not settings.EMBEDDED_DATABASE:
        parser.error("set PLUMBLINE_DATA to a new folder, and not DATABASE_URL")
    with held(settings.DATA_DIR):
        call_command("migrate", verbosity=0)
        if Publication.objects.exists():
            parser.error("this folder holds a desk already")
        command = ["gunicorn", "--config", "python:config.web", "--workers", str(PROCESSES)]
        web = subprocess.Popen(
            [sys.executable, "-m", *command, "--bind", f"127.0.0.1:{PORT}", "config.wsgi"]
        )
        try:
            wait_for_web()
            return measure(given.publications, given.writers)
        finally:
            web.terminate()
            web.wait(30)


def wait_for_web() -> None:
    for _attempt in range(300):
        try:
            httpx.get(f"http://127.0.0.1:{PORT}/readyz", timeout=10)
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The web processes did not start.")


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
