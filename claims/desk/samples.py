"""Made-up rows for the pattern page: what components read of a claim, evidence, a text, a person.

They stand for model rows without the database; each has what its component takes, and no more.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace as Row
from typing import Any
from uuid import UUID

from claims.models import ClaimState, Evidence, Kind
from claims.workbench.lit import Mark, Paragraph, Piece

NOBODY = UUID(int=0)
LONG = (
    "The harbour authority handled 4.2 million containers in the year to June, up from "
    "3.6 million a year before, although two of its five quays were closed for dredging from "
    "November until the end of March and one crane was out of use throughout."
)
HEBREW = "מספר התושבים בעיר ירד מ-41,000 ל-38,500 בתוך שלוש שנים, אמרה ראש העירייה."
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def claims(now: datetime, person: Any) -> list[Row]:
    """Claims as a list draws them: plain, with everything, unbroken, right to left."""
    article = Row(pk=NOBODY, headline="Port counts more containers", source="Harbour Courier")
    plain = {
        "pk": NOBODY,
        "text": LONG,
        "state": ClaimState.CANDIDATE,
        "get_state_display": ClaimState.CANDIDATE.label,
        "get_kind_display": Kind.QUANTITY.label,
        "priority": 0,
        "claimant": Row(name="Mayor Adler"),
        "first_mention": Row(snapshot=Row(article=article)),
        "mention_count": 1,
        "lease_by": None,
        "assignee": None,
        "deadline": None,
        "worth": 0.82,
        "created_at": now,
    }
    busy = {
        "state": ClaimState.IN_PROGRESS,
        "get_state_display": ClaimState.IN_PROGRESS.label,
        "priority": 3,
        "mention_count": 7,
        "lease_by": person,
        "assignee": "Rosa Marten",
        "deadline": now + timedelta(days=1),
    }
    bare = {"text": UNBROKEN, "claimant": None, "first_mention": None, "worth": 0.07}
    states: list[dict[str, Any]] = [{}, busy, bare, {"text": HEBREW}]
    return [Row(**{**plain, **state, "pk": UUID(int=n)}) for n, state in enumerate(states, 1)]


class Rows(list[Any]):
    """What a related manager gives where a prefetch has loaded its rows."""

    def all(self) -> Rows:
        return self


def evidence(now: datetime) -> list[Row]:
    """Evidence with a copy, on its way, without a copy, protected, withdrawn."""
    copy = Row(pk=0, sha256="0" * 64, file_name="log.txt", media_type="text/plain")
    copy.size, copy.captured_at = 48_213, now
    plain = {
        "url": "https://port.example/log",
        "title": "Harbour log, year to June",
        "publisher": "Harbour Master's Office",
        "published_on": now.date(),
        "stance": Evidence.Stance.CONTRADICTS,
        "get_stance_display": Evidence.Stance.CONTRADICTS.label,
        "get_kind_display": Evidence.Kind.PRIMARY.label,
        "independence": Evidence.Independence.INDEPENDENT,
        "get_independence_display": Evidence.Independence.INDEPENDENT.label,
        "is_protected_source": False,
        "quote": "3,902,114 containers were handled.",
        "note": "",
        "withdrawn_at": None,
        "added_by": "Rosa Marten",
        "captures": Rows([copy]),
        "capture_jobs": Rows(),
    }
    job = Row(state="failed", get_state_display="Failed", reason="port.example was not found.")
    states: list[dict[str, Any]] = [
        {},
        {"captures": Rows(), "capture_jobs": Rows([job]), "quote": ""},
        {"captures": Rows(), "url": "", "title": HEBREW, "quote": HEBREW},
        {"is_protected_source": True, "note": "Met in person; knows the night shift."},
        {"withdrawn_at": now, "withdrawn_by": "Emil", "withdrawn_reason": "Another harbour."},
    ]
    return [
        Row(pk=UUID(int=number), number=number, **{**plain, **state})
        for number, state in enumerate(states, 1)
    ]


def comparison(now: datetime) -> Row:
    """A revision beside the text that an editor returned, in which nothing changed."""
    texts = [
        Row(key="2", label=f"the text you returned, {now:%d %b %H:%M}"),
        Row(key="1", label="the last public revision, 3 March"),
    ]
    return Row(texts=texts, chosen=texts[0], changes=[])


def lit_text() -> Row:
    """A text with claims lit: plain, current, one in another, not a claim any more, edited."""

    def mark(state: str, *, is_current: bool = False) -> Mark:
        subject = Row(pk=0, claim_id=NOBODY)
        subject.claim = Row(state=state, get_state_display=ClaimState(state).label)
        return Mark(0, 0, subject, is_current=is_current)

    current = mark("in_progress", is_current=True)
    edit = Row(older="3.6 million", newer="3.9 million")
    first = (
        Piece("The mayor said "),
        Piece("the harbour handled 4.2 million containers", mark("candidate"), depth=1),
        Piece(". Her deputy "),
        Piece("denied that ", current, depth=1),
        Piece("a crane", current, depth=2),
        Piece(", he added, ", current, depth=1, is_said=False),
        Piece("had been idle all year", current, depth=1),
        Piece(" and "),
        Piece("called the winter long", mark("dismissed"), depth=1),
        Piece(". A year before it was "),
        Piece("3.6 million", mark("checked"), depth=1, edit=edit),
        Piece("."),
    )
    paragraphs = [Paragraph(0, first, "\n\n"), Paragraph(0, (Piece(LONG),))]
    return Row(snapshot=Row(pk=0, language="en"), paragraphs=paragraphs)


def replies(now: datetime) -> list[Row]:
    """Requests for a reply: open, answered, without an answer, over and shown."""
    asked = {
        "pk": NOBODY,
        "name": "Mayor Adler",
        "asked_at": now - timedelta(days=3),
        "expires_at": now + timedelta(days=4),
        "is_open": False,
        "answered_at": None,
        "silent_at": None,
        "released_at": None,
        "answer": "",
        "answered_by": "",
    }
    answer = {"answered_at": now, "answer": LONG, "answered_by": "R. Adler, mayor"}
    states: list[dict[str, Any]] = [
        {"is_open": True},
        answer,
        {"silent_at": now},
        {**answer, "released_at": now},
    ]
    return [Row(**{**asked, **state, "pk": UUID(int=n)}) for n, state in enumerate(states)]
