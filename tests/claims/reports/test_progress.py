"""A file that is being made says how far it is."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles import jobs
from claims.models import ReportFile
from claims.reports import frozen, making, progress, tasks
from claims.reports.progress import Noting, counted, part

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0)


@pytest.fixture
def file(published, emil, scope, monkeypatch) -> ReportFile:
    monkeypatch.setattr(making, "send", lambda file_id: None)
    return making.ask("json", scope, actor=emil)


def percent(file: ReportFile) -> int:
    return ReportFile.objects.values_list("percent", flat=True).get(pk=file.pk)


def test_shares_of_parts_add_up():
    told = []
    list(counted("abcd", part(told.append, 0.5, 0.9)))

    assert told == pytest.approx([0.6, 0.7, 0.8, 0.9])


def test_the_row_follows_the_work(file, monkeypatch):
    seen, section = [], frozen._section

    def watched(*args, **more):
        seen.append(percent(file))
        return section(*args, **more)

    monkeypatch.setattr(frozen, "_section", watched)
    assert tasks.make_file(file.pk)

    assert seen[0] == 0
    assert seen == sorted(set(seen))
    assert 50 < seen[-1] < 100


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "zip", "frozen"])
def test_every_sort_of_file_tells(published, emil, scope, monkeypatch, kind):
    monkeypatch.setattr(making, "send", lambda file_id: None)
    file = making.ask(kind, scope, actor=emil, title="Week")
    assert tasks.make_file(file.pk)

    assert 50 < percent(file) < 100


def test_the_page_shows_it(file, at_desk, emil):
    jobs.start(ReportFile, file.pk)
    ReportFile.objects.filter(pk=file.pk).update(percent=40)

    page = at_desk(emil).get(reverse("reports:file", args=[file.pk])).content.decode()

    assert 'value="40"' in page
    assert "40 %" in page


def test_another_attempt_begins_anew_and_the_first_tells_no_more(file):
    first = Noting(file.pk, jobs.start(ReportFile, file.pk))
    first(0.7)
    assert percent(file) == 70
    ReportFile.objects.filter(pk=file.pk).update(state="waiting")

    Noting(file.pk, jobs.start(ReportFile, file.pk))
    first(0.8)

    assert percent(file) == 0
