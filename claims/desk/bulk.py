"""One verb over many claims of a list, each with its own answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims import workflow
from claims.models import Claim
from claims.models.claim import DismissalReason

if TYPE_CHECKING:
    from claims.accounts.models import User

MOST = 200  # claims of one bulk act: as many as a person can have looked at


@dataclass(frozen=True, slots=True)
class BulkAct:
    verb: str
    run: Callable[..., Any]
    done: str | Promise


BULK = {
    "accept": BulkAct("accept", workflow.accept, _("Accepted")),
    "dismiss": BulkAct("dismiss", workflow.dismiss, _("Dismissed")),
    "assign": BulkAct("assign", workflow.assign, _("Assigned")),
}


class BulkForm(forms.Form):
    """Which verb on which claims, with what the verb asks for."""

    verb = forms.ChoiceField(choices=[(verb, act.done) for verb, act in BULK.items()])
    claim = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    reason = forms.ChoiceField(
        label=_("Reason"),
        required=False,
        choices=[("", _("Choose a reason")), *DismissalReason.choices],
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"placeholder": _("Note"), "dir": "auto"}),
    )
    assignee = forms.ModelChoiceField(
        get_user_model().objects.none(), label=_("Who"), required=False, empty_label=_("Nobody")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True).order_by("name", "email")
        self.fields["assignee"].queryset = people
        chosen = self.data.getlist("claim") if hasattr(self.data, "getlist") else []
        self.fields["claim"].choices = [(one, one) for one in chosen[:MOST] if _is_id(one)]

    def answers(self) -> dict[str, Any]:
        """Return what the chosen verb takes."""
        names = {"accept": (), "dismiss": ("reason", "note"), "assign": ("assignee",)}
        return {name: self.cleaned_data[name] for name in names[self.cleaned_data["verb"]]}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one claim; message is empty where it was done."""

    claim: Claim
    message: str = ""


def run(form: BulkForm, actor: User) -> list[Result]:
    """Do the verb on each chosen claim; one refusal stops no other."""
    act = BULK[form.cleaned_data["verb"]]
    ids = form.cleaned_data["claim"]
    outcomes = workflow.bulk(act.run, ids, actor=actor, **form.answers())
    claims = Claim.objects.visible_to(actor).in_bulk(ids)
    return [
        Result(claims[outcome.claim_id], outcome.message)
        for outcome in outcomes
        if outcome.claim_id in claims
    ]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
