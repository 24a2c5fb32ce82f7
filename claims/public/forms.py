"""What readers and claimants fill in. The rules are those of the verbs behind."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.workbench.forms import NO_ADDRESS, web_address


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


class DisputeForm(forms.Form):
    """An objection to a fact-check. `website` is hidden from people; programs fill it in."""

    text = forms.CharField(
        label=_("What is wrong?"),
        max_length=5000,
        widget=area(6),
        help_text=_("Name the sentence and say what it should be."),
    )
    url = forms.URLField(
        label=_("Where can we see it?"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=web_address(),
        error_messages=NO_ADDRESS,
        help_text=_("The address of a page or document that shows it."),
    )
    name = forms.CharField(label=_("Your name"), required=False, max_length=200)
    email = forms.EmailField(
        label=_("Your mail address"),
        required=False,
        help_text=_("Only for questions of the desk. Neither is ever published."),
    )
    website = forms.CharField(required=False, widget=forms.HiddenInput)


class ReplyForm(forms.Form):
    text = forms.CharField(label=_("Your reply"), max_length=10_000, widget=area(10))
    signed = forms.CharField(
        label=_("Signed by"), max_length=200, help_text=_("Name and function, as readers see it.")
    )
