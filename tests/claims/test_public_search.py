"""What a search over the public fact-checks finds."""

from __future__ import annotations

import pytest

from claims.models import PublicState

pytestmark = pytest.mark.django_db


class TestMatching:
    @pytest.mark.parametrize(
        "words", ["ferry traffic", "QUILL", '"in five years"', "log shows", "nothing or crossings"]
    )
    def test_finds_headline_wording_summary_and_claimant(self, published, words):
        assert PublicState.objects.live().matching(words).get().claim_id == published.claim_id

    @pytest.mark.parametrize("words", ["harbour seals", "ferry -traffic", '"five in years"'])
    def test_wants_all_the_words(self, published, words):
        assert not PublicState.objects.live().matching(words).exists()

    @pytest.mark.parametrize("words", ["'", "&|!", "a:*", "(((", "\\", "-"])
    def test_takes_any_signs_as_they_come(self, published, words):
        assert list(PublicState.objects.live().matching(words)) is not None
