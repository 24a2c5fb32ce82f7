"""The pack for an assessor of the IFCN or the EFCSN: what they ask for, in one ZIP.

People of the desk appear by number and role, never by name; evidence only as it was published, so
that no protected source is in it. `manifest.json` names every file with its sha256.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from claims.audit import row_of
from claims.commas import listed
from claims.documents import canonical, digest, moment
from claims.models import (
    Claim,
    CorrectionType,
    Event,
    Methodology,
    Page,
    Publication,
    PublicState,
    Rating,
)
from claims.reports import exports
from claims.reports.catalogue import FIGURES
from claims.reports.catalogue.outcome import declined
from claims.reports.frozen import report_of
from claims.reports.progress import Tell, counted, part, quiet
from claims.reports.report_paper import report_pdf
from claims.reports.scope import Scope
from claims.reports.summaries import Summaries
from claims.telling import sentence

SAMPLE = 12  # verdicts whose whole trail goes along
LINES = 50_000  # of one table
CHANGES = (Publication.Kind.CORRECTED, Publication.Kind.CLERICAL, Publication.Kind.RETRACTED)
TABLES = {
    "selection/by-outlet.csv": "balance-outlets",
    "selection/by-claimant.csv": "balance-claimants",
    "selection/by-side.csv": "balance-sides",
    "selection/declined-by-side.csv": "declined-sides",
    "selection/declined-by-outlet.csv": "declined-outlets",
    "selection/declined-by-claimant.csv": "declined-claimants",
    "sources/per-verdict.csv": "sources",
    "sources/kinds.csv": "evidence",
    "sources/independence.csv": "independence",
    "corrections/by-type.csv": "corrections",
}
PAGES = {
    "organisation/about.md": Page.Place.ABOUT,
    "organisation/funding.md": Page.Place.FUNDING,
    "organisation/contact.md": Page.Place.CONTACT,
    "sources/policy.md": Page.Place.SOURCES,
    "corrections/policy.md": Page.Place.POLICY,
}


@dataclass
class Pack:
    """A ZIP that is being filled. people: numbers of the desk's people, in order of appearance."""

    made_at: datetime
    files: list[dict[str, Any]] = field(default_factory=list)
    people: dict[int, int] = field(default_factory=dict)
    out: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.archive = zipfile.ZipFile(self.out, "w", zipfile.ZIP_DEFLATED)

    def add(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        info = zipfile.ZipInfo(name, timezone.localtime(self.made_at).timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self.archive.writestr(info, data)
        sha256 = hashlib.sha256(data).hexdigest()
        self.files.append({"name": name, "bytes": len(data), "sha256": sha256})

    def table(self, name: str, lines: Iterable[list[Any]]) -> None:
        self.add(name, exports.as_csv(lines))

    def person(self, event: Event) -> str:
        """Return who did something as a number, the same in the whole pack."""
        if event.actor_id is None:
            return _("the desk itself")
        number = self.people.setdefault(event.actor_id, len(self.people) + 1)
        return _("Person {number}").format(number=number)


def missing_pages() -> list[str]:
    """Return the pages that an assessor will ask for and nobody has written yet."""
    written = set(Page.objects.values_list("place", flat=True))
    return [str(Page.Place(place).label) for place in PAGES.values() if place not in written]


def packed(scope: Scope, tell: Tell = quiet) -> tuple[bytes, str]:
    """Return the pack of a range of days, and the sha256 of its manifest."""
    pack = Pack(timezone.now())
    _selection(pack, scope, part(tell, 0, 0.6))
    _words(pack)
    pack.table("corrections/log.csv", _corrections(scope))
    _verdicts(pack, scope)
    document = report_of(scope, tell=part(tell, 0.65, 0.9))
    text = canonical(document)
    pack.add("report.json", text)
    pack.add("report.pdf", report_pdf(text, document, digest(text)))
    pack.add("README.txt", _readme(scope))
    manifest = canonical(
        {
            "publisher": {"name": settings.PUBLISHER_NAME, "url": settings.PUBLISHER_URL},
            "from": scope.start.isoformat(),
            "to": scope.end.isoformat(),
            "made_at": moment(pack.made_at),
            "files": list(pack.files),
        }
    )
    pack.add("manifest.json", manifest)
    pack.archive.close()
    return pack.out.getvalue(), digest(manifest)


def _selection(pack: Pack, scope: Scope, tell: Tell) -> None:
    count = Summaries.load().counting(scope)
    for name, key in counted(TABLES.items(), part(tell, 0, 0.3)):
        pack.table(name, exports.grid(FIGURES[key].table(scope, count)))
    pack.table("selection/declined.csv", _declined(scope, part(tell, 0.3, 0.9)))
    pack.table("selection/published.csv", _published(scope))


def _declined(scope: Scope, tell: Tell) -> Iterator[list[Any]]:
    """Yield the claims that arrived in the range and were declined, with the reason."""
    yield [_("Claim"), _("Claimant"), _("Outlets"), _("Came in"), _("Reason"), _("Declined on")]
    rows = declined(scope).select_related("claimant")
    rows = rows.prefetch_related("mentions__snapshot__article__source")
    total = min(rows.count(), LINES)
    found = rows.order_by("created_at", "pk")[:LINES].iterator(chunk_size=500)
    for number, claim in enumerate(found):
        tell(min(number / total, 1))
        yield [
            claim.text,
            str(claim.claimant or ""),
            _outlets(claim),
            _day(claim.created_at),
            claim.get_dismissal_reason_display(),
            _day(claim.state_since),
        ]


def _day(at: datetime) -> str:
    """Return the day of a moment at the newsroom, which is what the range of the pack means too."""
    return timezone.localdate(at).isoformat()


def _outlets(claim: Claim) -> str:
    sources = [mention.snapshot.article.source for mention in claim.mentions.all()]
    return " ".join(sorted({source.domain for source in sources if source}))


def _published(scope: Scope) -> Iterator[list[Any]]:
    """Yield the fact-checks that readers see now and that came out in the range."""
    yield [
        _("Fact-check"), _("Claim"), _("Claimant"), _("Outlets"), _("Rating"),
        pgettext("fact-check", "Published"), _("Address"),
    ]  # fmt: skip
    rows = PublicState.objects.live().filter(scope.within("first_published_at"))
    documents = rows.order_by("first_published_at", "pk").values_list(
        "publication__document", flat=True
    )
    for text in documents[:LINES].iterator(chunk_size=500):
        found = json.loads(text)
        domains = {one["article"]["outlet_domain"] or "" for one in found["mentions"]}
        yield [
            found["headline"],
            found["text"],
            (found["claimant"] or {}).get("name", ""),
            " ".join(sorted(filter(None, domains))),
            found["rating"]["label"],
            _day(datetime.fromisoformat(found["first_published_at"])),
            found["url"],
        ]


def _words(pack: Pack) -> None:
    """Add what the desk says of itself and how it checks, every version."""
    for page in Page.objects.all():
        names = [name for name, place in PAGES.items() if place == page.place]
        for name in names:
            pack.add(name, f"# {page.title}\n\n{page.body}\n")
    for one in Methodology.objects.order_by("version"):
        text = f"# {one.title}\n\n{_day(one.adopted_at)}\n\n{one.body}\n"
        pack.add(f"methodology/version-{one.version}.md", text)
    ratings = Rating.objects.select_related("scale").order_by("scale__version", "order")
    pack.table(
        "methodology/ratings.csv",
        [
            [_("Scale"), _("Version"), _("Rating"), _("Number"), _("Meaning"), _("Retired")],
            *(
                [row.scale.name, row.scale.version, row.label, row.value, row.meaning,
                 _day(row.retired_at) if row.retired_at else ""]
                for row in ratings
            ),
        ],
    )  # fmt: skip


def _corrections(scope: Scope) -> Iterator[list[Any]]:
    """Yield what was changed after publication, from the publications alone."""
    yield [
        _("When"), _("What"), _("Fact-check"), _("Type"), _("Note for readers"),
        _("Rating before"), _("Rating after"), _("Address"), _("Publication"),
    ]  # fmt: skip
    earlier = Publication.objects.filter(
        claim=OuterRef("claim"), sequence__lt=OuterRef("sequence")
    ).order_by("-sequence")
    rows = Publication.objects.filter(scope.within("published_at"), kind__in=CHANGES)
    rows = rows.annotate(previous=Subquery(earlier.values("document")[:1])).order_by("sequence")
    for row in rows[:LINES].iterator(chunk_size=500):
        now, before = json.loads(row.document), json.loads(row.previous)
        last = {} if now["deleted"] else now["corrections"][-1]
        yield [
            moment(row.published_at),
            row.get_kind_display(),
            before["headline"],
            str(CorrectionType(last["type"]).label) if last else "",
            last.get("note") or now.get("reason", ""),
            before["rating"]["label"],
            "" if now["deleted"] else now["rating"]["label"],
            now["url"],
            row.sequence,
        ]


def _verdicts(pack: Pack, scope: Scope) -> None:
    """Add a sample of fact-checks, each with every publication and its whole trail.

    Drawn by the hash of the claim's id, so that nobody at the desk can choose it and anybody can
    draw it again.
    """
    ids = PublicState.objects.filter(scope.within("first_published_at")).values_list(
        "claim_id", flat=True
    )
    drawn = sorted(ids.iterator(), key=lambda pk: hashlib.sha256(str(pk).encode()).digest())
    for state in PublicState.objects.filter(pk__in=drawn[:SAMPLE]).order_by("slug"):
        folder = f"verdicts/{state.slug}"
        for row in Publication.objects.filter(claim=state.pk).order_by("sequence"):
            pack.add(f"{folder}/publication-{row.sequence}.json", row.document)
        events = list(Event.objects.filter(claim=state.pk).order_by("position"))
        lines = [
            canonical({**row_of(one), "previous_hash": one.previous_hash, "hash": one.hash})
            for one in events
        ]
        pack.add(f"{folder}/trail.ndjson", "\n".join(lines) + "\n")
        steps = [
            [one.position, moment(one.at), sentence(one), pack.person(one),
             one.from_state, one.to_state, one.hash]
            for one in events
        ]  # fmt: skip
        head = [_("No."), _("When"), _("What"), _("Who"), _("From"), _("To"), "sha256"]
        pack.table(f"{folder}/trail.csv", [head, *steps])


def _readme(scope: Scope) -> str:
    lines = [
        _("Compliance pack of {name}, {start} to {end}.").format(
            name=settings.PUBLISHER_NAME, start=scope.start, end=scope.end
        ),
        "",
        "selection/     " + _("what became of all claims, who was checked, what was declined, why"),
        "sources/       " + _("policy on sources, and figures on the evidence of verdicts"),
        "corrections/   " + _("policy, log of every correction and retraction, counts by type"),
        "methodology/   " + _("every version of the methodology, and the ratings"),
        "organisation/  " + _("who we are, funding, contact"),
        "verdicts/      " + _("a sample drawn by hash, each with all publications and its trail"),
        "report.*       " + _("the figures of the range"),
        "manifest.json  " + _("every file with its sha256"),
        "",
        _("Sample: the {count} fact-checks whose claim id has the lowest sha256.").format(
            count=SAMPLE
        ),
        _("People of the desk appear by number. Protected sources are not in this pack."),
    ]
    absent = missing_pages()
    if absent:
        lines += ["", _("Not written yet: {pages}.").format(pages=listed(absent))]
    return "\n".join(lines) + "\n"
