"""Attributions from word order alone: subject, cue and what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ..lexicon import Cue
from ..tagging.day_marks import behind_relative, opens_time
from ..tagging.flags import ACCUSES, TRIGGERS
from ..tagging.never import opens_never
from . import NEGATIVE, Attribution, Span
from .according import AccordingReader
from .agents import before_relative, past_agent
from .apart import apart
from .as_clauses import told_so
from .contents import following
from .dropped import dropped
from .hearings import HearingReader
from .judged import disputed_by
from .object_first import object_first
from .openings import is_title
from .order import closes_clause, is_spoken, only_opens
from .own_counts import by_own_counts
from .own_points import by_own_points
from .passed_on import pass_on
from .phrases import SETTING, phrase_after, phrase_before, skip_back
from .pointing import point_back
from .recollections import by_recollection
from .relatives import RelativeReader
from .said_by import said_by
from .sites import Site
from .tags import interrupted
from .thats import that_after
from .untrue import named_untrue
from .verb_first import is_clause_of, is_opening, verb_first
from .written import written

REFLEXIVES = ("s'", "s’")  # "s'est-il défendu"
SO_REACH = 9  # tokens of "as their spokeswoman Ms Fairley" before "put it"
THAT_REACH = 5  # tokens of "recalled in May that"


class SurfaceReader(AccordingReader, HearingReader, RelativeReader):
    """Finds attributions sentence by sentence in one document."""

    def read(self) -> list[Attribution]:
        """Return all attributions in the order of their cues."""
        found = pass_on(self, self._read())
        found = by_own_points(self, by_own_counts(self, found))
        return point_back(self, by_recollection(self, found))

    def _read(self) -> list[Attribution]:
        found: list[Attribution] = []
        here: list[Attribution] = []
        words, before, first, last = self.words, -1, 0, 0
        said, sentence, filed = self.tokens.words, self.tokens.sentence, self.tokens.filed
        for index in self._triggers():
            word = said[index]
            number = sentence[index]
            if number != before:
                found += here
                here, before = [], number
                first, last = self.tokens.spans[number]
                first = filed.get(number, first)
            if here and self._in_source(here[-1], index):
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
                if here:
                    here = [item for item in here if not self._is_of_source(item, made)]
                here.append(made)
        return found + here

    def _is_of_source(self, item: Attribution, made: Attribution) -> bool:
        """Say whether a verb only tells who speaks: "an official who had read | the log said"."""
        if item.cue is None or made.cue is None or made.source is None or not item.contents:
            return False
        tells = made.source[0] < item.cue[0] < made.source[1]
        return tells and item.contents[-1][1] > made.cue[0]

    def _triggers(self) -> list[int]:
        """Tokens at which an attribution may be found: a verb of saying, or a set phrase begins."""
        kinds, words, flags = self.view.kinds, self.tokens.words, self.tokens.flags
        cues, phrases = self.words.cues, self.words.phrases
        found = []
        for index in [at for at in self.tokens.marked if flags[at] & TRIGGERS]:
            word = words[index]
            if word in self.own_nouns:
                self.owned.append(index)
                if word not in cues and word not in phrases:
                    continue
            if word in cues or word in phrases:
                if kinds[index] in "vg" or word in self.words.prepositions:
                    found.append(index)
            elif word not in self.second_words or (
                index + 1 < len(words) and words[index + 1] in self.second_words[word]
            ):
                found.append(index)
        return found

    def _in_source(self, before: Attribution, index: int) -> bool:
        """Say whether a word describes a source: "according to two people briefed on C"."""
        if before.pattern != "according" or before.source is None:
            return False
        start, cue = self.tokens.starts[index], before.cue
        inside = before.source[0] < start < before.source[1]
        return inside or (cue is not None and cue[0] < start < cue[1])  # "как говорится в"

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
        view, words, kinds = self.view, self.words, self.view.kinds
        word = self.tokens.words[index]
        if word in words.phrases:
            cue, end = view.cue_at(index, last)
            if cue is not None and "q" in cue.frames and not self._puts_so(first, index, end):
                cue, end = words.cues.get(word), index + 1  # "put it at 11"
        else:  # as mostly
            cue, end = words.cues[word] if kinds[index] in "vg" else None, index + 1
        if cue is None or not cue.frames or index in self.bringing:
            return None
        if view.quoted[index] >= 0 and not view.is_enclitic(index + 1):
            return None
        begin = skip_back(self.tokens, index, first)
        helpers = self.tokens.words[begin:index]  # mostly none
        aided = bool(helpers) and words.has_any("auxiliaries", helpers)
        if helpers and not cue.participle and not cue.is_base and words.has_any(
            "passive_auxiliaries", helpers
        ) and helpers[0] not in REFLEXIVES:  # fmt: skip
            site = Site(cue, index, begin, end, number, first, last, before)
            if cue.stance in NEGATIVE:
                return self._rejected(site)
            heard = self._heard(site) if "o" in cue.frames else None
            return heard or said_by(self, site)
        placed = kinds[end : end + 1] == "p" and end < last
        if placed and "o" in cue.frames and cue.is_past and view.is_word("informed_marks", end):
            return None  # "a person briefed on the talks said"
        if not aided and (
            cue.is_past_participle
            or (self.done_endings and self._is_done(index))
            or (kinds[index] == "g" and self._is_reduced(cue, index))
            or (kinds[index + 1 : index + 2] == "p" and self._describes(cue, index, last))
        ):
            if cue.stance in NEGATIVE and disputed_by(view, index, last):
                return self._judged(Site(cue, index, begin, end, number, first, last, before))
            return None
        site = Site(cue, index, begin, end, number, first, last, before)
        if helpers and cue.is_base and words.has_any("infinitive_marks", helpers):
            return self._infinitive(site)
        if cue.participle and not aided:
            return self._participle(site)
        if not helpers or not words.has_any("negations", helpers):
            made = self._finite(site) or self._behind_colon(site)
            if made is not None and made.stance in NEGATIVE and made.source is not None:
                self._grant(made, made.source)
            return made
        return self._negated(site)

    def _grant(self, made: Attribution, source: Span) -> None:
        """What "nobody disputes" is asserted."""
        first = bisect_left(self.tokens.starts, source[0])
        if self.words.has_any("nobodies", self.tokens.words[max(0, first - 1) : first + 1]):
            made.stance, made.source = "asserts", None

    def _puts_so(self, first: int, index: int, end: int) -> bool:
        """Say whether "as", a quotation or a colon stands around "S put it"."""
        near = self.tokens.words[max(first, index - SO_REACH) : index]
        if self.words.has_any("quoting_marks", near) or self.view.kinds[end : end + 1] == ":":
            return True
        return '"' in self.view.kinds[max(first, index - SO_REACH) : index]

    def _negated(self, site: Site) -> Attribution | None:
        """ "Did not deny" grants a statement, "does not accept" disputes it."""
        cue, words = site.cue, self.words
        if words.has("answering", cue.lemma) or words.has("verifying", cue.lemma):
            return None  # "did not respond to questions about C", "could not confirm that C"
        granting = words.has("granting", cue.lemma)
        if granting:
            # "did not accept the figure".
            site = replace(site, cue=replace(cue, frames=cue.frames + "n"))
        made = self._finite(site) or self._behind_colon(site)
        if made is None or made.stance == "promises" or self._says_nothing(made):
            return None  # "did not promise a bridge": that nobody did, is told
        if made.stance in NEGATIVE:
            made.stance = "concedes"
        elif words.has("granting", made.lemma):
            made.stance = "disputes"
        return made

    def _says_nothing(self, made: Attribution) -> bool:
        """Say whether nothing is stated: "did not say who had fired", "never knew the border"."""
        begin, end = (bisect_left(self.tokens.starts, at) for at in made.contents[0])
        asked = made.cue is not None and bisect_left(self.tokens.starts, made.cue[1])
        if made.stance not in NEGATIVE and any(
            self.view.is_word("question_words", at) for at in (begin, asked or begin)
        ):
            return True
        if not made.object_frame or not self.words.has("granting", made.lemma):
            return False
        lone = end == begin + 1 and self.view.is_word("pointing_words", begin)
        return not lone and not any(
            self.view.kinds[at] in '#"'
            or self.tokens.words[at] in self.words.nouns
            or self.view.is_word("rebutted_nouns", at)
            for at in range(begin, end)
        )

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
        if not index or self.view.kinds[index - 1] not in "nN":
            return False
        return self.tokens.words[index].endswith(self.done_endings)

    def _is_reduced(self, cue: Cue, index: int) -> bool:
        """Say whether what looks like a past participle has no helper: "a plan announced in May".

        Before "that" or the person told it is a past tense that the tagger missed: "Orr, 50, told
        them".
        """
        kinds = self.view.kinds
        if not self.tokens.tagged or cue.participle:
            return False
        if index and kinds[index - 1] == "c" and kinds[index + 1 : index + 2] in ("d", "N", "x"):
            return False  # "said it was late, and accused Orr of theft"
        # "a union, Farro, accused S of C"
        told = "o" in cue.frames or self.tokens.flags[index] & ACCUSES > 0
        told = told and index + 1 < len(kinds) and kinds[index + 1] in "nNdx"
        last = self.tokens.spans[self.tokens.sentence[index]][1]
        states = cue.strong and "o" not in cue.frames and self._states(index, last)
        # "the firm, which built it, confirmed that C"
        states = states or (index + 1 < last and self.view.is_word("openers", index + 1))
        # "Asked about it, its owner, Ada Holm, confirmed having sold it"
        states = states or (
            "g" in cue.frames and index + 1 < last and self.view.is_gerund(index + 1)
        )
        told = told or (index + 1 < last and kinds[index + 1] in "nNdx" and self._leads(index))
        # "the firm, which built it, confirmed that C", "A study which S ordered found that C"
        before = kinds[index - 1] if index else ""
        # "A study which S ordered found that C"
        return not ((told or states) and before == ",") and not (states and before == "v")

    def _leads(self, index: int) -> bool:
        """Say whether a past form is the verb of whom a relative clause describes: "Orr, which has
        fought it since May, accused S of C"."""
        kinds, first = self.view.kinds, self.tokens.spans[self.tokens.sentence[index]][0]
        opening = kinds.rfind(",s", first, index)
        if opening < 0 or kinds.find(",", opening + 1, index) != index - 1:
            return False
        relative = self.view.is_word("subject_relatives", opening + 1)
        return relative and not any(kind in 'va":;' for kind in kinds[first:opening])

    def _states(self, index: int, last: int) -> bool:
        """Say whether "that", or a pause and a quotation, follow a verb of saying."""
        at = index + 1
        if at + 1 < last and self.view.kinds[at] in ",:":
            number = self.view.quoted[at + 1]
            return number >= 0 and self.view.ranges[number][0] == at + 1
        return that_after(self.view, at, min(last, index + THAT_REACH)) is not None

    def _describes(self, cue: Cue, index: int, last: int) -> bool:
        """Say whether a place and a verb follow a past form: "Shells found at the site matched C".

        A preposition stands behind it.
        Nobody says anything "at the site matched": the subject would be missing.
        """
        kinds, at = self.view.kinds, index + 1
        noun = cue.is_base and not cue.strong  # "The customs post at Lim handles"
        if not (cue.is_past or noun) or at >= last or opens_never(self.tokens, at, self.words):
            return False
        if self.view.is_word("pronouns.third", index - 1):
            return False  # "He pointed to an order Orr signed"
        if self.view.is_word("agent_marks", at):
            # "the 4 million expected by analysts", but "Ada Holm, said by telephone"
            return at + 1 >= last or not self.view.is_word("settings", at + 1)
        at += 1
        if self.tokens.flags[index] & ACCUSES and self.view.is_gerund(at):
            return "v" in kinds[at:last]  # "men suspected of burning barns told"
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
        if self.view.kinds[site.begin - 1] in "nNtgv":
            site.begin = behind_relative(tokens, site.begin, site.first, self.words)
        last_before = site.begin - 1
        if tokens.words[last_before] in self.times and opens_time(
            tokens, last_before - 1, site.begin, self.words
        ):
            site.begin -= 2  # "the bank, which last month said"
            last_before -= 2
        if self.may_invert:
            denied = (object_first if self.points_at_objects else named_untrue)(self, site)
            if denied is not None:
                return denied
        paper = written(self, site) if self.is_impersonal else None
        if paper is not None:
            return paper
        relative = tokens.words[last_before] in self.relatives
        first = self._after_cues(site) if relative else site.first
        source = phrase_before(tokens, site.begin, first, self.words)
        if self.done_endings and source is not None:
            source = past_agent(self, site, source)
        if source is not None and self._is_no_subject(site, source):
            source = None
        if source is None and view.prefixes and view.kinds[last_before] == ",":
            source = before_relative(self, site)
        if source is None:
            if site.begin > site.first and view.kinds[last_before] == "c":
                return self._joined(site) or dropped(self, site)
            return told_so(self, site) or self._inverted(site) or dropped(self, site)
        if site.before and "c" in view.kinds[slice(*source)]:
            source = self._behind_thing(site.before[-1], source)
        if tokens.words[source[0]][0] == "-" and view.is_enclitic(source[0]):
            return self._enclitic(site, source)
        # Most subjects open their sentence: then nothing stands in front that could be judged.
        inside = source[0] - 1 > site.first
        if site.before and (judgement := self._judges(site, source)) is not None:
            return judgement
        if inside and self._takes_relative(site, source):
            return None
        if self._may_be_done(site, source) and self._was_done(site):
            return None
        clause = inside and "n" not in site.cue.frames
        if clause and view.kinds[source[0] - 2] == "p" and view.is_word("whats", source[0] - 1):
            return None  # "sold for half of what the auditors said it was worth"
        if relative:
            made = self._after_subject(site, (last_before, site.begin))
            if made is not None:
                made.named = tokens.slice(*source)
                self._end_relative(made, site.last)
            return made
        if tokens.words[source[1] - 1] in self.addressed:
            return None  # "Some of you will have read that C": C is the speaker's
        about = self._about_relative(site, source) if inside else None
        made = about or self._after_subject(site, source)
        if made is not None and inside and self.view.is_word("owning_relatives", source[0] - 1):
            made.named = self._paper_owner(site, source)
        return made

    def _behind_thing(self, before: Attribution, source: Span) -> Span:
        """A subject without what another names in front of it: "called it a lie and | S said"."""
        ends = before.contents[-1][1] if before.object_frame else 0
        at = bisect_left(self.tokens.starts, ends, *source) if ends else source[0]
        return (at + 1, source[1]) if self.view.kinds[at] == "c" else source

    def _is_no_subject(self, site: Site, source: Span) -> bool:
        """Say whether a noun phrase before a verb of saying is not who speaks."""
        view, last_before = self.view, site.begin - 1
        if source == (last_before, site.begin) and view.is_word("object_pronouns", last_before):
            return True  # "comme l'a dit S"
        if view.kinds[last_before] in ",-":
            if is_spoken(view, source, site.begin):
                return True  # «The road, which is closed, — said S»
            if not self.tokens.verbs_known and closes_clause(view, site):
                return True  # "El turismo, que supone 3, caerá, augura S"
        if view.joined and view.is_joined(site.index) and last_before >= site.first:
            return True
        # "Nach dem Brand teilte S mit": the subject follows the verb
        return self.may_invert and is_opening(view, source, site.first)

    def _behind_colon(self, site: Site) -> Attribution | None:
        """ "Reactions from the union: Its president, Ada Orr, says that C"."""
        colon = self.view.kinds.rfind(":", site.first, site.begin)
        if colon < 0 or self.view.quoted[colon] >= 0:
            return None
        return self._finite(replace(site, first=colon + 1))

    def _may_be_done(self, site: Site, source: Span) -> bool:
        """Say whether a verb may be a participle: "a letter read", "a poll published"."""
        word = self.tokens.words[site.index]
        if word in self.irregular:
            return True
        if not (site.cue.is_past and word.endswith(self.reduced_endings)):
            return False
        told = self.tokens.words[slice(*source)]
        return any(self.words.has_any(table, told) for table in ("documents", "own_documents"))

    def _was_done(self, site: Site) -> bool:
        """Say whether a verb tells what was done to a thing: "a letter read in court said C"."""
        begin = site.index + 1
        if opens_time(self.tokens, begin, site.last, self.words):
            begin += 2  # "published last week"
        begin += begin < site.last and self.view.is_word("done_tails", begin)  # "posted online"
        setting = SETTING.match(self.view.kinds, begin, site.last)
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
        if not before and (aside := apart(self, site, previous)) is not None:
            return aside
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
        if own is None and previous > first:
            said = replace(said, span=self._before_deed_of(said.span))
        return self.made(site, (site.index, site.end), source, [said.span], "participle", said)

    def _before_deed_of(self, said: Span) -> Span:
        """What is said, without what its speaker did next: "closed it, saying that A had left, but
        did not say when"; the perfect parts the two."""
        view, (begin, end) = self.view, said
        comma = view.kinds.find(",c", begin, end)
        perfect = comma > 0 and self.words.has_any("past_perfect", self.tokens.words[begin:comma])
        verb = view.past_adverbs(comma + 2, end)
        if not perfect or verb >= end:
            return said
        did = view.kinds[verb] == "a" and view.is_word("plain_pasts", verb)
        return (begin, comma) if did or self._is_deed(verb) else said

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
        refused = self.view.is_word("refusing", mark - 1)
        if refused and self.words.has("granting", site.cue.lemma):
            made = self._chained(site, mark - 1)
            if made:
                made.stance = "disputes"
            return made
        if self.view.is_word("seeming", mark - 1):
            made = self._chained(site, mark - 1)
            return made if made and self._is_document(made) else None  # "appears to show C"
        if site.cue.stance in NEGATIVE and self.view.is_word("deciders", mark - 1):
            return self._bidden(site, mark - 1)
        if not self.view.is_word("saying_openers", mark - 1):
            return None
        source = self._main_subject(site.first, mark)
        said = following(self.view, site.end, site.last, site.cue)
        if source is None or said is None:
            return None
        made = self.made(site, (site.index, site.end), source, [said.span], "infinitive", said)
        behind = bisect_left(self.tokens.starts, source[1])
        if behind < site.index and "c" not in self.view.kinds[behind : site.index]:
            made.frames = [self.tokens.slice(behind, site.index)]  # "was at pains to"
        return made

    def _chained(self, site: Site, verb: int) -> Attribution | None:
        """What the subject of a verb says by the infinitive behind it."""
        begin = skip_back(self.tokens, verb, site.first)
        source = phrase_before(self.tokens, begin, site.first, self.words)
        return self._after_subject(replace(site, begin=begin), source) if source else None

    def _is_document(self, made: Attribution) -> bool:
        """Say whether a paper or picture is the source."""
        first, last = (bisect_left(self.tokens.starts, at) for at in made.source or (0, 0))
        return self.words.has_any("documents", self.tokens.words[first:last])

    def _bidden(self, site: Site, whom: int) -> Attribution | None:
        """ "She asked the jury to reject the claim that C": she disputes C."""
        verb = whom - 1 - (self.view.kinds[whom - 1] == "d")
        if not self.view.is_word("bidding", verb):
            return None
        made = self._chained(replace(site, cue=replace(site.cue, stance="disputes")), verb)
        return None if made is None or made.object_frame else made

    def _joined(self, site: Site) -> Attribution | None:
        """ "and denied that C": the subject is that of the verb before the conjunction."""
        if self.view.is_word("negations", site.begin - 1) or self._leaves_open(site):
            return None  # "neither confirmed nor denied", "refused to confirm or deny"
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
        made = self.made(site, (site.begin, site.end), source, [said.span], "joined", said)
        if before and source == before[-1].source and self._is_owned_paper(source):
            made.named = before[-1].named
        return made

    def _leaves_open(self, site: Site) -> bool:
        """Say whether a denial is one of two things that nobody does: "confirm or deny"."""
        joint = site.begin - 1
        if site.cue.stance not in NEGATIVE or not self.view.is_word("alternatives", joint):
            return False
        other = self.words.cues.get(self.tokens.words[joint - 1])
        return other is not None and other.is_base == site.cue.is_base

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
        if opens_time(self.tokens, start, site.last, self.words):
            return None  # "a third, Varn Rail, said this week that C": no week speaks
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
