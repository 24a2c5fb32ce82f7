"""Claims in the admin: the list with its filters and bulk actions, and the page of one."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.contrib.postgres.search import SearchQuery
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from claims import intake
from claims.admin import many, page
from claims.admin.filters import (
    ArticleFilter,
    ClaimantFilter,
    MineFilter,
    RatingFilter,
    VerdictFilter,
    WorthFilter,
)
from claims.models import Claim, Verdict


@admin.register(Claim)
class ClaimAdmin(admin.ModelAdmin):
    """Shows everything; whatever changes goes through a verb."""

    list_display = [
        "wording", "state", "verdict_now", "claimant", "check_worthiness", "lease_by", "created_at",
    ]  # fmt: skip
    list_filter = [
        MineFilter, "state", VerdictFilter, RatingFilter, WorthFilter, ClaimantFilter,
        ArticleFilter, "language", "kind", "priority",
    ]  # fmt: skip
    list_select_related = ["claimant", "lease_by", "public_state"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["text"]
    search_help_text = _("Words of the claim, or the claimant's name.")
    date_hierarchy = "created_at"
    ordering = ["-created_at", "-id"]
    fields = ["text", "kind", "language", "claimant", "said_on"]
    autocomplete_fields = ["claimant"]

    class Media:
        css = {"all": ["claims/css/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        verdicts = Verdict.objects.select_related("rating").order_by("-number")
        return super().get_queryset(request).prefetch_related(Prefetch("verdicts", verdicts))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Claim], search_term: str
    ) -> tuple[QuerySet[Claim], bool]:
        """Search the full-text index, and claimants by any part of their name."""
        words = search_term.replace("\x00", " ").strip()
        if not words:
            return queryset, False
        found = Q(search=SearchQuery(words, config="simple", search_type="websearch"))
        return queryset.filter(found | Q(claimant__name__icontains=words)), False

    @admin.display(description=_("claim"), ordering="text")
    def wording(self, claim: Claim) -> str:
        text = claim.text if len(claim.text) <= 160 else f"{claim.text[:159]}…"
        return format_html('<span class="claim-wording" dir="auto">{}</span>', text)

    @admin.display(description=_("verdict"))
    def verdict_now(self, claim: Claim) -> str:
        verdicts = [one for one in claim.verdicts.all() if one.state != "abandoned"]
        if not verdicts:
            return "—"
        newest = verdicts[0]
        if newest.state == "published" and newest.rating:
            return newest.rating.label
        return newest.get_state_display()

    @admin.display(description=_("worth"), ordering="worth")
    def check_worthiness(self, claim: Claim) -> str:
        return f"{claim.worth:.2f}"

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Offer the bulk verbs that this person's role includes."""
        return {
            name: (partial(_run, bulk), name, bulk.title)
            for name, bulk in many.actions(request.user)
        }

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        """Enter a new claim by hand; a claim that is there is changed by its verbs alone."""
        given = form.cleaned_data
        entered = intake.enter(
            None,
            actor=request.user,
            text=given["text"],
            kind=given["kind"],
            language=given["language"],
            claimant=given["claimant"],
            said_on=given["said_on"],
        )
        obj.pk = entered.pk
        obj.__dict__.update(entered.__dict__)

    def get_urls(self) -> list[URLPattern]:
        verbs = path(
            "<uuid:claim_id>/verb/<slug:verb>/",
            self.admin_site.admin_view(self.verb_view),
            name="claims_claim_verb",
        )
        return [verbs, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the claim's own page in the place of the admin's form."""
        page.must_see(request)
        return page.show(self, request, _id(object_id))

    def verb_view(self, request: HttpRequest, claim_id: UUID, verb: str) -> HttpResponse:
        page.must_see(request)
        return page.act(self, request, claim_id, verb.replace("-", "_"))


def _run(
    bulk: many.Bulk, model_admin: ClaimAdmin, request: HttpRequest, queryset: QuerySet[Claim]
) -> HttpResponse | None:
    return many.run(bulk, model_admin, request, queryset)


def _id(text: str) -> UUID:
    return page._uuid(text)
