"""Handing mails to the server: one that a server refuses is told from a server that is away."""

from __future__ import annotations

import logging
from smtplib import SMTPConnectError, SMTPException, SMTPServerDisconnected

from django.core.mail import send_mail

logger = logging.getLogger(__name__)


class Away(Exception):
    """No mail server answers: every further mail would only wait for it as long."""


def send(subject: str, body: str, address: str) -> bool:
    """Mail a text; return whether the server took it. Raises Away."""
    try:
        send_mail(subject, body, None, [address])
    except OSError as error:
        # Refused connections, time-outs and SMTP errors are all of this kind.
        logger.warning("A mail was not sent: %s", error)
        lost = isinstance(error, SMTPConnectError | SMTPServerDisconnected)
        if lost or not isinstance(error, SMTPException):
            raise Away from error
        return False
    return True
