from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.utils import timezone

from claims import disputes
from claims.delivery import answers, mailing
from claims.errors import Conflict, Forbidden, Invalid, NotThere
from claims.models import Dispute, Event, Outbox, Publication

pytestmark = pytest.mark.django_db


def object_to(verdict, **more) -> Dispute:
    content = {"text": "The log was read wrongly.", **more}
    return disputes.raise_dispute(verdict.claim_id, **content)


class TestRaising:
    def test_flags_the_published_verdict_and_changes_nothing(self, published):
        dispute = object_to(published, url="https://stats.example.org/log")

        assert dispute.verdict == published
        assert list(Dispute.objects.open()) == [dispute]
        assert Publication.objects.count() == 1
        event = Event.objects.get(kind="verdict.disputed")
        assert event.claim == published.claim
        assert Outbox.objects.filter(event=event).exists()

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("text", " "),
            ("text", "x" * 5001),
            ("text", "a\x00b"),
            ("url", "javascript:alert(1)"),
            ("email", "nobody"),
            ("name", "x" * 201),
        ],
    )
    def test_refuses_what_cannot_be_kept(self, published, field, value):
        with pytest.raises(Invalid) as refused:
            object_to(published, **{field: value})

        assert refused.value.field == field
        assert not Dispute.objects.exists()

    def test_needs_something_published(self, approved):
        with pytest.raises(NotThere):
            object_to(approved)

        assert not Dispute.objects.exists()


class TestSettling:
    def test_says_what_came_of_it(self, published, emil):
        dispute = object_to(published)

        disputes.settle(dispute.pk, actor=emil, outcome="declined", note="The log is clear.")

        assert not Dispute.objects.open().exists()
        assert Event.objects.get(kind="dispute.settled").actor == emil

    def test_is_done_once(self, published, emil, edna):
        dispute = object_to(published)
        disputes.settle(dispute.pk, actor=emil, outcome="declined")

        with pytest.raises(Conflict):
            disputes.settle(dispute.pk, actor=edna, outcome="corrected")

        dispute.refresh_from_db()
        assert (dispute.outcome, dispute.settled_by) == ("declined", emil)

    def test_refuses_others(self, published, rosa, rhea, otto):
        dispute = object_to(published)

        for person in (rosa, rhea, otto):
            with pytest.raises(Forbidden):
                disputes.settle(dispute.pk, actor=person, outcome="declined")

        assert Dispute.objects.open().exists()

    def test_refuses_another_answer(self, published, emil):
        dispute = object_to(published)

        with pytest.raises(Invalid):
            disputes.settle(dispute.pk, actor=emil, outcome="maybe")


class TestAnswer:
    @pytest.fixture
    def dispute(self, published):
        return disputes.raise_dispute(
            published.claim_id, text="It was 603.", email="otto@outside.test"
        )

    def settle(self, dispute, emil, **more):
        content = {"outcome": "corrected", "note": "He is right.", "answer": "You are right."}
        return disputes.settle(dispute.pk, actor=emil, **{**content, **more})

    def test_is_mailed_once_with_the_readers_own_words(self, dispute, emil, mailoutbox):
        self.settle(dispute, emil)

        assert (answers.mail(), answers.mail()) == (1, 0)
        assert [mail.to for mail in mailoutbox] == [["otto@outside.test"]]
        body = mailoutbox[0].body
        assert "You are right." in body and "It was 603." in body and "/fact-checks/" in body
        assert "He is right." not in body
        dispute.refresh_from_db()
        assert dispute.answered_at is not None

    def test_waits_when_the_mail_fails(self, dispute, emil, monkeypatch):
        def refuse(*_args, **_more):
            raise ConnectionRefusedError

        self.settle(dispute, emil)
        monkeypatch.setattr(mailing, "send_mail", refuse)

        assert answers.mail() == 0
        assert Dispute.objects.unanswered().count() == 1

    @pytest.fixture
    def dead_letters(self, monkeypatch):
        """Every address but one is refused for good; what was tried, in order."""
        tried = []

        def send(subject, body, sender, to):
            tried.extend(to)
            if "dead" in to[0]:
                raise SMTPRecipientsRefused({to[0]: (550, b"No such box")})

        monkeypatch.setattr(mailing, "send_mail", send)
        return tried

    def test_that_is_refused_holds_up_no_later_one(
        self, published, emil, monkeypatch, dead_letters
    ):
        monkeypatch.setattr(answers, "ROUND", 2)
        for name in ("dead1", "dead2", "dead3", "otto"):
            self.settle(object_to(published, email=f"{name}@outside.test"), emil)

        assert [answers.mail() for _round in range(3)] == [0, 1, 0]
        assert dead_letters == [
            f"{name}@outside.test" for name in ("dead1", "dead2", "dead3", "otto")
        ]

    def test_that_is_refused_is_tried_for_days_and_then_given_up(
        self, client, published, emil, dead_letters
    ):
        now = timezone.now()
        self.settle(object_to(published, email="dead@outside.test"), emil)
        tried = []
        for hours in range(24 * 14):
            with time_machine.travel(now + timedelta(hours=hours, minutes=1)):
                before = len(dead_letters)
                answers.mail()
                tried += [hours] * (len(dead_letters) - before)
        client.force_login(emil)

        assert len(tried) == Dispute.MOST_REFUSALS
        assert 5 * 24 < tried[-1] < 6 * 24
        page = client.get("/desk/readers/").content.decode()
        assert "No mail server took the answer" in page
        assert "The answer is on its way" not in page

    def test_needs_an_address(self, published, emil):
        dispute = disputes.raise_dispute(published.claim_id, text="It was 603.")

        with pytest.raises(Invalid) as refused:
            self.settle(dispute, emil)

        assert refused.value.field == "answer"
        assert Dispute.objects.open().count() == 1

    def test_is_written_at_the_desk(self, client, dispute, emil):
        client.force_login(emil)
        page = client.get("/desk/readers/").content.decode()
        name = f"{dispute.pk}-answer"

        client.post(
            f"/desk/disputes/{dispute.pk}/settle/",
            {f"{dispute.pk}-outcome": "declined", name: "The log says 604."},
        )

        assert f'name="{name}"' in page
        assert Dispute.objects.get().answer == "The log says 604."
        assert "The answer is on its way" in client.get("/desk/readers/").content.decode()
