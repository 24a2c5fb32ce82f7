"""`claims:search`, `claims:imageSearch` and the reading half of `pages`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.accounts import keys, rates
from claims.accounts.models import Key, PersonalToken, Scope, ServiceKey
from claims.api import paging
from claims.api.errors import BadParameters
from claims.api.google import arguments, errors, mapping
from claims.api.google.errors import BadArgument, BadKey, GoogleError
from claims.api.throttles import PerClient, tell_rate
from claims.delivery import consumers
from claims.models import PublicState


class GoogleKey(BaseAuthentication):
    """`?key=`, `X-Goog-Api-Key` or a bearer token. Without one, what is public is open."""

    def authenticate(self, request: Request) -> tuple[Any, Key] | None:
        scheme, _blank, bearer = request.headers.get("Authorization", "").partition(" ")
        if scheme:
            key = keys.recognise(bearer.strip()) if scheme.lower() == "bearer" else None
            if key is None:
                raise GoogleError(401, "Request had invalid authentication credentials.")
            return self.admitted(request, key)
        text = request.headers.get("X-Goog-Api-Key") or request.query_params.get("key")
        if text is None:
            return None
        key = keys.recognise(text)
        if key is None:
            raise BadKey
        return self.admitted(request, key)

    def admitted(self, request: Request, key: Key) -> tuple[Any, Key]:
        """Return who asks. Raises GoogleError where the key does not open this, or from here."""
        person = key.user if isinstance(key, PersonalToken) else AnonymousUser()
        if isinstance(key, PersonalToken) and not person.is_active:
            raise BadKey
        if not keys.may_come_from(key, rates.address_of(request)):
            raise GoogleError(403, "The key may not be used from this address.")
        if isinstance(key, ServiceKey) and Scope.READ_PUBLISHED not in key.scopes:
            raise GoogleError(403, "The key lacks the scope read_published.")
        keys.note_use(key)
        return person, key

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class GoogleView(APIView):
    """A method of Google's API. `arguments` names what it takes."""

    authentication_classes = [GoogleKey]
    permission_classes = []
    throttle_classes = [PerClient]
    schema = None
    arguments: dict[str, type] = {}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        override = request.headers.get("X-HTTP-Method-Override", "")
        if request.method == "POST" and override.upper() == "GET":
            # Clients send what is too long for an address as a form.
            request.GET = request.POST
            request.method = "GET"
        return super().dispatch(request, *args, **kwargs)

    def get_exception_handler(self) -> Callable[..., HttpResponse | None]:
        return errors.answer

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        tell_rate(request, response)
        response.headers.setdefault("Cache-Control", "private")
        return response

    def read(self, request: Request) -> dict[str, Any]:
        return arguments.read(request.query_params, self.arguments)


class SearchClaims(GoogleView):
    arguments = arguments.SEARCH

    def get(self, request: Request) -> HttpResponse:
        given = self.read(request)
        if "query" not in given and "reviewPublisherSiteFilter" not in given:
            raise BadArgument("query", "Either query or reviewPublisherSiteFilter is required.")
        states = _of_site(PublicState.objects.live(), given.get("reviewPublisherSiteFilter"))
        if "query" in given:
            states = states.matching(given["query"])
        if "languageCode" in given:
            language = given["languageCode"].partition("-")[0].lower()
            states = states.filter(Q(language=language) | Q(language__startswith=f"{language}-"))
        if given.get("maxAgeDays"):
            oldest = timezone.now() - timedelta(days=min(given["maxAgeDays"], 100_000))
            states = states.filter(
                Q(first_published_at__gte=oldest) | Q(said_on__gte=oldest.date())
            )
        return _listed(request, states, given, "claims", mapping.claim)


class SearchImages(GoogleView):
    """Fact-checks of images are not told apart here: nothing ever matches."""

    arguments = arguments.IMAGE_SEARCH

    def get(self, request: Request) -> HttpResponse:
        given = self.read(request)
        if "imageUri" not in given:
            raise BadArgument("imageUri", "imageUri is required.")
        if not given["imageUri"].lower().startswith(("http://", "https://")):
            raise BadArgument("imageUri", "imageUri must be a web address.")
        return _json({})


