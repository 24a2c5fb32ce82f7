"""Which noun phrase a figure counts or measures, judged by the surface of the words."""

from __future__ import annotations

from claims.extraction.quantities.lexicon import HYPHENS, Lexicon
from claims.extraction.quantities.tokens import Tokens

#: Longest noun phrase looked at, in tokens.
LONGEST_PHRASE = 7
LONGEST_SUBJECT = 9
ADJECTIVE = ("e", "en", "er", "es", "em")  # endings of German adjectives


def singular(word: str, lexicon: Lexicon) -> str:
    """The singular of an English noun in lower case; a word that is none comes back as it is."""
    if lexicon.language != "en" or word in lexicon.sets["unchanged"]:
        return word
    if word in lexicon.lemmas:
        return lexicon.lemmas[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether a word of English looks like a plural noun."""
    if word in lexicon.sets["plurals"]:
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return False
    return word not in lexicon.sets["verbs"] and word not in lexicon.sets["stops"]


def read_noun(
    tokens: Tokens, lexicon: Lexicon, at: int, *, single: bool
) -> tuple[int, int, str] | None:
    """The counted noun phrase from token `at` on: (first, last, its singular), or None.

    single: the figure is one, so the noun stands in the singular.
    """
    if lexicon.language != "en":
        return _next_word(tokens, lexicon, at)
    words, sets = tokens.words, lexicon.sets
    if words[at] in sets["of"]:
        at = _after_determiner(tokens, lexicon, at)
        if at < 0:
            return None
        single = False
    while words[at] in sets["skipped"]:
        at += 1
    last = _phrase_end(tokens, lexicon, at)
    head = _head(tokens, lexicon, at, last, single=single)
    if head < 0:
        return None
    return at, head + 1, _named(tokens, lexicon, at, head)


def _after_determiner(tokens: Tokens, lexicon: Lexicon, at: int) -> int:
    """The token after "of the", "of its", "of Norway's"; -1 without a determiner."""
    words, sets = tokens.words, lexicon.sets
    if words[at + 1] in sets["determiners"] and at + 2 < len(words):
        return at + 2
    for step in range(at + 1, min(at + 4, tokens.count - 1)):
        if words[step] in ("'", "’") and words[step + 1] == "s":
            return step + 2
    return -1


def _phrase_end(tokens: Tokens, lexicon: Lexicon, at: int) -> int:
    """The token after the last that can belong to a noun phrase starting at `at`."""
    words, stops = tokens.words, lexicon.sets["stops"]
    limit = min(at + LONGEST_PHRASE, tokens.count)
    last = at
    while last < limit:
        word = words[last]
        if word[0].isalpha():
            if word in lexicon.sets["and"]:
                if not _between_adjectives(tokens, lexicon, first=at, joint=last):
                    break
            elif word in stops or (
                word in lexicon.cardinals
                and not (words[last + 1] in HYPHENS and tokens.glued(last + 1))
            ):
                break
        elif word == "," and _between_adjectives(tokens, lexicon, first=at, joint=last):
            pass
        elif not (word in HYPHENS and tokens.glued(last) and tokens.glued(last + 1)):
            break
        last += 1
    return last


def _between_adjectives(tokens: Tokens, lexicon: Lexicon, *, first: int, joint: int) -> bool:
    """Whether a joint stands inside a noun phrase: "small, friendly deals", "old and new cars"."""
    words = tokens.words
    before, behind = words[joint - 1], words[joint + 1 : joint + 3]
    if joint != first + 1 or before in lexicon.sets["verbs"] or is_plural(before, lexicon):
        return False
    return (
        behind[0][:1].isalpha()
        and behind[0] not in lexicon.sets["stops"]
        and not is_plural(behind[0], lexicon)
        and is_plural(behind[1], lexicon)
    )


def _head(tokens: Tokens, lexicon: Lexicon, first: int, last: int, *, single: bool) -> int:
    """Index of the head noun between two tokens, or -1."""
    words, verbs = tokens.words, lexicon.sets["verbs"]
    if single:
        head = -1
        for at in range(first, min(last, first + 3)):
            word = words[at]
            if word in verbs or (at > first and word.endswith(("ed", "ly"))):
                break
            if at > first and word in lexicon.sets["skipped"]:
                break
            if word[0].isalpha():
                head = at
        return head
    for at in range(first, last):
        word = words[at]
        if is_plural(word, lexicon):
            following = at + 1
            # "sports cars", "women soldiers": the last plural of a run is the head.
            while following < last and is_plural(words[following], lexicon):
                following += 1
            return following - 1
        if word in verbs and not word.endswith(("ed", "en")):
            return -1
        if word in verbs and not any(is_plural(words[k], lexicon) for k in range(at + 1, last)):
            return -1
    return -1


def head_of(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> int:
    """Index of the head noun of a whole phrase: its plural, else its last word."""
    head = _head(tokens, lexicon, first, last, single=False) if lexicon.language == "en" else -1
    return head if head >= 0 else last - 1


def _named(tokens: Tokens, lexicon: Lexicon, first: int, head: int) -> str:
    """Name of the phrase: its words in lower case, the head in the singular."""
    if head == first:
        return singular(tokens.words[head], lexicon)
    text = tokens.text[tokens.starts[first] : tokens.starts[head]].lower().replace(",", "")
    modifiers = [lexicon.lemmas.get(word, word) for word in text.split()]
    if text and not text[-1].isspace():
        modifiers, start = modifiers[:-1], modifiers[-1]
        return " ".join([*modifiers, start + singular(tokens.words[head], lexicon)])
    return " ".join([*modifiers, singular(tokens.words[head], lexicon)])


def _next_word(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[int, int, str] | None:
    """The word that follows, for languages whose word order the surface does not give away."""
    words, sets = tokens.words, lexicon.sets
    if words[at] in sets["of_each"] or " ".join(words[at : at + 2]) in sets["of_each"]:
        return None
    if words[at] in sets["of"]:
        at += 1
        while words[at] in sets["articles"] or words[at] in sets["of_follows"]:
            at += 1
    if lexicon.language == "de":
        at = _german_noun(tokens, at)
    word = words[at]
    if not word or not word[0].isalpha() or word in sets["stops"] or len(word) < 2:
        return None
    for table in (lexicon.cardinals, lexicon.fractions, lexicon.months, lexicon.change_verbs):
        if word in table:
            return None
    if any(word in lexicon.dates[name] for name in ("last", "next", "past_span", "future_span")):
        return None
    return at, at + 1, tokens.raw(at).lower()


def _german_noun(tokens: Tokens, at: int) -> int:
    """The capitalised word behind up to two adjectives; the end of the tokens if there is none.

    "37 weitere Einsätze", but "1,4 Milliarden gewesen".
    """
    for step in range(at, min(at + 3, tokens.count)):
        if tokens.is_capitalised(step):
            return step
        if not tokens.words[step].endswith(ADJECTIVE) or not tokens.words[step].isalpha():
            break
    return tokens.count


def after_of(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[int, int] | None:
    """Tokens of the phrase behind "of" at token `at` ("of all registered voters")."""
    words, sets = tokens.words, lexicon.sets
    if words[at] not in sets["of"]:
        return None
    first = last = at + 1
    if lexicon.language != "en":
        return _one_word(tokens, lexicon, first)
    while last < tokens.count and (words[last] in sets["determiners"] or words[last] == "a"):
        last += 1
    limit = min(first + LONGEST_PHRASE, tokens.count)
    ends = sets["phrase_ends"]
    while last < limit:
        word = words[last]
        possessive = word in ("'", "’") or (word == "s" and words[last - 1] in ("'", "’"))
        if possessive or (word in HYPHENS and tokens.glued(last)):
            pass
        elif not word[:1].isalnum() or word in (ends if last > first else sets["stops"]):
            break
        last += 1
    return (first, last) if last > first else None


def _one_word(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[int, int] | None:
    """The word behind "of" and its article, where no list of verbs marks the phrase's end."""
    words, sets = tokens.words, lexicon.sets
    while words[at] and (words[at] in sets["articles"] or words[at] in sets["of_follows"]):
        at += 1
    if not words[at][:1].isalpha() or words[at] in sets["stops"]:
        return None
    return at, at + 1


def subject_before(tokens: Tokens, lexicon: Lexicon, verb: int) -> tuple[int, int] | None:
    """Tokens of what stands before the verb at token `verb` ("the number of arrests")."""
    words, sets = tokens.words, lexicon.sets
    last = verb
    while last > 0 and (words[last - 1] in sets["auxiliaries"] or words[last - 1].endswith("ly")):
        last -= 1
    first = last
    while first > 0 and last - first < LONGEST_SUBJECT:
        word = words[first - 1]
        joins = word in ("'", "’") or (word in HYPHENS and tokens.glued(first))
        if not joins and (not word[0].isalnum() or word in sets["clause_starts"]):
            break
        first -= 1
    while first < last and words[first] in sets["prepositions"]:
        first += 1
    return (first, last) if last > first else None
