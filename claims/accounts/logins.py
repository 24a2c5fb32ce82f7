"""How many log-ins may fail, so that no password is found by trying.

What is tried is counted before the password is looked at, and given back when it was right: tries
at the same moment cannot slip past the bound. Three counts bind a browser in which nobody has
logged in to this account yet: of the account and the address, of the address, and of the account.
A browser in which its person did log in before has a count of its own and is bound by nothing else:
whoever fails on purpose, from wherever, keeps nobody out of the desk in their own browser.
(OWASP calls this a device cookie.)
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.http import HttpRequest, HttpResponse

from claims.accounts import rates

logger = logging.getLogger(__name__)

COOKIE = "plumbline_browser"
COOKIE_DAYS = 180
SALT = "plumbline.browser"
# An address may be that of a whole newsroom; an account is tried from many at most by machines.
ADDRESS_FACTOR = 10
ACCOUNT_FACTOR = 5


@dataclass(frozen=True, slots=True)
class Attempt:
    """One log-in that was counted. counted: what for; wait: seconds, 0 when it may go on."""

    counted: tuple[str, ...]
    wait: int = 0

    def succeeded(self) -> None:
        """Take the attempt back, and forget those that failed in the same place before it."""
        rates.forget(self.counted[0])
        rates.give_back(self.counted[1:])


def attempt(request: HttpRequest, email: str) -> Attempt:
    """Count one more log-in to the account of this address, before its password is looked at."""
    counted: list[str] = []
    # One that is over its bound is counted no further: it shall not use up what others have.
    for who, allowed in _bounds(request, account_of(email)):
        rate = rates.count_within(who, allowed, minutes=settings.LOGIN_MINUTES)
        if rate.is_exceeded:
            if rate.used == allowed + 1:
                logger.warning("Too many log-ins failed: %s waits.", who)
            return Attempt(tuple(counted), rate.wait)
        counted.append(who)
    return Attempt(tuple(counted))


def account_of(email: str) -> str:
    """Return what is counted together as one account, whether it is there or not.

    An account that is there goes by its number: an address can be written in many ways.
    """
    people = get_user_model().objects.filter(email__iexact=email)
    known = people.values_list("pk", flat=True).first()
    return str(known) if known else hashlib.sha256(email.lower().encode()).hexdigest()[:24]


def remember(response: HttpResponse, person) -> None:
    """Let the browser know that this person has been in with it."""
    seen = {"account": str(person.pk), "browser": secrets.token_hex(12)}
    response.set_cookie(
        COOKIE,
        signing.dumps(seen, salt=SALT),
        max_age=COOKIE_DAYS * 24 * 3600,
        path="/accounts/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _bounds(request: HttpRequest, account: str) -> Iterator[tuple[str, int]]:
    """Yield what a log-in counts for, and how many may fail; the narrowest first."""
    allowed = settings.LOGIN_FAILURES
    browser = _browser(request, account)
    if browser:
        yield f"login:browser:{browser}", allowed
        return
    address = rates.origin_of(request)
    yield f"login:{account}@{address}", allowed
    yield f"login:address:{address}", allowed * ADDRESS_FACTOR
    yield f"login:account:{account}", allowed * ACCOUNT_FACTOR


def _browser(request: HttpRequest, account: str) -> str:
    """Return by what a browser is known in which this account was logged in, else nothing."""
    try:
        text = request.COOKIES.get(COOKIE, "")
        seen = signing.loads(text, salt=SALT, max_age=COOKIE_DAYS * 24 * 3600)
    except signing.BadSignature:
        return ""
    return seen["browser"] if seen["account"] == account else ""
