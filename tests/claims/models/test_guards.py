"""What holds below every verb: the rules that raw SQL meets."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from articles.intake import take_in
from articles.models import Way
from claims import intake, workflow
from claims.models import Capture, Claim, Evidence, Publication, PublicState, Verdict
from claims.models.moves import CLAIM_MOVES, CLAIM_UNDO_MOVES, VERDICT_MOVES, pairs
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db


def execute(sql: str, *values) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def refused(sql: str, *values) -> str:
    """Run SQL that must be refused; return what the database said."""
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        execute(sql, *values)
    return str(error.value)


def without_checks(table: str) -> None:
    """Leave only the triggers of a table, so that any row can be put into any state."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    names = "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'"
    with connection.cursor() as cursor:
        cursor.execute(names, [table])
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def force_state(table: str, pk, state: str) -> None:
    execute("SET session_replication_role = replica")
    execute(f"UPDATE {table} SET state = %s WHERE id = %s", state, pk)
    execute("SET session_replication_role = origin")


def try_moves(table: str, pk, moves: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the moves that the database let through."""
    without_checks(table)
    through = []
    for before, after in moves:
        force_state(table, pk, before)
        try:
            with transaction.atomic():
                execute(f"UPDATE {table} SET state = %s WHERE id = %s", after, pk)
        except DatabaseError as error:
            assert "cannot move to that state" in str(error)
        else:
            through.append((before, after))
    return through


class TestClaimMoves:
    def test_only_the_pairs_of_the_table_ever_occur(self, claim):
        every = [(a, b) for a in CLAIM_MOVES for b in CLAIM_MOVES if a != b]

        assert try_moves("claims_claim", claim.pk, every) == [
            move for move in every if move in pairs(CLAIM_MOVES)
        ]

    @pytest.mark.parametrize("state", ["in_progress", "checked", "dismissed", "duplicate"])
    def test_a_claim_starts_as_candidate_or_queued(self, state):
        with pytest.raises(DatabaseError, match="starts as"), transaction.atomic():
            Claim.objects.create(text="The pier is long.", state=state)

    @pytest.mark.parametrize(("before", "after"), pairs(CLAIM_UNDO_MOVES))
    def test_undo_goes_only_with_the_event_it_undoes(self, claim, before, after):
        assert try_moves("claims_claim", claim.pk, [(before, after)]) == []

        done = execute(
            "UPDATE claims_claim SET state = %s, undone_event_id = %s WHERE id = %s",
            after,
            claim.events.first().pk,
            claim.pk,
        )

        assert done == 1

    def test_no_claim_is_deleted(self, candidate):
        refused("DELETE FROM claims_claim WHERE id = %s", candidate.pk)

        assert Claim.objects.filter(pk=candidate.pk).exists()

    def test_a_claim_with_a_live_verdict_is_not_dismissed(self, published):
        said = refused(
            "UPDATE claims_claim SET state = 'dismissed', dismissal_reason = 'opinion'"
            " WHERE id = %s",
            published.claim_id,
        )

        assert "stays" in said or "cannot move" in said

    def test_duplicates_are_one_deep(self, claim, candidate):
        other = Claim.objects.create(text="Another claim.")
        execute(
            "UPDATE claims_claim SET state = 'duplicate', duplicate_of_id = %s WHERE id = %s",
            claim.pk,
            candidate.pk,
        )

        refused(
            "UPDATE claims_claim SET state = 'duplicate', duplicate_of_id = %s WHERE id = %s",
            candidate.pk,
            other.pk,
        )
        refused(
            "UPDATE claims_claim SET state = 'duplicate', duplicate_of_id = %s WHERE id = %s",
            other.pk,
            claim.pk,
        )

    def test_a_lease_is_there_exactly_while_in_progress(self, claim):
        refused("UPDATE claims_claim SET state = 'in_progress' WHERE id = %s", claim.pk)

    def test_mentions_are_counted(self, claim, snapshot):
        claim.refresh_from_db()
        assert claim.mention_count == 1

        execute("DELETE FROM claims_quantity")
        execute("UPDATE claims_claim SET first_mention_id = NULL")
        execute("DELETE FROM claims_mention")
        claim.refresh_from_db()
        assert claim.mention_count == 0


class TestVerdictMoves:
    def test_only_the_pairs_of_the_table_ever_occur(self, submitted):
        every = [(a, b) for a in VERDICT_MOVES for b in VERDICT_MOVES if a != b]

        assert try_moves("claims_verdict", submitted.pk, every) == [
            move for move in every if move in pairs(VERDICT_MOVES)
        ]

    def test_a_verdict_starts_as_a_draft(self, claim):
        with pytest.raises(DatabaseError, match="starts as a draft"), transaction.atomic():
            Verdict.objects.create(claim=claim, number=1, state="abandoned")

    def test_only_one_is_open(self, drafted):
        with pytest.raises(DatabaseError, match="one_open"), transaction.atomic():
            Verdict.objects.create(claim=drafted.claim, number=2)

    def test_none_is_deleted(self, drafted):
        refused("DELETE FROM claims_verdict WHERE id = %s", drafted.pk)

    @pytest.mark.parametrize(
        "change",
        [
            "summary = 'Other.'",
            "rationale = 'Other.'",
            "said = 'not_found'",
            "confidence = 'low'",
            "rating_id = (SELECT id FROM claims_rating WHERE key = 'false')",
            "document = '{}', content_hash = encode(sha256('{}'), 'hex')",
            "public_note = 'Other.'",
            "number = 7",
        ],
    )
    @pytest.mark.parametrize("stage", ["submitted", "approved", "published"])
    def test_its_text_stands_from_submission_on(self, request, stage, change):
        verdict = request.getfixturevalue(stage)

        said = refused(f"UPDATE claims_verdict SET {change} WHERE id = %s", verdict.pk)

        assert "does not change" in said

    def test_times_are_set_once(self, published):
        said = refused("UPDATE claims_verdict SET published_at = now() WHERE id = %s", published.pk)

        assert "keeps its first value" in said

    def test_the_hash_is_that_of_the_document(self, drafted):
        refused(
            "UPDATE claims_verdict SET document = '{}', content_hash = repeat('a', 64)"
            " WHERE id = %s",
            drafted.pk,
        )


class TestFourEyes:
    def test_an_author_cannot_be_written_in_as_approver(self, submitted, rosa):
        said = refused(
            "UPDATE claims_verdict SET state = 'approved', approved_by_id = %s,"
            " approved_at = now() WHERE id = %s",
            rosa.pk,
            submitted.pk,
        )

        assert "other than an author" in said

    def test_an_approver_cannot_become_an_author(self, approved, emil):
        said = refused(
            "INSERT INTO claims_verdictauthor (verdict_id, user_id, since) VALUES (%s, %s, now())",
            approved.pk,
            emil.pk,
        )

        assert "cannot become its author" in said

    def test_an_author_cannot_be_removed(self, submitted):
        refused("DELETE FROM claims_verdictauthor WHERE verdict_id = %s", submitted.pk)

    def test_a_retraction_takes_two(self, published, emil):
        request = workflow.request_retraction(published.claim_id, actor=emil, reason="Forged.")

        refused(
            "UPDATE claims_retractionrequest SET is_confirmed = true, decided_by_id = %s,"
            " decided_at = now() WHERE id = %s",
            emil.pk,
            request.pk,
        )


class TestPublished:
    def test_needs_captured_and_quoted_evidence(self, approved, emil):
        execute("SET session_replication_role = replica")
        execute("DELETE FROM claims_capture")
        execute("SET session_replication_role = origin")

        said = refused(
            "UPDATE claims_verdict SET state = 'published', published_by_id = %s,"
            " published_at = now() WHERE id = %s",
            emil.pk,
            approved.pk,
        )

        assert "captured evidence" in said

    @pytest.mark.parametrize("change", ["quote = 'Other.'", "title = 'Other.'", "number = 9"])
    def test_cited_evidence_stands(self, published, change):
        refused(f"UPDATE claims_evidence SET {change}")

        assert Evidence.objects.get().quote == "604 crossings"

    def test_cited_evidence_is_not_deleted(self, published):
        refused("DELETE FROM claims_evidence")

    def test_what_it_cites_does_not_change(self, published, rosa):
        more = give_evidence(published.claim, rosa, title="Another log")

        refused(
            "INSERT INTO claims_citation (verdict_id, evidence_id) VALUES (%s, %s)",
            published.pk,
            more.pk,
        )
        refused("DELETE FROM claims_citation WHERE verdict_id = %s", published.pk)

    def test_no_other_verdict_hands_its_evidence_over(self, published, rosa, emil):
        more = give_evidence(published.claim, rosa, title="Another log")
        correction = workflow.start_correction(
            published.claim_id, actor=emil, correction_type="evidence"
        )
        correction.citations.create(evidence=more)

        refused(
            "UPDATE claims_citation SET verdict_id = %s WHERE verdict_id = %s",
            published.pk,
            correction.pk,
        )

    @pytest.mark.parametrize(
        "change",
        [
            *["submitted_by_id = %s", "approved_by_id = %s", "published_by_id = %s"],
            *["approved_at = now(), saved_at = now() + make_interval(secs => %s)"],
            *["waived_by_id = %s, waiver_reason = 'Trust us.'"],
        ],
    )
    def test_who_signed_it_stands(self, published, edna, change):
        said = refused(f"UPDATE claims_verdict SET {change}", edna.pk)

        assert "signed" in said

    @pytest.mark.parametrize("table", ["claims_capture", "claims_publication"])
    def test_copies_and_publications_are_only_added(self, published, table):
        before = (Capture.objects.count(), Publication.objects.count())

        refused(f"DELETE FROM {table}")
        refused(f"UPDATE {table} SET sha256 = repeat('b', 64)")

        assert (Capture.objects.count(), Publication.objects.count()) == before

    def test_the_sequence_has_no_gap(self, published):
        refused(
            "INSERT INTO claims_publication (sequence, kind, claim_id, verdict_id, document,"
            " sha256, published_at) SELECT 3, kind, claim_id, verdict_id, document, sha256, now()"
            " FROM claims_publication"
        )

    @pytest.mark.parametrize("change", ["first_published_at = now()", "slug = 'other'"])
    def test_first_time_and_address_stay(self, published, change):
        refused(f"UPDATE claims_publicstate SET {change}")

        assert PublicState.objects.get().slug.startswith("ferry-traffic")

    def test_a_used_rating_is_kept_as_it_was(self, published):
        refused("UPDATE claims_rating SET label = 'Nearly' WHERE key = 'mostly-true'")
        refused("DELETE FROM claims_rating WHERE key = 'mostly-true'")

        assert execute("UPDATE claims_rating SET retired_at = now() WHERE key = 'mostly-true'") == 1

    @pytest.mark.parametrize("change", ["best = 10", "worst = 0", "name = 'Ours'", "version = 9"])
    def test_the_scale_of_what_was_public_is_kept(self, published, change):
        said = refused(f"UPDATE claims_ratingscale SET {change}")

        assert "Add a version" in said
        assert execute("UPDATE claims_ratingscale SET is_current = false") == 1


class TestMention:
    @pytest.mark.parametrize(
        "change", ["quote = 'Other words.'", "start = start + 1", '"end" = "end" - 1']
    )
    def test_quote_is_what_the_snapshot_says_there(self, claim, change):
        said = refused(f"UPDATE claims_mention SET {change}")

        assert "not what the snapshot says" in said

    def test_offsets_are_code_points(self, dana, db):
        snapshot = take_in("\U0001f6a2 \U0001f6a2 שלום: the pier is open.", way=Way.PASTE).snapshot
        start = snapshot.text.index("the pier")

        claim = intake.enter(snapshot.pk, actor=dana, text="", start=start, end=len(snapshot.text))

        assert claim.mentions.get().quote == "the pier is open."


class TestTruncate:
    @pytest.mark.parametrize(
        "table",
        [
            "claims_claim",
            "claims_verdict",
            "claims_event",
            "claims_eventdetail",
            "claims_publication",
            "claims_publicstate",
            "claims_capture",
            "claims_verdictauthor",
            "claims_comment",
            "articles_snapshot",
        ],
    )
    def test_is_refused_where_the_database_does_not_allow_it(self, table):
        refused(f"TRUNCATE {table} CASCADE")
