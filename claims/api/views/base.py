"""What every address of the API has in common."""

from __future__ import annotations

import contextlib
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import set_response_etag
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api import idempotency
from claims.api.authentication import KeyAuthentication
from claims.api.caching import PRIVATE
from claims.api.deprecation import Deprecation
from claims.api.permissions import Person, ReadsDesk, ReadsPublished
from claims.api.throttles import PerClient, tell_rate
from claims.models import Replay


class ApiView(APIView):
    """An address of the API. What it answers is kept by nobody unless the view says otherwise.

    work: what ends with the answer; a request with an Idempotency-Key is one transaction.
    deprecation: set on an address that will go; every answer then tells of it.
    """

    authentication_classes = [KeyAuthentication, SessionAuthentication]
    throttle_classes = [PerClient]
    deprecation: Deprecation | None = None
    replay: Replay | None = None

    @property
    def allowed_methods(self) -> list[str]:
        return [method for method in super().allowed_methods if method != "OPTIONS"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if idempotency.HEADER in request.headers:
            # It is hashed, and the CSRF check would read a form away.
            request.body  # noqa: B018
        with contextlib.ExitStack() as self.work:
            response = super().dispatch(request, *args, **kwargs)
            if self.replay is not None:
                idempotency.end(self.replay, response)
        return response

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method in SAFE_METHODS or idempotency.HEADER not in request.headers:
            return
        # Begun here and not sooner: what is counted of the client stays, whatever comes of this.
        self.work.enter_context(transaction.atomic())
        begun = idempotency.begin(request)
        if isinstance(begun, HttpResponse):
            raise Replayed(begun)
        self.replay = begun

    def handle_exception(self, error: Exception) -> HttpResponseBase:
        if isinstance(error, Replayed):
            return error.response
        return super().handle_exception(error)

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        tell_rate(request, response)
        response.headers.setdefault("Cache-Control", PRIVATE)
        if self.deprecation is not None:
            self.deprecation.tell(response)
        if isinstance(response, Response):
            # Rendered here, so that a replay keeps the very bytes.
            response.render()
        return response


class Replayed(Exception):
    """The request was made before: this is what was answered then."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


class PublicView(ApiView):
    """What is published, for everybody alike: a session makes no difference and is not read."""

    authentication_classes = [KeyAuthentication]
    permission_classes = [ReadsPublished]

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        if request.method == "HEAD" and response.status_code == 200 and "ETag" not in response:
            # A GET gets it from a middleware that leaves HEAD alone.
            set_response_etag(response)
        return response


class DeskView(ApiView):
    """What the desk sees."""

    permission_classes = [ReadsDesk]


class PersonView(ApiView):
    """What a person does. Programs stay outside."""

    permission_classes = [Person]
