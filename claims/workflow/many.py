"""One verb over many claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from claims.errors import Refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one claim: `message` is empty when it was done, else why not."""

    claim_id: UUID
    message: str = ""

    @property
    def is_done(self) -> bool:
        return not self.message


def bulk(verb: Callable[..., Any], claim_ids: Iterable[UUID], **arguments: Any) -> list[Outcome]:
    """Do one verb on each claim, each in its own transaction; one refusal stops no other."""
    outcomes = []
    for claim_id in dict.fromkeys(claim_ids):
        try:
            verb(claim_id, **arguments)
        except Refused as refused:
            outcomes.append(Outcome(claim_id, str(refused)))
        else:
            outcomes.append(Outcome(claim_id))
    return outcomes
