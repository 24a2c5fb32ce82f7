"""Attributions from word order alone: subject, cue and what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..layout.blocks import dateline_end
from ..lexicon import Cue
from ..tagging.flags import TRIGGERS
from . import NEGATIVE, Attribution, Span
from .according import AccordingReader
from .as_clauses import told_so
from .contents import following, interrupted, that_after
from .dropped import dropped
from .hearings import HearingReader
from .object_first import object_first
from .openings import is_title
from .order import closes_clause, is_spoken, only_opens
from .phrases import SETTING, phrase_after, phrase_before, skip_back
from .pointing import point_back
from .relatives import RelativeReader
from .sites import Site
from .verb_first import is_clause_of, is_opening, verb_first
from .written import written

REFLEXIVES = ("s'", "s’")  # "s'est-il défendu"
THAT_REACH = 5  # tokens of "recalled in May that"


class SurfaceReader(AccordingReader, HearingReader, RelativeReader):
    """Finds attributions sentence by sentence in one document."""

    def read(self) -> list[Attribution]:
        """Return all attributions in the order of their cues."""
        return point_back(self, self._read())

    def _read(self) -> list[Attribution]:
        found: list[Attribution] = []
        here: list[Attribution] = []
        words, before, dated = self.words, -1, 0
        for index in [at for at, bits in enumerate(self.tokens.flags) if bits & TRIGGERS]:
            word = self.tokens.words[index]
            number = self.tokens.sentence[index]
            first, last = self.tokens.spans[number]
            if number != before:
                found.extend(here)
                here, before = [], number
                dated = self._behind_dateline(first, last)
            first = dated
            if self._in_source(here, index):
                continue
            if word in words.cues or word in words.phrases:
                cited = word in words.prepositions
                made = None
                if cited and self.view.is_word("impersonal_forms", index):
                    made = self._preposition(number, first, last, index)
                made = made or self._verb(number, first, last, index, here)
                if made is None and cited:
                    made = self._preposition(number, first, last, index)
            elif word in words.adjectives:
                made = self._adjective(number, first, last, index, here)
            elif not self._acts_by(here, index):
                made = self._preposition(number, first, last, index)
            else:
                made = None
            if made is not None:
                here.append(made)
        return found + here

    def _behind_dateline(self, first: int, last: int) -> int:
        """First token of a sentence behind the place and agency that file it."""
        tokens = self.tokens
        start = tokens.starts[first]
        opening = dateline_end(tokens.text, start, tokens.ends[last - 1])
        return first if opening == start else bisect_left(tokens.starts, opening)

    def _in_source(self, here: list[Attribution], index: int) -> bool:
        """Say whether a word describes a source: "according to two people briefed on C"."""
        source = here[-1].source if here and here[-1].pattern == "according" else None
        return source is not None and source[0] < self.tokens.starts[index] < source[1]

    def _acts_by(self, here: list[Attribution], index: int) -> bool:
        """Say whether "according to" tells how somebody acted: "said that he acted by order"."""
        start = self.tokens.starts[index]
        if self.tokens.verbs_known or self.view.kinds[index - 1] in ',-"':
            return False
        return any(begin < start < end for item in here for begin, end in item.contents)

    # --- verbs -----------------------------------------------------------------------------
    def _verb(
        self, number: int, first: int, last: int, index: int, before: list[Attribution]
    ) -> Attribution | None:
        view = self.view
        cue, end = view.cue_at(index, last)
        if cue is None or not cue.frames or index in self.bringing or view.kinds[index] not in "vg":
            return None
        if view.quoted[index] >= 0 and not view.is_enclitic(index + 1):
            return None
        begin = skip_back(self.tokens, index, first)
        site = Site(cue, index, begin, end, number, first, last, before)
        helpers = self.tokens.words[begin:index]
        aided = begin < index and self.words.has_any("auxiliaries", helpers)
        passive = begin < index and self.words.has_any("passive_auxiliaries", helpers)
        if passive and not cue.participle and not cue.is_base:
            if cue.stance in NEGATIVE:
                return self._rejected(site)
            return self._heard(site) if "o" in cue.frames else None
        told = "o" in cue.frames and cue.is_past and end < last and view.kinds[end] == "p"
        if told and view.is_word("informed_marks", end):
            return None  # "a person briefed on the talks said"
        if not aided and (
            cue.is_past_participle
            or self._is_done(index)
            or self._is_reduced(cue, index)
            or self._describes(cue, index, last)
        ):
            return None
        if cue.is_base and self.words.has_any("infinitive_marks", helpers):
            return self._infinitive(site)
        if cue.participle and not aided:
            return self._participle(site)
        negated = begin < index and self.words.has_any("negations", helpers)
        if negated and self.words.has("answering", cue.lemma):
            return None  # "did not respond to questions about C"
        if negated and self.words.has("granting", cue.lemma):
            # "did not accept the figure".
            site = replace(site, cue=replace(cue, frames=cue.frames + "n"))
        made = self._finite(site) or self._behind_colon(site)
        if made is None or (negated and self._says_nothing(made)):
            return None
        made.negated = negated
        self._turn(made)
        return made

    def _says_nothing(self, made: Attribution) -> bool:
        """Say whether nothing is stated by not saying it: "did not say who had fired", "has never
        recognised the border".
        """
        begin, end = (bisect_left(self.tokens.starts, at) for at in made.contents[0])
        asked = made.cue is not None and bisect_left(self.tokens.starts, made.cue[1])
        if made.stance not in NEGATIVE and any(
            self.view.is_word("question_words", at) for at in (begin, asked or begin)
        ):
            return True
        if not made.object_frame or not self.words.has("granting", made.lemma):
            return False
        return not any(
            self.view.kinds[at] in '#"'
            or self.tokens.words[at] in self.words.nouns
            or self.view.is_word("rebutted_nouns", at)
            for at in range(begin, end)
        )

    def _turn(self, made: Attribution) -> None:
        """ "Did not deny" grants a statement, "does not accept" disputes it."""
        if made.negated and made.stance in NEGATIVE:
            made.stance = "concedes"
        elif made.negated and self.words.has("granting", made.lemma):
            made.stance = "disputes"

    def _adjective(
        self, number: int, first: int, last: int, index: int, before: list[Attribution]
    ) -> Attribution | None:
        """ "S was adamant that C"."""
        view, words = self.view, self.tokens.words
        begin = skip_back(self.tokens, index, first)
        copula = self.words.has_any("finite_auxiliaries", words[begin:index])
        source = phrase_before(self.tokens, begin, first, self.words)
        if not copula or source is None or view.quoted[index] >= 0:
            return None
        cue = self.words.adjectives[words[index]]
        site = Site(cue, index, begin, index + 1, number, first, last, before)
        return self._after_subject(site, source)

    def _is_done(self, index: int) -> bool:
        """Say whether a participle tells what was done to the noun before it: "le plan annoncé"."""
        endings = self.words.words.get("participle_endings")
        if not endings or not index or self.view.kinds[index - 1] not in "nN":
            return False
        return self.tokens.words[index].endswith(tuple(endings))

    def _is_reduced(self, cue: Cue, index: int) -> bool:
        """Say whether a past participle has no helper: "a plan announced in May".

        Before "that" or the person told it is a past tense that the tagger missed: "Orr, 50, told
        them".
        """
        kinds = self.view.kinds
        if not self.tokens.tagged or kinds[index] != "g" or cue.participle:
            return False
        told = "o" in cue.frames and index + 1 < len(kinds) and kinds[index + 1] in "nNdx"
        last = self.tokens.spans[self.tokens.sentence[index]][1]
        states = cue.strong and "o" not in cue.frames and self._states(index, last)
        # "the firm, which built it, confirmed that C"
        states = states or (index + 1 < last and self.view.is_word("openers", index + 1))
        return not ((told or states) and index and kinds[index - 1] == ",")

    def _states(self, index: int, last: int) -> bool:
        """Say whether "that", or a pause and a quotation, follow a verb of saying."""
        at = index + 1
        if at + 1 < last and self.view.kinds[at] in ",:":
            number = self.view.quoted[at + 1]
            return number >= 0 and self.view.ranges[number][0] == at + 1
        return that_after(self.view, at, min(last, index + THAT_REACH)) is not None

    def _describes(self, cue: Cue, index: int, last: int) -> bool:
        """Say whether a place and a verb follow a past form: "Shells found at the site matched C".

        Nobody says anything "at the site matched": the subject would be missing.
        """
        kinds, at = self.view.kinds, index + 1
        noun = cue.is_base and not cue.strong  # "The customs post at Lim handles"
        if not (cue.is_past or noun) or at >= last or kinds[at] != "p":
            return False
        if self.view.is_word("agent_marks", at):
            # "the 4 million expected by analysts", but "Ada Holm, said by telephone"
            return at + 1 >= last or not self.view.is_word("settings", at + 1)
        at += 1
        if at < last and kinds[at] == "d":
            at += 1
        verb = at
        while verb < last and kinds[verb] in "nN":
            verb += 1
        return at < verb < last and kinds[verb] in "va"

    def _finite(self, site: Site) -> Attribution | None:
        if "h" in site.cue.frames:
            return self._heard(site)
        view, tokens = self.view, self.tokens
        denied = object_first(self, site) if self.words.table("object_pointers") else None
        paper = written(self, site) if self.words.table("impersonal_forms") else None
        if denied is not None or paper is not None:
            return denied or paper
        last_before = site.begin - 1
        first = self._after_cues(site) if view.is_word("relatives", last_before) else site.first
        source = phrase_before(tokens, site.begin, first, self.words)
        hung = source is not None and view.is_word("object_pronouns", source[0])
        if hung and source == (last_before, site.begin):
            source = None  # "comme l'a dit S"
        if source is not None and is_spoken(self.view, source, site.begin):
            source = None  # «The road, which is closed, — said S»
        if source is not None and closes_clause(self.view, site):
            source = None  # "El turismo, que supone 3, caerá, augura S"
        joined = view.is_joined(site.index) and last_before >= site.first
        if source is not None and (joined or is_opening(view, source, site.first)):
            source = None  # "Nach dem Brand teilte S mit": the subject follows the verb
        if source is None:
            if site.begin > site.first and view.kinds[last_before] == "c":
                return self._joined(site) or dropped(self, site)
            return told_so(self, site) or self._inverted(site) or dropped(self, site)
        if view.is_enclitic(source[0]):
            return self._enclitic(site, source)
        if self._judges(site, source) or self._takes_relative(site, source):
            return None
        if self._was_done(site):
            return None
        if view.is_word("relatives", last_before):
            made = self._after_subject(site, (last_before, site.begin))
            if made is not None:
                made.named = tokens.slice(*source)
                self._end_relative(made, site.last)
            return made
        if view.is_word("pronouns.second", source[1] - 1):
            return None  # "Some of you will have read that C": C is the speaker's
        return self._about_relative(site, source) or self._after_subject(site, source)

    def _behind_colon(self, site: Site) -> Attribution | None:
        """ "Reactions from the union: Its president, Ada Orr, says that C"."""
        colon = self.view.kinds.rfind(":", site.first, site.begin)
        if colon < 0 or self.view.quoted[colon] >= 0:
            return None
        return self._finite(replace(site, first=colon + 1))

    def _was_done(self, site: Site) -> bool:
        """Say whether a verb tells what was done to a thing: "a letter read in court said C"."""
        if not self.view.is_word("irregular_participles", site.index):
            return False
        setting = SETTING.match(self.view.kinds, site.index + 1, site.last)
        at = setting.end() if setting else site.last
        return site.index + 1 < at < site.last and self.view.kinds[at] == "v"

    def _enclitic(self, site: Site, source: Span) -> Attribution | None:
        """ "C", a-t-il dit: the pronoun stands inside the verb group."""
        view, begin = self.view, source[0]
        while begin > site.first and (
            view.kinds[begin - 1] == "a"
            or self.tokens.words[begin - 1].startswith("-")
            or self.tokens.words[begin - 1] in REFLEXIVES
        ):
            begin -= 1
        before = view.trimmed(site.first, begin)
        after = interrupted(view, site.end, site.last, before, tag=True)
        contents = [piece for piece in (before, after) if piece]
        if not contents:
            return None
        named = self.tokens.slice(*source)
        return self.made(site, (begin, site.end), named, contents, "inverted")

    def _participle(self, site: Site) -> Attribution | None:
        """ ", adding that C": the source is that of the clause before."""
        quoted = self._quoted(site)
        if quoted is not None:
            return quoted
        view, first, before = self.view, site.first, site.before
        previous = site.index - 1
        while previous >= first and view.kinds[previous] == "r":
            previous -= 1
        said = following(view, site.end, site.last, site.cue)
        if said is None:
            return None
        own = self._absolute_subject(first, previous)
        while previous > first and view.kinds[previous] in "tp":
            if view.kinds[previous] == "p" and view.kinds[previous + 1] != "t":
                break
            previous -= 1
        joined = (
            previous < first
            or view.kinds[previous] in ',"-'
            or view.is_word("own_documents", previous)
            or (previous > first and view.is_word("participle_openers", previous))
        )
        if own is None and not joined:
            return None
        source = own or (before[-1].source if before else self._main_subject(first, previous))
        if source is None:
            return None
        return self.made(site, (site.index, site.end), source, [said.span], "participle", said)

    def _absolute_subject(self, first: int, previous: int) -> Span | None:
        """Subject of "with Orr arguing that C"."""
        if previous <= first or self.view.kinds[previous] not in "nN":
            return None
        source = phrase_before(self.tokens, previous + 1, first, self.words)
        if source is None or not self.view.is_word("absolute_openers", source[0] - 1):
            return None
        return self.tokens.slice(*source)

    def _infinitive(self, site: Site) -> Attribution | None:
        """ "She went on to say that C"; "she refused to accept that C" disputes it."""
        mark = site.index - 1
        while mark > site.first and self.view.kinds[mark] == "r":
            mark -= 1
        if self.view.is_word("refusing", mark - 1) and self.words.has("granting", site.cue.lemma):
            begin = skip_back(self.tokens, mark - 1, site.first)
            source = phrase_before(self.tokens, begin, site.first, self.words)
            made = source and self._after_subject(replace(site, begin=begin), source)
            if made:
                made.stance = "disputes"
            return made or None
        if not self.view.is_word("saying_openers", mark - 1):
            return None
        source = self._main_subject(site.first, mark)
        said = following(self.view, site.end, site.last, site.cue)
        if source is None or said is None:
            return None
        return self.made(site, (site.index, site.end), source, [said.span], "infinitive", said)

    def _joined(self, site: Site) -> Attribution | None:
        """ "and denied that C": the subject is that of the verb before the conjunction."""
        if self.view.is_word("negations", site.begin - 1):
            return None  # "neither confirmed nor denied"
        helpers = self.tokens.words[site.begin : site.index]
        if site.cue.stance in NEGATIVE and any(self.words.has("negations", at) for at in helpers):
            return None  # "did not confirm and did not deny"
        before = [item for item in site.before if item.pattern in ("subject", "joined")]
        if site.cue.is_past:
            before = [item for item in before if not self._is_aided(item)]
        source = before[-1].source if before else None
        source = source or self._main_subject(site.first, site.begin - 1)
        said = following(self.view, site.end, site.last, site.cue)
        if source is None or said is None:
            return None
        return self.made(site, (site.begin, site.end), source, [said.span], "joined", said)

    def _is_aided(self, item: Attribution) -> bool:
        """Say whether a verb stands behind "would" or "will", which no past tense goes on with."""
        if item.cue is None:
            return False
        group = self.tokens.words[bisect_left(self.tokens.starts, item.cue[0])]
        return self.words.has("modals", group)

    def _ends_name(self, index: int) -> bool:
        """Say whether a token is a comma, or closes a name in quotation marks."""
        view, number = self.view, self.view.quoted[index]
        if view.kinds[index] == ",":
            return True
        return number >= 0 and is_title(view, view.ranges[number][0])

    def _inverted(self, site: Site) -> Attribution | None:
        """ "C," said S."""
        view, first, index = self.view, site.first, site.index
        previous = site.begin - 1
        opening = "rt" if self.words.order == "vs" else "r"
        while previous >= first and view.kinds[previous] in opening:
            previous -= 1
        blames = "b" in site.cue.frames
        if not (blames or "c" in site.cue.frames) or site.cue.is_base or view.kinds[index] != "v":
            return None
        free = previous < first or view.kinds[previous] in ',"-.' or view.is_joined(index)
        if not free and self.words.order != "v2":
            return None
        start = site.end + (self.tokens.words[site.end : site.end + 1] == ["-t"])
        start = self.past_body_mark(self.past_day(start, site.last), site)
        source = phrase_after(self.tokens, start, site.last, self.words)
        if source is None or source[0] != start:
            return None
        if previous >= first and is_clause_of(view, source) and self._ends_name(previous):
            return None
        if source[1] < site.last and view.kinds[source[1]] in "va" and previous >= first:
            return None
        if not free or blames:
            return verb_first(self, site, source)
        begin = self.content_start(site, site.begin) if previous >= first else first
        if begin is None:
            return None
        before = view.trimmed(begin, site.begin) if previous >= first else None
        after = interrupted(view, source[1], site.last, before, tag=False)
        if self.words.order == "vs" and before and only_opens(self.view, before):
            before = None  # "من جهته، كشف S عن D"
        contents = [piece for piece in (before, after) if piece]
        if view.quoted[index] >= 0 and before:
            # « A, dit-il, B » is one quotation.
            contents = [(before[0], after[1] if after else before[1])]
        reported = None
        if self.words.order != "sv" and not (before and view.quoted[before[1] - 1] >= 0):
            reported = verb_first(self, site, source)
        if reported is None and contents:
            named = self.tokens.slice(*source)
            return self.made(site, (index, site.end), named, contents, "inverted")
        return reported
