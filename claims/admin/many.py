"""Bulk actions: the verbs, once per row, each with a result of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin, helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims import workflow
from claims.models import Claim
from claims.workbench.forms import AssignForm, DismissForm

MOST = 500  # rows of one bulk action; each is a transaction of its own
TOLD = 20  # refusals that are told one by one


@dataclass(frozen=True, slots=True)
class Bulk:
    """A verb over the chosen rows; `form` asks once for all of them."""

    verb: str
    run: Callable[..., Any]
    title: str | Promise
    form: type[forms.Form] | None = None


class AssignManyForm(AssignForm):
    """Whose many claims are; without a priority or deadline each keeps its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        priority = self.fields["priority"]
        priority.required, priority.choices = False, [("", "---------"), *priority.choices]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        kept = [name for name in ("priority", "deadline") if answers.get(name) in ("", None)]
        return {name: value for name, value in answers.items() if name not in kept}


BULK = {
    "accept": Bulk("accept", workflow.accept, gettext_lazy("Accept into the queue")),
    "take": Bulk("take", workflow.take, gettext_lazy("Take in hand")),
    "release": Bulk("release", workflow.release, gettext_lazy("Release")),
    "dismiss": Bulk("dismiss", workflow.dismiss, gettext_lazy("Dismiss…"), DismissForm),
    "assign": Bulk("assign", workflow.assign, gettext_lazy("Assign…"), AssignManyForm),
}


def actions(user: Any) -> Iterable[tuple[str, Bulk]]:
    """The bulk actions that this person's role includes."""
    return (
        (name, bulk)
        for name, bulk in BULK.items()
        if user.has_perm(workflow.STEPS[bulk.verb].permission)
    )


def run(
    bulk: Bulk, model_admin: ModelAdmin, request: HttpRequest, queryset: QuerySet[Claim]
) -> HttpResponse | None:
    """Ask what has to be asked, then do the verb on each row and tell what became of it."""
    claims = list(queryset.order_by("pk")[: MOST + 1])
    if len(claims) > MOST:
        sentence = _("Choose at most {most} claims at once.").format(most=MOST)
        model_admin.message_user(request, sentence, messages.ERROR)
        return None
    answers: dict[str, Any] = {}
    if bulk.form is not None:
        form = bulk.form(request.POST if "apply" in request.POST else None)
        if not form.is_valid():
            return _ask(bulk, model_admin, request, claims, form)
        answers = form.cleaned_data
    ids = [claim.pk for claim in claims]
    outcomes = workflow.bulk(bulk.run, ids, actor=request.user, **answers)
    _tell(model_admin, request, claims, outcomes)
    return None


def _ask(
    bulk: Bulk,
    model_admin: ModelAdmin,
    request: HttpRequest,
    claims: list[Claim],
    form: forms.Form,
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "title": bulk.title,
        "opts": model_admin.model._meta,
        "claims": claims,
        "form": form,
        "action": request.POST["action"],
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/claims/claim/bulk.html", context)


def _tell(
    model_admin: ModelAdmin,
    request: HttpRequest,
    claims: list[Claim],
    outcomes: list[workflow.Outcome],
) -> None:
    done = sum(outcome.is_done for outcome in outcomes)
    if done:
        sentence = ngettext("{count} claim: done.", "{count} claims: done.", done)
        model_admin.message_user(request, sentence.format(count=done), messages.SUCCESS)
    texts = {claim.pk: claim.text for claim in claims}
    refused = [outcome for outcome in outcomes if not outcome.is_done]
    for outcome in refused[:TOLD]:
        sentence = f"{texts[outcome.claim_id][:80]} — {outcome.message}"
        model_admin.message_user(request, sentence, messages.WARNING)
    if len(refused) > TOLD:
        sentence = _("… and {count} more were refused.").format(count=len(refused) - TOLD)
        model_admin.message_user(request, sentence, messages.WARNING)
