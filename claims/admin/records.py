"""Everything else of the record: shown, and changed where changing is part of running a desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.admin.named import NAMED_TIMES
from claims import intake, workflow
from claims.admin.looking import LookOnly
from claims.errors import Refused
from claims.models import (
    Capture,
    CaptureJob,
    Comment,
    Delivery,
    Event,
    Evidence,
    LedgerRoot,
    Methodology,
    Outbox,
    Publication,
    Rating,
    RatingScale,
    Reading,
    RetractionRequest,
    Topic,
    Verdict,
    WebhookEndpoint,
)
from claims.models.moves import VERDICT_ONCE_PUBLIC


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


class RatingForm(forms.ModelForm):
    """Says why a rating that was used cannot be renamed, before the database refuses it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # In a table the head of the column is the only name that a box has.
        for field in self.fields.values():
            if not isinstance(field.widget, forms.MultiWidget):
                field.widget.attrs["aria-label"] = field.label

    def clean(self) -> dict[str, Any]:
        renamed = {"key", "label", "value"} & set(self.changed_data)
        if renamed and self.instance.pk and self.instance.verdicts.exists():
            raise forms.ValidationError(
                _("A verdict uses this rating: it stays as it is. Retire it and add another.")
            )
        return super().clean()


class RatingInline(admin.TabularInline):
    model = Rating
    form = RatingForm
    formfield_overrides = NAMED_TIMES
    extra = 0
    fields = ["order", "key", "label", "value", "meaning", "retired_at"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(RatingScale)
class RatingScaleAdmin(admin.ModelAdmin):
    """A rating that a verdict uses can be retired; the database refuses to rename it.

    A scale by which something was published keeps name, version and numbers.
    """

    list_display = ["name", "version", "best", "worst", "is_current"]
    inlines = [RatingInline]

    def get_readonly_fields(self, request: HttpRequest, obj: RatingScale | None = None) -> list:
        public = Verdict.objects.filter(state__in=VERDICT_ONCE_PUBLIC, rating__scale=obj)
        return ["name", "version", "best", "worst"] if obj and public.exists() else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Methodology)
class MethodologyAdmin(admin.ModelAdmin):
    """Versions are added, never changed: verdicts name the one they were made under."""

    formfield_overrides = NAMED_TIMES
    list_display = ["version", "title", "adopted_at"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Verdict)
class VerdictAdmin(LookOnly):
    list_display = ["claim", "number", "state", "rating", "submitted_at", "published_at"]
    list_filter = ["state", "rating", "correction_type", "confidence"]
    list_select_related = ["claim", "rating"]
    search_fields = ["claim__text", "headline"]
    date_hierarchy = "drafted_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        """Leave out what this person could be asked to check blindly."""
        hidden = workflow.blinding(request.user).values("verdict")
        return super().get_queryset(request).exclude(pk__in=hidden)


@admin.register(Evidence)
class EvidenceAdmin(LookOnly):
    list_display = ["title", "claim", "number", "kind", "stance", "publisher", "added_at"]
    list_filter = ["kind", "stance", "independence", "is_protected_source"]
    list_select_related = ["claim"]
    search_fields = ["title", "url", "publisher"]


@admin.register(Capture)
class CaptureAdmin(LookOnly):
    list_display = ["evidence", "way", "media_type", "size", "sha256", "captured_at"]
    list_filter = ["way", "media_type"]
    list_select_related = ["evidence"]
    exclude = ["text"]


@admin.register(CaptureJob)
class CaptureJobAdmin(LookOnly):
    list_display = ["url", "state", "reason", "attempt", "queued_at", "finished_at"]
    list_filter = ["state"]
    list_select_related = ["evidence"]


@admin.register(Reading)
class ReadingAdmin(LookOnly):
    """Readings that failed can be tried again here."""

    list_display = ["article", "state", "reason", "found", "created", "attempt", "queued_at"]
    list_filter = ["state", "pipeline"]
    list_select_related = ["snapshot__article"]
    actions = ["read_again"]

    @admin.display(description=gettext_lazy("article"))
    def article(self, reading: Reading) -> str:
        return str(reading.snapshot.article)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reading]:
        return super().get_queryset(request).defer("snapshot__text", "left_out")

    @admin.action(description=gettext_lazy("Read again"), permissions=["read"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Reading]) -> None:
        for reading in queryset[:100]:
            try:
                intake.read_again(reading.snapshot_id, actor=request.user)
            except Refused as refused:
                self.message_user(request, refused.message, messages.ERROR)
                return
        self.message_user(request, _("Sent to the worker."), messages.SUCCESS)

    def has_read_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.change_reading")


@admin.register(Publication)
class PublicationAdmin(LookOnly):
    list_display = ["sequence", "kind", "claim", "published_at", "sha256"]
    list_filter = ["kind"]
    list_select_related = ["claim"]
    date_hierarchy = "published_at"


@admin.register(Event)
class EventAdmin(LookOnly):
    list_display = ["at", "kind", "actor", "claim", "from_state", "to_state", "position"]
    list_filter = ["kind"]
    list_select_related = ["actor", "claim"]
    date_hierarchy = "at"
    ordering = ["-id"]


@admin.register(LedgerRoot)
class LedgerRootAdmin(LookOnly):
    list_display = ["day", "chains", "publications", "root", "sealed_at"]
    date_hierarchy = "day"


@admin.register(RetractionRequest)
class RetractionRequestAdmin(LookOnly):
    list_display = ["verdict", "requested_by", "requested_at", "is_confirmed", "decided_by"]
    list_filter = ["is_confirmed"]
    list_select_related = ["verdict", "requested_by", "decided_by"]


@admin.register(Comment)
class CommentAdmin(LookOnly):
    list_display = ["claim", "author", "body", "created_at"]
    list_select_related = ["claim", "author"]
    search_fields = ["body"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        """Leave out what is said about a verdict that is to be checked blindly."""
        hidden = workflow.blinding(request.user).values("verdict__claim")
        return super().get_queryset(request).exclude(claim__in=hidden)


@admin.register(Outbox)
class OutboxAdmin(LookOnly):
    list_display = ["id", "event", "publication", "created_at", "handled_at"]
    list_select_related = ["event", "publication"]
    list_filter = [("handled_at", admin.EmptyFieldListFilter)]


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(LookOnly):
    """Endpoints are looked after in the desk, where their secrets are shown once."""

    list_display = ["name", "url", "key", "works", "disabled_reason", "created_at"]
    list_select_related = ["key"]
    list_filter = [("disabled_at", admin.EmptyFieldListFilter)]
    search_fields = ["name", "url"]
    fields = [
        "name", "url", "events", "key", "created_by", "created_at", "disabled_at",
        "disabled_reason", "old_secret_until", "page",
    ]  # fmt: skip

    @admin.display(description=pgettext_lazy("endpoint", "on"), boolean=True)
    def works(self, endpoint: WebhookEndpoint) -> bool:
        return endpoint.disabled_at is None

    @admin.display(description=gettext_lazy("in the desk"))
    def page(self, endpoint: WebhookEndpoint) -> str:
        address = reverse("desk:webhook", args=[endpoint.pk])
        return format_html('<a href="{}">{}</a>', address, _("Test, new secret, replay, log"))


@admin.register(Delivery)
class DeliveryAdmin(LookOnly):
    list_display = ["id", "event", "endpoint", "state", "attempt", "next_at", "done_at"]
    list_filter = ["state", "event"]
    list_select_related = ["endpoint"]
    ordering = ["-id"]
