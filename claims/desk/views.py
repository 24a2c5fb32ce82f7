"""Pages of the desk: read the request, call one function, answer."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.desk.patterns import samples


@login_required
def patterns(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, to staff."""
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "desk/patterns.html", samples())
