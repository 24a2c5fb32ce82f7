"""A day's work in a real browser: keys, decide and go on, and nothing that was typed is lost."""

from __future__ import annotations

import os
import statistics
from contextlib import closing
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.intake import take_in
from articles.models import Way
from claims import workflow
from claims.models import Claim, ClaimState, Evidence, Mention, Verdict
from tests.claims.conftest import give_evidence, write_draft
from tests.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)

CONTENT = {"summary": "The log shows it.", "rationale": "The log counts 604 crossings [1]."}


@pytest.fixture
def at(live_server):
    """The address of a claim's page, with the list it is seen from."""

    def address(claim, filters="state=queued"):
        return f"{live_server.url}{reverse('desk:claim', args=[claim.pk])}?{filters}"

    return address


@pytest.fixture
def candidates(db):
    return [
        Claim.objects.create(text=f"Candidate number {number}.", worth=(20 - number) / 20)
        for number in range(12)
    ]


def title(page):
    return page.locator("#claim-title")


class TestKeys:
    def test_ten_claims_are_decided_with_the_keyboard_alone(self, browse, at, rosa, candidates):
        page = browse(rosa)
        page.goto(at(candidates[0], "state=candidate"))
        for number in range(10):
            expect(title(page)).to_have_text(f"Candidate number {number}.")
            if number % 2:
                page.keyboard.press("x")
                page.keyboard.press("4")
            else:
                page.keyboard.press("s")
        expect(title(page)).to_have_text("Candidate number 10.")

        states = [claim.state for claim in Claim.objects.order_by("-worth")]
        assert states[:10] == [ClaimState.QUEUED, ClaimState.DISMISSED] * 5
        assert set(states[10:]) == {ClaimState.CANDIDATE}

    def test_a_whole_verdict_is_written_with_the_keyboard_alone(self, browse, at, rosa, claim):
        give_evidence(claim, rosa)
        page = browse(rosa)
        page.goto(at(claim))

        page.keyboard.press("l")
        expect(page.get_by_text("You have this claim in hand.")).to_be_visible()
        page.keyboard.press("2")
        page.keyboard.press("t")
        page.keyboard.type(CONTENT["rationale"])
        page.keyboard.press("Shift+Tab")
        page.keyboard.type(CONTENT["summary"])
        page.get_by_label("Said so").focus()
        page.keyboard.press("Space")
        page.get_by_label("High").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Control+Enter")

        expect(page.get_by_text("Handed in. Somebody").first).to_be_visible()
        assert Verdict.objects.get().rating.key == "mostly-true"

    def test_rest_inside_fields(self, browse, at, rosa, claim):
        page = browse(rosa)
        page.goto(at(claim))

        page.keyboard.press("c")
        page.keyboard.type("slx?")

        assert page.get_by_role("textbox", name="Comment").input_value() == "slx?"
        assert Claim.objects.get().state == ClaimState.QUEUED

    def test_go_through_the_list_and_the_article(self, browse, at, rosa, dana, candidates):
        page = browse(rosa)
        page.goto(at(candidates[0], "state=candidate"))
        page.keyboard.press("j")
        expect(title(page)).to_have_text("Candidate number 1.")
        page.keyboard.press("k")
        expect(title(page)).to_have_text("Candidate number 0.")
        page.keyboard.press("g")
        page.keyboard.press("a")

        expect(page.get_by_role("heading", name="Articles")).to_be_visible()

    def test_are_shown_on_a_sheet_and_on_the_buttons(self, browse, at, rosa, claim):
        page = browse(rosa)
        page.goto(at(claim))
        page.keyboard.press("?")

        expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        page.keyboard.press("Escape")
        assert page.locator('[data-act="take"] .key').inner_text() == "L"

    def test_can_be_changed_and_switched_off(self, browse, live_server, at, rosa, claim):
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:preferences"))
        page.get_by_text("Change keys").click()
        page.get_by_label("Take in hand or release").fill("U")
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.get_by_role("button", name="Save").click()
        page.wait_for_load_state()
        page.goto(at(claim))
        expect(page.locator('[data-act="take"] .key')).to_have_text("U")
        page.keyboard.press("u")
        expect(page.get_by_text("You have this claim in hand.")).to_be_visible()

        page.goto(live_server.url + reverse("desk:preferences"))
        page.get_by_label("Use single keys").uncheck()
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.get_by_role("button", name="Save").click()
        page.wait_for_load_state()
        page.goto(at(claim))
        assert page.locator("body").get_attribute("data-keymap") is None
        page.keyboard.press("u")
        page.reload()
        assert Claim.objects.get().state == ClaimState.IN_PROGRESS

    def test_undo_within_ten_seconds(self, browse, at, rosa, candidates):
        page = browse(rosa)
        page.goto(at(candidates[0], "state=candidate"))
        page.keyboard.press("s")
        expect(title(page)).to_have_text("Candidate number 1.")

        page.keyboard.press("z")

        expect(title(page)).to_have_text("Candidate number 0.")
        candidates[0].refresh_from_db()
        assert candidates[0].state == ClaimState.CANDIDATE


TIME_TO_NEXT = """async (expected) => {
  const start = performance.now();
  const key = new KeyboardEvent("keydown", { key: "s", bubbles: true });
  document.dispatchEvent(key);
  const here = () => document.querySelector("#claim-title")?.textContent;
  while (here() !== expected) await new Promise((go) => setTimeout(go, 1));
  return performance.now() - start;
}"""


