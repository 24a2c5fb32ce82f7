"""Pages of the blind second check: what waits, what a checker sees, what an editor compares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from claims.models import Rating, Said, SecondOpinion, VerdictAuthor, VerdictState
from claims.workbench.forms import area
from claims.workflow.second import ANSWERS, RULES

if TYPE_CHECKING:
    from claims.accounts.models import User

SHOWN = 100  # checks on one page


class AnswerForm(forms.Form):
    """The second answer. Nothing is chosen beforehand."""

    said = forms.ChoiceField(
        label=_("Was it said?"), choices=Said.choices, required=False, widget=forms.RadioSelect
    )
    rating = forms.ModelChoiceField(
        Rating.objects.none(), label=_("Is it true?"), widget=forms.RadioSelect, empty_label=None
    )
    note = forms.CharField(
        label=_("Why"), max_length=5000, widget=area(5), help_text=_("In a few sentences.")
    )

    def __init__(self, opinion: SecondOpinion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ratings = Rating.objects.filter(scale__is_current=True, retired_at=None)
        self.fields["rating"].queryset = ratings.order_by("order")
        if not opinion.first_said:
            del self.fields["said"]


class RulingForm(forms.Form):
    ruling = forms.ChoiceField(
        label=_("Which answer holds?"),
        choices=[choice for choice in SecondOpinion.Ruling.choices if choice[0] != "waived"],
        widget=forms.RadioSelect(attrs={"stacked": True}),
    )
    note = forms.CharField(label=_("Why"), max_length=5000, widget=area(3))


class WaiverForm(forms.Form):
    note = forms.CharField(label=_("Why it is let go"), max_length=5000, widget=area(2))


def _open(user: User) -> QuerySet[SecondOpinion]:
    """Checks whose verdict is before an editor, and that this person wrote nothing of."""
    own = VerdictAuthor.objects.filter(verdict=OuterRef("verdict"), user=user)
    rows = SecondOpinion.objects.filter(~Exists(own), verdict__state=VerdictState.SUBMITTED)
    return rows.select_related("verdict__claim__claimant").order_by("asked_at")


def to_answer(user: User) -> QuerySet[SecondOpinion]:
    """Return the checks that this person could answer."""
    return _open(user).unanswered() if user.has_perm(ANSWERS) else SecondOpinion.objects.none()


def to_rule(user: User) -> QuerySet[SecondOpinion]:
    """Return the disputes that this person could rule on."""
    rows = _open(user).disputed() if user.has_perm(RULES) else SecondOpinion.objects.none()
    return rows.exclude(checker=user)
