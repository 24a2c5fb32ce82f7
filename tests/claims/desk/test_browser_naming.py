"""Names of colleagues, completed while they are typed, in a real browser."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from claims.models import Comment
from tests.browsing import sideways, violations
from tests.claims.conftest import person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def colleagues(pavel, emil, otto):
    return [person("Petra Lund", "fact-checker"), person("פנינה לוי", "fact-checker")]


@pytest.fixture
def remark(browse, at, rosa, claim, colleagues):
    """The field of a comment on Rosa's page."""
    page = browse(rosa)
    page.goto(at(claim))
    return page.get_by_role("textbox", name="Comment")


def offered(field):
    return field.page.locator("#naming").get_by_role("option")


class TestCompletion:
    def test_offers_colleagues_whose_name_begins_so(self, remark):
        remark.press_sequentially("Ask @p")

        expect(offered(remark)).to_have_text(["Pavel@Pavel", "Petra Lund@Petra"])
        expect(remark).to_have_attribute("aria-activedescendant", "naming-0")

    def test_knows_nobody_from_outside_and_not_oneself(self, remark):
        remark.press_sequentially("Ask @")
        expect(offered(remark).first).to_be_visible()

        names = " ".join(offered(remark).all_inner_texts())
        assert "Emil" in names
        assert "Otto" not in names
        assert "Rosa" not in names

    @pytest.mark.parametrize("key", ["Enter", "Tab"])
    def test_writes_the_chosen_one_by_keyboard(self, remark, key):
        remark.press_sequentially("Ask @p")
        expect(offered(remark)).to_have_count(2)
        remark.press("ArrowDown")
        remark.press(key)
        remark.press_sequentially("about it.")

        assert remark.input_value() == "Ask @Petra about it."
        expect(offered(remark)).to_have_count(0)

    def test_writes_the_one_that_is_clicked(self, remark):
        remark.press_sequentially("Ask @p")
        offered(remark).filter(has_text="Petra").click()

        assert remark.input_value() == "Ask @Petra "
        expect(remark).to_be_focused()

    def test_goes_with_escape_and_leaves_the_words(self, remark):
        remark.press_sequentially("Ask @p")
        expect(offered(remark)).to_have_count(2)
        remark.press("Escape")

        expect(offered(remark)).to_have_count(0)
        expect(remark).to_be_focused()
        assert remark.input_value() == "Ask @p"

    def test_leaves_addresses_and_other_keys_alone(self, remark):
        remark.press_sequentially("rosa@p")
        remark.press("Enter")
        remark.press_sequentially("more")

        assert remark.input_value() == "rosa@p\nmore"

    def test_finds_names_of_another_script(self, remark):
        remark.press_sequentially("@פנ")
        expect(offered(remark)).to_have_count(1)
        remark.press("Enter")

        assert remark.input_value() == "@פנינה "

    @pytest.mark.parametrize("language", ["en", "he"])
    def test_breaks_no_rule_of_accessibility_on_a_narrow_screen(
        self, browse, at, rosa, claim, colleagues, language
    ):
        rosa.language = language
        rosa.save()
        page = browse(rosa, viewport={"width": 390, "height": 780})
        page.goto(at(claim))
        field = page.locator("#comments textarea")
        field.press_sequentially("@")
        expect(offered(field).first).to_be_visible()

        assert not violations(page)
        assert sideways(page) <= 0


def test_a_name_is_typed_whole_without_scripts(browse, at, rosa, pavel, claim):
    page = browse(rosa, java_script_enabled=False)
    page.goto(at(claim))
    page.get_by_role("textbox", name="Comment").fill("@Pavel, look.")
    page.get_by_role("button", name="Add comment").click()

    assert Comment.objects.get().body == "@Pavel, look."


def test_names_are_for_the_desk_alone(at_desk, client, otto, rosa):
    page = reverse("desk:people")

    assert at_desk(otto).get(page).status_code == 403
    assert client.get(page).status_code == 302
    assert at_desk(rosa).get(page).json() == {"people": []}
