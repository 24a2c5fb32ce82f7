"""What is told by somebody's own count, and what somebody is said to hold."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def speakers(text):
    return {claim.speaker for claim in find_claims(f"The port is old. {text}", "en")} - {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The union disagreed. By its reckoning, 400 drivers had left by May.", "union"),
        ("By the ministry's own estimate, 3,000 homes were without heating.", "ministry"),
        ("By the council's count 71 shops have closed since 2020.", "council"),
        ("On the firm's own figures, 9 ferries in 10 were late last year.", "firm"),
        ("By Ada Holm's account, the boat left at six with 40 people on board.", "Ada Holm"),
        ("The bridge cost 40 million crowns, by the county's own reckoning.", "county"),
        # whose it is may be named behind it
        ("By her own admission, Ada Holm had not read the report in May.", "Ada Holm"),
        ("By its own admission Varn Rail ran 40 trains without a guard.", "Varn Rail"),
        # but not who is only told of
        ("Ada Holm left. By her account the bank took 40 boats in May.", "Ada Holm"),
        ("Ada Holm left. By her account Karl Roth sold 40 boats in May.", "Ada Holm"),
        ("Ada Holm left. By her own account, the money was gone by 2019.", "Ada Holm"),
    ],
)
def test_who_counts_is_the_source_of_their_own_count(text, speaker):
    assert speakers(text) == {speaker}


def test_whoever_tells_what_somebody_counts_is_the_source():
    text = "By the council's count 71 shops have closed since 2020, Ada Holm said."

    assert speakers(text) == {"Ada Holm"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Holm left. Her argument is that 40 boats were never counted.", "Ada Holm"),
        ("The union left. Its complaint is that 40 drivers were sacked in May.", "union"),
        ("The minister's point was that 40 boats had sunk since 2011.", "minister"),
        ("Karl Roth's case is that the boats were sold before the fire.", "Karl Roth"),
    ],
)
def test_who_holds_something_says_it(text, speaker):
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "The problem is that 40 boats have sunk since 2011.",
        "By the end of May 40 boats had sunk at the council's pier.",
    ],
)
def test_what_nobody_owns_is_told_by_the_article(text):
    assert speakers(text) == set()


@pytest.mark.parametrize(
    "said",
    [
        "put it about that 40 boats had been sold",
        "gave out that 40 boats had been sold",
        "has made it known that 40 boats had been sold",
        "puts the number of foreign-born sailors closer to 400",
        "puts the loss nearer 40 million crowns",
        "puts the toll above 40",
        "gives the age of the ship as 41 years",
        "reckons that unit alone is worth 9 billion crowns",
    ],
)
def test_what_is_put_about_or_put_at_a_figure_is_said(said):
    assert speakers(f"The harbour board {said}.") == {"harbour board"}


def test_a_scholar_who_puts_a_figure_goes_by_name():
    text = "“We left,” said Ada Holm-Orr, a geographer at the university, who puts the toll at 40."

    assert speakers(text) == {"Ada Holm-Orr"}


def test_whom_somebody_blames_is_told_past_an_inset():
    text = "Ada Holm blamed a firm, whose name she withheld, for the loss of nine boats in May."

    assert speakers(text) == {"Ada Holm"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bridge has, by the council's own count, been closed 40 times.", "council"),
        ("A pilot earns 900 crowns less here, by Ada Holm's figures, than in Oster.", "Ada Holm"),
        ("Ada Holm left. By her reckoning, however, 40 boats are lost.", "Ada Holm"),
        (
            "The Harbour Safety Board left. By the board's account 40 boats were late.",
            "Harbour Safety Board",
        ),
    ],
)
def test_an_own_count_may_stand_inside_and_goes_by_its_body(text, speaker):
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    "said",
    [
        "attributes the fall of 9% to the closing of the bridge",
        "ascribed the fall of 9% to the storm",
        "puts the figure lower",
        "remembers that 40 boats sank in May",
    ],
)
def test_what_is_put_down_to_something_or_remembered_is_said(said):
    assert speakers(f"The harbour board {said}.") == {"harbour board"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to an internal memo, seen by the Tide and dated 3 May, 40 men left.", "memo"),
        ("According to two sailors, briefed on the plan, 40 men left.", "two sailors"),
        (
            "A study by the technical institute, quoted in the Herald, concluded that 40 men left.",
            "technical institute",
        ),
        ("Their own survey, carried out in June among 90 men, suggests that 40 left.", "survey"),
    ],
)
def test_a_paper_may_be_described_between_commas(text, speaker):
    ((claim, found),) = [
        (claim.text, claim.speaker) for claim in find_claims(f"The port is old. {text}", "en")
    ][-1:]

    assert found.endswith(speaker)
    assert claim.startswith("40")


@pytest.mark.parametrize("work", ["A four-month investigation by", "An analysis by"])
def test_what_a_newspaper_found_itself_the_article_says(work):
    assert speakers(f"{work} this newspaper has found that 340 families paid twice.") == set()


def test_who_is_described_may_accuse():
    text = (
        "Environmental group Clear Coast, which has fought the plant since it opened, accused "
        "Halden of lying to 40 towns."
    )

    assert speakers(text) == {"Clear Coast"}


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Emails obtained by the campaign group MedWatch", "Emails"),
        ("Papers leaked to the Tide", "Papers"),
        ("A form, a copy of which she kept,", "form"),
    ],
)
def test_papers_are_not_by_whoever_only_has_them(source, speaker):
    found = find_claims(f"The port is old. According to {source.lower()}, 40 men had left.", "en")

    assert found[-1].speaker.lower() == speaker.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Karl Roth said 40 boats had sunk, and the accounts show a loss of 9 million crowns.",
        "Karl Roth said 40 boats had sunk, but video footage shows a loss of nine men.",
    ],
)
def test_what_papers_show_is_not_said_by_who_spoke_before(text):
    found = {claim.text: claim.speaker for claim in find_claims(f"The port is old. {text}", "en")}

    assert found["40 boats had sunk"] == "Karl Roth"
    assert "Karl Roth" not in {found[said] for said in found if "a loss" in said}


def test_whoever_spoke_is_the_source_past_a_relative():
    text = "The firm paid 9 million crowns to a man who claimed to be a lawyer, Ada Holm said."

    assert speakers(text) == {"Ada Holm"}


def test_his_letter_is_that_of_whom_he_means():
    text = (
        "A source at the port said 40 men had left. The auditor, Neil Ashby, wrote to them in May. "
        "His letter notes that three of them had worked for the firm."
    )

    assert speakers(text) == {"source at the port", "Neil Ashby"}


def test_others_are_not_cited_by_a_tag():
    text = (
        "Sales rose by 4% in May, Ada Holm said, although Karl Roth insists that they fell by 9%."
    )
    found = {claim.text: claim.speaker for claim in find_claims(f"The port is old. {text}", "en")}

    assert found["Sales rose by 4% in May"] == "Ada Holm"
    assert found["they fell by 9%"] == "Karl Roth"


def test_a_head_that_is_dismissed_is_no_statement():
    text = "The president dismissed the head of the army, a day after what it described as a fire."

    assert speakers(text) <= {"army"}


@pytest.mark.parametrize("part", ["a tenth of that", "half of that"])
def test_a_measure_may_be_a_part_of_another(part):
    assert speakers(f"The harbour board puts the saving at {part}.") == {"harbour board"}


def test_people_who_are_dismissed_are_no_statement():
    text = "Captain Ada Holm and Karl Roth were dismissed by Varn Air within a month in 2023."

    assert {claim.stance for claim in find_claims(text, "en")} == {"asserts"}
    assert speakers(text) == set()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The study, commissioned from Brix & Dahl and dated 4 June, puts the loss at 9.", "study"),
        (
            "The clerk left the union, whose chairwoman, Oda Lien, says that 40 boats sank.",
            "Oda Lien",
        ),
        ("A third, budget carrier Norfly, told the Tide that 40 boats were late.", "Norfly"),
        ("It counts bees, of which, according to the charity Hedgerow, there are 9.", "Hedgerow"),
        ("His neighbours, most of whom have known him for years, say 40 bees died.", "neighbours"),
        ("The drivers, many of them in their sixties, say that 40 buses broke down.", "drivers"),
        ("Rashid Khan left. Mites explain about half of the losses, he believes.", "Rashid Khan"),
    ],
)
def test_what_stands_between_hides_no_source(text, speaker):
    assert speaker in speakers(text)


def test_a_paper_that_somebody_published_says_what_it_says():
    text = "A paper that Ada Holm published in 2021 was attacked by 40 firms."

    assert speakers(text) == set()
