"""How a refusal is answered: its status, and the field that it is about."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, JsonResponse

from claims.errors import Conflict, Forbidden, Incomplete, NotThere, Refused


def status_of(error: Refused) -> int:
    """Return the HTTP status of a refusal."""
    if isinstance(error, Forbidden):
        return 403
    if isinstance(error, Conflict):
        return 409
    return 404 if isinstance(error, NotThere) else 422


def blame(form: forms.Form, error: Refused) -> None:
    """Write the refusal beside the fields it is about, or above the form."""
    if not hasattr(form, "cleaned_data"):
        form.full_clean()
    if isinstance(error, Incomplete):
        for name, sentence in error.missing.items():
            form.add_error(name if name in form.fields else None, sentence)
        return
    form.add_error(error.field if error.field in form.fields else None, error.message)


def words_in(form: forms.Form) -> list[tuple[str, str]]:
    """Return what was typed into a form as (label, text), for a page that has no place for it."""
    return [
        (str(field.label), field.value())
        for field in form.visible_fields()
        if isinstance(field.field.widget, forms.TextInput | forms.Textarea) and field.value()
    ]


def wants_data(request: HttpRequest) -> bool:
    """Whether a script asks, which shows the answer in the page that is open."""
    return request.headers.get("Accept") == "application/json"


def refused_data(error: Refused) -> JsonResponse:
    """Return a refusal for a script: its sentence and its code."""
    return JsonResponse({"error": error.message, "code": error.code}, status=status_of(error))
