"""Clauses in a row of letters, one for each word of speech.

No look-ahead goes farther than the nouns of one subject, so the cost is that of the length.
"""

from __future__ import annotations

import re

#: Parts of a clause; the letters are those of classes.py.
ADVERBS = "[rRky]{0,2}"
VERB = rf"{ADVERBS}(?:[aAIvz]|V(?=[dDQT#mPyYj])|e(?=[dDQT#mPyYprjJcsfSCOE]|$))"
SOME_FORM = rf"{ADVERBS}[aAIvzVegi]"
# Of several nouns only the last is a plural: "the schools parents say" is two things.
NOUNS = "(?:[nNegVzHy]{0,4}i|[nNiegVzHy]{0,4}[nNegVzH])(?:#(?=[aAIvze]))?"
OF = "(?:p(?:[dDQTm]{1,2}|[dDQT]?#{0,4}[nNeV]{0,2}[nNitueV]?(?:#(?=[aAIvze]))?)){0,2}"
NUMBER = "#{1,8}(?:c#{1,5})?"
NAMED = f"[dDQ]{{1,2}}[rR]?#{{0,8}}(?:{NOUNS}|(?<=[DQ#])){OF}"
BARE = f"[nNiegV]{{1,5}}{OF}"
PRONOUN = f"S|C|E{SOME_FORM}|O{OF}{SOME_FORM}|[TQ](?:{VERB}|[nN]{SOME_FORM}|i(?=[mdDQ#T]))"
#: A subject pronoun with its verb, and the other form behind that: "we have cut".
WITH_VERB = f"S(?:{ADVERBS}(?:[aAI][rRkx]{{0,3}}[vVeg]?|[vzVei]))?"
#: No subject without a pronoun is tried where no letter of a verb comes behind what it is made of.
VERB_AHEAD = "(?=[dDQrR#nNgHyipTmtuk]{0,40}[aAIvzVe])"
COUNTED = f"(?:Rj|[rR])?{NUMBER}(?:{NOUNS})?{OF}"
#: A clause behind a word that takes it in.
TAKEN_IN = f"(?:[Rr]|pt)?(?:{WITH_VERB}|{PRONOUN}|(?:{NAMED}|{COUNTED}|{BARE}){VERB})"
#: "my opponent, senator kell, she ..."
RESUMED = "(?<=[,cbBk].)[nNi]{1,3},(?:[nN]{1,3},)?S"
#: Nouns without an article, where what stands before them ends: a time, a figure, a plural.
BARE_AFTER_END = f"(?<=[utyYm,kcbBA].)[nNiegV]{{0,4}}{OF}"
BARE_AFTER_PLURAL = f"(?<=i.)(?:[nNegV]{{0,3}}(?<=i)|[nNegV]{{0,3}}i){OF}"
NAME = "(?<=N)(?<![NdpDQ].)N{0,2}"
#: What is found in the row of letters. Each way begins with the letters that it may begin with, so
#: that most are ruled out at a glance; the name of the group that took part tells which it was.
EVENTS = re.compile(
    rf"z(?P<saying>)(?:(?:[mE]|d?[niN])?(?:p?t|[Qr]u)?T|[mE]?){TAKEN_IN}"
    rf"|w(?P<asked>)[#niD]{{0,3}}[aAI](?=[SOEQTdDN])"
    rf"|W(?P<who>)(?<=[kcbB,]W)[aAI]"
    rf"|[aAI](?P<inverted>)(?=[SOE])(?<![SCOEacfsjJAIR].)"
    rf"|T(?P<that>)(?<=[nNizvemgVaHut]T)(?=[^nN]){TAKEN_IN}"
    rf"|[swjJfWH](?P<taken>){TAKEN_IN}"
    rf"|[OdDQ](?P<head>)S"
    rf"|[sWw](?P<relative>){VERB}"
    rf"|T(?P<which>)(?:(?<=[nN]T)|(?<=iT)(?!I)){VERB}"
    rf"|[SCEOTQ](?P<pronoun>)(?:(?<=[SC])|(?<=E){SOME_FORM}|(?<=O){OF}{SOME_FORM}"
    rf"|(?<=[TQ])(?:{VERB}|[nN]{SOME_FORM}|i(?=[mdDQ#T])))"
    rf"|[dDQ](?P<core>)(?:{VERB_AHEAD}[dDQ]?[rR]?#{{0,8}}(?:{NOUNS}|(?<=[DQ#])){OF}"
    rf"(?:{VERB}|(?<=[nNiH])V)|{RESUMED}|(?<=Bd)(?=[niN]))"
    rf"|[rR#](?P<counted>)(?<!#.)(?:(?<=#)|(?<=R)j?#|#)#{{0,7}}(?:c#{{1,5}})?"
    rf"(?:(?!N){NOUNS}|(?=p)|(?<=[cbkB,]R#)|(?<=[cbkB,]Rj#)){OF}{VERB}"
    rf"|[nNiegV](?P<bare>)(?:{BARE_AFTER_END}|{BARE_AFTER_PLURAL}|{NAME}){VERB}"
    rf"|[LlhJ](?P<opening>)(?:(?<=[Lh])|(?<=l)m|T(?=[nNi]))"
    rf"|[swfW](?P<joint>)"
    rf"|[aAIvzVe](?P<finite>)"
)
#: Two letters -> what they are beside each other: "in may", "the report", "this claim", "more and".
MENDED = {
    **{letter + "a": letter + "t" for letter in "pjJ"},
    **{"d" + letter: "dn" for letter in "zZvV"},
    "QZ": "Qn",
    **{letter + mark: "y" + mark for letter in "JjRP" for mark in "cbBk,"},
}
#: The same where more letters tell: "that claim was", "think so we", "at all".
MENDED_BY_MORE = (
    ("TZ", re.compile(r"(?<=T)Z(?=[aAIvzVe])"), "n"),
    ("zB", re.compile(r"(?<=z)B(?=[SCOEdDQ#])"), "y"),
    ("ZB", re.compile(r"(?<=Z)B(?=[SCOEdDQ#])"), "y"),
    ("pD", re.compile(r"(?<=p)D(?![nNi#p])"), "y"),
)


def mended(kinds: str) -> str:
    """The letters with what the words beside a word tell of it."""
    for pair, mended in MENDED.items():
        kinds = kinds.replace(pair, mended)
    for pair, pattern, letter in MENDED_BY_MORE:
        if pair in kinds:
            kinds = pattern.sub(letter, kinds)
    return kinds.replace("Z", "z")
