"""Sources that are told by whose they are: "the ministry's figures", "her office"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from ..lexicon.together import any_of
from .called_later import LaterReader
from .opponents import other_of_two
from .successions import of_succession

POSSESSIVE = re.compile(r"['’]s?$")
OWNER = re.compile(r"\w['’]s?$")
LONGEST_PAPER = 6  # words
OFFICE = 2  # words of "Orr's office"
LEAST_MADE = 3  # words of "figures from officials"
#: Tables of bodies that make a paper.
MAKERS = ("organisation_words", "overseers")
#: Tables of nouns by which who spoke before is called in short.
SHORTENED = ("organisation_words", "body_voices", "overseers")
#: Tables of what owns as a time does.
TIMES = ("weekdays", "months", "time_owners")
#: Tables of bodies that somebody has: "her department", "his council".
OWNED = ("generic_organisations", "organisation_words", "lone_organisations", "groups")
PAPER_REACH = 2_000  # words back to where a letter was spoken of
RECENT_TURNS = 60  # acts of saying back to a body that is called in short


class OwnerReader(LaterReader):
    """Finds who made a paper, and names an office by the one whose it is."""

    def _author(self, parts: list[str], at: int) -> str | None:
        """Whose paper it is that speaks: "its annual report", "the ministry's own figures"."""
        if not 1 < len(parts) < LONGEST_PAPER:
            return None
        for count in range(len(parts) - 1, 0, -1):
            bare = POSSESSIVE.sub("", parts[count - 1])
            if OWNER.search(parts[count - 1]) and not self._is_day(bare.lower()):
                words = [*parts[: count - 1], bare]
                while len(words) > 1 and self.words.has("before_owners", words[0].lower()):
                    words.pop(0)
                person = self.names.called(words[-1].lower(), at) if words[-1].istitle() else None
                return person.full if person is not None else self._owning(words, at)
        first = parts[0].lower()
        owner = self._owner(first, at)
        speaks = self._is_personal(first) or (owner and self._is_body(owner))
        many = owner and self.words.has("groups", owner.lower().split()[-1])
        return owner if owner and (speaks or many) else None

    def _owning(self, words: list[str], at: int) -> str:
        """Who "the board" of "the board's account" is; `words` come without the article."""
        text = self.tokens.text
        owner = " ".join(words)
        whole = f"the {owner}"
        end = at + len(whole)
        definite = text[at:end].lower() == whole
        return (self.canonical((at, end)) if definite and owner.islower() else None) or owner

    def _maker(self, parts: list[str]) -> str | None:
        """The body that made a paper: "figures from the regional development bank"."""
        if len(parts) < LEAST_MADE or not self.words.has_any("makers", parts):
            return None  # as mostly
        for index in range(len(parts) - 2):
            if not self.words.has("documents", parts[index].lower()):
                continue
            done = parts[index + 1]
            mark = index + 1 + (done.endswith("ed") and not self.words.has("ordering", done))
            if mark > index + 1 and any(map(self._is_day, parts[mark + 1 : mark + 2])):
                mark += 2  # "published on Monday by"
            if not self.words.has_any("makers", parts[mark : mark + 1]):
                continue
            body = parts[mark + 1 :]
            if not body:
                return None
            if self.words.has("articles", body[0].lower()):
                body = body[1:]
            if len(body) == OFFICE and OWNER.search(body[0]):  # "a statement from Orr's office"
                owner = POSSESSIVE.sub("", body[0])
                return self._voice_of(owner, body[1:], len(self.tokens.text))
            plain = all(part.islower() and part.isalpha() for part in body)
            if body and plain and body[-1] in any_of(self.words.code, *MAKERS):
                tied = any(self.words.has("prepositions", part) for part in body)
                return None if tied else " ".join(body)
        return None

    def _voice_of(self, owner: str, rest: list[str], at: int) -> str | None:
        """ "Holm's spokesman" with the full name of the one whose it is; None for no person."""
        person = self.names.called(owner.lower(), at) if owner[:1].isupper() else None
        named = person is not None and person.is_person
        return " ".join([possessive(person.full), *rest]) if person and named else None

    def _owner(self, word: str, at: int) -> str | None:
        """Who "his", "her" or "its" at a code point stands for."""
        for gender, table in (("m", "gender.his"), ("f", "gender.her")):
            if self.words.has(table, word):
                return self._person_before(at, gender)
        if not self.words.has("owners", word):
            return None
        return self._party_before(at, is_one=self.words.has("gender.its", word))

    def _is_elsewhere(self, paper: str, at: int) -> bool:
        """Say whether a letter was spoken of before who spoke last did, who did not write it."""
        tokens, here = self.tokens, bisect_left(self.tokens.starts, at)
        back = range(here - 2, max(-1, here - 2 - PAPER_REACH), -1)
        before = next((index for index in back if tokens.words[index] == paper), None)
        if before is None:
            return False
        number, last = tokens.sentence[before], self.turns[-1]
        opening = tokens.starts[tokens.spans[number][0]]
        spoke = bisect_left(self.turns, opening, key=lambda turn: turn.at)
        since = self.sentence_of(last.at) > number
        return since and self.turns[spoke].speaker != last.speaker

    def _of_speaker(self, parts: list[str], at: int) -> str | None:
        """ "Ada Holm's predecessor" for "my predecessor" in a speech that she gives."""
        owner = self.orator(at)
        rest = parts[1:]
        if owner is None or not rest or not all(part.islower() for part in rest):
            return None
        return f"{possessive(owner)} {' '.join(rest)}"

    def _of_owner(self, word: str, parts: list[str], at: int) -> str | None:
        """An office by the name of the one whose it is: "Ada Holm's office" for "her office"."""
        personal = self._is_personal(word)
        if not personal and not self.words.has("gender.its", word):
            return None
        owner = (self._set_before(at) or self._holder_here(at)) if personal else None
        named = owner is not None
        owner = owner or self._owner(word, at)
        named = named or (owner is not None and self.names.known.get(owner) is not None)
        rest = [part for part in parts if not self.words.has("before_owners", part.lower())]
        if not named or not rest or not all(part.islower() for part in rest):
            return None
        other = other_of_two(self, owner, rest) or of_succession(self, owner, rest, at)
        if other is not None:
            return other
        if self.words.has("kin", rest[-1]):  # "his widowed sister" is his sister
            kind = [part for part in rest[:-1] if self.words.has("kin_kinds", part)]
            rest = [*kind, rest[-1]]
        return f"{possessive(owner)} {' '.join(rest)}"

    def _set_before(self, at: int) -> str | None:
        """Who opens the sentence right in front: "Ada Holm, her mother said, was hurt"."""
        begin = self.tokens.starts[self.tokens.spans[self.sentence_of(at)][0]]
        here = self.names.in_span(begin, at)
        if len(here) != 1 or here[0][0] != begin or not here[0][2].is_person:
            return None
        return here[0][2].full if self.tokens.text[here[0][1] : at].strip() == "," else None

    def _body_before_colon(self, at: int) -> str | None:
        """The body that "it" is in "Her department was blunt: C, it said"."""
        leader = self._leads_to_colon(at)
        head = leader.lower().split()[-1] if leader else ""
        return leader if head in any_of(self.words.code, *OWNED) else None

    def _holder_here(self, at: int) -> str | None:
        """Who holds an office and leads the sentence: "The president is well, his office said"."""
        index = bisect_left(self.tokens.starts, at)
        subject = self.subject_of(self.tokens.spans[self.tokens.sentence[index]][0], index)
        words = self.tokens.words[slice(*subject)] if subject else []
        if not words or not self.words.has("back_pointers", words[0]):
            return None
        held = self.descriptions.is_role(self.descriptions.head_of(words))
        return self.canonical(self.tokens.slice(*subject)) if subject and held else None

    def _spoken_for(self, parts: list[str], at: int) -> str | None:
        """ "The ministry disagreed. A spokesman said": he speaks for what led the sentence."""
        if len(parts) != 1 or not self.words.has("body_voices", parts[0]):
            return None
        last = self.turns[-1] if self.turns else None
        if last is not None and last.speaker.startswith(f"{parts[0]} for "):
            # "A spokesman for the council denied it. “C,” said a spokesman".
            return (
                last.speaker if self.sentence_of(last.last_at) >= self.sentence_of(at) - 1 else None
            )
        for body in (self._leads_clause_before(at), self._subject_before(at)):
            if body and (self._is_body(body) or self.organisations.is_organisation(body)):
                return f"{body} {parts[0]}"
        return None

    def _body_again(self, phrase: list[str]) -> str | None:
        """Who spoke before and is now called in short: "the office", "the spokesman"."""
        head = phrase[-1]
        if head not in any_of(self.words.code, *SHORTENED):
            return None
        short = " " + " ".join(phrase)
        voice = f"{head} for " if self.words.has("body_voices", head) else None
        owned: set[str] = set()
        for speaker in self._unnamed_lately():
            # Of two governments each has an owner.
            if "'s " in speaker or "’s " in speaker:
                if speaker.lower().endswith(short):
                    owned.add(speaker)
                continue
            if speaker.lower().endswith(short) or (voice and speaker.startswith(voice)):
                return speaker
        return owned.pop() if len(owned) == 1 else self._body_of_last(phrase)

    def _body_of_last(self, phrase: list[str]) -> str | None:
        """The body that whoever spoke last is of: "The defence ministry's spokesman, Ada Orr,"."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.said.source is None or len(phrase) > 1:
            return None
        source = self.tokens.text[slice(*last.said.source)]
        said = [POSSESSIVE.sub("", word.strip(",")) for word in source.split()]
        ties = any_of(self.words.code, "articles", "prepositions")
        at = begin = said.index(phrase[0]) if phrase[0] in said else 0
        while begin and said[begin - 1].isalpha() and said[begin - 1].lower() not in ties:
            begin -= 1
        return " ".join(said[begin : at + 1]) if begin < at < len(said) - 1 else None

    def _unnamed_lately(self) -> Iterator[str]:
        """Those without a name who spoke last, each once, the last of them first."""
        seen: set[str] = set()
        for turn in islice(reversed(self.turns), RECENT_TURNS):
            if turn.speaker not in seen:
                seen.add(turn.speaker)
                if turn.name is None:
                    yield turn.speaker

    def _somebody_again(self, phrase: list[str], at: int, *, only_last: bool) -> str | None:
        """One without a name who spoke before: "the nurse" for a "nurse on the ward".

        only_last: nobody but who spoke last, in the sentence before; so with "the official", as
        many a one is called, and who keeps that name.
        """
        head = phrase[0]
        if len(phrase) > 1 or not (head in self.somebodies or self.descriptions.is_role(head)):
            return None
        vague = self.words.has("vague_roles", head)
        only_last = only_last or vague
        for turn in islice(reversed(self.turns), 1 if only_last else RECENT_TURNS):
            words = turn.speaker.lower().split() if turn.name is None else ()
            if words and self.descriptions.head_of(words) in (head, f"{head}s"):
                if only_last and self.sentence_of(turn.last_at) < self.sentence_of(at) - 1:
                    return None
                return head if vague else turn.speaker
        return None

    def _is_personal(self, word: str) -> bool:
        """Say whether a person owns: "his", "her"."""
        return self.words.has("gender.his", word) or self.words.has("gender.her", word)

    def _is_day(self, word: str) -> bool:
        """Whether a word owns as a time does: "Monday's figures", "last year's report"."""
        return word.lower() in any_of(self.words.code, *TIMES)


def possessive(owner: str) -> str:
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"
