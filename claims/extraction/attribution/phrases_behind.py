"""Noun phrases behind a cue: "said Jane Doe, head of the union"."""

from __future__ import annotations

from ..entities.tables import given_names
from ..lexicon import Lexicon
from ..tagging.tokens import OWNING, Tokens
from .appositions import parts
from .noun_phrases import FIRM_JOINTS, REACH, TITLE

APPOSED_REACH = 6  # tokens of such a name, with its commas


def phrase_after(tokens: Tokens, begin: int, last: int, words: Lexicon) -> tuple[int, int] | None:
    """Noun phrase that starts at token `begin`, with its apposition."""
    kinds = tokens.kinds
    if begin >= last:
        return None
    if kinds[begin] == "x" and not words.has("pronouns.indefinite", tokens.words[begin]):
        return begin, begin + 1
    if kinds[begin] not in "nNd#x":
        return None
    if words.words.get("caseless") and words.has("settings", tokens.words[begin]):
        return None  # "נמסר בתגובה"
    end = _title_after(tokens, run_on(tokens, begin, last, words), last)
    if end <= begin:
        end = _title_behind_article(tokens, begin, last)
    if end <= begin:
        return None
    if words.words.get("caseless"):
        return begin, _named_end(tokens, begin, end, last, words)
    return begin, _apposition_end(tokens, end, last, words)


def _named_end(tokens: Tokens, begin: int, end: int, last: int, words: Lexicon) -> int:
    """Token after the name behind an office where no capital tells it: "לדברי השר, דן לוי, C".

    A further office may stand in front of the name, and behind an office two words up to a pause
    are a name that no list holds.
    """
    kinds = tokens.kinds
    if end + 1 >= last or kinds[end] != ",":
        return end
    given, name = given_names(words.code), end + 1
    close = kinds.find(",", end + 1, min(last, end + APPOSED_REACH))
    while name < last and words.is_title(tokens.words[name]):
        name += 1
    if name < last and tokens.words[name] in given:
        return close if close > 0 else _hyphened_end(kinds, min(last, name + 2), last)
    office = any(words.is_title(word) for word in tokens.words[begin:end])
    paused = kinds[name : name + 3] in ("nn,", "nn.")
    return name + 2 if office and name == end + 1 and paused else end


def _hyphened_end(kinds: str, end: int, last: int) -> int:
    """Token after a surname of two parts: "בן-דור"."""
    while end + 1 < last and kinds[end] == "-" and kinds[end + 1] == "n":
        end += 2
    return end


def run_on(tokens: Tokens, begin: int, last: int, words: Lexicon) -> int:
    """Token after the noun phrase that starts at `begin`."""
    kinds = tokens.kinds
    end = begin + 1
    while end < last and end - begin < REACH and _extends_on(tokens, end, last, words):
        end += 1
    while end > begin and kinds[end - 1] in "pcd-":
        end -= 1
    return end


def _extends_on(tokens: Tokens, end: int, last: int, words: Lexicon) -> bool:
    """Say whether token `end` goes on with the noun phrase before it."""
    kinds, word = tokens.kinds, tokens.words[end]
    kind = kinds[end]
    following = kinds[end + 1] if end + 1 < last else ""
    if kind == "#" and following == "n" and kinds[end - 2 : end] == "dn":
        return False  # "according to the army | 40 rockets were fired"
    if kind in "nN#":
        # "laut Lene Kamp täglich 40": where nouns have capitals, what has none is not one of these.
        ends = kinds[end - 1] in "nN" and not tokens.text[tokens.starts[end]].isupper()
        if words.words.get("caseless") and words.has("settings", word):
            return False  # "אמר לוי בראיון"
        return not (ends and words.words.get("capital_nouns")) and word not in words.clitics
    if kind in "px" and kinds.startswith("x,N", end + (kind == "p")):
        # "said one of them, Ada Holm"
        return kinds[end - 1] in "x#" if kind == "p" else kinds[end - 1] == "p"
    if kind == "t":
        return kinds[end - 1] == "p" and not OWNING.isdisjoint(tokens.words[end + 1 : end + 2])
    if kind == "d":
        # A genitive: "der Bericht des Amtes".
        if words.words.get("told_media") and _is_dative(tokens, end, last, words):
            return False
        return kinds[end - 1] in "pcd" or words.has("genitives", word)
    if kind == "-":
        tied = tokens.ends[end - 1] == tokens.starts[end] or word in FIRM_JOINTS
        return bool(following) and tied
    if kind in "gv":
        # "the city's published accounts", "a company-compiled consensus", "a closely watched index"
        whose = tokens.words[end - 1] in OWNING or _is_tied_on(tokens, end)
        return whose and following in ("n", "N")
    if kind == "r":
        return kinds[end - 1] == "d" and kinds[end + 1 : end + 3] in ("gn", "vn")
    if kind == "p":
        if following == "t":  # "a report in Saturday's Courier"
            return end + 2 < last and tokens.words[end + 2] in OWNING
        if words.is_setting(tokens.words[min(end + 1, last - 1)]):
            return False  # "denied the firm in a statement"
        if not tokens.verbs_known and _is_told(tokens, end + 1, last, words):
            return False
        owned = word in OWNING and following in ("g", "v")
        return owned or (bool(following) and following in "nNd#" and words.has("attaching", word))
    if kind == "c":
        return bool(following) and following in "nNd" and words.has("joining", word)
    return False


