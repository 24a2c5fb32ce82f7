"""What the papers say: a verdict's review sheet, the claims of a claimant or an article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from claims.commas import comma, listed
from claims.documents import canonical, digest
from claims.models import Evidence
from claims.reports.dossier import Dossier, Line, day
from claims.reports.paper import Front, Paper, beside, printed
from claims.reports.sheet import Sheet
from claims.workbench.differing import Part


def moment(at: datetime | None) -> str:
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else ""


def sheet_pdf(sheet: Sheet) -> bytes:
    """Return the review sheet of a verdict. Its sha256 is the one that was approved."""
    verdict = sheet.verdict
    marked = verdict.content_hash or digest(verdict.rationale)
    title = _("Review sheet: revision {number}").format(number=verdict.number)
    front = Front(title, str(verdict.claim.pk), timezone.now(), marked)
    return printed(front, lambda paper: _sheet(paper, sheet))


def dossier_pdf(dossier: Dossier, kicker: str) -> bytes:
    """Return all claims of a claimant or an article."""
    lines = [[str(cell) for cell in line] for line in dossier.grid()]
    sha256 = digest(canonical({"title": dossier.title, "claims": lines}))
    front = Front(dossier.title, kicker, timezone.now(), sha256)
    return printed(front, lambda paper: _dossier(paper, dossier))


def _sheet(paper: Paper, sheet: Sheet) -> None:
    verdict, claim = sheet.verdict, sheet.verdict.claim
    paper.quote(claim.text)
    paper.facts(
        [
            (_("Claimant"), _claimant(sheet)),
            (_("Said on"), day(claim.said_on)),
            (_("Topics"), listed(topic.name for topic in claim.topics.all())),
            (_("State"), verdict.get_state_display()),
            (_("Was it said?"), verdict.get_said_display()),
            (_("Is it true?"), str(verdict.rating or "")),
            (_("Confidence"), verdict.get_confidence_display()),
            (_("Methodology"), str(verdict.methodology or "")),
            (_("Written by"), sheet.authors),
            (_("Correction"), verdict.get_correction_type_display()),
            (_("Note for readers"), verdict.public_note),
            (_("Reason for the waiver"), verdict.waiver_reason),
        ]
    )
    paper.heading(_("Verdict"))
    if verdict.summary:
        paper.text(verdict.summary, size=10.5)
        paper.ln(2)
    paper.text(verdict.rationale)
    paper.heading(_("The claim in its context"))
    for place in sheet.places:
        snapshot = place.mention.snapshot
        article = snapshot.article
        paper.subheading(str(article))
        paper.note(
            beside([str(article.source or ""), article.canonical_url or "",
                    day(article.published_at), place.mention.speaker])
        )  # fmt: skip
        paper.text(f"{place.before}«{place.quote}»{place.after}")
        paper.note(
            listed(
                [
                    _("Wording {number}").format(number=snapshot.number),
                    f"sha256 {snapshot.sha256}",
                ]
            )
        )
    _evidence(paper, sheet.evidence)
    if sheet.changes:
        paper.heading(_("Changed since the revision before"))
        for change in sheet.changes:
            paper.subheading(change.label)
            paper.text(_marked(change.parts))
        paper.note(_("[-removed-] [+added+]"))
    _decisions(paper, sheet)
    paper.heading(_("Trail"))
    paper.grid(
        [_("When"), _("What"), _("Who"), _("Note")],
        [[moment(step.at), step.what, step.who, step.note] for step in sheet.trail],
        widths=(3, 4, 3, 6),
    )
    paper.note(_("End of the claim's chain of events") + f": {sheet.last_hash}")


def _claimant(sheet: Sheet) -> str:
    claimant = sheet.verdict.claim.claimant
    if claimant is None:
        return ""
    return beside([claimant.name, claimant.role], comma())


def _evidence(paper: Paper, evidence: Iterable[Evidence]) -> None:
    paper.heading(_("Evidence and sources"))
    for item in evidence:
        kinds = f"{item.get_stance_display()} · {item.get_kind_display()}"
        if item.is_protected_source:
            paper.subheading(f"[{item.number}] {_('Protected source')}")
            paper.note(kinds)
            continue
        paper.subheading(f"[{item.number}] {item.title}")
        known = [item.publisher, day(item.published_on), item.get_independence_display()]
        paper.note(beside([kinds, *known]))
        if item.url:
            paper.note(item.url)
        if item.quote:
            paper.quote(item.quote)
        for copy in item.captures.all():
            paper.note(
                listed(
                    [
                        _("Copy kept {moment}").format(moment=moment(copy.captured_at)),
                        f"sha256 {copy.sha256}",
                    ]
                )
            )


def _decisions(paper: Paper, sheet: Sheet) -> None:
    paper.heading(_("Who decided what and when"))
    rows = [[moment(one.at), one.what, one.who, one.note] for one in sheet.decisions]
    paper.grid([_("When"), _("What"), _("Who"), _("Note")], rows, widths=(3, 4, 4, 5))
    if sheet.second is not None:
        second = sheet.second
        answer = _("Same answer") if second.agrees else _("Another answer")
        paper.facts(
            [
                (
                    _("Blind check"),
                    beside([str(second.checker), moment(second.answered_at)], comma()),
                ),
                (_("Result"), f"{answer}: {second.first_rating} / {second.rating}"),
            ]
        )
    for publication in sheet.publications:
        paper.note(
            beside(
                [
                    publication.get_kind_display(),
                    moment(publication.published_at),
                    _("publication {number}").format(number=publication.sequence),
                    f"sha256 {publication.sha256}",
                ],
                comma(),
            )
        )


def _marked(parts: Iterable[Part]) -> str:
    signs = {"removed": "[-{}-]", "added": "[+{}+]", "same": "{}"}
    return "".join(signs[part.kind].format(part.text) for part in parts)


def _dossier(paper: Paper, dossier: Dossier) -> None:
    paper.facts(dossier.facts)
    paper.facts([(name, str(number)) for name, number in dossier.ratings])
    paper.heading(_("Claims") + f" ({dossier.total})")
    rows = [_line(line) for line in dossier.lines]
    paper.grid(
        [_("Claim"), _("Came in"), _("State"), _("Rating"), _("Was it said?")],
        rows,
        widths=(7, 2, 2.4, 2.6, 2.4),
    )
    if dossier.total > len(dossier.lines):
        paper.note(_("The first {count} are shown.").format(count=len(dossier.lines)))


def _line(line: Line) -> list[str]:
    return [line.claim.text, day(line.claim.created_at), line.standing, line.rating, line.said]
