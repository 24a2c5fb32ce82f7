"""Whether the database still holds what the trail says was approved, published and sealed.

Each function yields what does not hold, as `claims.audit.verify` does for the chains.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from claims.audit import Break, commitment
from claims.documents import Document, canonical, digest, evidence_of, moment, verdict_of
from claims.ledger.leaves import day_under, value_of
from claims.models import Event, LedgerRoot, Publication, PublicState, Verdict
from claims.models.moves import VERDICT_FROZEN, VERDICT_ONCE_PUBLIC

CHUNK = 500
# Column of a verdict -> the event whose actor it repeats.
ACTS = {
    "submitted_by_id": "verdict.submitted",
    "approved_by_id": "verdict.approved",
    "published_by_id": "verdict.published",
}
WITH_CONTENT = (
    Publication.Kind.PUBLISHED,
    Publication.Kind.CORRECTED,
    Publication.Kind.CLERICAL,
)


def broken() -> Iterator[Break]:
    """Yield everything that does not hold: publications, verdicts, public states, roots."""
    yield from publications()
    yield from verdicts()
    yield from public_states()
    yield from roots()


def publications() -> Iterator[Break]:
    """Each publication is the one that its event tells of, and says what its columns say."""
    told: dict[str, tuple[str, str]] = {}
    events = Event.objects.filter(kind__startswith="publication.").order_by("id")
    for subject, kind, chain in events.values_list("subject", "kind", "chain").iterator():
        told[subject] = (kind, chain)
    rows = Publication.objects.select_related("verdict").defer("verdict__document")
    rows = rows.order_by("sequence").iterator(chunk_size=CHUNK)
    for number, row in enumerate(rows, 1):
        event = told.pop(f"publication:{row.sha256}", None)
        problem = _publication_problem(row, event, number)
        if problem:
            yield Break(str(row.claim_id), 0, f"publication {row.sequence}: {problem}")
    for subject, (_kind, chain) in told.items():
        yield Break(chain, 0, f"{subject} is gone")


def verdicts() -> Iterator[Break]:
    """Each verdict that was handed in says what its document, its hash and its events say."""
    rows = Verdict.objects.filter(state__in=VERDICT_FROZEN).order_by("claim_id", "number")
    rows = rows.select_related("rating__scale", "methodology", "corrects").prefetch_related(
        "citations__evidence__captures"
    )
    for chunk in _chunks(rows.iterator(chunk_size=CHUNK)):
        acts = _acts_of(chunk)
        for verdict in chunk:
            for problem in _verdict_problems(verdict, acts):
                yield Break(str(verdict.claim_id), 0, f"verdict {verdict.number}: {problem}")


def public_states() -> Iterator[Break]:
    """Each public state points at the newest publication of its claim."""
    newest = Publication.objects.filter(claim=OuterRef("claim")).order_by("-sequence")
    rows = PublicState.objects.annotate(
        newest=Subquery(newest.values("sequence")[:1]), last=Subquery(newest.values("kind")[:1])
    )
    is_gone = Q(last=Publication.Kind.RETRACTED)
    wrong = ~Q(publication=F("newest")) | Q(is_retracted=True) & ~is_gone
    for claim_id in rows.filter(wrong | Q(is_retracted=False) & is_gone).values_list("pk"):
        yield Break(str(claim_id[0]), 0, "its public state is not its newest publication")


def roots() -> Iterator[Break]:
    """Each root is the one over the leaves of its day, and the days follow one another."""
    previous: LedgerRoot | None = None
    for root in LedgerRoot.objects.order_by("day"):
        day = day_under(root)
        counts = (len(day.moved), len(day.published))
        if root.previous != (previous.root if previous else ""):
            yield Break("ledger", 0, f"the root of {root.day} does not follow the one before")
        elif previous is not None and (root.day - previous.day).days != 1:
            yield Break("ledger", 0, f"a day before {root.day} has no root")
        elif counts != (root.chains, root.publications) or value_of(root, day) != root.root:
            yield Break("ledger", 0, f"the root of {root.day} is not that of its day")
        previous = root


def _publication_problem(row: Publication, event: tuple[str, str] | None, number: int) -> str:
    if row.sequence != number:
        return f"publication {number} is missing"
    if digest(row.document) != row.sha256:
        return "its document was altered"
    if event != (f"publication.{row.kind}", str(row.claim_id)):
        return "no event of its claim tells of it"
    document = json.loads(row.document)
    said = [document[name] for name in ("sequence", "id", "verdict_id", "updated_at")]
    columns = [row.sequence, str(row.claim_id), str(row.verdict_id), moment(row.published_at)]
    if said != columns:
        return "its columns are not what its document says"
    if row.kind in WITH_CONTENT:
        waiver = row.verdict.waiver_reason or None
        if (document["content_hash"], document["waiver"]) != (row.verdict.content_hash, waiver):
            return "it is not the text that was approved"
    return ""


def _verdict_problems(verdict: Verdict, acts: dict[tuple[str, str], Event]) -> Iterator[str]:
    subject = f"verdict:{verdict.pk}"
    if digest(verdict.document) != verdict.content_hash:
        yield "its document was altered"
        return
    if not _is_committed(verdict.content_hash, acts.get((subject, ACTS["submitted_by_id"]))):
        yield "it is not the text that was handed in"
    for column, kind in ACTS.items():
        actor, event = getattr(verdict, column), acts.get((subject, kind))
        if actor is not None and (event is None or event.actor_id != actor):
            yield f"{column.removesuffix('_id')} is not who the trail names"
    content = json.loads(verdict.document)
    if content["claim"]["id"] != str(verdict.claim_id):
        yield "it is about another claim"
    if content["verdict"] != _plain(verdict_of(verdict)):
        yield "its columns are not what its document says"
    if verdict.state in VERDICT_ONCE_PUBLIC and not _is_same_evidence(verdict, content):
        yield "its evidence is not what its document says"


def _is_committed(content_hash: str, event: Event | None) -> bool:
    """Whether the event of the last submission commits to this hash, or was erased."""
    if event is None:
        return False
    detail = getattr(event, "detail", None)
    if detail is None or detail.data is None:
        return detail is not None
    expected = event.commitments.get("content_hash", "")
    return hmac.compare_digest(commitment(detail.salt, content_hash), expected)


def _is_same_evidence(verdict: Verdict, content: Document) -> bool:
    cited = sorted((row.evidence for row in verdict.citations.all()), key=lambda item: item.number)
    now = [_plain(evidence_of(item)) for item in cited]
    copies = [
        {copy["sha256"] for copy in then["captures"]}
        <= {copy["sha256"] for copy in item["captures"]}
        for then, item in zip(content["evidence"], now, strict=False)
    ]
    bare = [[{**item, "captures": None} for item in one] for one in (content["evidence"], now)]
    return bare[0] == bare[1] and all(copies)


def _acts_of(verdicts: list[Verdict]) -> dict[tuple[str, str], Event]:
    """The last event of each act, by subject and kind, for some verdicts."""
    chains = {str(verdict.claim_id) for verdict in verdicts}
    events = Event.objects.filter(chain__in=chains, kind__in=ACTS.values())
    rows = events.select_related("detail").order_by("chain", "position")
    return {(event.subject, event.kind): event for event in rows}


def _plain(document: Any) -> Any:
    return json.loads(canonical(document))


def _chunks(rows: Iterable[Verdict]) -> Iterator[list[Verdict]]:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
