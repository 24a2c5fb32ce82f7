"""Triggers: rules that hold below every verb, for raw SQL too.

Each function returns one trigger. A refusal is a check violation whose constraint name is the
rule, so that Python and the tests can tell which one spoke.
"""

from __future__ import annotations

import pgtrigger

from articles.triggers import no_truncate
from claims.models.moves import (
    CLAIM_MOVES,
    CLAIM_STARTS,
    CLAIM_UNDO_MOVES,
    VERDICT_FROZEN,
    VERDICT_MOVES,
    VERDICT_ONCE_PUBLIC,
    VERDICT_OPEN,
    pairs,
)


def refuse(rule: str, sentence: str) -> str:
    """PL/pgSQL that ends the statement with `sentence`, under the name of the rule."""
    return (
        f"RAISE EXCEPTION USING MESSAGE = '{sentence}', "
        f"ERRCODE = 'check_violation', CONSTRAINT = '{rule}';"
    )


def listed(values: tuple[str, ...]) -> str:
    """The values as an SQL list."""
    return ", ".join(f"'{value}'" for value in values)


def pair_list(moves: dict[str, tuple[str, ...]]) -> str:
    """The moves as an SQL list of rows."""
    return ", ".join(f"('{before}', '{after}')" for before, after in pairs(moves))


def differ(columns: list[str]) -> str:
    """SQL that is true when one of the columns changes."""
    old = ", ".join(f"OLD.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    return f"ROW({new}) IS DISTINCT FROM ROW({old})"


def before(name: str, operation: pgtrigger.Operation, func: str, **options) -> pgtrigger.Trigger:
    """A row trigger that runs before the operation."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=operation, func=func, **options
    )


def frozen_once_set(table: str, column: str) -> pgtrigger.Trigger:
    """A column that keeps its first value."""
    rule = f"{table}_{column}_is_frozen"
    return before(
        rule,
        pgtrigger.Update,
        f"IF OLD.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column} THEN "
        f"{refuse(rule, f'{column} keeps its first value.')} END IF; RETURN NEW;",
    )


def claim_moves_along_the_table() -> pgtrigger.Trigger:
    """Only the pairs of the state table ever occur; undo only together with its event."""
    rule = "claim_moves_along_the_table"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF TG_OP = 'INSERT' THEN
            IF NEW.state NOT IN ({listed(CLAIM_STARTS)}) THEN
                {refuse(rule, "A claim starts as a candidate or queued.")}
            END IF;
        ELSIF NEW.state <> OLD.state
            AND (OLD.state, NEW.state) NOT IN ({pair_list(CLAIM_MOVES)})
            AND NOT (
                (OLD.state, NEW.state) IN ({pair_list(CLAIM_UNDO_MOVES)})
                AND NEW.undone_event_id IS NOT NULL
                AND NEW.undone_event_id IS DISTINCT FROM OLD.undone_event_id
            ) THEN
            {refuse(rule, "This claim cannot move to that state.")}
        END IF;
        RETURN NEW;
        """,
    )


def claim_with_verdict_stays() -> pgtrigger.Trigger:
    """A claim with an open or live verdict is not dismissed or merged away."""
    rule = "claim_with_verdict_stays"
    return before(
        rule,
        pgtrigger.Update,
        f"""
        IF NEW.state IN ('dismissed', 'duplicate') AND EXISTS (
            SELECT 1 FROM claims_verdict v
            WHERE v.claim_id = NEW.id AND v.state IN ({listed((*VERDICT_OPEN, "published"))})
        ) THEN
            {refuse(rule, "A claim with an open or published verdict stays.")}
        END IF;
        RETURN NEW;
        """,
        condition=pgtrigger.Q(new__state__in=["dismissed", "duplicate"]),
    )


