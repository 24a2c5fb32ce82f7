"""The page of a file that the worker makes: asking for it, watching it, taking it home."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import ReportFile
from claims.reports import making
from claims.reports.doors import as_file, for_editors, those_who_edit
from claims.reports.forms import ScopeForm

# What the page of a report offers; packs and frozen reports have forms of their own.
OFFERED = (ReportFile.Kind.PDF, ReportFile.Kind.WORKBOOK, ReportFile.Kind.JSON)
NAMES = {ReportFile.Kind.PACK: "compliance"}


@require_POST
@those_who_edit
def ask(request: HttpRequest) -> HttpResponse:
    """Have the whole report of a scope made as a file of one kind."""
    scope, kind = ScopeForm(request.POST), request.POST.get("kind")
    if not scope.is_valid() or kind not in OFFERED:
        raise Http404(_("This range or filter does not exist."))
    return redirect("reports:file", making.ask(kind, scope.scope(), actor=request.user).pk)


@for_editors
def file_page(request: HttpRequest, file_id: int) -> HttpResponse:
    """Show how far a file is, and lead to it when it is ready."""
    file = _file(file_id)
    context = {"file": file, "scope": making.scope_of(file), "place": "reports"}
    return render(request, "reports/file.html", context)


@for_editors
def download(request: HttpRequest, file_id: int) -> HttpResponse:
    """Give the file."""
    file = get_object_or_404(ReportFile, pk=file_id, content__isnull=False)
    name = NAMES.get(ReportFile.Kind(file.kind), "report")
    whole = f"claims-{file.subject}" if file.subject else f"{name}-{file.start}-{file.end}"
    return as_file(bytes(file.content), whole, file.form)


@require_POST
@those_who_edit
def make_again(request: HttpRequest, file_id: int) -> HttpResponse:
    """Try a failed file once more."""
    again = making.again(_file(file_id))
    if again is None:
        raise Http404(_("Only a failed file can be made again."))
    return redirect("reports:file", again.pk)


def _file(file_id: int) -> ReportFile:
    rows = ReportFile.objects.select_related("asked_by", "snapshot")
    return get_object_or_404(
        rows.defer("content", "snapshot__document", "snapshot__pdf"), pk=file_id
    )
