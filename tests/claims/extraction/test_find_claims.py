"""Reading a text: what a record holds, and that its offsets always slice."""

from __future__ import annotations

import json

import pytest

from claims.extraction import find_claims, pipeline_id
from claims.extraction.model import model_for
from claims.extraction.records import BLOCKS, KINDS, QUOTATIONS, REASONS, STANCES

ARTICLE = """Harbour board defends dredging plan

Marta Lindqvist, chair of the Osterby harbour board, said on Monday that the dredging had moved \
40,000 tonnes of silt since March.

"We stopped every night at ten," she said. "No fisherman has lost a day."

She denied reports that the contractor, Belmar Marine, had dumped silt off the Grey Cape, adding \
that inspectors had visited the site twice.

According to the regional audit office, the work has cost 3.2 million crowns and is nine weeks late.

The board, Lindqvist added, employs 112 people.
"""


@pytest.fixture(scope="module")
def found():
    return find_claims(ARTICLE)


def one(found, part):
    matching = [claim for claim in found if part in claim.text]
    assert len(matching) == 1, [claim.text for claim in found]
    return matching[0]


class TestRecord:
    def test_slices_to_its_text(self, found):
        for claim in found:
            assert ARTICLE[claim.start : claim.end] == claim.text
            assert claim.segments[0][0] == claim.start
            assert claim.segments[-1][1] == claim.end
            assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end

    def test_speaks_the_vocabulary(self, found):
        for claim in found:
            assert claim.kind in KINDS
            assert claim.stance in STANCES
            assert claim.quotation in QUOTATIONS
            assert claim.block in BLOCKS
            assert set(claim.reasons) <= set(REASONS)
            assert 0 <= claim.score <= 1

    def test_becomes_json(self, found):
        records = json.loads(json.dumps([claim.as_dict() for claim in found]))
        assert [record["text"] for record in records] == [claim.text for claim in found]

    def test_comes_in_the_order_of_the_text(self, found):
        assert [claim.start for claim in found] == sorted(claim.start for claim in found)

    def test_never_twice_the_same_span(self, found):
        spans = [(claim.start, claim.end) for claim in found]
        assert len(spans) == len(set(spans))


class TestSpeakers:
    def test_a_full_name_comes_without_its_description(self, found):
        assert one(found, "40,000 tonnes").speaker == "Marta Lindqvist"

    def test_a_pronoun_is_the_person_who_spoke_last(self, found):
        assert one(found, "stopped every night").speaker == "Marta Lindqvist"

    def test_a_quotation_without_a_cue_goes_on_with_the_same_speaker(self, found):
        claim = one(found, "lost a day")
        assert claim.speaker == "Marta Lindqvist"
        assert claim.quotation == "direct"

    def test_a_surname_stands_for_the_full_name(self, found):
        assert one(found, "112 people").speaker == "Marta Lindqvist"

    def test_an_office_speaks_by_its_name(self, found):
        assert one(found, "3.2 million").speaker == "regional audit office"


class TestStances:
    def test_a_denial_carries_what_is_denied(self, found):
        claim = one(found, "dumped silt")
        assert claim.stance == "denies"
        assert claim.kind == "denial"
        assert claim.speaker == "Marta Lindqvist"

    def test_what_is_added_to_a_denial_is_asserted(self, found):
        claim = one(found, "visited the site twice")
        assert (claim.stance, claim.speaker) == ("asserts", "Marta Lindqvist")


class TestSegments:
    def test_an_interrupted_statement_has_two(self, found):
        claim = one(found, "112 people")
        assert len(claim.segments) == 2
        assert claim.proposed == "The board employs 112 people."


class TestEmptyText:
    @pytest.mark.parametrize("text", ["", "   \n\n", "\ud800", "“”\n"])
    def test_holds_no_claims(self, text):
        assert find_claims(text) == []


class TestPipelineId:
    def test_names_language_model_and_data(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        assert pipeline_id("en").startswith("en:blank:")
        assert pipeline_id("en-GB") == pipeline_id("en") == pipeline_id(None)

    def test_changes_with_the_model(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        blank = pipeline_id("en")
        monkeypatch.setenv("SPACY_MODEL", "en_core_web_sm")
        assert pipeline_id("en") != blank

    def test_names_the_model_of_each_language(self, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "en_core_web_sm")
        monkeypatch.setenv("SPACY_MODELS", "ru=ru_core_news_sm, he=/srv/models/he")
        chosen = [model_for(code) for code in ("en", "ru", "he", "es")]
        assert chosen == ["en_core_web_sm", "ru_core_news_sm", "/srv/models/he", "blank"]

    @pytest.mark.parametrize("setting", ['{"ru": "ru_core_news_sm"}', "ru_core_news_sm", "ru="])
    def test_refuses_a_setting_that_names_no_language_and_model(self, monkeypatch, setting):
        monkeypatch.setenv("SPACY_MODELS", setting)
        with pytest.raises(ValueError, match="SPACY_MODELS"):
            pipeline_id("ru")


class TestWhatStandsBesideAReport:
    def test_a_second_clause_with_its_own_subject_is_a_claim_of_the_article(self):
        text = (
            "Two engineers told the council that two girders were cracked, but the bridge stayed "
            "open until May."
        )
        claims = find_claims(text, "en")

        assert [(claim.text, claim.speaker) for claim in claims] == [
            ("two girders were cracked", "Two engineers"),
            ("the bridge stayed open until May", None),
        ]
