"""Everything that is published: as a stream of now, and as files of each night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions, serializers
from rest_framework.permissions import BasePermission
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from claims.accounts.models import Key
from claims.api import caching, paging, published, ranges
from claims.api.fields import forbidden
from claims.api.parameters import Parameters
from claims.api.permissions import ReadsPublished, is_program
from claims.api.serializers.published import Described
from claims.api.serializers.queries import ExportQuery
from claims.api.views.base import PublicView
from claims.delivery import consumers, exports
from claims.models import ExportFile, PublicState

# Classes of advisory locks: one stream per key.
STREAM_LOCK = 727273


class WithKey(ReadsPublished):
    """A key of any kind: a stream holds a worker for as long as its reader takes."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not isinstance(request.auth, Key):
            raise exceptions.NotAuthenticated(
                _("Send a key. Without one, take the files of the night."), code="no_credentials"
            )
        return super().has_permission(request, view)


class Passing(BaseRenderer):
    """Stands for what is not rendered but streamed; any Accept is met."""

    media_type = "*/*"
    format = "file"


class ExportShape(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()
    next_updated_since = serializers.SerializerMethodField(
        help_text="Give it as `updated_since` to follow what changed after this file."
    )

    class Meta:
        model = ExportFile
        fields = [
            "name", "form", "day", "bytes", "rows", "sha256", "sequence", "url",
            "next_updated_since",
        ]  # fmt: skip

    def get_url(self, file: ExportFile) -> str:
        address = f"/api/v1/exports/files/{file.name}"
        return self.context["request"].build_absolute_uri(address)

    def get_next_updated_since(self, file: ExportFile) -> str:
        return paging.seal("sync", file.sequence)


class Exports(Described):
    results = ExportShape(many=True)


class ExportList(PublicView):
    @extend_schema(
        operation_id="exports_list",
        tags=["exports"],
        summary="The files of the last nights",
        responses=Exports,
    )
    def get(self, request: Request) -> Response:
        Parameters.of(request)
        rows = ExportShape(ExportFile.objects.all(), many=True, context={"request": request})
        response = Response({"results": rows.data})
        response["Cache-Control"] = caching.PUBLIC
        return response


class ExportDownload(PublicView):
    renderer_classes = [Passing]

    @extend_schema(
        operation_id="exports_file",
        tags=["exports"],
        summary="One of these files, whole or in parts (Range)",
        parameters=[OpenApiParameter("name", str, OpenApiParameter.PATH)],
        responses={(200, "application/gzip"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, name: str) -> HttpResponse | StreamingHttpResponse:
        Parameters.of(request)
        file = None if forbidden(name) else ExportFile.objects.filter(name=name).first()
        if file is None or not default_storage.exists(exports.path_of(file)):
            raise exceptions.NotFound(_("There is no such file."))
        if is_program(request):
            consumers.followed(request.auth, 0, file.sequence)
        return caching.conditional(
            request,
            etag=f'"{file.sha256}"',
            changed_at=file.created_at,
            make=lambda: ranges.serve(
                request._request,
                default_storage.open(exports.path_of(file), "rb"),
                size=file.bytes,
                etag=f'"{file.sha256}"',
                media_type="application/gzip",
                name=file.name,
            ),
        )


class Stream(PublicView):
    """Everything that is published now, in one form."""

    renderer_classes = [Passing]
    form = exports.NDJSON

    def get_permissions(self) -> list[BasePermission]:
        return [WithKey()]

    def answer(self, request: Request) -> StreamingHttpResponse:
        given = ExportQuery.of(request)
        sequence, _at = published.newest()
        states = published.matching(PublicState.objects.live(), given)
        response = StreamingHttpResponse(content_type=exports.MEDIA_TYPES[self.form])
        response["Content-Disposition"] = f'attachment; filename="claims.{self.form}"'
        changes = request.build_absolute_uri("/api/v1/claims")
        paging.link(response, monitor=f"{changes}?updated_since={paging.seal('sync', sequence)}")
        if request.method != "HEAD":
            # The connection is taken until the last line is sent: nothing is asked meanwhile.
            lines = begun(exports.documents(states, first=lambda: only_stream_of(request.auth)))
            if is_program(request) and not given:
                lines = followed_by(lines, request.auth, sequence)
            response.streaming_content = exports.FORMS[self.form](lines)
        return response


class NdjsonStream(Stream):
    @extend_schema(
        operation_id="exports_ndjson",
        tags=["exports"],
        summary="Everything that is published now, a line of JSON for each; needs a key",
        parameters=[ExportQuery],
        responses={(200, "application/x-ndjson"): OpenApiTypes.STR},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        return self.answer(request)


class CsvStream(Stream):
    form = exports.CSV

    @extend_schema(
        operation_id="exports_csv",
        tags=["exports"],
        summary="Everything that is published now, as a table; needs a key",
        parameters=[ExportQuery],
        responses={(200, "text/csv"): OpenApiTypes.STR},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        return self.answer(request)


def only_stream_of(key: Key) -> None:
    """Claim the one stream of a key until the transaction ends. Raises Throttled."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", [STREAM_LOCK, key.prefix]
        )
        if not cursor.fetchone()[0]:
            raise exceptions.Throttled(30, _("A stream for this key is already running."))


def begun(chunks: Iterator[Any]) -> Iterator[Any]:
    """Read the first chunk now, so that a refusal is answered and not streamed."""
    first = next(chunks, None)
    return chunks if first is None else _with(first, chunks)


def _with(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest


def followed_by(chunks: Iterator[Any], key: Key, sequence: int) -> Iterator[Any]:
    """Hand the chunks on; once all are sent, note what the program has."""
    yield from chunks
    consumers.followed(key, 0, sequence)
