"""Finding what says nearly the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, TrigramWordSimilarity
from django.db.models import QuerySet

from claims.models import PublicState

# Of each attempt at most so many rows are compared letter by letter.
CANDIDATES = 500
# Rarer words tell more, and longer words are rarer; numbers tell most.
TELLING = 8
WORD = re.compile(r"\w[\w.,]*\w|\w")


@dataclass(frozen=True, slots=True)
class Similar:
    """A public claim that resembles a text, with a score from 0 to 1 (the same words)."""

    state: PublicState
    score: float


def similar_public(text: str, *, limit: int = 10, least: float = 0.3) -> list[Similar]:
    """Return the public claims most like `text`, the likest first.

    Candidates come from the full-text index, from strict (all telling words) to loose (any of
    them), until there are enough; they are ranked by the word similarity of pg_trgm: how much of
    the text's trigrams stand together in the claim's headline, wording and summary.

    least: scores below it are left out. A text without letters or digits resembles nothing.
    """
    words = telling(text)
    found: dict[object, Similar] = {}
    for query in _queries(words):
        candidates = PublicState.objects.live().filter(
            search=SearchQuery(query, search_type="raw", config="simple")
        )
        for state in _ranked(candidates, text, least):
            found.setdefault(state.pk, Similar(state, round(state.score, 4)))
        if len(found) >= limit:
            break
    ranked = sorted(found.values(), key=lambda item: (-item.score, str(item.state.pk)))
    return ranked[:limit]


def _ranked(candidates: QuerySet[PublicState], text: str, least: float) -> QuerySet[PublicState]:
    """Compare a bounded number of candidates letter by letter."""
    some = candidates.order_by().values("pk")[:CANDIDATES]
    scored = PublicState.objects.filter(pk__in=some).annotate(
        score=TrigramWordSimilarity(text, "words")
    )
    rows = scored.filter(score__gte=least).select_related("publication").defer("search")
    return rows.order_by("-score")


def telling(text: str) -> list[str]:
    """Return the words of a text that tell most: numbers first, then the longest."""
    words = dict.fromkeys(word.lower() for word in WORD.findall(text))
    ranked = sorted(words, key=lambda word: (not word[0].isdigit(), -len(word), word))
    return ranked[:TELLING]


def _queries(words: list[str]) -> list[str]:
    """Full-text queries from strict to loose."""
    if not words:
        return []
    terms = [f"'{word}'" for word in words]
    strict = " & ".join(terms)
    half = " & ".join(terms[: max(2, len(terms) // 2)])
    return list(dict.fromkeys([strict, half, " | ".join(terms)]))
