from __future__ import annotations

import time
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.utils import timezone

from claims import passwords, workflow
from claims.delivery import mailing, notices
from claims.models import Notice, Outbox, Watch
from tests.articles.together import all_at_once


def told(user):
    """(event, reason) of everything a person was told of."""
    notices.deliver()
    rows = Notice.objects.filter(user=user).order_by("pk")
    return [(notice.event.kind, notice.because) for notice in rows]


class TestWhoIsTold:
    def test_is_who_gets_a_claim(self, claim, emil, pavel):
        workflow.assign(claim.pk, actor=emil, assignee=pavel)

        assert told(pavel) == [("claim.assigned", "assigned")]

    def test_is_every_editor_who_may_decide(self, submitted, emil, edna, rosa, pavel):
        assert told(emil) == [("verdict.submitted", "to_decide")]
        assert told(edna) == [("verdict.submitted", "to_decide")]
        assert told(rosa) == told(pavel) == []

    def test_is_the_author_whose_verdict_comes_back(self, submitted, emil, rosa):
        workflow.return_(submitted.pk, actor=emil, reason="evidence", note="Which year?")

        assert told(rosa) == [("verdict.returned", "yours")]

    def test_is_who_watches(self, taken, pavel, emil):
        Watch.objects.create(claim=taken, user=pavel)
        workflow.take_over(taken.pk, actor=emil, reason="Rosa is ill.")

        assert told(pavel) == [("claim.taken_over", "watched")]

    def test_is_who_lost_the_claim(self, taken, rosa, emil):
        workflow.take_over(taken.pk, actor=emil, reason="Rosa is ill.")

        assert told(rosa) == [("claim.taken_over", "yours")]

    def test_is_never_who_did_it(self, claim, emil):
        Watch.objects.create(claim=claim, user=emil)
        workflow.comment(claim.pk, actor=emil, body="A note to @emil myself.")

        assert told(emil) == []

    def test_is_nobody_outside(self, claim, emil, otto):
        workflow.comment(claim.pk, actor=emil, body="Ask @Otto about it.")

        assert told(otto) == []

    def test_is_nobody_who_has_left(self, claim, pavel, emil):
        Watch.objects.create(claim=claim, user=pavel)
        pavel.groups.clear()
        workflow.comment(claim.pk, actor=emil, body="A note.")

        assert told(pavel) == []

    def test_is_each_person_once_for_the_weightiest_reason(self, taken, rosa, pavel):
        Watch.objects.create(claim=taken, user=rosa)
        workflow.comment(taken.pk, actor=pavel, body="@Rosa, see the log.")

        assert told(rosa) == [("comment.added", "named")]

    def test_tells_of_a_note_who_is_named_in_it(self, submitted, emil, pavel):
        note = "@pavel knows the harbour office."
        workflow.return_(submitted.pk, actor=emil, reason="evidence", note=note)

        assert told(pavel) == [("verdict.returned", "named")]

    def test_stays_the_same_when_it_is_delivered_again(self, taken, rosa, pavel):
        workflow.comment(taken.pk, actor=pavel, body="@Rosa, see the log.")
        told(rosa)
        Outbox.objects.update(handled_at=None)

        assert len(told(rosa)) == 1

    def test_is_whose_password_link_was_shown(self, rosa, dana):
        passwords.show_link(rosa, actor=dana)

        assert told(rosa) == [("person.link_shown", "account")]

    def test_is_not_who_was_shown_their_own_link(self, dana):
        passwords.show_link(dana, actor=dana)

        assert told(dana) == []


