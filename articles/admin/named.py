"""Names for what Django's admin leaves without one, so that everybody can tell what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime
from django.db import models
from django.utils.translation import gettext_lazy as _


class NamedDateTime(AdminSplitDateTime):
    """A day and a time whose two boxes say which is which."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        for box, name in zip(self.widgets, (_("Date"), _("Time")), strict=True):
            box.attrs["aria-label"] = name


NAMED_TIMES = {models.DateTimeField: {"widget": NamedDateTime}}


class NamedValues(admin.AllValuesFieldListFilter):
    """A filter by the values of a text column, in which the empty one can be seen and clicked."""

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or _("none")}
