"""Databases of the test cluster, copied from one that was migrated once."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from config.embedded import Server

BASE_DIR = Path(__file__).resolve().parent.parent


def template_name() -> str:
    """Return a name that changes with any migration and any requirement."""
    digest = hashlib.sha256((BASE_DIR / "requirements.txt").read_bytes())
    for folder in ("articles", "claims", "config"):
        for path in sorted((BASE_DIR / folder).rglob("migrations/*.py")):
            digest.update(path.read_bytes())
    return f"migrated_{digest.hexdigest()[:16]}"


def make_template(cluster: Server) -> str:
    """Return the name of a migrated database; migrate one if there is none yet."""
    name = template_name()
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        # One run migrates, others that start at the same moment wait for it.
        connection.execute("SELECT pg_advisory_lock(hashtext('migrated'))")
        known = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
        if not known:
            cluster.drop_databases("migrated_")
            cluster.drop_databases("making")
            cluster.ensure_database("making")
            migrate(cluster.url("making"))
            connection.execute(
                sql.SQL("ALTER DATABASE making RENAME TO {}").format(sql.Identifier(name))
            )
    return name


def migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=BASE_DIR,
        env={**os.environ, "DATABASE_URL": url},
        check=True,
    )


def copy_database(cluster: Server, template: str, name: str) -> None:
    """Make the database `name` afresh as a copy of `template`."""
    cluster.drop_databases(name)
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
