"""Which firm "the firm" and "the company" mean, and what its maker is called."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")


def test_the_company_is_the_one_that_leads_what_is_said_in_the_same_sentence():
    told = speakers(
        "Oster Mills rose 4 percent. Petra Lund noted that Varn Steel had put its debt at nine "
        "million crowns; the company said it was 8 million."
    )

    assert told["it was 8 million"] == "Varn Steel"


@pytest.mark.parametrize("kind", ["maker", "supplier", "publisher", "landlord"])
def test_a_name_behind_what_a_firm_makes_or_owns_is_its_name(kind):
    told = speakers(
        f"The {kind} of the software, Sundholm, told the Courier that 40 films were lost. The "
        "setting was changed in May, according to the firm."
    )

    assert told["40 films were lost"] == "Sundholm"
    assert told["The setting was changed in May"] == "Sundholm"


def test_a_person_behind_an_office_is_who_speaks():
    told = speakers("The head of the union, Karin Lind, said 40 films were lost.")

    assert told["40 films were lost"] == "Karin Lind"


@pytest.mark.parametrize("people", ["Critics", "Residents", "Campaigners"])
def test_people_who_spoke_last_are_no_company(people):
    told = speakers(
        f"{people} say the mine has displaced 3,000 families. The company says it is 412."
    )

    assert told["it is 412"] == "company"


@pytest.mark.parametrize("figure", ["Sales", "Profits", "Turnover"])
def test_what_a_firm_counts_is_no_name_of_it(figure):
    assert speakers(f"{figure} fell by 9%, the company said.") == {
        f"{figure} fell by 9%": "company"
    }
    text = f"Sundholm has shut two mills. {figure} fell by 9%. The company said it had lost 40 men."
    assert speakers(text)["it had lost 40 men"] == "Sundholm"


def test_a_number_that_leads_a_sentence_is_no_firm():
    text = "Nine had drowned near Orno, said Ann Lund, a captain. The firm said 40 men had left."
    assert speakers(text)["40 men had left"] == "firm"
