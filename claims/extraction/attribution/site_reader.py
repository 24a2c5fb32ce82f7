"""The attribution that the subject of a cue and what follows it make."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ..lexicon import lexicon
from ..lexicon.together import any_of
from . import NEGATIVE, Attribution, Span
from .asides import said_around
from .before_tags import content_start, narrowed
from .contents import following, refuses
from .denial_words import find_denial
from .later_halves import later_half
from .pointed import by_itself
from .said import Said
from .sites import Site
from .tags import interrupted, is_tag
from .things import contrary_end, figure_end, is_named_false, is_no_statement, without_inset
from .told import after_told
from .view import View

TAGGING = ',"-'  # class letters in front of "S said", where what is said stands before
SENT = 4  # tokens of "a second leaked letter"
#: Tables of words for persons.
PERSONS = ("groups", "titles", "people", "pronouns.first", "pronouns.masculine",
           "pronouns.feminine", "person_relatives")  # fmt: skip
#: Stances of one who is set against what is said, or asks it.
OPPOSED = (*NEGATIVE, "questions")


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
        #: Verbs behind which a thing may be none that is said.
        self.thing_verbs = any_of(words.code, "naming_verbs", "giving", "striking")
        self.perfects = tables["perfect_participles"]
        self.irregular = tables["irregular_participles"]
        self.papers = any_of(words.code, "documents", "own_documents")
        self.persons = any_of(words.code, *PERSONS)
        self.contraries = words.first_words("contrary")
        self.addressed = tables["pronouns.second"]
        self.times = tables["tag_times"]
        self.done_endings = tuple(tables["participle_endings"])
        self.reduced_endings = tuple(tables["reduced_endings"])
        self.points_at_objects = bool(tables["object_pointers"])
        self.is_impersonal = bool(tables["impersonal_forms"])
        self.resuming = tables["resuming"]
        self.has_topics = bool(tables["topic_marks"])
        self.may_invert = words.order == "v2" or bool(tables["inflected"])
        self.has_other_orders = self.may_invert or self.is_impersonal
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
            at = source[0] - 1
            if self.points_at_objects and at >= first and view.is_word("pronouns.third", at):
                source = (at, at + 1)  # "вона | провини | не визнала"
            return self.tokens.slice(*source)
        return None

    def _is_past_form(self, index: int) -> bool:
        """Say whether a word ends as what was done does, or is listed as such a form."""
        word = self.tokens.words[index]
        if self.done_endings and word.endswith(self.done_endings):
            return True
        return word.endswith(self.reduced_endings) or word in self.irregular

    def _after_subject(self, site: Site, source: Span) -> Attribution | None:
        """What a cue brings that its subject stands in front of; `source` is a token range."""
        if self._says_nothing_by(site, source):
            return None
        cue, kinds = site.cue, self.view.kinds
        named, group = self.tokens.slice(*source), (site.begin, site.end)
        # Nothing is said in front of a subject that opens its sentence, as most do.
        if source[0] > site.first and "c" in cue.frames:
            if self.tokens.words[source[0] - 1] in self.quoting_marks:
                aside = said_around(self.view, site, source[0] - 1, site.end)
                if aside:
                    return self.made(site, group, named, aside, "aside")
            if self._is_tag(site, source[0]):
                contents = self._tagged(site, source)
                return self.made(site, group, named, contents, "tag") if contents else None
        if "q" in cue.frames and kinds[site.end : site.end + 1] != ":":
            return None  # "as they put it up for sale"
        foretold = figure_end(self.view, site) if cue.stance == "predicts" else None
        if foretold is not None:
            # What was expected says nothing without who did: "Analysts had expected 4%".
            comma = kinds.find(",", *source)
            whole = [(source[0], foretold)]
            if comma > 0:  # "Varn Rail, which lost 9 million, had forecast 4 million"
                whole = [(source[0], comma), (site.begin, foretold)]
            return self.made(site, group, named, whole, "subject")
        if site.end < site.last and self.tokens.words[site.end] in self.contraries:
            contrary = contrary_end(self.view, site, source)
            if contrary is not None:
                site = replace(site, cue=replace(cue, stance="disputes"))
                said = Said((site.end, contrary), is_object=True)
                return self.made(site, group, named, [said.span], "subject", said)
        return self._followed(site, source, named)

    def _says_nothing_by(self, site: Site, source: Span) -> bool:
        """Say whether a subject says nothing by what may be a cue."""
        kinds, mark = self.view.kinds, source[0] - 1
        if site.cue.stance == "questions" and self._is_paper(source):
            return True  # "A letter asks S how many": what it asks, the article tells
        if self.words.has("inferring", site.cue.lemma) and not self._is_person(source[1] - 1):
            return True  # "The losses mean that C": nobody says so but the article
        if kinds[site.end : site.end + 1] == "s" and self._is_noun(site, source):
            return True
        # "Tomas Ek, whom everyone calls Spool, bought it"
        return mark >= site.first and kinds[mark] == "s" and self._nicknames(site, mark)

    def _is_paper(self, source: Span) -> bool:
        """Say whether a subject is a letter or another paper that somebody sent."""
        return self.words.has_any("sent_papers", self.tokens.words[source[0] : source[1]][:SENT])

    def _is_person(self, at: int) -> bool:
        """Say whether a source ends with a name or a word for people: "officials", "she"."""
        return self.view.kinds[at] == "N" or self.tokens.words[at] in self.persons

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

    def _nicknames(self, site: Site, mark: int) -> bool:
        """Say whether somebody is only called by another name, given the token of "whom"."""
        view = self.view
        if not view.is_word("calling", site.index):
            return False
        named = view.kinds.startswith(("N", "dN"), site.end)
        return named and view.is_word("relatives", mark)

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

    def _tagged(self, site: Site, source: Span) -> list[Span]:
        """What is said in "C, S said" and "C, S said, D"."""
        view = self.view
        begin = content_start(view, site, source[0])
        if begin is None:
            return []
        before, end = view.trimmed(begin, source[0]), site.end
        if "o" in site.cue.frames:
            end = after_told(self.tokens, end, site.last, self.words, told=True)
        later = later_half(view, source[0] - 1, end, site.first, site.last)
        if later is not None:
            return [later]
        after = interrupted(view, end, site.last, before, tag=True)
        if before:
            before = narrowed(view, before, source, goes_on=after is not None)
        return [piece for piece in (before, after) if piece]

    def _followed(self, site: Site, source: Span, named: Span) -> Attribution | None:
        """What is said behind a cue; `named` is where its subject stands in the text."""
        view, cue, group = self.view, site.cue, (site.begin, site.end)
        documents = "d" in cue.frames and self.words.has_any(
            "documents", self.tokens.words[source[0] : source[1]]
        )
        said = following(view, site.end, site.last, cue, documents=documents)
        said = said or by_itself(view, site.end, cue)
        if said is None:
            ahead = self._ahead(site)
            return ahead and self.made(site, group, named, [ahead], "ahead")
        judges = cue.stance in NEGATIVE or cue.stance == "promises" or cue.lemma in self.thing_verbs
        if judges and is_no_statement(view, cue, said):
            return None
        if not said.is_object:
            return self.made(site, group, named, [said.span], "subject", said)
        aided = self.tokens.words[site.begin : site.index]
        if cue.stance == "promises" and self.words.has_any("past_perfect", aided):
            return None  # "had promised 240 boats": that it had, the article says
        if is_named_false(view, cue, said):
            # "called that misleading": what stands before is disputed.
            site = replace(site, cue=replace(cue, stance="disputes"))
            said = replace(said, span=(said.span[0], said.span[0] + 1))
        pieces = without_inset(view, *said.span)
        return self.made(site, group, named, pieces, "subject", said)

    def _ahead(self, site: Site) -> Span | None:
        """Token range of a quotation that a paragraph of its own brings: "S said:"."""
        view = self.view
        if site.last >= len(view.kinds) or view.kinds[site.last - 1] != ":":
            return None
        if "c" not in site.cue.frames or "v" in view.kinds[site.end : site.last]:
            return None
        number = view.quoted[site.last]
        return view.ranges[number] if number >= 0 else None

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
