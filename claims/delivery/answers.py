"""Answers of the desk to readers who objected to a fact-check, by e-mail."""

from __future__ import annotations

import json
import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from claims.models import Dispute, PublicState

logger = logging.getLogger(__name__)

ROUND = 100  # mails of one round


def mail() -> int:
    """Mail the answers that wait; return how many went out. One that fails waits for the next."""
    waiting = Dispute.objects.unanswered().select_related("verdict")
    return sum(_mail(dispute) for dispute in waiting[:ROUND])


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
    try:
        send_mail(subject, body, None, [dispute.email])
    except OSError as error:
        # Refused connections, time-outs and SMTP errors are all of this kind.
        logger.warning("The answer to objection %s could not be mailed: %s", dispute.pk, error)
        return False
    Dispute.objects.filter(pk=dispute.pk).update(answered_at=timezone.now())
    return True
