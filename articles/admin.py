"""Outlets, feeds, articles, their wordings and fetches in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Length
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from . import jobs
from .forms import ArticleForm, FeedForm, FetchForm, SourceForm, TakeInForm
from .intake import TakenIn
from .models import Article, Feed, Fetch, Retrieval, Snapshot, Source
from .tasks import fetch_article, poll_feed, queue_fetch

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


def numbered_lines(text: str) -> SafeString:
    """Return a wording line by line, each in its own direction and with its number."""
    lines = ((line,) for line in text.split("\n"))
    return format_html(
        '<ol class="wording">{}</ol>', format_html_join("", '<li dir="auto">{}</li>', lines)
    )


class Kept:
    """Rows that are looked at, and neither changed nor deleted by anyone."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class KeptInline(Kept, admin.TabularInline):
    extra = max_num = 0
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    form = SourceForm
    list_display = ["name", "domain", "language", "country", "article_count"]
    list_filter = ["language", "country"]
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


class SnapshotInline(KeptInline):
    model = Snapshot
    fields = readonly_fields = ["number", "taken_at", "language", "reader", "characters"]
    ordering = ["-number"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        return super().get_queryset(request).defer("text").annotate(n_characters=Length("text"))

    @admin.display(description=_("characters"))
    def characters(self, snapshot: Snapshot) -> int:
        return snapshot.n_characters


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Articles. Adding one goes through the door; what is known beside the text can be mended."""

    form = ArticleForm
    list_display = ["title", "source", "language", "published_at", "wordings", "seen_at"]
    list_filter = [
        "language",
        ("source", admin.RelatedOnlyFieldListFilter),
        "snapshots__retrievals__way",
    ]
    date_hierarchy = "created_at"
    search_fields = ["headline", "canonical_url", "byline", "source__name"]
    autocomplete_fields = ["source"]
    readonly_fields = ["address", "added_by", "created_at", "latest_wording"]
    fields = [
        "headline", "byline", "source", "language", "published_at", "address", "added_by",
        "created_at", "latest_wording",
    ]  # fmt: skip
    inlines = [SnapshotInline]
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["articles/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        wordings = Snapshot.objects.filter(article=OuterRef("pk")).order_by().values("article")
        seen = Retrieval.objects.filter(snapshot__article=OuterRef("pk")).order_by()
        return (
            super()
            .get_queryset(request)
            .select_related("source", "added_by")
            .annotate(
                n_wordings=Subquery(wordings.annotate(n=Count("pk")).values("n")),
                last_seen=Subquery(
                    seen.values("snapshot__article").annotate(at=Max("at")).values("at")
                ),
            )
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("headline"), ordering="headline")
    def title(self, article: Article) -> SafeString:
        return format_html('<span dir="auto">{}</span>', str(article))

    @admin.display(description=_("wordings"), ordering="n_wordings")
    def wordings(self, article: Article) -> int:
        return article.n_wordings

    @admin.display(description=_("last seen"), ordering="last_seen")
    def seen_at(self, article: Article) -> str:
        if article.last_seen is None:
            return "-"
        return date_format(localtime(article.last_seen), "SHORT_DATETIME_FORMAT")

    @admin.display(description=_("wording seen last"))
    def latest_wording(self, article: Article) -> SafeString | str:
        snapshot = article.current_snapshot()
        return numbered_lines(snapshot.text) if snapshot else "-"

    @admin.display(description=_("address"))
    def address(self, article: Article) -> SafeString | str:
        if not article.canonical_url:
            return _("None: it is known by its wording.")
        return format_html('<a href="{0}" rel="noreferrer noopener">{0}</a>', article.canonical_url)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        """Take an article in: the only way by which one comes to be."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = [request.POST, request.FILES] if request.method == "POST" else []
        form = TakeInForm(*sent)
        if request.method == "POST" and form.is_valid():
            taken = form.take(request.user)
            if taken is not None:
                return self._taken(request, taken)
        fieldsets = [
            (None, {"fields": ["text", "file", "url"]}),
            (_("About it"), {"fields": ["headline", "byline", "language", "published_at"]}),
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Take in an article"),
            "opts": self.opts,
            "form": form,
            "adminform": AdminForm(form, fieldsets, {}),
            "media": self.media + form.media,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/article/take_in.html", context)

    def _taken(self, request: HttpRequest, taken: TakenIn | Fetch) -> HttpResponse:
        if isinstance(taken, Fetch):
            messages.success(request, _("The page is being fetched; this page says how it goes."))
            return HttpResponseRedirect(reverse("admin:articles_fetch_change", args=[taken.pk]))
        if taken.is_new_snapshot:
            messages.success(request, _("The article was taken in."))
        else:
            messages.info(request, _("This wording was here already; it was noted as seen again."))
        return HttpResponseRedirect(
            reverse("admin:articles_article_change", args=[taken.article.pk])
        )


class RetrievalInline(KeptInline):
    model = Retrieval
    fields = readonly_fields = ["at", "way", "by", "url", "media_type", "sha256"]
    ordering = ["-at", "-pk"]
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Retrieval]:
        return super().get_queryset(request).select_related("by")


@admin.register(Snapshot)
class SnapshotAdmin(Kept, admin.ModelAdmin):
    list_display = ["article_title", "number", "taken_at", "language", "reader", "characters"]
    list_filter = ["language", "reader"]
    list_select_related = ["article"]
    date_hierarchy = "taken_at"
    search_fields = ["article__headline", "article__canonical_url", "=sha256"]
    fields = [
        "article", "number", "taken_at", "language", "reader", "reader_version", "sha256",
        "characters", "wording",
    ]  # fmt: skip
    readonly_fields = fields
    inlines = [RetrievalInline]
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["articles/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        rows = super().get_queryset(request).annotate(n_characters=Length("text"))
        is_list = request.resolver_match and request.resolver_match.url_name.endswith("changelist")
        return rows.defer("text") if is_list else rows.select_related("article")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("article"), ordering="article__headline")
    def article_title(self, snapshot: Snapshot) -> SafeString:
        return format_html('<span dir="auto">{}</span>', str(snapshot.article))

    @admin.display(description=_("characters"), ordering="n_characters")
    def characters(self, snapshot: Snapshot) -> int:
        return snapshot.n_characters

    @admin.display(description=_("wording"))
    def wording(self, snapshot: Snapshot) -> SafeString:
        return numbered_lines(snapshot.text)


@admin.register(Fetch)
class FetchAdmin(Kept, admin.ModelAdmin):
    form = FetchForm
    list_display = ["url", "state", "said", "requested_by", "feed", "queued_at", "article"]
    list_filter = ["state", "feed"]
    list_select_related = ["requested_by", "feed", "retrieval__snapshot__article"]
    date_hierarchy = "queued_at"
    search_fields = ["url", "reason"]
    actions = ["retry"]
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fetch]:
        return super().get_queryset(request).defer("retrieval__snapshot__text")

    def get_fields(self, request: HttpRequest, obj: Fetch | None = None) -> list[str]:
        if obj is None:
            return ["url"]
        return [
            "url", "state", "reason", "article", "requested_by", "feed", "queued_at",
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
