"""Names of people in which a tagger or a word list takes a word for another one."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def speakers(text):
    return {claim.speaker for claim in find_claims(text, "en")}


@pytest.mark.parametrize("name", ["Teodora Lasker", "Per Anker", "Perpetua Noakes"])
def test_a_person_s_name_is_one_whatever_its_first_word_looks_like(name):
    text = f"That is untrue, according to {name}. The port lost 40 boats, {name} said on Monday."

    assert speakers(text) == {name}


def test_a_known_preposition_before_a_name_is_no_part_of_it():
    text = "Unlike Orr, Ada Holm sold 40 boats. Mr Orr said the port lost six."

    assert speakers(text) == {None, "Orr"}
