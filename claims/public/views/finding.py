"""Looking up what an address names."""

from __future__ import annotations

from django.http import Http404

from claims.models import PublicState
from claims.public.factcheck import FactCheck


def state_of(slug: str) -> PublicState:
    """Return the public state behind an address. Raises Http404."""
    states = PublicState.objects.select_related("publication").defer("search")
    state = states.filter(slug=slug).first()
    if state is None:
        raise Http404("No such fact-check.")
    return state


def check_of(state: PublicState) -> FactCheck:
    return FactCheck(state.publication, is_under_review=state.is_under_review)