def _is_dative(tokens: Tokens, article: int, last: int, words: Lexicon) -> bool:
    """Say whether an article opens whom something is told: "sagte die Rätin | der Zeitung".

    No age has an owner: "sagte die 54-Jährige | der Agentur".
    """
    head = tokens.words[article - 1]
    if tokens.kinds[article - 1] not in "nN":
        return False
    if head.rpartition("-")[2] in words.words["generic_persons"]:
        return True
    end = article + 1
    while end < last and tokens.kinds[end] in "nN":
        end += 1
    media = tokens.words[end - 1].endswith(tuple(words.words["told_media"]))
    return media and end > article + 1 and head not in words.words["of_media"]


def _is_told(tokens: Tokens, begin: int, last: int, words: Lexicon) -> bool:
    """Say whether a phrase tells where or to whom it is said: "dans un communiqué", "à l'AFP".

    begin: the token behind its preposition.
    """
    if tokens.kinds[begin] != "d" or begin + 1 >= last:
        return False
    if words.has("genitive_marks", tokens.words[begin - 1]):
        return False  # "l'auteur de la lettre"
    agency = tokens.text[tokens.starts[begin + 1] : tokens.ends[begin + 1]]
    told = words.has("person_marks", tokens.words[begin - 1]) and agency.isupper()
    return words.is_setting(tokens.words[begin + 1]) or (told and len(agency) > 2)


def _is_tied_on(tokens: Tokens, end: int) -> bool:
    """Say whether a hyphen ties a participle to a noun, or an adverb stands before it."""
    before = tokens.kinds[end - 2 : end]
    tied = (
        tokens.ends[end - 2] == tokens.starts[end - 1]
        and tokens.ends[end - 1] == tokens.starts[end]
    )
    return (before == "n-" and tied) or before == "dr"


def _apposition_end(tokens: Tokens, end: int, last: int, words: Lexicon) -> int:
    """ ", head of the union" after a name, up to the next pause."""
    kinds = tokens.kinds
    if end + 1 >= last or kinds[end] != "," or kinds[end + 1] not in "dnN":
        return end
    if kinds[end + 1] != "N" and "N" not in kinds[max(0, end - 3) : end]:
        # Neither is a name described nor an office named: "the director, Ada Holm,".
        return end
    stop = end + 1
    while stop < last and stop - end < REACH:
        if kinds[stop] in '.;:"' or parts(tokens, stop):
            shortened = kinds[stop] == "." and words.has("abbreviations", tokens.words[stop - 1])
            if not shortened:  # ", Capt. Ada Holm"
                return stop
        if kinds[stop] in "vax":
            return end
        stop += 1
    return stop if stop >= last else end


def _title_after(tokens: Tokens, end: int, last: int) -> int:
    """Token after such a name, if one stands at `end`; `end` itself otherwise."""
    if tokens.verbs_known or end >= last or tokens.kinds[end] != '"':
        return end
    close = end + 1
    while close < last and close - end < TITLE and tokens.kinds[close] in "nN-":
        close += 1
    named = close < last and tokens.kinds[close] == '"' and close - end > 1
    if not named or tokens.kinds[end - 1] not in "nN":
        return end
    close += 1
    while close < last and tokens.kinds[close] == "N":
        close += 1  # "представитель компании «Речной путь» Лев Дудин"
    return close


def _title_behind_article(tokens: Tokens, begin: int, last: int) -> int:
    """Token after a name in quotation marks that has only an article before it: "des „Kuriers“"."""
    if tokens.verbs_known or tokens.kinds[begin : begin + 2] != 'd"':
        return begin
    close = begin + 2
    while close < last and close - begin < TITLE and tokens.kinds[close] in "nN-":
        close += 1
    capital = tokens.text[tokens.starts[begin + 2]].isupper()
    named = close < last and tokens.kinds[close] == '"' and close > begin + 2 and capital
    return close + 1 if named else begin
