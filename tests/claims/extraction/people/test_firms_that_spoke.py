"""Which firm or ministry spoke, where only who speaks for it or its owner is named."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


def who(text: str) -> set[str | None]:
    return speaker_of(f"{text} said 40 farms had burned.", "40 farms")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("In a note to the London Stock Exchange, Belcor said 3 men had left. The group", "Belcor"),
        ("Belcor told the London Stock Exchange 3 men had left. The company", "Belcor"),
        ("Belcor spokeswoman Ann Pike said 3 men had left. The company", "Belcor"),
        ("Belcor's chief executive, Ann Pike, said 3 men had left. The company", "Belcor"),
        ("The defence ministry's spokesman, Ian Orr, said 3 men had left. The ministry",
         "defence ministry"),
        ("Lim's army said 3 men had died. It rained. The army", "Lim's army"),
    ],
)  # fmt: skip
def test_the_firm_is_whose_word_was_told_last(told, speaker):
    assert who(told) == {speaker}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Unions said 3 men had left. The company", "company"),
        ("Police spokeswoman Ann Pike said 3 men had left. The company", "company"),
        ("Lim's army said 3 men had left. Varn's army said it was two. The army", "army"),
        ("Ann Pike, of the ministry, said 3 men had left. The army", "army"),
    ],
)
def test_who_may_be_no_firm_is_not_the_company(told, speaker):
    assert who(told) == {speaker}


def test_a_body_of_the_letters_of_a_relative_is_no_relative():
    told = "The World Health Organization met. WHO director Ada Orr said 3 men had left. The WHO"
    assert who(told) == {"World Health Organization"}


def test_one_behind_of_is_a_number_and_nobody():
    assert who("The mother of one victim") == {"mother of one victim"}
