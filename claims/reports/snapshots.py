"""Freezing a report, showing it to readers, taking it back; each leaves an event in the trail."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.audit import record
from claims.documents import canonical, digest
from claims.errors import Forbidden, Invalid, NotThere, WrongState
from claims.models import ReportSnapshot
from claims.reports.frozen import report_of
from claims.reports.progress import Tell, part, quiet
from claims.reports.report_paper import report_pdf
from claims.reports.scope import Scope
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User


def freeze(scope: Scope, *, actor: User, title: str, is_public: bool) -> ReportSnapshot:
    """Keep the report of a scope as it is now, as document and on paper.

    is_public: leave out what tells of unpublished work, so that it can be published later.
    """
    title = freezable(scope, actor=actor, title=title, is_public=is_public)
    return keep(drawn(scope, title=title, is_public=is_public), actor=actor)


def freezable(scope: Scope, *, actor: User, title: str, is_public: bool) -> str:
    """Return the title under which a report may be frozen. Raises a Refused where it may not."""
    title = checked(title, field="title", most=200, required=True)
    _may(actor, "claims.add_reportsnapshot")
    if is_public and (scope.claimant or scope.outlet or scope.side):
        # Such a filter would tell whose claims the desk has looked at.
        raise Invalid(
            _("A report for readers covers all claimants, sides and outlets: remove the filter."),
            field="is_public",
        )
    return title


def drawn(scope: Scope, *, title: str, is_public: bool, tell: Tell = quiet) -> ReportSnapshot:
    """Return a report as it is now, not yet kept. This is what takes its time."""
    document = {**report_of(scope, is_public=is_public, tell=part(tell, 0, 0.9)), "title": title}
    text = canonical(document)
    sha256 = digest(text)
    pdf = report_pdf(text, document, sha256)
    return ReportSnapshot(
        title=title,
        start=scope.start,
        end=scope.end,
        is_public=is_public,
        document=text,
        sha256=sha256,
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
    )


def keep(snapshot: ReportSnapshot, *, actor: User) -> ReportSnapshot:
    """Keep a drawn report for good."""
    with transaction.atomic():
        snapshot.made_by = actor
        snapshot.save(force_insert=True)
        _tell("report.frozen", snapshot, actor, {"pdf_sha256": snapshot.pdf_sha256})
    return snapshot


def publish(snapshot_id: UUID, *, actor: User) -> ReportSnapshot:
    """Show a frozen report to readers, at an address that serves exactly its bytes."""
    with transaction.atomic():
        snapshot = _locked(snapshot_id, actor)
        if not snapshot.is_public:
            raise WrongState(
                _("This report holds unpublished work. Freeze one for readers and publish that.")
            )
        if snapshot.published_at:
            raise WrongState(_("This report has been published already."))
        snapshot.published_by, snapshot.published_at = actor, timezone.now()
        snapshot.save(update_fields=["published_by", "published_at"])
        _tell("report.published", snapshot, actor)
    return snapshot


def withdraw(snapshot_id: UUID, *, actor: User, reason: str) -> ReportSnapshot:
    """Take a published report back; its address then answers 410 with the reason."""
    reason = checked(reason, field="reason", most=1000, required=True)
    with transaction.atomic():
        snapshot = _locked(snapshot_id, actor)
        if not snapshot.published_at or snapshot.withdrawn_at:
            raise WrongState(_("Only a report that readers see can be withdrawn."))
        snapshot.withdrawn_by, snapshot.withdrawn_at = actor, timezone.now()
        snapshot.withdrawn_reason = reason
        snapshot.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_reason"])
        _tell("report.withdrawn", snapshot, actor, {"reason": reason})
    return snapshot


def _locked(snapshot_id: UUID, actor: User) -> ReportSnapshot:
    _may(actor, "claims.publish_report")
    snapshot = ReportSnapshot.objects.select_for_update().filter(pk=snapshot_id).first()
    if snapshot is None:
        raise NotThere(_("There is no such report."))
    return snapshot


def _may(actor: User, permission: str) -> None:
    if not (actor.is_active and actor.has_perm(permission)):
        raise Forbidden(_("Your role does not include this."))


def _tell(
    kind: str, snapshot: ReportSnapshot, actor: User, more: dict[str, str] | None = None
) -> None:
    record(
        kind,
        actor=actor,
        subject=f"report:{snapshot.pk}",
        detail={"title": snapshot.title, "sha256": snapshot.sha256, **(more or {})},
    )
