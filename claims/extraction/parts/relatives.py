"""What a relative stands for that a statement begins with: "Kelder Line", for its "which"."""

from __future__ import annotations

from ..attribution.phrases import phrase_before
from ..people.descriptions import Descriptions
from ..tagging.day_marks import is_date
from ..tagging.tokens import OWNING, Tokens
from .naming import Naming
from .rests import Range
from .statements import Statement
from .subjects import is_apposed

LYING = ("in", "at", "near", "on")  # between a thing and where it lies
PLACES = (*LYING, "of")
NAMING = ("of", "for")  # inside a name


class Relatives:
    """Finds the nouns that relatives of one document stand behind."""

    def __init__(self, tokens: Tokens, naming: Naming, descriptions: Descriptions):
        self.tokens, self.words, self.naming = tokens, naming.words, naming
        self.descriptions = descriptions

    def subject(self, statement: Statement, at: int) -> str | None:
        """What "who" or "which" stands for at a token, if it is the subject of its clause."""
        tokens, words = self.tokens, self.words
        parted = len(statement.parts) > 1 and statement.parts[0][1] == at + 1
        after = statement.parts[1][0] if parted else at + 1  # "which, she says, has"
        follows = tokens.kinds[after : after + 1]
        if follows == "p":
            after = self._verb(after, statement.end)  # "which at the time was"
            if words.has("pronouns.third", tokens.words[after - 1]) or words.has(
                "pronouns.first", tokens.words[after - 1]
            ):
                return None  # "which in fact we closed"
        elif follows not in ("v", "a", "r"):
            return None
        found = self.behind(statement, at)
        runs_on = any(tokens.kinds.find(mark, at, statement.end) > 0 for mark in (",v", ",a"))
        if found is None or runs_on:  # "the bank, which owns it, | said"
            return None
        while tokens.kinds[after : after + 1] == "r":
            after += 1
        found = self._fitting(
            *found, after, is_person=words.has("person_relatives", tokens.words[at])
        )
        if found is None or is_date(tokens, found[0], 0, words):
            return None  # "lost 40 million in May, which led to"
        return self.named(*(self._described(statement, *found) or found))

    def _described(self, statement: Statement, begin: int, end: int) -> Range | None:
        """Who or what leads a sentence and is described before a relative: "The suspect, | a cook
        who"."""
        kinds, first = self.tokens.kinds, self.tokens.spans[statement.sentence][0]
        first = self.tokens.filed.get(statement.sentence, first)
        if kinds[begin - 1 : begin + 1] != ",d" or begin - 1 <= first:
            return None
        led = kinds[first : begin - 1]
        resumes = kinds[statement.end : statement.end + 2] in (",v", ",a", ",g")
        return (first, begin - 1) if resumes and not led.strip("dnN") else None

    def owner(self, statement: Statement, at: int) -> str | None:
        """Whose something is for a "whose" at a token: "Ada Holm’s"."""
        found = self.behind(statement, at)
        if found is None:
            return None
        known = "N" in self.tokens.kinds[slice(*found)]
        begin, end = self._last_name(*found) if known else found
        return self.naming.owned(self._text(begin, end))

    def place(self, statement: Statement, at: int) -> str | None:
        """Where something is so for a "where" at a token."""
        found = self.behind(statement, at)
        if found is None:
            return None
        begin, end = found
        links = self._links(begin, end)
        # "output at | the mill, where"
        bare = self.tokens.kinds[begin] in "nN" and "at" in self.tokens.words[begin:end]
        if links and (bare or len(links) > 1 or self._is_beside(links[0])):
            begin = links[0] + 1  # "two shifts at | a plant in Lim"
        return self.naming.inner(self._text(begin, end))

    def _is_beside(self, link: int) -> bool:
        """Say whether a place stands behind what is no place: "a wedding | in Lim" may be one."""
        words = self.tokens.words
        return words[link] not in PLACES or self.descriptions.is_role(words[link - 1])

    def whole(self, statement: Statement, begin: int) -> str | None:
        """Of what some are told of: "11 ships", for "five of which"."""
        found = self.in_front(statement, begin)
        if found is None:
            return None
        text = self.naming.inner(self._text(*found))
        return f"the {text}" if self.tokens.kinds[found[0]] == "n" else text

    def in_front(self, statement: Statement, begin: int) -> Range | None:
        """Tokens of the noun phrase before a token, or before the comma there."""
        tokens, end = self.tokens, begin
        while end and tokens.kinds[end - 1] == ",":
            end -= 1
        return phrase_before(tokens, end, tokens.spans[statement.sentence][0], self.words)

    def behind(self, statement: Statement, at: int) -> Range | None:
        """Tokens of the noun phrase before a relative, without an age between them."""
        tokens, first = self.tokens, self.tokens.spans[statement.sentence][0]
        # "the mill — which burned down — and"
        stop = at - 1 if tokens.kinds[at - 1] == "-" else at + 1
        found = phrase_before(tokens, stop, first, self.words)
        if found is None or found[0] >= at:
            return None
        if tokens.kinds[slice(*found)].strip(",") == "#" and tokens.kinds[found[0] - 1] == ",":
            # "Ann Orr, 58, who": not the age
            found = phrase_before(tokens, found[0] - 1, first, self.words) or found
        if self.words.has("tag_times", tokens.words[found[1] - 1]):
            return None  # "younger than five years, which"
        begin = found[0]
        while begin + 1 < found[1] and tokens.kinds[begin] in "gp":
            begin += 1  # "according to | the railway, which"
        while begin - 1 > first and tokens.words[begin - 1] in OWNING:
            begin -= 2  # "Tuesday's | full council"
        return begin, found[1]

    def _verb(self, at: int, end: int) -> int:
        return next((index for index in range(at, end) if self.tokens.kinds[index] in "va"), at)

    def named(self, begin: int, end: int) -> str:
        """The text of a noun phrase; of "Ann Orr, a cook" the name alone."""
        comma = self.tokens.kinds.find(",", begin, end)
        return self._text(begin, comma if is_apposed(self.tokens.kinds, begin, end) else end)

    def _text(self, begin: int, end: int) -> str:
        return self.tokens.text[slice(*self.tokens.slice(begin, end))].strip(" ,")

    # --- which of several nouns ------------------------------------------------------------
    def _fitting(self, begin: int, end: int, verb: int | None, *, is_person: bool) -> Range | None:
        """Of "ties with Iran", the whole or the last noun, as it fits the verb; None if unsure.

        verb: None where the relative is no subject.
        """
        words, kinds = self.tokens.words, self.tokens.kinds
        links = self._links(begin, end)
        joint, plural = kinds.rfind("c", begin + 1, end - 1), self._is_plural_verb(verb)
        in_name = kinds[joint - 1 : joint + 2] == "NcN"  # "the Food and Drug Board"
        if joint > 0 and (plural is False if is_person else not in_name):
            return self._of_two(begin, joint, end, plural=plural)
        if not links:
            # "paid 9 crowns, which is a record", "plans to help small firms, which include"
            told = not is_person and plural is False and self._is_many(end)
            return None if told or (not is_person and self._is_object(begin)) else (begin, end)
        link, last = links[0], (links[-1] + 1, end)
        if self.words.has("agent_marks", words[link]):
            return last  # "within 40 minutes by a guard, who"
        many = self._is_many(link)
        if plural is not None and many != self._is_many(last[1]):
            return (begin, end) if many == plural else last
        if plural and not many:
            return None  # "the crew of a trawler, who were"
        if kinds[link - 1] == "#":
            return last  # "put $9 million into the mine, which"
        head = words[link - 1]
        role = self.descriptions.is_role(head) or self.words.has("groups", head)
        if is_person:
            return (begin, end) if role or self.words.has("kin", head) else last
        if any(self.descriptions.is_role(one) for one in (head, head.removesuffix("s"))):
            return last  # "nurses at the hospital, which"
        if kinds[link - 1 : link + 2] in ("NpN", "Npd") and words[link] in NAMING and not role:
            return begin, end  # "the Centre for Ports, which"
        if words[link] in LYING and not many and not role:
            return begin, end  # "an office in Lim, which"
        if "N" in kinds[last[0] : last[1]]:
            return last
        return (begin, end) if words[link] == "of" and not role else None

    def last_noun(self, begin: int, end: int) -> Range:
        """The last noun of "the sale of a mill"."""
        links = self._links(begin, end)
        return (links[-1] + 1 if links else begin), end

    def fitting_object(self, begin: int, end: int, *, is_person: bool) -> Range | None:
        """Of "a report on the mine", the whole or the last noun, where no verb tells which."""
        return self._fitting(begin, end, None, is_person=is_person)

    def _of_two(self, begin: int, joint: int, end: int, *, plural: bool | None) -> Range | None:
        """Of "the bank and the union", the last where the verb has one subject; None if unsure."""
        if plural is False:
            return joint + 1, end
        return (begin, end) if plural else None

    def _is_object(self, begin: int) -> bool:
        """Say whether a noun phrase is what somebody means to act on: "plans to help | firms"."""
        tokens, words = self.tokens, self.tokens.words
        to = begin > 2 and self.words.has("infinitive_marks", words[begin - 2])
        noun = to and self.words.is_plural(words[begin - 3]) and tokens.kinds[begin - 3] == "n"
        return noun and tokens.kinds[begin - 1] in "vg"

    def _links(self, begin: int, end: int) -> list[int]:
        """Prepositions inside a noun phrase; no apostrophe, which ties words, too."""
        tokens = self.tokens
        return [
            at
            for at in range(begin + 1, end - 1)
            if tokens.kinds[at] == "p" and tokens.words[at].isalpha()
        ]

    def _last_name(self, begin: int, end: int) -> Range:
        """The name at the end of "shares in Kelder Line"; all of it for somebody's office."""
        links = self._links(begin, end)
        if not links or self.descriptions.is_role(self.tokens.words[links[0] - 1]):
            return begin, end
        return links[-1] + 1, end

    def _is_plural_verb(self, verb: int | None) -> bool | None:
        """Whether a verb has a plural subject by its form; None where it may have either."""
        if verb is None:
            return None
        word = self.tokens.words[verb]
        if self.words.has("plural_verbs", word):
            return True
        endings = tuple(self.words.table("third_person_endings"))
        if word.endswith(endings) and word not in self.words.bases:
            return False
        return True if word in self.words.bases else None

    def _is_many(self, end: int) -> bool:
        """Say whether the noun phrase before a token is of several: its head is a plural."""
        head = self.tokens.words[end - 1]
        if self.tokens.kinds[end - 1] == "N":
            return False
        return (head[-1] == "s" and head[-2:] not in ("ss", "us", "is")) or self.words.has(
            "plurals", head
        )