class Pages(GoogleView):
    arguments = arguments.PAGES

    def get(self, request: Request) -> HttpResponse:
        given = self.read(request)
        if "url" in given and "organization" in given:
            raise BadArgument("url", "Only one of url and organization may be given.")
        states = _of_site(PublicState.objects.live(), given.get("organization"))
        if "url" in given:
            states = states.filter(slug=_slug_in(given["url"]))
        return _listed(request, states, given, "claimReviewMarkupPages", mapping.page)

    def post(self, request: Request) -> HttpResponse:
        raise GoogleError(403, "Fact-checks are published by the desk's editors alone.")


class OnePage(GoogleView):
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        self.read(request)
        states = PublicState.objects.live().filter(pk=claim_id)
        document = states.values_list("publication__document", flat=True).first()
        if document is None:
            raise GoogleError(404, "Requested entity was not found.")
        return _json(mapping.page(json.loads(document)))

    def put(self, request: Request, claim_id: UUID) -> HttpResponse:
        raise GoogleError(403, "Fact-checks are published by the desk's editors alone.")

    def delete(self, request: Request, claim_id: UUID) -> HttpResponse:
        raise GoogleError(403, "Fact-checks are published by the desk's editors alone.")


def _listed(
    request: Request,
    states: QuerySet[PublicState],
    given: dict[str, Any],
    member: str,
    shape: Callable[[dict[str, Any]], dict[str, Any]],
) -> HttpResponse:
    """Return one page by token or by offset: both walk the same rows, newest review first."""
    filters = {
        name: given[name] for name in given if name not in ("pageSize", "pageToken", "offset")
    }
    bound = paging.binding(member, filters)
    rows = states.order_by("-first_published_at", "-claim_id").values_list(
        "first_published_at", "claim_id", "publication_id", "publication__document"
    )
    size, start = given["pageSize"], given["offset"]
    if "pageToken" in given:
        rows, start = rows.filter(_behind(given["pageToken"], bound)), 0
    page = paging.cut(
        list(rows[start : start + size + 1]),
        size,
        lambda row: paging.seal(bound, row[0], str(row[1])),
    )
    if isinstance(request.auth, ServiceKey):
        consumers.pulled(request.auth, [row[1:3] for row in page.rows])
    found = [shape(json.loads(row[-1])) for row in page.rows]
    # The last page has no token at all: clients go on while there is one, even an empty one.
    return _json(mapping.present({member: found, "nextPageToken": page.cursor}))


def _behind(token: str, bound: str) -> Q:
    try:
        first, claim_id = paging.unseal(token, bound, paging.moment, paging.identifier)
    except BadParameters:
        raise BadArgument("pageToken", "Invalid page token.") from None
    return paging.after(down_first_published_at=first, down_claim_id=claim_id)


def _of_site(states: QuerySet[PublicState], wanted: str | None) -> QuerySet[PublicState]:
    """Return everything where the publisher that is asked for is this one, else nothing."""
    if wanted is None:
        return states
    asked = wanted.strip().lower()
    site = mapping.site_of(asked if "//" in asked else f"//{asked}") or asked
    own = {mapping.site_of(settings.PUBLIC_BASE_URL), mapping.site_of(settings.PUBLISHER_URL)}
    return states if site in own or asked == settings.PUBLISHER_NAME.lower() else states.none()


def _slug_in(url: str) -> str:
    prefix = f"{settings.PUBLIC_BASE_URL}/fact-checks/"
    return url.partition("#")[0].removeprefix(prefix).strip("/")


def _json(body: dict[str, Any]) -> HttpResponse:
    text = json.dumps(body, ensure_ascii=False, indent=2)
    return HttpResponse(text, content_type="application/json; charset=UTF-8")
