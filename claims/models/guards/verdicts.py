"""Guards of verdicts and of what they rest on."""

from __future__ import annotations

import pgtrigger

from claims.models.guards.sql import before, differ, listed, pair_list, refuse
from claims.models.moves import (
    VERDICT_FROZEN,
    VERDICT_MOVES,
    VERDICT_ONCE_PUBLIC,
    VERDICT_OPEN,
)


def verdict_moves_along_the_table() -> pgtrigger.Trigger:
    """Only the pairs of the state table ever occur; a verdict starts as a draft."""
    rule = "verdict_moves_along_the_table"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF TG_OP = 'INSERT' THEN
            IF NEW.state <> 'draft' THEN
                {refuse(rule, "A verdict starts as a draft.")}
            END IF;
        ELSIF NEW.state <> OLD.state
            AND (OLD.state, NEW.state) NOT IN ({pair_list(VERDICT_MOVES)}) THEN
            {refuse(rule, "This verdict cannot move to that state.")}
        END IF;
        RETURN NEW;
        """,
    )


def verdict_on_a_living_claim() -> pgtrigger.Trigger:
    """A dismissed or merged claim gets no open or live verdict."""
    rule = "verdict_on_a_living_claim"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF NEW.state IN ({listed((*VERDICT_OPEN, "published"))}) AND EXISTS (
            SELECT 1 FROM claims_claim c
            WHERE c.id = NEW.claim_id AND c.state IN ('dismissed', 'duplicate')
        ) THEN
            {refuse(rule, "A dismissed or duplicate claim gets no verdict.")}
        END IF;
        RETURN NEW;
        """,
    )


def verdict_text_is_frozen(columns: list[str]) -> pgtrigger.Trigger:
    """From submission on the text stands; only a return to draft lets it change.

    What is public never returns to draft, so from publication on it never changes.
    """
    rule = "verdict_text_is_frozen"
    return before(
        rule,
        pgtrigger.Update,
        f"""
        IF OLD.state IN ({listed(VERDICT_FROZEN)}) AND NEW.state <> 'draft'
            AND {differ(columns)} THEN
            {refuse(rule, "The text of a submitted verdict does not change.")}
        END IF;
        RETURN NEW;
        """,
    )


def verdict_signatures_stand(columns: list[str]) -> pgtrigger.Trigger:
    """Who handed in, approved, published or waived a verdict that was ever public, stays so."""
    rule = "verdict_signatures_stand"
    return before(
        rule,
        pgtrigger.Update,
        f"""
        IF OLD.state IN ({listed(VERDICT_ONCE_PUBLIC)}) AND {differ(columns)} THEN
            {refuse(rule, "Who signed a published verdict does not change.")}
        END IF;
        RETURN NEW;
        """,
    )


def verdict_is_kept() -> pgtrigger.Trigger:
    """No verdict is deleted; a draft that leads nowhere is abandoned."""
    rule = "verdict_is_kept"
    return before(rule, pgtrigger.Delete, refuse(rule, "Verdicts are kept."))


def verdict_needs_four_eyes() -> pgtrigger.Trigger:
    """The approver is none of the authors of this revision, whoever they are."""
    rule = "verdict_needs_four_eyes"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF EXISTS (
            SELECT 1 FROM claims_verdictauthor a
            WHERE a.verdict_id = NEW.id AND a.user_id = NEW.approved_by_id
        ) THEN
            {refuse(rule, "Someone other than an author has to approve.")}
        END IF;
        RETURN NEW;
        """,
        condition=pgtrigger.Q(new__approved_by__isnull=False),
    )


def author_is_not_the_approver() -> pgtrigger.Trigger:
    """The other side of four eyes: an approver cannot become an author afterwards."""
    rule = "author_is_not_the_approver"
    return before(
        rule,
        pgtrigger.Insert,
        f"""
        PERFORM 1 FROM claims_verdict WHERE id = NEW.verdict_id FOR UPDATE;
        IF EXISTS (
            SELECT 1 FROM claims_verdict v
            WHERE v.id = NEW.verdict_id AND v.approved_by_id = NEW.user_id
        ) THEN
            {refuse(rule, "Who approved a verdict cannot become its author.")}
        END IF;
        RETURN NEW;
        """,
    )


def second_checker_is_no_author() -> pgtrigger.Trigger:
    """A second answer is blind only when it comes from somebody who wrote none of the first."""
    rule = "second_checker_is_no_author"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF EXISTS (
            SELECT 1 FROM claims_verdictauthor a
            WHERE a.verdict_id = NEW.verdict_id
                AND a.user_id IN (NEW.checker_id, NEW.ruled_by_id)
        ) THEN
            {refuse(rule, "An author of a verdict neither checks nor rules on it.")}
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.answered_at IS NOT NULL
            AND ROW(NEW.rating_id, NEW.said, NEW.note, NEW.checker_id)
                IS DISTINCT FROM ROW(OLD.rating_id, OLD.said, OLD.note, OLD.checker_id) THEN
            {refuse(rule, "A second answer stays as it was given.")}
        END IF;
        RETURN NEW;
        """,
    )


