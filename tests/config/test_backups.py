"""A back-up and its way back, with real databases."""

from __future__ import annotations

import os
import stat

import psycopg
import pytest

from config import backups
from tests import databases
from tests.processes import manage


@pytest.fixture
def places(database_cluster, migrated_template, tmp_path):
    """The address of a desk with one person, and that of a new, empty database."""
    old, new = f"live_old_{os.getpid()}", f"live_new_{os.getpid()}"
    databases.copy_database(database_cluster, migrated_template, old)
    database_cluster.ensure_database(new)
    yield database_cluster.url(old), database_cluster.url(new)
    database_cluster.drop_databases("live_old_")
    database_cluster.drop_databases("live_new_")


def people(url: str) -> list[tuple]:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT email FROM accounts_user").fetchall()


def test_brings_back_rows_rules_and_files(places, tmp_path):
    old, new = places
    then, now, kept = tmp_path / "then", tmp_path / "now", tmp_path / "kept"
    (then / "media" / "ab").mkdir(parents=True)
    (then / "media" / "ab" / "abcd").write_bytes(b"a captured page")
    added = manage(
        then, "add_person", "edna@desk.test", "--name", "Edna", "--role", "editor", DATABASE_URL=old
    )
    assert added.returncode == 0, added.stderr

    saved = manage(then, "backup", str(kept), DATABASE_URL=old)
    brought = manage(now, "restore", str(kept), DATABASE_URL=new)
    migrated = manage(now, "migrate", "--check", DATABASE_URL=new)

    assert saved.returncode == 0, saved.stderr
    assert brought.returncode == 0, brought.stderr
    assert migrated.returncode == 0
    assert people(new) == [("edna@desk.test",)]
    assert (now / "media" / "ab" / "abcd").read_bytes() == b"a captured page"
    assert triggers(new) == triggers(old)
    # It holds password hashes and protected sources.
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700


def triggers(url: str) -> list[tuple]:
    with psycopg.connect(url) as connection:
        return connection.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger"
            " WHERE NOT tgisinternal ORDER BY 1, 2"
        ).fetchall()


def test_a_file_that_goes_meanwhile_is_left_out(settings, monkeypatch, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "kept").write_bytes(b"a captured page")
    # Named in the folder, and not there any more when it is read.
    (settings.MEDIA_ROOT / "export").symlink_to("nowhere")
    monkeypatch.setattr(backups, "run", lambda *_words: None)

    backups.back_up(tmp_path / "saved")

    assert [path.name for path in (tmp_path / "saved" / "media").iterdir()] == ["kept"]


class TestRefusals:
    def test_a_desk_with_people_is_not_overwritten(self, places, tmp_path):
        old, _ = places
        data, kept = tmp_path / "data", tmp_path / "kept"
        manage(
            data, "add_person", "e@desk.test", "--name", "E", "--role", "editor", DATABASE_URL=old
        )
        manage(data, "backup", str(kept), DATABASE_URL=old)

        refused = manage(data, "restore", str(kept), DATABASE_URL=old)

        assert refused.returncode == 1
        assert "has people already" in refused.stderr
        assert people(old) == [("e@desk.test",)]

    def test_a_used_folder_is_not_written_to(self, places, tmp_path):
        (tmp_path / "used").mkdir()
        (tmp_path / "used" / "letter").touch()

        refused = manage(tmp_path, "backup", str(tmp_path / "used"), DATABASE_URL=places[0])

        assert refused.returncode == 1
        assert "is not empty" in refused.stderr

    def test_a_folder_without_a_backup_is_told(self, places, tmp_path):
        refused = manage(tmp_path, "restore", str(tmp_path), DATABASE_URL=places[1])

        assert refused.returncode == 1
        assert "no database.dump" in refused.stderr
