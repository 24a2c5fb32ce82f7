"""Attributions from a parse: the clause that a verb of saying governs, and its subject."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from .. import labels
from ..lexicon import Cue
from . import Span
from .view import View


class Grammar:
    """Answers about cues in a parsed document, in the token numbers of the flat view."""

    def __init__(self, doc: Doc, view: View):
        self.doc, self.view = doc, view
        self.places = view.tokens.places

    def content(self, index: int, cue: Cue) -> tuple[Span, bool] | None:
        """What the verb at a token governs, and whether it is a noun phrase; None if nothing."""
        verb = self.doc[self.places[index]]
        clause = self._clause(verb)
        if clause is not None:
            return self._extent(clause), False
        if "n" in cue.frames:
            thing = labels.object_of(verb)
            if thing is not None and thing.i > verb.i:
                return self._extent(thing), True
        return None

    def subject(self, index: int) -> Span | None:
        """Token range of the subject of the verb at a token."""
        verb = self.doc[self.places[index]]
        subject = labels.subject_of(verb)
        if subject is None or subject.sent.start != verb.sent.start:
            return None
        begin, end = labels.extent(subject)
        if begin <= verb.i < end:
            # The verb is in a clause that describes the subject: "the man who said".
            begin, end = labels.name_extent(subject)
            begin = min(begin, subject.left_edge.i)
        return self._flat(begin, end)

    def _clause(self, verb: Token) -> Token | None:
        """Head of the clause behind the verb that is its content."""
        for child in verb.rights:
            if child.dep_ == "ccomp":
                return child
        for child in verb.rights:
            if child.dep_ == "parataxis" and labels.own_subject_of(child) is not None:
                return child
        return None

    def _extent(self, head: Token) -> Span:
        return self._flat(*labels.extent(head))

    def _flat(self, begin: int, end: int) -> Span:
        return bisect_left(self.places, begin), bisect_left(self.places, end)
