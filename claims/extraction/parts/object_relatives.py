"""What a relative stands for that is no subject: "the plan", for "which the court stopped"."""

from __future__ import annotations

from ..people.titles import PRONOUNS
from ..tagging.tokens import Tokens
from .joints import SUBJECT_REACH
from .naming import Naming
from .relatives import Relatives
from .rests import Edit
from .statements import Statement

SUBJECT = "dnN#xtp"  # class letters of the subject behind a relative
LEADS = "dnN#x"  # and of the first token of a subject or an object
PAUSES = ',;:-"('  # class letters behind which a clause goes on


class ObjectRelatives:
    """Puts what a relative stands for where its clause lacks it."""

    def __init__(self, tokens: Tokens, naming: Naming, relatives: Relatives):
        self.tokens, self.words = tokens, naming.words
        self.naming, self.relatives = naming, relatives
        self.gerunds = tuple(self.words.table("gerund_endings"))
        #: Words that tell whose a thing is, and pronouns, neither of which can be moved.
        self.owning = {
            word for table in PRONOUNS.values() for word in self.words.table(table)
        } | self.words.table("owners")

    def edits(self, statement: Statement, at: int) -> list[Edit]:
        """ "The court stopped the plan in May", for "which the court stopped in May"; the relative
        stands at a token. Nothing where it is not sure what goes where.
        """
        if not self._is_object(statement, at):
            return []
        slot = self._slot(at + 1, statement.end)
        found = self.relatives.behind(statement, at) if slot is not None else None
        thing = self._thing(found, is_person=self._is_person(at))
        if slot is None or thing is None:
            return []
        place = self.tokens.ends[slot]
        return [(*self.tokens.slice(at, at + 1), ""), (place, place, f" {thing}")]

    def tied(self, statement: Statement, at: int) -> list[Edit]:
        """ "40 men fled from the camp", for "from which 40 men fled"; the preposition stands at a
        token."""
        tokens, joint = self.tokens, at + 1
        named = tokens.kinds[joint + 1] == "n" and tokens.kinds[joint + 2] in "dxN#"
        if named or not self._is_object(statement, joint):
            return []  # "by which time the firm had shut"
        if self._verb(joint + 1, statement.end) is None:
            return []
        found = self.relatives.in_front(statement, at)
        if found is not None and tokens.kinds[at - 1] != ",":
            found = self.relatives.last_noun(*found)  # "the sale of | a mill in which"
        thing = self._thing(found, is_person=False)
        if thing is None:
            return []
        place = tokens.ends[statement.end - 1]
        begin, end = tokens.slice(at, joint + 1)
        tie = tokens.text[tokens.starts[at] : tokens.ends[at]].lower()
        return [(begin, end, ""), (place, place, f" {tie} {thing}")]

    def _is_object(self, statement: Statement, at: int) -> bool:
        """Say whether a subject stands behind a relative, and no other relative in its clause."""
        tokens, end = self.tokens, statement.end
        if len(statement.parts) > 1 or at + 2 >= end or tokens.kinds[at + 1] not in LEADS:
            return False
        if not self.words.has("object_relatives", tokens.words[at]) or not tokens.verbs_known:
            return False
        return not self.words.has_any("relatives", tokens.words[at + 1 : end])

    def _is_person(self, at: int) -> bool:
        return self.words.has("person_relatives", self.tokens.words[at])

    def _thing(self, found: tuple[int, int] | None, *, is_person: bool) -> str | None:
        """The noun phrase before a relative as it is written inside a sentence."""
        found = found and self.relatives.fitting_object(*found, is_person=is_person)
        if found is None:
            return None
        tokens, (begin, end) = self.tokens, found
        if tokens.kinds[begin] == "#" or not self.owning.isdisjoint(tokens.words[begin:end]):
            return None  # "paid 9 crowns, which Orr called much"; whose is "its yard"?
        return self.naming.inner(self.relatives.named(begin, end))

    # --- where the object is missing ---------------------------------------------------------
    def _verb(self, begin: int, end: int) -> int | None:
        """First token of the verb group behind a subject."""
        kinds = self.tokens.kinds
        for at in range(begin, min(end, begin + SUBJECT_REACH)):
            if kinds[at] in "va":
                return at if at > begin else None
            if kinds[at] not in SUBJECT and kinds[at] != "r":
                break
        return None

    def _slot(self, begin: int, end: int) -> int | None:
        """The token behind which a clause lacks its object; its subject begins at one."""
        tokens, kinds = self.tokens, self.tokens.kinds
        first = self._verb(begin, end)
        if first is None:
            return None
        verb = first
        while verb < end and kinds[verb] in "ar":
            verb += 1
        if verb >= end or kinds[verb] not in "vg":
            return None
        passive = self.words.has_any("passive_auxiliaries", tokens.words[first:verb])
        if passive and not tokens.words[verb].endswith(self.gerunds):
            return None  # "which Orr was told to sell"
        return self._behind(verb, end)

    def _behind(self, verb: int, end: int) -> int | None:
        """The same; a verb stands at a token."""
        tokens, kinds, after = self.tokens, self.tokens.kinds, verb + 1
        if after >= end:
            return verb
        if self.words.has("infinitive_marks", tokens.words[after]):
            return self._behind_infinitive(verb, after + 1, end)
        if kinds[after] in LEADS and tokens.words[verb] in self.words.cues:
            inner = self._verb(after, end)
            if inner is not None:
                return self._slot(after, end)  # "which Orr says she will sell"
        stranded = kinds[after] == "p" and (
            after + 1 >= end or kinds[after + 1] == "p" or kinds[after + 1] in PAUSES
        )
        return after if stranded else verb

    def _behind_infinitive(self, verb: int, at: int, end: int) -> int | None:
        """The same of "plans to sell | to Lim" and "asked | to sell nine boats"."""
        kinds = self.tokens.kinds
        while at < end and kinds[at] == "r":
            at += 1
        if at >= end or kinds[at] not in "vna":
            return None
        return verb if at + 1 < end and kinds[at + 1] in LEADS else self._behind(at, end)
