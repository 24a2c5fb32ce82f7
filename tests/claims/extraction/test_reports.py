"""Where what somebody reports begins and ends, and whose report it is."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

TABLE = [
    # what goes on behind the source
    ("The ship sailed, Orr said, until the engine failed in May.", "Orr",
     "The ship sailed, Orr said, until the engine failed in May"),
    ("The clinic was never told, Orr added, of any leak.", "Orr",
     "The clinic was never told, Orr added, of any leak"),
    ("The roof was known, Holm said, unless the files are lost.", "Holm",
     "The roof was known, Holm said, unless the files are lost"),
    ("The mine lost 4 million crowns, Orr said, because coal fell by half.", "Orr",
     "coal fell by half"),
    # what does not
    ("The mine made money, Ms Lind said, although 40 men were ill.", "Lind", "The mine made money"),
    ("The dam broke in May, Orr said, without giving a reason.", "Orr", "The dam broke in May"),
    ("The dam broke in May, Orr said, while walking to a car.", "Orr", "The dam broke in May"),
    # a source between subject and verb
    ("Lim, as one of the advisers noted, has lost 40 schools.", "one of the advisers",
     "Lim, as one of the advisers noted, has lost 40 schools"),
    ("The dam, as Orr pointed out, was built in 1950.", "Orr",
     "The dam, as Orr pointed out, was built in 1950"),
    ("The firm, as Holm told reporters, had paid 4 million crowns.", "Holm",
     "The firm, as Holm told reporters, had paid 4 million crowns"),
    # where it was said is no part of what is said
    ("Holm said in a statement that 40 men had left.", "Holm", "40 men had left"),
    ("Holm said in a report that 40 men had left.", "Holm", "40 men had left"),
    ("Holm added in her testimony that 40 men had left.", "Holm", "40 men had left"),
    # things found somewhere report nothing
    ("Shells found at the site matched 40 others, the mayor added.", "mayor",
     "Shells found at the site matched 40 others"),
    ("Papers published on the web named 40 men, Orr said.", "Orr",
     "Papers published on the web named 40 men"),
    ("Letters read in court named 40 men, Orr said.", "Orr", "Letters read in court named 40 men"),
    # a thing is measured
    ("Orr put the number of men still in the mine at 40.", "Orr",
     "the number of men still in the mine at 40"),
    ("The union put the toll on Monday at 40.", "union", "the toll on Monday at 40"),
    ("Orr put the cost this year at 40 million crowns.", "Orr",
     "the cost this year at 40 million crowns"),
    # two verbs of one subject, another verb of saying between them
    ("Holm said that Lim would declare a truce and suggested that 40 men had died.", "Holm",
     "40 men had died"),
    ("Orr said the firm will announce cuts and confirmed that 40 men had left.", "Orr",
     "40 men had left"),
    ("Lind said they would deny it and admitted that 40 men had left.", "Lind",
     "40 men had left"),
    # a paper, what was done with it, and when
    ("A study published on Monday found that 40 men had died.", "study", "40 men had died"),
    ("A poll released in late August found that 40 men had died.", "poll", "40 men had died"),
    ("A report released this week says 40 men had died.", "report", "40 men had died"),
    ("Papers filed in court on Tuesday show the firm lost 4 million crowns.", "Papers",
     "the firm lost 4 million crowns"),
    ("A survey carried out in May by the Rent Board showed that rents rose by 4%.", "Rent Board",
     "rents rose by 4%"),
    ("The letters seen by this newspaper show that Rask Brothers billed 40,000 crowns.", "letters",
     "Rask Brothers billed 40,000 crowns"),
    # a pause, a day or a description before the verb
    ("The bank, however, said 40 men had left.", "bank", "40 men had left"),
    ("The bank, meanwhile, denied that 40 men had left.", "bank", "40 men had left"),
    ("The bank, therefore, admitted that 40 men had left.", "bank", "40 men had left"),
    ("These men, Orr explained earlier this week, were paid 40 crowns.", "Orr",
     "These men, Orr explained earlier this week, were paid 40 crowns"),
    ("The two sides, the minister added on Monday, were offered 40 million crowns.", "minister",
     "The two sides, the minister added on Monday, were offered 40 million crowns"),
    ("The firm, she noted on Monday, has paid 40 million crowns.", None,
     "The firm, she noted on Monday, has paid 40 million crowns"),
    # verbs that say nothing by themselves, behind what was said
    ("“I never shut a single mine,” Fenn shot back.", "Fenn", "I never shut a single mine"),
    ("“I never shut a single mine,” Fenn hit back.", "Fenn", "I never shut a single mine"),
    ("“We paid 40 crowns for it,” snapped Orr.", "Orr", "We paid 40 crowns for it"),
    ("“We paid 40 crowns for it,” Orr laughed.", "Orr", "We paid 40 crowns for it"),
    # somebody else who speaks in a side clause, or with a day and a name between commas
    ("Holm said 40 men had left, a day after the union said that 60 had.", "Holm",
     "40 men had left"),
    ("Holm said 40 men had left, a day after the union said that 60 had.", "union", "60 had"),
    ("Holm said 40 men had left, before Orr told reporters that 60 had.", "Holm",
     "40 men had left"),
    ("Lim has often said it has no ships in the bay, and on Monday its envoy, Ada Orr, said that "
     "40 had left.", "Lim", "it has no ships in the bay"),
    ("Lim has often said it has no ships in the bay, and on Monday its envoy, Ada Orr, said that "
     "40 had left.", "Ada Orr", "40 had left"),
    # what a paper or an office is described by
    ("They heard Ada Holm, the union's new chair, who said 40 men had left.", "Ada Holm",
     "40 men had left"),
    ("He took a call from Ada Holm, the mayor, who said 40 men had left.", "Ada Holm",
     "40 men had left"),
    ("“40 men have left,” the firm's managing director, Ada Holm, said.", "Ada Holm",
     "40 men have left"),
    ("The owner of a ship that sank with 300 people aboard said 40 men had left.",
     "owner of a ship", "40 men had left"),
    ("Lim has in the past said 40 men had left.", "Lim", "40 men had left"),
    # what "as S claimed" refers to is still said by whoever says it
    ("No beam had moved, Holm said, and 40 men had been saved, as the union has claimed.", "Holm",
     "40 men had been saved"),
    # what a relative stands for is not what a verb behind it brings
    ("The dam, which Orr promised in 2009, supplies 640 homes.", None,
     "The dam, which Orr promised in 2009, supplies 640 homes"),
    # two statements of one speaker, the second with a noun behind its "that"
    ("Holm said 40 shops shared an address in Lim and that revenue for 2024 had been halved.",
     "Holm", "revenue for 2024 had been halved"),
    ("Holm said 40 shops shared an address in Lim and that revenue for 2024 had been halved.",
     "Holm", "40 shops shared an address in Lim"),
    ("“We sold 40 ships, we bought 12 and we lost nine,” Holm said.", "Holm", "We sold 40 ships"),
    ("“We sold 40 ships, we bought 12 and we lost nine,” Holm said.", "Holm", "we lost nine"),
    # deeds of one thing belong together
    ("Holm said the firm had planned, ordered and paid for 40 ships.", "Holm",
     "the firm had planned, ordered and paid for 40 ships"),
    # what a statement is called by somebody else
    ("Holm accused the firm of hiding 40 deaths, a charge it denies.", "Holm",
     "the firm of hiding 40 deaths"),
    ("Holm said the firm had hidden 40 deaths, a claim that the ministry has rejected.", "Holm",
     "the firm had hidden 40 deaths"),
    # a date line is no part of who speaks
    ("LIM, April 24 (Wire) - Orr Foods, the largest dairy in the land, said 40 men had left.",
     "Orr Foods", "40 men had left"),
    # what happened before, beside it
    ("Orr said it would close, after net profit fell by 44%.", "Orr", "net profit fell by 44%"),
    # those who are told
    ("Holm told the inquest staff numbers had been cut to 40.", "Holm",
     "staff numbers had been cut to 40"),
    # a man who asked is no tag
    ("The board sold 40 ships, according to a man who asked not to be named.", "man",
     "The board sold 40 ships"),
    # a verb that may be a noun is no description of who said it
    ("According to Jon Reed, the bridge cost 3 million euros.", "Jon Reed",
     "the bridge cost 3 million euros"),
    ("According to Mara Quill, the firm plans 40 cuts.", "Mara Quill", "the firm plans 40 cuts"),
    ("According to Ada Holm, the tax costs 40 crowns a year.", "Ada Holm",
     "the tax costs 40 crowns a year"),
    ("According to Ada Holm, head of the union, the tax costs 40 crowns a year.", "Ada Holm",
     "the tax costs 40 crowns a year"),
    ("The tax costs 40 crowns a year, according to Ada Holm, head of the union.", "Ada Holm",
     "The tax costs 40 crowns a year"),
    ("The bridge cost 40 crowns a year, according to Ada Holm.", "Ada Holm",
     "The bridge cost 40 crowns a year"),
    # a noun that may be a verb of saying
    ("Torvald Steel trimmed its sales forecast after ore rose by 4%.", None,
     "Torvald Steel trimmed its sales forecast after ore rose by 4%"),
    ("Nordgas has lost the new report after 40 men had left.", None,
     "Nordgas has lost the new report after 40 men had left"),
    ("The board delayed a new estimate after 40 men had left.", None,
     "The board delayed a new estimate after 40 men had left"),
    # a relative as the subject of what is said
    ("Fenn spoke of the levy, which Orr said had ruined 400 farms.", "Orr",
     "which Orr said had ruined 400 farms"),
    ("The tax, which the union says has cost 4 million crowns, was cut.", "union",
     "which the union says has cost 4 million crowns"),
    ("The tax, which police say was never paid in May, is gone.", "police",
     "which police say was never paid in May"),
    # what another says behind it, and what the same one does
    ("The mine lost 4 million crowns, the Tide said, but Voll denied that.", "Tide",
     "The mine lost 4 million crowns"),
    ("The mine lost 4 million crowns, the Tide said, and Voll admitted it.", "Tide",
     "The mine lost 4 million crowns"),
    ("Orr said that 40 men had left the mine, and called the report a lie.", "Orr",
     "40 men had left the mine"),
    ("Orr said that 40 men had been paid, and described the rest as thieves.", "Orr",
     "40 men had been paid"),
    # somebody else expected it
    ("Profit was 4 million crowns below the sum expected by analysts, Orr said.", "Orr",
     "Profit was 4 million crowns below the sum expected by analysts"),
    # a description of the subject, and the adverb of a figure
    ("Later Orr found that Ada Holm, the owner of the mill, had paid 40 men twice.", "Orr",
     "Ada Holm, the owner of the mill, had paid 40 men twice"),
    ("Orr said barely 40 of the men had left.", "Orr", "barely 40 of the men had left"),
    ("Orr said just over 40 men had left.", "Orr", "just over 40 men had left"),
    ("Orr said later that 40 men had left.", "Orr", "40 men had left"),
    # a clause before the source, and one who is described behind "there"
    ("The train came on Monday, two days before the mayor said 40 men had left.", "mayor",
     "40 men had left"),
    ("In a letter to the Tide, a spokesman, Ian Tully, wrote that 40 men had left.", "Ian Tully",
     "40 men had left"),
    ("Its founder, lawyer Ada Holm, said 40 men had left.", "Ada Holm", "40 men had left"),
    ("Ada Holm, herself a nurse, said that 40 men had left.", "Ada Holm", "40 men had left"),
    ("A nurse there, who asked not to be named because she works at the mill, said that 40 men had "
     "left.", "nurse", "40 men had left"),
    ("The supplier, Medisoft, said 40 men had left.", "Medisoft", "40 men had left"),
    # what was done to a source, and whose papers they are
    ("According to two people briefed on the talks, 40 men had left.",
     "two people briefed on the talks",
     "40 men had left"),
    # a place with commas before "that"
    ("Orr told a meeting in Salem, New Oster on Monday that 40 men had left.", "Orr",
     "40 men had left"),
    ("The mill, which built the dam, confirmed that 40 men had left.", "mill", "40 men had left"),
    # two who share a verb
    ("Karl Roth, 58, who ran the mill until May, and his deputy, Ada Holm, were fined in June.",
     None, "who ran the mill until May"),
    # two sums behind the source, and a quotation behind it
    ("Spending rose every year, Orr said, from 8 million crowns to 9 million.", "Orr",
     "Spending rose every year, Orr said, from 8 million crowns to 9 million"),
    ("The mill has lost 40 men, Orr added dryly: “It had 41.”", "Orr", "The mill has lost 40 men"),
    ("Orr said the rules were old, and that officers who left lost 40 crowns.", "Orr",
     "officers who left lost 40 crowns"),
    # who puts something to another
    ("Orr put it to her that 40 men had been paid.", "Orr", "40 men had been paid"),
    ("Orr made it clear that 40 men had been paid.", "Orr", "40 men had been paid"),
    # whom a report cites is no statement of its own
    ("The sale was reported in May by the Tide, citing two people near the firm.", None,
     "The sale was reported in May by the Tide, citing two people near the firm"),
    # "that" as a pronoun
    ("Ada Holm said that was a lie.", "Ada Holm", "that was a lie"),
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(("text", "speaker", "said"), TABLE, ids=[row[0] for row in TABLE])
def test_what_is_said_is_whole_and_has_its_source(text, speaker, said):
    assert (said, speaker) in [(claim.text, claim.speaker) for claim in find_claims(text, "en")]


def test_a_description_does_not_hide_a_verb_of_saying():
    text = "Ada Orr, a nurse who was there, recalled, “Four men went down in the night.”"
    (claim,) = find_claims(text, "en")

    assert (claim.speaker, claim.quotation) == ("Ada Orr", "direct")


def test_a_number_behind_a_name_is_no_end_of_it():
    (claim,) = find_claims("“We lost 40 men in all,” Otto Brand II, a writer, said.", "en")

    assert claim.speaker.startswith("Otto Brand")


def test_what_is_called_a_lie_with_a_pronoun_is_denied():
    texts = ["Ada Holm said that was a lie.", "Ada Holm said that is not true.",
             "Ada Holm told reporters that was pure invention."]  # fmt: skip

    assert [claim.stance for text in texts for claim in find_claims(text, "en")] == ["disputes"] * 3
