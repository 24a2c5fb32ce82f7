"""Telling people of the desk what concerns them: in the desk, and by e-mail.

The outbox holds what happened, written together with it. A mail that fails holds up nobody, and the
notice stands in the desk meanwhile. Where no mail server is found, the round ends and the next one
tries again; a mail that a server refuses is tried ever later. Rounds do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import ngettext

from claims.delivery.mailing import Away, send
from claims.delivery.people import holders, named
from claims.locks import alone
from claims.models import Event, Notice, Outbox, Verdict, VerdictAuthor
from claims.telling import sentence

if TYPE_CHECKING:
    from claims.accounts.models import User

Because = Notice.Because
ROUND = 200  # outbox rows of one round
IN_ONE_MAIL = 50  # notices that one mail lists
FIRST_WAIT = timedelta(hours=1)  # after a refusal; each further one doubles it
MOST_DOUBLINGS = 4  # to less than a day, so that each day's digest is tried
AT_ONCE, DIGEST, NEVER = "now", "digest", "off"
# Of two reasons to tell somebody, the weightier one counts.
WEIGHT = [
    Because.ACCOUNT,
    Because.NAMED,
    Because.ASSIGNED,
    Because.TO_DECIDE,
    Because.YOURS,
    Because.WATCHED,
]
# Events that editors have to act on.
FOR_EDITORS = {
    "verdict.submitted": "approve_verdict",
    "retraction.requested": "retract_verdict",
    "second.answered": "change_secondopinion",
}
FOR_AUTHORS = {
    "verdict.returned",
    "verdict.approved",
    "verdict.published",
    "verdict.retracted",
    "retraction.requested",
}

# Mailed at once to everybody, read or not: somebody else may be reading at the desk in their name.
OF_ACCOUNT = {"person.changed", "person.link_shown"}


def deliver() -> int:
    """Turn events of the outbox into notices; return how many notices were new."""
    waiting = Outbox.objects.filter(handled_at=None, event__isnull=False)
    told = 0
    for outbox_id in list(waiting.order_by("id").values_list("pk", flat=True)[:ROUND]):
        told += _deliver(outbox_id)
    return told


def _deliver(outbox_id: int) -> int:
    with transaction.atomic():
        rows = Outbox.objects.select_for_update(skip_locked=True, of=("self",))
        rows = rows.select_related("event__claim", "event__detail")
        outbox = rows.filter(pk=outbox_id, handled_at=None).first()
        if outbox is None or outbox.event is None:
            return 0
        event = outbox.event
        reasons: dict[int, str] = {}
        for user_id, because in _recipients(event):
            kept = reasons.get(user_id)
            if kept is None or WEIGHT.index(because) < WEIGHT.index(kept):
                reasons[user_id] = because
        reasons.pop(event.actor_id or 0, None)
        # Whoever has left the desk is told nothing more of it, whatever they once watched.
        inside = holders("view_claim").filter(pk__in=reasons)
        new = Notice.objects.bulk_create(
            [
                Notice(user_id=user_id, event=event, because=reasons[user_id])
                for user_id in inside.values_list("pk", flat=True)
            ],
            ignore_conflicts=True,
        )
        outbox.handled_at = timezone.now()
        outbox.save(update_fields=["handled_at"])
    return len(new)


def _recipients(event: Event) -> Iterator[tuple[int, str]]:
    """Yield everybody who is concerned, with the reason; the same person perhaps twice."""
    claim = event.claim
    if event.kind in OF_ACCOUNT:
        yield int(event.subject.removeprefix("person:")), Because.ACCOUNT
    if claim is None:
        return
    detail = _detail(event)
    if event.kind == "claim.assigned" and detail.get("assignee"):
        yield int(detail["assignee"]), Because.ASSIGNED
    if event.kind == "claim.taken_over" and detail.get("from"):
        yield int(detail["from"]), Because.YOURS
    if event.kind in FOR_EDITORS and not (event.kind == "second.answered" and detail["agrees"]):
        authors = set(_authors(event))
        for user_id in holders(FOR_EDITORS[event.kind]).values_list("pk", flat=True):
            if user_id not in authors:
                yield user_id, Because.TO_DECIDE
    if event.kind in FOR_AUTHORS:
        for user_id in _authors(event):
            yield user_id, Because.YOURS
    if event.kind == "comment.added":
        yield from _of_comment(event, detail)
    for user in named(detail.get("note", "")):
        yield user.pk, Because.NAMED
    for user_id in claim.watches.values_list("user_id", flat=True):
        yield user_id, Because.WATCHED


def _of_comment(event: Event, detail: dict[str, Any]) -> Iterator[tuple[int, str]]:
    claim = event.claim
    body = claim.comments.filter(pk=detail.get("comment")).values_list("body", flat=True).first()
    for user in named(body or ""):
        yield user.pk, Because.NAMED
    at_work = {claim.lease_by_id, claim.assignee_id}
    open_verdicts = Verdict.objects.open().filter(claim=claim)
    authors = VerdictAuthor.objects.filter(verdict__in=open_verdicts)
    for user_id in at_work | set(authors.values_list("user_id", flat=True)):
        if user_id is not None:
            yield user_id, Because.YOURS


def mail(way: str) -> int:
    """Send unmailed notices to those who want them this way; return how many mails went out.

    way: AT_ONCE or DIGEST, as the person's preferences say; without a preference, DIGEST.
    """
    with alone(f"mail-{way}") as is_alone:
        return _mail(way) if is_alone else 0


def _mail(way: str) -> int:
    sent = 0
    for user, notices in _due(way):
        try:
            sent += _mail_to(user, notices)
        except Away:
            break
    return sent


def _due(way: str) -> Iterator[tuple[User, QuerySet[Notice]]]:
    """Yield whom to mail this way, with what waits; what nobody can put off comes first."""
    if way == AT_ONCE:
        always = Notice.objects.filter(mailed_at=None, event__kind__in=OF_ACCOUNT)
        yield from ((user, always) for user in _waiting(always))
    unmailed = Notice.objects.unmailed()
    for user in _waiting(unmailed):
        if user.preferences.get("mail", DIGEST) == way:
            yield user, unmailed


def _waiting(notices: QuerySet[Notice]) -> QuerySet[User]:
    """Return whom such notices wait for; not those whose address was refused lately."""
    notices = notices.order_by()
    people = holders("view_claim").filter(pk__in=notices.values("user").distinct())
    return people.exclude(pk__in=notices.put_off().values("user"))


def _mail_to(user: User, waiting: QuerySet[Notice]) -> bool:
    rows = waiting.filter(user=user).order_by("pk")
    notices = list(
        rows.select_related("event__claim", "event__actor", "event__detail")[:IN_ONE_MAIL]
    )
    if not notices:
        return False
    with translation.override(user.language or settings.LANGUAGE_CODE):
        subject = ngettext(
            "{count} notice from the desk", "{count} notices from the desk", len(notices)
        ).format(count=len(notices))
        for notice in notices:
            notice.sentence = sentence(notice.event)
        context = {"notices": notices, "person": user, "base": settings.PUBLIC_BASE_URL}
        body = render_to_string("desk/mail/notices.txt", context)
    # Whoever gave an account another address may be about to log in to it. Where one of the two is
    # refused, the other has the mail, and is not sent it again.
    addresses = [*(_former_addresses(notices) - {user.email}), user.email]
    taken = [send(subject, body, address) for address in addresses]
    told = Notice.objects.filter(pk__in=[notice.pk for notice in notices])
    if not any(taken):
        _put_off(told, max(notice.mail_refusals for notice in notices))
        return False
    told.update(mailed_at=timezone.now())
    # Whoever can be reached again need not wait for what was refused before.
    Notice.objects.put_off().filter(user=user).update(mail_again_at=None)
    return True


def _put_off(notices: QuerySet[Notice], refusals: int) -> None:
    """Have a mail tried again later; refusals: how often one of its notices was refused before."""
    wait = FIRST_WAIT * 2 ** min(refusals, MOST_DOUBLINGS)
    notices.update(mail_refusals=F("mail_refusals") + 1, mail_again_at=timezone.now() + wait)


def _former_addresses(notices: list[Notice]) -> set[str]:
    events = [notice.event for notice in notices if notice.event.kind == "person.changed"]
    before = [_detail(event).get("before", {}) for event in events]
    return {values["email"] for values in before if "email" in values}


def _authors(event: Event) -> Iterable[int]:
    verdict_id = event.subject.removeprefix("verdict:")
    if verdict_id == event.subject:
        return []
    return VerdictAuthor.objects.filter(verdict=verdict_id).values_list("user_id", flat=True)


def _detail(event: Event) -> dict[str, Any]:
    detail = getattr(event, "detail", None)
    return (detail.data if detail else None) or {}
