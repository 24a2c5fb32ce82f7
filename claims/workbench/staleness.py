"""When somebody else changed what a person is typing over: both texts, side by side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from claims.errors import Outdated
from claims.models import Claim
from claims.workbench.differing import Part, differing, is_changed

# Fields whose two wordings are worth comparing word by word.
COMPARED = ("text", "headline", "summary", "rationale", "public_note")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that says something else now than what the person typed."""

    label: str
    parts: list[Part]
    newer: str


def seen(claim: Claim) -> str:
    """Return a short mark of a claim's content; it changes when any of the content does.

    The claim's own version also counts what changes no words, such as a comment.
    """
    content = [
        claim.text,
        claim.kind,
        claim.language,
        str(claim.claimant_id),
        str(claim.said_on),
        sorted(claim.topics.values_list("pk", flat=True)),
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:20]


def is_as_seen(claim: Claim, answers: Mapping[str, str]) -> bool:
    """Whether the claim still says what the form was filled in from."""
    return answers.get("seen") == seen(claim)


def differences(form: forms.Form, error: Outdated) -> list[Difference]:
    """Return, for each text, the way from what is stored now to what the person typed."""
    found = []
    for name in COMPARED:
        if name not in form.fields or name not in error.newer:
            continue
        newer = str(error.newer[name] or "")
        parts = differing(newer, form.data.get(name, ""))
        if is_changed(parts):
            found.append(Difference(str(form.fields[name].label), parts, newer))
    return found


def renewed(form: forms.Form, **marks: Any) -> None:
    """Let a refused form be sent again knowingly: it now names what is stored."""
    form.data = form.data.copy()
    for name, value in marks.items():
        form.data[name] = str(value)
