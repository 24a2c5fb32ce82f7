"""What a statement lacks to be checked: a verb, words enough, or anything that can be looked up."""

from __future__ import annotations

from ..attribution import NEGATIVE
from ..lexicon import Lexicon
from ..parts.clauses import VERBS
from ..parts.statements import Statement
from ..tagging.flags import FIRST_PERSON, IRREGULAR, REFERS
from ..tagging.tokens import Tokens

SHORT = 3  # words
POINTING = 4  # words of a statement that only points at another
THIN = 6  # words of a statement about "it" or "that" that tell too little by themselves


def mark_wanting(
    found: dict[str, float], statement: Statement, tokens: Tokens, words: Lexicon, flags: int
) -> None:
    """Note that a statement has no verb, or too few words to tell what it is about."""
    begin, end, attribution = statement.begin, statement.end, statement.attribution
    kinds = tokens.kinds
    inside = kinds[begin:end]
    is_framed = attribution is not None and attribution.object_frame
    is_object = is_framed or statement.clause.relation == "figure"
    verbless = "v" not in inside and not flags & IRREGULAR and VERBS.isdisjoint(inside)
    if verbless and tokens.verbs_known and not is_object:
        # What follows "said that" is a clause even where a tagger sees no verb.
        cited = attribution is not None and attribution.cue is not None
        if not cited or end - begin <= THIN:
            found["no_verb"] = 1.0
    helps = kinds[begin] == "a" and kinds.startswith("v", begin + 1) and not is_object
    if helps and words.has("infinitive_marks", tokens.words[begin]):
        found["no_verb"] = 1.0  # "she intends to stay, she said, and to fight the election"
    size = tokens.size(begin, end)
    if size < SHORT and not is_object:
        # A language without articles says as much in fewer words.
        least = SHORT - (not words.table("articles") or _is_of_nobody(statement, tokens, words))
        if size < least:
            found["short"] = 1.0
    if "figure" not in found:
        may_point = is_framed or tokens.flags[begin] & REFERS or kinds[begin] in "c,"
        if may_point and _only_points(statement, tokens, words, found, size):
            found["short"] = 1.0
        added = statement.clause.relation == "figure"  # "the eighth fall in a row": of its host
        if added and "comparison" in found:
            found["comparison"] = 1.0
        added = added or ("harm" in found and "past_event" in found)  # "Nobody was hurt"
        settled = added or "named" in found or "dated" in found or not tokens.verbs_known
        if not settled and _is_thin(statement, tokens, words, found, size, flags):
            found["vague"] = 1.0


def _is_of_nobody(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody says that nobody did a thing: "said that nobody rang"."""
    said = statement.attribution
    cited = said is not None and said.cue is not None
    return cited and words.has("absolute_subjects", tokens.words[statement.begin])


def _only_points(
    statement: Statement, tokens: Tokens, words: Lexicon, found: dict[str, float], size: int
) -> bool:
    """Say whether a statement needs the sentence before it: "this includes Norway"."""
    if "change" in found:
        return False
    begin = statement.begin
    while begin + 1 < statement.end and tokens.kinds[begin] in "c,":
        begin += 1
    first, refers = tokens.words[begin], tokens.flags[begin] & REFERS
    is_framed = statement.attribution is not None and statement.attribution.object_frame
    if not refers and not is_framed:
        return False
    if words.has("expletives", first) and words.has("existing", tokens.words[begin + 1]):
        return False  # "Es gibt kein Verfahren"
    if refers and words.has("vague_openers", first):
        return tokens.kinds[begin + 1 : begin + 2] not in ("v", "a")
    if is_framed:
        return size <= 3 and words.has("back_pointers", first)
    if size == POINTING and "negated" in found and "past_event" in found:
        return False  # "it was never published"
    if size == POINTING and "past_event" in found and tokens.kinds[statement.end - 1] == "N":
        return not tokens.kinds.startswith("xa", begin)  # "it had captured Varn"
    if size == POINTING and tokens.kinds.startswith("xadn", begin):
        return words.has("pronouns.neuter", first)  # "he is a murderer" tells who somebody is
    return bool(refers) and size <= POINTING


def _is_thin(
    statement: Statement, tokens: Tokens, words: Lexicon, found: dict[str, float], size: int,
    flags: int,
) -> bool:  # fmt: skip
    """Say whether a statement without a name or a day has nothing that could be looked up."""
    attribution = statement.attribution
    if attribution is None:
        return True
    if attribution.stance in NEGATIVE:
        return False
    begin = statement.begin
    quote = tokens.kinds.find('"', begin, statement.end)  # "it had “a debt we cannot pay”": of it
    if flags & FIRST_PERSON and (quote < 0 or tokens.flags_in(begin, quote) & FIRST_PERSON):
        return True
    pointing = tokens.kinds[begin] == "x" or words.has("pointers", tokens.words[begin])
    return pointing and size <= THIN and "absolute" not in found
