"""The OpenAPI document, a page to read it in, and what each kind of problem means."""

from __future__ import annotations

import hashlib
import json
from functools import cache

import yaml
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from claims.api import errors
from claims.api.caching import PUBLIC

JSON = "application/json"
YAML = "application/yaml"


@cache
def document(media_type: str = JSON) -> tuple[bytes, str]:
    """Return the OpenAPI document and its ETag. It depends on code and settings alone."""
    with override("en"):
        schema = SchemaGenerator().get_schema(request=None, public=True)
    # By way of JSON, so that YAML has to know no type of ours.
    text = json.dumps(schema, default=str, indent=1)
    if media_type == YAML:
        text = yaml.safe_dump(json.loads(text), sort_keys=False, allow_unicode=True)
    return text.encode(), f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1 as JSON, or as YAML for whoever prefers that in Accept."""
    media_type = request.get_preferred_type([JSON, YAML]) or JSON
    body, etag = document(media_type)
    response = get_conditional_response(request, etag=etag)
    if not isinstance(response, HttpResponseNotModified):
        response = HttpResponse(body, content_type=media_type)
    response["ETag"] = etag
    response["Cache-Control"] = PUBLIC
    response["Vary"] = "Accept"
    return response


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The schema as a page. Everything it needs comes from this server."""
    return render(request, "api/docs.html")


@require_safe
def explain_problem(request: HttpRequest, slug: str) -> HttpResponse:
    """What a kind of problem means, at the address that its `type` names."""
    code = slug.replace("-", "_")
    if code not in errors.TITLES:
        return errors.problem(404, "not_there", _("There is no problem of this kind."))
    told = {"type": errors.type_of(code), "code": code, "title": errors.TITLES[code]}
    return HttpResponse(json.dumps(told), content_type=JSON)
