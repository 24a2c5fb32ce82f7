from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from articles.errors import CannotTakeIn
from articles.models import Fetch, Way
from claims.desk.doors import desk
from claims.desk.taking_in import FORMS


@desk("articles.add_article")
def take_in_page(request: HttpRequest) -> HttpResponse:
    """Take an article in: paste its text, upload its file, or give its address."""
    asked = request.POST.get("way") or request.GET.get("way")
    kind = FORMS.get(asked or "", FORMS[Way.PASTE])
    form = kind(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            taken = form.take(request.user)
        except CannotTakeIn as error:
            form.blame(error)
        else:
            if isinstance(taken, Fetch):
                messages.success(request, _("The page is being fetched."))
                return redirect("desk:articles")
            messages.success(request, _("Taken in. Its claims appear here as they are found."))
            return redirect("desk:article", taken.article_id)
    context = {"place": "articles", "form": form, "way": kind.way, "tabs": _tabs(kind.way)}
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/take_in.html", context, status=status)


def _tabs(current: str) -> list[dict[str, object]]:
    labels = {Way.PASTE: _("Paste a text"), Way.URL: _("From an address"), Way.UPLOAD: _("A file")}
    return [
        {"label": label, "href": f"?way={way.value}", "is_current": way == current}
        for way, label in labels.items()
    ]
