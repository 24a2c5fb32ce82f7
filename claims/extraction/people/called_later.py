"""Who is meant later by what sort of person, office or paper one is, other than in English."""

from __future__ import annotations

from .later_names import sort_of, sorts_of
from .names import fits
from .pronouns import PronounReader
from .somebodies import NEAR
from .turns import TURNS


class LaterReader(PronounReader):
    """Finds whoever was named before and is called by a common noun now."""

    def _called_later(self, surface: str, at: int) -> str | None:
        """Who was named before and now is "le syndicaliste": so called, or last to speak."""
        sort = sort_of(surface, self.words)
        if sort is None:
            return self._paper_again(surface, at) or self._only_person(surface, at)
        if any(item.at < at for item in self.descriptions.by_head.get(sort, ())):
            named = self.descriptions.person([sort], at)
            return named.full if named is not None else None
        gender = sorts_of(self.words.code)[sort]
        if self.words.has("caseless", "yes"):
            return self._person_before(at, gender) if gender else None
        person = self._recent_person(at, gender, spoke=False)
        return person.full if person is not None else None

    def _only_person(self, surface: str, at: int) -> str | None:
        """Who "le maire" is, where one person alone was named before, and no office of theirs."""
        article, _, role = surface.lower().partition(" ")
        if not self.words.has("back_pointers", article) or not self.descriptions.is_role(role):
            return None
        if not sorts_of(self.words.code):
            return None
        only = self.descriptions.only_person(at)
        if only is None or self.descriptions.is_described(only):
            return None
        return only.full if fits(only, self.words.gender_of_title(role)) else None

    def _paper_again(self, surface: str, at: int) -> str | None:
        """What "el documento" is: the paper that spoke in one of the last sentences."""
        paper = self.words.table("papers_again")
        parts = surface.lower().split()
        if not paper or not parts or len(parts) > 2 or parts[-1] not in paper:
            return None
        near = self.sentence_of(at) - NEAR
        for turn in reversed(self.turns[-TURNS:]):
            source = turn.said.source
            if source is None or self.sentence_of(turn.at) < near:
                return None
            said = self.tokens.text[slice(*source)].lower().split()
            if self.words.has_any("documents", said) and len(said) > len(parts):
                return turn.speaker
        return None
