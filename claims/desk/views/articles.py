from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import jobs
from articles.models import Article, Fetch, Snapshot
from articles.tasks import fetch_article
from claims.desk.articles import NEWEST, ArticleFilter, on_their_way, with_readings
from claims.desk.doors import desk
from claims.desk.left_out import left_out
from claims.desk.selecting import NewClaimForm
from claims.errors import Refused
from claims.intake import read_again
from claims.models import Reading
from claims.workbench.keyset import page
from claims.workbench.lit import lit_text

PAGE_SIZE = 50


@desk()
def article_list(request: HttpRequest) -> HttpResponse:
    """Show what came in, newest first, and how far its reading is."""
    form = ArticleFilter(request.GET)
    shown = page(form.rows(), NEWEST, cursor=request.GET.get("from", ""), size=PAGE_SIZE)
    rows, fetches = with_readings(shown.rows), on_their_way()
    context = {
        "place": "articles",
        "form": form,
        "page": shown,
        "rows": rows,
        "fetches": fetches,
        "is_working": any(job.is_open for job in fetches)
        or any(row.reading and row.reading.is_open for row in rows),
    }
    return render(request, "desk/articles.html", context)


@desk()
def article_page(request: HttpRequest, article_id: UUID) -> HttpResponse:
    """Show one wording of an article with every claim in it lit."""
    article = get_object_or_404(Article.objects.select_related("source"), pk=article_id)
    number = request.GET.get("wording", "")
    snapshot = (
        get_object_or_404(article.snapshots, number=int(number))
        if number.isdecimal() and len(number) < 9
        else article.current_snapshot()
    )
    if snapshot is None:
        raise Http404(_("No wording of this article has been kept."))
    snapshot.article = article
    return article_response(request, snapshot)


def article_response(
    request: HttpRequest,
    snapshot: Snapshot,
    *,
    form: NewClaimForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page of one wording, with a refused form as it was typed."""
    readings = list(snapshot.readings.defer("left_out").order_by("-id"))
    may_enter = request.user.has_perm("claims.add_claim")
    newest = snapshot.article.current_snapshot()
    shown = lit_text(snapshot, newer=newest if newest != snapshot else None)
    context = {
        "place": "articles",
        "article": snapshot.article,
        "snapshots": list(snapshot.article.snapshots.defer("text").order_by("-number")),
        "shown": shown,
        "left_out": left_out(snapshot, shown.mentions),
        "readings": readings,
        "retrievals": list(snapshot.retrievals.select_related("by")[:20]),
        "is_working": any(reading.is_open for reading in readings),
        "is_read": bool(readings) and readings[0].state == jobs.State.DONE,
        "enter_form": form or (NewClaimForm(snapshot, auto_id="enter-%s") if may_enter else None),
    }
    return render(request, "desk/article.html", context, status=status)


@require_POST
@desk()
def retry_reading(request: HttpRequest, reading_id: int) -> HttpResponse:
    """Have a snapshot read once more."""
    reading = get_object_or_404(Reading.objects.select_related("snapshot"), pk=reading_id)
    try:
        read_again(reading.snapshot_id, actor=request.user)
    except Refused as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The article is being read again."))
    return redirect("desk:article", reading.snapshot.article_id)


@require_POST
@desk("articles.add_article")
def retry_fetch(request: HttpRequest, fetch_id: UUID) -> HttpResponse:
    """Have an address fetched once more."""
    get_object_or_404(Fetch, pk=fetch_id)
    if jobs.retry(Fetch, fetch_id, fetch_article.delay):
        messages.success(request, _("The page is being fetched again."))
    else:
        messages.info(request, _("This fetch is already on its way, or done."))
    return redirect("desk:articles")
