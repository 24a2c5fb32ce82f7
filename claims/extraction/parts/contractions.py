"""The verb that is written together with a pronoun: the "is" of "he's ill", the "has" of "he's
sold it"."""

from __future__ import annotations

from functools import cache

from ..lexicon import Lexicon, lexicon
from ..tagging.flags import ENDS_IN_ED
from ..tagging.tokens import Tokens

PREDICATES = "dN#x("  # class letters of what stands behind "is", and not behind "has"
OBJECTS = "dN#xn"  # class letters of what somebody has sold, found or paid


class Contractions:
    """Writes out the short forms of verbs behind the pronouns of one document."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        self.verbs = written_out(words.code)
        self.gerunds = tuple(words.table("gerund_endings"))

    def behind(self, at: int) -> int | None:
        """Token of a short form that is written together with the word at a token, if any."""
        tokens, after = self.tokens, at + 1
        short = after < len(tokens.words) and tokens.words[after] in self.verbs
        return after if short and tokens.starts[after] == tokens.ends[at] else None

    def verb(self, short: int) -> str | None:
        """The verb that a short form at a token stands for; None where nothing tells which."""
        verbs = self.verbs[self.tokens.words[short]]
        if len(verbs) == 1:
            return verbs[0]
        after = short + 1
        while self.tokens.kinds[after : after + 1] == "r":
            after += 1
        if after + 1 >= len(self.tokens.words):
            return None
        if self.words.has("modals", verbs[0]):  # "he'd sell", "he'd sold"
            return verbs[self.tokens.words[after] not in self.words.bases]
        done = self._is_done(after)
        return None if done is None else verbs[done]

    def _is_done(self, at: int) -> bool | None:
        """Say whether a participle that tells what somebody has done stands at a token.

        None where the same may be done to them: "he's finished", "she's paid 9 crowns".
        """
        tokens, words = self.tokens, self.words
        word, kind, follows = tokens.words[at], tokens.kinds[at], tokens.kinds[at + 1]
        if words.has("active_participles", word):
            return True
        if kind in PREDICATES or (kind in "gv" and word.endswith(self.gerunds)):
            return False
        past = tokens.flags[at] & ENDS_IN_ED or words.verbs.get(word) is False
        if not (past or words.has("irregular_participles", word)):
            return False if kind in "pn" and follows not in "#d" else None  # "he's repaid 40"
        if words.has("agent_marks", tokens.words[at + 1]) or (kind == "n" and tokens.tagged):
            return False
        alike = follows not in OBJECTS or words.has("giving_participles", word)
        return None if alike else True


@cache
def written_out(code: str) -> dict[str, list[str]]:
    """Short form of a verb -> the verbs that it may stand for, the one before participles last."""
    rows = (row.split() for row in lexicon(code).table("short_verbs"))
    return {short: verbs for short, *verbs in rows}
