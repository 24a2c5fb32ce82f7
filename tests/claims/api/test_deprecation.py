"""Telling in time that an address will go."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory
from rest_framework.response import Response

from claims.api.deprecation import Deprecation
from claims.api.schema import Schema
from claims.api.views.base import PublicView

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
SUNSET = datetime(2026, 12, 31, 12, tzinfo=UTC)


class OldView(PublicView):
    throttle_classes = []
    deprecation = Deprecation(
        since=SINCE,
        sunset=SUNSET,
        successor="https://desk.example/api/v2/claims",
        guide="https://desk.example/moving",
    )

    def get(self, request):
        return Response({})


class TestDeprecation:
    def test_is_told_with_every_answer(self):
        response = OldView.as_view()(RequestFactory().get("/api/v1/old"))

        assert response["Deprecation"] == "@1767225600"
        assert response["Sunset"] == "Thu, 31 Dec 2026 12:00:00 GMT"
        assert response["Link"] == (
            '<https://desk.example/moving>; rel="deprecation", '
            '<https://desk.example/moving>; rel="sunset", '
            '<https://desk.example/api/v2/claims>; rel="successor-version"'
        )

    def test_is_told_with_refusals_too(self):
        assert OldView.as_view()(RequestFactory().post("/api/v1/old"))["Deprecation"]

    def test_is_in_the_schema(self):
        schema = Schema()
        schema.view = OldView()

        assert schema.is_deprecated()

    def test_an_address_does_not_go_before_it_is_deprecated(self):
        with pytest.raises(ValueError, match="before"):
            Deprecation(since=SUNSET, sunset=SINCE)
