"""A "no" in one's own defence, to what one tells of others in a speech, or has to answer for."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

SPEECH = "Speech by Ada Holm, mayor of Lim, to the council, 9 May 2026\n\nFriends, thank you. "
NEGATIVE = ("denies", "disputes")


def denied(text):
    return [claim.text for claim in find_claims(text, "en") if claim.stance in NEGATIVE]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("Otto Lund tells every paper that we have sold the crane.", "We have not sold a crane"),
        ("He told the radio that I had closed nine schools.", "I never closed a school"),
        ("He says that I called the clerks lazy.", "I never said it"),
        ("He tells you that this council has cut the bus fund.", "We have cut nothing"),
        ("He says that I promised free buses.", "I promised no such thing"),
        (
            "The Courier wrote that my sister was paid by the port. The port has 40 clerks.",
            "I have never signed a contract with my sister",
        ),
    ],
)
def test_a_speaker_denies_what_others_are_told_to_say_of_them(told, answer):
    assert denied(f"{SPEECH}{told} {answer}.") == [answer]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("Otto Lund says that the roads are bad.", "We have not mended a road in May"),
        ("They say that we are cruel.", "We do not apologise for the rules of May"),
        ("The union claims that our buses are late.", "We did not build the depot in Varn"),
        ("The minister said that we had done well.", "We have never forgotten the men of Varn"),
    ],
)
def test_other_speeches_deny_nothing(told, answer):
    assert denied(f"{SPEECH}{told} {answer}.") == []


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Why had the letter lain in her safe for 40 days?", "It did not lie in my safe", True),
        ("Why was the bridge closed?", "We have not closed the bridge", True),
        ("Had the governor told her to wait?", "No. I have never discussed it with him", True),
        ("Was the pier safe?", "We have not finished the survey of the hall", False),
    ],
)
def test_who_is_asked_by_the_article_denies_what_is_asked(question, answer, said):
    text = f"The mayor, Ada Holm, took questions in May. {question} “{answer},” she said."

    assert denied(text) == ([answer.removeprefix("No. ")] if said else [])


@pytest.mark.parametrize("answer", ["I did not know about it", "I was not aware of that"])
def test_who_has_a_charge_to_answer_denies_to_have_known(answer):
    charge = "A clerk had burned nine letters, the Courier wrote."

    assert answer in denied(f"Otto Lund denied bribery. {charge} “{answer},” Lund said.")


def test_a_witness_who_knew_nothing_denies_nothing():
    text = (
        "A clerk had burned nine letters, the Courier wrote. “I did not know about it,” said Roth."
    )

    assert denied(text) == []


def test_a_deed_denied_behind_its_verb_is_the_one_that_is_charged():
    charge = "Prosecutors accused the firm of holding secret talks with rivals."
    answer = "We have held no talks with any rival"

    assert denied(f"{charge} “{answer},” said its chairman, Otto Lund.") == [answer]


def test_who_speaks_for_a_body_denies_what_is_said_of_it():
    text = "Selvia denied the charge. “Selvia does not arm rebels,” its minister, Ada Holm, said."

    assert denied(text)[1:] == ["Selvia does not arm rebels"]


@pytest.mark.parametrize("answer", ["nobody had met in the hall", "no man had left the hall"])
def test_what_a_body_denies_later_counts_for_who_speaks_for_it(answer):
    text = (
        f"Selvian Minister Ada Holm said on Monday that {answer}. Selvia said this was false. "
        "The town has nine pumps. It sold 40 mills. It has a new hall. “We never kept a pump,” "
        "Ada Holm said."
    )

    assert denied(text)[-1] == "We never kept a pump"


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        ("a spokesman", True),
        ("a spokesman for Selvia", True),
        ("a spokesman for the ministry", True),
        ("a spokesman for Varn Police", False),
    ],
)
def test_who_speaks_for_others_by_name_does_not_answer_for_who_denied(who, answers):
    text = f"Selvia denied the charge. “No lamp was found in the mill in May,” {who} said."

    assert ("No lamp was found in the mill in May" in denied(text)) is answers


def test_what_a_speech_tells_of_others_does_not_end_its_denial():
    text = (
        f"{SPEECH}It has been said that our friends were paid in May. They were not. The auditor "
        "found that 40 crowns went to Varn. I never signed a cheque. I do not pretend to be poor."
    )

    assert denied(text)[1:] == ["I never signed a cheque"]


def test_having_no_right_to_a_thing_answers_nobody():
    text = "Ada Holm rejected the charge. “We have no right to stop the ships,” she said."

    assert denied(text) == ["Ada Holm rejected the charge"]


NAMELESS = "Madam Speaker, I thank the House. We took office in May, and we have kept our word. "


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("opening", [SPEECH, NAMELESS])
@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("The Honourable Member told us last week that unemployment has gone up.", "It has not"),
        ("He says we have cut the police.", "We have not cut the police"),
        (
            "The Leader of the Opposition accuses me of having promised the hospital to Lim.",
            "I never promised it to anyone",
        ),
        ("The members opposite claim that rents have doubled.", "They have not doubled"),
    ],
)
def test_a_speech_answers_what_it_tells_of_others_whoever_speaks(opening, told, answer):
    assert denied(f"{opening}We know it. {told} {answer}.") == [answer]


def test_a_speech_of_nobody_in_particular_is_the_text_s_own_voice():
    claims = find_claims(f"{NAMELESS}The port sold 40 ships in May.", "en")

    assert [(claim.speaker, claim.quotation) for claim in claims[-1:]] == [(None, "none")]
    assert find_claims(f"{NAMELESS}We will build 40 ships.", "en") == find_claims(NAMELESS, "en")


@pytest.mark.parametrize(
    "told", ["The union says that rents have doubled. Wages rose.", "Rents have doubled."]
)
def test_a_speech_turns_down_only_what_others_have_just_said(told):
    assert denied(f"{NAMELESS}{told} They have not doubled.") == []


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Ada Holm denies nine counts of fraud. “It was not theft,” Holm said.",
            "It was not theft",
        ),
        (
            "A journal linked the drug to 40 deaths. Holm Oil disputes this. Holm Oil said there "
            "was no evidence that Breval harms the heart.",
            "there was no evidence that Breval harms the heart",
        ),
        (
            "Prosecutors say Ada Holm used the fund to pay for a hall. The hall, Holm said, was "
            "not paid for by the fund.",
            "The hall, Holm said, was not paid for by the fund",
        ),
        ("Three former trustees said they knew nothing of the payments.", "they knew nothing of"),
    ],
)
def test_who_has_a_charge_to_answer_clears_themselves(text, answer):
    assert denied(text)[-1].startswith(answer)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said there was no evidence that trade had suffered.",
        "“It was not theft,” Otto Lund said of the film.",
    ],
)
def test_nobody_else_clears_anybody(text):
    assert denied(text) == []


@pytest.mark.parametrize("opening", [SPEECH, NAMELESS])
def test_a_speech_denies_a_promise_and_what_is_called_untrue(opening):
    told = "He says that I promised to sell the port. I made no such promise. The member saw our "
    text = f"{opening}We know it. {told}figures. He called them invented. They were not invented."

    assert denied(text)[0] == "I made no such promise"
    assert denied(text)[-1] == "They were not invented"
    assert denied(f"{opening}We cut the levy in May. For that I make no apology.") == []


def test_a_speech_without_a_name_denies_nothing_to_itself():
    text = f"{NAMELESS}He told you that we had “left the north”. I have the facts, as he gave none."

    assert denied(text) == []
    hailed = "Members of parliament, fellow citizens,\n\n" + text.partition(", ")[2]
    assert denied(f"{hailed} He says we sold the port. We did not sell the port.") == [
        "We did not sell the port"
    ]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("They said he was in a gang.", "He was not in a gang"),
        ("The union says we closed nine wards.", "We closed no ward"),
        ("People say the fund is empty.", "It is not empty"),
    ],
)
def test_who_is_quoted_turns_down_what_they_tell_of_others(told, answer):
    assert denied(f"“{told} {answer},” said Ada Holm.") == [answer]
    assert denied(f"“We met in May. {answer},” said Ada Holm.") == []


def test_a_speech_turns_down_what_its_body_is_accused_of():
    text = f"{NAMELESS}The minister accuses this union of breaking a gate. We broke nothing."

    assert denied(text) == ["We broke nothing"]
    assert denied(text.replace("accuses", "warns")) == []
