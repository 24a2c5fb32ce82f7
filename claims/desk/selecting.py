"""Words that a person picked out of an article, as a place in its text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Snapshot
from claims.models import Kind
from claims.workbench.forms import area

CONTEXT = 40  # characters beside the words that are shown where they stand more than once


class SelectionForm(forms.Form):
    """A stretch of a text: selected in the browser, or typed word for word.

    start, end: code points, from a selection; without them the typed words are looked for.
    """

    words = forms.CharField(
        label=gettext_lazy("Exact words"),
        strip=False,
        max_length=5000,
        widget=area(2, **{"data-kind": "said"}),
        help_text=gettext_lazy("Select them in the article, or type them as they stand there."),
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, snapshot: Snapshot, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.snapshot = snapshot

    def clean(self) -> dict[str, Any]:
        """Set start and end to where the words stand; they have to stand there once."""
        cleaned = super().clean() or {}
        words = cleaned.get("words", "").replace("\r\n", "\n")
        start, end = cleaned.get("start"), cleaned.get("end")
        text = self.snapshot.text
        if not words or (start is not None and end is not None and text[start:end] == words):
            return cleaned
        words = words.strip()
        first = text.find(words)
        if first < 0:
            self.add_error("words", _("These words do not stand in the article."))
        elif text.find(words, first + 1) >= 0:
            self.add_error("words", _("These words stand there more than once. Give more of them."))
        else:
            cleaned["start"], cleaned["end"] = first, first + len(words)
        return cleaned


class NewClaimForm(SelectionForm):
    """A claim entered by hand from the words of an article."""

    text = forms.CharField(
        label=gettext_lazy("Stand-alone wording"),
        required=False,
        max_length=2000,
        widget=area(2, **{"data-kind": "said"}),
        help_text=gettext_lazy("Empty: the words themselves."),
    )
    claimant_name = forms.CharField(
        label=gettext_lazy("Claimant"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Kind.choices, initial=Kind.STATE)
    field_order = ["words", "text", "claimant_name", "kind"]
