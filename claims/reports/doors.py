"""Who may see the reports, and how they leave as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from claims.accounts.models import User

Response = TypeVar("Response", bound=HttpResponseBase)

SEES_REPORTS = "claims.return_verdict"
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def those_who_edit(view: Any) -> Any:
    """Let in who may return a verdict, editors and desk managers: a login first, then 403."""
    return login_required(permission_required(SEES_REPORTS, raise_exception=True)(view))


def sees_reports(person: User) -> bool:
    """Whether a person for whom the worker makes something may (still) see reports."""
    return person.is_active and person.has_perm(SEES_REPORTS)


def for_editors(view: Any) -> Any:
    """As `those_who_edit`, for pages that change nothing."""
    return require_safe(those_who_edit(view))


def as_file(content: bytes, name: str, form: str) -> HttpResponse:
    """Return a file to be saved. name: without its ending; form: a key of MEDIA_TYPES."""
    return _saved(HttpResponse(content, content_type=MEDIA_TYPES[form]), name, form)


def as_stream(pieces: Iterator[str], name: str, form: str) -> StreamingHttpResponse:
    """Return a file that is sent while it is made, in the language of who asked.

    Its first piece is made at once: what goes wrong there is answered, and not a torn file.
    """
    first, language = next(pieces, ""), get_language()

    def spoken() -> Iterator[str]:
        # It is sent after the request is through, when the thread may speak another language.
        yield first
        while True:
            with override(language):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece

    return _saved(StreamingHttpResponse(spoken(), content_type=MEDIA_TYPES[form]), name, form)


def _saved(response: Response, name: str, form: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    response.headers["Cache-Control"] = "no-store"
    return response