class TestMail:
    @pytest.fixture
    def waiting(self, submitted, emil):
        notices.deliver()
        Notice.objects.exclude(user=emil).update(read_at="2026-01-01T00:00Z")
        return Notice.objects.get(user=emil)

    def test_goes_to_who_wants_it_this_way(self, waiting, emil, mailoutbox):
        emil.preferences = {"mail": "now"}
        emil.save()

        assert notices.mail("digest") == 0
        assert notices.mail("now") == 1
        assert mailoutbox[0].to == [emil.email]
        assert "Verdict submitted" in mailoutbox[0].body
        assert "/desk/claims/" in mailoutbox[0].body

    def test_goes_once(self, waiting, mailoutbox):
        notices.mail("digest")

        assert notices.mail("digest") == 0

    def test_leaves_out_what_was_read(self, waiting):
        Notice.objects.update(read_at="2026-01-01T00:00Z")

        assert notices.mail("digest") == 0

    def test_never_goes_to_who_wants_none(self, waiting, emil):
        emil.preferences = {"mail": "off"}
        emil.save()

        assert notices.mail("digest") == notices.mail("now") == 0

    def test_of_a_password_link_goes_at_once_to_everybody(self, rosa, dana, mailoutbox):
        rosa.preferences = {"mail": "off"}
        rosa.save()
        passwords.show_link(rosa, actor=dana)
        notices.deliver()
        # Whoever logged in with the link may have marked it read.
        Notice.objects.update(read_at="2026-01-01T00:00Z")

        assert notices.mail("digest") == 0
        assert [notices.mail("now"), notices.mail("now")] == [1, 0]
        assert "A link to choose a password was shown (Dana)" in mailoutbox[0].body
        assert "/accounts/password_reset/" in mailoutbox[0].body

    def test_speaks_the_language_of_the_person(self, waiting, emil, mailoutbox):
        emil.language = "es"
        emil.save()

        notices.mail("digest")

        assert len(mailoutbox) == 1

    def test_that_fails_holds_up_nobody(self, submitted, emil, edna, monkeypatch):
        notices.deliver()
        Notice.objects.exclude(user__in=[emil, edna]).update(read_at="2026-01-01T00:00Z")
        sent = []

        def refuse_edna(subject, body, sender, to):
            if to == [edna.email]:
                raise SMTPRecipientsRefused({edna.email: (550, b"No such box")})
            sent.append(to)

        monkeypatch.setattr(mailing, "send_mail", refuse_edna)

        assert notices.mail("digest") == 1
        assert sent == [[emil.email]]
        assert Notice.objects.get(user=edna).mailed_at is None

    @pytest.fixture
    def refusing(self, monkeypatch):
        """Addresses that the mail server refuses, and those that were tried."""
        refused, tried = set(), []

        def send(subject, body, sender, to):
            tried.extend(to)
            if to[0] in refused:
                raise SMTPRecipientsRefused({to[0]: (550, b"No such box")})

        monkeypatch.setattr(mailing, "send_mail", send)
        return refused, tried

    def test_that_is_refused_is_tried_ever_later(self, waiting, emil, refusing):
        refused, tried = refusing
        refused.add(emil.email)
        waits = []
        for _ in range(7):
            assert notices.mail("digest") == notices.mail("digest") == 0
            waiting.refresh_from_db()
            waits.append(waiting.mail_again_at - timezone.now())
            Notice.objects.update(mail_again_at=timezone.now())

        hours = [round(wait / timedelta(hours=1)) for wait in waits]
        assert hours == [1, 2, 4, 8, 16, 16, 16]
        assert tried == [emil.email] * 7
        assert waiting.mailed_at is None

    def test_that_was_refused_waits_with_what_came_after_it(
        self, waiting, claim, emil, pavel, refusing
    ):
        refused, tried = refusing
        refused.add(emil.email)
        notices.mail("digest")
        workflow.comment(claim.pk, actor=pavel, body="@emil, see the log.")
        notices.deliver()
        notices.mail("digest")

        assert Notice.objects.unmailed().filter(user=emil).count() == 2
        assert tried.count(emil.email) == 1

    def test_of_an_account_is_tried_whatever_was_refused_before(
        self, waiting, emil, dana, refusing
    ):
        refused, tried = refusing
        refused.add(emil.email)
        notices.mail("digest")
        refused.clear()
        passwords.show_link(emil, actor=dana)
        notices.deliver()

        assert [notices.mail("now"), notices.mail("digest")] == [1, 1]
        assert tried == [emil.email] * 3

    @pytest.mark.parametrize(
        "error", [ConnectionRefusedError(), SMTPServerDisconnected("timed out")]
    )
    def test_ends_the_round_where_no_server_answers(
        self, submitted, emil, edna, monkeypatch, error
    ):
        notices.deliver()
        tried = []

        def be_away(subject, body, sender, to):
            tried.append(to)
            raise error

        monkeypatch.setattr(mailing, "send_mail", be_away)

        assert notices.mail("digest") == 0
        assert len(tried) == 1 < Notice.objects.unmailed().count()

    def test_tells_nothing_to_who_has_left_the_desk(self, waiting, emil, mailoutbox):
        emil.groups.clear()

        assert notices.mail("digest") == 0

    @pytest.mark.django_db(transaction=True)
    def test_goes_once_where_a_round_is_slower_than_the_next(self, waiting, emil, monkeypatch):
        sent = []

        def send_slowly(subject, body, sender, to):
            time.sleep(0.5)
            sent.append(to)

        monkeypatch.setattr(mailing, "send_mail", send_slowly)

        told = all_at_once(*[lambda: notices.mail("digest")] * 3)

        assert sorted(told) == [0, 0, 1]
        assert sent == [[emil.email]]
