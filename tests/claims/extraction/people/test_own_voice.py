"""What a newspaper found out itself is said in the article's own voice."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return [
        (claim.text, claim.speaker, claim.stance, claim.quotation)
        for claim in find_claims(text, "en")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nine boats sank in May, the Courier has learned.",
        "The Oster Herald can reveal that nine boats sank in May.",
        "The Oster Herald understands that nine boats sank in May.",
        "This newspaper has learned that nine boats sank in May.",
        "The BBC has learned that nine boats sank in May.",
    ],
)
def test_what_a_newspaper_has_learned_is_said_by_the_article(text):
    [(said, *rest)] = told(text)

    assert said.lower() == "nine boats sank in may"
    assert rest == [None, "asserts", "none"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The police have learned that nine boats sank in May.", "police"),
        ("Ada Holm has learned that nine boats sank in May.", "Ada Holm"),
        ("The Courier reported that nine boats sank in May.", "Courier"),
    ],
)
def test_what_others_have_learned_or_a_newspaper_reports_is_said_by_them(text, speaker):
    [(_, named, _, quotation)] = told(text)

    assert (named, quotation) == (speaker, "indirect")


@pytest.mark.parametrize(
    "law", ["Freedom of Information Act", "Public Records Law", "Harbour Regulations"]
)
def test_no_law_speaks_in_papers_released_under_it(law):
    [(_, speaker, *_)] = told(f"Emails released under the {law} show that nine boats sank in May.")

    assert speaker == "Emails"
