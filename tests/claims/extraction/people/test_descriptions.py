"""Whom "the minister", "the company" and a surname mean: names, not offices."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


TABLE = [
    # a title before the name, an office later
    (
        "Finance Minister Maria Keller presented the budget. Debt fell by 2 percent, the minister "
        "said.",
        "Debt fell",
        "Maria Keller",
    ),
    # an office behind the name
    (
        "Maria Keller, the finance minister, met the press. “Debt fell by 2 percent,” the minister "
        "told reporters.",
        "Debt fell",
        "Maria Keller",
    ),
    # an office before the name, and another person between
    (
        "President Joan Falk met the governor of Oster, Karl Lind. Falk said Oster had received 40 "
        "million crowns. The governor said it had received nothing since May.",
        "received nothing",
        "Karl Lind",
    ),
    (
        "Lena Roth, a spokeswoman for Nordgas, said the pipe had burst. Two men were hurt, the "
        "spokeswoman added.",
        "Two men",
        "Lena Roth",
    ),
    (
        "Dr Nina Patel, head of the clinic, said 14 patients had died. The head of the clinic also "
        "said two nurses were ill.",
        "two nurses",
        "Nina Patel",
    ),
    (
        "Ivan Petrov, 43, lost his house in the flood. The father of three says the insurer paid "
        "only half.",
        "the insurer paid",
        "Ivan Petrov",
    ),
    # one name behind a title, or between commas behind whose kin it is
    (
        "Baroness Holt, a surgeon, questioned that. She said 40 men had died.",
        "40 men",
        "Holt",
    ),
    (
        "Lord Orr rose. Lady Holt said two nurses had left. Orr said 40 men had.",
        "40 men",
        "Orr",
    ),
    ("Mrs Lind questioned that. She said 40 men had died.", "40 men", "Lind"),
    (
        "Ada Holm died in May. Holm's mother, Rita, said 40 men had seen it.",
        "40 men",
        "Rita",
    ),
    # whom a quotation names does not say it
    (
        "Ada Holm laughed. “Mara Stein sold 40 ships,” she said.",
        "sold 40 ships",
        "Ada Holm",
    ),
    # an office without a name in the opening
    (
        "A health minister denied that 40 nurses had left. Ada Holm told deputies 12 had come.",
        "40 nurses",
        "Ada Holm",
    ),
    (
        "A former governor denied that 40 men had died. Lord Orr told a court that 12 had left. "
        "The governor said nine were ill.",
        "nine were ill",
        "Orr",
    ),
    (
        "A health minister denied that 40 nurses had left. Ada Holm, a nurse, said they had.",
        "40 nurses",
        "health minister",
    ),
    # organisations
    (
        "Amnesty International said in a report that 40 people were tortured. The human rights "
        "group said eight of them died.",
        "eight of them",
        "Amnesty International",
    ),
    # a body in capitals is its own name, whatever was named before
    (
        "The Central Election Commission counted 3 million votes. The American Observers Union "
        "said the count stopped for three hours.",
        "count stopped",
        "American Observers Union",
    ),
    # an office without a name keeps its gender
    (
        "Health minister Anna Berg spoke on Monday. A spokesman for the clinic disputed that 40 "
        "beds were closed. “All 90 beds are open,” he said.",
        "All 90 beds",
        "spokesman for the clinic",
    ),
    # a paper without what was done to it
    (
        "An internal memo seen by this newspaper says the ward has been closed since May.",
        "the ward has",
        "internal memo",
    ),
    # "put X at Y"
    (
        "The Civic Front put the number of arrests at more than 300.",
        "the number of arrests",
        "Civic Front",
    ),
    # the agency that filed the report is no company in it
    (
        "LIM (Tide Press) - Shares in Belmar Copper fell on Monday. The company said that 40 men "
        "had been hurt, a memo seen by the Tide Press shows.",
        "40 men",
        "Belmar Copper",
    ),
    # a body of its own
    (
        "Belmar Shipping closed a yard. The central bank said that 9% of loans had failed.",
        "9% of loans",
        "central bank",
    ),
    # an office whose holder is named further down
    (
        "Norland's envoy to Lim said on Monday that 40 men were held. Envoy Ida Moss left at once.",
        "40 men",
        "Ida Moss",
    ),
    (
        "Norland's president said that 40 men were held. Lim President Ida Moss left at once.",
        "40 men",
        "Norland's president",
    ),
    ("Councilman Otto Brandt said that 40 men were held.", "40 men", "Otto Brandt"),
    # nouns that end as participles do
    ("The men said 40 crowns were owed.", "40 crowns", "men"),
    ("Two women from Lim said 40 crowns were owed.", "40 crowns", "Two women from Lim"),
    ("Some of the children said 40 crowns were owed.", "40 crowns", "Some of the children"),
    ("A senior citizen said 40 crowns were owed.", "40 crowns", "senior citizen"),
    ("The injured said 40 crowns were owed.", "40 crowns", "injured"),
    # a few, and who they are
    ("Two of them, Northwear and Lagom, said they had cut 40 jobs.", "40 jobs", "Two of them"),
    ("One of them, a nurse, said she had cut 40 jobs.", "40 jobs", "One of them"),
    ("Two of the firms, Orr and Falk, said they had cut 40 jobs.", "40 jobs", "Two of the firms"),
    # somebody without a name keeps what he speaks for
    (
        "A spokesman for the Farmers' Union said 40 men were held.",
        "40 men",
        "spokesman for the Farmers' Union",
    ),
    ("A lawyer for Nordgas said 40 men were held.", "40 men", "lawyer for Nordgas"),
    ("The head of the Rent Board said 40 men were held.", "40 men", "head of the Rent Board"),
    # the source between subject and verb
    ("The cost, according to the minutes, was $3.8 million.", "3.8 million", "minutes"),
    # whose paper it is
    ("Rents rose 4%, according to the Rent Board's report.", "Rents rose", "Rent Board"),
    (
        "Norland's coast guard disagreed. It saw 40 ships, according to its annual report.",
        "40 ships",
        "Norland's coast guard",
    ),
    ("The week's survey shows that rents rose 4%.", "rents rose", "week's survey"),
    # a verb that a tagger may take for a noun
    (
        "The Tide Institute was shut. The institute reckons that 40 boats sank.",
        "40 boats",
        "Tide Institute",
    ),
    ("One bridge in nine is rated as poor, a survey shows.", "One bridge", "survey"),
    # an office in the opening, whose holder comes next by name alone
    (
        "A missile hit Lim on Monday, the regional governor said. Oleh Baran wrote on Telegram "
        "that 41 people were hurt. “They aimed at the station,” the governor said.",
        "They aimed",
        "Oleh Baran",
    ),
    (
        "Prices fell by 4%, the finance minister said. Ada Holm told reporters that rents rose.",
        "Prices fell",
        "Ada Holm",
    ),
    (
        "The port is shut, its director said. Ben Orr said that 40 ships were waiting.",
        "The port is shut",
        "Ben Orr",
    ),
    # but not by one of whom something else is said
    (
        "The port is shut, the director said. Ben Orr, a sailor, said that 40 ships were waiting.",
        "The port is shut",
        "director",
    ),
    (
        "The port is shut, the director said. Captain Ben Orr said that 40 ships were waiting.",
        "The port is shut",
        "director",
    ),
    # a first name alone, after the full one
    ("Mara Lind has baked since 1999. Mara said flour cost twice as much.", "flour", "Mara Lind"),
    (
        "Tom Reed, 34, drives a truck for his sister Ada. Diesel rose by 40 percent, Tom said.",
        "Diesel",
        "Tom Reed",
    ),
    (
        "Nadia Karim and her son left in June. “Three buses were hit,” Nadia told the paper.",
        "Three buses",
        "Nadia Karim",
    ),
    # nor is a first name an adverb, or a surname that of a firm
    (
        "Rask Brothers closed. Edda Rask, who took over the firm in 2016, said that 40 men left.",
        "40 men",
        "Edda Rask",
    ),
    # but not the first word of another name
    (
        "British Steel closed in May. British officials say that 40 men were hurt.",
        "40 men",
        "British officials",
    ),
    (
        "Anna Berg and Anna Holm met in Lim. Anna said that 40 men were hurt.",
        "40 men",
        "Anna",
    ),
    # where the office is held is no part of the name
    ("Norland’s ambassador to Lim Ida Moss said that 40 men were held.", "40 men", "Ida Moss"),
    ("Secretary of State Ida Moss said that 40 men were held.", "40 men", "Ida Moss"),
    ("The minister for Trade Ida Moss said that 40 men were held.", "40 men", "Ida Moss"),
    # "he" is never several people
    (
        "Prosecutors say General Ilan Brod sold the tanks. “I sold 40 tanks in all,” he said.",
        "40 tanks",
        "Ilan Brod",
    ),
    # what a firm or body is, before its name
    ("Budget airline Valair said it had grounded 12 jets.", "12 jets", "Valair"),
    ("The state railway Sever says it runs 40 trains.", "40 trains", "Sever"),
    ("Campaign group Clear Air says 40 men were ill.", "40 men", "Clear Air"),
    ("The operator Airgate said 40 men were ill.", "40 men", "Airgate"),
    (
        "Torvald Steel fell by 4%. The steelmaker said it had cut 400 jobs.",
        "400 jobs",
        "Torvald Steel",
    ),
    # what somebody is, before his or her name
    ("Moderator Lisa Orr said that 40 men were ill.", "40 men", "Lisa Orr"),
    ("Survivor Nina Katz said that 40 men were ill.", "40 men", "Nina Katz"),
    ("Prosecutor Tess Wynn rose. The prosecutor said 40 men were ill.", "40 men", "Tess Wynn"),
    (
        "Ivo Lang resigned on Monday. The 54-year-old said two audits had cleared him.",
        "two audits",
        "Ivo Lang",
    ),
    # the company of the story, not one that it is compared with
    (
        "Torvald Steel is in talks to buy Osten Metals. Profit fell by 4%, the company said.",
        "Profit fell",
        "Torvald Steel",
    ),
    (
        "Torvald Steel shut a mill. Prices fell after Osten Metals closed. The steelmaker said it "
        "had cut 400 jobs.",
        "400 jobs",
        "Torvald Steel",
    ),
    (
        "Torvald Steel will buy Osten Metals. The world’s largest maker of ship plate said it had "
        "cut 400 jobs.",
        "400 jobs",
        "Torvald Steel",
    ),
    # a noun with a name before it is another body
    (
        "Torvald Steel fell. The Tide newspaper reported that 40 men were hurt.",
        "40 men",
        "Tide newspaper",
    ),
    # names that are small words otherwise
    ("The WHO said that 40 men were ill.", "40 men", "WHO"),
    ("According to the WHO, 40 men were ill.", "40 men", "WHO"),
    ("The US denied that 40 men were ill.", "40 men", "US"),
    # how many speak is no part of who they are; some of them are somebody
    ("One diplomat said that 40 men were ill.", "40 men", "diplomat"),
    ("Many residents say that 40 men were ill.", "40 men", "residents"),
    ("Both the army and the rebels say that 40 men were ill.", "40 men", "army and the rebels"),
    ("One of the nurses said that 40 men were ill.", "40 men", "One of the nurses"),
    ("“40 men were ill,” said one of the nurses, Mia Falk.", "40 men", "Mia Falk"),
    # a day between the verb and what is said
    (
        "Elon Varga said on Tuesday the company had lost 4 billion dollars.",
        "4 billion",
        "Elon Varga",
    ),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE, ids=[row[1] for row in TABLE])
def test_speakers_are_named_in_full(text, part, speaker):
    (claim,) = [claim for claim in find_claims(text, "en") if part in claim.text]

    assert claim.speaker == speaker


def test_an_office_that_nobody_holds_in_the_text_stays_an_office():
    text = "Maria Keller left the party. The governor said that 40 roads were closed."
    (claim,) = [claim for claim in find_claims(text, "en") if "40 roads" in claim.text]

    assert claim.speaker == "governor"


def test_whoever_says_i_in_a_transcript_is_the_one_whose_turn_it_is():
    text = (
        "Briefing\n\nMR ORR: The group Clean Water says that 40 wells are poisoned.\n\n"
        "DR HOLM: I deny that a single well was poisoned by the mine.\n"
    )
    (claim,) = [claim for claim in find_claims(text, "en") if "a single well" in claim.text]

    assert (claim.speaker, claim.stance) == ("Holm", "denies")


@pytest.mark.usefixtures("model")
def test_the_company_is_not_where_an_analyst_works_nor_a_word_of_the_headline():
    text = (
        "Drugmaker hits back\n\nShares in Aurex Pharma fell 9% after a journal said its drug had "
        "killed 40 people, a finding the company disputes.\n\nThe loss was small, said Tomas Ek of "
        "Nordbank.\n\nThe company has denied wrongdoing in 14 lawsuits."
    )
    found = find_claims(text, "en")

    assert found[1].reported_by == "Aurex Pharma"
    assert found[-1].speaker == "Aurex Pharma"


@pytest.mark.parametrize(
    ("told", "office", "speaker"),
    [
        ("Finance Minister Ada Holm", "The health minister", "health minister"),
        ("Ada Holm, the finance minister,", "The foreign minister", "foreign minister"),
        ("Ada Holm, secretary of the union,", "The home secretary", "home secretary"),
        ("Mayor Ada Holm", "The deputy mayor", "deputy mayor"),
        ("Deputy Mayor Ada Holm", "The mayor", "mayor"),
        # but of one office there is one
        ("Finance Minister Ada Holm", "The minister", "Ada Holm"),
        ("Finance Minister Ada Holm", "The finance minister", "Ada Holm"),
        ("Ada Holm, the deputy mayor,", "The deputy mayor", "Ada Holm"),
    ],
)
def test_an_office_is_not_that_of_another_portfolio_or_rank(told, office, speaker):
    text = f"The port is old. {told} left in May. {office} said 40 boats had sunk."

    assert [claim.speaker for claim in find_claims(text, "en")][-1] == speaker


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Finance Minister Aksel Thorne said rents rose by 4%. A spokesman for the state power "
            "company, Lumen, said it had paid 9 million in May.",
            "Lumen",
        ),
        ("The bank, which last month put the gap at 2.7 billion, is in Lim.", "bank"),
        (
            "A police officer who shot a man told an inquest today that he had seen no knife.\n\n"
            "PC Martin Rudge, 34, said he had fired nine times.\n\n“I saw him in May 2021,” PC "
            "Rudge said.",
            "Martin Rudge",
        ),
    ],
)
def test_the_text_tells_beside_it_who_speaks(text, who):
    speakers = [claim.speaker for claim in find_claims(text, "en") if claim.speaker]

    assert speakers[-1].endswith(who)
    assert who != "Martin Rudge" or set(speakers) == {who}
