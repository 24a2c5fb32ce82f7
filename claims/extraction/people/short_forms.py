"""Bodies by letters or a single word of their name: "the RCN", "the DfE", "the Church"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.tokens import Tokens

LETTERS = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Z][A-Za-z]{1,6}")
IN_FRONT = re.compile(r"((?:[\w’'-]+ )*[\w’'-]+) \($")  # the words in front of a bracket
REACH = 400  # names back among which a longer one is looked for
LONGEST = 120  # code points of a name in front of its letters
#: Words of a name that its letters may leave out.
SMALL = frozenset(("of", "for", "the", "and", "in", "on", "to", "de", "des", "du", "la", "&"))


class ShortForms:
    """Gives the bodies of one document in full where it names them so before.

    named: (start, entity) of each organisation, in order.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, named: list[tuple[int, FoundEntity]]):
        self.tokens, self.words, self.named = tokens, words, named
        self.known: dict[str, str] | None = None  # letters -> name in full

    def in_full(self, name: str, at: int) -> str:
        """A name of one word at a code point, or the longer one that it is short for."""
        if LETTERS.fullmatch(name):
            return self._by_letters(name)
        if not name[0].isupper() or not self.words.has("capital_heads", name.lower()):
            return name
        if self.tokens.text[at : at + 4].lower() != "the ":
            return name
        begin = bisect_left(self.named, (at,))
        before = (item for _, item in self.named[max(0, begin - REACH) : begin][::-1])
        longer = (item.text for item in before if " " in item.text)
        return next((full for full in longer if name in full.split(" ")), name)

    def _by_letters(self, name: str) -> str:
        """The name that letters are short for; the letters where there is none."""
        if self.known is None:
            self.known = {}
            for start, item in self.named:
                if " " in item.text:
                    for letters in _letters_of(item.text.split(" ")):
                        self.known.setdefault(letters, item.text)
                elif self.tokens.text[start - 1 : start] == "(":
                    full = self._before_bracket(item.text, start)
                    if full is not None:
                        self.known.setdefault(item.text, full)
        return self.known.get(name, name)

    def _before_bracket(self, letters: str, start: int) -> str | None:
        """The words in front of "(RCN)" that begin with these letters."""
        found = IN_FRONT.search(self.tokens.text, max(0, start - LONGEST), start)
        words = found[1].split(" ") if found else []
        for begin in range(len(words) - 2, -1, -1):
            if letters in _letters_of(words[begin:]) and words[begin] not in SMALL:
                return " ".join(words[begin:])
        return None


def _letters_of(words: list[str]) -> tuple[str, str]:
    """What a name may be called by its letters, without those of its small words and with them."""
    initials = [word[0] for word in words if word]
    great = [word[0] for word in words if word and word not in SMALL]
    return "".join(great).upper(), "".join(initials)
