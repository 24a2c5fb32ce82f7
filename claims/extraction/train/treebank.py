"""Read Universal Dependencies files and make training texts that look like news.

Treebank text is tidy: straight quotation marks, one sentence after the other. Articles have
curly marks, line breaks, ledes in capitals and marks that were forgotten. `varied` rewrites a
sentence in these ways without touching its tree.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

SPACE_TAG = "_SP"
SPACE_DEP = "dep"
QUOTABLE = {"obj", "obl", "xcomp", "nmod", "amod", "advcl", "ccomp", "acl:relcl", "nsubj"}
STRAIGHT_TO_CURLY = {"``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` is the index inside its sentence; a root is its own head."""

    form: str
    lemma: str
    tag: str
    head: int
    dep: str
    space: bool


@dataclass(slots=True)
class Sentence:
    words: list[Word]
    starts_paragraph: bool = False


@dataclass(slots=True)
class Document:
    name: str
    sentences: list[Sentence] = field(default_factory=list)


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a .conllu or .conllu.gz file.

    A contraction ("don't") is split where its words say so; a sentence in which they do not
    spell the contraction is left out, because its text could not be restored.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    document = Document(path.name)
    lines: list[str] = []
    with opener(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            line = line.rstrip("\n")
            if line:
                lines.append(line)
                continue
            if any(row.startswith("# newdoc") for row in lines):
                if document.sentences:
                    yield document
                name = next(row for row in lines if row.startswith("# newdoc"))
                document = Document(name.partition("=")[2].strip())
            sentence = sentence_of(lines)
            if sentence is not None:
                document.sentences.append(sentence)
            lines = []
    if document.sentences:
        yield document


def sentence_of(lines: list[str]) -> Sentence | None:
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    contractions = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            contractions[first] = (last, row[1], "SpaceAfter=No" not in row[9])
    rows = [row for row in rows if row[0].isdigit()]
    words: list[Word] = []
    inside, ends_with_space = 0, True
    for row in rows:
        number = int(row[0])
        if number in contractions:
            inside, form, ends_with_space = contractions[number]
            if "".join(part[1] for part in rows[number - 1 : inside]) != form:
                return None
        space = "SpaceAfter=No" not in row[9]
        if number <= inside:
            space = ends_with_space if number == inside else False
        head = int(row[6]) - 1 if row[6] != "0" else number - 1
        if row[6] == "_" or " " in row[1]:
            return None
        words.append(Word(row[1], row[2], row[4], head, row[7], space))
    starts = any(line.startswith("# newpar") or line.startswith("# newdoc") for line in lines)
    return Sentence(words, starts) if words else None


def groups(documents: Iterable[Document], *, words: int) -> Iterator[list[Sentence]]:
    """Cut documents into runs of whole sentences of about `words` words each."""
    for document in documents:
        group: list[Sentence] = []
        size = 0
        for sentence in document.sentences:
            group.append(sentence)
            size += len(sentence.words)
            if size >= words:
                yield group
                group, size = [], 0
        if group:
            yield group


def doc_of(vocab: Vocab, sentences: list[Sentence], breaks: list[str]) -> Doc:
    """Join sentences; `breaks[i]` is the white space between sentence i and the next.

    A line break becomes a token of its own, as in spaCy's tokenizer, and hangs on the word
    before it.
    """
    forms, spaces, tags, lemmas, heads, deps = [], [], [], [], [], []
    starts = []
    for number, sentence in enumerate(sentences):
        offset = len(forms)
        for index, word in enumerate(sentence.words):
            forms.append(word.form)
            spaces.append(word.space)
            tags.append(word.tag)
            lemmas.append(word.lemma)
            heads.append(offset + word.head)
            deps.append("ROOT" if word.head == index else word.dep)
            starts.append(index == 0)
        gap = breaks[number] if number < len(breaks) else ""
        spaces[-1] = gap.startswith(" ")
        gap = gap.removeprefix(" ")
        if gap:
            heads.append(len(forms) - 1)
            forms.append(gap)
            spaces.append(False)
            tags.append(SPACE_TAG)
            lemmas.append(gap)
            deps.append(SPACE_DEP)
            starts.append(False)
    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        tags=tags,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        sent_starts=None,
    )


