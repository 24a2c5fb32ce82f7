"""Who speaks in made-up reporting sentences, as trees of Universal Dependencies."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path

from claims.extraction.train.treebank import Sentence, Word
from claims.extraction.train.words import (
    ADJECTIVES,
    BODIES,
    CUES,
    DAYS,
    DOCUMENTS,
    DOINGS,
    GROUPS,
    OCCASIONS,
    ROLES,
    SYLLABLES,
    TITLES,
)

NAMES = Path(__file__).resolve().parent.parent / "data" / "names" / "en.toml"


@dataclass(slots=True)
class Builder:
    """A sentence while it is put together; `add` returns the place of what was added."""

    words: list[Word] = field(default_factory=list)

    def word(self, form: str, tag: str, dep: str, head: int = -1, lemma: str = "") -> int:
        """Add one word; head -1 is set later with `hang`."""
        lemma = lemma or (form if tag.startswith("NNP") else form.lower())
        self.words.append(Word(form, lemma, tag, head, dep, True))
        return len(self.words) - 1

    def hang(self, index: int, head: int, dep: str | None = None) -> None:
        word = self.words[index]
        self.words[index] = replace(word, head=head, dep=dep or word.dep)

    def glue(self) -> None:
        """The last word has no blank after it."""
        self.words[-1] = replace(self.words[-1], space=False)

    def mark(self, form: str, tag: str, head: int) -> int:
        """Add a punctuation mark that touches the word before it.

        A comma that closed a description gives way to a full stop, and serves as the next comma.
        """
        if self.words[-1].form == "," and form == ",":
            return len(self.words) - 1
        if self.words[-1].form == "," and form == ".":
            self.words.pop()
        self.glue()
        return self.word(form, tag, "punct", head)

    def opening(self, head: int = -1) -> int:
        place = self.word('"', "``", "punct", head)
        self.glue()
        return place

    def clause(self, words: list[Word], dep: str, head: int = -1) -> int:
        """Add a ready-made tree; its root gets `dep` and `head`."""
        offset = len(self.words)
        root = next(index for index, word in enumerate(words) if word.head == index)
        for index, word in enumerate(words):
            if index == root:
                self.words.append(replace(word, dep=dep, head=head, space=True))
            else:
                self.words.append(replace(word, head=word.head + offset))
        self.words[-1] = replace(self.words[-1], space=True)
        return offset + root

    def sentence(self) -> Sentence:
        return Sentence(list(self.words))


class Sources:
    """Puts made-up sources, and the verb with which they speak, into a sentence."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        names = tomllib.loads(NAMES.read_text(encoding="utf-8"))
        self.given: list[str] = names["given"]

    def name_word(self) -> str:
        parts = self.chance.randint(2, 3)
        word = "".join(self.chance.choice(SYLLABLES) for _ in range(parts)).capitalize()
        return f"{word}-{self.name_word()}" if self.chance.random() < 0.04 else word

    def person(self, built: Builder, dep: str) -> int:
        """A personal name: the first word is the head, the others are flat."""
        if self.chance.random() < 0.6:
            head = built.word(self.chance.choice(self.given), "NNP", dep)
            if self.chance.random() < 0.1:
                built.word(self.chance.choice("ABCDEGHJKLMRST") + ".", "NNP", "flat", head)
            built.word(self.name_word(), "NNP", "flat", head)
            return head
        return built.word(self.name_word(), "NNP", dep)

    def titled(self, built: Builder, dep: str) -> int:
        """Minister Ada Holm; Housing minister Ada Holm; Mr. Holm."""
        title = self.chance.choice(TITLES)
        places = []
        if title.islower():
            if self.chance.random() < 0.6:
                places.append(built.word(self.chance.choice(BODIES), "NNP", "compound"))
            tag = "NN"
        else:
            tag = "NNP"
        role = built.word(title, tag, "nmod:desc")
        for place in places:
            built.hang(place, role)
        head = self.person(built, dep)
        built.hang(role, head)
        return head

    def organisation(self, built: Builder, dep: str) -> int:
        """The Health Ministry; the Ministry of Health; Kelder Line."""
        kind = self.chance.random()
        if kind < 0.4:
            the = built.word("the", "DT", "det")
            first = built.word(self.chance.choice(BODIES), "NNP", "compound")
            head = built.word(self.chance.choice(GROUPS), "NNP", dep)
            built.hang(the, head)
            built.hang(first, head)
            return head
        if kind < 0.7:
            the = built.word("the", "DT", "det")
            head = built.word(self.chance.choice(GROUPS), "NNP", dep)
            built.hang(the, head)
            of = built.word("of", "IN", "case")
            built.hang(of, built.word(self.chance.choice(BODIES), "NNP", "nmod", head))
            return head
        first = built.word(self.name_word(), "NNP", "compound")
        head = built.word(self.chance.choice(GROUPS), "NNP", dep)
        built.hang(first, head)
        return head

    def role(self, built: Builder, dep: str, *, article: bool = True) -> int:
        """A spokesman for the ministry; the company's chief executive."""
        kind = self.chance.random()
        if article and kind < 0.25:
            owner = self.organisation(built, "nmod:poss")
            built.glue()
            built.word("'s", "POS", "case", owner)
        elif article:
            owner = built.word(self.chance.choice(["a", "the"]), "DT", "det")
        else:
            owner = None
        described = None
        if self.chance.random() < 0.35:
            described = built.word(self.chance.choice(ADJECTIVES), "JJ", "amod")
        head = built.word(self.chance.choice(ROLES), "NN", dep)
        for place in (owner, described):
            if place is not None:
                built.hang(place, head)
        if kind > 0.55:
            preposition = built.word(self.chance.choice(["for", "at", "of", "from"]), "IN", "case")
            body = self.organisation(built, "nmod")
            built.hang(preposition, body)
            built.hang(body, head)
        return head

    def source(self, built: Builder, dep: str = "nsubj") -> int:
        """Anybody who can speak; the head of the noun phrase."""
        kind = self.chance.random()
        if kind < 0.22:
            head = self.person(built, dep)
        elif kind < 0.36:
            head = self.titled(built, dep)
        elif kind < 0.48:
            return built.word(self.chance.choice(["he", "she", "they", "it"]), "PRP", dep)
        elif kind < 0.62:
            return self.organisation(built, dep)
        elif kind < 0.78:
            head = self.role(built, dep)
        else:
            noun = self.chance.choice(DOCUMENTS)
            return built.word(noun, "NNS" if noun.endswith("s") else "NN", dep)
        return self.described(built, head) if self.chance.random() < 0.45 else head

    def described(self, built: Builder, head: int) -> int:
        """Set a role, an age or a name beside a noun, between commas."""
        comma = built.mark(",", ",", -1)
        kind = self.chance.random()
        if kind < 0.2 and built.words[head].tag == "NNP":
            beside = built.word(str(self.chance.randint(19, 88)), "CD", "amod", head)
        elif kind < 0.4:
            beside = self.relative(built, head)
        elif built.words[head].tag == "NN":
            beside = self.person(built, "appos")
            built.hang(beside, head)
        else:
            beside = self.role(built, "appos", article=self.chance.random() < 0.8)
            built.hang(beside, head)
        built.hang(comma, beside)
        built.mark(",", ",", beside)
        return head

    def relative(self, built: Builder, head: int) -> int:
        """Who heads the Harbour Office; who owns three farms; who was not there."""
        who = built.word("who", "WP", "nsubj")
        form, tag, lemma = self.chance.choice(DOINGS)
        verb = built.word(form, tag, "acl:relcl", head, lemma)
        built.hang(who, verb)
        built.hang(self.organisation(built, "obj"), verb)
        if self.chance.random() < 0.3:
            preposition, article, noun = self.chance.choice(OCCASIONS)
            first = built.word(preposition, "IN", "case")
            second = built.word(article, "DT", "det")
            place = built.word(noun, "NN", "obl", verb)
            built.hang(first, place)
            built.hang(second, place)
        return verb

    def occasion(self, built: Builder, cue: int) -> None:
        """On Monday; in a statement; told reporters is `hearers`."""
        kind = self.chance.random()
        if kind < 0.25:
            on = built.word("on", "IN", "case")
            built.hang(on, built.word(self.chance.choice(DAYS), "NNP", "obl", cue))
        elif kind < 0.4:
            preposition, article, noun = self.chance.choice(OCCASIONS)
            first = built.word(preposition, "IN", "case")
            second = built.word(article, "DT", "det")
            head = built.word(noun, "NN", "obl", cue)
            built.hang(first, head)
            built.hang(second, head)

    def cue(self, built: Builder, who: int | None = None, *, dep: str = "root") -> int:
        """A verb of saying that agrees with the source at `who`; past if it comes later."""
        form, tag, lemma = self.chance.choice(CUES)
        if tag == "VBZ" and who is None:
            form, tag, lemma = "said", "VBD", "say"
        elif tag == "VBZ" and (built.words[who].tag == "NNS" or built.words[who].form == "they"):
            form, tag = lemma, "VBP"
        return built.word(form, tag, dep, -1, lemma)
