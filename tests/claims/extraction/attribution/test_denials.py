"""Every way to deny that news uses, whose denial it is, and what only looks like one.

The lists were written one after the other, each before the rules for it: at first sight 18 of 40,
17 of 30 and 14 of 20 were found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.extraction import find_claims

NEGATIVE = ("denies", "disputes")
LIST = Path(__file__).with_name("denials.txt").read_text(encoding="utf-8")


def listed():
    """Denials and assertions of the list, each with the introduction before its sentence."""
    denials, assertions, introduction = [], [], ""
    for line in LIST.splitlines():
        mark, _, rest = line.partition(" ")
        parts = [part.strip() for part in rest.split("|")]
        if mark == ">":
            introduction = rest + " "
        elif mark == "!":
            assertions.append((introduction, *parts))
        elif line and mark != "#":
            denials.append((introduction, *(part.strip() for part in line.split("|"))))
    return denials, assertions


DENIALS, ASSERTIONS = listed()
#: What word lists alone miss: verbs and a name that they take for other words.
ONLY_PARSED = (
    "Velde poured cold water",
    "Velde scoffed at",
    "A spokesman for the authority, Per",
    "Farro has denied bullying",
)


def found_in(introduction, sentence):
    found = find_claims(introduction + sentence, "en")
    return [claim for claim in found if claim.start >= len(introduction)]


@pytest.mark.parametrize(("introduction", "sentence", "denied", "who"), DENIALS)
def test_a_denial_names_what_is_denied_and_by_whom(introduction, sentence, denied, who, model):
    if model == "blank" and sentence.startswith(ONLY_PARSED):
        pytest.skip("needs a tagger")
    claims = [claim for claim in found_in(introduction, sentence) if denied in claim.text]

    assert [claim.stance for claim in claims if claim.stance in NEGATIVE]
    speakers = {claim.speaker for claim in claims} | {claim.reported_by for claim in claims}
    assert any((name or "").endswith(who) for name in speakers)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("introduction", "sentence", "part"), ASSERTIONS)
def test_other_sentences_deny_nothing(introduction, sentence, part):
    stances = [c.stance for c in found_in(introduction, sentence) if part in c.text]
    assert not set(stances) & set(NEGATIVE)


class TestWhatIsDenied:
    def denied(self, sentence):
        return [claim.text for claim in find_claims(sentence, "en") if claim.stance in NEGATIVE]

    def test_stands_without_the_frame_that_denies_it(self):
        assert self.denied("Ada Holm said reports that nine men had drowned were untrue.") == [
            "nine men had drowned"
        ]
        assert self.denied("“It is a lie that nine men drowned,” Ada Holm said.") == [
            "nine men drowned"
        ]
        assert self.denied("The claim that nine men drowned was denied by the navy.") == [
            "nine men drowned"
        ]

    def test_keeps_the_word_that_points_at_it(self):
        assert self.denied("Ada Holm does not accept that figure.") == ["that figure"]

    def test_is_disputed_by_who_calls_it_something_else(self):
        text = "Ada Holm blamed the press and called reports of a leak “a fairy tale”."

        assert self.denied(text) == ["reports of a leak “a fairy tale"]

    def test_is_what_was_asked_where_the_answer_is_a_bare_no(self):
        asked = "Asked whether the tug had sunk in May, Ada Holm said it had not."

        assert self.denied(asked) == ["the tug had sunk in May"]

    @pytest.mark.parametrize(
        "answer",
        ["Ada Holm said no.", "Ada Holm replied: “Absolutely not.”", "she answered: “Never.”"],
    )
    def test_is_what_was_asked_whatever_the_word_for_no(self, answer):
        asked = f"Pressed by Per Orr, the judge, on whether the tug had sunk in May, {answer}"

        assert self.denied(asked) == ["the tug had sunk in May"]

    def test_is_not_what_somebody_goes_on_to_say_behind_a_no(self):
        text = "Asked whether she had hidden 40 letters, Ada Holm said: “No. We sent 40 in May.”"

        assert [(c.text, c.stance) for c in find_claims(text, "en")] == [
            ("she had hidden 40 letters", "denies"),
            ("We sent 40 in May", "asserts"),
        ]

    @pytest.mark.parametrize(
        "answer", ["“I had not,” Per Brand said.", "“No,” Per Brand replied. “I was ill.”"]
    )
    def test_is_what_a_question_puts_to_somebody(self, answer):
        text = f"“You had sold 40 tugs in May, hadn’t you?” Ada Holm asked. {answer}"
        found = [(c.speaker, c.text) for c in find_claims(text, "en") if c.stance == "denies"]

        assert found == [("Per Brand", "You had sold 40 tugs in May")]

    def test_is_nothing_where_a_question_only_asks(self):
        text = "“Did you sell 40 tugs in May?” Ada Holm asked. “I had not,” Per Brand said."

        assert not self.denied(text)

    def test_is_nothing_where_nothing_is_answered(self):
        assert not self.denied("Asked whether the tug had sunk, Ada Holm said nothing.")
        assert not self.denied("The port did not reply to questions about why 40 tugs had sunk.")

    def test_is_the_whole_of_what_somebody_did(self):
        text = "The mate has denied ignoring warnings that the pump had failed."

        assert self.denied(text) == ["ignoring warnings that the pump had failed"]

    @pytest.mark.parametrize(
        "named",
        [
            "dismissed as false a claim in the Courier, and later withdrawn,",
            "rejected the claim, made in a letter to the court,",
        ],
    )
    def test_is_found_behind_a_description_of_the_claim(self, named):
        assert self.denied(f"Ada Holm {named} that 40 tugs had sunk.") == ["40 tugs had sunk"]

    def test_is_no_part_of_what_is_said_before_it(self):
        text = "Ada Holm said the tug had sunk in May, although she denied that nine men had died."

        assert [(c.text, c.stance) for c in find_claims(text, "en")] == [
            ("the tug had sunk in May", "asserts"),
            ("nine men had died", "denies"),
        ]

    def test_the_frame_is_no_claim_of_the_article(self):
        text = "There is no truth whatever in reports that nine men drowned, Ada Holm said."

        assert [claim.text for claim in find_claims(text, "en")] == ["nine men drowned"]

    def test_what_else_is_said_beside_it_is_asserted(self):
        text = "“It is a lie that nine men drowned. We saved 40,” Ada Holm said."

        assert [(c.text, c.stance) for c in find_claims(text, "en")] == [
            ("nine men drowned", "disputes"),
            ("We saved 40", "asserts"),
        ]

    def test_is_the_speakers_own_statement_when_that_rejects_a_charge(self):
        text = "“There were nine lifeboats,” Ada Holm said, rejecting the accusations."

        assert self.denied(text) == ["There were nine lifeboats"]