def plain(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """The text as it stands: one space between sentences."""
    return doc_of(vocab, sentences, [" "] * (len(sentences) - 1))


def without(sentence: Sentence, dropped: set[int]) -> Sentence:
    """The sentence without the words at these places; they must have no dependents."""
    renumbered = {}
    for index in range(len(sentence.words)):
        if index not in dropped:
            renumbered[index] = len(renumbered)
    kept: list[Word] = []
    for index, word in enumerate(sentence.words):
        if index in dropped:
            # A mark that stood before a blank leaves the blank to the word before it.
            if kept and word.space:
                kept[-1] = replace(kept[-1], space=True)
            continue
        kept.append(replace(word, head=renumbered[word.head]))
    return Sentence(kept, sentence.starts_paragraph)


def leaves(sentence: Sentence, tags: set[str]) -> list[int]:
    """Places of words with one of these tags that nothing hangs on."""
    heads = {word.head for index, word in enumerate(sentence.words) if word.head != index}
    return [
        index
        for index, word in enumerate(sentence.words)
        if word.tag in tags and index not in heads and word.head != index
    ]


def curly(sentence: Sentence) -> Sentence:
    """Typographic quotation marks and apostrophes."""
    words = []
    for word in sentence.words:
        form = word.form
        if form == '"' and word.tag in STRAIGHT_TO_CURLY:
            form = STRAIGHT_TO_CURLY[word.tag]
        elif form == "'" and word.tag == "``":
            form = "‘"
        words.append(replace(word, form=form.replace("'", "’")))
    return Sentence(words, sentence.starts_paragraph)


def scare_quoted(sentence: Sentence, chance: random.Random) -> Sentence:
    """One phrase of two to eight words in quotation marks, as in: called it "a fairy tale"."""
    words = sentence.words
    under = subtrees(words)
    phrases = [
        index
        for index, word in enumerate(words)
        if word.dep in QUOTABLE and 2 <= len(under[index]) <= 8
    ]
    phrases = [i for i in phrases if max(under[i]) - min(under[i]) + 1 == len(under[i])]
    if not phrases or any(word.tag in ("``", "''") for word in words):
        return sentence
    head = chance.choice(phrases)
    first, last = min(under[head]), max(under[head]) + 1
    if words[last - 1].tag in (".", ",", ":", "HYPH"):
        return sentence

    def moved(index: int) -> int:
        return index + (index >= first) + (index >= last)

    shifted = [replace(word, head=moved(word.head)) for word in words]
    closing = Word('"', '"', "''", moved(head), "punct", shifted[last - 1].space)
    shifted[last - 1] = replace(shifted[last - 1], space=False)
    opening = Word('"', '"', "``", moved(head), "punct", False)
    shifted = [*shifted[:first], opening, *shifted[first:last], closing, *shifted[last:]]
    return Sentence(shifted, sentence.starts_paragraph)


def subtrees(words: list[Word]) -> list[set[int]]:
    """For every word the places of all that hangs on it, itself included."""
    under = [{index} for index in range(len(words))]
    for index in range(len(words)):
        place = index
        while words[place].head != place:
            place = words[place].head
            under[place].add(index)
    return under


def capital_lede(sentence: Sentence, count: int) -> Sentence:
    """The first `count` words in capitals, as newspapers open a section."""
    words = [
        replace(word, form=word.form.upper()) if index < count else word
        for index, word in enumerate(sentence.words)
    ]
    return Sentence(words, sentence.starts_paragraph)


def varied(vocab: Vocab, sentences: list[Sentence], chance: random.Random) -> Doc:
    """One random rewriting of the sentences, as news would print them."""
    changed = [
        scare_quoted(sentence, chance) if chance.random() < 0.08 else sentence
        for sentence in sentences
    ]
    if chance.random() < 0.5:
        changed = [curly(sentence) for sentence in changed]
    if chance.random() < 0.15:
        # One mark of a pair is forgotten.
        changed = [
            without(sentence, {chance.choice(marks)})
            if (marks := leaves(sentence, {"``", "''"})) and chance.random() < 0.5
            else sentence
            for sentence in changed
        ]
    if chance.random() < 0.08 and len(changed[0].words) > 6:
        changed = [capital_lede(changed[0], chance.randint(2, 5)), *changed[1:]]
    rate = chance.choice([0.0, 0.0, 0.25, 0.6])
    breaks, final = [], []
    for number, sentence in enumerate(changed):
        last = number + 1 == len(changed)
        # Paragraphs of the treebank break more often, so that headings stand alone.
        opens = not last and changed[number + 1].starts_paragraph
        likely = max(rate, 0.5) if rate and opens else rate
        broken = not last and chance.random() < likely
        # A heading has no full stop, but a line break.
        stops = leaves(sentence, {"."})
        if broken and stops and stops[-1] == len(sentence.words) - 1 and chance.random() < 0.15:
            sentence = without(sentence, {stops[-1]})
        final.append(sentence)
        breaks.append(chance.choice(["\n", "\n\n", "\n\n", " \n", "\n\n\n"]) if broken else " ")
    return doc_of(vocab, final, breaks[:-1])
