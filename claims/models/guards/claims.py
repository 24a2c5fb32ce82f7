"""Guards of claims and their mentions."""

from __future__ import annotations

import pgtrigger

from claims.models.guards.sql import before, listed, pair_list, refuse
from claims.models.moves import CLAIM_MOVES, CLAIM_STARTS, CLAIM_UNDO_MOVES, VERDICT_OPEN


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
