"""Attributions from a parse: the clause that a verb of saying governs, and its subject."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from ..tagging import labels
from . import Span
from .view import View


class Grammar:
    """Answers about cues in a parsed document, in the token numbers of the flat view."""

    def __init__(self, doc: Doc, view: View):
        self.doc, self.view = doc, view
        self.places = view.tokens.places.tolist()

    def clause(self, index: int) -> Span | None:
        """Token range of the clause that the verb at a token brings."""
        clause = self._clause(self.doc[self.places[index]])
        return None if clause is None else self._flat(*labels.extent(clause))

    def subject(self, index: int) -> Span | None:
        """Token range of the subject of the verb at a token."""
        verb = self.doc[self.places[index]]
        subject = labels.subject_of(verb)
        if subject is None:
            return None
        sentence, at = self.view.tokens.sentence, bisect_left(self.places, subject.i)
        # The parser keeps to these sentences; `Token.sent` would look for them from each token.
        if at == len(sentence) or sentence[at] != sentence[index]:
            return None
        begin, end = labels.extent(subject)
        if begin <= verb.i < end:
            # The verb is in a clause that describes the subject: "the man who said".
            begin, end = labels.name_extent(subject)
            begin = min(begin, subject.left_edge.i)
        return self._flat(begin, end)

    def _clause(self, verb: Token) -> Token | None:
        """Head of the clause behind the verb that is its content."""
        behind = list(verb.rights)
        for child in behind:
            if child.dep_ == "ccomp":
                return child
        for child in behind:
            if child.dep_ == "parataxis" and labels.own_subject_of(child) is not None:
                return child
        return None

    def _flat(self, begin: int, end: int) -> Span:
        return bisect_left(self.places, begin), bisect_left(self.places, end)
