"""A plain "no" denies where it answers what others say or ask, and nowhere else."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers_and_stances, stances_of

#: Charge and answer -> words of the answer, by what makes it one.
BY_WHAT_IS_SHARED = {
    "The union said that two drivers had slept in the depot. The manager, Ada Holm, said no driver "
    "had slept in the depot.": "no driver had slept",
    "Lawyers accused the Lim militia of burning nine barns. A commander, Otto Falk, told the "
    "Courier that nobody had burned anything.": "nobody had burned",
    "Otto Lund claimed that the nurses had been told to hide the logs. The matron, Ada Holm, said "
    "none of the nurses had been told to hide a log.": "none of the nurses",
    "Two officials said envoys had met in Lim in May. A spokesman for the president said there had "
    "been no meeting.": "no meeting",
    "Otto Lund claimed that aides had sent a letter to the bank. “That letter was not sent by my "
    "aides,” said the mayor, Ada Holm.": "That letter was not",
    "Asked why the pump had been painted, Ada Holm said it had never been painted.": "never been",
    "Pressed by a deputy on why a man in a badge was in the film, Ada Holm said the badge was not "
    "that of the port.": "the badge was not",
    "A cook told the inquiry that the matron had asked staff to shred the menus. The matron, Ada "
    "Holm, said nothing had been shredded.": "nothing had been",
    "Police say Otto Falk unbolted the gate. His solicitor, Ada Holm, told the jury: “He could not "
    "have unbolted it.”": "could not have",
    "The crews were not told to wait, as has been reported, Ada Holm said. Ada Holm said the crews "
    "had not waited at the gate, as the union has alleged.": "had not waited",
    "Otto Lund said guards had beaten men with cables. No cable had ever been handed to a guard, "
    "the warden, Ada Holm, said.": "No cable had ever",
    "Detectives believe that the valve was tampered with. Her lawyer, Otto Falk, told the Post his "
    "client had not touched the valve.": "had not touched",
}
BY_WHO_SPEAKS = {
    "The firm Lim Foods was accused of paying guards. Lim Foods said that it paid no one.": (
        "paid no one"
    ),
    "Ada Holm denied that she had hidden a film. None of her men had kept one, she said.": (
        "None of her men"
    ),
    "Prosecutors accused the Lim Council of shelling a town. Its spokesman, Otto Falk, denied it. "
    "The group had not been near the town, he said.": "had not been near",
    "Ada Holm is accused of forging nine letters. Holm told the court she had not kept a single "
    "letter.": "a single letter",
    "Ada Holm denied that she had sold the yacht. “I never owned a yacht,” she said.": (
        "never owned a yacht"
    ),
    "Prosecutors accused Selvia of arming rebels. Selvian Interior Minister Ada Holm said she had "
    "never met a rebel.": "never met a rebel",
    "Norrland denied shelling Lim. “Our forces carried out no strikes in May,” a spokesman for its "
    "army, Otto Falk, said.": "carried out no strikes",
    "Norrland denied that. “Not one gun was fired,” a spokesman for its army, Otto Falk, said.": (
        "Not one gun"
    ),
    "The trust flatly denies this. “Not one hour of music has been cut,” Ada Holm, the chair of "
    "trustees, said.": "Not one hour",
    "Otto Lund said nine bikes had burned. “We have not lost a single bike,” said Ada Holm.": (
        "a single bike"
    ),
    "Rebels in Tessara denied shooting down a jet. A rebel spokesman, Colonel Otto Falk, said his "
    "men had not fired at any aircraft in May.": "had not fired",
    "The council disputes this. It said it had two reports. No illness had been linked to the "
    "blocks, a council spokeswoman, Ada Holm, said.": "No illness",
    "Aid groups accuse the army of burning nine barns. The army says it was not active in the "
    "valley in May.": "was not active",
    "The ministry called the list of May “an invention”. A deputy minister, Ada Holm, said no "
    "inmate had died of cold.": "no inmate",
    "The defendant told the jury that he had left at nine. He was not in the yard at ten, he "
    "said.": "was not in the yard",
    "The Lim Front dismissed the accusation. “We have no guns there. All know who has,” its "
    "spokesman, Otto Falk, told the Courier.": "We have no guns",
}
BY_WHAT_STANDS_BESIDE = {
    "The photographs show nine dead sheep. Ada Holm denied it. The photographs were not taken in "
    "Lim, she said.": "not taken in Lim",
    "“That is a lie,” Ada Holm said. “We begged them to stay. Nobody spoke to us about the men.”": (
        "Nobody spoke"
    ),
    "“That is untrue. There is no second ledger,” Ada Holm said.": "no second ledger",
    "Ada Holm denied that the firm was for sale, and no talks had been held, she said.": "no talks",
    "Ada Holm rejected claims that a scarf was found. “It was not sent to me,” she said.": (
        "not sent to me"
    ),
    "“That is a lie,” Ada Holm said. “Nor have we moved a gun.”": "Nor have we",
}
BY_ITS_OWN_WORDS = {
    "“No shots were fired and no one was hurt,” the port of Lim said, contradicting accounts in "
    "the local press.": "No shots",
    "The clerk, Ada Holm, said nobody had been charged, dismissing reports in the Post that a "
    "guard was in custody.": "nobody had been charged",
    "Told of the story, the vet, Ada Holm, insisted that there had been “no dogs and no guards” at "
    "the gate in May.": "no dogs and no guards",
    "The hospital, Holm Care, has issued a denial that 40 nurses had lied.": "40 nurses had lied",
    "The clerk, Ada Holm, repeated her denial that the fund had paid 40 men.": "the fund had paid",
    "Nothing in the files shows that 40 men were paid, Ada Holm said.": "40 men were paid",
    "The clerk, Ada Holm, hit out at a claim that 40 men had fled.": "40 men had fled",
    "“To say that we paid 40 men is an outright lie,” Ada Holm said.": "we paid 40 men",
    "The clerk, Ada Holm, said the paper had wrongly reported that 40 men had fled.": "40 men",
    "Ada Holm said the story that she paid 40 men had no foundation.": "she paid 40 men",
    "“We do not own missiles of this type,” Ada Holm told the Post.": "of this type",
    "The ministry of Lim said it knew nothing of this in May.": "knew nothing",
    "Ada Holm called the accusation of theft “beneath contempt”.": "the accusation",
    "The chief surgeon, Ada Holm, said there was no cover-up at the ward.": "no cover-up",
    "“I did not make that mistake,” the nurse, Ada Holm, told the coroner.": "that mistake",
    "The clerk, Ada Holm, said there was no error in the tables of May.": "no error",
    "Ada Holm said the office had no record of any such letter.": "any such letter",
    "Ada Holm said no order of that kind had left her desk.": "of that kind",
    "The union refuted the story. “The report is untrue and we have written to the editor,” Ada "
    "Holm said.": "The report is untrue",
    "Ada Holm said the inquiry had done nothing of the sort.": "nothing of the sort",
    "“She was nothing of the kind,” Ada Holm said of the sailor.": "nothing of the kind",
    "The trust, Holm Care, said a review had found nothing to support the claims.": "nothing to",
    "Ada Holm said there was nothing to link the fire to the port.": "nothing to link",
    "“That is not what happened,” Ada Holm said of the fire in May.": "not what happened",
    "Ada Holm said the Courier had got it wrong from start to finish.": "got it wrong",
    "Ada Holm said the mate was innocent of all that.": "was innocent",
    "Ada Holm told parliament there was no question of a bailout in May.": "no question of",
    "Ada Holm said the 9% figure had no basis in the books of the firm.": "no basis",
    "Ada Holm called the letter of May 2019 a forgery.": "a forgery",
}
ASSERTED = {
    # who accuses says what was not done
    "Otto Falk accused the port of neglect. Falk said no plank had been changed since 2019.": (
        "no plank"
    ),
    "“They had the form ready,” said Ada Holm. “Nobody explained the form to me in May.”": (
        "Nobody explained"
    ),
    # what has not come yet, what is not known or meant
    "Ada Holm denied that the port was closed. She had not yet been told of a date, she said.": (
        "not yet been told"
    ),
    "Ada Holm denied that the port was closed. She did not remember the letter of May, she said.": (
        "did not remember"
    ),
    "Ada Holm denied that the port was closed. The port could not be closed in May, she said.": (
        "could not be closed"
    ),
    "Ada Holm is accused of theft. Ada Holm said she had nothing to hide from the bank.": "to hide",
    # who is contradicted, not who contradicts
    "The ministry disputed the auditor's finding that nine tanks were late. The auditor said it "
    "had found no log.": "no log",
    # the same deed, another thing
    "Falk said the firm had paid its taxes. Ada Roth said the firm had not paid its workers.": (
        "had not paid"
    ),
    # somebody else speaks in between
    "Ada Holm denied that the port was closed. The port said 40 ships came. There were no trains "
    "to Lim, said Otto Falk.": "no trains",
    "Ada Holm denied bribery. No fingerprints were found on the lamp, she said.": "No fingerprints",
    # a "no" that belongs to a phrase
    "Ada Holm denied fraud. She said the bureau, which answers to nobody, paid 40 men.": "nobody",
    "Ada Holm denied fraud. Her bureau, which answers to nobody, paid 40 men, she said.": "40 men",
    "Ada Holm denied talk of a split, and said that trade had not suffered: it rose by 4%.": (
        "had not suffered"
    ),
    "Ada Holm said there was no cover for the boats in May.": "no cover for",
    "“I’m not saying that it was them in May 2019,” Ada Holm said.": "not saying",
    "Ada Holm called the allegations of theft serious and credible.": "allegations",
    "The finance chief, Otto Lund, denied theft. The works council chief, Ada Holm, said she had "
    "had no invitation.": "no invitation",
    "Ada Holm denied fraud. She had no intention of leaving the port in May, she said.": "leaving",
    # whoever speaks was wrong, which grants it; people can be wrong
    "“We got it wrong in May 2019,” said Ada Holm.": "got it wrong",
    "“They have been wrong before,” said Ada Holm of the bank.": "wrong before",
}
DENIED = BY_WHAT_IS_SHARED | BY_WHO_SPEAKS | BY_WHAT_STANDS_BESIDE | BY_ITS_OWN_WORDS


pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(("text", "part"), DENIED.items(), ids=DENIED.values())
def test_an_answer_denies(text, part):
    (stance,) = stances_of(text, part)

    assert stance in ("denies", "disputes")


@pytest.mark.parametrize(("text", "part"), ASSERTED.items(), ids=ASSERTED.values())
def test_a_no_that_answers_nobody_asserts(text, part):
    assert stances_of(text, part) <= {"asserts"}


def test_what_stands_behind_the_colon_of_a_rebuttal_is_said():
    text = "Ada Holm said that this was not so: her auditors had been shown 17 files."

    assert [(claim.text, claim.stance) for claim in find_claims(text, "en")] == [
        ("this was not so", "disputes"),
        ("her auditors had been shown 17 files", "asserts"),
    ]


def test_what_others_allege_inside_a_rebuttal_is_theirs_and_denied():
    text = "It was not true, as Otto Lund had alleged, that she had asked for nine guards in June."
    (claim,) = find_claims(text, "en")

    assert (claim.text, claim.stance) == ("she had asked for nine guards in June", "disputes")
    assert claim.speaker == "Otto Lund"


@pytest.mark.parametrize("tail", ["which the army denies", "something the army has always denied"])
def test_what_a_clause_at_its_end_denies_is_denied(tail):
    text = f"Otto Lund said that nine men had blocked the road to the ward, {tail}."
    claim, *_ = find_claims(text, "en")

    assert (claim.text, claim.stance) == ("nine men had blocked the road to the ward", "disputes")
    assert (claim.speaker, claim.reported_by) == ("Otto Lund", "army")


def test_a_clause_that_calls_it_untrue_behind_who_said_it_is_not_theirs():
    text = "The ward has lost nine nurses, Otto Lund said, a claim Ada Holm rejected as nonsense."
    claim, judgement = find_claims(text, "en")

    assert judgement.speaker == "Ada Holm"
    assert (claim.text, claim.stance) == ("The ward has lost nine nurses", "disputes")
    assert (claim.speaker, claim.reported_by) == ("Otto Lund", "Ada Holm")


def test_how_flatly_something_is_rejected_is_no_denial_of_its_own():
    text = "Otto Lund said that nine men had left the ward. Ada Holm rejected this out of hand."

    assert [claim.text for claim in find_claims(text, "en") if claim.stance == "denies"] == [
        "Ada Holm rejected this out of hand"
    ]


def test_a_letter_in_which_somebody_says_it_is_no_part_of_what_is_said():
    text = "Ada Holm read out a statement in which she said that nine men had left the ward."

    assert [(claim.text, claim.speaker) for claim in find_claims(text, "en")] == [
        ("nine men had left the ward", "Ada Holm")
    ]


def test_a_quotation_behind_what_somebody_says_is_theirs():
    text = (
        "The baker, Ada Holm, told the Post that 40 loaves had burned. “I have asked every cook in "
        "the port of Lim.” The shop was sold."
    )
    said = {claim.text: claim.speaker for claim in find_claims(text, "en")}

    assert said["I have asked every cook in the port of Lim"] == "Ada Holm"
    assert said["The shop was sold"] is None


def test_what_is_denied_stands_without_a_noun_that_names_it():
    text = "Selvia said that accusations it had poisoned nine men were a crude provocation."

    assert [(claim.text, claim.stance) for claim in find_claims(text, "en")] == [
        ("it had poisoned nine men", "disputes")
    ]


def test_what_happened_after_a_denial_is_not_denied():
    text = "The army denied that it had shot nine men, after the Courier published a film."
    denied = [claim.text for claim in find_claims(text, "en") if claim.stance == "denies"]

    assert denied == ["it had shot nine men"]


def test_a_bare_no_in_a_speech_is_a_denial_of_little_worth():
    text = (
        "Speech by the transport minister, Eva Dahl, to the assembly\n\n"
        "We have run 40 trains a day since May. The firm asks us to believe that nine drivers were "
        "asleep. They were not. The inspectors counted 40 trains in Lim."
    )
    found = {claim.text: claim for claim in find_claims(text, "en")}

    assert found["They were not"].stance == "disputes"
    assert found["They were not"].score < found["The inspectors counted 40 trains in Lim"].score


def test_what_a_denier_says_in_a_letter_is_said():
    text = (
        "The firm disputed this account in papers filed in court on Friday, in which it said the "
        "meter showed one fault that night."
    )
    found = {claim.text: claim.stance for claim in find_claims(text, "en")}

    assert found["the meter showed one fault that night"] == "asserts"


def test_a_bare_no_to_a_question_denies_nothing():
    text = (
        "“Did nine men leave the ward by the gate?” Otto Lund asked. “They did not,” said Ada Holm."
    )

    assert "disputes" not in {claim.stance for claim in find_claims(text, "en")}


def test_a_bare_no_denies_what_others_say_just_before():
    text = "Otto Lund said nine men had left the ward by the gate. “They had not,” Ada Holm said."
    said, answer = find_claims(text, "en")

    assert (said.stance, answer.stance) == ("asserts", "disputes")


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "text",
    [
        "The union said 40 cleaners had gone without pay. The firm denies this. “I have received "
        "no pay since March,” said Dora Lind, a cleaner.",
        "Prosecutors accuse the firm of paying nobody. “I got no pay in May,” Ada Lind said.",
    ],
)
def test_who_bears_out_that_a_thing_is_missing_denies_nothing(text):
    assert find_claims(text, "en")[-1].stance == "asserts"


@pytest.mark.usefixtures("model")
def test_a_never_set_against_what_is_granted_denies():
    found = find_claims(
        "Ada Holm admitted that she had been late, but said she had never lied.", "en"
    )

    assert found[-1].stance in ("denies", "disputes")
    assert (
        find_claims("Ada Holm said she was late, but had never lied.", "en")[-1].stance == "asserts"
    )


@pytest.mark.parametrize(
    "said", ["I did not say the port was bankrupt", "I never claimed that the port was bankrupt"]
)
def test_who_never_said_so_denies(said):
    told = speakers_and_stances(f"“{said},” Ada Holm said on Monday.")

    assert told == {said: ("Ada Holm", "disputes")}


@pytest.mark.parametrize("said", ["I never said goodbye to him", "I did not say whether it sank"])
def test_who_said_nothing_of_it_denies_nothing(said):
    told = speakers_and_stances(f"“{said},” Ada Holm said on Monday.")

    assert "disputes" not in {stance for _, stance in told.values()}
