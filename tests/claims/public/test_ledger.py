from __future__ import annotations

import gzip
import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from claims.ledger import verify
from claims.models import ExportFile, LedgerRoot, Publication
from claims.tasks import seal_ledger
from config import celery
from tests.claims.ledger.outsiders import run_script

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed(published, candidate, settings, tmp_path, travelling) -> LedgerRoot:
    """The day of the publication is over, and the timetable has done its work."""
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert seal_ledger() == 1
        assert seal_ledger() == 0
    return LedgerRoot.objects.get()


def checked(folder: Path, receipt: dict, document: bytes) -> str:
    """Return what the script for outsiders says of a receipt."""
    (folder / "receipt.json").write_text(json.dumps(receipt), "utf-8")
    (folder / "document.json").write_bytes(document)
    names = ("receipt.json", "document.json")
    done = run_script("verify_receipt.py", *(folder / name for name in names))
    assert ("does not hold" in done.stderr) == (done.returncode == 1)
    return done.stdout + done.stderr


class TestPage:
    def test_before_the_first_day_is_over(self, client, db):
        assert "No day is sealed yet" in client.get("/ledger/").content.decode()
        assert client.get("/ledger/roots.json").json()["roots"] == []

    def test_shows_the_roots_and_what_checks_them(self, client, sealed):
        html = client.get("/ledger/").content.decode()

        assert sealed.root in html
        assert 'href="/ledger/verify.py"' in html
        assert ExportFile.objects.get(form="ledger").sha256 in html

    def test_gives_the_roots_to_machines(self, client, sealed):
        roots = client.get("/ledger/roots.json").json()["roots"]

        assert [root["root"] for root in roots] == [sealed.root]
        assert set(roots[0]) == {
            "day", "root", "previous", "chains", "publications", "sealed_at"
        }  # fmt: skip

    @pytest.mark.parametrize("name", ["verify.py", "verify_receipt.py"])
    def test_gives_the_very_script(self, client, name):
        response = client.get(f"/ledger/{name}")

        assert b"def check" in response.content
        compile(response.content, name, "exec")

    def test_the_file_holds(self, client, sealed):
        file = ExportFile.objects.get(form="ledger")
        packed = client.get(f"/api/v1/exports/files/{file.name}").getvalue()

        assert hashlib.sha256(packed).hexdigest() == file.sha256
        lines = gzip.decompress(packed).decode().splitlines()
        counted = verify.check(lines, [(str(sealed.day), sealed.root)])
        assert file.rows == len(lines) == 1 + sum(counted.values())

    @pytest.mark.parametrize("page", ["/ledger/", "/ledger/roots.json", "/ledger/verify.py"])
    def test_can_be_stored_and_costs_little(
        self, client, sealed, page, django_assert_max_num_queries
    ):
        client.get(page)
        with django_assert_max_num_queries(3):
            response = client.get(page)

        again = client.get(page, headers={"if-none-match": response["ETag"]})
        assert again.status_code == 304

    def test_is_in_the_timetable(self):
        assert "claims.tasks.seal_ledger" in str(celery.app.conf.beat_schedule)


class TestReceipt:
    def test_of_a_day_that_runs_has_no_root_yet(self, client, state, address, tmp_path):
        response = client.get(f"{address}versions/1/receipt.json")
        receipt = response.json()

        assert receipt["root"] is None
        assert "not sealed yet" in checked(tmp_path, receipt, state.publication.document.encode())
        assert response["Cache-Control"] == "public, no-cache"

    def test_leads_to_the_root_and_never_changes(self, client, sealed, address, tmp_path):
        response = client.get(f"{address}versions/1/receipt.json")
        receipt = response.json()
        document = client.get(receipt["document"].removeprefix("http://127.0.0.1:8000")).content

        assert sealed.root in checked(tmp_path, receipt, document)
        assert "immutable" in response["Cache-Control"]

    @pytest.mark.parametrize(
        "way",
        [
            ("publication", "sha256"),
            ("publication", "sequence"),
            ("publication", "kind"),
            ("publication", "claim"),
            ("event", "hash"),
            ("event", "at"),
            ("event", "subject"),
            ("root", "root"),
            ("proof", "index"),
            ("proof", "size"),
            ("proof", "path"),
            ("proof", "leaf"),
        ],
    )
    def test_that_was_altered_is_found(self, client, sealed, address, state, way, tmp_path):
        receipt = client.get(f"{address}versions/1/receipt.json").json()
        part, name = way
        value = receipt[part][name]
        receipt[part][name] = (
            value + 1 if isinstance(value, int)
            else value[1:] if isinstance(value, list)
            else {**value, "publication": 7} if isinstance(value, dict)
            else ("1" if value[0] == "0" else "0") + value[1:]
        )  # fmt: skip

        document = state.publication.document.encode()
        assert "does not hold" in checked(tmp_path, receipt, document)

    def test_of_a_tombstone(self, client, retracted, address, tmp_path):
        last = Publication.objects.latest()
        receipt = client.get(f"{address}versions/{last.sequence}/receipt.json").json()
        document = client.get(f"{address}versions/{last.sequence}/document.json").content

        assert receipt["publication"]["kind"] == "retracted"
        assert "not sealed yet" in checked(tmp_path, receipt, document)
        assert json.loads(document)["reason"] == "The log was forged."

    def test_of_another_claim_is_not_found(self, client, address, pier):
        number = pier.publication_id

        assert client.get(f"{address}versions/{number}/receipt.json").status_code == 404

    def test_stands_on_the_page(self, client, sealed, address, state):
        html = client.get(address).content.decode()

        assert state.publication.sha256 in html
        assert f"{address}versions/1/receipt.json" in html
        assert f"/ledger/#day-{sealed.day}" in html

    def test_the_root_reaches_who_has_the_page(self, client, state, address, travelling):
        first = client.get(address)
        with time_machine.travel(timezone.now() + timedelta(days=1)):
            seal_ledger()

        by_tag = client.get(address, headers={"if-none-match": first["ETag"]})
        by_time = client.get(address, headers={"if-modified-since": first["Last-Modified"]})

        assert by_tag.status_code == by_time.status_code == 200
