"""Whose claims are checked, and on which side they stand."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from claims import workflow
from claims.errors import Refused
from claims.models import Claimant, Side


@admin.register(Claimant)
class ClaimantAdmin(admin.ModelAdmin):
    """A claimant who is named in public is published again when they are changed."""

    list_display = ["name", "kind", "role", "side", "is_private_person"]
    list_filter = ["kind", "side", "is_private_person"]
    list_select_related = ["side"]
    search_fields = ["name"]
    show_full_result_count = False
    fields = ["name", "kind", "role", "aliases", "same_as", "side", "is_private_person"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Claimant, form: Any, change: bool) -> None:
        if not change:
            obj.save()
            return
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        try:
            workflow.rename_claimant(obj.pk, actor=request.user, **changes)
        except Refused as refused:
            request.refusal = refused.message

    def response_change(self, request: HttpRequest, obj: Claimant) -> HttpResponse:
        """Say that it was changed only where it was."""
        if refusal := getattr(request, "refusal", ""):
            self.message_user(request, refusal, messages.ERROR)
            return HttpResponseRedirect(request.path)
        return super().response_change(request, obj)


@admin.register(Side)
class SideAdmin(admin.ModelAdmin):
    """A side keeps its key, under which figures were counted, and stays while somebody has it."""

    list_display = ["name", "key"]
    search_fields = ["name"]
    prepopulated_fields = {"key": ["name"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Side | None = None) -> list[str]:
        return ["key"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Side | None = None) -> Any:
        return {} if obj else self.prepopulated_fields
