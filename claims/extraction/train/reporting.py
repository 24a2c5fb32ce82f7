"""Sentences that report what somebody said, built around clauses of a treebank.

Treebanks that may be used freely hold little news, so a parser trained on them alone stumbles over
"said on Monday that ..." and over names set off by commas. Here declarative sentences of the
treebank become what a made-up source says, in the frames that news uses, with the tree that the
guidelines of Universal Dependencies give them.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.extraction.train.sources import Builder, Sources
from claims.extraction.train.treebank import Document, Sentence, Word
from claims.extraction.train.words import DENIALS

LENGTHS = range(4, 26)  # words of a clause that is put into somebody's mouth
FINITE = {"VBD", "VBZ", "VBP", "MD"}
VERBAL = {"root", "aux", "aux:pass", "cop"}
QUOTES = {"``", "''", '"', "'"}
UNWANTED = {"list", "goeswith", "reparandum", "orphan", "vocative", "discourse", "dep"}


def clauses(documents: Iterable[Document]) -> Iterator[list[Word]]:
    """Plain statements: finite, with a subject in front, without marks at the end."""
    for document in documents:
        for sentence in document.sentences:
            words = statement(sentence.words)
            if words is not None:
                yield words


def statement(words: list[Word]) -> list[Word] | None:
    first = words[0]
    if len(words) - 1 not in LENGTHS or words[-1].form != ".":
        return None
    if first.tag in ("UH", "WP", "WRB") or not first.form[0].isalnum():
        return None
    root = next(index for index, word in enumerate(words) if word.head == index)
    body = words[:-1]
    if any(word.tag in QUOTES or word.dep in UNWANTED for word in body):
        return None
    if any(word.head == len(body) for word in body) or body[0].dep in ("cc", "parataxis"):
        return None
    verbs = [word for word in body if word.head == root and word.dep in VERBAL]
    if not any(word.tag in FINITE for word in verbs):
        return None
    subjects = [i for i, w in enumerate(body) if w.head == root and w.dep.startswith("nsubj")]
    if not subjects or subjects[0] > root or body[subjects[0]].tag in ("WP", "WDT"):
        return None
    if any(word.dep in ("parataxis", "appos") and word.head == root for word in body):
        return None
    return body


def lowered(words: list[Word]) -> list[Word]:
    """The statement as it stands inside a sentence."""
    first = words[0]
    if first.tag.startswith("NNP") or first.form == "I" or first.form[1:].isupper():
        return words
    return [replace(first, form=first.form[0].lower() + first.form[1:]), *words[1:]]


def subject_end(words: list[Word]) -> int | None:
    """Where the subject ends, if the statement opens with it and goes on at once."""
    root = next(index for index, word in enumerate(words) if word.head == index)
    covered = {
        index
        for index, word in enumerate(words)
        if word.head == root and word.dep.startswith("nsubj") and index < root
    }
    if len(covered) != 1:
        return None
    for _ in words:
        covered |= {i for i, word in enumerate(words) if word.head in covered and i != root}
    last = max(covered) + 1
    return last if covered == set(range(last)) and last < root + 1 <= len(words) - 1 else None


class Reporter(Sources):
    """Builds one reporting sentence around one or two statements."""

    def before(self, words: list[Word], more: list[Word]) -> Sentence:
        """SOURCE said (on Monday) (that) CLAUSE(, adding that CLAUSE)."""
        built = Builder()
        who = self.source(built)
        cue = self.cue(built, who)
        if self.chance.random() < 0.15:
            built.words[cue] = Word("told", "tell", "VBD", -1, "root", True)
            hearers = self.chance.choice(["reporters", "lawmakers", "journalists"])
            built.word(hearers, "NNS", "iobj", cue, hearers[:-1])
        built.hang(who, cue)
        built.hang(cue, cue)
        self.occasion(built, cue)
        that = built.word("that", "IN", "mark") if self.chance.random() < 0.65 else None
        content = built.clause(lowered(words), "ccomp", cue)
        if that is not None:
            built.hang(that, content)
        if self.chance.random() < 0.2:
            comma = built.mark(",", ",", -1)
            form = self.chance.choice(["adding", "noting", "saying", "stressing"])
            adding = built.word(form, "VBG", "advcl", cue, form[:-3])
            built.hang(comma, adding)
            that = built.word("that", "IN", "mark")
            built.hang(that, built.clause(lowered(more), "ccomp", adding))
        elif self.chance.random() < 0.12:
            conjunction = built.word(self.chance.choice(["and", "but"]), "CC", "cc")
            that = built.word("that", "IN", "mark")
            second = built.clause(lowered(more), "conj", content)
            built.hang(conjunction, second)
            built.hang(that, second)
        built.mark(".", ".", cue)
        return built.sentence()

    def after(self, words: list[Word], more: list[Word]) -> Sentence:
        """("CLAUSE,") SOURCE said / said SOURCE."""
        built = Builder()
        quoted = self.chance.random() < 0.7
        opening = built.opening() if quoted else None
        content = built.clause(words, "ccomp")
        if opening is not None:
            built.hang(opening, content)
        if quoted and self.chance.random() < 0.3:
            built.mark('"', "''", content)
            built.mark(",", ",", content)
        else:
            built.mark(",", ",", content)
            if quoted:
                built.mark('"', "''", content)
        if self.chance.random() < 0.25:
            cue = self.cue(built)
            built.hang(self.source(built), cue)
        else:
            who = self.source(built)
            cue = self.cue(built, who)
            built.hang(who, cue)
        built.hang(cue, cue)
        built.hang(content, cue)
        self.occasion(built, cue)
        built.mark(".", ".", cue)
        return built.sentence()

    def inside(self, words: list[Word], more: list[Word]) -> Sentence:
        """SUBJECT, SOURCE said, PREDICATE."""
        end = subject_end(words)
        if end is None or words[end - 1].form == ",":
            return self.after(words, more)
        built = Builder()
        built.clause(words, "root")
        head = next(index for index, word in enumerate(words) if word.head == index)
        inset = Builder()
        who = self.source(inset)
        cue = self.cue(inset, who, dep="parataxis")
        inset.hang(who, cue)
        extra = len(inset.words) + 2
        moved = [
            replace(word, head=(word.head if 0 <= word.head < end else word.head + extra))
            for word in built.words
        ]
        root = head + extra
        built.words = moved[:end]
        built.mark(",", ",", end + 1 + cue)
        built.words += [replace(word, head=word.head + end + 1) for word in inset.words]
        built.words[end + 1 + cue] = replace(built.words[end + 1 + cue], head=root)
        built.mark(",", ",", end + 1 + cue)
        built.words += moved[end:]
        built.words[root] = replace(built.words[root], head=root)
        built.mark(".", ".", root)
        return built.sentence()

    def according(self, words: list[Word], more: list[Word]) -> Sentence:
        """According to SOURCE, CLAUSE / CLAUSE, according to SOURCE."""
        built = Builder()
        if self.chance.random() < 0.4:
            first = built.word("According", "VBG", "case", lemma="accord")
            built.word("to", "IN", "fixed", first)
            who = self.source(built, "obl")
            built.hang(first, who)
            built.mark(",", ",", who)
            content = built.clause(lowered(words), "root")
        else:
            content = built.clause(words, "root")
            comma = built.mark(",", ",", -1)
            first = built.word("according", "VBG", "case", lemma="accord")
            built.word("to", "IN", "fixed", first)
            who = self.source(built, "obl")
            built.hang(first, who)
            built.hang(comma, who)
        built.hang(who, content)
        built.hang(content, content)
        built.mark(".", ".", content)
        return built.sentence()

    def denial(self, words: list[Word], more: list[Word]) -> Sentence:
        """SOURCE denied (reports) that CLAUSE."""
        built = Builder()
        who = self.source(built)
        form, tag, lemma = self.chance.choice(DENIALS)
        if tag == "VBZ" and (built.words[who].tag == "NNS" or built.words[who].form == "they"):
            form, tag = lemma, "VBP"
        verb = built.word(form, tag, "root", -1, lemma)
        built.hang(who, verb)
        built.hang(verb, verb)
        governor, dep = verb, "ccomp"
        if lemma != "deny" or self.chance.random() < 0.35:
            noun = self.chance.choice(["reports", "claims", "suggestions", "allegations"])
            governor, dep = built.word(noun, "NNS", "obj", verb, noun[:-1]), "acl"
        that = built.word("that", "IN", "mark")
        built.hang(that, built.clause(lowered(words), dep, governor))
        built.mark(".", ".", verb)
        return built.sentence()

    def report(self, words: list[Word], more: list[Word]) -> Sentence:
        """One sentence in one of the frames; `words` and `more` are statements."""
        frames = (self.before, self.after, self.inside, self.according, self.denial)
        frame = self.chance.choices(frames, weights=(40, 34, 8, 10, 8))[0]
        sentence = frame(words, more)
        first = sentence.words[0]
        place = 1 if first.tag == "``" else 0
        word = sentence.words[place]
        # The first word of a sentence starts with a capital, whatever frame it came from.
        sentence.words[place] = replace(word, form=word.form[0].upper() + word.form[1:])
        return sentence


def reports(documents: list[Document], chance: random.Random, *, count: int) -> Iterator[Document]:
    """Documents of two to five reporting sentences, with plain statements between them."""
    said = list(clauses(documents))
    reporter = Reporter(chance)
    made = 0
    while made < count:
        document = Document("reports")
        for _ in range(chance.randint(2, 5)):
            if chance.random() < 0.2:
                built = Builder()
                root = built.clause(chance.choice(said), "root")
                built.hang(root, root)
                built.mark(".", ".", root)
                document.sentences.append(built.sentence())
            else:
                document.sentences.append(reporter.report(chance.choice(said), chance.choice(said)))
        made += len(document.sentences)
        yield document
