"""What the persons of a text are called otherwise: "Big Mal, as everyone knows him"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lexicon.together import any_of
from ..tagging.flags import NICKNAMES
from .known_names import Name
from .learned_names import NameLearner
from .source_nouns import NICKNAMED
from .titles import GIVEN, gender_of_pronoun
from .told_firms import Run

BACK = 12  # runs of words with a capital back to whoever is meant
AHEAD = 8  # tokens of "known to generations of children as"
LEAST = 3  # letters that a nickname shares with a name
#: Class letters between a name and "known": ", 71, a retired cook better".
BESIDE = ",#rdnxag-"
PAUSE = 14  # tokens of that
SPACED = re.compile(r"N(?<![N-]N)-(?=N)")  # class letters of "Dot – Dorothea Lamplugh"


class Nicknames:
    """Finds the nicknames in one document; `runs` are those of words with a capital, in order."""

    def __init__(self, learner: NameLearner, runs: list[Run]):
        self.learner, self.runs = learner, runs
        self.tokens, self.words = learner.tokens, learner.words

    def find(self) -> Iterator[tuple[Run, Name]]:
        """Each run that is a nickname, and whose it is."""
        tokens = self.tokens
        places = [at for at in tokens.marked if tokens.flags[at] & NICKNAMES]
        dashes = []
        if "N-N" in tokens.kinds:
            dashes = [match.end() - 1 for match in SPACED.finditer(tokens.kinds)]
            dashes = [at for at in dashes if tokens.starts[at] > tokens.ends[at - 1]]
        if not places and not dashes:
            return  # as mostly
        ending = {run[3]: number for number, run in enumerate(self.runs)}
        opening = {run[0]: number for number, run in enumerate(self.runs)}
        for at in places:
            found = self._introduced(at, opening) or self._explained(at, ending)
            if found is not None:
                yield found
        for at in dashes:
            found = self._before_name(ending.get(at), opening.get(at + 1))
            if found is not None:
                yield found

    # --- kinds -----------------------------------------------------------------------------
    def _introduced(self, at: int, opening: dict[int, int]) -> tuple[Run, Name] | None:
        """ "Winifred Noakes, known to all as Win", "whom locals call the Admiral", "We call her
        Dot": the nickname stands behind the word that brings it."""
        tokens, words = self.tokens, self.words
        known = words.has("known_as", tokens.words[at])
        place, gender = at + 1, None
        if known:
            place = self._behind_as(at)
        else:
            gender = self._gender_at(place)
            place += gender is not None
        while place < len(tokens.words) and tokens.kinds[place] in "dr":
            place += 1  # "simply the Admiral"
        number = opening.get(place)
        if number is None or tokens.sentence[place] != tokens.sentence[at]:
            return None
        run = self.runs[number]
        if not self._may_be(run, gender):
            return None
        if gender is not None:
            person = self._last_person(number, gender)
        else:
            named = known or words.has("nicknamed", tokens.words[at])
            person = self._beside(number, at if named else self._relative_before(at))
        return (run, person) if person is not None else None

    def _explained(self, at: int, ending: dict[int, int]) -> tuple[Run, Name] | None:
        """ "Big Mal, as he is known to all": the nickname stands in front, whose it is before."""
        tokens, words = self.tokens, self.words
        first = max(tokens.spans[tokens.sentence[at]][0], at - AHEAD)
        joint = next(
            (
                index
                for index in range(at - 1, first, -1)
                if words.has("as_names", tokens.words[index]) and tokens.kinds[index - 1] == ","
            ),
            None,
        )
        number = ending.get(joint - 1) if joint is not None else None
        if joint is None or number is None:
            return None
        known = words.has("known_as", tokens.words[at])
        gender = self._gender_at(joint + 1) if known else self._gender_at(at + 1)
        run = self.runs[number]
        if gender is None or not self._may_be(run, gender):
            return None
        person = self._last_person(number, gender, self._wording(run))
        return (run, person) if person is not None else None

    def _before_name(self, number: int | None, following: int | None) -> tuple[Run, Name] | None:
        """ "Dot – Dorothea Lamplugh, 79, a cook – was": the nickname opens the sentence."""
        if number is None or following is None:
            return None
        run, name = self.runs[number], self._person(self.runs[following])
        end = self.runs[following][3]
        tokens = self.tokens
        opens = run[0] == tokens.spans[tokens.sentence[run[0]]][0]
        if name is None or not opens or tokens.kinds[end : end + 1] not in (",", "-"):
            return None
        return (run, name) if self._may_be(run) and self._is_like(run, name) else None

    # --- parts -----------------------------------------------------------------------------
    def _behind_as(self, known: int) -> int:
        """Place behind the "as" of "known to everyone on the front as"."""
        tokens = self.tokens
        for at in range(known + 1, min(len(tokens.words), known + AHEAD)):
            if self.words.has("as_names", tokens.words[at]):
                return at + 1
            if tokens.kinds[at] in ".,;v":
                break
        return len(tokens.words)

    def _gender_at(self, at: int) -> str | None:
        """What "he" or "her" at a place tells."""
        word = self.tokens.words[at] if at < len(self.tokens.words) else ""
        return gender_of_pronoun(word, self.words)

    def _relative_before(self, at: int) -> int:
        """Place of the "whom" in "whom the town calls", 0 for none; "who called Ada" names her."""
        tokens = self.tokens
        first = max(tokens.spans[tokens.sentence[at]][0], at - AHEAD)
        for index in range(at - 1, first, -1):
            if self.words.has("relatives", tokens.words[index]):
                return index if at - index > 1 else 0
            if tokens.kinds[index] not in "dnNxrp#":
                return 0
        return 0

    def _may_be(self, run: Run, gender: str | None = None) -> bool:
        """Say whether words with a capital are no other name: no full name, and no place if not
        "him" or "her" tells somebody."""
        titles, begin, end, _ = run
        learner = self.learner
        if titles < begin or (end - begin > 1 and GIVEN[self.tokens.words[begin]] is not None):
            return False
        entity = None if gender else learner.covering(begin, end)
        return entity is None or entity.kind in ("person", "other")

    def _wording(self, run: Run) -> str:
        return self.learner.wording(run[1], run[2])

    def _person(self, run: Run) -> Name | None:
        """The person whom a run of words names in full or by surname."""
        name = self.learner.known.get(" ".join(self._wording(run).split()))
        name = name or self.learner.by_surname.get(self.learner.surname(run[1], run[2]))
        return name if name is not None and name.is_person else None

    def _last_person(self, number: int, gender: str, nickname: str = "") -> Name | None:
        """Person of a gender named last before a run; one whose name is like the nickname goes
        first."""
        last = None
        for run in reversed(self.runs[max(0, number - BACK) : number]):
            name = self._person(run)
            if name is None or name.gender not in (gender, None) or name.full == nickname:
                continue
            if not nickname or self._is_like(self.runs[number], name):
                return name
            last = last or name
        return last

    def _beside(self, number: int, at: int) -> Name | None:
        """Person right in front of "known as" or "whom", but for what describes them."""
        if not number or not at:
            return None
        run = self.runs[number - 1]
        name, tokens = self._person(run), self.tokens
        if name is None or not at - PAUSE < run[3] <= at:
            return None
        between = tokens.kinds[run[3] : at]
        if between.strip(BESIDE):
            return None
        said = tokens.words[run[3] : at]
        people = any_of(self.words.code, *NICKNAMED)
        described = "n" not in between or not people.isdisjoint(said)
        described = described or (between[0] == "," and self.words.has_any("indefinites", said))
        return name if described and tokens.sentence[run[0]] == tokens.sentence[at] else None

    def _is_like(self, run: Run, name: Name) -> bool:
        """Say whether a nickname shares some letters with a name: "Big Mal" of Malcolm."""
        nick = self.tokens.words[run[2] - 1]
        parts = name.full.lower().split()
        alike = any(nick[:LEAST] in part or nick.startswith(part) for part in parts)
        return alike or self.words.has("short_forms", f"{nick} {parts[0]}")
