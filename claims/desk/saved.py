"""Lists that people keep: their own and those that are shared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import SavedFilter
from claims.workbench.queue import QueueForm

if TYPE_CHECKING:
    from claims.accounts.models import User

OFFERED = 50  # lists in the margin of the queue


class SavedFilterForm(forms.ModelForm):
    """A name for the filters that stand in the address."""

    class Meta:
        model = SavedFilter
        fields = ["name", "is_shared", "query"]
        labels = {"name": gettext_lazy("Name"), "is_shared": gettext_lazy("For everybody")}
        widgets = {"query": forms.HiddenInput}

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_query(self) -> str:
        """Keep what the queue understands, and nothing else."""
        form = QueueForm(QueryDict(self.cleaned_data["query"]))
        form.is_valid()
        known = QueryDict(mutable=True)
        for name in form.cleaned_data:
            value = form.data.get(name)
            if value:
                known[name] = value
        return known.urlencode()

    def save(self, commit: bool = True) -> SavedFilter:
        """Keep the list under its name, in the place of the person's own of that name."""
        content = {name: self.cleaned_data[name] for name in ("query", "is_shared")}
        kept, _is_new = SavedFilter.objects.update_or_create(
            owner=self.owner, name=self.cleaned_data["name"], defaults=content
        )
        return kept

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not name:
            raise forms.ValidationError(_("Give the list a name."))
        return name


def offered(user: User) -> QuerySet[SavedFilter]:
    """Return a person's own lists and the shared ones."""
    return SavedFilter.objects.offered_to(user).select_related("owner")[:OFFERED]
