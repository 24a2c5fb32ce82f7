"""Whom a pronoun, an office or an answer means."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)


def test_the_company_is_the_one_that_leads_the_sentence_before():
    text = (
        "The Tern Institute measured 180 tonnes. Nordgas, the operator, has been sued by farmers. "
        "The company said that its boats had passed 14 times in June."
    )

    assert find_claims(text, "en")[-1].speaker == "Nordgas"


def test_who_refused_to_say_is_who_adds():
    text = "Ada Brand refused to say whether Varn had known, but added that 14 boats had left."

    assert find_claims(text, "en")[-1].speaker == "Ada Brand"


def test_a_name_tied_to_a_body_is_whom_a_pronoun_means():
    text = (
        "Ada Brand sold 40 boats in May. Paula Orr of the Lake Trust is not surprised. "
        "Cheap timber, she said, has closed nine yards."
    )

    assert find_claims(text, "en")[-1].speaker == "Paula Orr"


def test_answers_are_of_the_one_person_whom_the_text_names_above():
    questions = (
        "Q: Did you know?\nA: The report reached me on 3 July.\nQ: And?\nA: Varn lost 14 boats."
    )
    text = "{}\n\n" + questions
    above = "Lea Holm has run the ministry of health since May."

    answers = [claim.speaker for claim in find_claims(text.format(above), "en")][1:]
    both = find_claims(text.format(f"{above} Nils Orr wrote the report."), "en")

    assert answers == ["Lea Holm", "Lea Holm"]
    assert "Nils Orr" not in {claim.speaker for claim in both}


def test_a_firm_of_two_words_is_no_person_whom_a_pronoun_may_mean():
    text = "Lea Holm runs the port. Varn Water Group sold 14 boats. She said two of them had sunk."
    assert find_claims(text, "en")[-1].speaker == "Lea Holm"


def test_the_former_head_of_a_firm_is_new_to_the_text():
    text = "Per Orr led the review. The former head of a yard said that 14 boats had sunk."

    assert find_claims(text, "en")[-1].speaker == "former head of a yard"


def test_a_pronoun_means_whom_a_title_makes_a_woman_before_whom_nothing_does():
    text = "Orr Sand asked for the letters. Per Brand was told by Ms Holm of 40 boats."

    assert find_claims(f"{text} She denies selling them.", "en")[-1].speaker == "Holm"


def test_who_leads_a_sentence_behind_a_time_is_whom_a_pronoun_means():
    text = (
        "Neither Kari Voss nor Tom Elden could be reached. "
        "Earlier this month Olav Brandt closed 14 mills. He has since sold two of them."
    )
    assert find_claims(text, "en")[-1].proposed == "Olav Brandt has since sold two of them."


def test_an_office_that_is_addressed_is_nobody_who_speaks():
    text = (
        "Statement by Prime Minister Ada Brand to Parliament\n\n"
        "Madam Speaker, we lost 14 boats and our schools. The member for Varn said so in May. "
        "He told us that I had turned down a ship."
    )
    assert "Madam Speaker" not in {claim.speaker for claim in find_claims(text, "en")}
