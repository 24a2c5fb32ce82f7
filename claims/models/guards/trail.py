"""Guards of the trail and of what was published."""

from __future__ import annotations

import pgtrigger

from articles.triggers import no_truncate
from claims.models.guards.sql import before, refuse


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


def event_in_an_open_day() -> pgtrigger.Trigger:
    """A day that the ledger has sealed gets no further event."""
    rule = "event_in_an_open_day"
    sentence = "The ledger has sealed this day. Does the clock of this machine go wrong?"
    return before(
        rule,
        pgtrigger.Insert,
        f"""
        IF EXISTS (
            SELECT 1 FROM claims_ledgerroot r WHERE r.day >= (NEW.at AT TIME ZONE 'UTC')::date
        ) THEN
            {refuse(rule, sentence)}
        END IF;
        RETURN NEW;
        """,
    )


def root_follows_the_last() -> pgtrigger.Trigger:
    """Each finished day has one root, and each names the one before it."""
    rule = "ledgerroot_follows_the_last"
    return before(
        rule,
        pgtrigger.Insert,
        f"""
        IF EXISTS (SELECT 1 FROM claims_ledgerroot) THEN
            IF NOT EXISTS (
                SELECT 1 FROM claims_ledgerroot r
                WHERE r.day = (SELECT max(l.day) FROM claims_ledgerroot l)
                AND r.day + 1 = NEW.day AND r.root = NEW.previous
            ) THEN
                {refuse(rule, "A root follows the one of the day before.")}
            END IF;
        ELSIF NEW.previous <> '' THEN
            {refuse(rule, "The first root follows none.")}
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
