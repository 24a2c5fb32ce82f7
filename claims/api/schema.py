"""The OpenAPI 3.1 document: what the views say of themselves, and what holds for all of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.extensions import (
    OpenApiAuthenticationExtension,
    OpenApiSerializerFieldExtension,
)
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from claims.api.errors import MEDIA_TYPE
from claims.api.permissions import Person, ReadsPublished

DESCRIPTION = """\
Published fact-checks of this desk, for anyone; the desk itself, for those who work there.

Errors are `application/problem+json` (RFC 9457): `code` is for programs, `detail` for people,
`errors` names the parameters or members it is about. Lists are read page by page: follow `next`,
also given as a `Link` header, until it is null. Times are RFC 3339 in UTC.
"""


# In the order in which the page shows them.
TAGS = {
    "claims": "What is published, for anyone.",
    "reference": "What the other answers refer to.",
    "articles": "Hand articles in and see what became of them.",
    "exports": "Everything that is published, as one file.",
    "webhooks": "Be told of publications: Standard Webhooks with CloudEvents headers.",
    "desk": "The desk's own view, for staff and programs with `read_desk`.",
    "workflow": "What people do. Needs a personal token or a session, never a service key.",
}


class ProblemDetail(serializers.Serializer):
    """What one parameter or member of the request has to do with it."""

    parameter = serializers.CharField(required=False)
    field = serializers.CharField(required=False)
    detail = serializers.CharField()


class Problem(serializers.Serializer):
    """A refusal, as RFC 9457 has it. Further members may follow."""

    type = serializers.URLField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    code = serializers.CharField()
    errors = ProblemDetail(many=True, required=False)
    newer = serializers.DictField(
        required=False, help_text="With `outdated`: what it says now, with its version."
    )
    reason = serializers.CharField(required=False, help_text="With `retracted`: why.")


class KeyScheme(OpenApiAuthenticationExtension):
    target_class = "claims.api.authentication.KeyAuthentication"
    name = ["bearerKey", "headerKey"]

    def get_security_definition(self, auto_schema: AutoSchema) -> list[dict[str, str]]:
        return [
            {
                "type": "http",
                "scheme": "bearer",
                "description": "A service key (`pls_…`) or a personal token (`plp_…`).",
            },
            {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        ]

    def get_security_requirement(self, auto_schema: AutoSchema) -> list[dict[str, list[str]]]:
        return [{"bearerKey": []}, {"headerKey": []}]


# As articles.wording.FORBIDDEN has it, in the notation of JSON Schema. Halves of surrogate pairs
# are left out: not every validator can say them.
_KEPT = r"[^\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]"
_SEEN = r"[^\s\u0000-\u001f\u0085\ufffe\uffff]"


class TextShape(OpenApiSerializerFieldExtension):
    """Texts that are taken: without characters that cannot be kept, and not of blanks alone."""

    target_class = "claims.api.fields.Text"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        shape: dict[str, Any] = {"type": "string"}
        if self.target.max_length:
            shape["maxLength"] = self.target.max_length
        if direction == "request" and self.target.allow_blank:
            shape["pattern"] = f"^{_KEPT}*$"
        elif direction == "request":
            shape |= {"minLength": 1, "pattern": f"^{_KEPT}*{_SEEN}{_KEPT}*$"}
        return shape


class Schema(AutoSchema):
    """Adds to each operation the refusals that it can answer with."""

    def get_description(self) -> str:
        # What the class says of itself is for who reads the code.
        return ""

    def is_deprecated(self) -> bool:
        return getattr(self.view, "deprecation", None) is not None

    def get_auth(self) -> list[dict[str, Any]]:
        """Say of what is published that a key is possible, and not needed."""
        doors = {type(door) for door in self.view.get_permissions()}
        return [*super().get_auth(), *([{}] if doors == {ReadsPublished} else [])]

    def get_override_parameters(self) -> list[Any]:
        is_write = self.method not in ("GET", "HEAD") and self.path.startswith("/api/")
        return [IDEMPOTENCY_KEY] if is_write else []

    def _get_response_bodies(self, direction: str = "response") -> dict[str, Any]:
        bodies = super()._get_response_bodies(direction)
        for status in self.refusals():
            described = OpenApiResponse(Problem, description=REFUSED[status])
            body = self._get_response_for_code(described, str(status), media_types=[MEDIA_TYPE])
            bodies.setdefault(str(status), body)
        return dict(sorted(bodies.items()))

    def refusals(self) -> list[int]:
        """Return the statuses of the problems that this operation can answer with."""
        if not self.path.startswith("/api/"):
            # What a receiver of webhooks answers is its own affair.
            return []
        statuses = {400, 401, 403, 405, 406, 429}
        if "{" in self.path:
            statuses.add(404)
        if "{claim_id}" in self.path and not self.is_for_staff():
            statuses.add(410)
        if self.method == "GET" and self.path == "/api/v1/claims":
            statuses.add(410)
        if self.method not in ("GET", "HEAD"):
            # What a body refers to may be gone, too.
            statuses |= {404, 409, 413, 415, 422}
        return sorted(statuses)

    def is_for_staff(self) -> bool:
        return "/desk/" in self.path or Person in getattr(self.view, "permission_classes", [])


IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "pattern": "^[!#-~]{1,255}$"},
    OpenApiParameter.HEADER,
    description="Any name for this request, such as a UUID: sent again within 24 hours, the "
    "request gets the same answer and does nothing more.",
)
REFUSED = {
    400: "A parameter or the body is not usable; `errors` says which and why.",
    401: "No key, or one that is not valid.",
    403: "The key, the role or the rule of four eyes does not allow it.",
    404: "There is no such thing.",
    405: "This address does not take this method.",
    406: "Only JSON is served.",
    409: "Not possible as things stand; `newer` holds the newer version where there is one.",
    410: "It was retracted, or lies behind the horizon of the sync.",
    413: "Too large.",
    415: "The body is of a kind that is not read.",
    422: "Something is missing; `errors` says what.",
    429: "Too many requests; Retry-After says when to go on.",
}


def only_documented(endpoints: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Leave out the second spelling of each address, with a slash at its end."""
    return [endpoint for endpoint in endpoints if not endpoint[0].endswith("/")]


