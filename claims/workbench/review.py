"""What a second pair of eyes looks at: statements with their sources, and flags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.commas import listed
from claims.models import Evidence, Mention, Verdict, VerdictState
from claims.workbench.differing import Part

CITATION = re.compile(r"\[(\d{1,4})\](?!\()")
SENTENCE = re.compile(r"[^.!?…。؟]+(?:[.!?…。؟]+[\"'”’»)]*(?:\s*\[\d{1,4}\])*|$)", re.DOTALL)
NUMBER = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")
WORDS = 4  # fewer words are a heading or a fragment, not a statement
NEAR = 0.02  # a rounded figure lies this close to the exact one, as a ratio
SCALES = (1, 1e3, 1e6, 1e9)  # "4.2 million" may stand for 4,204,118

COMPARED: list[tuple[str, str | Promise]] = [
    ("headline", gettext_lazy("Headline")),
    ("summary", gettext_lazy("Summary")),
    ("rationale", gettext_lazy("Rationale")),
]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a rationale with the evidence it cites; uncited: sentences that cite none."""

    text: str
    evidence: list[Evidence] = field(default_factory=list)
    uncited: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a revision says otherwise than an earlier text."""

    label: str
    parts: list[Part]


def passages(rationale: str, evidence: Iterable[Evidence]) -> list[Passage]:
    """Return the rationale paragraph by paragraph, each beside what it rests on."""
    by_number = {item.number: item for item in evidence}
    found = []
    for paragraph in re.split(r"\n\s*\n", rationale):
        if not paragraph.strip():
            continue
        numbers = dict.fromkeys(int(number) for number in CITATION.findall(paragraph))
        named = [by_number[number] for number in numbers if number in by_number]
        found.append(Passage(paragraph.strip(), named, uncited(paragraph)))
    return found


def cited(text: str) -> set[int]:
    """Return the numbers of the evidence that a rationale cites."""
    return {int(number) for number in CITATION.findall(text)}


def uncited(text: str) -> list[str]:
    """Return the sentences that state something and cite no evidence.

    A citation counts for its own sentence; one right after the full stop counts for the sentence
    before it. Headings, quotes of somebody else and short fragments state nothing.
    """
    found = []
    for line in text.splitlines():
        if line.lstrip().startswith(("#", ">", "|", "```")):
            continue
        for sentence in SENTENCE.findall(line):
            words = CITATION.sub("", sentence).split()
            if len(words) >= WORDS and not CITATION.search(sentence):
                found.append(sentence.strip())
    return found


def flags(verdict: Verdict, evidence: Iterable[Evidence], mentions: Iterable[Mention]) -> list[str]:
    """Return what should make an approver look twice, in sentences.

    evidence, mentions: with their captures and quantities loaded.
    """
    numbers = cited(verdict.rationale)
    named = [item for item in evidence if item.number in numbers and item.withdrawn_at is None]
    found = []
    if named and len({_publisher(item) for item in named}) == 1:
        found.append(_("All cited evidence comes from one source."))
    bare = [item.number for item in named if not item.captures.all()]
    if bare:
        found.append(
            ngettext(
                "No copy is kept of evidence {numbers}.",
                "No copies are kept of evidence {numbers}.",
                len(bare),
            ).format(numbers=listed(f"[{number}]" for number in bare))
        )
    if named and all(item.independence == Evidence.Independence.PARTY for item in named):
        found.append(_("All cited evidence comes from the claimant's side."))
    found += _figures(named, mentions)
    lacking = uncited(verdict.rationale)
    if lacking:
        found.append(
            ngettext(
                "{count} statement of the rationale cites no evidence.",
                "{count} statements of the rationale cite no evidence.",
                len(lacking),
            ).format(count=len(lacking))
        )
    claimant = verdict.claim.claimant
    if claimant is not None and claimant.is_private_person:
        found.append(_("The claimant is a private person and would be named in public."))
    if verdict.waiver_reason:
        found.append(_("The kept copy was waived."))
    return found


def is_to_decide(verdict: Verdict | None) -> bool:
    """Whether the revision lies before an editor."""
    decided = (VerdictState.SUBMITTED, VerdictState.APPROVED)
    return verdict is not None and verdict.state in decided


def _publisher(item: Evidence) -> str:
    """Who stands behind a piece of evidence: its publisher, else the host of its address."""
    host = urlsplit(item.url).netloc.removeprefix("www.")
    return (item.publisher.strip() or host or item.title).casefold()


def _figures(named: Iterable[Evidence], mentions: Iterable[Mention]) -> list[str]:
    """Say which figures of the claim no pinned quote contains, not even rounded.

    "Halved" is no figure that a quote could contain: it shows in the two that it leads from and to.
    """
    claimed = {
        value: quantity.text
        for mention in mentions
        for quantity in mention.quantities.all()
        if quantity.change is None or any(sign.isdecimal() for sign in quantity.text)
        for value in (quantity.value, quantity.from_value, quantity.to_value)
        if value
    }
    quoted = [number for item in named for number in _numbers(item.quote)]
    if not claimed or not quoted:
        return []
    missing = dict.fromkeys(
        text for value, text in claimed.items() if not any(_near(value, one) for one in quoted)
    )
    return [
        _("No pinned quote contains the figure “{figure}”.").format(figure=text) for text in missing
    ]


def _numbers(text: str) -> list[float]:
    found = []
    for match in NUMBER.findall(text):
        plain = re.sub(r"[\s\u00a0\u202f]", "", match)
        groups = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain)
        plain = re.sub(r"[.,]", "", plain) if groups else plain.replace(",", ".")
        if plain.count(".") <= 1:
            found.append(float(plain))
    return found


def _near(value: float, number: float) -> bool:
    return any(abs(abs(value) - number * scale) <= NEAR * abs(value) for scale in SCALES)
