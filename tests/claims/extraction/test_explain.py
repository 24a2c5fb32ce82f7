"""Every sentence has a reason, whether it was taken or not."""

from __future__ import annotations

from claims.extraction import find_claims
from claims.extraction.explain import explain, find_and_explain
from claims.extraction.records import REASONS

TEXT = """Bridge toll to end, says Varn council

By Ilse Torvund

The Varn bridge cost 48 million crowns when it opened in 2011. We all hope for better weather.

"The toll has brought in 51 million crowns," the treasurer, Odd Brekke, said. "Will it ever be \
enough?"
"""


class TestExplain:
    def test_every_sentence_is_explained(self):
        for sentence in explain(TEXT):
            assert sentence.taken or sentence.left_out
            for left in sentence.left_out:
                assert left.reasons
                assert set(left.reasons) <= set(REASONS)
                assert 0 <= left.start < left.end <= len(TEXT)

    def test_takes_what_find_claims_takes(self):
        taken = [claim for sentence in explain(TEXT) for claim in sentence.taken]

        assert taken == find_claims(TEXT)
        assert any("48 million" in claim.text for claim in taken)

    def test_says_what_a_headline_a_hope_and_a_question_are(self):
        reasons = {
            TEXT[left.start : left.end]: left.reasons
            for sentence in explain(TEXT)
            for left in sentence.left_out
        }

        assert ("headline",) in reasons.values()
        assert reasons["We all hope for better weather"] == ("hope",)
        assert reasons["Will it ever be enough"] == ("question",)

    def test_an_empty_text_has_nothing_to_explain(self):
        assert explain(" \n") == []
        assert find_and_explain(" \n") == ([], [])

    def test_finding_with_reasons_gives_the_same(self):
        found, left_out = find_and_explain(TEXT)

        assert found == find_claims(TEXT)
        assert left_out == [left for sentence in explain(TEXT) for left in sentence.left_out]
