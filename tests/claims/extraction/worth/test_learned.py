"""The wording model: small, readable without pickle, and one reason among others."""

from __future__ import annotations

import numpy
import pytest

from claims.extraction import find_claims, pipeline_id
from claims.extraction.records import REASONS
from claims.extraction.train.wording import average_precision, save, train
from claims.extraction.worth.learned import (
    FOLDER,
    WordingModel,
    grams_of,
    model_version,
    strengths,
    wording_model,
)
from claims.extraction.worth.score import WEIGHTS, check_worthiness

CHECKED = ["unemployment fell by 4 percent", "we lost 300 jobs in may", "crime rose by 9 percent"]
UNCHECKED = ["thank you very much", "i love this country", "let me tell you something my friends"]


@pytest.fixture(scope="module")
def trained():
    texts = (CHECKED + UNCHECKED) * 3
    return train([text.split() for text in texts], [text in CHECKED for text in texts])


class TestModel:
    def test_tells_figures_from_thanks(self, trained):
        debt, thanks = ["debt", "fell", "by", "12", "percent"], ["thank", "you", "my", "friends"]
        assert trained.log_odds([debt])[0] > 0
        assert trained.log_odds([thanks])[0] < 0

    def test_judges_each_text_by_itself(self, trained):
        texts = [["crime", "fell", ",", "fell", "by", "9"], [], ["by", "4", "percent"], ["?"]]
        assert trained.log_odds([]) == []
        assert trained.log_odds(texts) == [trained.log_odds([text])[0] for text in texts]

    def test_counts_each_word_and_each_pair_once(self):
        grams = {"a": 3 + 9j, "b": 1 + 1j, "c": 2 + 4j, "b a": 5 + 2j, "a b": -1 + 2j}
        total = 3 + 1 + 5 - 1
        length = (9 + 1 + 2 + 2) ** 0.5
        found = WordingModel(grams, 0.5).log_odds([["a", "b", ",", "a", "b", "zzz"]])
        assert found == pytest.approx([0.5 + total / length])

    def test_survives_being_written_and_read(self, trained, tmp_path, monkeypatch):
        monkeypatch.setattr("claims.extraction.worth.learned.FOLDER", tmp_path)
        save(trained, tmp_path / "wording-xx.npz")
        wording_model.cache_clear()
        stored = wording_model("xx")
        wording_model.cache_clear()

        words = ["crime", "fell", "by", "12", "percent", "my", "friends"]
        assert stored.log_odds([words]) == pytest.approx(trained.log_odds([words]), abs=0.01)

    def test_that_ships_is_read_without_pickle_and_stays_small(self):
        path = FOLDER / "wording-en.npz"
        with numpy.load(path, allow_pickle=False) as stored:
            assert set(stored) == {"grams", "inverse", "weights", "intercept"}
        assert path.stat().st_size < 300_000

    def test_that_ships_ranks_a_figure_above_a_courtesy(self):
        figure = ["we", "have", "created", "14", "million", "new", "jobs", "since", "2010"]
        courtesy = ["thank", "you", "very", "much", "for", "that", "question"]
        worth = wording_model("en").log_odds([figure, courtesy])
        assert worth[0] > 0 > worth[1]

    def test_of_no_language_is_none(self):
        assert wording_model("ru") is None
        assert model_version("ru") == "none"

    def test_knows_nothing_of_words_it_never_saw(self):
        assert WordingModel({}, -1.5).log_odds([["zzz"]]) == [-1.5]

    def test_takes_all_figures_for_one_word(self):
        assert grams_of(["fell", "by", "3.5", "%"]) == grams_of(["fell", "by", "812", "%"])

    def test_is_part_of_the_pipeline_id(self):
        assert model_version("en") in pipeline_id("en")


class TestReasons:
    def test_every_weight_has_words_for_people(self):
        assert set(WEIGHTS) <= set(REASONS)

    def test_strength_is_a_share(self):
        assert strengths([30.0, -1.5]) == [("like_checked", 1.0), ("unlike_checked", 0.5)]

    def test_the_weightiest_comes_first(self):
        _, reasons = check_worthiness({"named": 1.0, "disputed": 1.0, "attributed": 1.0})
        assert reasons[0] == "disputed"

    def test_figures_and_denials_rank_above_opinion_and_hope(self):
        text = (
            "Ada Holm said exports fell by 12 percent in May. Ada Holm said the law was good for "
            "Norway. Ada Holm denied that 40 ships had been sold to Sudan."
        )
        scores = {claim.text: claim.score for claim in find_claims(text, "en")}
        ranked = sorted(scores, key=scores.get, reverse=True)
        assert "law was good" in ranked[-1]


def test_average_precision_is_one_when_all_checked_come_first():
    assert average_precision([3, 2, 1], [True, True, False]) == 1
    assert average_precision([1, 2], [True, False]) == 0.5
