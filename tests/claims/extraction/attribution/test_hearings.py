"""Who spoke, where a body heard it, a paper quoted it or a description stands in between."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

#: Sentence -> speaker and the claim.
HEARD = {
    "The brakes had failed nine times, an inquest was told on Friday.": (
        "inquest",
        "The brakes had failed nine times",
    ),
    "The jury was told that Mr Brand had left at noon.": ("jury", "Mr Brand had left at noon"),
    "The court heard that 40 letters had been burnt.": ("court", "40 letters had been burnt"),
    "The inquiry heard from Dr Ada Brand, a coal-dust specialist, that the lamp had failed.": (
        "Ada Brand",
        "the lamp had failed",
    ),
    "The committee heard evidence from the rail regulator that 12 bridges were unsafe.": (
        "rail regulator",
        "12 bridges were unsafe",
    ),
    "Members of parliament were told by the minister on Monday that the stores were full.": (
        "minister",
        "the stores were full",
    ),
    "“Nobody left the harbour that week,” an officer, Lena Brand, was quoted as saying by the "
    "Varn Courier.": ("Lena Brand", "Nobody left the harbour that week"),
    "The agency quoted Lena Brand as saying that 12 ships had been lost.": (
        "Lena Brand",
        "12 ships had been lost",
    ),
    "Ada Brand told Lena Orr, counsel for the union, that the list held 340 faults.": (
        "Ada Brand",
        "the list held 340 faults",
    ),
    "Dame Ada Brand, in the chair, reminded lawyers that no fine had been paid.": (
        "Ada Brand",
        "no fine had been paid",
    ),
    "The survey of 19 lakes, to be published in May, found that 14 were dead.": (
        "survey of 19 lakes",
        "14 were dead",
    ),
    "According to figures that the lake trust released after a request, 14 lakes are dead.": (
        "lake trust",
        "14 lakes are dead",
    ),
    "According to a report published by the Lake Trust, 14 lakes are dead.": (
        "Lake Trust",
        "14 lakes are dead",
    ),
    "According to the ministry, which runs the dam, 14 lakes are dead.": (
        "ministry",
        "14 lakes are dead",
    ),
    "Ada Brand, a former signal engineer, giving evidence in May, said the lamp had failed.": (
        "Ada Brand",
        "the lamp had failed",
    ),
    "Colin Brand, who was in charge and still works for Varn Rail, the owner of the line, said "
    "the lamp had failed.": ("Colin Brand", "the lamp had failed"),
    "Varn Rail disputed the claim by the drivers' union that 14 lamps had failed.": (
        "drivers' union",
        "14 lamps had failed",
    ),
    "Opposition deputies in Varn claim that 14 lamps had failed.": (
        "Opposition deputies in Varn",
        "14 lamps had failed",
    ),
    "The boats left on Monday, two people familiar with them said.": (
        "two people familiar with them",
        "The boats left on Monday",
    ),
    "As the Varn Times noted, Brand raised 40 million crowns in May.": (
        "Varn Times",
        "Brand raised 40 million crowns in May",
    ),
    "As the watchdog reported just today, the ministry issued nine permits in May.": (
        "watchdog",
        "the ministry issued nine permits in May",
    ),
    "Exports fell by 4 percent in May, Brand told the Varn Sun in an interview published today.": (
        "Brand",
        "Exports fell by 4 percent in May",
    ),
    "The regulator, Ofcheck, has accused the council of hiding 14 letters.": (
        "Ofcheck",
        "the council of hiding 14 letters",
    ),
    'The mayor, Torben Brand, tweets: "Varn has lost 14 boats."': (
        "Torben Brand",
        "Varn has lost 14 boats",
    ),
    "Its head, former Varn councillor Ada Brand, said the lamp had failed.": (
        "Ada Brand",
        "the lamp had failed",
    ),
    "The skipper, 63, whose boat has been in the port since 1998, says Varn lost 14 lamps.": (
        "skipper",
        "Varn lost 14 lamps",
    ),
    "A report in 2017, commissioned by Varn Rail, said the lamp had failed twice.": (
        "report in 2017",
        "the lamp had failed twice",
    ),
    "The harbour office had advised Varn that 14 lamps had failed.": (
        "harbour office",
        "14 lamps had failed",
    ),
    "Orr denied responsibility for the flood and said 14 lamps had failed.": (
        "Orr",
        "responsibility for the flood",
    ),
    "The port office wrote to Brand to complain about what it called a raid on 14 lamps.": (
        "port office",
        "a raid on 14 lamps",
    ),
    "A report by the agency Tavra that 14 lamps had failed was rejected by Varn Rail.": (
        "Tavra",
        "14 lamps had failed",
    ),
    "Varn Rail dismissed as gossip an allegation circulating online that 14 lamps had failed.": (
        "Varn Rail",
        "14 lamps had failed",
    ),
    "Varn lost 14 boats in May, the harbour office said last week.": (
        "harbour office",
        "Varn lost 14 boats in May",
    ),
    "Varn lost 14 boats in May, the harbour office said a day later.": (
        "harbour office",
        "Varn lost 14 boats in May",
    ),
    "Varn lost 14 boats in May, according to minutes seen by the Varn Herald.": (
        "minutes",
        "Varn lost 14 boats in May",
    ),
    "Orr denied that she planned to close 14 mills.": (
        "Orr",
        "she planned to close 14 mills",
    ),
    "All but one of 14 skippers in Varn had expected a loss of 9 percent.": (
        "All but one of 14 skippers in Varn",
        "All but one of 14 skippers in Varn had expected a loss of 9 percent",
    ),
    "About 400 skippers say they lost 14 boats.": ("400 skippers", "they lost 14 boats"),
    "The crowd cheered, referring to the vow to close nine dams, the Varn Tribune reports.": (
        "Varn Tribune",
        "The crowd cheered",
    ),
    "The dam lost 14 gates in May, as Ada Brand told the court.": (
        "Ada Brand",
        "The dam lost 14 gates in May",
    ),
    "The town released a statement on Monday saying the dam had lost 14 gates.": (
        "town",
        "the dam had lost 14 gates",
    ),
    "Ada Brand, a nurse from the north, recalled that 14 boats had left in 2019.": (
        "Ada Brand",
        "14 boats had left in 2019",
    ),
    "Ada Brand was quick to thank the crews and said that 14 boats had left.": (
        "Ada Brand",
        "14 boats had left",
    ),
    "Ada Brand, whose son, Per, worked at the mill aged 14, said 14 boats had sunk.": (
        "Ada Brand",
        "14 boats had sunk",
    ),
    "Afterwards Ada Brand, whose son, Per, left the yard in 2019, said 14 boats had sunk.": (
        "Ada Brand",
        "14 boats had sunk",
    ),
    "The head of a yard where nine men died in June insisted that 14 boats had left.": (
        "head of a yard",
        "14 boats had left",
    ),
    "The navy put the number of dead at 40 and has said most were recruits.": (
        "navy",
        "most were recruits",
    ),
    "Analysts polled by Varn Data had expected a loss of 9 million crowns.": (
        "Analysts",
        "Analysts polled by Varn Data had expected a loss of 9 million crowns",
    ),
    "The Orla Bank had forecast 4%, but prices fell.": (
        "Orla Bank",
        "The Orla Bank had forecast 4%",
    ),
    "Rents in Varn rose by 4% in 2019, official figures showed.": (
        "official figures",
        "Rents in Varn rose by 4% in 2019",
    ),
    "Trade unions blame a rise of 4% in rents.": ("Trade unions", "a rise of 4% in rents"),
    "Ada Brand admitted taking 40,000 crowns from the till.": (
        "Ada Brand",
        "taking 40,000 crowns from the till",
    ),
}


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)


@pytest.mark.parametrize(("sentence", "expected"), HEARD.items())
def test_speaks_whom_the_sentence_names(sentence, expected):
    assert expected in [(claim.speaker, claim.text) for claim in find_claims(sentence, "en")]


@pytest.mark.parametrize(
    "disputed",
    [
        "disputed the claim by the drivers' union",
        "disputed evidence given on Monday by the drivers' union",
    ],
)
def test_a_statement_that_is_disputed_keeps_whom_it_comes_from(disputed):
    text = f"Varn Rail {disputed} that 14 lamps had failed."
    (claim,) = find_claims(text, "en")

    assert claim.stance == "disputes"
    assert claim.reported_by == "Varn Rail"


@pytest.mark.parametrize("named", ["the claim", "a statement signed on Monday"])
def test_who_rejects_a_statement_speaks_whoever_made_it(named):
    text = f"Varn Rail rejected {named} by the drivers' union that 14 lamps had failed."
    found = [(claim.speaker, claim.stance, claim.text) for claim in find_claims(text, "en")]

    assert ("Varn Rail", "denies", "14 lamps had failed") in found


@pytest.mark.parametrize("tag", ["Ada Brand declared", "In a letter to the town, Ada Brand wrote"])
def test_a_colon_brings_the_quotation_of_the_next_paragraph(tag):
    quoted = "“The dam lost 14 gates. It cost 9 crowns.”"
    text = f"Ada Brand spoke in May.\n\n{tag}:\n\n{quoted}\n\nRain fell."

    found = [(claim.speaker, claim.text) for claim in find_claims(text, "en")]

    assert ("Ada Brand", "The dam lost 14 gates") in found
    assert ("Ada Brand", "It cost 9 crowns") in found
    assert tag not in [claim for _, claim in found]


def test_both_parts_of_what_is_said_are_claims_of_the_speaker():
    text = "Ada Brand said she had been on leave in May, and that nobody had opened the letter."

    assert [(claim.speaker, claim.text) for claim in find_claims(text, "en")] == [
        ("Ada Brand", "she had been on leave in May"),
        ("Ada Brand", "nobody had opened the letter"),
    ]


def test_a_list_of_deeds_is_said_to_its_end():
    text = "Ada Brand said that the new owner had to mend 14 gates, build a road and pay 9 crowns."

    (claim,) = find_claims(text, "en")

    assert claim.text.endswith("build a road and pay 9 crowns")


@pytest.mark.parametrize(
    "judgement",
    [
        "a charge Varn Rail dismissed as nonsense",
        "an account that the union has disputed",
        "a figure Varn Rail called absurd",
    ],
)
def test_what_is_judged_behind_it_is_disputed_and_ends_before(judgement):
    text = f"Ada Brand said that 14 lamps had failed first, {judgement}."
    claims = [(claim.text, claim.speaker, claim.stance) for claim in find_claims(text, "en")]

    assert claims[0] == ("14 lamps had failed first", "Ada Brand", "disputes")
    assert [text for text, _, _ in claims[1:]] == [judgement]


def test_a_statement_ends_before_what_ties_it_to_the_next():
    text = "The council closed 14 baths in May after the union said the boilers had failed."
    claims = [claim.text for claim in find_claims(text, "en")]

    assert claims == ["The council closed 14 baths in May", "the boilers had failed"]


def test_either_opens_no_further_act(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "bundle")
    (claim,) = find_claims("Ada Brand said the mayor “either sold 40 boats or lost them”.", "en")

    assert claim.speaker == "Ada Brand"


@pytest.mark.parametrize("meeting", ["June meeting", "bank’s September meeting"])
def test_minutes_tell_what_a_meeting_decided(meeting):
    text = f"Minutes of the {meeting} show that nine of 14 members had left."

    assert "nine of 14 members had left" in [claim.text for claim in find_claims(text, "en")]
