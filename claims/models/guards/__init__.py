"""Triggers: rules that hold below every verb, for raw SQL too.

Each function returns one trigger. A refusal is a check violation whose constraint name is the
rule, so that Python and the tests can tell which one spoke.
"""

from claims.models.guards.claims import (
    claim_moves_along_the_table,
    claim_with_verdict_stays,
    duplicate_depth_one,
    mentions_are_counted,
    quote_is_in_the_snapshot,
)
from claims.models.guards.sql import frozen_once_set
from claims.models.guards.trail import (
    detail_is_kept_or_erased,
    event_continues_its_chain,
    event_in_an_open_day,
    publication_follows_the_last,
    root_follows_the_last,
)
from claims.models.guards.verdicts import (
    author_is_not_the_approver,
    citation_is_frozen,
    cited_evidence_is_frozen,
    document_matches_its_hash,
    public_scale_is_kept,
    published_verdict_is_complete,
    second_checker_is_no_author,
    used_rating_is_kept,
    verdict_is_kept,
    verdict_moves_along_the_table,
    verdict_needs_four_eyes,
    verdict_on_a_living_claim,
    verdict_signatures_stand,
    verdict_text_is_frozen,
)

__all__ = [
    "author_is_not_the_approver",
    "citation_is_frozen",
    "cited_evidence_is_frozen",
    "claim_moves_along_the_table",
    "claim_with_verdict_stays",
    "detail_is_kept_or_erased",
    "document_matches_its_hash",
    "duplicate_depth_one",
    "event_continues_its_chain",
    "event_in_an_open_day",
    "frozen_once_set",
    "mentions_are_counted",
    "public_scale_is_kept",
    "publication_follows_the_last",
    "published_verdict_is_complete",
    "quote_is_in_the_snapshot",
    "root_follows_the_last",
    "second_checker_is_no_author",
    "used_rating_is_kept",
    "verdict_is_kept",
    "verdict_moves_along_the_table",
    "verdict_needs_four_eyes",
    "verdict_on_a_living_claim",
    "verdict_signatures_stand",
    "verdict_text_is_frozen",
]
