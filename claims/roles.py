"""Who may do what. One table; the groups in the database follow it."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _

READER = "reader"
FACT_CHECKER = "fact-checker"
EDITOR = "editor"
DESK_MANAGER = "desk manager"

LABELS = {
    READER: _("Reader"),
    FACT_CHECKER: _("Fact-checker"),
    EDITOR: _("Editor"),
    DESK_MANAGER: _("Desk manager"),
}

_SEEN = (
    "claim",
    "claimant",
    "mention",
    "quantity",
    "evidence",
    "capture",
    "capturejob",
    "citation",
    "verdict",
    "verdictauthor",
    "retractionrequest",
    "publication",
    "publicstate",
    "event",
    "ledgerroot",
    "comment",
    "reading",
    "rating",
    "ratingscale",
    "methodology",
    "topic",
    "side",
    "secondopinion",
    "page",
    "dispute",
    "replyrequest",
)

_READ = [
    *(f"claims.view_{name}" for name in _SEEN),
    *(f"articles.view_{name}" for name in ("article", "snapshot", "retrieval", "source", "fetch")),
]

_CHECK = [
    "articles.add_article",
    "articles.add_fetch",
    "articles.change_article",
    "claims.add_claim",
    "claims.change_claim",
    "claims.accept_claim",
    "claims.dismiss_claim",
    "claims.merge_claim",
    "claims.reopen_claim",
    "claims.take_claim",
    "claims.add_evidence",
    "claims.change_evidence",
    "claims.withdraw_evidence",
    "claims.draft_verdict",
    "claims.add_comment",
    "claims.add_claimant",
    "claims.change_claimant",
    "claims.add_topic",
    "claims.add_mention",
    "claims.change_reading",
    "claims.add_secondopinion",
    "claims.ask_reply",
]

_EDIT = [
    "claims.approve_verdict",
    "claims.return_verdict",
    "claims.publish_verdict",
    "claims.correct_verdict",
    "claims.retract_verdict",
    "claims.waive_evidence",
    "claims.change_secondopinion",
    "claims.take_over_claim",
    "claims.assign_claim",
    "claims.change_topic",
    "claims.add_side",
    "claims.change_side",
    "claims.delete_side",
    "claims.settle_dispute",
    "claims.release_reply",
    "claims.view_reportsnapshot",
    "claims.add_reportsnapshot",
    "claims.publish_report",
    "articles.view_feed",
    "articles.add_feed",
    "articles.change_feed",
    "articles.change_source",
]

_MANAGE = [
    "accounts.view_user",
    "accounts.add_user",
    "accounts.change_user",
    "accounts.view_servicekey",
    "accounts.add_servicekey",
    "accounts.change_servicekey",
    "accounts.view_personaltoken",
    "accounts.change_personaltoken",
    "auth.view_group",
    "claims.add_ratingscale",
    "claims.change_ratingscale",
    "claims.add_rating",
    "claims.change_rating",
    "claims.add_methodology",
    "claims.add_page",
    "claims.change_page",
    "claims.view_outbox",
    "claims.view_webhookendpoint",
    "claims.add_webhookendpoint",
    "claims.change_webhookendpoint",
    "claims.delete_webhookendpoint",
    "claims.view_delivery",
    "articles.add_source",
    "articles.delete_feed",
]

PERMISSIONS: dict[str, list[str]] = {
    READER: _READ,
    FACT_CHECKER: [*_READ, *_CHECK],
    EDITOR: [*_READ, *_CHECK, *_EDIT],
    DESK_MANAGER: [*_READ, *_CHECK, *_EDIT, *_MANAGE],
}

# Roles whose people work in the admin as well as in the desk.
ADMIN_ROLES = (READER, FACT_CHECKER, EDITOR, DESK_MANAGER)


def sync_roles() -> None:
    """Make the groups hold exactly what the table says. Safe to run again and again."""
    every = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role, names in PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=role)
        missing = [name for name in names if name not in every]
        if missing:
            raise LookupError(f"Role {role} names unknown permissions: {', '.join(missing)}")
        group.permissions.set([every[name] for name in names])
