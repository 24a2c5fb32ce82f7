"""Sending webhooks: from the outbox to deliveries, and from there over the wire until it worked."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import addresses
from articles.errors import CannotTakeIn, FetchRefused
from articles.guard import Deadline, Guard, GuardedTransport
from claims.delivery import messages
from claims.errors import Conflict, Invalid
from claims.models import (
    Delivery,
    DeliveryAttempt,
    Outbox,
    Publication,
    WebhookEndpoint,
    WebhookEvent,
)

logger = logging.getLogger(__name__)

SECONDS = 20  # for one attempt, from connecting to the end of the answer
# Waits after the first, second … failed attempt, as Standard Webhooks recommends; then it is over.
WAITS = [
    timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2),
    timedelta(hours=5), timedelta(hours=10), timedelta(hours=14), timedelta(hours=20),
    timedelta(hours=24),
]  # fmt: skip
JITTER = 0.1  # of a wait, either way
LONGEST_WAIT = timedelta(hours=24)  # what a receiver can ask for
LEASE = timedelta(minutes=3)  # after it, an attempt counts as lost
ROUND = 500  # rows that one look takes up
OVERLAP = timedelta(hours=24)  # the former secret signs as well after a rotation
QUIET = timedelta(minutes=5)  # for everything to a receiver that did not answer once
PATIENT = {429, 502, 503, 504}  # answers whose Retry-After is followed
READ = 4096  # bytes of an answer; the rest is not waited for


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one attempt: a status, or the problem that there was none."""

    status: int | None
    problem: str
    milliseconds: int
    wait: timedelta | None = None

    @property
    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def checked_address(url: str) -> str:
    """Return the address in normal form. Raises Invalid for one that is not posted to."""
    try:
        address = addresses.normal(url)
        parts = httpx.URL(address)
        port = parts.port or addresses.DEFAULT_PORT[parts.scheme]
        if settings.IS_HTTPS and parts.scheme != "https":
            raise Invalid(_("Give an address that begins with https://."), field="url")
        _require_public(parts.host, port)
    except CannotTakeIn as error:
        raise Invalid(str(error), field="url") from error
    return address


def _require_public(host: str, port: int) -> None:
    try:
        Guard().addresses(host, port)
    except FetchRefused as error:
        sentence = _("Messages go to the public internet alone, on these ports: {ports}.")
        ports = ", ".join(map(str, sorted(settings.FETCH_PORTS)))
        raise Invalid(sentence.format(ports=ports), field="url") from error


def hand_out() -> list[int]:
    """Turn publications in the outbox into deliveries; return the ids of those that are due."""
    with transaction.atomic():
        rows = Outbox.objects.select_for_update(skip_locked=True, of=("self",))
        waiting = list(
            rows.filter(handled_at=None, publication__isnull=False)
            .select_related("publication")
            .order_by("id")[:ROUND]
        )
        endpoints = list(WebhookEndpoint.objects.live())
        for row in waiting:
            _prepare(row.publication, endpoints)
        Outbox.objects.filter(pk__in=[row.pk for row in waiting]).update(handled_at=timezone.now())
    due = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__lte=timezone.now())
    return list(due.order_by("next_at").values_list("pk", flat=True)[:ROUND])


def send(delivery_id: int) -> bool:
    """Make one attempt at a delivery that is due; return whether it was taken.

    Safe to run twice: of two workers one gets the attempt. No transaction is open meanwhile.
    """
    delivery = _begin(delivery_id)
    if delivery is None:
        return False
    answer = post(delivery)
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(of=("self",)).select_related("endpoint__key")
        current = rows.get(pk=delivery.pk)
        DeliveryAttempt.objects.create(
            delivery=current,
            number=delivery.attempt,
            status=answer.status,
            problem=answer.problem[:300],
            milliseconds=answer.milliseconds,
        )
        if current.attempt == delivery.attempt and current.state == Delivery.State.WAITING:
            _settle(current, answer)
        pause = answer.wait or (QUIET if answer.status is None else None)
        if pause:
            _put_off(current.endpoint, pause)
    return answer.is_taken


def post(delivery: Delivery) -> Answer:
    """POST a delivery once. Redirects are not followed, private networks are not reached."""
    began = time.monotonic()
    status, problem, wait = None, "", None
    try:
        transport = GuardedTransport(Guard(), Deadline(SECONDS))
        with (
            httpx.Client(transport=transport, trust_env=False, timeout=SECONDS) as client,
            client.stream(
                "POST",
                delivery.endpoint.url,
                content=delivery.body.encode(),
                headers=messages.headers(delivery, timezone.now()),
            ) as response,
        ):
            status = response.status_code
            wait = _asked_wait(response)
            for _piece in response.iter_raw(READ):
                break
    except CannotTakeIn as error:
        problem = str(error)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        # An answer whose status came is an answer, however its body ends.
        problem = "" if status else type(error).__name__
    return Answer(status, problem, int((time.monotonic() - began) * 1000), wait)


def test(endpoint: WebhookEndpoint) -> Delivery:
    """Order a message that tells of nothing, to see whether the endpoint takes it."""
    return Delivery.objects.create(
        endpoint=endpoint, event=WebhookEvent.TEST, body=messages.test_body(endpoint)
    )


