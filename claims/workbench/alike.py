"""Claims whose wording is close to another's, with what was found about them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from claims.matching import telling
from claims.models import Claim, Distinction, Verdict

if TYPE_CHECKING:
    from claims.accounts.models import User

SHOWN = 6
CLOSE = 0.3  # trigram similarity, from 0 to 1; below, wordings have little in common
# Of each attempt at most so many claims are compared letter by letter.
CANDIDATES = 200
LONG = 4  # longest words of which two have to be shared


def alike(claim: Claim, user: User) -> QuerySet[Claim]:
    """Return claims that may say the same, the closest first, each with its published rating.

    Those that a person told apart (`is_apart`) come last. Candidates share the words that tell
    most, numbers included, or two of the longest; they are ranked by their trigrams. So it costs
    about the same among a thousand claims and among a million.
    Only wording is compared: whether they are the same, a person decides.
    """
    live = Verdict.objects.live().filter(claim=OuterRef("pk"))
    apart = Distinction.objects.filter(
        Q(one=claim.pk, other=OuterRef("pk")) | Q(one=OuterRef("pk"), other=claim.pk)
    )
    return (
        Claim.objects.visible_to(user)
        .filter(pk__in=_candidates(claim))
        .exclude(pk=claim.pk)
        .annotate(
            is_apart=Exists(apart),
            closeness=TrigramSimilarity("text", claim.text),
            rating_label=Subquery(live.values("rating__label")[:1]),
            rating_value=Subquery(live.values("rating__value")[:1]),
        )
        .filter(closeness__gte=CLOSE)
        .select_related("claimant")
        .order_by("is_apart", "-closeness", "pk")[:SHOWN]
    )


def _candidates(claim: Claim) -> QuerySet[Claim]:
    """Ids of claims that share telling words with this one, some of each attempt."""
    words = telling(claim.text)
    if not words:
        return Claim.objects.none().values("pk")
    half = words[: max(2, len(words) // 2)]
    longest = sorted((word for word in words if not word[0].isdigit()), key=len)[-LONG:]
    asked = [" & ".join(f"'{word}'" for word in half)]
    asked.append(" | ".join(f"('{one}' & '{two}')" for one, two in combinations(longest, 2)))
    first, *others = [
        Claim.objects.filter(search=SearchQuery(query, config="simple", search_type="raw"))
        .order_by()
        .values("pk")[:CANDIDATES]
        for query in asked
        if query
    ]
    return first.union(*others) if others else first
