"""What the pattern page shows: every component in every state, from made-up values."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.utils import timezone

from articles.jobs import State
from claims.charts import Bar, drawn
from claims.desk import samples
from claims.models import ClaimState, Evidence, Stance, VerdictState

TONES = ["positive", "leaning", "caution", "warning", "negative", "accent", "second", "neutral"]
RATINGS = [
    (5, "True"),
    (4, "Mostly true"),
    (3, "Half true"),
    (2, "Mostly false"),
    (1, "False"),
    (None, "Misleading"),
    (None, "Unproven"),
]


class SampleForm(forms.Form):
    """One field of every kind that the desk's forms use."""

    wording = forms.CharField(
        label="Wording", widget=forms.Textarea, help_text="A sentence that stands alone."
    )
    address = forms.URLField(label="Address", required=False, assume_scheme="https")
    document = forms.FileField(label="File", required=False)
    kind = forms.ChoiceField(
        label="Kind", choices=[("primary", "Primary source"), ("news", "News")], required=False
    )
    stance = forms.ChoiceField(
        label="Stance", choices=Evidence.Stance.choices, widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="The source is protected", required=False)


def shown(person: Any) -> dict[str, Any]:
    """Return the context of the pattern page; person: who looks at it."""
    now = timezone.now()
    refused = SampleForm({"address": "not an address", "wording": ""})
    refused.is_valid()
    return {
        "tones": TONES,
        "claim_states": ClaimState.choices,
        "verdict_states": VerdictState.choices,
        "ratings": RATINGS,
        "stances": Evidence.Stance.choices,
        "attitudes": Stance.choices,
        "job_states": State.choices,
        "long": samples.LONG,
        "hebrew": samples.HEBREW,
        "claims": samples.claims(now, person),
        "evidence": samples.evidence(now),
        "shown": samples.lit_text(),
        "replies": samples.replies(now),
        "edits": [{"older": "3.6 million", "newer": "3.9 million"}, {"older": "Two quays"}],
        "typed": [("Rationale", samples.LONG)],
        "said": [
            Message(messages.SUCCESS, "Published."),
            Message(messages.ERROR, "Not saved: a newer version is there."),
        ],
        "form": SampleForm(prefix="plain"),
        "refused_form": refused,
        "now": now,
        "checklist": [
            {"met": True, "text": "A rating is chosen"},
            {"met": False, "text": "The rationale cites evidence", "target": "wording"},
        ],
        "steps": [
            {"what": "Returned: figures", "who": "Emil", "at": now, "note": "Which year is meant?"},
            {
                "what": "Submitted",
                "who": "Rosa",
                "at": now - timedelta(hours=2),
                "is_strong": True,
            },
            {"what": "Taken", "who": "Rosa", "at": now - timedelta(hours=5)},
        ],
        "comparison": samples.comparison(now),
        "diff": [
            {"kind": "same", "text": "The port handled "},
            {"kind": "removed", "text": "3.6"},
            {"kind": "added", "text": "4.2"},
            {"kind": "same", "text": " million containers."},
        ],
        "chart": drawn(
            [
                Bar("Harbour Courier", [41, 12]),
                Bar(samples.HEBREW, [7, 30]),
                Bar("None named", [0, 1]),
            ],
            ["published", "declined"],
            unit="claims",
        ),
        "tabs": [
            {"label": "Waiting", "href": "#", "is_current": True, "count": 12},
            {"label": "Mine", "href": "#", "count": 3},
            {"label": "Published", "href": "#"},
        ],
    }
