"""Frozen reports stay as they are; those for readers can be published and withdrawn; mails."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from lxml import etree

from articles import jobs
from claims.errors import Forbidden, Invalid, WrongState
from claims.models import (
    Claim,
    Claimant,
    Event,
    ReportFile,
    ReportMail,
    ReportSnapshot,
    ReportSubscription,
)
from claims.reports import mails, making, snapshots
from claims.reports.scope import Scope

pytestmark = pytest.mark.django_db
SCOPE = Scope(date(2026, 3, 1), date(2026, 3, 31))
# Planted into unpublished work; must be in no published report.
SECRET = "Zq1secret"


@pytest.fixture
def secret(published):
    """A dismissed claim of somebody whom no published fact-check names."""
    who = Claimant.objects.create(name=f"{SECRET} Person")
    at = datetime(2026, 3, 5, tzinfo=UTC)
    return Claim.objects.create(text=f"{SECRET} said something.", claimant=who, created_at=at)


@pytest.fixture
def frozen(published, emil):
    return snapshots.freeze(SCOPE, actor=emil, title="First quarter", is_public=True)


class TestFreezing:
    def test_keeps_document_and_paper_with_their_hashes(self, frozen):
        assert hashlib.sha256(frozen.document.encode()).hexdigest() == frozen.sha256
        assert hashlib.sha256(bytes(frozen.pdf)).hexdigest() == frozen.pdf_sha256
        assert json.loads(frozen.document)["title"] == "First quarter"
        event = Event.objects.get(kind="report.frozen")
        assert event.subject == f"report:{frozen.pk}"
        assert event.detail.data["sha256"] == frozen.sha256

    @pytest.mark.parametrize("field", ["document", "sha256", "title", "start", "made_at", "pdf"])
    def test_cannot_be_changed_or_deleted(self, frozen, field):
        values = {"pdf": b"x", "start": date(2026, 1, 1), "made_at": datetime.now(UTC)}

        with pytest.raises(IntegrityError), transaction.atomic():
            ReportSnapshot.objects.filter(pk=frozen.pk).update(**{field: values.get(field, "x")})
        with pytest.raises(IntegrityError), transaction.atomic():
            frozen.delete()

    def test_for_readers_takes_no_filter_that_tells_whom_the_desk_looks_at(self, quill, emil):
        narrow = Scope(SCOPE.start, SCOPE.end, claimant=quill.name)

        with pytest.raises(Invalid):
            snapshots.freeze(narrow, actor=emil, title="Quill", is_public=True)

        assert not ReportSnapshot.objects.exists()

    def test_is_not_for_fact_checkers(self, rosa):
        with pytest.raises(Forbidden):
            snapshots.freeze(SCOPE, actor=rosa, title="Mine", is_public=False)

        assert not ReportSnapshot.objects.exists()
        assert not Event.objects.filter(kind="report.frozen").exists()


class TestPublishing:
    def test_serves_exactly_the_frozen_bytes(self, frozen, emil, secret):
        snapshots.publish(frozen.pk, actor=emil)
        client = Client()

        document = client.get(reverse("public:report_json", args=[frozen.pk]))
        paper = client.get(reverse("public:report_pdf", args=[frozen.pk]))
        page = client.get(reverse("public:report", args=[frozen.pk])).content.decode()

        assert document.content == frozen.document.encode()
        assert hashlib.sha256(paper.content).hexdigest() == frozen.pdf_sha256
        assert frozen.sha256 in page
        assert 'style="' not in page
        assert "First quarter" in client.get(reverse("public:reports")).content.decode()
        assert Event.objects.filter(kind="report.published", actor=emil).count() == 1

    def test_shows_bars_that_begin_where_its_language_does(self, published, emil):
        now = Scope(timezone.localdate(), timezone.localdate())
        widths = {}
        for language in ("en", "he"):
            with translation.override(language):
                frozen = snapshots.freeze(now, actor=emil, title=language, is_public=True)
            snapshots.publish(frozen.pk, actor=emil)
            page = Client().get(reverse("public:report", args=[frozen.pk])).content.decode()
            pictures = [etree.fromstring(one) for one in re.findall(r"<svg.*?</svg>", page)]
            widths[language] = [
                (bar.get("x"), bar.get("width"))
                for picture in pictures
                for bar in picture.iter("rect")
                if "chart__picture" in (picture.get("class") or "")
            ]
            assert not any(picture.findall(".//a") for picture in pictures)
            assert 'style="' not in page

        assert widths["en"]
        for (x, width), (mirrored, same) in zip(widths["en"], widths["he"], strict=True):
            assert width == same
            left, share, right = (float(one.rstrip("%")) for one in (x, width, mirrored))
            assert right == pytest.approx(100 - left - share, abs=0.01)

    def test_leaks_nothing_unpublished(self, secret, emil):
        whole = snapshots.freeze(SCOPE, actor=emil, title="All", is_public=False)
        public = snapshots.freeze(SCOPE, actor=emil, title="Some", is_public=True)
        snapshots.publish(public.pk, actor=emil)

        assert SECRET in whole.document
        assert SECRET not in public.document
        for name in ("report", "report_json"):
            page = Client().get(reverse(f"public:{name}", args=[public.pk])).content.decode()
            assert SECRET not in page

    def test_refuses_what_holds_unpublished_work(self, published, emil):
        whole = snapshots.freeze(SCOPE, actor=emil, title="All", is_public=False)

        with pytest.raises(WrongState):
            snapshots.publish(whole.pk, actor=emil)
        with pytest.raises(IntegrityError), transaction.atomic():
            ReportSnapshot.objects.filter(pk=whole.pk).update(
                published_by=emil, published_at=datetime.now(UTC)
            )

        assert Client().get(reverse("public:report", args=[whole.pk])).status_code == 404

    def test_an_unpublished_one_is_not_there_for_readers(self, frozen):
        for name in ("report", "report_json", "report_pdf"):
            assert Client().get(reverse(f"public:{name}", args=[frozen.pk])).status_code == 404

    def test_a_withdrawn_one_answers_with_the_reason(self, frozen, emil, edna):
        snapshots.publish(frozen.pk, actor=emil)

        snapshots.withdraw(frozen.pk, actor=edna, reason="A week was missing.")

        for name in ("report", "report_json", "report_pdf"):
            answer = Client().get(reverse(f"public:{name}", args=[frozen.pk]))
            assert answer.status_code == 410
            assert "A week was missing." in answer.content.decode()
        with pytest.raises(WrongState):
            snapshots.publish(frozen.pk, actor=emil)

    def test_by_the_page_with_refusals_in_words(self, published, emil, rosa, at_desk):
        client = at_desk(emil)
        data = {"title": "March", "from": "2026-03-01", "to": "2026-03-31", "is_public": "on"}

        assert at_desk(rosa).post(reverse("reports:freeze"), data).status_code == 403
        wrong = client.post(reverse("reports:freeze"), {**data, "to": "2026-02-01"})
        assert wrong.status_code == 400
        assert "swap the two dates" in wrong.content.decode()
        assert not ReportSnapshot.objects.exists()
        client.post(reverse("reports:freeze"), data)
        making.make(ReportFile.objects.get().pk)
        one = ReportSnapshot.objects.get()
        client.post(reverse("reports:publish", args=[one.pk]))
        again = client.post(reverse("reports:publish", args=[one.pk]), follow=True)

        one.refresh_from_db()
        assert one.published_by == emil
        assert "published already" in again.content.decode()


class TestMails:
    @pytest.fixture
    def weekly(self, emil):
        # Monday 2 March 2026.
        return ReportSubscription.objects.create(owner=emil, every="week", next_on=date(2026, 3, 2))

    @pytest.fixture
    def monday(self):
        with time_machine.travel(datetime(2026, 3, 2, 8, tzinfo=UTC), tick=False):
            yield

    @pytest.mark.parametrize(
        ("every", "today", "due"),
        [
            ("week", date(2026, 3, 2), date(2026, 3, 2)),
            ("week", date(2026, 3, 3), date(2026, 3, 9)),
            ("month", date(2026, 3, 1), date(2026, 3, 1)),
            ("month", date(2026, 12, 2), date(2027, 1, 1)),
        ],
    )
    def test_are_due_on_mondays_and_firsts(self, every, today, due):
        assert mails.first_day(every, today) == due

    @pytest.mark.parametrize(
        ("every", "day", "covers"),
        [
            ("week", date(2026, 3, 2), (date(2026, 2, 23), date(2026, 3, 1))),
            ("month", date(2026, 3, 1), (date(2026, 2, 1), date(2026, 2, 28))),
        ],
    )
    def test_cover_the_time_that_is_over(self, every, day, covers):
        assert mails.range_before(every, day) == covers

    def test_go_out_once_with_the_report_attached(self, weekly, published, monday):
        assert mails.queue_due() == 1
        assert mails.queue_due() == 0
        job = ReportMail.objects.get()

        assert mails.send(job.pk)
        assert not mails.send(job.pk)

        (sent,) = mail.outbox
        assert sent.to == [weekly.owner.email]
        name, content, _kind = sent.attachments[0]
        assert name == "report-2026-02-23-2026-03-01.pdf"
        assert content.startswith(b"%PDF")
        job.refresh_from_db()
        weekly.refresh_from_db()
        assert job.state == "done"
        assert weekly.next_on == date(2026, 3, 9)

    def test_a_failed_one_says_why_and_is_tried_again(self, weekly, monday, monkeypatch):
        mails.queue_due()
        job = ReportMail.objects.get()

        def refuse(*_args, **_more):
            raise ConnectionRefusedError

        monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
        assert not mails.send(job.pk)

        job.refresh_from_db()
        assert job.state == "waiting"
        assert "ConnectionRefusedError" in job.reason
        for _ in range(jobs.attempts()):
            mails.send(job.pk)
        job.refresh_from_db()
        assert job.state == "failed"

    def test_none_for_who_may_no_longer_see_reports(self, weekly, monday, emil):
        mails.queue_due()
        emil.groups.clear()

        assert not mails.send(ReportMail.objects.get().pk)

        assert not mail.outbox
        assert ReportMail.objects.get().state == "failed"

    def test_are_ordered_and_ended_by_each_for_themselves(self, weekly, edna, at_desk):
        client = at_desk(edna)

        client.post(reverse("reports:subscribe"), {"every": "month"})
        wrong = client.post(reverse("reports:subscribe"), {"every": "week", "claimant": "Nobody"})
        other = client.post(reverse("reports:unsubscribe", args=[weekly.pk]))

        assert ReportSubscription.objects.get(owner=edna).every == "month"
        assert wrong.status_code == 400
        assert "Nobody has this name" in wrong.content.decode()
        assert other.status_code == 404
        assert ReportSubscription.objects.filter(pk=weekly.pk).exists()
