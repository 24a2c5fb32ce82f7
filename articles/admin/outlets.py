"""Outlets and their feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin, messages
from django.db import models
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import jobs
from ..forms import FeedForm, SourceForm
from ..models import Article, Feed, Source
from ..tasks import poll_feed
from .named import NAMED_TIMES, NamedValues

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    form = SourceForm
    list_display = ["name", "domain", "language", "country", "article_count"]
    list_filter = [("language", NamedValues), ("country", NamedValues)]
    search_fields = ["name", "domain"]
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        counted = Article.objects.filter(source=OuterRef("pk")).order_by()
        counted = counted.values("source").annotate(n=Count("pk")).values("n")
        return (
            super()
            .get_queryset(request)
            .annotate(n_articles=Coalesce(Subquery(counted, output_field=models.IntegerField()), 0))
        )

    @admin.display(description=_("articles"), ordering="n_articles")
    def article_count(self, source: Source) -> SafeString:
        address = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{}?source__id__exact={}">{}</a>', address, source.pk, source.n_articles
        )


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin):
    form = FeedForm
    formfield_overrides = NAMED_TIMES
    list_display = ["__str__", "source", "active", "polled_at", "next_due_at", "trouble"]
    list_filter = ["active", ("source", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["source"]
    search_fields = ["title", "url", "source__name"]
    autocomplete_fields = ["source"]
    readonly_fields = ["polled_at", "failures", "last_error"]
    list_per_page = 50
    actions = ["look_now"]

    @admin.display(description=_("last error"), ordering="failures")
    def trouble(self, feed: Feed) -> str:
        return feed.last_error[:120]

    @admin.action(description=_("Look at the selected feeds now"), permissions=["change"])
    def look_now(self, request: HttpRequest, feeds: QuerySet[Feed]) -> None:
        ids = list(feeds.filter(active=True).values_list("pk", flat=True))
        Feed.objects.filter(pk__in=ids).update(next_due_at=timezone.now())
        for feed_id in ids:
            jobs.send_on_commit(feed_id, poll_feed.delay)
        self.message_user(
            request,
            ngettext(
                "One feed is being looked at.", "{n} feeds are being looked at.", len(ids)
            ).format(n=len(ids)),
            messages.SUCCESS,
        )
