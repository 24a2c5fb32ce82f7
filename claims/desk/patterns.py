"""What the pattern page shows: every component in every state, from made-up values."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

TONES = ["positive", "leaning", "caution", "warning", "negative", "accent", "second", "neutral"]
CLAIM_STATES = [
    ("candidate", "Candidate"),
    ("queued", "Queued"),
    ("in_progress", "In progress"),
    ("checked", "Checked"),
    ("dismissed", "Dismissed"),
    ("duplicate", "Duplicate"),
]
VERDICT_STATES = [
    ("draft", "Draft"),
    ("submitted", "Submitted"),
    ("changes_requested", "Changes requested"),
    ("approved", "Approved"),
    ("published", "Published"),
    ("superseded", "Superseded"),
    ("retracted", "Retracted"),
    ("abandoned", "Abandoned"),
]
RATINGS = [
    (5, "True"),
    (4, "Mostly true"),
    (3, "Half true"),
    (2, "Mostly false"),
    (1, "False"),
    (None, "Misleading"),
    (None, "Unproven"),
]
STANCES = [("supports", "Supports"), ("contradicts", "Contradicts"), ("context", "Context")]
ATTITUDES = ["asserts", "denies", "disputes", "questions", "concedes"]
JOB_STATES = [
    ("waiting", "Waiting"),
    ("running", "Running"),
    ("done", "Done"),
    ("failed", "Failed"),
]
LONG = (
    "The harbour authority handled 4.2 million containers in the year to June, up from "
    "3.6 million a year before, although two of its five quays were closed for dredging from "
    "November until the end of March and one crane was out of use throughout."
)
HEBREW = "מספר התושבים בעיר ירד מ-41,000 ל-38,500 בתוך שלוש שנים, אמרה ראש העירייה."


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
    stance = forms.ChoiceField(label="Stance", choices=STANCES, widget=forms.RadioSelect)
    sure = forms.BooleanField(label="The source is protected", required=False)


def samples() -> dict[str, Any]:
    """Return the context of the pattern page."""
    now = timezone.now()
    refused = SampleForm({"address": "not an address", "wording": ""})
    refused.is_valid()
    return {
        "tones": TONES,
        "claim_states": CLAIM_STATES,
        "verdict_states": VERDICT_STATES,
        "ratings": RATINGS,
        "stances": STANCES,
        "attitudes": ATTITUDES,
        "job_states": JOB_STATES,
        "long": LONG,
        "hebrew": HEBREW,
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
        "diff": [
            {"kind": "same", "text": "The port handled "},
            {"kind": "removed", "text": "3.6"},
            {"kind": "added", "text": "4.2"},
            {"kind": "same", "text": " million containers."},
        ],
        "tabs": [
            {"label": "Waiting", "href": "#", "is_current": True, "count": 12},
            {"label": "Mine", "href": "#", "count": 3},
            {"label": "Published", "href": "#"},
        ],
    }
