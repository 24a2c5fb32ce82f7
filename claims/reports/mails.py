"""Reports by mail: which are due, and sending one.

A mail that fails holds up nobody: its job says why and is tried again, a few times.
"""

from __future__ import annotations

import logging
from datetime import date, timedelta

from celery import current_app
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles import jobs
from articles.heartbeat import beating
from claims.documents import canonical, digest
from claims.models import ReportMail, ReportSubscription
from claims.models.report import FILTERS
from claims.reports.doors import sees_reports
from claims.reports.frozen import report_of
from claims.reports.report_paper import report_pdf
from claims.reports.scope import Scope

logger = logging.getLogger(__name__)

AGAIN_SECONDS = 900.0
DUE = 200  # subscriptions of one round


def first_day(every: str, today: date) -> date:
    """Return the next day on which a subscription of this kind is due, today at the earliest."""
    if every == ReportSubscription.Every.WEEK:
        return today + timedelta(days=-today.weekday() % 7)
    return today if today.day == 1 else _next_month(today)


def range_before(every: str, day: date) -> tuple[date, date]:
    """Return the week or month that ended the day before `day`."""
    end = day - timedelta(days=1)
    start = day - timedelta(days=7)
    return (start, end) if every == ReportSubscription.Every.WEEK else (end.replace(day=1), end)


def queue_due() -> int:
    """Make a job for each report that is due; return how many. A job is made once only."""
    today, made = timezone.localdate(), 0
    due = ReportSubscription.objects.filter(next_on__lte=today, owner__is_active=True)
    for subscription_id in list(due.order_by("pk").values_list("pk", flat=True)[:DUE]):
        with transaction.atomic():
            row = ReportSubscription.objects.select_for_update(skip_locked=True, of=("self",))
            subscription = row.filter(pk=subscription_id, next_on__lte=today).first()
            if subscription is None:
                continue
            # Of several that were missed while the desk stood still, the latest goes out.
            day = _latest(subscription.every, today)
            start, end = range_before(subscription.every, day)
            try:
                with transaction.atomic():
                    mail = ReportMail.objects.create(
                        subscription=subscription, start=start, end=end
                    )
                jobs.send_on_commit(mail.pk, send_mail)
                made += 1
            except IntegrityError:
                logger.info("The report %s to %s was queued before.", start, end)
            subscription.next_on = first_day(subscription.every, today + timedelta(days=1))
            subscription.save(update_fields=["next_on"])
    return made


def send_mail(mail_id: int) -> None:
    """Hand a job to the queue."""
    current_app.send_task("claims.reports.tasks.send_report", [mail_id])


def send(mail_id: int) -> bool:
    """Make and mail one report; return whether it went out."""
    attempt = jobs.start(ReportMail, mail_id)
    if attempt is None:
        return False
    with jobs.failing(ReportMail, mail_id, attempt):
        mail = ReportMail.objects.select_related("subscription__owner").get(pk=mail_id)
        owner = mail.subscription.owner
        if not sees_reports(owner):
            jobs.fail(ReportMail, mail_id, attempt, _("This person may no longer see reports."))
            return False
        with (
            beating(ReportMail, mail_id, attempt),
            translation.override(owner.language or settings.LANGUAGE_CODE),
        ):
            message = _message(mail)
        try:
            message.send()
        except OSError as error:
            # Refused connections, time-outs and SMTP errors are all of this kind.
            logger.warning("Report %s could not be mailed: %s", mail_id, error)
            reason = _("The mail server did not take it ({kind}).")
            reason = reason.format(kind=type(error).__name__)
            jobs.give_back(ReportMail, mail_id, attempt, reason, after=AGAIN_SECONDS)
            return False
        return jobs.finish(ReportMail, mail_id, attempt)
    return False


def _message(mail: ReportMail) -> EmailMessage:
    one = mail.subscription
    scope = Scope(mail.start, mail.end, **{name: getattr(one, name) for name in FILTERS})
    document = report_of(scope)
    text = canonical(document)
    sha256 = digest(text)
    base = settings.PUBLIC_BASE_URL
    context = {
        "person": one.owner,
        "document": document,
        "sha256": sha256,
        "scope": scope,
        "address": f"{base}{reverse('reports:index')}?{scope.address()}",
        "kept": f"{base}{reverse('reports:kept')}",
    }
    subject = _("Report {start} to {end}").format(start=mail.start, end=mail.end)
    message = EmailMessage(
        subject, render_to_string("reports/mail.txt", context), to=[one.owner.email]
    )
    name = f"report-{mail.start}-{mail.end}.pdf"
    message.attach(name, report_pdf(text, document, sha256), "application/pdf")
    return message


def _latest(every: str, today: date) -> date:
    if every == ReportSubscription.Every.WEEK:
        return today - timedelta(days=today.weekday())
    return today.replace(day=1)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
