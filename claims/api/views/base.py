"""What every address of the API has in common."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api.authentication import KeyAuthentication
from claims.api.caching import PRIVATE
from claims.api.permissions import Person, ReadsDesk, ReadsPublished
from claims.api.throttles import PerClient, tell_rate


class ApiView(APIView):
    """An address of the API. What it answers is kept by nobody unless the view says otherwise."""

    authentication_classes = [KeyAuthentication, SessionAuthentication]
    throttle_classes = [PerClient]

    @property
    def allowed_methods(self) -> list[str]:
        return [method for method in super().allowed_methods if method != "OPTIONS"]

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        tell_rate(request, response)
        response.headers.setdefault("Cache-Control", PRIVATE)
        return response


class PublicView(ApiView):
    """What is published, for everybody alike: a session makes no difference and is not read."""

    authentication_classes = [KeyAuthentication]
    permission_classes = [ReadsPublished]


class DeskView(ApiView):
    """What the desk sees."""

    permission_classes = [ReadsDesk]


class PersonView(ApiView):
    """What a person does. Programs stay outside."""

    permission_classes = [Person]
