"""What people fill in at the desk. The rules are the workflow's; a form gives words and types."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Evidence, Kind, Rating, Said, Topic, Verdict
from claims.models.claim import DismissalReason
from claims.models.verdict import Confidence, CorrectionType, ReturnReason
from claims.workbench.staleness import seen

# A text area in which a script completes the names of colleagues.
NAMING = {"data-names": True, "aria-autocomplete": "list"}
NO_ADDRESS = {"invalid": _("This is no address of a page. Copy all of it, with https://.")}


def area(rows: int = 3, **attrs: Any) -> forms.Textarea:
    """Return a text area in which each paragraph finds its own direction."""
    return forms.Textarea(attrs={"rows": rows, "dir": "auto", **attrs})


def web_address() -> forms.TextInput:
    """Return a field for an address of the web; unlike a browser's own it takes one without https.

    What is no address is refused by the server, with what helps.
    """
    attrs = {"inputmode": "url", "placeholder": "https://", "dir": "ltr", "spellcheck": "false"}
    return forms.TextInput(attrs={**attrs, "autocapitalize": "none"})


class DismissForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why is it not worth checking?"),
        choices=DismissalReason.choices,
        widget=forms.RadioSelect(attrs={"stacked": True, "data-digits": True}),
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=1000, widget=area(2))


class DuplicateForm(forms.Form):
    of = forms.UUIDField(
        label=_("The claim it repeats"),
        error_messages={"invalid": _("This is no claim of the desk. Paste its whole address.")},
        help_text=_("Paste its address, or choose it under “Claims that look alike”."),
    )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        """Take the id out of an address, where a person pasted one."""
        if data is not None and "/claims/" in (data.get("of") or ""):
            data = data.copy()
            data["of"] = data["of"].partition("/claims/")[2].partition("/")[0]
        super().__init__(data, *args, **kwargs)
        self.fields["of"].widget.attrs["autocomplete"] = "off"


class TellApartForm(forms.Form):
    of = forms.UUIDField(label=_("The claim it is not"), widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """A reason that the verb asks for; whether it must be given is the verb's to say."""

    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000, widget=area(2))


class NeededReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=area(2))


class PublicReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=area(3), help_text=_("Readers see it.")
    )


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Note"), required=False, max_length=1000, widget=area(2))


class ReturnForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is missing?"),
        choices=ReturnReason.choices,
        widget=forms.RadioSelect(attrs={"stacked": True, "data-digits": True}),
    )
    note = forms.CharField(
        label=_("To the authors"),
        max_length=5000,
        widget=area(4, **NAMING),
        help_text=_("What to change. @name tells a colleague."),
    )


class CorrectionForm(forms.Form):
    correction_type = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=CorrectionType.choices,
        widget=forms.RadioSelect(attrs={"stacked": True, "data-digits": True}),
    )
    public_note = forms.CharField(
        label=_("Note for readers"),
        required=False,
        max_length=2000,
        widget=area(3),
        help_text=_("What was corrected and why. It can be finished before you submit."),
    )


class HashForm(forms.Form):
    """The text that the person read, by its hash."""

    content_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)


