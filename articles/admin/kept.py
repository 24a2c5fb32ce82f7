"""What is common to rows that nobody changes, and to the naming of persons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.functional import Promise


def person(field: str, label: str | Promise) -> Callable[[Any, Model], str]:
    """Return a method of an admin that names the person in a field, without a link.

    Django links what a read-only field points to, also for those who may not open that page.
    """

    @admin.display(description=label)
    def shown(_admin: Any, row: Model) -> str:
        return str(getattr(row, field) or "-")

    return shown


class Kept:
    """Rows that are looked at, and neither changed nor deleted by anyone."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class KeptInline(Kept, admin.TabularInline):
    extra = max_num = 0
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
