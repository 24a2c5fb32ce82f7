from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.desk.board import board, unowned
from claims.desk.bulk import MOST, BulkForm, run
from claims.desk.course import list_address
from claims.desk.doors import desk
from claims.desk.saved import SavedFilterForm
from claims.models import SavedFilter


@desk()
def board_page(request: HttpRequest) -> HttpResponse:
    """Show the work in each stage, and what is late."""
    columns = board(request.user)
    context = {"place": "board", "columns": columns, "unowned": unowned(columns)}
    return render(request, "desk/board.html", context)


@require_POST
@desk()
def bulk(request: HttpRequest) -> HttpResponse:
    """Do one verb on the chosen claims and tell what became of each."""
    form = BulkForm(request.POST)
    back = f"{reverse('desk:queue')}?{list_address(request.GET)}"
    if len(request.POST.getlist("claim")) > MOST:
        messages.error(request, _("Choose at most {most} claims at once.").format(most=MOST))
        return redirect(back)
    if not form.is_valid() or not form.cleaned_data["claim"]:
        messages.error(request, _("Choose the claims first."))
        return redirect(back)
    results = run(form, request.user)
    refused = [result for result in results if result.message]
    done = len(results) - len(refused)
    if done:
        sentence = ngettext("{count} claim: done.", "{count} claims: done.", done)
        messages.success(request, sentence.format(count=done))
    if not refused:
        return redirect(back)
    context = {"place": "queue", "results": results, "done": done, "back": back}
    return render(request, "desk/bulk.html", context, status=409 if not done else 200)


@require_POST
@desk()
def save_filter(request: HttpRequest) -> HttpResponse:
    """Keep the filters of a list under a name."""
    form = SavedFilterForm(request.POST, owner=request.user)
    query = QueryDict(request.POST.get("query", ""))
    if form.is_valid():
        form.save()
        messages.success(request, _("The list is kept."))
    else:
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
    return redirect(f"{reverse('desk:queue')}?{list_address(query)}")


@require_POST
@desk()
def drop_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Forget a kept list; only its owner may."""
    kept = get_object_or_404(SavedFilter, pk=filter_id, owner=request.user)
    kept.delete()
    messages.success(request, _("The list is not kept any more."))
    return redirect("desk:queue")
