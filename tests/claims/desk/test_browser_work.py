"""Nothing that was typed is lost, and two people on one claim, in a real browser."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from claims import workflow
from claims.models import Claim, Verdict
from tests.claims.conftest import write_draft
from tests.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)

IS_KEPT = """async (words) => {
  const kept = () => Object.values(localStorage).join().includes(words);
  while (!kept()) await new Promise(requestAnimationFrame);
}"""


def saved(page):
    """Wait until the page says that the draft lies on the server."""
    return expect(page.locator('[data-saved="saved"]')).to_contain_text("saved")


class TestNothingIsLost:
    def test_a_draft_is_saved_while_it_is_written(self, browse, at, rosa, taken):
        page = browse(rosa)
        page.goto(at(taken))
        page.get_by_label("Summary").fill("Half a sent")

        saved(page)
        assert Verdict.objects.get().summary == "Half a sent"
        expect(page.locator("#checklist")).to_contain_text("Choose a rating.")

    def test_a_lost_connection_keeps_the_words_and_sends_them_later(self, browse, at, rosa, taken):
        page = browse(rosa)
        page.goto(at(taken))
        page.context.set_offline(True)
        page.get_by_label("Summary").fill("Written in a tunnel.")
        expect(page.locator("[data-saved]")).to_contain_text("No connection")

        page.context.set_offline(False)

        saved(page)
        assert Verdict.objects.get().summary == "Written in a tunnel."

    def test_a_closed_tab_offers_the_words_again(self, browse, at, rosa, taken):
        page = browse(rosa)
        page.goto(at(taken))
        page.context.set_offline(True)
        page.get_by_role("textbox", name="Comment").fill("Half a remark")
        page.evaluate(IS_KEPT, "Half a remark")
        page.close()

        page.context.set_offline(False)
        again = page.context.new_page()
        again.goto(at(taken))
        again.get_by_role("button", name="Put it back").click()

        assert again.get_by_role("textbox", name="Comment").input_value() == "Half a remark"

    def test_words_that_were_sent_are_not_offered_again(self, browse, at, emil, rosa, submitted):
        page = browse(emil)
        page.goto(at(submitted.claim, ""))
        page.locator("summary", has_text="Return").click()
        page.get_by_label("Wording", exact=True).check()
        page.get_by_label("To the authors").fill("Say when.")
        page.evaluate(IS_KEPT, "Say when.")
        page.get_by_role("button", name="Return", exact=True).click()
        expect(page.get_by_text("Returned to its authors.")).to_be_visible()

        assert "Say when." not in page.evaluate("JSON.stringify(localStorage)")

    def test_words_that_were_refused_stay_on_the_page_and_in_the_browser(
        self, browse, at, rosa, emil, taken
    ):
        page = browse(rosa)
        page.goto(at(taken))
        workflow.take_over(taken.pk, actor=emil, reason="Deadline.")
        page.get_by_label("Summary").fill("Typed for an hour.")
        page.get_by_role("button", name="Save draft").click()

        expect(page.locator("#notices").get_by_label("Summary")).to_have_value("Typed for an hour.")
        assert "Typed for an hour." in page.evaluate("JSON.stringify(localStorage)")

    def test_a_form_that_was_sent_with_its_page_is_not_offered_again(
        self, browse, live_server, rosa
    ):
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:take_in"))
        page.keyboard.type("Ferry fares rose by 12 percent.")
        page.evaluate(IS_KEPT, "Ferry fares")
        page.get_by_role("button", name="Take in", exact=True).click()
        expect(page.get_by_text("Taken in.")).to_be_visible()

        assert "Ferry fares" not in page.evaluate("JSON.stringify(localStorage)")

    def test_an_expired_login_is_mended_in_another_tab(self, browse, at, live_server, rosa, taken):
        page = browse(rosa)
        page.goto(at(taken))
        page.context.clear_cookies(name="sessionid")
        page.get_by_label("Summary").fill("Typed after the login ran out.")
        expect(page.locator("#trouble-login")).to_be_visible()

        other = page.context.new_page()
        other.goto(live_server.url + reverse("login") + "?next=/desk/logged-in/")
        other.get_by_label("E-mail").fill(rosa.email)
        other.get_by_label("Password").fill("pa55word!x")
        other.get_by_role("button", name="Log in").click()
        expect(other.get_by_text("You are logged in again")).to_be_visible()

        saved(page)
        expect(page.locator("#trouble-login")).to_be_hidden()
        assert Verdict.objects.get().summary == "Typed after the login ran out."

    def test_an_old_form_token_is_renewed_unseen(self, browse, at, rosa, taken):
        page = browse(rosa)
        page.goto(at(taken))
        page.context.clear_cookies(name="csrftoken")
        page.get_by_label("Summary").fill("Typed on a page that lay open for long.")

        saved(page)
        expect(page.locator("#trouble-login")).to_be_hidden()
        assert Verdict.objects.get().summary == "Typed on a page that lay open for long."

    def test_a_killed_web_process_is_waited_for(self, browse, at, live_server, rosa, taken):
        page = browse(rosa)
        with closing(Relay(live_server.url)) as door:
            page.goto(at(taken).replace(live_server.url, door.url))
            door.close()
            page.get_by_label("Summary").fill("Typed while nobody was listening.")
            expect(page.locator("[data-saved]")).to_contain_text("No connection")
            door.open()
            saved(page)
        assert Verdict.objects.get().summary == "Typed while nobody was listening."

    def test_a_button_pressed_during_a_save_waits_for_it(self, browse, at, rosa, drafted):
        page = browse(rosa)
        page.goto(at(drafted.claim, ""))
        held = []
        page.route("**/draft/**", lambda route: held.append(route), times=1)
        page.get_by_label("Summary").fill("Written a moment ago.")
        while not held:
            page.wait_for_timeout(50)
        page.keyboard.press("Control+Enter")
        held[0].continue_()
        expect(page.get_by_text("Handed in. Somebody").first).to_be_visible()
        assert Verdict.objects.get().summary == "Written a moment ago."

    def test_two_tabs_on_one_draft_show_both_texts(self, browse, at, rosa, drafted):
        page = browse(rosa)
        page.goto(at(drafted.claim))
        write_draft(drafted.claim, rosa, rationale="The text of the other tab [1].")
        page.get_by_label("Rationale").fill("The text of this tab [1].")
        expect(page.locator("[data-saved]")).to_contain_text("while you were typing")

        page.get_by_role("button", name="Save draft").click()

        alert = page.get_by_role("alert").first
        expect(alert).to_contain_text("other")
        assert page.get_by_label("Rationale").input_value() == "The text of this tab [1]."
        page.get_by_role("button", name="Save draft").click()
        expect(page.get_by_text("Draft saved.")).to_be_visible()
        drafted.refresh_from_db()
        assert drafted.rationale == "The text of this tab [1]."


class TestTwoPeople:
    def test_see_who_has_the_claim(self, browse, at, rosa, pavel, emil, claim):
        hers, his, editors = browse(rosa), browse(pavel), browse(emil)
        for page in (hers, his):
            page.goto(at(claim))
        hers.get_by_role("button", name="Take").click()
        expect(hers.get_by_text("In your hand until")).to_be_visible()
        his.get_by_role("button", name="Take").click()
        expect(his.get_by_role("alert")).to_contain_text("Rosa has this claim in hand.")

        editors.goto(at(claim))
        editors.locator("summary", has_text="Take over").click()
        editors.get_by_label("Reason").fill("Rosa is ill.")
        editors.get_by_role("button", name="Take over").click()

        expect(editors.get_by_text("In your hand until")).to_be_visible()
        assert Claim.objects.get().lease_by == emil

    def test_are_told_when_a_claim_was_taken_over(self, browse, at, rosa, emil, taken):
        page = browse(rosa)
        page.add_init_script(
            "window.setInterval = ((real) => (work) => real(work, 400))(setInterval)"
        )
        page.goto(at(taken))
        page.get_by_label("Summary").fill("Half a sentence")
        saved(page)
        workflow.take_over(taken.pk, actor=emil, reason="Rosa is ill.")

        page.keyboard.press("Escape")
        page.keyboard.press("ArrowDown")

        expect(page.locator("[data-lease-text]")).to_contain_text("Emil has this claim in hand.")
        assert Verdict.objects.get().summary == "Half a sentence"

    def test_a_heartbeat_keeps_the_claim_in_hand(self, browse, at, rosa, taken):
        soon = timezone.now() + timedelta(minutes=2)
        Claim.objects.filter(pk=taken.pk).update(lease_until=soon)
        page = browse(rosa)
        page.add_init_script(
            "window.setInterval = ((real) => (work) => real(work, 400))(setInterval)"
        )
        page.goto(at(taken))
        with page.expect_response(lambda answer: "/do/extend/" in answer.url):
            page.keyboard.press("ArrowDown")

        taken.refresh_from_db()
        assert taken.lease_until > soon + timedelta(minutes=10)
