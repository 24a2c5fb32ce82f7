"""One way to ask about grammar and names, whatever labels a pipeline uses.

Universal Dependencies (the bundled pipeline, most spaCy pipelines) and ClearNLP labels
(`en_core_web_*`) name and build the same relations differently: a prepositional object hangs on
the verb in one and on the preposition in the other. The functions here read both, and answer
None or nothing where a text has no parse at all. No other module looks at label names.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl", "advcl:relcl"})
AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass", "cop"})
NAME_PARTS = frozenset({"flat", "flat:name", "compound", "nmod:desc", "nn"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})

#: Tokens between those that tell whether a text is labelled: a model labels all that it reads.
APART = 32

#: Canonical kinds of names, by the label of a model.
ENTITY_KINDS = {
    **dict.fromkeys(("PERSON", "PER", "person"), "person"),
    **dict.fromkeys(("ORG", "org", "organization", "corporation"), "org"),
    **dict.fromkeys(("GPE", "LOC", "FAC", "place", "location"), "place"),
    **dict.fromkeys(("NORP", "group"), "group"),
    **dict.fromkeys(("LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "MISC", "other"), "other"),
}

COARSE_BY_TAG = {
    **dict.fromkeys(("NN", "NNS", "AFX", "GW"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("MD",), "AUX"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("DT", "WDT", "PDT", "PRP$", "WP$"), "DET"),
    **dict.fromkeys(("PRP", "WP", "EX"), "PRON"),
    **dict.fromkeys(("IN", "RP"), "ADP"),
    **dict.fromkeys(("TO", "POS"), "PART"),
    **dict.fromkeys((".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"), "PUNCT"),
    **dict.fromkeys(("SYM", "$", "#"), "SYM"),
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    "_SP": "SPACE",
}


# --- what a text has -------------------------------------------------------------------------
def has_parse(doc: Doc) -> bool:
    """Whether the text carries a dependency parse."""
    for at in range(0, len(doc), APART):  # noqa: SIM110 - a generator takes twice as long
        if doc[at].dep:
            return True
    return False


def has_tags(doc: Doc) -> bool:
    """Whether the text carries parts of speech, fine or coarse."""
    for at in range(0, len(doc), APART):
        token = doc[at]
        if token.tag or token.pos:
            return True
    return False


# --- words -----------------------------------------------------------------------------------
def coarse(token: Token) -> str:
    """Universal part of speech ("VERB", "PROPN"), from the fine tag if need be; "" if unknown."""
    if token.pos:
        return token.pos_
    return COARSE_BY_TAG.get(token.tag_, "")


def is_verb(token: Token) -> bool:
    """Whether the word is used as a verb or auxiliary."""
    return coarse(token) in ("VERB", "AUX")


def is_finite(token: Token) -> bool:
    """Whether the clause that this word heads is finite ("denied", "has denied", "is ready")."""
    if is_finite_form(token):
        return True
    return any(child.dep_ in AUXILIARIES and is_finite_form(child) for child in token.lefts)


def is_finite_form(token: Token) -> bool:
    if token.tag_ in FINITE_TAGS:
        return True
    return "Fin" in token.morph.get("VerbForm")


# --- relations -------------------------------------------------------------------------------
def own_subject_of(verb: Token) -> Token | None:
    """Head word of the subject that stands in the verb's own clause."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    # In "she is ready" the subject hangs on the predicate in UD: the auxiliary asks its head.
    if verb.dep_ in AUXILIARIES and verb.head is not verb:
        return own_subject_of(verb.head)
    return None


def subject_of(verb: Token) -> Token | None:
    """Head word of the subject, also when the verb shares it or leaves it out.

    "He smiled and said": he. "Smiling, he noted": he. "the man who said": the man.
    "a spokesman speaking": the spokesman. "he wants to say": he. The subject of a passive is the
    one that suffers; `agent_of` gives the one that acts.
    """
    for _ in range(6):
        subject = own_subject_of(verb)
        if subject is not None:
            if verb.dep_ in RELATIVE_CLAUSES and subject.lower_ in RELATIVE_PRONOUNS:
                return verb.head
            return subject
        if verb.head is verb:
            return None
        if verb.dep_ in RELATIVE_CLAUSES or verb.dep_ == "acl":
            return verb.head if not is_verb(verb.head) else None
        if verb.dep_ == "xcomp":
            controlled = object_of(verb.head)
            if controlled is not None:
                return controlled
        elif verb.dep_ == "advcl":
            if is_finite(verb):
                return None
        elif verb.dep_ not in ("conj", "parataxis", "aux", "pcomp", "prep"):
            return None
        verb = verb.head
    return None


def object_of(verb: Token) -> Token | None:
    """Head word of the direct object."""
    return next((child for child in verb.rights if child.dep_ in OBJECTS), None) or next(
        (child for child in verb.lefts if child.dep_ in OBJECTS), None
    )


# --- stretches of text -----------------------------------------------------------------------
def extent(token: Token) -> tuple[int, int]:
    """Token range (start, end exclusive) of everything that hangs on a word, and itself."""
    return token.left_edge.i, token.right_edge.i + 1


def name_extent(token: Token) -> tuple[int, int]:
    """Token range of the name around a head word: titles and all parts, no descriptions."""
    start, end = token.i, token.i + 1
    for child in token.lefts:
        if child.dep_ in NAME_PARTS:
            start = min(start, child.left_edge.i)
    for child in token.rights:
        if child.dep_ in NAME_PARTS:
            end = max(end, child.right_edge.i + 1)
    return start, end


# --- names -----------------------------------------------------------------------------------
def entity_kind(label: str) -> str | None:
    """person, org, place, group or other; None for what is no name (dates, amounts).

    Values always come from `claims.extraction.quantities`, whatever a model says.
    """
    return ENTITY_KINDS.get(label)
