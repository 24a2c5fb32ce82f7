"""Pages of one verdict, one claimant, one article; each as a page, as PDF, lists as CSV too."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import Article
from claims import workflow
from claims.errors import NotThere, Refused
from claims.models import Claimant, Side
from claims.prose import rendered
from claims.reports import exports, making
from claims.reports.doors import as_file, for_editors, those_who_edit
from claims.reports.dossier import Dossier, of_article, of_claimant
from claims.reports.sheet import Sheet
from claims.reports.written import dossier_pdf, sheet_pdf


@for_editors
def sheet(request: HttpRequest, verdict_id: UUID) -> HttpResponse:
    """Show the review sheet of one revision."""
    found = Sheet.of(verdict_id)
    if found is None:
        raise Http404(_("There is no such verdict."))
    if request.GET.get("format") == "pdf":
        name = f"review-sheet-{found.verdict.claim_id}-{found.verdict.number}"
        return as_file(sheet_pdf(found), name, "pdf")
    numbers = {item.number for item in found.evidence}
    context = {
        "sheet": found,
        "rationale": rendered(
            found.verdict.rationale,
            target=lambda number: f"#evidence-{number}" if number in numbers else None,
            top_heading=3,
        ),
        "place": "reports",
    }
    return render(request, "reports/sheet.html", context)


@for_editors
def claimant(request: HttpRequest, claimant_id: UUID) -> HttpResponse:
    """Show all claims of one claimant."""
    found = get_object_or_404(Claimant, pk=claimant_id)
    sides = Side.objects.all() if request.user.has_perm("claims.change_claimant") else []
    paper = reverse("reports:claimant_file", args=[claimant_id])
    kicker = _("Report of a claimant")
    return _dossier(request, of_claimant(found), kicker, paper=paper, sides=sides)


@require_POST
@those_who_edit
def side(request: HttpRequest, claimant_id: UUID) -> HttpResponse:
    """Say which side a claimant is on, or that they are on none."""
    key = request.POST.get("side", "")
    found = get_object_or_404(Side, pk=key) if key else None
    try:
        workflow.rename_claimant(claimant_id, actor=request.user, side=found)
        messages.success(request, _("The side is kept; figures follow with the next count."))
    except NotThere as refused:
        raise Http404(refused.message) from refused
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("reports:claimant", claimant_id)


@require_POST
@those_who_edit
def claimant_file(request: HttpRequest, claimant_id: UUID) -> HttpResponse:
    """Have the report of a claimant made on paper."""
    found = get_object_or_404(Claimant, pk=claimant_id)
    file = making.ask_dossier(of_claimant(found), actor=request.user)
    return redirect("reports:file", file.pk)


@require_POST
@those_who_edit
def article_file(request: HttpRequest, article_id: UUID) -> HttpResponse:
    """Have the report of an article made on paper."""
    found = get_object_or_404(Article, pk=article_id)
    file = making.ask_dossier(of_article(found), actor=request.user)
    return redirect("reports:file", file.pk)


@for_editors
def article(request: HttpRequest, article_id: UUID) -> HttpResponse:
    """Show all claims of one article."""
    found = get_object_or_404(Article.objects.select_related("source"), pk=article_id)
    paper = reverse("reports:article_file", args=[article_id])
    return _dossier(request, of_article(found), _("Report of an article"), paper=paper)


def _dossier(
    request: HttpRequest, dossier: Dossier, kicker: str, *, paper: str, **more: Any
) -> HttpResponse:
    """Answer with a dossier. paper: where its PDF is asked for, when it is too long to wait for."""
    is_long = dossier.total > making.IN_REQUEST
    form, name = request.GET.get("format"), f"claims-{dossier.subject.pk}"
    if form == "pdf" and not is_long:
        return as_file(dossier_pdf(dossier, kicker), name, "pdf")
    if form == "csv":
        return as_file(exports.as_csv(dossier.grid()).encode(), name, "csv")
    context = {"dossier": dossier, "kicker": kicker, "place": "reports", **more}
    context["paper"] = paper if is_long else ""
    return render(request, "reports/dossier.html", context)
