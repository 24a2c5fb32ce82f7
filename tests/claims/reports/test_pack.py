"""The pack for an assessor: complete, checkable, and without what protects people."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from claims import pages
from claims.models import Claim, Event, Publication, PublicState, ReportFile
from claims.reports import making
from claims.reports.pack import packed
from claims.reports.scope import Scope
from tests.claims.reports.conftest import telling

pytestmark = pytest.mark.django_db
# Publications bear the clock of the database, which no test can set.
RANGE = {"from": "2026-03-01", "to": timezone.localdate().isoformat()}


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    with telling(django_db_blocker, 41) as cast:
        yield cast


@pytest.fixture
def files(desk, at_desk) -> dict[str, bytes]:
    pages.write("funding", actor=desk.dana, title="Funding", body="Readers pay for us.")
    at_desk(desk.emil).post(reverse("reports:pack"), RANGE)
    file = ReportFile.objects.get()
    making.make(file.pk)
    answer = at_desk(desk.emil).get(reverse("reports:download", args=[file.pk]))
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


class TestPack:
    def test_holds_what_an_assessor_asks_for_and_says_its_hashes(self, files):
        manifest = json.loads(files["manifest.json"])

        named = {one["name"]: one for one in manifest["files"]}
        assert set(named) == set(files) - {"manifest.json"}
        for name, one in named.items():
            assert hashlib.sha256(files[name]).hexdigest() == one["sha256"]
            assert len(files[name]) == one["bytes"]
        for name in (
            "selection/declined.csv", "selection/by-outlet.csv", "selection/by-side.csv",
            "selection/declined-by-side.csv", "selection/published.csv",
            "sources/kinds.csv", "corrections/log.csv", "methodology/version-1.md",
            "methodology/ratings.csv", "organisation/funding.md", "report.pdf", "report.json",
        ):  # fmt: skip
            assert name in named
        assert "Readers pay for us." in files["organisation/funding.md"].decode()
        assert "Sources policy" in files["README.txt"].decode()
        told = Event.objects.get(kind="report.packed").detail.data["manifest"]
        assert hashlib.sha256(files["manifest.json"]).hexdigest() == told

    def test_lists_every_declined_claim_and_every_correction(self, files):
        declined = Claim.objects.filter(state="dismissed")
        changes = Publication.objects.filter(kind__in=["corrected", "clerical", "retracted"])

        assert {one["Claim"] for one in lines(files["selection/declined.csv"])} == set(
            declined.values_list("text", flat=True)
        )
        assert declined.exists() and changes.exists()
        logged = [int(one["Publication"]) for one in lines(files["corrections/log.csv"])]
        assert logged == list(changes.order_by("sequence").values_list("sequence", flat=True))

    def test_bears_the_days_of_the_newsroom(self, desk):
        with timezone.override("Pacific/Kiritimati"):  # 14 hours before UTC
            packing, _manifest = packed(Scope(date(2026, 3, 1), timezone.localdate()))
            days = {
                claim.text: (timezone.localdate(claim.created_at), claim.created_at.date())
                for claim in Claim.objects.filter(state="dismissed")
            }
            published = {
                state.slug: timezone.localdate(state.first_published_at)
                for state in PublicState.objects.live()
            }
        archive = zipfile.ZipFile(io.BytesIO(packing))

        assert any(here != in_utc for here, in_utc in days.values())
        for one in lines(archive.read("selection/declined.csv")):
            assert one["Came in"] == days[one["Claim"]][0].isoformat()
        for one in lines(archive.read("selection/published.csv")):
            slug = one["Address"].rstrip("/").rpartition("/")[2]
            assert one["Published"] == published[slug].isoformat()

    def test_counts_by_side_and_says_of_nobody_which_side_it_is(self, files):
        by_side = lines(files["selection/by-side.csv"])

        assert {"The council", "Total"} <= {one["Side"] for one in by_side}
        for name, content in files.items():
            if not name.endswith((".pdf", "by-side.csv")) and name != "report.json":
                assert b"The council" not in content, name

    def test_holds_whole_trails_that_can_be_checked(self, files):
        trails = [name for name in files if name.endswith("trail.ndjson")]
        assert trails
        for name in trails:
            rows = [json.loads(line) for line in files[name].decode().splitlines()]
            previous = ""
            for number, row in enumerate(rows, start=1):
                assert (row["position"], row["previous_hash"]) == (number, previous)
                previous = row["hash"]
            assert len(rows) == Event.objects.filter(claim=rows[0]["claim"]).count()

    def test_names_nobody_of_the_desk(self, files, desk):
        readable = {name: text for name, text in files.items() if not name.endswith(".pdf")}

        for name, text in readable.items():
            for person in vars(desk).values():
                assert person.email.encode() not in text, name
            if name.startswith("verdicts/"):
                assert b"Rosa" not in text and b"Emil" not in text, name

    def test_is_for_editors_by_a_form(self, desk, at_desk):
        before = Event.objects.count()

        assert at_desk(desk.rosa).post(reverse("reports:pack"), RANGE).status_code == 403
        assert at_desk(desk.emil).get(reverse("reports:pack")).status_code == 405
        assert Event.objects.count() == before