class AssignForm(forms.Form):
    assignee = forms.ModelChoiceField(
        get_user_model().objects.none(), label=_("Who"), required=False, empty_label=_("Nobody")
    )
    priority = forms.TypedChoiceField(
        label=_("Priority"),
        coerce=int,
        choices=[(0, _("Normal")), (1, _("Raised")), (2, _("High")), (3, _("Urgent"))],
    )
    deadline = forms.DateTimeField(
        label=_("Deadline"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True)
        self.fields["assignee"].queryset = people.order_by("name", "email")


class CommentForm(forms.Form):
    body = forms.CharField(
        label=_("Comment"),
        max_length=5000,
        widget=area(3, **NAMING),
        help_text=_("@name tells a colleague."),
    )


class ClaimForm(forms.ModelForm):
    """The stand-alone wording and what is known about a claim."""

    seen = forms.CharField(max_length=40, widget=forms.HiddenInput)
    claimant_name = forms.CharField(
        label=_("Claimant"),
        required=False,
        max_length=200,
        help_text=_("Who said it. A name that is not known yet is added."),
        widget=forms.TextInput(attrs={"dir": "auto", "list": "claimants", "autocomplete": "off"}),
    )

    class Meta:
        model = Claim
        fields = ["text", "kind", "language", "said_on", "topics"]
        widgets = {
            "text": area(2, **{"data-kind": "said"}),
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "topics": forms.CheckboxSelectMultiple,
        }
        labels = {
            "text": _("Stand-alone wording"),
            "kind": _("Kind"),
            "language": _("Language"),
            "said_on": _("Said on"),
            "topics": _("Topics"),
        }

    field_order = ["text", "claimant_name", "kind", "said_on", "language", "topics", "seen"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].required = False
        self.fields["topics"].queryset = Topic.objects.all()
        claim = self.instance
        self.initial.setdefault("seen", seen(claim))
        self.initial.setdefault("claimant_name", claim.claimant.name if claim.claimant else "")


class EvidenceForm(forms.ModelForm):
    """A page or a file that says something about the claim."""

    file = forms.FileField(
        label=_("File"), required=False, help_text=_("Instead of an address, or beside it.")
    )

    class Meta:
        model = Evidence
        fields = [
            "url", "title", "publisher", "stance", "kind", "quote", "published_on",
            "independence", "is_protected_source", "note",
        ]  # fmt: skip
        widgets = {
            "stance": forms.RadioSelect,
            "quote": area(3, **{"data-kind": "said", "data-pin": "quote"}),
            "note": area(2),
            "published_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "url": web_address(),
        }
        error_messages = {
            "url": NO_ADDRESS,
        }
        labels = {
            "url": _("Address"),
            "title": _("Title"),
            "publisher": _("Publisher"),
            "stance": _("What it says about the claim"),
            "kind": _("Kind"),
            "quote": _("Pinned quote"),
            "published_on": _("Published on"),
            "independence": _("Independence"),
            "is_protected_source": _("Protected source"),
            "note": _("Note for the desk"),
        }

    field_order = ["url", "file", "title", "publisher", "stance", "kind", "quote"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Nothing is chosen beforehand: what a source says about the claim is a judgement.
        self.fields["stance"].choices = Evidence.Stance.choices
        self.fields["kind"].choices = [("", _("Choose a kind")), *Evidence.Kind.choices]


class VerdictForm(forms.ModelForm):
    """A draft. Nothing is chosen beforehand, and everything may still be missing.

    trouble: what a page says above it, where that is not that it could not be saved.
    """

    trouble = ""
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Verdict
        fields = [
            "said", "rating", "confidence", "headline", "summary", "rationale",
            "media", "media_original", "media_context", "correction_type", "public_note",
        ]  # fmt: skip
        widgets = {
            "said": forms.RadioSelect,
            "rating": forms.RadioSelect,
            "confidence": forms.RadioSelect,
            "summary": area(3),
            "rationale": area(10, **{"data-size": "tall", "data-rationale": ""}),
            "media_original": web_address(),
            "media_context": area(2),
            "public_note": area(3),
            "headline": forms.TextInput(attrs={"dir": "auto"}),
        }
        labels = {
            "said": _("Was it said?"),
            "rating": _("Is it true?"),
            "confidence": _("Confidence"),
            "headline": _("Headline"),
            "summary": _("Summary"),
            "rationale": _("Rationale"),
            "media": _("Image or video"),
            "media_original": _("Address of the original"),
            "media_context": _("What the original shows"),
            "correction_type": _("Kind of correction"),
            "public_note": _("Note for readers"),
        }

    def __init__(self, *args: Any, is_reported: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
        self.fields["media_original"].error_messages |= NO_ADDRESS
        self.fields["said"].choices = Said.choices
        self.fields["confidence"].choices = Confidence.choices
        ratings = Rating.objects.filter(scale__is_current=True, retired_at=None)
        self.fields["rating"].queryset = ratings.order_by("order")
        self.fields["rating"].empty_label = None
        if not self.instance._state.adding:
            self.initial.setdefault("version", self.instance.version)
        if not is_reported and not self.instance.said:
            del self.fields["said"]
        if self.instance.claim.kind not in (Kind.IMAGE, Kind.VIDEO) and not self.instance.media:
            del self.fields["media"], self.fields["media_original"], self.fields["media_context"]
        if not self.instance.corrects_id:
            del self.fields["correction_type"], self.fields["public_note"]

    def content(self) -> dict[str, Any]:
        """Return what was written, as `workflow.draft` takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
