"""Who speaks where one tells what another said, and where it was said is described."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def found(text: str) -> list[tuple[str, str | None]]:
    return [(claim.text, claim.speaker) for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    ("told", "tag", "speaker"),
    [
        ("A caretaker warned them that 40 pumps had failed", "the report says", "report"),
        ("Orr claimed that 40 boats had been sold", "prosecutors said", "prosecutors"),
        ("The minister believed that 40 men had left", "Ada Holm said", "Ada Holm"),
        ("Orr said that 40 boats had sunk", "the Varn Tide reported on Monday", "Varn Tide"),
    ],
)
def test_what_is_passed_on_is_said_by_whom_the_tag_names(told, tag, speaker):
    assert found(f"{told}, {tag}.") == [(told, speaker)]


@pytest.mark.parametrize("verb", ["told police", "claimed"])
def test_a_court_leaves_the_word_to_whom_the_sentence_names(verb):
    text = f"The driver {verb} that he had slept for 4 hours, the court heard."

    assert found(text) == [("he had slept for 4 hours", "driver")]


def test_a_letter_only_holds_what_somebody_said():
    assert found("Ada Holm said that 40 men had been hurt, a memo seen by the Tide shows.") == [
        ("40 men had been hurt", "Ada Holm")
    ]


def test_what_is_claimed_in_passing_is_no_second_teller():
    text = "Ada Holm said she had not been paid twice, as the union claims."

    assert found(text) == [("she had not been paid twice", "Ada Holm")]


def test_who_denies_is_the_source_whoever_tells():
    (claim,) = find_claims("Varn Rail denied that 40 men had died, the ministry said.", "en")

    assert (claim.speaker, claim.stance) == ("Varn Rail", "denies")
    assert claim.text == "40 men had died"


@pytest.mark.parametrize(
    "said",
    [
        "the harbour office said on Monday in a report that drew an angry response",
        "the harbour office said in a statement that gave no names",
        "the harbour office told the council in a letter that was leaked in May",
    ],
)
def test_what_describes_a_report_is_not_what_it_says(said):
    assert found(f"The port lost 40 boats between 2004 and 2019, {said}.") == [
        ("The port lost 40 boats between 2004 and 2019", "harbour office")
    ]


def test_behind_a_described_report_stands_what_it_says():
    text = "The firm said in a statement that came hours after the fire that 40 men had left."
    assert found(text) == [("40 men had left", "firm")]


@pytest.mark.parametrize(
    ("rejected", "thing"),
    [
        ("rejected", "what she called the union's \"sweeping conclusions"),
        ("dismissed", "what she described as a campaign of lies against the port"),
    ],
)
def test_who_rejects_a_thing_by_a_name_of_her_own_denies_it(rejected, thing):
    close = '"' if '"' in thing else ""
    (claim,) = find_claims(f"Ada Holm {rejected} {thing}{close}.", "en")

    assert (claim.text, claim.speaker, claim.stance) == (thing, "Ada Holm", "denies")


def test_but_is_no_part_of_who_speaks():
    text = "It lost. But two foreign firms, Arvid Minerals and Tantal, said last week that 40 left."
    assert found(text)[-1][1] == "two foreign firms"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A former Air Sorvia engineer", "former Air Sorvia engineer"),
        ("A senior Ada Holm aide", "senior Ada Holm aide"),
        ("The regulator last year", "regulator"),
    ],
)
def test_an_owner_does_not_speak_for_who_belongs_to_it(source, speaker):
    text = f"Air Sorvia and Ada Holm lost 9 million. {source} said that 40 boats had sunk."
    assert found(text)[-1] == ("40 boats had sunk", speaker)


def test_somebody_without_a_name_is_called_in_full_again():
    text = "A nurse on the ward said 12 men had died. The nurse said that 4 pumps were broken."
    assert {speaker for _, speaker in found(text)} == {"nurse on the ward"}


def test_the_trade_before_a_full_name_makes_no_firm_of_a_person():
    text = (
        "Orr is on trial with the developer Craig Mellish. Mr Mellish has told police that 40 "
        "boats had sunk."
    )
    assert found(text)[-1][1] == "Craig Mellish"


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank checked whether Otto Lind had warned rivals of a raid after a tip in May",
        "Ada Holm told clients about 40 fines after a meeting",
    ],
)
def test_whoever_speaks_inside_a_report_does_not_swallow_its_source(sentence):
    claims = find_claims(f"{sentence}, two people briefed on the case said.", "en")

    assert [(claim.text, claim.speaker) for claim in claims] == [
        (sentence, "two people briefed on the case")
    ]
