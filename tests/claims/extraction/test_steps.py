"""Own components in a stream of documents."""

from __future__ import annotations

import gc

import pytest
import spacy
from spacy.util import raise_error

from benchmarks.claims import HELD_OUT
from claims.extraction import find_claims
from claims.extraction.pipeline import COLLECT_AFTER, load
from claims.extraction.steps import TOGETHER, joint_step, step

TEXTS = [f"The ministry said on Monday that {number} houses were built." for number in range(2, 40)]


class TestLoading:
    def test_spares_the_collector_what_stays_for_good(self):
        load("fr")

        assert gc.get_freeze_count() > 10_000

    def test_lets_an_article_be_read_before_the_collector_looks(self):
        load("fr")

        assert gc.get_threshold()[0] >= COLLECT_AFTER

    def test_leaves_the_collector_nothing_of_a_text(self, monkeypatch):
        """Objects in a ring would keep all that was read until the collector looks."""
        monkeypatch.setenv("SPACY_MODEL", "blank")
        texts = [path.read_text(encoding="utf-8") for path in sorted(HELD_OUT.glob("*.txt"))[:5]]
        for text in texts:
            find_claims(text, "en")
        gc.collect()

        for text in texts:
            find_claims(text, "en")

        assert gc.collect() == 0


@step("refuse_threes")
def refuse_threes(doc):
    if "3" in doc.text:
        raise ValueError("a three")
    return doc


@joint_step("count_together")
def count_together(docs):
    if any("3" in doc.text for doc in docs):
        raise ValueError("a three")
    for doc in docs:
        doc.user_data["beside"] = len(docs)
    return docs


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("refuse_threes")
    return nlp


class TestStream:
    def test_is_read_in_order_and_like_each_text_alone(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")

        found = [doc._.found for doc in load("en").pipe(TEXTS, batch_size=7)]

        assert found == [find_claims(text, "en") for text in TEXTS]
        assert all(found)

    def test_stops_at_a_text_that_cannot_be_read(self, nlp):
        nlp.set_error_handler(raise_error)

        with pytest.raises(ValueError, match="a three"):
            list(nlp.pipe(["1", "2", "3", "4"]))

    def test_goes_on_where_the_handler_lets_it(self, nlp):
        failed = []
        nlp.set_error_handler(lambda name, proc, docs, error: failed.append((name, docs[0].text)))

        read = [doc.text for doc in nlp.pipe(["1", "2", "3", "4"], batch_size=2)]

        assert read == ["1", "2", "4"]
        assert failed == [("refuse_threes", "3")]

    def test_takes_no_vectors_along(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "bundle")

        (doc,) = load("en").pipe(TEXTS[:1])

        assert doc._.found
        assert not doc.tensor.size


class TestJointStep:
    @pytest.fixture
    def nlp(self):
        nlp = spacy.blank("en")
        nlp.add_pipe("count_together")
        return nlp

    def test_reads_some_documents_of_a_stream_together(self, nlp):
        beside = [doc.user_data["beside"] for doc in nlp.pipe(["1"] * (TOGETHER + 2))]

        assert beside == [TOGETHER] * TOGETHER + [2, 2]

    def test_reads_a_document_alone(self, nlp):
        assert nlp("1").user_data["beside"] == 1

    def test_reads_the_others_one_by_one_where_one_cannot_be_read(self, nlp):
        failed = []
        nlp.set_error_handler(lambda name, proc, docs, error: failed.append(docs[0].text))

        read = [(doc.text, doc.user_data["beside"]) for doc in nlp.pipe(["1", "3", "2"])]

        assert read == [("1", 1), ("2", 1)]
        assert failed == ["3"]