def replay(endpoint: WebhookEndpoint, since: datetime) -> int:
    """Send everything published since a time once more, under the same message ids.

    Returns how many messages that are. Raises Conflict for an endpoint that is switched off.
    """
    if endpoint.disabled_at is not None:
        raise Conflict(_("This endpoint is switched off. Switch it on first."))
    publications = Publication.objects.filter(published_at__gte=since).order_by("sequence")
    with transaction.atomic():
        for publication in publications.iterator(chunk_size=ROUND):
            _prepare(publication, [endpoint])
        return Delivery.objects.filter(
            endpoint=endpoint, publication__published_at__gte=since
        ).update(state=Delivery.State.WAITING, next_at=timezone.now(), done_at=None, round=0)


def rotate(endpoint: WebhookEndpoint) -> str:
    """Give an endpoint a new secret and return it; the former one signs for a day longer."""
    endpoint.old_secret, endpoint.old_secret_until = endpoint.secret, timezone.now() + OVERLAP
    endpoint.secret = messages.new_secret()
    # Nothing else: it may have been switched off since it was looked up.
    endpoint.save(update_fields=["secret", "old_secret", "old_secret_until"])
    return endpoint.secret


def disable(endpoint: WebhookEndpoint, reason: str) -> None:
    """Switch an endpoint off, for a reason, and tell who answers for it."""
    endpoint.disabled_at, endpoint.disabled_reason = timezone.now(), reason[:300]
    endpoint.save(update_fields=["disabled_at", "disabled_reason"])
    address = endpoint.key.contact if endpoint.key else ""
    address = address or (endpoint.created_by.email if endpoint.created_by else "")
    if address:
        transaction.on_commit(lambda: _mail(endpoint, address), robust=True)


def enable(endpoint: WebhookEndpoint) -> None:
    """Switch an endpoint on again. What it missed can be replayed."""
    endpoint.disabled_at, endpoint.disabled_reason = None, ""
    endpoint.save(update_fields=["disabled_at", "disabled_reason"])


def _prepare(publication: Publication, endpoints: Iterable[WebhookEndpoint]) -> None:
    event = messages.EVENTS[Publication.Kind(publication.kind)]
    wanting = [endpoint for endpoint in endpoints if endpoint.wants(event)]
    body = messages.body_of(publication) if wanting else ""
    Delivery.objects.bulk_create(
        [
            Delivery(endpoint=endpoint, publication=publication, event=event, body=body)
            for endpoint in wanting
        ],
        ignore_conflicts=True,
    )


def _begin(delivery_id: int) -> Delivery | None:
    """Take a due delivery for one attempt; None where there is nothing to do."""
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",))
        delivery = (
            rows.select_related("endpoint__key", "endpoint__created_by")
            .filter(pk=delivery_id, state=Delivery.State.WAITING, next_at__lte=timezone.now())
            .first()
        )
        if delivery is None:
            return None
        if not WebhookEndpoint.objects.live().filter(pk=delivery.endpoint_id).exists():
            delivery.state = Delivery.State.FAILED
            delivery.save(update_fields=["state"])
            return None
        delivery.attempt += 1
        delivery.round += 1
        delivery.next_at = timezone.now() + LEASE
        delivery.save(update_fields=["attempt", "round", "next_at"])
    return delivery


def _settle(delivery: Delivery, answer: Answer) -> None:
    now = timezone.now()
    if answer.is_taken:
        delivery.state, delivery.done_at = Delivery.State.DONE, now
    elif answer.status == 410:
        delivery.state = Delivery.State.FAILED
        disable(delivery.endpoint, _("It answered 410: gone."))
    elif delivery.round > len(WAITS):
        delivery.state = Delivery.State.FAILED
        reason = ngettext(
            "{count} attempt failed, with: {problem}",
            "{count} attempts in a row failed, the last one with: {problem}",
            delivery.round,
        )
        problem = answer.problem or f"HTTP {answer.status}"
        disable(delivery.endpoint, reason.format(count=delivery.round, problem=problem))
    else:
        wait = WAITS[delivery.round - 1] * random.uniform(1 - JITTER, 1 + JITTER)
        delivery.next_at = now + max(wait, answer.wait or wait)
    delivery.save(update_fields=["state", "done_at", "next_at"])


def _put_off(endpoint: WebhookEndpoint, pause: timedelta) -> None:
    """Let what is due to an endpoint wait: each attempt would keep a worker as long as the last."""
    now = timezone.now()
    rows = Delivery.objects.select_for_update(skip_locked=True)
    due = rows.filter(endpoint=endpoint, state=Delivery.State.WAITING, next_at__lte=now)
    ids = list(due.values_list("pk", flat=True))
    Delivery.objects.filter(pk__in=ids).update(next_at=now + pause)


def _asked_wait(response: httpx.Response) -> timedelta | None:
    """How long the receiver asks to be left alone, in seconds; dates are not followed."""
    value = response.headers.get("retry-after", "").strip()
    if response.status_code not in PATIENT or not (value.isascii() and value.isdecimal()):
        return None
    return min(timedelta(seconds=int(value[:9])), LONGEST_WAIT)


def _mail(endpoint: WebhookEndpoint, address: str) -> None:
    try:
        send_mail(
            _("{publisher}: a webhook was switched off").format(publisher=settings.PUBLISHER_NAME),
            _(
                "The endpoint {name} at {url} was switched off. {reason}\n\n"
                "Once it answers again, switch it on and replay what it missed:\n{guide}\n"
            ).format(
                name=endpoint.name,
                url=endpoint.url,
                reason=endpoint.disabled_reason,
                guide=f"{settings.PUBLIC_BASE_URL}/api/docs/",
            ),
            None,
            [address],
        )
    except OSError:
        logger.warning("The mail about endpoint %s was not sent.", endpoint.pk, exc_info=True)
