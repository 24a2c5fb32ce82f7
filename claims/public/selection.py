"""Which fact-checks a list or a feed is about: the same words in every address."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, QueryDict

from articles.wording import FORBIDDEN
from claims.models import PublicState

LONGEST = 200  # characters of a value
MESSAGE = 1000  # characters of what is looked for; whoever pastes more is answered on its beginning


@dataclass(frozen=True, slots=True)
class Selection:
    """Fact-checks by rating key, claimant id, topic slug, language and words; empty: all."""

    q: str = ""
    rating: str = ""
    claimant: str = ""
    topic: str = ""
    language: str = ""

    @classmethod
    def asked_for(cls, query: QueryDict, **fixed: Any) -> Selection:
        """Read a selection from an address; `fixed` overrules it.

        Raises Http404 for values that can never match. Other parameters are no concern of ours:
        links from elsewhere carry all sorts.
        """
        asked = {field.name: query.get(field.name, "").strip() for field in fields(cls)}
        asked |= {name: str(value) for name, value in fixed.items()}
        asked["q"] = asked["q"][:MESSAGE]
        for name, value in asked.items():
            if (name != "q" and len(value) > LONGEST) or FORBIDDEN.search(value):
                raise Http404("No such selection.")
        if asked["claimant"]:
            try:
                asked["claimant"] = str(UUID(asked["claimant"]))
            except ValueError:
                raise Http404("No such claimant.") from None
        return cls(**asked)

    def states(self) -> QuerySet[PublicState]:
        """Public states in the selection, retracted ones too."""
        states = PublicState.objects.select_related("publication").defer("search")
        if self.rating:
            states = states.filter(rating_key=self.rating)
        if self.claimant:
            states = states.filter(claimant_id=self.claimant)
        if self.topic:
            states = states.filter(topics__contains=[self.topic])
        if self.language:
            states = states.filter(language=self.language)
        return states.matching(self.q) if self.q else states

    @property
    def query(self) -> str:
        """The selection as it stands in an address, with its question mark; empty for all."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        given = {name: value for name, value in given.items() if value}
        return f"?{urlencode(given)}" if given else ""

    @property
    def is_all(self) -> bool:
        return not self.query

    def only(self, *names: str) -> Selection:
        """The selection without what is not among `names`."""
        return replace(
            self, **{field.name: "" for field in fields(self) if field.name not in names}
        )
