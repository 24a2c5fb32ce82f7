"""Filters of the claim list."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Rating, VerdictState


class VerdictFilter(admin.SimpleListFilter):
    """By the state of a verdict, or by what is public."""

    title = _("verdict")
    parameter_name = "verdict"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        states = [state for state in VerdictState.choices if state[0] != "abandoned"]
        return [("none", _("None")), *states]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        if self.value() == "none":
            return queryset.filter(verdicts=None)
        if self.value():
            return queryset.filter(verdicts__state=self.value()).distinct()
        return queryset


class RatingFilter(admin.SimpleListFilter):
    """By the rating that the public sees."""

    title = _("published rating")
    parameter_name = "rating"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        ratings = Rating.objects.order_by("scale", "order")
        return list(dict(ratings.values_list("key", "label")).items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        if not self.value():
            return queryset
        return queryset.filter(
            public_state__rating_key=self.value(), public_state__is_retracted=False
        )


class WorthFilter(admin.SimpleListFilter):
    """By check-worthiness, in bands."""

    title = _("check-worthiness")
    parameter_name = "worth"
    bands = {"high": (0.7, 1.0), "middle": (0.4, 0.7), "low": (0.0, 0.4)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("high", _("0.7 and more")),
            ("middle", _("0.4 to 0.7")),
            ("low", _("below 0.4")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        band = self.bands.get(self.value() or "")
        if band is None:
            return queryset
        low, high = band
        upper = Q(worth__lte=high) if high == 1.0 else Q(worth__lt=high)
        return queryset.filter(upper, worth__gte=low)


class MineFilter(admin.SimpleListFilter):
    """What concerns the person who looks."""

    title = _("mine")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("hand", _("In my hand")),
            ("assigned", _("Assigned to me")),
            ("written", _("With a verdict of mine")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        me = request.user
        if self.value() == "hand":
            return queryset.leased_to(me)
        if self.value() == "assigned":
            return queryset.filter(assignee=me)
        if self.value() == "written":
            return queryset.filter(verdicts__authorships__user=me).distinct()
        return queryset


class WordsFilter(admin.SimpleListFilter):
    """A filter that is typed instead of chosen, for values too many to list."""

    template = "admin/words_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        # The admin hides a filter without choices.
        return [("", "")]

    def choices(self, changelist: Any) -> Any:
        yield {
            "value": self.value() or "",
            "others": [
                (name, value)
                for name, value in changelist.get_filters_params().items()
                if name != self.parameter_name
            ],
        }


class ClaimantFilter(WordsFilter):
    title = _("claimant")
    parameter_name = "claimant"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        return queryset.filter(claimant__name__icontains=self.value()) if self.value() else queryset


class ArticleFilter(WordsFilter):
    title = _("article")
    parameter_name = "article"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        words = self.value()
        if not words:
            return queryset
        inside = Q(mentions__snapshot__article__headline__icontains=words)
        at = Q(mentions__snapshot__article__canonical_url__icontains=words)
        return queryset.filter(inside | at).distinct()
