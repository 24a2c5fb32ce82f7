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


def test_the_company_is_the_one_that_leads_the_sentence_before():
    text = (
        "The Tern Institute measured 180 tonnes. Nordgas, the operator, has been sued by farmers. "
        "The company said that its boats had passed 14 times in June."
    )

    assert find_claims(text, "en")[-1].speaker == "Nordgas"


def test_who_refused_to_say_is_who_adds():
    text = "Ada Brand refused to say whether Varn had known, but added that 14 boats had left."

    assert find_claims(text, "en")[-1].speaker == "Ada Brand"


@pytest.mark.parametrize("tag", ["Ada Brand declared", "In a letter to the town, Ada Brand wrote"])
def test_a_colon_brings_the_quotation_of_the_next_paragraph(tag):
    quoted = "“The dam lost 14 gates. It cost 9 crowns.”"
    text = f"Ada Brand spoke in May.\n\n{tag}:\n\n{quoted}\n\nRain fell."

    found = [(claim.speaker, claim.text) for claim in find_claims(text, "en")]

    assert ("Ada Brand", "The dam lost 14 gates") in found
    assert ("Ada Brand", "It cost 9 crowns") in found
    assert tag not in [claim for _, claim in found]


def test_what_somebody_does_while_speaking_is_not_said():
    text = "“These 14 boats are ours,” Ada Brand said with a smile, looking at the sea."

    assert [claim.text for claim in find_claims(text, "en")] == ["These 14 boats are ours"]


def test_one_who_is_only_told_does_not_speak():
    (claim,) = find_claims("Ada Brand was told that 40 letters had been burnt.", "en")

    assert claim.speaker is None


def test_what_emerges_is_the_claim_of_the_article():
    (claim,) = find_claims("It emerged on Monday that a ship had sunk in the strait.", "en")

    assert claim.speaker is None
    assert claim.text == "a ship had sunk in the strait"


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


@pytest.mark.parametrize(
    "sentence",
    [
        "The Varn mission counted 14 lamps, but did not say who had broken them.",
        "Varn Rail has never recognised the border.",
        "Some of you will have read that 14 lamps had failed.",
    ],
)
def test_who_says_nothing_is_no_speaker(sentence):
    assert {claim.speaker for claim in find_claims(sentence, "en")} == {None}


def test_an_office_that_is_addressed_is_nobody_who_speaks():
    text = (
        "Statement by Prime Minister Ada Brand to Parliament\n\n"
        "Madam Speaker, we lost 14 boats and our schools. The member for Varn said so in May. "
        "He told us that I had turned down a ship."
    )
    assert "Madam Speaker" not in {claim.speaker for claim in find_claims(text, "en")}


def test_a_statement_ends_before_what_ties_it_to_the_next():
    text = "The council closed 14 baths in May after the union said the boilers had failed."
    claims = [claim.text for claim in find_claims(text, "en")]

    assert claims == ["The council closed 14 baths in May", "the boilers had failed"]


def test_what_somebody_still_means_to_do_states_nothing():
    text = "She intends to stay in office, Ada Brand said, and to fight the vote in May."
    assert find_claims(text, "en") == []


def test_what_adds_to_a_fear_says_nothing():
    text = "Rents rose by 4% in May, Varn Bank said, adding to fears that 40 shops would close."

    assert [claim.text for claim in find_claims(text, "en")] == ["Rents rose by 4% in May"]


def test_either_opens_no_further_act(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "bundle")
    (claim,) = find_claims("Ada Brand said the mayor “either sold 40 boats or lost them”.", "en")

    assert claim.speaker == "Ada Brand"


@pytest.mark.parametrize("meeting", ["June meeting", "bank’s September meeting"])
def test_minutes_tell_what_a_meeting_decided(meeting):
    text = f"Minutes of the {meeting} show that nine of 14 members had left."

    assert "nine of 14 members had left" in [claim.text for claim in find_claims(text, "en")]


def test_who_leads_a_sentence_behind_a_time_is_whom_a_pronoun_means():
    text = (
        "Neither Kari Voss nor Tom Elden could be reached. "
        "Earlier this month Olav Brandt closed 14 mills. He has since sold two of them."
    )
    assert find_claims(text, "en")[-1].proposed == "Olav Brandt has since sold two of them."
