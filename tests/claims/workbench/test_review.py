from __future__ import annotations

import pytest

from claims.models import Quantity
from claims.workbench.review import flags, passages, uncited
from tests.claims.conftest import give_evidence, write_draft


def flagged(verdict):
    claim = verdict.claim
    return flags(
        verdict,
        claim.evidence.prefetch_related("captures"),
        claim.mentions.prefetch_related("quantities"),
    )


class TestUncited:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("The log counts 604 crossings [1].", []),
            ("The log counts 604 crossings. [1]", []),
            ("The log counts 604 crossings.", ["The log counts 604 crossings."]),
            ("It fell by half [1]. Nobody knows the reason why.", ["Nobody knows the reason why."]),
            ("# What the log says of it", []),
            ("> The log counts 604 crossings.", []),
            ("Not so.", []),
            ("", []),
        ],
    )
    def test_finds_statements_without_a_source(self, text, found):
        assert uncited(text) == found


class TestPassages:
    def test_stand_beside_what_they_cite(self, taken, rosa):
        first, second = give_evidence(taken, rosa), give_evidence(taken, rosa)

        found = passages("As the log says [2].\n\nAnd as before [1][2].", [first, second])

        assert [passage.evidence for passage in found] == [[second], [first, second]]


class TestFlags:
    def test_are_none_for_two_independent_sources(self, drafted, rosa):
        give_evidence(drafted.claim, rosa, publisher="Coast guard", title="Register")
        verdict = write_draft(drafted.claim, rosa, rationale="Both say so alike [1][2].")

        assert flagged(verdict) == []

    def test_tell_of_a_single_source(self, drafted):
        assert "All cited evidence comes from one source." in flagged(drafted)

    def test_tell_of_evidence_without_a_copy(self, drafted, rosa):
        give_evidence(drafted.claim, rosa, file=None, url="https://example.org/x")
        verdict = write_draft(drafted.claim, rosa, rationale="Both say so alike [1][2].")

        assert "No copy is kept of evidence [2]." in flagged(verdict)

    @pytest.mark.parametrize(
        ("claimed", "quote", "is_flagged"),
        [
            (600, "In all, 604 crossings", False),
            (600, "In all, 1,204 crossings", True),
            (4_200_000, "4,204,118 containers", False),
            (4_200_000, "4.2 million containers", False),
            (600, "no number here", False),
        ],
    )
    def test_tell_of_a_figure_that_no_quote_contains(
        self, drafted, rosa, claimed, quote, is_flagged
    ):
        mention = drafted.claim.first_mention
        Quantity.objects.create(
            mention=mention, start=0, end=3, text="the figure", kind="count", value=claimed
        )
        give_evidence(drafted.claim, rosa, quote=quote, publisher="Coast guard")
        verdict = write_draft(drafted.claim, rosa, rationale="The register says it [2].")

        told = any("figure" in sentence for sentence in flagged(verdict))
        assert told == is_flagged

    @pytest.mark.parametrize(("words", "told"), [("halved", False), ("down 50 %", True)])
    def test_ask_for_no_figure_where_the_claim_names_none(self, drafted, words, told):
        Quantity.objects.create(
            mention=drafted.claim.mentions.get(),
            start=0,
            end=3,
            text=words,
            kind="change",
            value=-50,
            change=-0.5,
        )

        assert any("figure" in sentence for sentence in flagged(drafted)) == told

    def test_tell_of_a_private_person(self, drafted):
        drafted.claim.claimant.is_private_person = True
        drafted.claim.claimant.save()

        assert any("private person" in sentence for sentence in flagged(drafted))