@pytest.mark.skipif(
    "PYTEST_XDIST_WORKER" in os.environ, reason="A timing needs the machine for itself: use -n 0."
)
class TestSpeed:
    def test_the_next_claim_is_there_at_once(self, browse, at, live_server, rosa, candidates):
        page = browse(rosa)
        bare = []
        for _turn in range(5):
            page.goto(live_server.url + reverse("desk:preferences"))
            timing = "performance.getEntriesByType('navigation')[0]"
            bare.append(page.evaluate(f"{timing}.responseEnd - {timing}.requestStart"))
        page.goto(at(candidates[0], "state=candidate"))
        taken = []
        for number in range(6):
            page.locator('[data-prefetch="done"]').wait_for()
            taken.append(
                page.evaluate(
                    TIME_TO_NEXT,
                    f"Candidate number {number + 1}.",
                )
            )

        # A verb writes to the trail under a lock; a bare page reads a session and a person.
        assert statistics.median(taken) < 4 * statistics.median(bare), (taken, bare)


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
        page.goto(at(drafted.claim))
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


# Makes what happens every minute happen every 400 milliseconds.
HURRY = "window.setInterval = ((real) => (work) => real(work, 400))(setInterval)"
SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let seen = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const points = [...node.data];
    const at = (point) => points.slice(0, point - seen).join("").length;
    if (from >= seen && from < seen + points.length) range.setStart(node, at(from));
    if (to > seen && to <= seen + points.length) { range.setEnd(node, at(to)); break; }
    seen += points.length;
  }
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


class TestSelection:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("The port grew by half in 2024.\n\nIts director said so.", "grew by half"),
            ("😀 The port 𝟙 grew by half.\n\nMore text.", "grew by half"),
            ("נמל העיר גדל בחצי בשנת 2024, אמרה המנהלת.", "גדל בחצי"),
        ],
    )
    def test_becomes_a_claim_at_exactly_that_place(self, browse, live_server, rosa, text, words):
        snapshot = take_in(text, way=Way.PASTE).snapshot
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:article", args=[snapshot.article_id]))
        start = text.index(words)
        page.evaluate(SELECT, [start, start + len(words)])

        page.get_by_role("button", name="New claim").click()
        page.get_by_role("button", name="Enter the claim").click()

        expect(title(page)).to_have_text(words)
        mention = Mention.objects.get()
        assert (mention.start, mention.end, mention.quote) == (start, start + len(words), words)

    def test_widens_the_place_of_a_claim(self, browse, at, rosa, claim, snapshot):
        mention = claim.first_mention
        page = browse(rosa)
        page.goto(at(claim))
        page.evaluate(SELECT, [mention.start, mention.end + 8])
        page.get_by_role("button", name="This claim stands for these words").click()
        page.get_by_role("button", name="Stand for these words").click()

        expect(page.get_by_text("The claim stands for these words now.")).to_be_visible()
        mention.refresh_from_db()
        assert mention.quote == snapshot.text[mention.start : mention.end]
        assert mention.quote.startswith(claim.text)

    def test_is_split_off_as_a_claim_of_its_own(self, browse, at, rosa, claim, snapshot):
        mention = claim.first_mention
        words = "in five years"
        page = browse(rosa)
        page.goto(at(claim))
        page.evaluate(SELECT, [mention.end - len(words), mention.end])
        page.get_by_role("button", name="Split off").click()
        page.get_by_role("button", name="Split them off as a claim").click()

        expect(page.get_by_text("Split off: the new claim waits in the queue.")).to_be_visible()
        mention.refresh_from_db()
        other = Mention.objects.exclude(pk=mention.pk).get()
        assert other.quote == words
        assert (other.claim.kind, other.claim.claimant) == (claim.kind, claim.claimant)
        assert not mention.quote.endswith((words, " "))
        assert snapshot.text[mention.start : mention.end] == mention.quote

    def test_is_marked_as_no_claim(self, browse, at, rosa, claim):
        mention = claim.first_mention
        page = browse(rosa)
        page.goto(at(claim))
        page.evaluate(SELECT, [mention.start, mention.end])
        page.get_by_role("button", name="Not a claim").click()
        page.keyboard.press("Enter")

        expect(page.get_by_text("Dismissed.")).to_be_visible()
        assert Claim.objects.get().dismissal_reason == "not_a_claim"

    def test_is_pinned_as_a_quote(self, browse, at, rosa, taken):
        give_evidence(taken, rosa, quote="")
        page = browse(rosa)
        page.goto(at(taken))
        page.get_by_text("Read the copy").click()
        expect(page.locator("#copy-text")).to_contain_text("604 crossings")
        page.evaluate(
            """() => {
              const range = document.createRange();
              range.selectNodeContents(document.getElementById("copy-text"));
              document.getSelection().removeAllRanges();
              document.getSelection().addRange(range);
            }"""
        )
        page.keyboard.press("q")
        page.get_by_role("button", name="Pin", exact=True).click()

        expect(page.get_by_text("Quote pinned.")).to_be_visible()
        assert Evidence.objects.get().quote == "In 2024: 604 crossings."
