"""Writing what the desk says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.errors import Forbidden, Invalid
from claims.models import Page
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User


def write(place: str, *, actor: User, title: str, body: str) -> Page:
    """Put a new wording of a page before readers; the one before stays in the trail."""
    if place not in Page.Place.values:
        raise Invalid(_("There is no such page."), field="place")
    title = checked(title, field="title", most=200, required=True)
    body = checked(body, field="body", most=50_000, required=True)
    if not (actor.is_active and actor.has_perm("claims.change_page")):
        raise Forbidden(_("Your role does not include this."))
    with transaction.atomic():
        Page.objects.get_or_create(place=place, defaults={"title": title, "body": body})
        page = Page.objects.select_for_update().get(place=place)
        before = {"title": page.title, "body": page.body} if page.changed_by_id else {}
        after = {"title": title, "body": body}
        if before == after:
            return page
        page.title, page.body = title, body
        page.changed_by, page.changed_at = actor, timezone.now()
        page.save()
        record(
            "page.changed",
            actor=actor,
            subject=f"page:{place}",
            detail={"before": before, "after": after},
        )
    return page
