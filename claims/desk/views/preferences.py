from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.desk.preferences import PreferencesForm


@login_required
def preferences_page(request: HttpRequest) -> HttpResponse:
    """Let a person set their language, colours and keys."""
    form = PreferencesForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("desk:preferences")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/preferences.html", {"form": form}, status=status)


@require_safe
@never_cache
def session(request: HttpRequest) -> JsonResponse:
    """Tell a page that has been open for long who is logged in, with a fresh form token."""
    if not request.user.is_authenticated:
        return JsonResponse({"person": None}, status=401)
    return JsonResponse({"person": request.user.pk, "token": get_token(request)})


@login_required
def logged_in(request: HttpRequest) -> HttpResponse:
    """Say that the login worked, in the tab that was opened for it."""
    return render(request, "desk/logged_in.html")
