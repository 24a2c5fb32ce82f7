"""Idempotency-Key: a request that is sent again gets the first answer, and does nothing more.

Follows draft-ietf-httpapi-idempotency-key-header: the same key with another request is 422, while
the first is still being worked on 409.
"""

from __future__ import annotations

import hashlib
import re

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.request import Request

from claims.api.throttles import client_of
from claims.locks import Lock, hold_if_free
from claims.models import Replay

HEADER = "Idempotency-Key"
KEPT_HEADERS = ("Content-Type", "Location", "Link")
SHAPE = re.compile(r'"?[\x21\x23-\x7e]{1,255}"?')


class InFlight(exceptions.APIException):
    status_code = 409
    default_code = "in_flight"


class KeyReused(exceptions.APIException):
    status_code = 422
    default_code = "key_reused"


def begin(request: Request) -> Replay | HttpResponse:
    """Return the record of a new request with a key, or the answer to one that was made before.

    To be called in the transaction that does the work and ends with `end`: whatever stops it,
    neither the work nor its answer is kept, and the request may be sent again. Raises InFlight,
    KeyReused or ParseError.
    """
    given = request.headers[HEADER]
    if not SHAPE.fullmatch(given):
        raise exceptions.ParseError(
            _("Idempotency-Key is 1 to 255 visible ASCII characters, such as a UUID.")
        )
    client, _allowed = client_of(request)
    key, fingerprint = given.strip('"'), _fingerprint(request)
    if not hold_if_free(Lock.REQUEST, f"{client} {key}"):
        raise InFlight(_("The first request with this key is still being worked on."))
    known = Replay.objects.filter(client=client, key=key)
    known.outdated().delete()
    if replay := known.first():
        return _again(replay, fingerprint)
    return Replay(client=client, key=key, fingerprint=fingerprint)


def end(replay: Replay, response: HttpResponseBase) -> None:
    """Keep the answer for 24 hours; undo everything when the fault was ours."""
    if response.status_code >= 500 or response.status_code == 429:
        transaction.set_rollback(True)
        return
    replay.status = response.status_code
    replay.headers = {name: response[name] for name in KEPT_HEADERS if response.has_header(name)}
    replay.body = bytes(response.content)
    replay.save(force_insert=True)


def _again(replay: Replay, fingerprint: str) -> HttpResponse:
    if replay.fingerprint != fingerprint:
        raise KeyReused(_("This Idempotency-Key was used for another request. Make a new one."))
    response = HttpResponse(bytes(replay.body), status=replay.status)
    for name, value in replay.headers.items():
        response[name] = value
    response["Idempotency-Replayed"] = "true"
    return response


def _fingerprint(request: Request) -> str:
    inner = request._request
    text = f"{inner.method} {inner.get_full_path()} {inner.headers.get('Content-Type', '')}\n"
    return hashlib.sha256(text.encode() + inner.body).hexdigest()
