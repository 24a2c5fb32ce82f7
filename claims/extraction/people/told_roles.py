"""What a text tells beside the names of persons of who they are: "the mayor, Ada Holm"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import Tokens
from .genitives import role_of
from .known_names import Name
from .names import Names
from .phrase_heads import PhraseHeads
from .titles import parties_of

BEFORE = 8  # tokens of a description in front of a name
AFTER = 14  # tokens of one behind it
#: Tables of words for a side in court, and of those who stand for it.
SIDES = (("prosecuting", "prosecutors"), ("defending", "defenders"))
SIDE = 6  # tokens behind a name in which ", for the defence," stands


@dataclass(slots=True)
class Description:
    """What is said of a person in passing: `head` is the noun, `words` all words of it."""

    head: str
    words: frozenset[str]
    at: int
    name: Name


class RoleLearner(PhraseHeads):
    """Learns what is said of the persons of one document where it names them."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon):
        super().__init__(words)
        self.tokens, self.names = tokens, names
        self.sides = any_of(words.code, *(side for side, _ in SIDES))
        self.peers = words.table("peers")
        self.addresses = words.table("plain_addresses") or words.table("addresses")
        self.chance_roles = any_of(words.code, "chance_roles", "kin")
        self.parties = parties_of(words.code)
        self.by_head: dict[str, list[Description]] = {}
        self.described: set[str] = set()
        for start, end, name in names.mentions:
            if name.is_person:
                self._learn(start, end, name)

    def _learn(self, start: int, end: int, name: Name) -> None:
        tokens = self.tokens
        begin = bisect_left(tokens.starts, start)
        stop = bisect_left(tokens.starts, end, begin)
        first, last = tokens.spans[tokens.sentence[begin]]
        phrases = []
        before = tokens.kinds[begin - 1]
        if begin > first and before in "nN":
            phrases.append(self._in_front(begin, first))
        elif begin - 1 > first and before == ",":
            phrases.append(self._apposed(begin - 1, first))
        if stop < last and tokens.kinds[stop] == ",":
            phrases.append(self._behind(stop, last))
            party = self.parties.get(tokens.words[stop + 1]) if stop + 2 < last else None
            if party is not None and tokens.kinds[stop + 2] == "-":
                phrases.append([party])  # "Sen. Ada Holm, D-Oster, said"
        near = tokens.words[stop + 1 : min(last, stop + SIDE)]
        if not self.sides.isdisjoint(near) or tokens.words[begin - 2] in self.sides:
            phrases += [[head] for head in self._side(begin, stop, first, last)]
        for phrase in phrases:
            if phrase:
                self._note(phrase, name, start)

    def _note(self, phrase: list[str], name: Name, at: int) -> None:
        head = self.head_of(phrase)
        made = Description(head, frozenset(phrase), at, name)
        self.by_head.setdefault(head, []).append(made)
        # "Dr" and "her neighbour" tell little of what somebody does.
        bare = head.strip(".")
        plain = len(phrase) == 1 and (bare in self.addresses or bare in self.peers)
        if not plain and head not in self.chance_roles:
            self.described.add(name.full)

    def _in_front(self, begin: int, first: int) -> list[str]:
        """ "Finance Minister", "opposition leader" right before a name."""
        tokens, at = self.tokens, begin
        while at > first and begin - at < BEFORE and tokens.kinds[at - 1] in "nN":
            at -= 1
        if at - 2 >= first and tokens.kinds[at - 2] in "nN" and self._is_seat(at):
            at -= 2  # "Minister for Health Ada Holm"
        phrase = [word.rstrip(".") for word in tokens.words[at:begin]]
        if self.genitive_behind:
            phrase = [role_of(word, self.words.code) for word in phrase]
        peer = bool(phrase) and self.words.has("peerages", phrase[-1])
        while phrase and self.words.has("mere_titles", phrase[-1].strip(".")):
            phrase.pop()  # "Sir" tells nothing of what he is
        if peer and not phrase:
            return sorted(self.peers)
        return phrase if phrase and self.is_role(self.head_of(phrase)) else []

    def _is_seat(self, at: int) -> bool:
        """Say whether an office and "of" or "for" stand in front of the words at a token."""
        joined = self.words.has("name_joints", self.tokens.words[at - 1])
        return joined and self.is_role(self.tokens.words[at - 2])

    def _apposed(self, comma: int, first: int) -> list[str]:
        """ "the governor of Oster, ": a role at the head, up to the comma."""
        tokens, at = self.tokens, comma
        while at > first and comma - at < BEFORE and tokens.kinds[at - 1] in "nNd#p-":
            at -= 1
        while at < comma and tokens.kinds[at] in "dp":
            at += 1
        phrase = tokens.words[at:comma]
        return phrase if phrase and self.is_role(self.head_of(phrase)) else []

    def _behind(self, stop: int, last: int) -> list[str]:
        """ ", 54, head of the clinic," after a name, from the comma on."""
        tokens = self.tokens
        at = stop
        if tokens.kinds[at + 1 : at + 3] == "#,":
            at += 2
        if at + 1 >= last or tokens.kinds[at] != "," or tokens.kinds[at + 1] not in "dn":
            return []
        begin = at + 1 + (tokens.kinds[at + 1] == "d")
        end = begin
        while end < last and end - begin < AFTER and tokens.kinds[end] in "nNd#p-":
            end += 1
        closes = end >= last or tokens.kinds[end] in ',.;:"-sv'
        if closes and end < last and tokens.kinds[end] == "v":
            # "Ada Holm, her mother said, was hurt": who speaks, not who she is.
            closes = not self.words.has("owners", tokens.words[at + 1])
        return tokens.words[begin:end] if closes else []

    def _side(self, begin: int, stop: int, first: int, last: int) -> list[str]:
        """What somebody is who stands for a side in court: "Ada Holm, for the defence,", "Opening
        the case for the prosecution, Ada Holm"."""
        tokens, words = self.tokens, self.words
        for side, roles in SIDES:
            for at in (*range(stop + 1, min(last, stop + SIDE)), begin - 2):
                if at < first or not words.has(side, tokens.words[at]):
                    continue
                behind = at > stop and tokens.kinds[stop] in ",N"
                ahead = at == begin - 2 and tokens.kinds[begin - 1] == ","
                if (behind or ahead) and "v" not in tokens.kinds[stop:at]:
                    return sorted(words.table(roles))
        return []
