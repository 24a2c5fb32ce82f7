"""Where what somebody reports begins and ends, and whose report it is."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

TABLE = [
    # what goes on behind the source
    ("The ship sailed, Orr said, until the engine failed in May.", "Orr",
     "The ship sailed, Orr said, until the engine failed in May"),
    ("The mine made money, Ms Lind said, although 40 men were ill.", "Lind",
     "The mine made money, Ms Lind said, although 40 men were ill"),
    ("The clinic was never told, Orr added, of any leak.", "Orr",
     "The clinic was never told, Orr added, of any leak"),
    ("The roof was known, Holm said, unless the files are lost.", "Holm",
     "The roof was known, Holm said, unless the files are lost"),
    ("The mine lost 4 million crowns, Orr said, because coal fell by half.", "Orr",
     "coal fell by half"),
    # what does not
    ("The dam broke in May, Orr said, without giving a reason.", "Orr", "The dam broke in May"),
    ("The dam broke in May, Orr said, while walking to a car.", "Orr", "The dam broke in May"),
    # a source between subject and verb
    ("Lim, as one of the advisers noted, has lost 40 schools.", None,
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
]  # fmt: skip


@pytest.fixture(autouse=True, params=["bundle", "blank"])
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)


@pytest.mark.parametrize(("text", "speaker", "said"), TABLE, ids=[row[0] for row in TABLE])
def test_what_is_said_is_whole_and_has_its_source(text, speaker, said):
    assert (said, speaker) in [(claim.text, claim.speaker) for claim in find_claims(text, "en")]


def test_a_description_does_not_hide_a_verb_of_saying():
    text = "Ada Orr, a nurse who was there, recalled, “Four men went down in the night.”"
    (claim,) = find_claims(text, "en")

    assert (claim.speaker, claim.quotation) == ("Ada Orr", "direct")
