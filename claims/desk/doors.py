"""Who may come in, and what a person gets who may not: never an empty form."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

View = Callable[..., HttpResponse]
# Form fields whose text is never shown again.
SECRET = ("csrfmiddlewaretoken", "password", "old_password", "new_password1", "new_password2")
SHOWN = 100_000  # characters of one field that are given back


def desk(permission: str = "claims.view_claim") -> Callable[[View], View]:
    """Let in who is logged in and holds `permission`.

    Somebody whose login has run out while they typed gets their text back with the way in.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return logged_out(request)
            if not request.user.has_perm(permission):
                raise PermissionDenied(_("Your role does not include this page."))
            return view(request, *args, **kwargs)

        return guarded

    return guard


def logged_out(request: HttpRequest) -> HttpResponse:
    """Send a reader to the login; give a writer their text, with status 401."""
    if request.method in ("GET", "HEAD") and not request.htmx:
        return redirect_to_login(request.get_full_path())
    context = {"typed": typed(request), "back": came_from(request)}
    response = render(request, "desk/logged_out.html", context, status=401)
    response["HX-Reswap"] = "none"
    response["Plumbline-Trouble"] = "login"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was too old or not ours, with what was typed into it."""
    context = {"typed": typed(request), "back": came_from(request)}
    response = render(request, "403_csrf.html", context, status=403)
    response["Plumbline-Trouble"] = "token"
    return response


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the texts of a form that was sent, without secrets and empty fields."""
    return [
        (name, value[:SHOWN])
        for name, values in request.POST.lists()
        for value in values
        if value.strip() and name not in SECRET
    ]


def came_from(request: HttpRequest) -> str:
    """Return the page of this site that a form was sent from, or an empty string."""
    referer = request.headers.get("Referer", "")
    own = f"{request.scheme}://{request.get_host()}/"
    return referer if referer.startswith(own) else ""
