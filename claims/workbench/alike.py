"""Claims whose wording is close to another's, with what was found about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from claims.models import Claim, Distinction, Verdict

if TYPE_CHECKING:
    from claims.accounts.models import User

SHOWN = 6
CLOSE = 0.3  # trigram similarity, from 0 to 1; below, wordings have little in common


def alike(claim: Claim, user: User) -> QuerySet[Claim]:
    """Return claims that may say the same, the closest first, each with its published rating.

    Those that a person told apart (`is_apart`) come last.
    Only wording is compared: whether they are the same, a person decides.
    """
    live = Verdict.objects.live().filter(claim=OuterRef("pk"))
    rows = Claim.objects.visible_to(user).filter(text__trigram_similar=claim.text)
    apart = Distinction.objects.filter(
        Q(one=claim.pk, other=OuterRef("pk")) | Q(one=OuterRef("pk"), other=claim.pk)
    )
    return (
        rows.exclude(pk=claim.pk)
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
