"""What somebody did not say, and what nobody says, is no statement of theirs."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read
from tests.claims.extraction.told import speakers_and_stances

pytestmark = pytest.mark.usefixtures("model")


class TestWhatIsNotSaid:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Orr did not say that the toll had doubled in 2019",
            "Orr has never claimed that 40 tugs were sunk",
            "The report does not find that the toll doubled in 2019",
            "Prosecutors did not allege that Orr took 40,000 crowns",
            "Orr would not say that the toll had doubled in 2019",
            "No expert has found that the mill caused 12 deaths",
            "None of the letters says that the toll doubled in 2019",
            "Neither the mayor nor his deputy said that the toll had doubled in 2019",
            "Nor did Orr say that 40 tugs were sunk",
            "It was not Orr who said that 40 tugs were sunk",
        ],
    )
    def test_is_told_by_the_article_as_a_whole(self, sentence):
        assert speakers_and_stances(f"{sentence}.") == {sentence: (None, "asserts")}

    @pytest.mark.parametrize(
        "sentence", ["Orr did not say that 40 tugs were sunk.", "Let's say you earn 40,000 crowns."]
    )
    def test_is_no_attribution(self, sentence):
        assert read(sentence, "en")._.attributions == []

    @pytest.mark.parametrize(
        ("sentence", "speaker"),
        [
            ("Orr did not just say that 40 tugs were sunk.", "Orr"),
            ("No fewer than 12 ministers said that 40 tugs were sunk.", "12 ministers"),
            ("It was Orr who said that 40 tugs were sunk.", "Orr"),
        ],
    )
    def test_is_not_meant_where_it_was_said_all_the_same(self, sentence, speaker):
        assert speakers_and_stances(sentence) == {"40 tugs were sunk": (speaker, "asserts")}

    @pytest.mark.parametrize("verb", ["think", "believe", "accept", "acknowledge"])
    def test_is_disputed_by_whoever_does_not_hold_it(self, verb):
        assert speakers_and_stances(f"Orr does not {verb} that 40 tugs were sunk.") == {
            "40 tugs were sunk": ("Orr", "disputes")
        }

    @pytest.mark.parametrize("verb", ["found it unlikely", "thought it impossible"])
    def test_is_disputed_by_whoever_calls_it_unlikely(self, verb):
        assert speakers_and_stances(f"The court {verb} that 40 tugs had been sunk.") == {
            "40 tugs had been sunk": ("court", "disputes")
        }

    def test_is_claimed_by_whoever_claims_it_falsely(self):
        assert speakers_and_stances("Orr falsely claimed that 40 tugs were sunk.") == {
            "40 tugs were sunk": ("Orr", "asserts")
        }

    def test_is_granted_where_nobody_disputes_it(self):
        assert speakers_and_stances("Nobody disputes that 40 tugs were sunk.") == {
            "40 tugs were sunk": (None, "asserts")
        }

    @pytest.mark.parametrize("verdict", ["is false", "was simply not true"])
    def test_has_no_second_claim_in_what_the_article_thinks_of_it(self, verdict):
        assert speakers_and_stances(f"Orr said 40 tugs were sunk, which {verdict}.") == {
            "40 tugs were sunk": ("Orr", "asserts")
        }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Minister sagte nicht, dass die Mühle 2019 geschlossen wurde"),
        ("de", "Niemand behauptet, dass die Mühle 2019 geschlossen wurde"),
        ("es", "Nadie afirma que el molino cerró en 2019"),
        ("es", "Ningún experto dijo que murieron 12 personas"),
        ("fr", "Le ministre n'a pas dit que le moulin avait fermé en 2019"),
        ("ru", "Министр не сказал, что мельница была закрыта в 2019 году"),
        ("uk", "Ніхто не стверджує, що млин закрили у 2019 році"),
        ("he", "השר לא אמר כי הטחנה נסגרה בשנת 2019"),
        ("ar", "لم يقل الوزير إن المطحنة أغلقت عام 2019"),
    ],
)
def test_what_is_not_said_is_so_in_other_languages(language, sentence):
    (claim,) = find_claims(f"{sentence}.", language)

    assert (claim.text, claim.speaker) == (sentence, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Minister sagte nicht nur, dass 12 Menschen starben."),
        ("fr", "Une personne a affirmé que 12 élèves étaient morts."),
    ],
)
def test_whoever_said_it_is_kept_in_other_languages(language, text):
    assert find_claims(text, language)[0].cue
