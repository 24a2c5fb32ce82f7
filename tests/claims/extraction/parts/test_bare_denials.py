"""A sentence that only denies is a denial of whoever denies, and what stands beside it is kept."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

CHARGE = "Officials said the truce had held for nine days. "
NEGATIVE = ("denies", "disputes")
#: Sentence -> what is kept of it as a denial, and whose it is.
BARE = {
    "The party's leader in the region, Otto Lund, denied this.": "Otto Lund",
    "Rebel commanders dismissed this as far-fetched; one noted that no gun had been moved.": (
        "Rebel commanders"
    ),
    "The rebels, who took Lim in May and have held it since, deny this.": "rebels",
    "A spokesman for the rebels' political wing, Otto Lund, denied that on Monday.": "Otto Lund",
    "In a letter to the Courier on Monday, the rebels' leader, Otto Lund, denied this.": (
        "Otto Lund"
    ),
    "The rebels denied it in a long statement read out on state television.": "rebels",
    "The rebels denied this last night.": "rebels",
    "Otto Lund, who leads the rebels, disputed that account.": "Otto Lund",
    "The rebels brushed that aside.": "rebels",
    "The rebels waved the claim away on Monday.": "rebels",
    "The rebels played it down.": "rebels",
    "The rebels denied as much.": "rebels",
    "Otto Lund, who leads the rebels, pleaded not guilty.": "Otto Lund",
    "Otto Lund, who denies the accusation, is due in court in June.": "Otto Lund",
    "Rebel commanders rejected this as “absurd and baseless”.": "Rebel commanders",
    "The rebels' envoy to the region, Otto Lund, refuted that assertion on Tuesday.": "Otto Lund",
}
#: Sentence -> what the article states beside the denial.
BESIDE = {
    "Rebels rejected this, and 40 soldiers moved into Lim on Monday.": (
        "40 soldiers moved into Lim on Monday"
    ),
    "Rebels rejected this; 40 soldiers moved into Lim on Monday.": (
        "40 soldiers moved into Lim on Monday"
    ),
    "The rebels deny this, but the UN counted 14 breaches in a week.": (
        "the UN counted 14 breaches in a week"
    ),
}


def behind_charge(sentence):
    found = find_claims(CHARGE + sentence, "en")
    return [claim for claim in found if claim.start >= len(CHARGE)]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("sentence", "who"), BARE.items())
def test_what_only_denies_is_a_denial_of_little_worth(sentence, who):
    denial = behind_charge(sentence)[0]

    assert denial.stance in NEGATIVE and denial.speaker == who
    assert denial.text.startswith(sentence[:12]) and denial.score < 0.5


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("sentence", "told"), BESIDE.items())
def test_what_the_article_tells_beside_a_denial_is_kept(sentence, told):
    denial, other = behind_charge(sentence)
    assert denial.stance in NEGATIVE and told not in denial.text
    assert (other.text, other.stance, other.speaker) == (told, "asserts", None)


@pytest.mark.usefixtures("model")
def test_what_a_denial_follows_in_time_or_is_quoted_behind_is_not_denied():
    found = behind_charge(
        "Otto Lund denied misleading the board over the port, after letters showed that he had met "
        "the buyer in May. His party denied reports of a rift: “Lund sold 40 ships.”"
    )

    assert [(claim.text[:10], claim.stance in NEGATIVE) for claim in found] == [
        ("misleading", True), ("he had met", False), ("reports of", True), ("Lund sold ", False),
    ]  # fmt: skip


@pytest.mark.usefixtures("model")
def test_that_with_a_verb_behind_a_time_opens_what_is_denied():
    denied = behind_charge("The rebels denied that on Monday they had shelled Lim.")

    assert [claim.text for claim in denied] == ["on Monday they had shelled Lim"]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels refused to confirm or deny the report.",
        "The rebels would not confirm or deny this.",
        "The rebels neither confirmed nor denied the claim.",
        "The rebels declined to comment.",
        "The rebels could not be reached for comment.",
        "The rebels did not deny the report.",
        "The rebels turned it down.",
        "The rebels have not responded to the claim.",
        "The rebels' leader, Otto Lund, could not be contacted.",
        "The rebels played down the risk of a new war.",
        "The rebels shrugged off the loss of Lim.",
    ],
)
def test_who_leaves_a_thing_open_denies_nothing(sentence):
    assert not [claim for claim in behind_charge(sentence) if claim.stance in NEGATIVE]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Otto Lund, who denies any wrongdoing, was suspended in May.", "was suspended in May"),
        ("The council, which disputes the figures, closed nine schools.", "closed nine schools"),
        ("The firm, which says it employs 400 people, lost 9 million.", "lost 9 million"),
    ],
)
def test_the_clause_around_one_in_which_somebody_speaks_is_told(sentence, told):
    (claim,) = (one for one in find_claims(sentence, "en") if one.text.endswith(told))

    assert claim.stance == "asserts" and claim.speaker is None and len(claim.segments) == 2
