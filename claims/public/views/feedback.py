"""Where readers object and claimants reply. Nothing that they send is public by itself."""

from __future__ import annotations

from datetime import timedelta

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from claims import disputes, replies
from claims.accounts import rates
from claims.errors import NotThere, Refused
from claims.models import Dispute
from claims.public.factcheck import FactCheck
from claims.public.forms import DisputeForm, ReplyForm
from claims.public.views.finding import check_of, state_of

PER_MINUTE = 3  # objections from one address
PER_DAY = 500  # objections from everywhere; more is an attack, not a readership


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def dispute(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Object to a fact-check."""
    state = state_of(slug)
    if state.is_retracted:
        return redirect("public:fact_check", slug=slug)
    check = check_of(state)
    form = DisputeForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _form(request, check, form, status=422 if form.is_bound else 200)
    wait = _too_many(request)
    if wait:
        form.add_error(None, _("Too many objections came in at once. Please try again later."))
        response = _form(request, check, form, status=429)
        response.headers["Retry-After"] = str(wait)
        return response
    answers = dict(form.cleaned_data)
    # A program that filled in the hidden field is thanked, and what it sent is dropped.
    if not answers.pop("website"):
        try:
            disputes.raise_dispute(state.claim_id, **answers)
        except Refused as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            return _form(request, check, form, status=422)
    return redirect("public:dispute_received", slug=slug)


@require_safe
@never_cache
def dispute_received(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Thank for an objection and say what becomes of it."""
    check = check_of(state_of(slug))
    return render(request, "public/dispute_received.html", {"check": check})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The page behind a link that a claimant was sent."""
    try:
        asked = replies.request_of(secret)
    except NotThere as error:
        return _reply_page(request, {"error": error.message}, status=404)
    context = {"asked": asked, "claim_text": asked.claim.text}
    if not asked.is_open:
        return _reply_page(request, context, status=200 if asked.answered_at else 410)
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            asked = replies.answer(secret, **form.cleaned_data)
        except Refused as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            return _reply_page(request, {**context, "asked": asked})
    status = 422 if form.is_bound else 200
    return _reply_page(request, {**context, "form": form}, status=status)


def _form(request: HttpRequest, check: FactCheck, form: Form, *, status: int) -> HttpResponse:
    context = {"check": check, "form": form}
    return render(request, "public/dispute.html", context, status=status)


def _reply_page(
    request: HttpRequest, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    response = render(request, "public/reply.html", context, status=status)
    # The address itself is the secret: it must not travel on with a link that is followed. Without
    # any referrer the browser would not say where the form comes from, and it would be refused.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _too_many(request: HttpRequest) -> int:
    """Seconds to wait before the next objection is taken; 0 for none."""
    rate = rates.count(f"dispute:{rates.origin_of(request)}", PER_MINUTE)
    if rate.is_exceeded:
        return rate.wait
    since = timezone.now() - timedelta(days=1)
    return 3600 if Dispute.objects.filter(received_at__gte=since).count() >= PER_DAY else 0
