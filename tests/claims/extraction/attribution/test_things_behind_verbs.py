"""Things behind a verb of saying that are nothing said: "wrote a book", "a firm called Lim"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

from ..told import speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    "made",
    [
        "Holm wrote a memoir of her time at the port of Varn that sold 40 copies",
        "The council established a rule that bars nine firms from Varn",
        "Mass killings continue in the north of Varn as Lim and Oster arm 40 groups",
        "The count began at nine in the harbour of Varn and 40 towns took part",
        "Patrols find themselves in the thick of a war in which 40 groups are active",
    ],
)
def test_a_thing_that_is_made_or_lasts_is_told_by_the_article(made):
    assert set(speakers(f"{made}.").values()) == {None}


@pytest.mark.parametrize("verb", ["belongs on the list of 40 firms", "has sold nine boats"])
def test_what_a_group_is_called_is_said_by_nobody(verb):
    found = speakers(f"The leader of a group called Harbour First {verb}.")

    assert list(found.values()) == [None]


def test_what_somebody_calls_a_thing_is_said():
    assert speakers("Orr called Varn Rail a heap of scrap with nine owners.") == {
        "Varn Rail a heap of scrap with nine owners": "Orr"
    }


def test_a_participle_that_is_compared_says_nothing():
    found = speakers("The firm kept more detailed records, and Orr said nine boats had sunk.")

    assert found["nine boats had sunk"] == "Orr"
    assert "records" not in found


def test_who_is_told_may_be_named_by_an_owner():
    said = "it is clear from 40 letters that nine towns were hit"

    assert any(
        text.endswith("nine towns were hit") and speaker == "Orr"
        for text, speaker in speakers(f"Orr told Varn Today's weekly programme {said}.").items()
    )
    assert not any(
        "programme" in text for text in speakers(f"Orr told Varn Today's weekly programme {said}.")
    )


def test_what_tells_of_a_subject_is_part_of_what_is_said_of_it():
    said = "many of the boats that they sold had been caught nine times"

    assert speakers(f"Orr said {said}.") == {said: "Orr"}


def test_that_behind_a_time_or_a_person_told_opens_what_is_said():
    for told in ("said last night", "told the council", "said in a letter"):
        assert speakers(f"Orr {told} that nine boats had sunk.") == {"nine boats had sunk": "Orr"}


def test_the_title_of_a_programme_is_nothing_said():
    found = speakers(
        "In an interview on Radio Lim's “Face the City,” Mayor Ada Holm said nine men had left."
    )

    assert found == {"nine men had left": "Ada Holm"}


def test_what_is_said_stands_behind_whom_a_film_shows():
    found = speakers(
        "She is saying in an ad, with footage of Orr saying that he hates ships, that nine boats"
        " were sold in May."
    )

    assert list(found) == ["nine boats were sold in May"]


@pytest.mark.parametrize("verb", ["slammed", "attacked", "praised", "condemned"])
def test_praise_and_blame_without_a_figure_are_hardly_worth_a_check(verb):
    claims = find_claims(f"Orr {verb} Ada Holm for her past work at the port.", "en")

    assert all(claim.score < 0.5 for claim in claims)


def test_what_somebody_saw_is_worth_a_check():
    (claim,) = find_claims("Lind described crass behaviour by Orr behind the scenes.", "en")

    assert claim.score >= 0.5


@pytest.mark.parametrize("quote", ["“You saw them?” she said", "“I saw nine of them,” she said"])
def test_the_article_goes_on_behind_a_whole_quotation(quote):
    found = speakers(f"Ada Holm came late. {quote}, but 40 men had left Varn in May.")

    assert found["40 men had left Varn in May"] is None


def test_a_name_that_is_attacked_is_no_claim():
    found = speakers("The Times attacked Orr, saying he had closed nine schools in Varn.")

    assert list(found) == ["he had closed nine schools in Varn"]


@pytest.mark.parametrize("time", ["as of Friday", "as of 9 May"])
def test_that_before_the_time_for_which_it_holds_opens_what_is_said(time):
    found = speakers(f"The count showed that {time}, nine boats had sunk off Varn.")

    assert found == {f"{time}, nine boats had sunk off Varn": "count"}
