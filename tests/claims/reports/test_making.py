"""Files of whole reports are made by the worker, once, and removed after a time."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader

from articles import jobs
from claims.errors import Forbidden, Invalid
from claims.models import Event, ReportFile, ReportSnapshot
from claims.reports import making, tasks
from claims.reports.scope import Scope

pytestmark = pytest.mark.django_db
KINDS = ["pdf", "xlsx", "json", "zip"]


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """The ids that were handed to the queue."""
    found: list[int] = []
    monkeypatch.setattr(making, "send", found.append)
    return found


@pytest.fixture
def asked(published, emil, scope) -> ReportFile:
    return making.ask("pdf", scope, actor=emil)


def silence(file: ReportFile, *, attempt_limit: int | None = None) -> None:
    """Let the worker of a file be dead for an hour."""
    rows = ReportFile.objects.filter(pk=file.pk)
    rows.update(heartbeat_at=timezone.now() - timedelta(hours=1))
    if attempt_limit:
        rows.update(attempt_limit=attempt_limit)


class TestAsking:
    def test_only_queues_a_job(self, published, emil, scope, at_desk, sent,
                               django_capture_on_commit_callbacks):  # fmt: skip
        data = {"kind": "pdf", "from": scope.start, "to": scope.end}

        with django_capture_on_commit_callbacks(execute=True):
            answer = at_desk(emil).post(reverse("reports:ask"), data)

        file = ReportFile.objects.get()
        assert answer["Location"] == reverse("reports:file", args=[file.pk])
        assert (file.state, file.content, file.asked_by) == ("waiting", None, emil)
        assert sent == [file.pk]

    def test_twice_is_once_while_the_first_is_under_way(self, asked, emil, edna, scope):
        assert making.ask("pdf", scope, actor=emil) == asked
        assert making.ask("xlsx", scope, actor=emil) != asked
        assert making.ask("pdf", scope.before(), actor=emil) != asked
        assert making.ask("pdf", scope, actor=edna) != asked
        with translation.override("ru"):
            assert making.ask("pdf", scope, actor=emil) != asked
        making.make(asked.pk)
        assert making.ask("pdf", scope, actor=emil) != asked

    def test_twice_at_the_same_moment_is_refused_by_the_database(self, asked):
        same = {name: getattr(asked, name) for name in making.ASKED}

        with pytest.raises(IntegrityError), transaction.atomic():
            ReportFile.objects.create(**same)

        assert ReportFile.objects.count() == 1

    @pytest.mark.parametrize("data", [{"kind": "zip"}, {"kind": "exe"}, {"kind": "pdf", "to": "x"}])
    def test_takes_only_what_is_offered(self, published, emil, at_desk, data):
        assert at_desk(emil).post(reverse("reports:ask"), data).status_code == 404
        assert not ReportFile.objects.exists()

    def test_and_fetching_is_for_editors(self, asked, rosa, emil, at_desk):
        making.make(asked.pk)
        client = at_desk(rosa)

        for name, pk in [("ask", []), ("pack", []), ("make_again", [asked.pk])]:
            assert client.post(reverse(f"reports:{name}", args=pk)).status_code == 403
            assert at_desk(emil).get(reverse(f"reports:{name}", args=pk)).status_code == 405
        for name in ("file", "download"):
            address = reverse(f"reports:{name}", args=[asked.pk])
            assert client.get(address).status_code == 403
            assert Client().get(address).status_code == 302
            assert at_desk(emil).get(address).status_code == 200
        assert ReportFile.objects.count() == 1


class TestMaking:
    @pytest.mark.parametrize("kind", KINDS)
    def test_of_each_kind_gives_a_file_with_its_hash(self, published, emil, scope, at_desk, kind):
        file = making.ask(kind, scope, actor=emil)

        assert making.make(file.pk)

        answer = at_desk(emil).get(reverse("reports:download", args=[file.pk]))
        file.refresh_from_db()
        assert file.state == "done"
        assert hashlib.sha256(answer.content).hexdigest() == file.sha256
        assert len(answer.content) == file.size
        name = "compliance" if kind == "zip" else "report"
        assert answer["Content-Disposition"].endswith(f'"{name}-{scope.start}-{scope.end}.{kind}"')
        begins = {"pdf": b"%PDF", "json": b"{"}
        assert answer.content.startswith(begins.get(kind, b"PK"))

    def test_twice_makes_one_file_and_leaves_one_event(self, published, emil, scope):
        file = making.ask("zip", scope, actor=emil)

        assert making.make(file.pk)
        first = ReportFile.objects.get()
        assert not making.make(file.pk)

        assert ReportFile.objects.get().sha256 == first.sha256
        assert Event.objects.filter(kind="report.packed", actor=emil).count() == 1

    def test_by_a_late_worker_is_not_taken(self, published, emil, scope, sent, monkeypatch):
        """The sweeper thinks the worker dead; another makes the file; then the first answers."""
        file = making.ask("zip", scope, actor=emil)
        content = making.MAKERS["zip"]

        def slowly(_row, _tell):
            silence(file)
            tasks.sweep_files()
            monkeypatch.setitem(making.MAKERS, "zip", content)
            assert making.make(file.pk)
            return making.Made(b"late", told={"late": "yes"})

        monkeypatch.setitem(making.MAKERS, "zip", slowly)
        making.make(file.pk)

        file.refresh_from_db()
        assert (file.state, file.attempt) == ("done", 2)
        assert bytes(file.content) != b"late"
        assert Event.objects.filter(kind="report.packed").count() == 1

    def test_waits_again_when_its_worker_died(self, asked, sent, monkeypatch,
                                              django_capture_on_commit_callbacks):  # fmt: skip
        jobs.start(ReportFile, asked.pk)
        silence(asked)

        with django_capture_on_commit_callbacks(execute=True):
            tasks.sweep_files()

        asked.refresh_from_db()
        assert (asked.state, sent) == ("waiting", [asked.pk])
        assert making.make(asked.pk)

    def test_fails_with_a_reason_when_every_worker_died(self, asked, emil, at_desk, sent):
        jobs.start(ReportFile, asked.pk)
        silence(asked, attempt_limit=1)

        tasks.sweep_files()

        asked.refresh_from_db()
        page = at_desk(emil).get(reverse("reports:file", args=[asked.pk])).content.decode()
        assert asked.state == "failed"
        assert asked.reason in page
        assert 'hx-trigger="every' not in page

    def test_that_failed_is_tried_again_by_hand_or_leads_to_the_newer_one(
        self, asked, emil, scope, at_desk, sent
    ):
        jobs.start(ReportFile, asked.pk)
        jobs.fail(ReportFile, asked.pk, 1, "The disk is full.")
        client, address = at_desk(emil), reverse("reports:make_again", args=[asked.pk])

        client.post(address)
        asked.refresh_from_db()
        assert asked.state == "waiting"
        assert client.post(address).status_code == 404

        jobs.start(ReportFile, asked.pk)
        jobs.fail(ReportFile, asked.pk, 2, "The disk is full.")
        newer = making.ask("pdf", scope, actor=emil)
        answer = client.post(address)
        asked.refresh_from_db()
        assert asked.state == "failed"
        assert answer["Location"] == reverse("reports:file", args=[newer.pk])

    def test_stops_for_who_may_no_longer_see_reports(self, asked, emil):
        emil.groups.clear()

        assert not making.make(asked.pk)

        asked.refresh_from_db()
        assert (asked.state, asked.content) == ("failed", None)

    def test_speaks_the_language_of_who_asked(self, published, emil, scope):
        with translation.override("ru"):
            file = making.ask("pdf", scope, actor=emil)

        making.make(file.pk)

        file.refresh_from_db()
        words = PdfReader(io.BytesIO(bytes(file.content))).pages[0].extract_text()
        assert "Отчёт" in words

    def test_that_ends_in_a_bug_says_so(self, asked, monkeypatch):
        def broken(_row, _tell):
            raise ZeroDivisionError

        monkeypatch.setitem(making.MAKERS, "pdf", broken)
        with pytest.raises(ZeroDivisionError):
            making.make(asked.pk)

        asked.refresh_from_db()
        assert asked.state == "failed"
        assert "ZeroDivisionError" in asked.reason


class TestDossiers:
    @pytest.mark.parametrize("name", ["claimant", "article"])
    def test_that_are_long_are_made_by_the_worker(
        self, published, emil, rosa, at_desk, monkeypatch, name
    ):
        claim = published.claim
        pks = {"claimant": claim.claimant_id, "article": claim.first_mention.snapshot.article_id}
        address, paper = (
            reverse(f"reports:{one}", args=[pks[name]]) for one in (name, f"{name}_file")
        )
        client = at_desk(emil)
        assert client.get(f"{address}?format=pdf")["Content-Type"] == "application/pdf"
        assert paper not in client.get(address).content.decode()
        monkeypatch.setattr(making, "IN_REQUEST", 0)

        assert client.get(f"{address}?format=pdf")["Content-Type"].startswith("text/html")
        assert paper in client.get(address).content.decode()
        assert at_desk(rosa).post(paper).status_code == 403
        assert client.post(paper)["Location"] == client.post(paper)["Location"]
        file = ReportFile.objects.get()
        assert making.make(file.pk)

        answer = client.get(reverse("reports:download", args=[file.pk]))
        words = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
        assert answer["Content-Disposition"].endswith(f'"claims-{pks[name]}.pdf"')
        assert "Ferry traffic fell" in " ".join(words.split())


class TestFreezing:
    def test_is_a_job_whose_report_stays(self, published, emil, scope, at_desk, settings):
        data = {"title": "March", "from": scope.start, "to": scope.end}

        at_desk(emil).post(reverse("reports:freeze"), data)
        file = ReportFile.objects.get()
        assert not ReportSnapshot.objects.exists()
        making.make(file.pk)
        making.make(file.pk)

        file.refresh_from_db()
        snapshot = ReportSnapshot.objects.get()
        assert (file.snapshot, snapshot.made_by, snapshot.title) == (snapshot, emil, "March")
        assert Event.objects.filter(kind="report.frozen").count() == 1
        grow_old(settings)
        assert ReportSnapshot.objects.exists()
        assert not ReportFile.objects.exists()

    def test_is_refused_before_anything_is_queued(self, published, emil, rosa, scope):
        narrow = Scope(scope.start, scope.end, outlet="harbour.example")

        with pytest.raises(Invalid):
            making.ask("frozen", narrow, actor=emil, title="Narrow", is_public=True)
        with pytest.raises(Invalid):
            making.ask("frozen", scope, actor=emil, title=" ")
        with pytest.raises(Forbidden):
            making.ask("frozen", scope, actor=rosa, title="Mine")

        assert not ReportFile.objects.exists()


def grow_old(settings) -> None:
    """Let the time pass after which files are removed, and sweep."""
    past = timezone.now() - timedelta(days=settings.REPORT_FILE_DAYS, hours=1)
    ReportFile.objects.exclude(finished_at=None).update(finished_at=past)
    tasks.sweep_files()


class TestRemoving:
    def test_takes_old_files_and_nothing_else(self, asked, emil, scope, settings, sent):
        making.make(asked.pk)
        waiting = making.ask("xlsx", scope, actor=emil)
        fresh = making.ask("json", scope, actor=emil)

        grow_old(settings)
        making.make(fresh.pk)
        tasks.sweep_files()

        assert set(ReportFile.objects.values_list("pk", flat=True)) == {waiting.pk, fresh.pk}

    def test_is_announced_on_the_page(self, asked, emil, at_desk, settings):
        making.make(asked.pk)
        asked.refresh_from_db()

        page = at_desk(emil).get(reverse("reports:file", args=[asked.pk])).content.decode()

        assert (asked.kept_until - asked.finished_at).days == settings.REPORT_FILE_DAYS
        assert "It can be downloaded until" in page
        assert reverse("reports:download", args=[asked.pk]) in page


def test_lists_load_no_contents(asked, emil, at_desk, django_assert_max_num_queries):
    making.make(asked.pk)

    with django_assert_max_num_queries(40) as queries:
        at_desk(emil).get(reverse("reports:kept"))

    assert not any(
        '"claims_reportfile"."content"' in one["sql"] for one in queries.captured_queries
    )