def one_of_two(first: str, *second: str) -> dict[str, Any]:
    """Say that the first member has to be there, or else all the others."""
    return {"if": {"not": {"required": [first]}}, "then": {"required": list(second)}}


def note_for(*reasons: str) -> dict[str, Any]:
    """Say that some reasons need a note."""
    chosen = {"properties": {"reason": {"enum": list(reasons)}}, "required": ["reason"]}
    told = {"properties": {"note": {"minLength": 1}}, "required": ["note"]}
    return {"if": chosen, "then": told}


# What members of a body have to do with one another. `if` and `then` because generators of clients
# take `anyOf` for several kinds of body.
CONDITIONS = {
    "ArticleBodyRequest": one_of_two("text", "url"),
    "EnterBodyRequest": one_of_two("text", "article", "start", "end"),
    "EvidenceBodyRequest": one_of_two("url", "file"),
    "DismissBodyRequest": note_for("other"),
    "ReturnBodyRequest": note_for("other"),
}


def bodies_are_strict(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Say that bodies take no other members, and what depends on what in them."""
    shapes = result["components"]["schemas"]
    for name, shape in shapes.items():
        if name.endswith("Request"):
            shape["additionalProperties"] = False
            shape.update(CONDITIONS.get(name, {}))
    for operations in result["paths"].values():
        for operation in operations.values():
            body = operation.get("requestBody")
            if body is not None and _names_of(body) & CONDITIONS.keys():
                body["required"] = True
    return result


def _names_of(body: dict[str, Any]) -> set[str]:
    """Return the components that a request body refers to."""
    schemas = (kind["schema"] for kind in body["content"].values())
    return {schema.get("$ref", "").rpartition("/")[2] for schema in schemas}


def introduce(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Say what the whole document is about, and under which licence its data are."""
    result["info"]["description"] = DESCRIPTION
    result["tags"] = [{"name": name, "description": told} for name, told in TAGS.items()]
    if settings.PUBLISHER_LICENSE:
        name = settings.PUBLISHER_NAME
        result["info"]["license"] = {"name": name, "url": settings.PUBLISHER_LICENSE}
    return result
