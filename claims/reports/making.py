"""Files of whole reports, made by the worker: asking for one, making it, clearing it away.

Each is a job whose row says whether it waits, is ready or failed. Running a job twice makes one
file and one event, because both are stored together with the end of the job.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from celery import current_app
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import jobs
from articles.heartbeat import beating
from articles.models import Article
from claims.audit import record
from claims.documents import canonical, digest
from claims.models import Claimant, ReportFile, ReportSnapshot
from claims.models.report import FILTERS
from claims.reports import exports, snapshots
from claims.reports.catalogue import SECTIONS
from claims.reports.doors import sees_reports
from claims.reports.dossier import Dossier, of_article, of_claimant
from claims.reports.durations import took
from claims.reports.frozen import report_of
from claims.reports.pack import packed
from claims.reports.progress import Noting, Tell, counted, part
from claims.reports.report_paper import report_pdf
from claims.reports.scope import Scope
from claims.reports.summaries import Summaries
from claims.reports.written import dossier_pdf

if TYPE_CHECKING:
    from claims.accounts.models import User

Kind = ReportFile.Kind
# What makes two wishes the same one.
ASKED = (
    "asked_by", "kind", "start", "end", *FILTERS, "title", "is_public", "subject", "ui_language",
)  # fmt: skip
IN_REQUEST = 200  # claims of a dossier whose paper is made at once


@dataclass(frozen=True, slots=True)
class Made:
    """What a job made. told: the text behind the event it leaves, where it leaves one."""

    content: bytes | None = None
    snapshot: ReportSnapshot | None = None
    told: dict[str, str] = field(default_factory=dict)


def ask(
    kind: str, scope: Scope, *, actor: User, title: str = "", is_public: bool = False
) -> ReportFile:
    """Have a file made of a scope; return its job, the one under way where there is one.

    title, is_public: of a report to be frozen. Raises a Refused where that may not be.
    """
    if kind == Kind.FROZEN:
        title = snapshots.freezable(scope, actor=actor, title=title, is_public=is_public)
    filters = {name: getattr(scope, name) for name in FILTERS}
    more = {"start": scope.start, "end": scope.end, "title": title, "is_public": is_public}
    return _asked(kind, actor, **filters, **more)


def ask_dossier(dossier: Dossier, *, actor: User) -> ReportFile:
    """Have the report of a claimant or article made on paper; return its job."""
    kind = Kind.CLAIMANT if isinstance(dossier.subject, Claimant) else Kind.ARTICLE
    today = timezone.localdate()
    return _asked(
        kind, actor, start=today, end=today, title=dossier.title[:200], subject=dossier.subject.pk
    )


def _asked(kind: str, actor: User, **more: Any) -> ReportFile:
    language = get_language() or settings.LANGUAGE_CODE
    asked = {"kind": kind, "asked_by": actor, "ui_language": language, "subject": None, **more}
    if found := _under_way(**asked).first():
        return found
    try:
        with transaction.atomic():
            file = ReportFile.objects.create(**asked)
    except IntegrityError:
        # The other one may be over by now.
        return _under_way(**asked).first() or _asked(kind, actor, **more)
    jobs.send_on_commit(file.pk, send)
    return file


def again(file: ReportFile) -> ReportFile | None:
    """Have a failed file made once more; return its job, None where it had not failed.

    Where the same has been asked for since, that is the job.
    """
    try:
        with transaction.atomic():
            return file if jobs.retry(ReportFile, file.pk, send) else None
    except IntegrityError:
        return _under_way(**{name: getattr(file, name) for name in ASKED}).first() or file


def send(file_id: int) -> None:
    """Hand a job to the queue."""
    current_app.send_task("claims.reports.tasks.make_file", [file_id])


def make(file_id: int) -> bool:
    """Make one file; return whether this attempt did."""
    attempt = jobs.start(ReportFile, file_id)
    if attempt is None:
        return False
    with jobs.failing(ReportFile, file_id, attempt):
        file = ReportFile.objects.select_related("asked_by").get(pk=file_id)
        if not sees_reports(file.asked_by):
            jobs.fail(ReportFile, file_id, attempt, _("This person may no longer see reports."))
            return False
        with translation.override(file.ui_language):
            # Slow: no transaction is open while figures are counted and pages are set.
            with beating(ReportFile, file_id, attempt):
                made = MAKERS[Kind(file.kind)](file, Noting(file_id, attempt))
            _store(file, attempt, made)
        return True
    return False


def clear_old() -> int:
    """Remove files that are older than REPORT_FILE_DAYS, and what was asked for and failed."""
    before = timezone.now() - timedelta(days=settings.REPORT_FILE_DAYS)
    old = ReportFile.objects.filter(finished_at__lt=before).exclude(state__in=jobs.OPEN)
    return old.delete()[0]


def _under_way(**asked: Any) -> QuerySet[ReportFile]:
    return ReportFile.objects.filter(state__in=jobs.OPEN, **asked).defer("content")


def scope_of(file: ReportFile) -> Scope:
    """Return what a file is about."""
    return Scope(file.start, file.end, **{name: getattr(file, name) for name in FILTERS})


def _store(file: ReportFile, attempt: int, made: Made) -> None:
    with jobs.finishing(ReportFile, file.pk, attempt) as row:
        if made.snapshot is not None:
            row.snapshot = snapshots.keep(made.snapshot, actor=file.asked_by)
        if made.content is not None:
            row.content, row.size = made.content, len(made.content)
            row.sha256 = hashlib.sha256(made.content).hexdigest()
        if made.told:
            record("report.packed", actor=file.asked_by, detail=made.told)


def _pdf(file: ReportFile, tell: Tell) -> Made:
    document = report_of(scope_of(file), tell=part(tell, 0, 0.9))
    text = canonical(document)
    return Made(report_pdf(text, document, digest(text)))


def _json(file: ReportFile, tell: Tell) -> Made:
    return Made(canonical(report_of(scope_of(file), tell=tell)).encode())


def _workbook(file: ReportFile, tell: Tell) -> Made:
    scope = scope_of(file)
    count = Summaries.load().counting(scope)
    parts = (
        (
            section,
            [figure.table(scope, count) for figure in section.figures],
            [took(stage, scope, count) for stage in section.stages or []],
        )
        for section in counted(SECTIONS, tell)
    )
    return Made(exports.as_xlsx(scope, parts))


def _pack(file: ReportFile, tell: Tell) -> Made:
    content, manifest = packed(Scope(file.start, file.end), tell)
    told = {"from": str(file.start), "to": str(file.end), "manifest": manifest}
    return Made(content, told=told)


def _frozen(file: ReportFile, tell: Tell) -> Made:
    scope = scope_of(file)
    drawn = snapshots.drawn(scope, title=file.title, is_public=file.is_public, tell=tell)
    return Made(snapshot=drawn)


def _claimant(file: ReportFile, tell: Tell) -> Made:
    dossier = of_claimant(Claimant.objects.get(pk=file.subject))
    return Made(dossier_pdf(dossier, str(Kind.CLAIMANT.label)))


def _article(file: ReportFile, tell: Tell) -> Made:
    dossier = of_article(Article.objects.select_related("source").get(pk=file.subject))
    return Made(dossier_pdf(dossier, str(Kind.ARTICLE.label)))


MAKERS: dict[ReportFile.Kind, Callable[[ReportFile, Tell], Made]] = {
    Kind.PDF: _pdf,
    Kind.WORKBOOK: _workbook,
    Kind.JSON: _json,
    Kind.PACK: _pack,
    Kind.FROZEN: _frozen,
    Kind.CLAIMANT: _claimant,
    Kind.ARTICLE: _article,
}
