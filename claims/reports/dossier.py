"""All that the desk knows of one claimant or one article: its claims with their verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Max, Min, OuterRef, Prefetch, QuerySet, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Article
from claims.commas import listed
from claims.models import Claim, Claimant, Mention, Verdict
from claims.models.moves import VERDICT_ONCE_PUBLIC

MOST = 2000  # claims of one dossier


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with the verdict that readers see or last saw, if there is one."""

    claim: Claim
    verdict: Verdict | None

    @property
    def rating(self) -> str:
        return str(self.verdict.rating) if self.verdict and self.verdict.rating else ""

    @property
    def said(self) -> str:
        return self.verdict.get_said_display() if self.verdict else ""

    @property
    def standing(self) -> str:
        """What has become of it, in a word: the state of its verdict, else of the claim."""
        return (self.verdict or self.claim).get_state_display()


@dataclass
class Dossier:
    """subject: a claimant or an article. claims: in the order in which they came in."""

    title: str
    subject: Claimant | Article
    facts: list[tuple[str, str]]
    claims: QuerySet[Claim]

    @cached_property
    def total(self) -> int:
        return self.claims.count()

    @cached_property
    def lines(self) -> list[Line]:
        """At most MOST claims, each with its newest public verdict."""
        public = Verdict.objects.filter(claim=OuterRef("claim"), state__in=VERDICT_ONCE_PUBLIC)
        newest = Verdict.objects.filter(
            pk=Subquery(public.order_by("-number").values("pk")[:1])
        ).select_related("rating")
        rows = self.claims.select_related("claimant", "first_mention__snapshot__article__source")
        rows = rows.prefetch_related(Prefetch("verdicts", newest, to_attr="shown"))
        return [
            Line(claim, next(iter(claim.shown), None))
            for claim in rows.order_by("created_at", "pk")[:MOST]
        ]

    @cached_property
    def ratings(self) -> list[tuple[str, int]]:
        """How often each rating was given, the most frequent first."""
        return Counter(line.rating for line in self.lines if line.rating).most_common()

    def grid(self) -> Iterator[list[Any]]:
        """Yield the claims as lines of a table, with a header."""
        yield [
            _("Claim"), _("Claimant"), _("Came in"), _("Mentions"), _("State"), _("Rating"),
            _("Was it said?"), pgettext("verdict", "Published"), _("Claim id"),
        ]  # fmt: skip
        for line in self.lines:
            claim, verdict = line.claim, line.verdict
            yield [
                claim.text, str(claim.claimant or ""), day(claim.created_at), claim.mention_count,
                line.standing, line.rating, line.said, day(verdict and verdict.published_at),
                str(claim.pk),
            ]  # fmt: skip


def of_claimant(claimant: Claimant) -> Dossier:
    """Return all claims of a person or organisation."""
    claims = Claim.objects.filter(claimant=claimant)
    seen = claims.order_by().aggregate(first=Min("created_at"), last=Max("created_at"))
    facts = [
        (_("Kind"), claimant.get_kind_display()),
        (_("Role"), claimant.role),
        (_("Also known as"), listed(claimant.aliases)),
        (_("Identified by"), " ".join(claimant.same_as)),
        (_("First claim"), day(seen["first"])),
        (_("Last claim"), day(seen["last"])),
    ]
    return Dossier(claimant.name, claimant, facts, claims)


def of_article(article: Article) -> Dossier:
    """Return all claims that were found in any wording of an article."""
    wordings = list(article.snapshots.order_by("number").values_list("number", "sha256"))
    facts = [
        (_("Outlet"), str(article.source or "")),
        (_("Address"), article.canonical_url or ""),
        (_("Byline"), article.byline),
        (pgettext("article", "Published"), day(article.published_at)),
        *((_("Wording {number}").format(number=number), sha256) for number, sha256 in wordings),
    ]
    mentions = Mention.objects.filter(snapshot__article=article).order_by()
    return Dossier(
        str(article), article, facts, Claim.objects.filter(pk__in=mentions.values("claim"))
    )


def day(at: datetime | date | None) -> str:
    return date_format(at, "SHORT_DATE_FORMAT") if at else ""
