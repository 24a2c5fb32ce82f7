"""The words of a source without a name that tell what it is, without those around them."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import Lexicon, lexicon
from ..lexicon.together import any_of
from ..tagging.remembered import Remembered
from .later_names import ELISION
from .titles import titles_of

#: Tables of words for a paper.
PAPERS = ("documents", "own_documents", "own_counts", "own_points")
#: Tables of words that tell by whom, where or when a paper was made.
BEHIND_DONE = ("prepositions", "weekdays", "months", "demonstratives", "done_tails")


INFORMED = 5  # words of "an official with knowledge of"
#: A Hebrew body in short with the letter for "in" in front: "במד\"א", but not "בית" in short.
IN_SHORT = re.compile(r"ב(?!י)[א-ת]{2,}[\"״][א-ת]$")


class SourceWords:
    """Leaves off, in one language, what stands around the words for an office or a body."""

    def __init__(self, words: Lexicon):
        self.words = words
        self.articles = words.table("articles")
        self.openers = any_of(words.code, "relatives", "openers")
        self.papers = any_of(words.code, *PAPERS)
        self.before_clause = any_of(words.code, "prepositions", "joining")
        self.behind_done = any_of(words.code, *BEHIND_DONE)
        self.tails, self.nexts = words.table("source_tails"), words.table("last_and_next")
        self.leading, self.before_owners = words.table("leading"), words.table("before_owners")
        self.indefinite = words.table("pronouns.indefinite")
        self.irregular, self.verbs = words.table("irregular_participles"), words.verbs
        self.titles = titles_of(words.code)
        self.knowledge, self.persons = words.table("knowledge"), words.table("persons")
        #: Words that open no clause wherever they stand, as most.
        self.plain: Remembered[bool] = Remembered(self._is_plain)
        #: Whether articles or prepositions may be written together with a noun.
        self.prefixes = words.table("source_prefixes")

    def up_to_clause(self, spoken: list[str]) -> list[str]:
        """The words before a relative clause or a participle that tells what was done to them."""
        if len(spoken) == 1:
            return spoken
        end = 1
        while end < len(spoken) and (
            self.plain[spoken[end]] or not self._opens_clause(spoken, end)
        ):
            end += 1
        while 1 < end < len(spoken) and spoken[end - 1].lower() in self.before_clause:
            end -= 1  # "un informe al que", "leaked to us and published"
        end = self._up_to_knowledge(spoken, end)
        while end > 1 and spoken[end - 1].lower() in self.tails:
            end -= 1
        if end > 2 and spoken[end - 2].lower() in self.nexts:
            end -= 2 * self.words.has("tag_times", spoken[end - 1].lower())  # "the board last year"
        return spoken[:end]

    def _up_to_knowledge(self, spoken: list[str], end: int) -> int:
        """Where "with direct knowledge of the talks" begins behind an official, else `end`."""
        if end < INFORMED:
            return end
        known = next((at for at in range(2, end) if spoken[at] in self.knowledge), 0)
        at = next((at for at in (known - 1, known - 2) if known and spoken[at] == "with"), 0)
        # "A person with knowledge of the talks" is called nothing else.
        return at if at > 1 and spoken[at - 1].lower() not in self.persons else end

    def _is_plain(self, part: str) -> bool:
        """Say whether a word neither opens a clause nor tells what was done to those before."""
        opens = part.lower() in self.openers or part in self.articles
        return not opens and not self._is_participle(part)

    def _opens_clause(self, spoken: list[str], at: int) -> bool:
        """Say whether a word opens a relative clause, or tells what was done to those before."""
        part, before = spoken[at], spoken[at - 1]
        if part.lower() in self.openers or (part in self.articles and before in self.papers):
            return True  # "a study the ..."
        if not self._is_participle(part):
            return False  # as mostly
        if before.lower() in self.articles:
            return False  # "the injured"
        behind = spoken[at + 1 : at + 2]
        informed = self._is_informed(part.lower(), behind)
        return not informed and self._follows_participle("".join(behind).lower())

    def _is_participle(self, part: str) -> bool:
        """Whether a word tells what was done to the one before: "released", "seen", not "men"."""
        done = part.endswith("ed") or part in self.irregular or self.verbs.get(part) is False
        return done and part[0].islower()

    def _is_informed(self, word: str, behind: list[str]) -> bool:
        """Say whether people are called by what they know: "two people briefed on the talks"."""
        cue = self.words.cues.get(word)
        knows = cue is not None and "o" in cue.frames and cue.is_past
        marked = self.words.has_any("informed_marks", [mark.lower() for mark in behind])
        return knows and marked and not self.words.has("agent_marks", behind[0].lower())

    def _follows_participle(self, word: str) -> bool:
        """Say whether a word tells by whom, where or when a paper was made; none does as well."""
        counted = word.isdigit() or self.words.has("numerals", word)  # "two days after the vote"
        return not word or word == "last" or counted or word in self.behind_done

    def bare(self, parts: list[str]) -> list[str]:
        """Words without the article or preposition that is written together with one."""
        if not self.prefixes and "'" not in (joined := "".join(parts)) and "’" not in joined:
            return parts
        caseless = bool(self.words.table("caseless"))
        inner = [
            part if caseless or ELISION.match(part) else self._without_particle(part)
            for part in parts[1:]
        ]
        return [bare for bare in (*map(self._without_particle, parts[:1]), *inner) if bare]

    def _without_particle(self, part: str) -> str:
        """A noun without the article or preposition that is written together with it."""
        elided = ELISION.sub("", part) if self.words.has("leading", part[:2].lower()) else part
        rest = elided[1:]
        if elided[:1] in self.prefixes and (
            self.words.has("organisation_words", rest)
            or self.words.has("documents", rest)
            or (rest[:1] == "ה" and self.words.has("documents", rest[1:]))
        ):
            return rest
        return rest if self.prefixes and IN_SHORT.match(elided) else elided

    def without_openers(self, parts: list[str]) -> list[str]:
        """Words without those that stand before an office: "all three", "the", "our own"."""
        begin, last = 0, len(parts) - 1
        if not last:
            return parts
        if self._counts(parts[0].lower(), parts[1].lower()):
            # "both mayors", but "all three" of those who were named
            begin += len(parts) > 2 or not self.words.has("numerals", parts[1].lower())
        for table in (self.leading, self.before_owners):
            while begin < last and parts[begin].lower() in table:
                begin += 1
        return parts[begin:]

    def _counts(self, word: str, following: str) -> bool:
        """Say whether a word only says how many speak: "some residents", "both the mayors"."""
        if word not in self.indefinite:
            return False
        ties = self.words.has("excepting", following)  # "all but one of them"
        return not ties and not self.words.has("prepositions", following)

    def without_titles(self, parts: list[str]) -> list[str]:
        """A name without the titles before it."""
        named = not parts[-1][0].islower()
        if self.prefixes:  # where no capital tells a name
            named = self.words.has("advocates", parts[0])
        while named and len(parts) > 1 and self._is_title(parts[0]):
            tie = parts[1].lower()
            if self.words.has("prepositions", tie) or self.words.has("genitives", tie):
                break  # "head of the Farmers' Union"
            if parts[1].islower() and self._is_title(parts[1]) and self._has_tie(parts[2:]):
                break  # "chief executive of Varn Rail"
            once = self.words.has("once", parts[0].lower())
            if all(map(self._is_title, parts)) or (once and self._has_tie(parts)):
                break  # "Prime Minister", "former executive of Varn Rail"
            parts = parts[1:]
        return parts

    def _has_tie(self, parts: list[str]) -> bool:
        return any(self.words.has("prepositions", part.lower()) for part in parts)

    def _is_title(self, part: str) -> bool:
        return self.titles[part.lower()]


@cache
def source_words(code: str) -> SourceWords:
    """What leaves off such words in a language."""
    return SourceWords(lexicon(code))
