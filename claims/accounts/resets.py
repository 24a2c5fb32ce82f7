"""How many links to choose a password are asked for, so that nobody's mailbox is flooded."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from claims.accounts import rates
from claims.accounts.logins import ADDRESS_FACTOR, account_of

# Links of one account within LOGIN_MINUTES. Those that were mailed before still work.
MAILS = 3


def seconds_to_wait(request: HttpRequest) -> int:
    """Count one more request from this address; 0 when it may be answered."""
    allowed = settings.LOGIN_FAILURES * ADDRESS_FACTOR
    return _counted(f"reset:address:{rates.origin_of(request)}", allowed).wait


def may_be_mailed(email: str) -> bool:
    """Count one more link for whoever has this address, and say whether it goes out."""
    return not _counted(f"reset:account:{account_of(email)}", MAILS).is_exceeded


def _counted(who: str, allowed: int) -> rates.Rate:
    return rates.count_within(who, allowed, minutes=settings.LOGIN_MINUTES)
