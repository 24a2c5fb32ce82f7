"""Meedan Check: published fact-checks appear there as items with a report, corrected and removed.

Check takes them by GraphQL, one POST for each. Its workspace key may edit everything there, so it
is a setting and never shown. Each fact-check has one row here that says what Check knows of it.
"""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from typing import Any

import httpx
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from articles.errors import CannotTakeIn
from articles.guard import Deadline, Guard, GuardedTransport
from claims.locks import alone
from claims.models import CheckItem, PublicState

logger = logging.getLogger(__name__)

SECONDS = 30  # for one request
LEASE = timedelta(minutes=5)  # after it, an attempt counts as lost
ROUND = 100  # fact-checks that one look takes up
LARGEST = 100_000  # bytes of an answer
TITLE, SUMMARY = 140, 620  # characters that Check takes

# Values stand in the text of the request, as in Check's own examples: the types of its variables
# have changed between versions.
_CREATE = """mutation { createProjectMedia(input: %s) {
  project_media { full_url claim_description { fact_check { id } } } } }"""
_UPDATE = "mutation { updateFactCheck(input: %s) { fact_check { id } } }"
_DELETE = "mutation { destroyFactCheck(input: %s) { deletedId } }"


class CheckFailed(Exception):
    """Check did not take it; the text says why."""


class CheckAway(CheckFailed):
    """Check does not answer: every further fact-check would only wait for it as long."""


def push() -> int:
    """Bring Check up to what is published; return how many fact-checks it took.

    Does nothing without CHECK_TOKEN. What fails is logged and tried again with the next look.
    """
    if not settings.CHECK_TOKEN:
        return 0
    taken = 0
    with alone("check") as is_alone:
        for claim_id in _due() if is_alone else ():
            try:
                taken += _push(claim_id)
            except CheckAway:
                break
    return taken


def _due() -> list[Any]:
    stale = Q(check_item=None, is_retracted=False) | Q(check_item__sequence__lt=F("publication_id"))
    resting = Q(check_item__begun_at__gt=timezone.now() - LEASE)
    rows = PublicState.objects.filter(stale).exclude(resting).order_by("publication_id")
    return list(rows.values_list("pk", flat=True)[:ROUND])


def _push(claim_id: Any) -> bool:
    begun = timezone.now()
    with transaction.atomic():
        state = PublicState.objects.select_related("publication").get(pk=claim_id)
        item, is_new = CheckItem.objects.select_for_update().get_or_create(
            state=state, defaults={"begun_at": begun}
        )
        if not is_new:
            if item.begun_at and item.begun_at > begun - LEASE:
                return False
            item.begun_at = begun
            item.save(update_fields=["begun_at"])
    document = json.loads(state.publication.document)
    is_away = False
    try:
        _tell(item, document)
    except CheckFailed as error:
        logger.warning("Check did not take %s: %s", document["url"], error)
        item.problem, is_away = str(error)[:300], isinstance(error, CheckAway)
    else:
        item.sequence, item.problem = document["sequence"], ""
    item.begun_at = None
    item.save()
    if is_away:
        raise CheckAway(item.problem)
    return not item.problem


def _tell(item: CheckItem, document: dict[str, Any]) -> None:
    if document["deleted"]:
        if item.fact_check_id:
            post(_DELETE, {"id": item.fact_check_id})
        item.fact_check_id = ""
    elif item.fact_check_id:
        post(_UPDATE, {"id": item.fact_check_id, **_report(document)})
    else:
        made = post(_CREATE, _new_item(document))
        try:
            media = made["createProjectMedia"]["project_media"]
            item.item_url = media["full_url"]
            item.fact_check_id = media["claim_description"]["fact_check"]["id"].strip()
        except (KeyError, TypeError, AttributeError):
            raise CheckFailed("The answer names no fact-check.") from None


def _new_item(document: dict[str, Any]) -> dict[str, Any]:
    item = {
        "media_type": "Blank",
        "channel": {"main": 1},
        "set_tags": [topic["name"] for topic in document["topics"]],
        "set_claim_description": document["text"],
        "set_fact_check": {**_report(document), "publish_report": settings.CHECK_PUBLISHES},
    }
    status = settings.CHECK_STATUSES.get(document["rating"]["key"])
    return {**item, "set_status": status} if status else item


def _report(document: dict[str, Any]) -> dict[str, str]:
    return {
        "title": _shortened(f"{document['rating']['label']}: {document['headline']}", TITLE),
        "summary": _shortened(document["summary"] or document["text"], SUMMARY),
        "url": document["url"],
        "language": document["language"],
    }


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def literal(value: Any) -> str:
    """Return a value as GraphQL writes it: JSON, with bare names of members."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {literal(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return json.dumps(value)


def post(mutation: str, given: dict[str, Any]) -> dict[str, Any]:
    """Send one mutation and return its `data`. Raises CheckFailed."""
    headers = {"X-Check-Token": settings.CHECK_TOKEN, "User-Agent": settings.FETCH_USER_AGENT}
    if settings.CHECK_TEAM:
        headers["X-Check-Team"] = settings.CHECK_TEAM
    transport = GuardedTransport(Guard(), Deadline(SECONDS))
    try:
        with httpx.Client(transport=transport, trust_env=False, timeout=SECONDS) as client:
            body = {"query": mutation.replace("%s", literal(given))}
            answer = client.post(settings.CHECK_URL, json=body, headers=headers)
            told = json.loads(answer.content[:LARGEST])
    except CannotTakeIn as error:
        raise CheckAway(str(error)) from error
    except httpx.TransportError as error:
        raise CheckAway(type(error).__name__) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise CheckFailed(type(error).__name__) from error
    if answer.status_code != 200 or not isinstance(told, dict) or told.get("errors"):
        errors = told.get("errors") if isinstance(told, dict) else None
        raise CheckFailed(f"HTTP {answer.status_code}: {json.dumps(errors)[:200]}")
    return told.get("data") or {}
