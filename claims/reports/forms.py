"""What a report is asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Source
from claims.models import Claimant, ReportSubscription, Side, Topic
from claims.models.report import FILTERS
from claims.reports.scope import Scope

DAYS = 30  # of a report that nobody gave a range
LONGEST = 3660  # days of one report


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ScopeForm(forms.Form):
    """Range and filters. Dates are ISO; a missing one falls back on the last thirty days."""

    start = forms.DateField(label=gettext_lazy("From"), required=False, widget=DayInput())
    end = forms.DateField(label=gettext_lazy("To"), required=False, widget=DayInput())
    outlet = forms.CharField(
        label=gettext_lazy("Outlet"),
        required=False,
        max_length=253,
        widget=forms.TextInput(attrs={"list": "report-outlets"}),
    )
    claimant = forms.CharField(label=gettext_lazy("Claimant"), required=False, max_length=200)
    side = forms.ChoiceField(label=gettext_lazy("Side"), required=False)
    topic = forms.ChoiceField(label=gettext_lazy("Topic"), required=False)
    language = forms.CharField(label=gettext_lazy("Language"), required=False, max_length=10)

    # The address says from and to; "from" cannot be a field's name in Python.
    _in_address = {"start": "from", "end": "to"}

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        offer_choices(self)

    def add_prefix(self, field_name: str) -> str:
        return self._in_address.get(field_name, field_name)

    @classmethod
    def asked(cls, data: QueryDict) -> ScopeForm:
        """Return a form that shows the whole scope of an address, with the dates it falls back on.

        An address that is not valid gives the last thirty days.
        """
        form = cls(data)
        if not form.is_valid():
            form = cls(QueryDict())
            form.is_valid()
        return cls(QueryDict(form.scope().address()))

    def clean_outlet(self) -> str:
        host = self.cleaned_data["outlet"].strip().lower().removeprefix("www.")
        if host and not Source.objects.filter(domain=host).exists():
            raise forms.ValidationError(
                _("There is no outlet with this host. Give one such as example.org.")
            )
        return host

    def clean_claimant(self) -> str:
        name = self.cleaned_data["claimant"].strip()
        if name and not Claimant.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("Nobody has this name. Write it as the desk does."))
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.errors:
            return data
        today = timezone.localdate()
        data["end"] = data.get("end") or today
        data["start"] = data.get("start") or data["end"] - timedelta(days=DAYS - 1)
        if data["start"] > data["end"]:
            self.add_error("start", _("The range ends before it begins: swap the two dates."))
        elif (data["end"] - data["start"]).days >= LONGEST:
            self.add_error("start", _("A report covers ten years at most: start later."))
        elif data["start"].year < 1990 or data["end"].year > 9000:
            self.add_error("start", _("Give dates from 1990 on."))
        return data

    def scope(self) -> Scope:
        """Return what was asked for. The form must be valid."""
        return Scope(**self.cleaned_data)


def offer_choices(form: forms.BaseForm) -> None:
    """Let a form choose among the desk's topics and sides; without sides it does not ask."""
    topics, sides = (
        Topic.objects.values_list("slug", "name"),
        Side.objects.values_list("key", "name"),
    )
    form.fields["topic"].choices = [("", _("All topics")), *topics]
    form.fields["side"].choices = [("", _("All sides")), *sides]
    if len(form.fields["side"].choices) == 1:
        form.fields["side"].widget = forms.HiddenInput()


def outlets() -> list[str]:
    """Return hosts that are offered while somebody types one."""
    return list(Source.objects.order_by("domain").values_list("domain", flat=True)[:300])


class FreezeForm(forms.Form):
    """What a frozen report is called, and for whom it is."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    is_public = forms.BooleanField(
        label=gettext_lazy("For readers: leave out unpublished work"), required=False
    )


class SubscribeForm(forms.ModelForm):
    """A report by mail, perhaps of one outlet, claimant, topic or language."""

    class Meta:
        model = ReportSubscription
        fields = ["every", *FILTERS]
        labels = {
            "outlet": gettext_lazy("Outlet"),
            "claimant": gettext_lazy("Claimant"),
            "side": gettext_lazy("Side"),
            "topic": gettext_lazy("Topic"),
            "language": gettext_lazy("Language"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("side", "topic"):
            field = forms.ChoiceField(label=self.fields[name].label, required=False)
            self.fields[name] = field
        offer_choices(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        # The same words for the same mistakes as in the filters of the page.
        scope = ScopeForm(QueryDict(urlencode({key: data.get(key, "") for key in FILTERS})))
        if not scope.is_valid():
            for name, errors in scope.errors.items():
                self.add_error(name if name in self.fields else None, errors)
            return data
        return {**data, **{key: scope.cleaned_data[key] for key in FILTERS}}
