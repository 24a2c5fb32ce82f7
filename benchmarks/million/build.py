"""Build a desk with a million published claims, to measure lists, exports and reports on.

    PLUMBLINE_DATA=FOLDER python -m benchmarks.million [--claims 1000000]

--claims  how many are published; a quarter as many again are at the desk, in every state. Each has
          a mention in an article, a claimant, topics, often a figure, evidence with a capture, a
          verdict and its trail; two in a hundred were corrected, three in a thousand retracted
--add-to  fill a database that has rows already (never by accident)

The folder gets an embedded PostgreSQL of its own; `manage.py` and the other benchmarks use it while
PLUMBLINE_DATA names the folder. The documents are written by the product for one claim and carried
over to all others; everything else is made by SQL, with triggers switched off. So the rules the
database holds do hold, except one: the hashes of the trail are unique but do not chain.

People sign in as checker1@bench.example to checker20, editor1 to editor6, manager1, all with the
password "bench pa55word".
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command

from benchmarks.million import pattern
from claims import roles
from claims.accounts.models import User
from claims.models import Publication
from config.embedded import FAST, Server

STEPS = Path(__file__).parent / "steps"
PASSWORD = "bench pa55word"
PEOPLE = {
    "checker": (20, roles.FACT_CHECKER),
    "editor": (6, roles.EDITOR),
    "manager": (1, roles.DESK_MANAGER),
}
# Tables without these indexes are filled in a third of the time.
BIG = (
    "articles_article", "articles_snapshot", "articles_retrieval", "claims_reading",
    "claims_claimant", "claims_claim", "claims_claim_topics", "claims_mention", "claims_quantity",
    "claims_evidence", "claims_capture", "claims_citation", "claims_verdict",
    "claims_verdictauthor", "claims_publication", "claims_publicstate", "claims_publicfigure",
    "claims_event",
)  # fmt: skip
# Only while it is filled: afterwards the server starts with the settings of every installation.
BUILDING = {
    **FAST, "wal_level": "minimal", "max_wal_senders": "0", "max_wal_size": "8GB",
    "shared_buffers": "512MB", "autovacuum": "off",
}  # fmt: skip
SESSION = """
SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB';
SET maintenance_work_mem = '768MB'; SET temp_buffers = '256MB'; SET jit = off;
SET max_parallel_maintenance_workers = 1;
"""


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.million",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--add-to", action="store_true")
    given = parser.parse_args(argv)
    if given.claims < 1000 or given.claims % 1000:
        parser.error("--claims: give whole thousands")
    if "PLUMBLINE_DATA" not in os.environ or not settings.EMBEDDED_DATABASE:
        parser.error("set PLUMBLINE_DATA to a folder for this database, and not DATABASE_URL")
    server = Server(settings.DATA_DIR)
    server.options = BUILDING
    server.acquire()
    try:
        build(server, given.claims, may_add=given.add_to)
    finally:
        server.release()


def build(server: Server, claims: int, *, may_add: bool) -> None:
    with told("migrate"):
        call_command("migrate", verbosity=0)
    if Publication.objects.exists() and not may_add:
        sys.exit("This database has publications already: give another PLUMBLINE_DATA.")
    people, found = cast(), pattern.patterns()
    sizes = {
        "public": claims,
        "total": claims + claims // 4,
        "articles": (claims + claims // 4) // 5,
        "claimants": max(claims // 40, 100),
        "rationale": found.rationale,
        "content": found.content,
        "public_document": found.public,
        "tombstone": found.tombstone,
    }
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(SESSION)
        connection.execute("CREATE TEMP TABLE people (checkers bigint[], editors bigint[])")
        connection.execute(
            "INSERT INTO people VALUES (%s, %s)", [people["checker"], people["editor"]]
        )
        connection.execute("CREATE TEMP TABLE scale (key text, id bigint, rating text)")
        for key, text in found.ratings.items():
            connection.execute(
                "INSERT INTO scale SELECT key, id, %s FROM claims_rating WHERE key = %s",
                [text, key],
            )
        with without_indexes(connection):
            for path in sorted(STEPS.glob("*.sql")):
                with told(path.stem):
                    # Without parameters several statements go in one.
                    connection.execute(filled(path.read_text(), sizes))
        with told("analyze"):
            connection.execute("VACUUM (ANALYZE)")


def filled(text: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{{{name}}}}}", str(value))
    return text


def cast() -> dict[str, list[int]]:
    """Make the people of the desk; return their ids."""
    found: dict[str, list[int]] = {}
    for name, (number, role) in PEOPLE.items():
        for one in range(1, number + 1):
            email = f"{name}{one}@bench.example"
            user = User.objects.filter(email=email).first()
            if user is None:
                user = User.objects.create_user(email, PASSWORD, name=f"{role} {one}")
                user.is_staff = True
                user.save()
                user.groups.add(Group.objects.get(name=role))
            found.setdefault(name, []).append(user.pk)
    return found


@contextmanager
def without_indexes(connection: psycopg.Connection) -> Iterator[None]:
    """Take away what is not behind a constraint, and make it again at the end."""
    rows = connection.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid::regclass::text = ANY(%s) "
        "AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)",
        [list(BIG)],
    ).fetchall()
    for name, _definition in rows:
        connection.execute(f"DROP INDEX {name}")
    try:
        yield
    finally:
        with told(f"{len(rows)} indexes"):
            for _name, definition in rows:
                connection.execute(definition)


@contextmanager
def told(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{what:<20}{time.monotonic() - began:8.1f} s", flush=True)
