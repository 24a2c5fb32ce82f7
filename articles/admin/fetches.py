"""The fetching of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import jobs
from ..forms import FetchForm
from ..models import Fetch
from ..tasks import fetch_article, queue_fetch
from .kept import Kept, person

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


@admin.register(Fetch)
class FetchAdmin(Kept, admin.ModelAdmin):
    form = FetchForm
    list_display = ["url", "state", "said", "requested_by", "feed", "queued_at", "article"]
    list_filter = ["state", "feed"]
    list_select_related = ["requested_by", "feed", "retrieval__snapshot__article"]
    date_hierarchy = "queued_at"
    search_fields = ["url", "reason"]
    actions = ["retry"]
    asked_for_by = person("requested_by", _("requested by"))
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fetch]:
        return super().get_queryset(request).defer("retrieval__snapshot__text")

    def get_fields(self, request: HttpRequest, obj: Fetch | None = None) -> list[str]:
        if obj is None:
            return ["url"]
        return [
            "url", "state", "reason", "article", "asked_for_by", "feed", "queued_at",
            "started_at", "finished_at", "attempt", "attempt_limit", "resend_at",
        ]  # fmt: skip

    def get_readonly_fields(self, request: HttpRequest, obj: Fetch | None = None) -> list[str]:
        return [] if obj is None else self.get_fields(request, obj)

    def save_model(self, request: HttpRequest, obj: Fetch, form: Any, change: bool) -> None:
        """Queue the fetch; there is no other way to make one."""
        queued = queue_fetch(form.cleaned_data["url"], by=request.user)
        obj.pk, obj._state.adding = queued.pk, False

    @admin.display(description=_("reason"))
    def said(self, fetch: Fetch) -> str:
        return fetch.reason[:160]

    @admin.display(description=_("article"))
    def article(self, fetch: Fetch) -> SafeString | str:
        if fetch.retrieval is None:
            return "-"
        article = fetch.retrieval.snapshot.article
        return format_html(
            '<a href="{}" dir="auto">{}</a>',
            reverse("admin:articles_article_change", args=[article.pk]),
            str(article),
        )

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    @admin.action(description=_("Try the selected failed fetches again"), permissions=["retry"])
    def retry(self, request: HttpRequest, fetches: QuerySet[Fetch]) -> None:
        ids = fetches.values_list("pk", flat=True)
        count = sum(jobs.retry(Fetch, fetch_id, fetch_article.delay) for fetch_id in ids)
        if count:
            said = ngettext("One fetch waits again.", "{n} fetches wait again.", count)
            self.message_user(request, said.format(n=count), messages.SUCCESS)
        else:
            self.message_user(request, _("None of them had failed."), messages.WARNING)
