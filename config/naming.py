"""The names of tables and columns, as the admin shows them, in the language of whoever looks.

Most models leave their names to Django, which makes them of the identifiers. Those are translated
here, in one place, instead of being written out beside every column and into every migration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

APPS = ("articles", "accounts", "claims")
# Whose `name` is that of somebody: some languages have another word for the name of a thing.
SOMEBODY = ("User", "Claimant", "Dispute", "ReplyRequest")
SHOWING = ("list_display", "list_filter", "fields", "fieldsets", "readonly_fields", "ordering")


def translate_names() -> None:
    """Let every name that Django made be looked up in the catalogue when it is shown."""
    for model in models():
        meta = model._meta
        if not isinstance(meta.verbose_name, Promise):
            meta.verbose_name_plural = gettext_lazy(str(meta.verbose_name_plural))
            meta.verbose_name = gettext_lazy(str(meta.verbose_name))
        for field in meta.get_fields():
            if isinstance(field, Field) and not isinstance(field.verbose_name, Promise):
                is_of_somebody = field.name == "name" and model.__name__ in SOMEBODY
                field.verbose_name = (
                    pgettext_lazy("person", "name")
                    if is_of_somebody
                    else gettext_lazy(str(field.verbose_name))
                )


def models() -> Iterator[type[Model]]:
    for label in APPS:
        yield from apps.get_app_config(label).get_models()


def shown_names() -> set[str]:
    """Return the names that some page of the admin shows."""
    admin.autodiscover()
    found: set[str] = set()
    for model, page in admin.site._registry.items():
        if model._meta.app_label in APPS:
            found |= _names(model, page)
            for inline in page.inlines:
                found |= _names(inline.model, inline)
    return found


def _names(model: type[Model], page: Any) -> set[str]:
    named = set(_words([getattr(page, place, None) for place in SHOWING]))
    if not page.fields and not page.fieldsets:
        named |= {field.name for field in model._meta.fields}
    fields = [field for field in model._meta.get_fields() if isinstance(field, Field)]
    shown = {str(field.verbose_name) for field in fields if field.name in named}
    return shown | {str(model._meta.verbose_name), str(model._meta.verbose_name_plural)}


def _words(given: Any) -> Iterator[str]:
    """Yield the names of fields in whatever way an admin class lists them."""
    if isinstance(given, str):
        yield given.lstrip("-").partition("__")[0]
    elif isinstance(given, dict):
        yield from _words(list(given.values()))
    elif isinstance(given, list | tuple):
        for one in given:
            yield from _words(one)