def document_matches_its_hash(rule: str, column: str) -> pgtrigger.Trigger:
    """The hash column is the hex sha256 of the document column, both or neither."""
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF NEW.document <> ''
            AND NEW.{column} <> encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') THEN
            {refuse(rule, "The hash is not that of the document.")}
        END IF;
        RETURN NEW;
        """,
    )


def published_verdict_is_complete() -> pgtrigger.Trigger:
    """No published verdict without rating, rationale and captured, quoted evidence.

    A waiver with its public reason stands in for the evidence.
    """
    rule = "published_verdict_is_complete"
    return before(
        rule,
        pgtrigger.Update,
        f"""
        IF NEW.rating_id IS NULL OR btrim(NEW.rationale) = '' OR (
            NEW.waiver_reason = '' AND NOT EXISTS (
                SELECT 1 FROM claims_citation t
                JOIN claims_evidence e ON e.id = t.evidence_id
                JOIN claims_capture c ON c.evidence_id = e.id
                WHERE t.verdict_id = NEW.id AND e.quote <> ''
            )
        ) THEN
            {refuse(rule, "A published verdict has a rating, a rationale and captured evidence.")}
        END IF;
        RETURN NEW;
        """,
        condition=pgtrigger.Q(new__state="published") & ~pgtrigger.Q(old__state="published"),
    )


def cited_evidence_is_frozen(columns: list[str]) -> pgtrigger.Trigger:
    """Evidence behind a verdict that was ever public is not changed or deleted."""
    rule = "cited_evidence_is_frozen"
    return before(
        rule,
        pgtrigger.Update | pgtrigger.Delete,
        f"""
        IF EXISTS (
            SELECT 1 FROM claims_citation t JOIN claims_verdict v ON v.id = t.verdict_id
            WHERE t.evidence_id = OLD.id AND v.state IN ({listed(VERDICT_ONCE_PUBLIC)})
        ) THEN
            IF TG_OP = 'DELETE' OR {differ(columns)} THEN
                {refuse(rule, "Evidence behind a published verdict does not change.")}
            END IF;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
        """,
    )


def citation_is_frozen() -> pgtrigger.Trigger:
    """The list of evidence that a once public verdict cites does not change."""
    rule = "citation_is_frozen"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        f"""
        IF EXISTS (
            SELECT 1 FROM claims_verdict v
            WHERE v.state IN ({listed(VERDICT_ONCE_PUBLIC)}) AND (
                TG_OP <> 'INSERT' AND v.id = OLD.verdict_id
                OR TG_OP <> 'DELETE' AND v.id = NEW.verdict_id
            )
        ) THEN
            {refuse(rule, "The evidence of a published verdict does not change.")}
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
        """,
    )


def used_rating_is_kept() -> pgtrigger.Trigger:
    """A rating that a verdict uses can be retired, never renamed or deleted."""
    rule = "used_rating_is_kept"
    columns = ["scale_id", "key", "label", "value"]
    return before(
        rule,
        pgtrigger.Update | pgtrigger.Delete,
        f"""
        IF EXISTS (SELECT 1 FROM claims_verdict v WHERE v.rating_id = OLD.id) THEN
            IF TG_OP = 'DELETE' OR {differ(columns)} THEN
                {refuse(rule, "A rating that was used is kept as it was. Retire it.")}
            END IF;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
        """,
    )


def public_scale_is_kept() -> pgtrigger.Trigger:
    """A scale by which something was ever published keeps its name and numbers.

    What is published says of each rating how good the best one is; so do lists of ratings.
    """
    rule = "public_scale_is_kept"
    return before(
        rule,
        pgtrigger.Update,
        f"""
        IF {differ(["name", "version", "best", "worst"])} AND EXISTS (
            SELECT 1 FROM claims_verdict v JOIN claims_rating r ON r.id = v.rating_id
            WHERE r.scale_id = OLD.id AND v.state IN ({listed(VERDICT_ONCE_PUBLIC)})
        ) THEN
            {refuse(rule, "A scale that was used in public is kept as it was. Add a version.")}
        END IF;
        RETURN NEW;
        """,
    )
