"""Who asks: a program with a service key, a person with a token, or a person who is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from claims.accounts import keys, rates
from claims.accounts.models import Key, PersonalToken

if TYPE_CHECKING:
    from claims.accounts.models import User

CHALLENGE = 'Bearer realm="api"'


class WrongNetwork(exceptions.PermissionDenied):
    default_code = "wrong_network"


class KeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer KEY` or `X-API-Key: KEY`.

    A personal token stands for its person. A service key is nobody: `request.user` stays
    anonymous and `request.auth` is the key.
    """

    def authenticate(
        self, request: Request | HttpRequest
    ) -> tuple[User | AnonymousUser, Key] | None:
        text = key_of(request)
        if text is None:
            return None
        key = keys.recognise(text)
        if key is None or (isinstance(key, PersonalToken) and not key.user.is_active):
            raise exceptions.AuthenticationFailed(
                _("This key is not known here, or it has expired or been revoked."),
                code="bad_credentials",
            )
        if not keys.may_come_from(key, rates.address_of(request)):
            raise WrongNetwork(_("This key may not be used from your network."))
        keys.note_use(key)
        return (key.user if isinstance(key, PersonalToken) else AnonymousUser()), key

    def authenticate_header(self, request: Request) -> str:
        return CHALLENGE


def key_of(request: Request | HttpRequest) -> str | None:
    """Return the text of the key that a request carries; None without one.

    Raises AuthenticationFailed for an Authorization header that is not a bearer key, and for two
    different keys, since one of them would be ignored.
    """
    header = request.headers.get("Authorization")
    other = request.headers.get("X-API-Key")
    bearer = None
    if header is not None:
        scheme, _blank, bearer = header.strip().partition(" ")
        bearer = bearer.strip()
        if scheme.lower() != "bearer" or not bearer:
            raise exceptions.AuthenticationFailed(
                _("Write `Authorization: Bearer` and the key."), code="bad_credentials"
            )
    if bearer is not None and other is not None and bearer != other:
        raise exceptions.AuthenticationFailed(
            _("Authorization and X-API-Key carry two different keys. Send one."),
            code="bad_credentials",
        )
    return bearer if bearer is not None else other
