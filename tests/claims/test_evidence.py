"""Finding evidence: what is kept, what is refused, who may."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles import jobs
from claims import captures, evidence, workflow
from claims.errors import Conflict, Forbidden, Invalid, WrongState
from claims.models import Capture, CaptureJob, Event, Evidence
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db


def add(claim, actor, **more):
    content = {"title": "Notice", "kind": "primary", "stance": "context"}
    return evidence.add(claim.pk, actor=actor, **{**content, **more})


class TestAdd:
    def test_an_upload_is_kept_under_its_hash(self, taken, rosa):
        item = give_evidence(taken, rosa)

        copy = item.captures.get()
        body = b"In 2024: 604 crossings."
        assert copy.sha256 == hashlib.sha256(body).hexdigest()
        assert default_storage.open(captures.path_of(copy.sha256)).read() == body
        assert captures.holds_quote(copy, item.quote)

    def test_a_page_is_ordered_to_be_fetched(self, taken, rosa):
        item = add(taken, rosa, url="https://Harbour.example/log#top")

        assert item.url == "https://harbour.example/log"
        assert item.capture_jobs.get().state == jobs.State.WAITING

    def test_numbers_are_never_given_twice(self, taken, rosa):
        first = give_evidence(taken, rosa)
        evidence.withdraw(first.pk, actor=rosa, reason="Wrong year.")

        assert give_evidence(taken, rosa).number == 2

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({}, "url"),
            ({"url": "javascript:alert(1)"}, "url"),
            ({"url": "https://a.example", "title": " "}, "title"),
            ({"url": "https://a.example", "title": "a\x00b"}, "title"),
            ({"url": "https://a.example", "kind": "rumour"}, "kind"),
            ({"url": "https://a.example", "stance": ""}, "stance"),
            ({"url": "https://a.example", "quote": "x" * 5001}, "quote"),
            ({"url": "https://a.example", "archive_url": "file:///etc/passwd"}, "archive_url"),
            ({"file": evidence.UploadedCopy("a.txt", b"")}, "file"),
        ],
    )
    def test_bad_input_names_its_field_and_keeps_nothing(self, taken, rosa, more, field):
        with pytest.raises(Invalid) as refused:
            add(taken, rosa, **more)

        assert refused.value.field == field
        assert not Evidence.objects.exists()
        assert not Event.objects.filter(kind="evidence.added").exists()

    def test_refuses_a_reader(self, taken, rhea):
        with pytest.raises(Forbidden):
            add(taken, rhea, url="https://a.example")

        assert not Evidence.objects.exists()

    def test_refuses_while_the_verdict_is_handed_in(self, submitted, rosa):
        with pytest.raises(Conflict):
            give_evidence(submitted.claim, rosa)

        assert submitted.claim.evidence.count() == 1

    def test_refuses_a_dismissed_claim(self, claim, rosa):
        workflow.dismiss(claim.pk, actor=rosa, reason="opinion")

        with pytest.raises(WrongState):
            give_evidence(claim, rosa)


class TestKeep:
    def test_what_was_cut_short_before_makes_room(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        path = captures.path_of(hashlib.sha256(b"604 crossings").hexdigest())
        default_storage.save(path, ContentFile(b"604 cr"))

        captures.keep(b"604 crossings")

        assert default_storage.open(path).read() == b"604 crossings"

    def test_the_same_bytes_are_stored_once(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path

        assert captures.keep(b"604 crossings") == captures.keep(b"604 crossings")
        assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


class TestChange:
    def test_leaves_before_and_after_in_the_trail(self, taken, rosa):
        item = give_evidence(taken, rosa)

        evidence.pin_quote(item.pk, actor=rosa, quote="In 2024: 604")

        event = Event.objects.get(kind="evidence.changed")
        assert event.detail.data["quote"] == {"before": "604 crossings", "after": "In 2024: 604"}

    def test_refuses_what_a_published_verdict_cites(self, published, emil):
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        item = published.claim.evidence.get()

        with pytest.raises(Conflict):
            evidence.change(item.pk, actor=emil, title="Another title")

        item.refresh_from_db()
        assert item.title == "Harbour log 2024"

    def test_withdrawn_evidence_is_cited_no_more(self, drafted, rosa):
        item = drafted.claim.evidence.get()
        evidence.withdraw(item.pk, actor=rosa, reason="Wrong year.")

        assert "evidence" in workflow.missing(drafted)


class TestCapture:
    def test_a_second_order_while_one_waits_is_the_same(self, taken, rosa):
        item = add(taken, rosa, url="https://harbour.example/log")

        again = evidence.capture_again(item.pk, actor=rosa)

        assert CaptureJob.objects.get() == again

    def test_a_late_worker_keeps_nothing(self, taken, rosa, monkeypatch):
        item = add(taken, rosa, url="https://harbour.example/log")
        job = item.capture_jobs.get()
        attempt = jobs.start(CaptureJob, job.pk)
        CaptureJob.objects.filter(pk=job.pk).update(attempt=attempt + 1)
        page = type(
            "Page",
            (),
            {
                "body": b"604 crossings",
                "media_type": "text/plain",
                "final_url": job.url,
                "fetched_at": job.queued_at,
            },
        )
        monkeypatch.setattr(captures, "fetch", lambda url, **kwargs: page)

        with pytest.raises(jobs.Lost):
            captures.from_address(job, attempt)

        assert not Capture.objects.exists()
