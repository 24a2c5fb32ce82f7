"""The documents of one claim, written by the product itself, as patterns for a million others.

A claim goes through the desk in a transaction that is rolled back. What differs from claim to claim
is then replaced in its documents: `«name»` stands for a text, `«#name»` for a piece of JSON.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from articles.intake import take_in
from articles.models import Way
from claims import evidence, intake, workflow
from claims.accounts.models import User
from claims.documents import canonical, moment, tombstone
from claims.models import Claim, Claimant, Publication, Rating, Verdict

ARTICLE = "Ferry figures\n\nCrossings fell by half, Mara Quill said. Nobody disputes it."
QUOTE = "Crossings fell by half"
RATIONALE = (
    "We compared what was said with the yearly tables of the office that keeps the register [1]. "
    "Its figure is «value», counted once, at the end of the year.\n\nThe claimant's office pointed "
    "to a newspaper article that cites the table of an earlier year."
)

MENTION = {
    "id": "«mention_id»",
    "quote": "«text»",
    "start": "«#start»",
    "end": "«#end»",
    "prefix": "«#prefix»",
    "suffix": "«#suffix»",
    "sentence_after": "«after»",
    "snapshot_sha256": "«snapshot_sha256»",
    "speaker": "«speaker»",
    "quantities": "«#quantities»",
    "article": {
        "id": "«article_id»",
        "url": "«article_url»",
        "headline": "«article_headline»",
        "outlet": "«outlet»",
        "outlet_domain": "«outlet_domain»",
        "language": "en",
        "published_at": "«article_at»",
    },
}
CITED = {
    "id": "«evidence_id»",
    "title": "«evidence_title»",
    "publisher": "Statistics office",
    "url": "«evidence_url»",
    "quote": "«evidence_quote»",
    "captures": [{"captured_at": "«captured_at»", "sha256": "«capture_sha256»"}],
}
CLAIM = {
    "id": "«id»",
    "text": "«text»",
    "kind": "«kind»",
    "language": "«language»",
    "said_on": "«said_on»",
    "topics": "«#topics»",
    "claimant": {"id": "«claimant_id»", "name": "«speaker»", "role": "«role»"},
}
VERDICT = {"rating": "«#rating»", "rationale": RATIONALE, "summary": "«summary»"}
PUBLIC = {
    **CLAIM,
    **VERDICT,
    "mentions": [MENTION],
    "evidence": [CITED],
    "verdict_id": "«verdict_id»",
    "revision": "«#revision»",
    "headline": "«text»",
    "slug": "«slug»",
    "sequence": "«#sequence»",
    "first_published_at": "«first_at»",
    "published_at": "«at»",
    "updated_at": "«at»",
    "corrections": "«#corrections»",
    "content_hash": "«content_hash»",
}
CONTENT = {
    "claim": CLAIM,
    "mentions": [MENTION],
    "evidence": [CITED],
    "verdict": {
        **VERDICT,
        "id": "«verdict_id»",
        "number": "«#revision»",
        "corrects": "«#corrects»",
        "correction_type": "«#correction_type»",
        "public_note": "«public_note»",
    },
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """SQL expressions of the documents, over columns of the placeholders' names.

    ratings: JSON of each rating as it stands in documents, by its key.
    """

    public: str
    content: str
    tombstone: str
    rationale: str
    ratings: dict[str, str]


def patterns() -> Patterns:
    """Have the product write the documents of one claim and make patterns of them."""
    with transaction.atomic():
        publication, verdict = written()
        public, content = json.loads(publication.document), json.loads(verdict.document)
        address = public["url"].replace(public["slug"], "«slug»")
        gone = _tombstone(verdict.claim, publication)
        transaction.set_rollback(True)
    return Patterns(
        public=_expression(canonical(_replaced(public, {**PUBLIC, "url": address}))),
        content=_expression(canonical(_replaced(content, CONTENT))),
        tombstone=_expression(canonical(gone)),
        rationale=_expression(RATIONALE),
        ratings=_ratings(public["rating"]),
    )


def _ratings(one: dict[str, Any]) -> dict[str, str]:
    rows = Rating.objects.select_related("scale")
    return {
        row.key: canonical(
            {
                **one,
                "key": row.key,
                "label": row.label,
                "meaning": row.meaning,
                "value": row.value,
                "best": row.scale.best if row.value is not None else None,
                "worst": row.scale.worst if row.value is not None else None,
            }
        )
        for row in rows
    }


def written() -> tuple[Publication, Verdict]:
    writer, editor = (
        User.objects.create_superuser(f"{name}@bench.example", None, name=name)
        for name in ("pattern-writer", "pattern-editor")
    )
    snapshot = take_in(ARTICLE, way=Way.PASTE).snapshot
    start = ARTICLE.index(QUOTE)
    claim = intake.enter(
        snapshot.pk,
        actor=writer,
        text="",
        start=start,
        end=start + len(QUOTE),
        kind="quantity",
        claimant=Claimant.objects.create(name="Mara Quill", kind=Claimant.Kind.PERSON),
    )
    workflow.take(claim.pk, actor=writer)
    evidence.add(
        claim.pk,
        actor=writer,
        title="Table",
        kind="statistics",
        stance="supports",
        quote="half",
        file=evidence.UploadedCopy("table.txt", b"It fell by half.", "text/plain"),
    )
    workflow.draft(
        claim.pk,
        actor=writer,
        rating=Rating.objects.get(key="true"),
        said="confirmed",
        confidence="high",
        summary="It is so.",
        rationale="The table says so [1].",
    )
    verdict = workflow.submit(claim.pk, actor=writer)
    workflow.approve(verdict.pk, actor=editor, content_hash=verdict.content_hash)
    workflow.publish(verdict.pk, actor=editor)
    verdict.refresh_from_db()
    return Publication.objects.get(verdict=verdict), verdict


def _tombstone(claim: Claim, publication: Publication) -> dict[str, Any]:
    at = moment(publication.published_at)
    facts = {
        "sequence": "«#sequence»",
        "verdict_id": "«verdict_id»",
        "revision": "«#revision»",
        "first_published_at": "«first_at»",
        "updated_at": "«at»",
        "retracted_at": "«at»",
    }
    document = tombstone(claim, slug=at, reason="The register was found to be forged.", facts=facts)
    address = document["url"].replace(at, "«slug»")
    return {**document, "id": "«id»", "slug": "«slug»", "url": address}


def _replaced(document: Any, by: Any) -> Any:
    """Put placeholders into a document. Raises KeyError for a member that it does not have."""
    if isinstance(by, dict) and isinstance(document, dict):
        if unknown := by.keys() - document.keys():
            raise KeyError(f"The document has no {sorted(unknown)}.")
        return {**document, **{name: _replaced(document[name], by[name]) for name in by}}
    if isinstance(by, list):
        return [_replaced(old, new) for old, new in zip(document, by, strict=True)]
    return by


def _expression(text: str) -> str:
    """Return SQL that writes the text from columns of the placeholders' names."""
    names: list[str] = []

    def numbered(found: re.Match[str]) -> str:
        if found[2] not in names:
            names.append(found[2])
        return f"%{names.index(found[2]) + 1}$s"

    text = text.replace("%", "%%")
    text = re.sub(r'"«(#)(\w+)»"', numbered, text)
    text = re.sub("«(#?)(\\w+)»", numbered, text).replace("'", "''")
    columns = ", ".join(f'"{name}"' for name in names)
    return f"format('{text}', {columns})"
