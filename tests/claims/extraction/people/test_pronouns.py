"""Whom "he", "she", "they" and "the sociologist" mean, where several could be meant."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


TABLE = [
    # a first name tells a woman from a man
    (
        "Helena Brandt bought the mill in May. Viktor Lund runs it. She said 40 men had left.",
        "Helena Brandt",
    ),
    (
        "“The mill is old,” said Viktor Lund. Helena Brandt is its manager. He said 40 men had "
        "left.",
        "Viktor Lund",
    ),
    # a title tells more than a first name
    ("Ms Viktor Lund met the mayor, Karl Roth. She said 40 men had left.", "Viktor Lund"),
    # who spoke, not who was spoken of
    (
        "Karl Roth told the court that the driver, known only as Man B, had slept. “40 men "
        "had left,” he said.",
        "Karl Roth",
    ),
    (
        "Karl Roth said the survey by Otto Lund had shown two leaks. He said 40 men had left.",
        "Karl Roth",
    ),
    # nobody whom the statement names before "he said"
    (
        "Karl Roth called the mill safe. Its engineer, Otto Lund, said that was wrong. Mr Roth had "
        "sent 40 men home, he said.",
        "Otto Lund",
    ),
    (
        "The survey was false, said Petra Lund. Helena Brandt had sent 40 men home, she said.",
        "Petra Lund",
    ),
    # unless nobody else was named
    ("It was dark. Helena Brandt sent 40 men home, she said.", "Helena Brandt"),
    # not who, without a name, speaks beside what is told of another
    (
        "Karl Roth runs the mill. He bought it in May, and last year an auditor put its worth at 9 "
        "crowns. He said 40 men had left.",
        "Karl Roth",
    ),
    (
        "Helena Brandt runs the mill. Now she wants to sell it, although a lawyer says she cannot. "
        "She said 40 men had left.",
        "Helena Brandt",
    ),
    # somebody without a name who spoke last
    (
        "Helena Brandt called the mill safe. One of the guards, who asked not to be named, said it "
        "was not. “40 men had left,” she said.",
        "One of the guards",
    ),
    (
        "Helena Brandt called the mill safe. A city official said it was not. She said 40 men had "
        "left.",
        "city official",
    ),
    # who an office is, and who leads a sentence behind another phrase
    (
        "Karl Roth left. The new head of the mill is Petra Lund, an engineer. She said 40 men had "
        "left.",
        "Petra Lund",
    ),
    (
        "Helena Brandt spoke first. In the town of Oster, where two mills lie, Petra Lund runs a "
        "school. She said 40 men had left.",
        "Petra Lund",
    ),
    # a name that a tagger takes for a verb at the start of a paragraph
    (
        "Karl Roth left.\n\nLorna Siddiqui, a clerk who advised the mill, has read the files. She "
        "said 40 men had left.",
        "Lorna Siddiqui",
    ),
    # letters behind a name
    ("The inquiry was led by Petra Lund KC. Ms Lund said 40 men had left.", "Petra Lund"),
    (
        "Helena Brandt spoke first. Brandt’s colleague at the mill, Viktor Lund, was silent. He "
        "said 40 men had left.",
        "Viktor Lund",
    ),
    (
        "“We knew,” said Otto Roth. Among the injured is Viktor Lund, 67. He said 40 men had left.",
        "Viktor Lund",
    ),
    # one who is new in the sentence before
    (
        "“We knew,” said Otto Roth. It began with a letter from a neighbour, Viktor Lund, whose "
        "roof leaked. He said 40 men had left.",
        "Viktor Lund",
    ),
    (
        "“We knew,” said Otto Roth. It began with a letter by Petra Lund. The retired teacher said "
        "40 men had left.",
        "Petra Lund",
    ),
    # one who speaks for several
    (
        "Petra Lund is a doctor. In the north, she and two students found that 40 men had left.",
        "Petra Lund",
    ),
    # bodies and groups
    (
        "The work ends in June. The research council closed it in May, when it said 40 "
        "men had left.",
        "research council",
    ),
    (
        "The review, carried out by Petra Lund, cost 4 million crowns. It found that 40 men had "
        "left.",
        "review",
    ),
    (
        "A spokesman for Varn Rail said it was sorry. In a letter it said 40 men had left.",
        "spokesman for Varn Rail",
    ),
    (
        "A study of mills shows little. Researchers visited 12 of them. They said 40 men had left.",
        "Researchers",
    ),
    (
        "Varn Rail closed a line, the Gazette reported. Sales at the company fell after 40 men had "
        "left, its annual report shows.",
        "Varn Rail",
    ),
    (
        "Varn Rail met the Town Council. The company said 40 men had left.",
        "Varn Rail",
    ),
    # what sort of person somebody is
    (
        "“We are late,” said Petra Lund, who led the study. The sociologist said 40 men had left.",
        "Petra Lund",
    ),
    (
        "Karl Roth told the council that he was sorry. The Labour councillor said 40 men had left.",
        "Karl Roth",
    ),
    ("Karl Roth, 61, runs the mill. The former teacher said 40 men had left.", "Karl Roth"),
    (
        "Petra Lund, for the defence, told jurors that little was known. The jury saw the man. The "
        "man’s lawyer said 40 men had left.",
        "Petra Lund",
    ),
    (
        "Opening the case for the prosecution, Petra Lund told jurors that he lied. The prosecutor "
        "said 40 men had left.",
        "Petra Lund",
    ),
    (
        "Karl Roth spent 5 years in prison. The Oster Republican said 40 men had left.",
        "Karl Roth",
    ),
    # an office that may be that of another
    (
        "Petra Lund, the mayor of Oster, said little was known. The coroner said 40 men had left.",
        "coroner",
    ),
    (
        "Karl Roth, for the defence, said that little was known. The child’s mother said 40 men "
        "had left.",
        "child’s mother",
    ),
    (
        "The chief executive of Kelvern General resigned on Friday. Amara Osei told the press that "
        "she was ill. The chief executive of Kelvern General said 40 men had left.",
        "chief executive of Kelvern General",
    ),
    (
        "Petra Lund, head of the Lime Trust, was ill. The head of the Oak Union said 40 "
        "men had left.",
        "head of the Oak Union",
    ),
    # whose spokesman it is
    (
        "Varn Rail closed a line. A spokeswoman for the firm said 40 men had left.",
        "spokeswoman for Varn Rail",
    ),
    (
        "Brandt & Daughters won the contract. A spokesman for the company said 40 men had left.",
        "spokesman for Brandt & Daughters",
    ),
    # whose papers they are
    (
        "40 men had left, according to research published on Monday by the Lund Institute.",
        "Lund Institute",
    ),
    (
        "40 men had left, according to a survey carried out in March by Oster University.",
        "Oster University",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), TABLE, ids=range(len(TABLE)))
def test_whoever_spoke_or_acted_last_is_meant(text, speaker):
    (claim,) = [claim for claim in find_claims(text, "en") if "40 men" in claim.text]

    assert claim.speaker == speaker


def test_it_may_be_a_letter_of_who_spoke():
    text = (
        "The council met. Ada Holm said in a letter that 40 boats had sunk. The crews "
        "had drowned, it said."
    )

    assert [claim.speaker for claim in find_claims(text, "en")][-1] == "Ada Holm"


@pytest.mark.parametrize(
    ("leader", "pronoun", "speaker"),
    [
        ("The economy minister, speaking in parliament,", "he", "economy minister"),
        ("Ada Holm", "she", "Ada Holm"),
        # but a thing is nobody
        ("The reason", "he", "Volker Ahrens"),
    ],
)
def test_who_leads_up_to_a_colon_says_what_follows(leader, pronoun, speaker):
    text = (
        f"Volker Ahrens said 9 men left. {leader} was plain: nine beds were empty, {pronoun} said."
    )
    found = {claim.text: claim.speaker for claim in find_claims(text, "en")}

    assert found["nine beds were empty"] == speaker


@pytest.mark.parametrize("before", [
    "Toril Lind said that Ada Holm's mill had lost money.",
    "Toril Lind said that the Ada Holm trust had lost money.",
    'Toril Lind said: "The mill lost money under Ada Holm."',
])  # fmt: skip
def test_who_spoke_goes_before_one_who_only_owns_or_was_quoted(before):
    text = f'{before} "It sold nine boats in May," she said.'
    found = find_claims(f"Ada Holm came on Monday with two friends.\n\n{text}", "en")

    assert {claim.speaker for claim in found if "nine boats" in claim.text} == {"Toril Lind"}


def test_he_may_be_one_who_goes_by_a_surname_alone():
    text = (
        "Ada Holm was born in Oster.\n\nMcWinter said that the mill had lost money. "
        '"It sold nine boats in May," she said.'
    )

    assert {c.speaker for c in find_claims(text, "en") if "nine boats" in c.text} == {"McWinter"}


def test_whose_campaign_chief_somebody_is_does_not_speak():
    text = (
        "Ada Arkell told a meeting that the mill had closed. “It's your file,” she said.\n\n"
        "Priyanka Lal, Arkell's campaign chief, laughed. “We lost 40 men at Easter,” she said."
    )
    (claim,) = [claim for claim in find_claims(text, "en") if "40 men" in claim.text]

    assert claim.speaker == "Priyanka Lal"
