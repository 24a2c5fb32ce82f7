"""Cues in and beside relative clauses: whose cue it is, and where what it brings ends."""

from __future__ import annotations

from bisect import bisect_left

from ..tagging.day_marks import opens_time
from . import JUDGEMENT, NEGATIVE, Attribution, Span
from .denial_words import SCORN, find_denial
from .judged import answered_at
from .phrases import SETTING, phrase_before
from .phrases_behind import phrase_after
from .site_reader import SiteReader
from .sites import Site
from .tails import tail_cut


class RelativeReader(SiteReader):
    """Reads "S, who says C, left" and "a levy which, S says, has cost C"."""

    def _after_cues(self, site: Site) -> int:
        """First token behind the cues before: "took issue with | a report which said"."""
        starts = self.tokens.starts
        return max(
            (bisect_left(starts, item.cue[1]) for item in site.before if item.cue is not None),
            default=site.first,
        )

    def _takes_relative(self, site: Site, source: Span) -> bool:
        """Say whether a relative is what is promised or denied: "a dam which S promised in May"."""
        mark, kinds = source[0] - 1, self.view.kinds
        if site.end >= site.last:
            return False
        relative = self.view.is_word("object_relatives", mark)
        if not relative and kinds[mark + 1] != "d":
            return False  # neither that nor "a paper | the board published in May said"
        if self.view.is_word("documents", mark - relative) and self._is_published(site):
            return True
        if not relative or "n" not in site.cue.frames:
            return False
        return kinds[mark - 1] in "nN," and kinds[site.end] in "pct,"

    def _paper_owner(self, site: Site, source: Span) -> Span | None:
        """Whose paper says a thing: "the trust, whose report to the inquiry says"."""
        if not self.words.has_any("documents", self.tokens.words[source[0] : source[1]]):
            return None
        owner = phrase_before(self.tokens, source[0], site.first, self.words)
        return self.tokens.slice(*owner) if owner else None

    def _is_owned_paper(self, source: Span) -> bool:
        """Say whether ", whose report" is a source."""
        at = bisect_left(self.tokens.starts, source[0])
        return at > 0 and self.view.is_word("owning_relatives", at - 1)

    def _is_published(self, site: Site) -> bool:
        """Say whether a paper is what somebody wrote: "a paper that she published in May said"."""
        view, begin = self.view, site.end
        if opens_time(self.tokens, begin, site.last, self.words):
            begin += 2  # "published last week"
        setting = SETTING.match(view.kinds, begin, site.last)
        after = setting.end() if setting else begin
        return site.end < after < site.last and view.kinds[after] in "va"

    def _about_relative(self, site: Site, source: Span) -> Attribution | None:
        """ "a levy which, S says, has cost C": the relative is the subject of what is said."""
        view, mark = self.view, source[0] - 1
        if site.end >= site.last or "c" not in site.cue.frames:
            return None
        relative = view.tokens.words[mark] in self.clause_openers
        if not relative or view.kinds[mark - 1] not in "nN," or view.kinds[site.end] not in "va":
            return None
        said = view.trimmed(site.end, tail_cut(view, site.end, site.last))
        named, group = self.tokens.slice(*source), (site.begin, site.end)
        if said is None:
            return None
        made = self.made(site, group, named, [(mark, mark + 1), said], "subject")
        self._end_relative(made, site.last)
        self._give_way(site.before, mark, made.contents[-1][1])
        return made

    def _give_way(self, before: list[Attribution], mark: int, end: int) -> None:
        """End a thing that is spoken of before what is said of it: "welcomed the figures, which
        she said showed C".
        """
        start = self.tokens.starts[mark]
        for item in before:
            begin, stop = item.contents[-1]
            if begin < start and stop == end:
                first = bisect_left(self.tokens.starts, begin)
                stop = self._before_apposed(mark) or mark
                whole = stop == mark and self.view.has_verb(first, mark)
                thing = None if whole else self.view.trimmed(first, stop)
                if thing is not None:
                    item.contents[-1] = self.tokens.slice(*thing)

    def _before_apposed(self, mark: int) -> int | None:
        """Token of the comma in ", a sum which S says was paid": what stands before it says
        somebody else."""
        at = mark - 1
        while at > 1 and self.view.kinds[at] == "n":
            at -= 1
        apposed = self.view.kinds[at - 1 : at + 1] == ",d" and self.view.is_word("indefinites", at)
        return at - 1 if apposed and at < mark - 1 else None

    def _end_relative(self, made: Attribution, last: int) -> None:
        """End what is said in ", who says C, ..." before the verb of the main clause.

        Also before a second one: "rejected a report which says C, and left".
        """
        view, (start, end) = self.view, made.contents[-1]
        begin, stop = (bisect_left(self.tokens.starts, at) for at in (start, end))
        for at in range(begin + 1, min(stop, last) - 1):
            if view.kinds[at] != "," or view.quoted[at] >= 0:
                continue
            further = view.kinds[at + 1] == "c" and view.is_word("splitting", at + 1)
            resumes = view.kinds[at + 1] in "va" or self._is_past(at + 1, min(stop, last))
            if resumes or (further and self._is_past_form(at + 2)):
                made.contents[-1] = self.tokens.slice(begin, at)
                return

    def _only_defines(self, made: Attribution, site: Site, source: Span) -> bool:
        """Say whether the verb of the sentence was taken for one of what is said: "The nurse who
        found the body has not slept".

        Where there are two, what is said ends before the second: "Whoever says it leaked is wrong".
        """
        view, mark = self.view, site.begin - 1
        defines = source == (site.first, mark) and view.kinds[site.end] in "dnN#x"
        if not defines or view.is_word("openers", site.end):
            return False  # as mostly
        begin, end = (bisect_left(self.tokens.starts, at) for at in made.contents[-1])
        if begin != site.end or '"' in view.kinds[begin:end]:
            return False
        verbs = self._verb_groups(begin, end)
        if len(verbs) < 2:
            return len(verbs) == 1
        parted = set(view.kinds[verbs[0] : verbs[1]]) & set(",;:cs")
        cut = None if parted or len(verbs) > 2 else view.trimmed(begin, verbs[1])
        if cut is not None:
            made.contents[-1] = self.tokens.slice(*cut)
        return False

    def _verb_groups(self, begin: int, end: int) -> list[int]:
        """First tokens of the finite verbs among some tokens, each with its helpers."""
        kinds, found = self.view.kinds, list[int]()
        for at in range(begin, end):
            finite = kinds[at] == "v" or (
                kinds[at] == "a" and self.view.is_word("finite_auxiliaries", at)
            )
            helped = kinds[at - 1] == "a" or kinds[at - 2 : at] == "ar"
            if finite and not helped:
                found.append(at)
        return found

    def _is_past(self, index: int, end: int) -> bool:
        """Say whether a past tense that a tagger missed is the only verb from there on."""
        kinds, word = self.view.kinds, self.tokens.words[index]
        past = kinds[index] in "gn" and self.words.lemmas.get(word, word) != word
        past = past and word[-1] != "s" and not word.endswith(self.view.gerunds)
        return past and "v" not in kinds[index:end] and "a" not in kinds[index:end]

    def _judges(self, site: Site, source: Span) -> Attribution | None:
        """ ", a charge S dismissed as V": that S judges what was said before; noted there, too.

        Also ", which S denies", ", something S has always denied".
        """
        view = self.view
        comma = view.kinds.rfind(",", site.first + 1, site.begin)
        comma = max(comma, view.kinds.rfind("-d", site.first + 1, site.begin))
        if comma < 0:
            return None
        pointing = view.is_word("object_relatives", comma + 1) or view.is_word(
            "vague_openers", comma + 1
        )
        denies = bool(site.before) and site.cue.stance in NEGATIVE  # not "a fine, which S denies"
        if pointing and denies and self._ends_with(site):
            begin: int | None = comma + 2
        elif view.kinds[comma + 1] in "dn" or view.kinds.startswith("vs", comma + 1):
            begin = answered_at(view, comma + 1, site.last)
        else:
            return None
        if begin is None or not begin < source[1] == site.begin:
            return None
        pause = view.kinds.find(",", site.end, site.last)  # "which she denies, noting that C"
        clause = view.trimmed(comma + 1, pause if pause > 0 else site.last)
        judged = site.before[-1] if site.before else None  # else the article says it
        judge = self.tokens.slice(begin, source[1])
        if judged is not None:
            judged.frames = [*judged.frames, self.tokens.slice(comma, site.last)]
            self._shorten(judged, comma)
        stance = site.cue.stance if site.cue.stance in NEGATIVE else "disputes"
        counts = "m" in site.cue.frames  # "a figure S puts at 40": a statement of its own
        if counts or self._approves(site, comma + 1):
            stance = "asserts"
        elif judged is not None:
            judged.stance, judged.reporter = "disputes", judge
        return Attribution(
            self.tokens.slice(site.begin, site.end), judge, [self.tokens.slice(*clause or source)],
            site.cue.lemma, stance, site.number, "subject" if counts else JUDGEMENT,
        )  # fmt: skip

    def _judged(self, site: Site) -> Attribution | None:
        """ ", an account disputed by S": that S denies what was said before; noted there, too."""
        view, said = self.view, site.before[-1] if site.before else None
        comma = view.kinds.rfind(",", site.first + 1, site.index)
        if comma < 0 or answered_at(view, comma + 1, site.last) != site.index:
            return None
        source = phrase_after(self.tokens, site.index + 2, site.last, self.words)
        if source is None:
            return None
        judge = self.tokens.slice(*source)
        if said is not None and said.contents:
            said.frames = [*said.frames, self.tokens.slice(comma, site.last)]
            self._shorten(said, comma)
            said.stance, said.reporter = "disputes", judge
        return Attribution(
            self.tokens.slice(site.index, site.index + 2), judge,
            [self.tokens.slice(comma + 1, source[1])], site.cue.lemma, site.cue.stance,
            site.number, JUDGEMENT,
        )  # fmt: skip

    def _approves(self, site: Site, first: int) -> bool:
        """Say whether a name that is given denies nothing: ", a figure S calls "true"."""
        if site.cue.stance in NEGATIVE:
            return False
        name = self.tokens.words[site.end : site.last]
        if find_denial(name, self.words) or find_denial(name, self.words, SCORN):
            return False
        if any(self.words.has("two_edged_denials", word) for word in name):
            return False
        accuses = self.words.has_any("accusations", self.tokens.words[first : site.begin])
        return not accuses or self.words.has_any("upheld", name)

    def _ends_with(self, site: Site) -> bool:
        """Say whether a cue ends a sentence: "which she denies", "which she rejects as a lie"."""
        if site.end < site.last and self.view.is_word("quoting_marks", site.end):
            return True
        return not self.view.kinds[site.end : site.last].strip('.,"')

    def _shorten(self, judged: Attribution, comma: int) -> None:
        """End what is said before the comma of a clause that judges it."""
        pause = self.tokens.starts[comma]
        if len(judged.contents) > 1 and pause < judged.contents[-1][0]:
            judged.contents.pop()  # "C, S said, a claim that N called untrue"
        begin, stop = judged.contents[-1]
        if begin < pause < stop:
            judged.contents[-1] = (begin, self.tokens.ends[comma - 1])
