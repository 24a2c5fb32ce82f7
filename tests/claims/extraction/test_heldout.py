"""The annotated articles hold what their sources say, and the measures measure."""

from __future__ import annotations

import copy
import json

import pytest

from benchmarks.claims import HELD_OUT, evaluate, gold_files
from benchmarks.scoring import average_precision, speaker_is_right, stance_class
from tests.claims.extraction.heldout.build import built

ARTICLES = list(gold_files([HELD_OUT]))


def perfect(name: str, gold: dict, text: str) -> list[dict]:
    """The gold claims as a system would give them."""
    claims = copy.deepcopy(gold["claims"])
    for claim in claims:
        claim["speaker"] = claim["speaker"]["canonical"]
        claim.pop("sentence")
    return claims


def total(change) -> dict[str, float]:
    """TOTAL rates after `change(claims, text)` has spoilt the perfect answer."""
    table, _ = evaluate(ARTICLES, lambda name, gold, text: change(perfect(name, gold, text), text))
    return table["TOTAL"].rates()


class TestHeldOutArticles:
    def test_are_built_from_their_sources(self):
        for name, content in built().items():
            assert (HELD_OUT / name).read_text(encoding="utf-8") == content, name

    @pytest.mark.parametrize(("name", "gold", "text"), ARTICLES, ids=[a[0] for a in ARTICLES])
    def test_every_span_gives_its_text(self, name, gold, text):
        for claim in gold["claims"]:
            parts = [claim, *claim["alternative_spans"], *claim["quantities"], *claim["dates"]]
            for part in [*parts, *claim.get("segments", []), *claim["entities"]]:
                assert text[part["start"] : part["end"]] == part["text"]

    @pytest.mark.parametrize(("name", "gold", "text"), ARTICLES, ids=[a[0] for a in ARTICLES])
    def test_every_sentence_is_judged(self, name, gold, text):
        silent = {item["sentence"] for item in gold["not_claims"]}
        for sentence in gold["sentences"]:
            assert sentence["has_claim"] or sentence["index"] in silent, sentence["text"]


class TestMeasures:
    def test_a_perfect_answer_is_perfect_everywhere(self):
        assert total(lambda claims, text: claims) == pytest.approx(
            dict.fromkeys(total(lambda claims, text: claims), 1.0)
        )

    def test_nothing_found_is_nothing(self):
        rates = total(lambda claims, text: [])

        assert rates["R"] == 0
        assert rates["P"] is None
        assert rates["F1"] == 0

    def test_a_claim_given_twice_counts_once(self):
        rates = total(lambda claims, text: claims + copy.deepcopy(claims))

        assert rates["P"] == pytest.approx(0.5)
        assert rates["R"] == pytest.approx(1.0)

    def test_half_of_the_claims_is_half_the_recall(self):
        rates = total(lambda claims, text: claims[::2])

        assert rates["P"] == pytest.approx(1.0)
        assert rates["R"] == pytest.approx(0.5, abs=0.05)

    def test_spans_outside_the_text_match_nothing(self):
        def shifted(claims, text):
            return [{**claim, "start": claim["start"] + len(text)} for claim in claims]

        rates = total(shifted)

        assert rates["R"] == 0
        assert rates["offsets"] < 1

    def test_text_that_is_not_the_slice_matches_nothing(self):
        assert total(lambda claims, text: [{**c, "text": "other"} for c in claims])["R"] == 0

    def test_a_wrong_speaker_is_counted(self):
        rates = total(lambda claims, text: [{**c, "speaker": "Nobody Known"} for c in claims])

        assert rates["speaker"] == 0
        assert rates["R"] == pytest.approx(1.0)

    def test_the_surname_alone_is_known_apart(self):
        def surnames(claims, text):
            return [{**claim, "speaker": claim["speaker"].split()[-1] + "X"} for claim in claims]

        assert total(surnames)["surname"] < 0.1

    def test_no_denial_recognised_is_zero(self):
        assert (
            total(lambda claims, text: [{**c, "stance": "asserts"} for c in claims])["denials"] == 0
        )

    def test_scores_turned_round_rank_badly(self):
        def turned(claims, text):
            return [{**claim, "score": 1 - claim["score"]} for claim in claims]

        assert total(turned)["AP"] < total(lambda claims, text: claims)["AP"] - 0.05

    def test_a_wrong_value_costs_precision_only(self):
        def more(claims, text):
            wrong = {"start": 0, "end": 1, "value": 987654}
            return [{**claim, "quantities": [*claim["quantities"], wrong]} for claim in claims]

        rates = total(more)

        assert rates["q-recall"] == pytest.approx(1.0)
        assert rates["q-precision"] < 0.6


class TestAveragePrecision:
    def test_is_one_when_all_relevant_come_first(self):
        assert average_precision([(3, True), (2, True), (1, False)]) == 1

    def test_shares_the_rank_among_equals(self):
        assert average_precision([(1, True), (1, False)]) == 0.5

    def test_is_none_without_anything_relevant(self):
        assert average_precision([(1, False)]) is None


class TestSpeakers:
    ROSA = {"canonical": "Rosa Lind", "kind": "person", "aliases": ["Lind"]}
    OFFICE = {"canonical": "Office of National Statistics", "kind": "org", "aliases": ["office"]}
    CENSUS = {"canonical": "census reports", "kind": "group", "aliases": []}

    @pytest.mark.parametrize("name", ["Rosa Lind", "Minister Rosa Lind", "lind", "Ms Lind"])
    def test_titles_and_aliases_do_not_matter(self, name):
        assert speaker_is_right(self.ROSA, name)

    def test_a_surname_counts_only_when_asked_for(self):
        gold = {**self.ROSA, "aliases": []}

        assert not speaker_is_right(gold, "Lind")
        assert speaker_is_right(gold, "Lind", surname=True)

    def test_groups_need_half_of_the_words(self):
        assert speaker_is_right(self.CENSUS, "the census")
        assert not speaker_is_right(self.CENSUS, "newspaper reports of last year")

    def test_the_own_voice_is_nobody_else(self):
        author = {"canonical": "author", "kind": "author"}

        assert speaker_is_right(author, None)
        assert not speaker_is_right(author, "Rosa Lind")
        assert not speaker_is_right(self.ROSA, None)


class TestStances:
    @pytest.mark.parametrize(
        ("stance", "expected"),
        [
            ("says", "asserts"),
            ("noted", "asserts"),
            ("denies", "denies"),
            ("disputed", "denies"),
            ("dismissed", "denies"),
            ("hopes", "other"),
            ("believes", "other"),
            ("", None),
        ],
    )
    def test_fall_into_three_classes(self, stance, expected):
        assert stance_class(stance) == expected


class TestInterview:
    def test_can_be_scored_too(self, interview):
        gold = json.loads(interview.read_text(encoding="utf-8"))
        table, _ = evaluate(gold_files([interview]), perfect)

        assert table["TOTAL"].counts["gold"] == len(gold["claims"])
        assert table["TOTAL"].rates()["F1"] == 1
