"""Who is told of publications: the endpoints, their secrets, what was sent and what came back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from claims.delivery import endpoints, webhooks
from claims.desk.answers import blame, status_of
from claims.desk.doors import desk
from claims.errors import Refused
from claims.models import Delivery, WebhookEndpoint, WebhookEvent
from claims.workbench.keyset import Order, page

PERMISSION = "claims.change_webhookendpoint"
NEWEST = Order("newest", ("-id",))
SHOWN = 50  # messages of one page of the log
WANTED = [choice for choice in WebhookEvent.choices if choice[0] != WebhookEvent.TEST]


class EndpointForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Whose it is"), max_length=100, help_text=gettext_lazy("For the desk.")
    )
    url = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=2000,
        widget=forms.URLInput(attrs={"dir": "ltr", "placeholder": "https://"}),
        help_text=gettext_lazy("Receives signed POST requests."),
    )
    events = forms.MultipleChoiceField(
        label=gettext_lazy("Is told when"),
        choices=WANTED,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"stacked": True}),
        help_text=gettext_lazy("None chosen: always."),
    )


class ReplayForm(forms.Form):
    since = forms.DateTimeField(
        label=gettext_lazy("Published since"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=gettext_lazy("Everything published then or later is sent once more."),
    )


@never_cache
@desk(PERMISSION)
def endpoint_list(request: HttpRequest) -> HttpResponse:
    """Show all endpoints; take in a new one, whose secret is shown in the answer alone."""
    if request.method != "POST":
        return _list(request, EndpointForm())
    form = EndpointForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    try:
        endpoint = endpoints.register(**form.cleaned_data, actor=request.user)
    except Refused as error:
        blame(form, error)
        return _list(request, form, status=status_of(error))
    return _one(request, endpoint, secret=endpoint.secret, status=201)


@require_safe
@desk(PERMISSION)
def endpoint_page(request: HttpRequest, endpoint_id: UUID) -> HttpResponse:
    """Show one endpoint with its log."""
    return _one(request, _found(endpoint_id))


@never_cache
@require_POST
@desk(PERMISSION)
def change(request: HttpRequest, endpoint_id: UUID) -> HttpResponse:
    """Change name, address or what an endpoint is told of."""
    endpoint = _found(endpoint_id)
    form = EndpointForm(request.POST)
    if not form.is_valid():
        return _one(request, endpoint, change_form=form, status=422)
    try:
        endpoints.change(endpoint, actor=request.user, **form.cleaned_data)
    except Refused as error:
        blame(form, error)
        return _one(request, _found(endpoint_id), change_form=form, status=status_of(error))
    return _back(request, endpoint, _("Saved."))


@never_cache
@require_POST
@desk(PERMISSION)
def replay(request: HttpRequest, endpoint_id: UUID) -> HttpResponse:
    """Send everything since a time once more."""
    endpoint = _found(endpoint_id)
    form = ReplayForm(request.POST)
    if not form.is_valid():
        return _one(request, endpoint, replay_form=form, status=422)
    try:
        count = webhooks.replay(endpoint, form.cleaned_data["since"])
    except Refused as error:
        blame(form, error)
        return _one(request, endpoint, replay_form=form, status=status_of(error))
    said = ngettext("{count} message will be sent.", "{count} messages will be sent.", count)
    return _back(request, endpoint, said.format(count=count))


@never_cache
@require_POST
@desk(PERMISSION)
def act(request: HttpRequest, endpoint_id: UUID, verb: str) -> HttpResponse:
    """Do what a button of the page says."""
    endpoint = _found(endpoint_id)
    if verb == "rotate":
        return _one(request, endpoint, secret=endpoints.rotate(endpoint, actor=request.user))
    if verb == "remove":
        endpoints.remove(endpoint, actor=request.user)
        messages.success(request, _("Removed."))
        return redirect("desk:webhooks")
    chosen = ACTS.get(verb)
    if chosen is None:
        raise Http404
    do, sentence = chosen
    do(endpoint, request.user)
    return _back(request, endpoint, str(sentence))


ACTS: dict[str, tuple[Callable[[WebhookEndpoint, Any], object], Any]] = {
    "test": (
        lambda endpoint, _actor: webhooks.test(endpoint),
        gettext_lazy("A test message will be sent."),
    ),
    "disable": (
        lambda endpoint, actor: endpoints.change(endpoint, actor=actor, enabled=False),
        gettext_lazy("Switched off."),
    ),
    "enable": (
        lambda endpoint, actor: endpoints.change(endpoint, actor=actor, enabled=True),
        gettext_lazy("Switched on. What it missed can be replayed."),
    ),
}


def _found(endpoint_id: UUID) -> WebhookEndpoint:
    rows = WebhookEndpoint.objects.select_related("key", "created_by")
    return get_object_or_404(rows, pk=endpoint_id)


def _back(request: HttpRequest, endpoint: WebhookEndpoint, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("desk:webhook", endpoint.pk)


def _list(request: HttpRequest, form: EndpointForm, status: int = 200) -> HttpResponse:
    counted = {
        state: Count("deliveries", filter=Q(deliveries__state=state))
        for state in ("waiting", "failed")
    }
    rows = WebhookEndpoint.objects.select_related("key").annotate(**counted)
    context = {"place": "webhooks", "endpoints": rows, "form": form}
    return render(request, "desk/webhooks.html", context, status=status)


def _one(
    request: HttpRequest,
    endpoint: WebhookEndpoint,
    *,
    secret: str = "",
    change_form: EndpointForm | None = None,
    replay_form: ReplayForm | None = None,
    status: int = 200,
) -> HttpResponse:
    state = request.GET.get("state", "")
    rows = endpoint.deliveries.select_related("publication__claim").prefetch_related("attempts")
    if state in Delivery.State.values:
        rows = rows.filter(state=state)
    known = {"name": endpoint.name, "url": endpoint.url, "events": endpoint.events}
    context = {
        "place": "webhooks",
        "endpoint": endpoint,
        "secret": secret,
        "change_form": change_form or EndpointForm(known),
        "is_changing": change_form is not None,
        "replay_form": replay_form or ReplayForm(),
        "states": [("", pgettext("messages", "All")), *Delivery.State.choices],
        "state": state,
        "page": page(rows, NEWEST, cursor=request.GET.get("from", ""), size=SHOWN),
    }
    return render(request, "desk/webhook.html", context, status=status)
