"""One cue in its sentence, and the attribution that its subject and what follows make."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from ..lexicon import Cue, lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import OWNING
from . import NEGATIVE, Attribution, Span
from .contents import following, refuses
from .denial_words import find_denial
from .said import Said
from .tags import interrupted, is_tag
from .tails import tail_cut
from .told import after_told
from .view import View

TAGGING = ',"-'  # class letters in front of "S said", where what is said stands before
NAMED = 5  # tokens of "that an infamous lie"
HOLDING = ("hearers", "sent_papers", "talk_records")  # tables of what holds words of others
OPENING = 3  # tokens in front of an aside that say nothing by themselves
CONTRARY = 2  # tokens of "the opposite"
VERDICT = 12  # tokens of "as “pure fantasy and an insult”"
SENT = 4  # tokens of "a second leaked letter"
#: Stances of one who is set against what is said, or asks it.
OPPOSED = (*NEGATIVE, "questions")
#: Stances of one who only wants a thing; what is said of that is said by whom a tag names.
WANTED = ("demands", "hopes", "promises", "believes")


@dataclass(slots=True)
class Site:
    """A cue in its sentence, in token numbers.

    begin..end: the verb group with its helpers; index: the verb itself; first..last: the sentence.
    before: attributions found in the sentence so far.
    """

    cue: Cue
    index: int
    begin: int
    end: int
    number: int
    first: int
    last: int
    before: list[Attribution]


@cache
def _second_words(code: str) -> dict[str, frozenset[str]]:
    """First word of a set phrase in front of a source -> its second words; only if it needs one.

    "in" is frequent, "in the" less so.
    """
    words, found = lexicon(code), {}
    for first, phrases in words.prepositions.items():
        if first not in words.adjectives and all(rest for rest, _, _ in phrases):
            second = {rest[0] for rest, _, _ in phrases}
            contracted = words.table("contractions") if "de" in second else ()
            found[first] = second.union(contracted)
    return {first: frozenset(second) for first, second in found.items()}


class SiteReader:
    """What all readers of cues share.

    bringing: nouns that a cue has already brought ("denied reports that").
    """

    def __init__(self, view: View):
        self.view, self.tokens, self.words = view, view.tokens, view.words
        self.bringing: set[int] = set()
        #: Tokens of "count" and "argument", behind which somebody's own may be told.
        self.owned: list[int] = []
        words, tables = view.words, view.words.words
        self.own_counts = tables["own_counts"]
        self.own_nouns = any_of(words.code, "own_counts", "own_points")
        self.relatives = tables["relatives"]
        self.clause_openers = any_of(words.code, "relatives", "openers")
        self.quoting_marks = tables["quoting_marks"]
        self.naming_verbs = tables["naming_verbs"]
        self.irregular = tables["irregular_participles"]
        self.papers = any_of(words.code, "documents", "own_documents")
        self.contrary = tables["contrary"]
        self.contraries = words.first_words("contrary")
        self.addressed = tables["pronouns.second"]
        self.times = tables["tag_times"]
        self.done_endings = tuple(tables["participle_endings"])
        self.reduced_endings = tuple(tables["reduced_endings"])
        self.points_at_objects = bool(tables["object_pointers"])
        self.is_impersonal = bool(tables["impersonal_forms"])
        self.may_invert = words.order == "v2" or bool(tables["inflected"])
        #: First words of set phrases -> the words that may follow, where verbs can be told.
        self.second_words = _second_words(words.code) if self.tokens.verbs_known else {}

    def _main_subject(self, first: int, index: int) -> Span | None:
        """Subject of the last finite verb before `index` that has one."""
        view = self.view
        for group, source in view.subjects_before(first, index):
            if any(view.is_word("infinitive_marks", at) for at in range(*group)):
                continue  # "was quick to praise S and said": of "was"
            # "refused to say whether S had known, but added": S does not add.
            if source[0] > first and view.kinds[source[0] - 1] == "s":
                continue
            return self.tokens.slice(*source)
        return None

    def _nicknames(self, site: Site, mark: int) -> bool:
        """Say whether somebody is only called by another name, given the token of "whom"."""
        view = self.view
        if not view.is_word("calling", site.index):
            return False
        named = view.kinds.startswith(("N", "dN"), site.end)
        return named and view.is_word("relatives", mark)

    def _after_subject(self, site: Site, source: Span) -> Attribution | None:
        view, cue = self.view, site.cue
        if cue.stance == "questions" and self._is_paper(source):
            return None  # "A letter asks S how many": what it asks, the article tells
        kinds, mark = view.kinds, source[0] - 1
        if kinds[site.end : site.end + 1] == "s" and self._is_noun(site, source):
            return None
        if mark >= site.first and kinds[mark] == "s" and self._nicknames(site, mark):
            return None  # "Tomas Ek, whom everyone calls Spool, bought it"
        named = self.tokens.slice(*source)
        # Nothing is said in front of a subject that opens its sentence, as most do.
        inside = source[0] > site.first and "c" in cue.frames
        aside = self.aside(site, source[0] - 1, site.end) if inside else []
        if aside:
            return self.made(site, (site.begin, site.end), named, aside, "aside")
        if inside and self._is_tag(site, source[0]):
            begin = self.content_start(site, source[0])
            if begin is None:
                return None
            before = view.trimmed(begin, source[0])
            end = site.end
            if "o" in cue.frames:
                end = after_told(self.tokens, end, site.last, self.words, told=True)
            after = interrupted(view, end, site.last, before, tag=True)
            if before and after:
                before = self._related(source) or self._behind_semicolon(*before)
            if before and view.kinds[source[0]] == "x":
                before = self._behind_colon_of(*before)
            contents = [piece for piece in (before, after) if piece]
            if not contents:
                return None
            return self.made(site, (site.begin, site.end), named, contents, "tag")
        if "q" in cue.frames and view.kinds[site.end : site.end + 1] != ":":
            return None  # "as they put it up for sale"
        foretold = self._figure_end(site) if cue.stance == "predicts" else None
        if foretold is not None:
            # What was expected says nothing without who did: "Analysts had expected 4%".
            comma = view.kinds.find(",", *source)
            whole = [(source[0], foretold)]
            if comma > 0:  # "Varn Rail, which lost 9 million, had forecast 4 million"
                whole = [(source[0], comma), (site.begin, foretold)]
            return self.made(site, (site.begin, site.end), named, whole, "subject")
        contrary = self._contrary_end(site, source)
        if contrary is not None:
            site = replace(site, cue=replace(cue, stance="disputes"))
            said = Said((site.end, contrary), is_object=True)
            return self.made(site, (site.begin, site.end), named, [said.span], "subject", said)
        documents = "d" in cue.frames and self.words.has_any(
            "documents", self.tokens.words[source[0] : source[1]]
        )
        said = following(view, site.end, site.last, cue, documents=documents)
        if said is None:
            ahead = self._ahead(site)
            return ahead and self.made(site, (site.begin, site.end), named, [ahead], "ahead")
        if self.is_no_statement(cue, said):
            return None
        if not said.is_object:
            return self.made(site, (site.begin, site.end), named, [said.span], "subject", said)
        aided = self.tokens.words[site.begin : site.index]
        if cue.stance == "promises" and self.words.has_any("past_perfect", aided):
            return None  # "had promised 240 boats": that it had, the article says
        if self._is_named_false(cue, said):
            # "called that misleading": what stands before is disputed.
            cue = replace(cue, stance="disputes")
            site = replace(site, cue=cue)
            said = replace(said, span=(said.span[0], said.span[0] + 1))
        pieces = self._without_inset(*said.span)
        return self.made(site, (site.begin, site.end), named, pieces, "subject", said)

    def _is_noun(self, site: Site, source: Span) -> bool:
        """Say whether a cue is a noun with a relative clause: "a set of port rules that may".

        The token behind the cue may open one.
        """
        kinds, at = self.view.kinds, site.end
        # Without a tagger "that taxes rose" may begin with a verb.
        verbs = ("v", "a") if self.tokens.tagged else ("a",)
        if kinds[at + 1 : at + 2] not in verbs:
            return False
        word = self.tokens.words[site.index]
        alone = site.begin == site.index and self.words.is_plural(word)
        return alone and kinds[source[0]] == "d" and kinds[site.index - 1] in "nN"

    def _without_inset(self, begin: int, end: int) -> list[Span]:
        """A thing without a relative clause inside it: "blamed a firm, which she did not name, for
        the loss"."""
        kinds = self.view.kinds
        comma = kinds.find(",s", begin, end)
        if comma < 0 or not self.view.is_word("relatives", comma + 1):
            return [(begin, end)]
        close = kinds.find(",", comma + 2, end)
        goes_on = 0 < close < end - 1 and kinds[close + 1] == "p"
        return [(begin, comma), (close + 1, end)] if goes_on else [(begin, end)]

    def _contrary_end(self, site: Site, source: Span) -> int | None:
        """Token after "otherwise" or "the opposite", where only that is said: it is not so."""
        words, end = self.tokens.words, site.end
        if end >= site.last or words[end] not in self.contraries:
            return None
        people = self.words.has_any("groups", self.tokens.words[slice(*source)])
        if "c" not in site.cue.frames or site.cue.stance != "asserts" or not people:
            return None
        for size in range(CONTRARY, 0, -1):
            stop = end + size
            said = stop <= site.last and " ".join(words[end:stop]) in self.contrary
            if said and (stop == site.last or self.view.kinds[stop] in ".;"):
                return stop
        return None

    def _is_paper(self, source: Span) -> bool:
        """Say whether a subject is a letter or another paper that somebody sent."""
        return self.words.has_any("sent_papers", self.tokens.words[source[0] : source[1]][:SENT])

    def _is_tag(self, site: Site, source: int) -> bool:
        """Say whether a subject in the middle of a sentence and its cue follow what is said."""
        view, cue = self.view, site.cue
        if view.kinds[source - 1] not in TAGGING or view.is_word("relatives", source):
            return False  # "according to a man who asked not to be named"
        if cue.stance in NEGATIVE and view.kinds[site.end : site.end + 1] == "g":
            return False
        if "g" in cue.frames and site.end < site.last and view.is_doing(site.end):
            return False  # "Asked about the fire, S admitted selling the barn"
        told = "o" in cue.frames
        return not refuses(view, site.end, site.last) and is_tag(
            view, site.first, site.last, site.end, source, told=told
        )

    def _related(self, source: Span) -> Span | None:
        """The relative of "a yard in Lim, where, S says, C": what it describes is not said by S."""
        view, at = self.view, source[0] - 2
        relative = at > 1 and view.kinds[at + 1] == "," and view.is_word("relatives", at)
        return (at, at + 1) if relative and view.kinds[at - 1] in ",nN" else None

    def _behind_colon_of(self, begin: int, end: int) -> Span | None:
        """What is said in "The minister was blunt: C, he said", without who was."""
        mark = self.view.kinds.rfind(":", begin, end)
        apart = mark > begin and self.view.quoted[mark] < 0
        if not apart or not self.view.has_verb(mark, end):
            return begin, end
        # "Holm disagrees: C, she said", also where it is taken for a noun.
        if not (self.view.has_verb(begin, mark) or self.view.is_word("objecting", mark - 1)):
            return begin, end
        return self.view.trimmed(mark + 1, end)

    def _behind_semicolon(self, begin: int, end: int) -> Span | None:
        """The part that goes on behind its source: "They left; there was, she said, a plan"."""
        mark = self.view.kinds.rfind(";", begin, end)
        if mark < 0 or self.view.quoted[mark] >= 0:
            return begin, end
        return self.view.trimmed(mark + 1, end)

    def _figure_end(self, site: Site) -> int | None:
        """Token after a figure that is foretold by itself: "expected a loss of 9 million"."""
        kinds, at = self.view.kinds, self.view.past_adverbs(site.end, site.last)
        while at < site.last and kinds[at] in "dnp":
            at += 1
        if at >= site.last or kinds[at] != "#":
            return None
        stop = at
        while stop < site.last and kinds[stop] not in ',.;:"vas':
            stop += 1
        return stop if stop >= site.last or kinds[stop] not in "va" else None

    def aside(self, site: Site, mark: int, end: int) -> list[Span]:
        """Token ranges of C in "as S noted, C", "C, as S noted" and "X, as S noted, broke".

        mark: token of "as"; end: token after the clause.
        """
        view = self.view
        if mark < site.first or view.tokens.words[mark] not in self.quoting_marks:
            return []
        after = after_told(self.tokens, end, site.last, self.words, told="o" in site.cue.frames)
        while after < site.last and view.kinds[after] in "rt":
            after += 1
        pause = after
        while pause < site.last and view.kinds[pause] in "prtdnNg#":
            pause += 1  # "as S confirmed in writing last week"
        if pause > after and view.kinds[after] == "p":
            after = pause
        if after < site.last and view.kinds[after] not in ",.":
            return []
        stop = tail_cut(view, after + 1, site.last) if after + 1 < site.last else site.last
        known = self.tokens.verbs_known
        goes_on = view.kinds[after : after + 1] == "," and (
            view.has_verb(after + 1, stop)
            or not known
            or view.is_word("passive_auxiliaries", max(0, mark - 2))
        )
        behind = view.trimmed(after + 1, stop) if goes_on else None
        if view.kinds[mark - 1] == "," and view.is_word("conditions", mark - 2):
            comma = view.kinds.find(",", after + 1, site.last)
            supposed = comma > 0 and view.has_verb(after + 1, comma)
            found = view.trimmed(after + 1, comma) if supposed else None
            return [found] if found else []  # "If, as S found, C, then D"
        relative = view.kinds[mark - 1] == "," and view.is_word("relatives", mark - 2)
        if mark == site.first or view.kinds[mark - 1] == "c" or (relative and behind):
            return [behind] if behind else []
        begin = self.content_start(site, mark) if view.kinds[mark - 1] in ',"' else None
        if begin is not None and self._is_tagged(site, begin, mark):
            return []
        before = None if begin is None else view.trimmed(begin, mark)
        if before is None:
            return []
        if not known and behind and before[1] - before[0] <= OPENING:
            return [behind]  # "Между тем, как утверждает S, C"
        opens = behind is not None and view.is_word("passive_auxiliaries", before[1] - 1)
        if opens and view.kinds[mark - 1] == ",":
            return [before, behind]  # "It was, as S put it, “a gift”"
        if view.has_verb(*before) or not known:
            return [before]
        return [before, behind] if behind and view.kinds[after + 1] in 'var"' else []

    def _is_tagged(self, site: Site, begin: int, mark: int) -> bool:
        """Say whether somebody says what an aside refers to: "C, he said, as S had claimed"."""
        start, stop = self.tokens.starts[begin], self.tokens.starts[mark]
        return any(
            item.cue is not None
            and item.pattern in ("tag", "inverted", "according")
            and start < item.cue[0] < stop
            for item in site.before
        )

    def past_day(self, index: int, last: int) -> int:
        """Token after "on Monday" between a verb and its subject, as in "a dit lundi Anne B."."""
        kinds, at = self.view.kinds, index
        while at < last and at - index < 2 and kinds[at] in "pd":
            at += 1
        if at + 1 >= last or kinds[at] != "t":
            return index
        while at + 1 < last and kinds[at] == "t":
            at += 1
        return at

    def past_body_mark(self, index: int, site: Site) -> int:
        """Token after "in" where a plural verb has a body for its subject.

        As in Russian, "сообщили в министерстве".
        """
        marked = index + 1 < site.last and self.view.is_word("body_marks", index)
        if not marked or self.view.kinds[index + 1] not in "nNd":
            return index
        plural = self.tokens.words[site.index].endswith(tuple(self.words.table("plural_endings")))
        return index + 1 if plural and not self.view.is_word("settings", index + 1) else index

    def _ahead(self, site: Site) -> Span | None:
        """Token range of a quotation that a paragraph of its own brings: "S said:"."""
        view = self.view
        if site.last >= len(view.kinds) or view.kinds[site.last - 1] != ":":
            return None
        if "c" not in site.cue.frames or "v" in view.kinds[site.end : site.last]:
            return None
        number = view.quoted[site.last]
        return view.ranges[number] if number >= 0 else None

    def is_no_statement(self, cue: Cue, said: Said) -> bool:
        """Say whether a thing is denied or rejected: "denied entry", "rejected the offer"."""
        view, (begin, end) = self.view, said.span
        if cue.stance == "promises" and view.is_word("such", begin + 1):
            return view.is_word("negations", begin)  # "I promised no such thing"
        if cue.stance not in NEGATIVE:
            if cue.lemma not in self.naming_verbs:
                return False
            if view.is_word("reflexives", begin):
                return True  # "three people who call themselves journalists"
            # ", a charge S called baseless": what is called so stands before.
            lone = end - begin == 1 and not self._is_named_false(cue, said)
            return lone or self._is_convened(begin, end)
        if not said.is_object:
            return view.is_word("no_statements", begin)
        stop = begin
        while stop < end and (view.kinds[stop] in "dnN#" or self.tokens.words[stop] in OWNING):
            stop += 1
        if any(view.is_word("answered_nouns", at) for at in range(begin, stop)):
            return False
        if any(view.is_word("no_statements", at) for at in range(begin, stop)):
            return True
        if stop < end and view.is_word("asking_marks", stop):
            return True
        if not self.words.has("dismissing", cue.lemma):
            return False
        if end == begin + 1 and self.tokens.words[begin] in view.pointers:
            return False  # "brushed that aside"
        # Staff can be dismissed, too, and risks played down; a clause behind tells no more of it.
        comma = view.kinds.find(",", begin, end)
        end = comma if comma > 0 else end
        names = any(
            self.tokens.words[at] in self.words.nouns or view.is_word("rebutted_nouns", at)
            for at in range(begin, end)
        )
        framed = self.words.has_any("quoting_marks", self.tokens.words[begin : end + 1])
        framed = framed or self._is_behind_verdict(begin, cue)
        return not (names or framed or '"' in view.kinds[begin:end] or view.kinds[begin] == "x")

    def _is_behind_verdict(self, begin: int, cue: Cue) -> bool:
        """Say whether a verdict stands before a thing: "dismissed as “slander” | the annex"."""
        for word in reversed(self.tokens.words[max(0, begin - VERDICT) : begin]):
            if word in self.quoting_marks:
                return True
            verb = self.words.cues.get(word)
            if verb is not None and verb.lemma == cue.lemma:
                return False
        return False

    def _is_named_false(self, cue: Cue, said: Said) -> bool:
        """Say whether "that", an object, is called untrue: "called that misleading"."""
        view, (begin, end) = self.view, said.span
        fits = cue.lemma in self.naming_verbs and end - begin <= NAMED
        them = view.kinds[begin] == "x" and view.is_word("pronouns.plural", begin)
        points = them or view.is_word("pointers", begin)
        if not (fits and points):
            return False
        called = self.tokens.words[begin + 1 : begin + 1 + NAMED]
        if end > begin + 1 or not self.words.has_any("quoting_marks", called[:1]):
            called = called[: end - begin - 1]  # but "described that as an old lie"
        if called and (called[0] in self.words.nouns or view.is_word("rebutted_nouns", begin + 1)):
            return False  # "called that figure misleading"
        return bool(find_denial(called, self.words)) or any(
            self.words.has("two_edged_denials", word) or self.words.has("untruths", word)
            for word in called
        )

    def _is_convened(self, begin: int, end: int) -> bool:
        """Say whether a thing is called and given no name: "called a one-day strike"."""
        view, stop = self.view, begin
        while stop < end and view.kinds[stop] in "dn#-":
            stop += 1
        bare = view.is_word("indefinites", begin) or view.kinds[begin] == "n"
        return bare and any(view.is_word("called_things", at) for at in range(begin, stop))

    def content_start(self, site: Site, source: int) -> int | None:
        """Where what is said begins in "C, S said"; None if another cue has brought it."""
        view, start = self.view, site.first
        passed: list[Attribution] = []
        for earlier in site.before:
            if earlier.cue is None or earlier.pattern in ("tag", "inverted", "according"):
                continue
            if earlier.stance in WANTED and self._is_embedded(earlier, site.first):
                continue
            if earlier.named is not None and self._describes_thing(earlier):
                continue
            end = bisect_left(self.tokens.starts, earlier.contents[-1][1])
            if end > source and self._gives_back(earlier, source):
                if earlier.stance in NEGATIVE and view.is_word("quoting_marks", source):
                    return None  # "denied telling S of it, as the suit contends"
                continue
            if end > source and self._only_swallows(earlier, source):
                passed.append(earlier)
                continue
            if end >= source - 2 and self._is_passed_on(earlier, site, source):
                if earlier.stance in NEGATIVE or self._holds(source, site.begin):
                    self._end_before(earlier, source, site.last)
                    return None  # who denies it is its source, and who speaks in court
                passed.append(earlier)
                continue
            quote = view.quoted[source - 1]
            if quote >= 0:
                opened = view.ranges[quote][0]
                if opened < end:
                    return None
                start = max(start, opened)
            elif end >= source - 2:
                return None
            else:
                start = max(start, end)
        for earlier in passed:
            site.before.remove(earlier)
        return start

    def _is_passed_on(self, earlier: Attribution, site: Site, source: int) -> bool:
        """Say whether a tag at the end of a sentence is set behind what somebody else said: "The
        driver told police that he had slept, the court heard"."""
        if earlier.pattern != "subject" or earlier.source is None or earlier.object_frame:
            return False
        if self.view.is_word("lone_negations", site.first):
            return False  # "Nothing in the files shows that C, she said": what she denies
        if self.view.is_word("quoting_marks", source):
            return False  # "He said he had not been paid twice, as the union claims"
        kinds, opens = self.view.kinds, self.tokens.starts[site.first] == earlier.source[0]
        ends = not any(kind in 'vag,;:"s' for kind in kinds[site.end : site.last])
        return opens and ends and kinds[source - 1] == "," and '"' not in kinds[site.first : source]

    def _holds(self, begin: int, end: int) -> bool:
        """Say whether a court or a letter is the source, which only holds what somebody said."""
        inside = self.tokens.words[begin:end]
        return any(self.words.has_any(table, inside) for table in HOLDING)

    def _end_before(self, earlier: Attribution, source: int, last: int) -> None:
        """End what is said before the pause in front of a tag, which states nothing itself."""
        earlier.frames = [*earlier.frames, self.tokens.slice(source, last)]
        begin = bisect_left(self.tokens.starts, earlier.contents[-1][0])
        pair = self.view.trimmed(begin, source)
        if pair is not None:
            earlier.contents[-1] = self.tokens.slice(*pair)

    def _only_swallows(self, earlier: Attribution, source: int) -> bool:
        """Say whether a cue brings nothing but the tag behind it: "had warned her of a raid after a
        tip, two people said"."""
        begin = bisect_left(self.tokens.starts, earlier.contents[-1][0])
        inside = self.view.kinds[begin:source]
        if inside[-1:] != "," or inside[0] not in "ps" or '"' in inside or earlier.object_frame:
            return False
        return not self.view.has_verb(begin, source)

    def _gives_back(self, earlier: Attribution, source: int) -> bool:
        """Cut a tag off a thing that has swallowed it: "referring to a wall, the Courier says"."""
        if not earlier.object_frame:
            return False
        begin = bisect_left(self.tokens.starts, earlier.contents[-1][0])
        pair = self.view.trimmed(begin, source)
        if pair is None:
            return False
        earlier.contents[-1] = self.tokens.slice(*pair)
        return True

    def _describes_thing(self, earlier: Attribution) -> bool:
        """Say whether a relative clause only tells whom a noun means: "a man who claimed that"."""
        source = earlier.source[0] if earlier.source else 0
        at = bisect_left(self.tokens.starts, source)
        return self.view.is_word("relatives", at) and self.view.kinds[at - 1] in "nN"

    def _is_embedded(self, earlier: Attribution, first: int) -> bool:
        """Say whether an attribution stands in a clause: "It is untrue that he ordered C"."""
        source = earlier.source[0] if earlier.source else 0
        before = bisect_left(self.tokens.starts, source) - 1
        return before > first and self.view.is_word("openers", before)

    def _quotes(self, contents: list[Span]) -> bool:
        """Say whether all that is said stands in quotation marks: somebody's own words."""
        return all(self.view.quoted[at] >= 0 for span in contents for at in (span[0], span[1] - 1))

    def made(
        self,
        site: Site,
        group: Span,
        source: Span,
        contents: list[Span],
        pattern: str,
        said: Said | None = None,
    ) -> Attribution:
        """The record; `group` and `contents` are token ranges, `source` code points."""
        stance = site.cue.stance
        if stance in OPPOSED:
            ahead = said is not None and ":" in self.view.kinds[site.end : said.span[0]]
            if ahead:
                stance = "asserts"  # "denied it: we have sold nothing"
            elif stance in NEGATIVE and pattern in ("tag", "inverted") and self._quotes(contents):
                stance = "asserts"  # "“We have sold nothing,” S countered"
        if said is not None and said.noun is not None:
            self.bringing.add(said.noun)
            called = self.tokens.words[site.end : said.noun]
            named = self.words.has("naming_verbs", site.cue.lemma) and find_denial(
                called, self.words
            )
            if named or self.words.has("attacking", site.cue.lemma):
                stance = "disputes"  # "назвал ложью сообщения о том, что C"
        starts, ends = self.tokens.starts, self.tokens.ends
        return Attribution(
            cue=(starts[group[0]], ends[group[1] - 1]),
            source=source,
            contents=[(starts[begin], ends[end - 1]) for begin, end in contents],
            lemma=site.cue.lemma,
            stance=stance,
            sentence=site.number,
            pattern=pattern,
            heir=pattern == "participle",
            object_frame=said is not None and said.is_object,
            gender=site.cue.gender,
        )
