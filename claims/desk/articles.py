"""What the article pages show: articles with their reading, a wording with its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django import forms
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from articles.jobs import State as JobState
from articles.models import Article, Fetch, Source
from claims.models import Mention, Reading
from claims.workbench.keyset import Order

SHOWN_FETCHES = 20
NEWEST = Order("taken", ("-created_at", "-id"))


class ArticleFilter(forms.Form):
    """The filters of the article list."""

    q = forms.CharField(label=_("Search headlines"), required=False, max_length=200)
    outlet = forms.ModelChoiceField(
        Source.objects.all(), label=_("Outlet"), required=False, empty_label=_("Any")
    )
    reading = forms.ChoiceField(
        label=_("Reading"), required=False, choices=[("", _("Any")), *JobState.choices]
    )

    def rows(self) -> QuerySet[Article]:
        """Return the articles that were asked for, each with the id of its last reading."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        last = Reading.objects.filter(snapshot__article=OuterRef("pk"))
        last = last.order_by("-snapshot__number", "-queued_at").values("pk")[:1]
        rows = Article.objects.select_related("source").annotate(reading_id=Subquery(last))
        if asked.get("q"):
            rows = rows.filter(
                Q(headline__icontains=asked["q"]) | Q(canonical_url__icontains=asked["q"])
            )
        if asked.get("outlet"):
            rows = rows.filter(source=asked["outlet"])
        if asked.get("reading"):
            states = Reading.objects.filter(pk=OuterRef("reading_id")).values("state")[:1]
            rows = rows.annotate(reading_state=Subquery(states))
            rows = rows.filter(reading_state=asked["reading"])
        return rows

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)


@dataclass(slots=True)
class ArticleRow:
    """One line of the article list. claims: number of claims by state."""

    article: Article
    reading: Reading | None = None
    claims: Counter[str] = field(default_factory=Counter)

    @property
    def open(self) -> int:
        return self.claims["candidate"] + self.claims["queued"] + self.claims["in_progress"]

    @property
    def total(self) -> int:
        return self.claims.total()


def on_their_way() -> list[Fetch]:
    """Return the latest fetches that are under way or could not be done."""
    return list(Fetch.objects.exclude(state=JobState.DONE)[:SHOWN_FETCHES])


def with_readings(articles: Iterable[Article]) -> list[ArticleRow]:
    """Return the articles with their last reading and their claims counted, in two queries."""
    rows = {article.pk: ArticleRow(article) for article in articles}
    readings = Reading.objects.defer("left_out").in_bulk(
        [row.article.reading_id for row in rows.values()]
    )
    for row in rows.values():
        row.reading = readings.get(row.article.reading_id)
    said = (
        Mention.objects.filter(snapshot__article__in=rows)
        .order_by()
        .values_list("snapshot__article", "claim__state")
        .annotate(claims=Count("claim", distinct=True))
    )
    for article_id, state, number in said:
        rows[article_id].claims[state] += number
    return list(rows.values())
