"""Who is the source of what papers hold."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.mark.usefixtures("model")
class TestPapersThatHoldWhatSomebodySaid:
    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("Emails show that an engineer wrote that 40 men had drowned.", "engineer"),
            ("Documents show that Ada Holm said in May that 40 men had drowned.", "Ada Holm"),
            ("Letters suggest that Ada Holm said that 40 men had drowned.", "Ada Holm"),
        ],
    )
    def test_are_not_its_source(self, text, speaker):
        ((said, told),) = [(claim.text, claim.speaker) for claim in find_claims(text, "en")]

        assert said.endswith("40 men had drowned")
        assert told == speaker

    def test_are_its_source_where_they_tell_it_themselves(self):
        (claim,) = find_claims("Minutes show that 40 men had drowned.", "en")

        assert claim.speaker == "Minutes"


def test_of_a_person_who_passes_something_on_the_whole_is_said(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "bundle")
    (claim,) = find_claims("Ada Holm said an engineer wrote that 40 men had drowned.", "en")

    assert (claim.speaker, claim.text) == (
        "Ada Holm",
        "an engineer wrote that 40 men had drowned",
    )
