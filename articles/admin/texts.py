"""Articles and their wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from ..forms import ArticleForm, TakeInForm
from ..intake import TakenIn
from ..models import Article, Fetch, Retrieval, Snapshot
from .kept import Kept, KeptInline, person
from .named import NAMED_TIMES, NamedValues

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


SIGHTINGS = 50  # the newest that an article's page shows


def numbered_lines(text: str) -> SafeString:
    """Return a wording line by line, each in its own direction and with its number."""
    lines = ((line,) for line in text.split("\n"))
    return format_html(
        '<ol class="wording">{}</ol>', format_html_join("", '<li dir="auto">{}</li>', lines)
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
    formfield_overrides = NAMED_TIMES
    list_display = ["title", "source", "language", "published_at", "wordings", "seen_at"]
    list_filter = [
        ("language", NamedValues),
        ("source", admin.RelatedOnlyFieldListFilter),
        "snapshots__retrievals__way",
    ]
    date_hierarchy = "created_at"
    search_fields = ["headline", "canonical_url", "byline", "source__name"]
    autocomplete_fields = ["source"]
    readonly_fields = ["address", "taken_in_by", "created_at", "sightings", "latest_wording"]
    fields = [
        "headline", "byline", "source", "language", "published_at", "address", "taken_in_by",
        "created_at", "sightings", "latest_wording",
    ]  # fmt: skip
    inlines = [SnapshotInline]
    taken_in_by = person("added_by", _("added by"))
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

    @admin.display(description=_("sightings, newest first"))
    def sightings(self, article: Article) -> SafeString:
        """Which wording was seen when: a text that was changed and changed back shows here."""
        seen = Retrieval.objects.filter(snapshot__article=article)
        seen = seen.select_related("snapshot", "by").defer("snapshot__text")[:SIGHTINGS]
        lines = (
            (
                date_format(localtime(one.at), "SHORT_DATETIME_FORMAT"),
                _("wording {number}").format(number=one.snapshot.number),
                one.get_way_display(),
                one.by or "",
            )
            for one in seen
        )
        listed = format_html_join("", "<li>{} · {} · {} {}</li>", lines)
        return format_html('<ul class="sightings">{}</ul>', listed)

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
    seen_by = person("by", _("by"))
    fields = readonly_fields = ["at", "way", "seen_by", "url", "media_type", "sha256"]
    ordering = ["-at", "-pk"]
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Retrieval]:
        return super().get_queryset(request).select_related("by")


@admin.register(Snapshot)
class SnapshotAdmin(Kept, admin.ModelAdmin):
    list_display = ["article_title", "number", "taken_at", "language", "reader", "characters"]
    list_filter = [("language", NamedValues), ("reader", NamedValues)]
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
