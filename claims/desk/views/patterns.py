from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from claims.desk.doors import desk
from claims.desk.patterns import shown


@desk()
def patterns(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, to staff."""
    if not request.user.is_staff:
        raise PermissionDenied(_("This page is for staff."))
    return render(request, "desk/patterns.html", shown(request.user))
