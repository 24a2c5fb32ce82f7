"""Answers of the desk to readers who objected to a fact-check, by e-mail."""

from __future__ import annotations

import json
from datetime import timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from claims.delivery.mailing import Away, send
from claims.locks import alone
from claims.models import Dispute, PublicState

ROUND = 100  # mails of one round
FIRST_WAIT = timedelta(hours=1)


def mail() -> int:
    """Mail the answers that wait; return how many went out.

    One that a server refuses is tried again later, each time twice as late, and given up in the
    end: addresses that nobody has must not stand before those that came after them.
    """
    with alone("mail-answers") as is_alone:
        waiting = Dispute.objects.to_answer().select_related("verdict")
        sent = 0
        for dispute in waiting[:ROUND] if is_alone else ():
            try:
                sent += _mail(dispute)
            except Away:
                break
    return sent


def _mail(dispute: Dispute) -> bool:
    states = PublicState.objects.select_related("publication")
    state = states.get(claim=dispute.verdict.claim_id)
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Your objection to a fact-check by {publisher}").format(
            publisher=settings.PUBLISHER_NAME
        )
        context = {
            "dispute": dispute,
            "url": json.loads(state.publication.document)["url"],
            "publisher": settings.PUBLISHER_NAME,
        }
        body = render_to_string("desk/mail/answer.txt", context)
    if not send(subject, body, dispute.email):
        _put_off(dispute)
        return False
    Dispute.objects.filter(pk=dispute.pk).update(answered_at=timezone.now())
    return True


def _put_off(dispute: Dispute) -> None:
    Dispute.objects.filter(pk=dispute.pk).update(
        answer_refusals=dispute.answer_refusals + 1,
        answer_again_at=timezone.now() + FIRST_WAIT * 2**dispute.answer_refusals,
    )
