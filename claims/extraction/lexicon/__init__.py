"""Word lists and marks of a language, read from TOML files in a folder per language."""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from .inflection import clitics, derived, gender, joined, unwritten, without_marks

FOLDER = Path(__file__).parent
NOTHING: frozenset[str] = frozenset()
#: Gender, table of titles that tell it, table of endings of titles that tell it.
TITLES = (
    ("f", "gender.feminine", "gender.feminine_titles"),
    ("m", "gender.masculine", "gender.masculine_titles"),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a word that brings a source and a statement together.

    frames: what the word takes: c clause, n noun phrase, x infinitive, o the person told, d noun
        phrase if the subject is a document ("the survey shows a fall"), m a thing and its measure,
        t a thing and what it comes from, g what somebody did ("admitted taking it"), h clause that
        somebody else says ("the court heard from X that"), b somebody who is accused, and of what,
        q clause around "as S put it" or behind a colon, z and y nothing but its own last words
        ("maintained his innocence", "disagreed").
    participle: an adverbial one ("adding"); is_past_participle: only that ("seen"), which speaks
        with an auxiliary alone. is_past: a finite form behind the first that is listed.
    gender: "m" or "f", where the form tells that of its subject.
    """

    lemma: str
    stance: str
    frames: str
    strong: bool
    participle: bool
    is_base: bool
    is_past_participle: bool = False
    is_past: bool = False
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that is known of one language; empty tables where nothing is.

    triggers: words at which an attribution may be found: first words of cues and set phrases, and
        nouns for what somebody counts or holds.
    adjectives: those that bring a statement ("was adamant that"); lemmas: form -> lemma.
    unwritten: vowel marks and the like, which a word is found without.
    clitics: nouns with a preposition written together with them ("to the agency").
    prepositions: first word of a set phrase in front of a source -> the words behind it, stance,
        and the place of the source where it is a word of the phrase: "по <его> словам".
    attitudes: forms of verbs that tell an attitude without stating a thing -> words behind them.
    words: name of a table -> its words; empty where the language has no such table.
    """

    code: str
    cues: dict[str, Cue]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    nouns: dict[str, str]
    prepositions: dict[str, tuple[tuple[tuple[str, ...], str, int | None], ...]]
    verbs: dict[str, bool]
    bases: frozenset[str]
    words: defaultdict[str, frozenset[str]]
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    order: str = "sv"
    triggers: frozenset[str] = frozenset()
    attitudes: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]] = field(default_factory=dict)
    adjectives: dict[str, Cue] = field(default_factory=dict)
    clitics: frozenset[str] = NOTHING
    lemmas: dict[str, str] = field(default_factory=dict)
    unwritten: dict[int, None] = field(default_factory=dict)

    def is_title(self, word: str) -> bool:
        """Say whether a word in lower case is a title; where nouns are compounds, also its end."""
        titles = self.words.get("titles", frozenset())
        if word in titles:
            return True
        compounds = bool(self.words.get("capital_nouns"))
        return compounds and any(word.endswith(title) for title in titles if len(title) > 3)

    def is_setting(self, word: str) -> bool:
        """Say whether something is said in a thing of this name: "Interview", "Innenausschuss"."""
        settings = self.words.get("settings", NOTHING)
        compounds = bool(self.words.get("capital_nouns"))
        return word in settings or (
            compounds and any(word.endswith(one) for one in settings if len(one) > 5)
        )

    def gender_of_title(self, word: str) -> str | None:
        """Return "m" or "f" where a title tells it, listed or by the ending of what is a title."""
        for told, listed, endings in TITLES:
            if self.has(listed, word) or (
                word.endswith(tuple(self.table(endings))) and self.is_title(word)
            ):
                return told
        return None

    def is_plural(self, noun: str) -> bool:
        """Say whether a noun in lower case is of several: "nurses", "people"."""
        return noun.endswith("s") or self.has("plurals", noun)

    def has(self, table: str, word: str) -> bool:
        """Say whether `word`, in lower case, stands in the named table."""
        return word in self.words[table]

    def has_any(self, table: str, words: list[str]) -> bool:
        """Say whether one of the words, in lower case, stands in the named table."""
        return not self.words[table].isdisjoint(words)

    def table(self, name: str) -> frozenset[str]:
        """The words of the named table; none where the language has no such table."""
        return self.words[name]

    def first_words(self, name: str) -> frozenset[str]:
        """The first word of each phrase of the named table."""
        return _first_words(self.table(name))


@cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def languages() -> list[str]:
    """Codes of the languages that have a folder here."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / "words.toml").is_file())


@cache
def lexicon(code: str) -> Lexicon:
    """Return the tables of a language; those of no language in particular where it has none."""
    folder = FOLDER / code
    if not (folder / "words.toml").is_file():
        folder = FOLDER / "und"
    raw = _merged(folder)
    cues, phrases = _cues(raw)
    prepositions = _prepositions(raw)
    own = frozenset((*raw.get("own_counts", ()), *raw.get("own_points", ())))
    adjectives = {
        word: Cue(word, group["stance"], "c", True, False, False)
        for group in raw.get("adjectives", [])
        for word in group["words"]
    }
    return Lexicon(
        code=code,
        cues=cues,
        phrases=phrases,
        nouns={word: entry["stance"] for entry in raw.get("nouns", []) for word in entry["words"]},
        prepositions=prepositions,
        triggers=own.union(cues, phrases, prepositions, adjectives),
        verbs=_past_forms(raw.get("attitudes", [])) | _verb_forms(raw.get("verbs", [])),
        bases=NOTHING if raw.get("finite_lemmas") else _bases(raw),
        words=defaultdict(frozenset, _word_sets(raw)),
        lists=_lists(raw),
        letters=dict(raw.get("letters", {})),
        order=raw.get("order", "sv"),
        attitudes=_attitudes(raw),
        adjectives=adjectives,
        clitics=clitics(raw),
        lemmas=_lemmas(raw),
        unwritten=unwritten(raw.get("unwritten", "")),
    )


@cache
def data_version() -> str:
    """Short hash over all tables: changes when any of them does."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*/*.toml")):
        digest.update(path.relative_to(FOLDER).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _merged(folder: Path) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml")):
        raw.update(tomllib.loads(path.read_text(encoding="utf-8")))
    return without_marks(raw, unwritten(raw["unwritten"])) if "unwritten" in raw else raw


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms of one verb: "lemma: finite / participles + past participles"."""

    lemma: str
    finite: list[str]
    participles: list[str]
    past: list[str]

    @classmethod
    def read(cls, entry: str) -> Forms:
        lemma, _, rest = entry.partition(":")
        rest, _, past = rest.partition("+")
        finite, _, participles = rest.partition("/")
        return cls(lemma.strip(), finite.split(), participles.split(), past.split())

    def all(self) -> list[str]:
        return [self.lemma, *self.finite, *self.participles, *self.past]


def _cues(raw: dict[str, Any]) -> tuple[dict[str, Cue], dict[str, Any]]:
    cues: dict[str, Cue] = {}
    for group in raw.get("cues", []):
        for form, cue in _inflected(group["verbs"], group, raw):
            cues.setdefault(form, cue)
    phrases: dict[str, Any] = {}
    for group in raw.get("phrases", []):
        for form, cue in _inflected(group["first"], group, raw):
            for rest in group["rest"]:
                phrases[form] = (*phrases.get(form, ()), (tuple(rest.split()), cue))
    # "put it differently" before "put it".
    return cues, {
        form: tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
        for form, pairs in phrases.items()
    }


def _attitudes(raw: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for group in raw.get("attitudes", []):
        for form, cue in _inflected(group["verbs"], {"stance": "attitude", **group}, raw):
            for rest in group.get("rest", [""]):
                found.setdefault(form, []).append((tuple(rest.split()), cue))
    return {
        form: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for form, pairs in found.items()
    }


def _inflected(
    entries: list[str], group: dict[str, Any], raw: dict[str, Any]
) -> list[tuple[str, Cue]]:
    result = []
    conjunctions, endings = raw.get("joined_conjunctions", ()), raw.get("gender_endings", {})
    plain, doing = bool(raw.get("finite_lemmas")), raw.get("derived_participles", {})
    for entry in entries:
        forms = Forms.read(entry)
        forms.finite.extend(derived(forms.finite, raw.get("derived", {})))
        forms.participles.extend(derived(forms.finite, doing))
        known = frozenset(joined(forms.all(), conjunctions))
        participles = joined(forms.participles, conjunctions)
        for form in joined(forms.all(), conjunctions):
            cue = Cue(
                lemma=forms.lemma,
                stance=group["stance"],
                frames=group["frames"],
                strong=group.get("strength", "strong") == "strong",
                participle=form in participles,
                is_base=form == forms.lemma and form not in forms.finite and not plain,
                is_past_participle=form in forms.past,
                is_past=form in forms.finite[1:],
                gender=gender(form, known, endings),
            )
            result.append((form, cue))
    return result


def _verb_forms(entries: list[str]) -> dict[str, bool]:
    """Form -> whether it is finite."""
    forms: dict[str, bool] = {}
    for one in map(Forms.read, entries):
        for form in [*one.participles, *one.past]:
            forms.setdefault(form, False)
        for form in [one.lemma, *one.finite]:
            forms[form] = True
    return forms


def _lemmas(raw: dict[str, Any]) -> dict[str, str]:
    groups = [*raw.get("cues", []), *raw.get("attitudes", [])]
    entries = [*raw.get("verbs", []), *(entry for group in groups for entry in group["verbs"])]
    return {form: one.lemma for one in map(Forms.read, reversed(entries)) for form in one.all()}


def _past_forms(groups: list[dict[str, Any]]) -> dict[str, bool]:
    """Forms of verbs of attitude that are hardly ever nouns: "backed", "backing"."""
    forms: dict[str, bool] = {}
    for one in (Forms.read(entry) for group in groups for entry in group["verbs"]):
        forms.update(dict.fromkeys([*one.participles, *one.past], False))
        forms.update({form: True for form in one.finite if form.endswith("ed")})
    return forms


def _bases(raw: dict[str, Any]) -> frozenset[str]:
    """Forms that are only a lemma: never the verb of a singular subject in English."""
    entries = [*raw.get("verbs", [])]
    for group in raw.get("cues", []):
        entries.extend(group["verbs"])
    split = [Forms.read(entry) for entry in entries]
    finite = {form for forms in split for form in forms.finite}
    return frozenset(forms.lemma for forms in split if forms.lemma not in finite)


def _prepositions(raw: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    conjunctions = raw.get("joined_conjunctions", ())
    for group in raw.get("prepositions", []):
        for phrase in joined(group["phrases"], conjunctions):
            words = phrase.split()
            place = next((at for at, word in enumerate(words) if word[-1] == ">"), None)
            first, *rest = (word.replace("<", "").rstrip(">") for word in words)
            result[first] = (*result.get(first, ()), (tuple(rest), group["stance"], place))
    if raw.get("caseless"):
        return result
    # "según sus cálculos" before "según".
    return {
        first: tuple(sorted(all_, key=lambda one: -len(one[0]))) for first, all_ in result.items()
    }


def _word_sets(raw: dict[str, Any]) -> dict[str, frozenset[str]]:
    sets = {
        name: frozenset(value)
        for name, value in raw.items()
        if isinstance(value, list) and all(isinstance(item, str) for item in value)
    }
    for section in ("pronouns", "classes", "judgement", "gender"):
        for name, value in raw.get(section, {}).items():
            key = name if section == "classes" else f"{section}.{name}"
            sets[key] = frozenset(value)
    return sets


def _lists(raw: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    lists = {f"blocks.{name}": tuple(value) for name, value in raw.get("blocks", {}).items()}
    lists["adverb_endings"] = tuple(raw.get("adverb_endings", ()))
    lists["verb_endings"] = tuple(raw.get("verb_endings", ()))
    lists["quotes"] = tuple(raw.get("quotes", ()))
    lists["ambiguous_closers"] = tuple(raw.get("ambiguous_closers", ""))
    return lists
