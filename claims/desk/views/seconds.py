from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import workflow
from claims.desk.answers import blame, status_of
from claims.desk.doors import desk
from claims.desk.seconds import SHOWN, AnswerForm, RulingForm, WaiverForm, to_answer, to_rule
from claims.desk.views.claims import refuse
from claims.errors import Refused
from claims.models import SecondOpinion, Verdict
from claims.workbench.workspace import Workspace
from claims.workflow.second import RULES


@desk("claims.add_secondopinion")
def second_list(request: HttpRequest) -> HttpResponse:
    """Show which blind checks wait for an answer, and which for a ruling."""
    context = {
        "place": "seconds",
        "to_answer": list(to_answer(request.user)[:SHOWN]),
        "to_rule": list(to_rule(request.user)[:SHOWN]),
    }
    return render(request, "desk/seconds.html", context)


@desk("claims.add_secondopinion")
def second_page(request: HttpRequest, opinion_id: UUID) -> HttpResponse:
    """Show a claim to answer blindly, or two answers to rule on."""
    return _response(request, _opinion(opinion_id))


@require_POST
@desk("claims.add_secondopinion")
def answer(request: HttpRequest, opinion_id: UUID) -> HttpResponse:
    """Give the second answer."""
    opinion = _opinion(opinion_id)
    form = AnswerForm(opinion, request.POST)
    if not form.is_valid():
        return _response(request, opinion, form=form, status=422)
    try:
        given = workflow.answer_second(opinion.pk, actor=request.user, **form.cleaned_data)
    except Refused as error:
        blame(form, error)
        return _response(request, opinion, form=form, status=status_of(error))
    if given.agrees:
        messages.success(request, _("Thank you: both answers are the same."))
    else:
        messages.success(request, _("Thank you. The answers differ: an editor rules on them."))
    return redirect("desk:seconds")


@require_POST
@desk("claims.change_secondopinion")
def rule(request: HttpRequest, opinion_id: UUID) -> HttpResponse:
    """Rule between two answers, or let an unanswered check go."""
    opinion = _opinion(opinion_id)
    is_waiver = opinion.answered_at is None
    form = WaiverForm(request.POST) if is_waiver else RulingForm(request.POST)
    if not form.is_valid():
        return _response(request, opinion, form=form, status=422)
    verb = workflow.waive_second if is_waiver else workflow.rule_second
    try:
        verb(opinion.pk, actor=request.user, **form.cleaned_data)
    except Refused as error:
        blame(form, error)
        return _response(request, opinion, form=form, status=status_of(error))
    messages.success(request, _("The second check is settled."))
    return redirect("desk:claim", opinion.verdict.claim_id)


@require_POST
@desk("claims.change_secondopinion")
def ask(request: HttpRequest, verdict_id: UUID) -> HttpResponse:
    """Have a submitted verdict checked again by somebody who does not see it."""
    verdict = get_object_or_404(Verdict, pk=verdict_id)
    try:
        workflow.ask_second(verdict.pk, actor=request.user)
    except Refused as error:
        return refuse(request, verdict.claim_id, error)
    messages.success(request, _("A blind second check was asked for."))
    return redirect("desk:claim", verdict.claim_id)


def _opinion(opinion_id: UUID) -> SecondOpinion:
    rows = SecondOpinion.objects.select_related(
        "verdict__claim__claimant", "verdict__rating", "first_rating", "rating", "checker"
    )
    return get_object_or_404(rows, pk=opinion_id)


def _response(
    request: HttpRequest,
    opinion: SecondOpinion,
    *,
    form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the blind page while the answer is missing, else both answers side by side."""
    may_rule = request.user.has_perm(RULES)
    if opinion.verdict.is_by(request.user):
        raise PermissionDenied(_("You are an author of this verdict."))
    if opinion.answered_at is not None and not (may_rule or opinion.checker == request.user):
        raise PermissionDenied(_("This second check has been answered."))
    context = {
        "place": "seconds",
        "opinion": opinion,
        "claim": opinion.verdict.claim,
        "desk": Workspace(opinion.verdict.claim, request.user),
        "may_rule": may_rule,
        "answer_form": None,
        "ruling_form": None,
    }
    if opinion.answered_at is None:
        context["answer_form"] = form if isinstance(form, AnswerForm) else AnswerForm(opinion)
        context["ruling_form"] = form if isinstance(form, WaiverForm) else WaiverForm(prefix=None)
        page = "desk/second_answer.html"
    else:
        context["ruling_form"] = form or RulingForm()
        page = "desk/second_ruling.html"
    return render(request, page, context, status=status)