def duplicate_depth_one() -> pgtrigger.Trigger:
    """A duplicate points at a claim that is none itself, and nothing points at a duplicate."""
    rule = "duplicate_depth_one"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        PERFORM 1 FROM claims_claim WHERE id = NEW.duplicate_of_id FOR SHARE;
        IF EXISTS (
            SELECT 1 FROM claims_claim
            WHERE id = NEW.duplicate_of_id AND duplicate_of_id IS NOT NULL
        ) OR EXISTS (SELECT 1 FROM claims_claim WHERE duplicate_of_id = NEW.id) THEN
            {refuse(rule, "A duplicate points at a claim that is not a duplicate itself.")}
        END IF;
        RETURN NEW;
        """,
        condition=pgtrigger.Q(new__duplicate_of__isnull=False),
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
            WHERE v.state IN ({listed(VERDICT_ONCE_PUBLIC)})
            AND v.id = CASE WHEN TG_OP = 'INSERT' THEN NEW.verdict_id ELSE OLD.verdict_id END
        ) THEN
            {refuse(rule, "The evidence of a published verdict does not change.")}
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
        """,
    )


def quote_is_in_the_snapshot() -> pgtrigger.Trigger:
    """`snapshot.text[start:end] == quote`, counted in Unicode code points."""
    rule = "mention_quote_is_in_the_snapshot"
    return before(
        rule,
        pgtrigger.Insert | pgtrigger.Update,
        f"""
        IF NEW.quote IS DISTINCT FROM (
            SELECT substr(s.text, NEW.start + 1, NEW."end" - NEW.start)
            FROM articles_snapshot s WHERE s.id = NEW.snapshot_id
        ) THEN
            {refuse(rule, "The quote is not what the snapshot says there.")}
        END IF;
        RETURN NEW;
        """,
    )


def mentions_are_counted() -> pgtrigger.Trigger:
    """Keep `claim.mention_count` true, so that reach can be sorted by an index."""
    return pgtrigger.Trigger(
        name="mentions_are_counted",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Delete | pgtrigger.UpdateOf("claim_id"),
        func="""
        IF TG_OP <> 'INSERT' THEN
            UPDATE claims_claim SET mention_count = mention_count - 1 WHERE id = OLD.claim_id;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            UPDATE claims_claim SET mention_count = mention_count + 1 WHERE id = NEW.claim_id;
        END IF;
        RETURN NULL;
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


def event_continues_its_chain() -> pgtrigger.Trigger:
    """An event follows the last one of its chain: next position, that one's hash."""
    rule = "event_continues_its_chain"
    return before(
        rule,
        pgtrigger.Insert,
        f"""
        IF ROW(NEW.position, NEW.previous_hash) IS DISTINCT FROM (
            SELECT ROW(coalesce(max(e.position), 0) + 1, coalesce((
                SELECT l.hash FROM claims_event l WHERE l.chain = NEW.chain
                ORDER BY l.position DESC LIMIT 1
            ), '')) FROM claims_event e WHERE e.chain = NEW.chain
        ) THEN
            {refuse(rule, "An event continues its chain.")}
        END IF;
        RETURN NEW;
        """,
    )


def detail_is_kept_or_erased() -> list[pgtrigger.Trigger]:
    """A detail is not changed; it can only be erased whole."""
    rule = "eventdetail_kept_or_erased"
    return [
        before(
            rule,
            pgtrigger.Update | pgtrigger.Delete,
            f"""
            IF TG_OP = 'DELETE' THEN
                {refuse(rule, "A detail is erased, not deleted.")}
            ELSIF NEW.erased_by_event_id IS NULL OR NEW.data IS NOT NULL OR NEW.salt <> ''
                OR ROW(NEW.event_id) IS DISTINCT FROM ROW(OLD.event_id)
                OR OLD.erased_by_event_id IS NOT NULL THEN
                {refuse(rule, "A detail is not changed; it can only be erased whole.")}
            END IF;
            RETURN NEW;
            """,
        ),
        no_truncate(says="Details are erased one by one."),
    ]


def publication_follows_the_last() -> pgtrigger.Trigger:
    """The sequence only grows, without a gap, so that a reader can prove nothing is missing."""
    rule = "publication_follows_the_last"
    return before(
        rule,
        pgtrigger.Insert,
        f"""
        IF NEW.sequence <> (SELECT coalesce(max(p.sequence), 0) + 1 FROM claims_publication p) THEN
            {refuse(rule, "A publication takes the next number of the sequence.")}
        END IF;
        RETURN NEW;
        """,
    )
