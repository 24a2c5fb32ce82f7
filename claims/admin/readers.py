"""What the desk says of itself, what readers object to, and what claimants answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import disputes, pages, replies
from claims.admin.looking import LookOnly
from claims.errors import Refused
from claims.models import Dispute, Page, ReplyRequest
from claims.words import checked


class PageForm(forms.ModelForm):
    """Says which character cannot be kept before the verb refuses the text."""

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name, most in (("title", 200), ("body", 50_000)):
            if name in given:
                try:
                    given[name] = checked(given[name], field=name, most=most, required=True)
                except Refused as refused:
                    self.add_error(name, refused.message)
        return given


@admin.register(Page)
class PageAdmin(admin.ModelAdmin):
    """Readers see a new wording at once; the earlier ones stay in the trail."""

    form = PageForm
    list_display = ["title", "place", "changed_at", "changed_by"]
    list_select_related = ["changed_by"]
    fields = ["place", "title", "body"]

    def get_readonly_fields(self, request: HttpRequest, obj: Page | None = None) -> list[str]:
        return ["place"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Page, form: Any, change: bool) -> None:
        written = pages.write(obj.place, actor=request.user, title=obj.title, body=obj.body)
        obj.pk = written.pk


@admin.register(Dispute)
class DisputeAdmin(LookOnly):
    """Objections of readers; an action settles those that are chosen."""

    list_display = ["claim", "revision", "received_at", "outcome", "settled_by", "settled_at"]
    list_filter = ["outcome"]
    list_select_related = ["verdict__claim", "settled_by"]
    search_fields = ["text"]
    date_hierarchy = "received_at"
    actions = ["settle_corrected", "settle_declined", "settle_as_none"]

    @admin.display(description=gettext_lazy("claim"))
    def claim(self, dispute: Dispute) -> str:
        return dispute.verdict.claim.text

    @admin.display(description=gettext_lazy("revision"))
    def revision(self, dispute: Dispute) -> int:
        return dispute.verdict.number

    def has_settle_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.settle_dispute")

    @admin.action(description=gettext_lazy("Right: a correction follows"), permissions=["settle"])
    def settle_corrected(self, request: HttpRequest, chosen: QuerySet[Dispute]) -> None:
        self._settle(request, chosen, Dispute.Outcome.CORRECTED)

    @admin.action(description=gettext_lazy("Not right: nothing changes"), permissions=["settle"])
    def settle_declined(self, request: HttpRequest, chosen: QuerySet[Dispute]) -> None:
        self._settle(request, chosen, Dispute.Outcome.DECLINED)

    @admin.action(description=gettext_lazy("No objection to this"), permissions=["settle"])
    def settle_as_none(self, request: HttpRequest, chosen: QuerySet[Dispute]) -> None:
        self._settle(request, chosen, Dispute.Outcome.NOT_AN_OBJECTION)

    def _settle(self, request: HttpRequest, chosen: QuerySet[Dispute], outcome: str) -> None:
        done = 0
        for dispute_id in chosen.values_list("pk", flat=True):
            try:
                disputes.settle(dispute_id, actor=request.user, outcome=outcome)
                done += 1
            except Refused as refused:
                self.message_user(request, refused.message, messages.ERROR)
        self.message_user(request, _("{count} settled.").format(count=done))


@admin.register(ReplyRequest)
class ReplyRequestAdmin(LookOnly):
    """Requests for a reply. They are made on the claim's page in the desk, where the link shows."""

    list_display = ["name", "claim", "asked_at", "expires_at", "answered_at", "released_at"]
    list_select_related = ["claim"]
    search_fields = ["name", "claim__text"]
    date_hierarchy = "asked_at"
    exclude = ["token_sha256"]
    actions = ["release"]

    def has_release_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.release_reply")

    @admin.action(description=gettext_lazy("Show to readers"), permissions=["release"])
    def release(self, request: HttpRequest, chosen: QuerySet[ReplyRequest]) -> None:
        done = 0
        for request_id in chosen.values_list("pk", flat=True):
            try:
                replies.release(request_id, actor=request.user)
                done += 1
            except Refused as refused:
                self.message_user(request, refused.message, messages.ERROR)
        self.message_user(request, _("{count} shown to readers.").format(count=done))
