"""The keys of the desk in a real browser: every act, and the next claim at once."""

from __future__ import annotations

import os
import statistics

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from claims.models import Claim, ClaimState, Verdict
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db(transaction=True)

CONTENT = {"summary": "The log shows it.", "rationale": "The log counts 604 crossings [1]."}


def title(page):
    return page.locator("#claim-title")


def press(page, *keys):
    # A page is there to be read before its scripts listen.
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


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

    def test_a_second_press_on_a_decision_is_the_same_decision(self, browse, at, rosa, candidates):
        page = browse(rosa)
        page.goto(at(candidates[0], "state=candidate"))
        sent, held = [], []
        page.on("request", lambda request: sent.append(request.method))
        page.route("**/do/dismiss/**", lambda route: held.append(route), times=1)
        press(page, "x", "4", "Enter")
        page.wait_for_timeout(100)
        held[0].continue_()
        expect(title(page)).to_have_text("Candidate number 1.")

        assert sent.count("POST") == 1

    def test_a_whole_verdict_is_written_with_the_keyboard_alone(self, browse, at, rosa, claim):
        give_evidence(claim, rosa)
        page = browse(rosa)
        page.goto(at(claim))

        press(page, "l")
        expect(page.get_by_text("You have this claim in hand.")).to_be_visible()
        press(page, "2", "Shift+Tab", "Space", "Tab", "Tab", "Space", "Tab")
        page.keyboard.type(CONTENT["summary"])
        press(page, "Escape", "t")
        page.keyboard.type(CONTENT["rationale"])
        press(page, "Control+Enter")

        expect(page.get_by_text("Handed in. Somebody").first).to_be_visible()
        verdict = Verdict.objects.get()
        assert (verdict.rating.key, verdict.summary) == ("mostly-true", CONTENT["summary"])
        assert verdict.said
        assert verdict.confidence

    def test_an_editor_approves_and_publishes_with_the_keyboard_alone(
        self, browse, live_server, emil, submitted
    ):
        page = browse(emil)
        page.goto(live_server.url + reverse("desk:board"))
        press(page, "g", "i")
        expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
        press(page, "j", "Enter")
        expect(title(page)).to_have_text(submitted.claim.text)
        press(page, "y", "Enter")
        expect(page.get_by_text("Approved.", exact=True)).to_be_visible()
        expect(page.locator('[data-goto="inbox"] .count')).to_have_count(0)
        press(page, "p", "Enter")

        expect(page.get_by_text("Published.", exact=True)).to_be_visible()
        submitted.refresh_from_db()
        assert submitted.state == "published"

    def test_twins_are_told_apart_and_merged(self, browse, at, rosa, claim):
        others = [
            Claim.objects.create(text=f"{claim.text} {word}", state="queued", worth=0.1)
            for word in ("again", "once more indeed")
        ]
        page = browse(rosa)
        page.goto(at(claim))
        press(page, "n")
        expect(page.get_by_text("Told apart: they are not the same.")).to_be_visible()
        press(page, "m")

        expect(page.get_by_text("Marked as a duplicate.").first).to_be_visible()
        claim.refresh_from_db()
        assert claim.duplicate_of == others[1]

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


class TestLists:
    def test_a_dismissal_of_several_keeps_what_was_chosen_until_it_has_its_reason(
        self, browse, live_server, rosa, candidates
    ):
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:queue") + "?state=candidate")
        press(page, "j", "v", "j", "v")
        note = page.get_by_label("Note")
        note.fill("Old news.")
        press(page, "Enter")
        assert note.input_value() == "Old news."
        assert not Claim.objects.exclude(state=ClaimState.CANDIDATE).exists()

        page.get_by_label("Reason").select_option("trivial")
        note.press("Enter")

        expect(page.get_by_text("2 claims: done.")).to_be_visible()
        assert Claim.objects.filter(state=ClaimState.DISMISSED).count() == 2
        assert not Claim.objects.filter(state=ClaimState.QUEUED).exists()

    def test_the_search_of_the_bar_looks_in_all_states(self, browse, live_server, rosa, candidates):
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:preferences"))
        press(page, "/")
        page.keyboard.type("Candidate number 7")
        press(page, "Enter")

        expect(page.get_by_role("link", name="Candidate number 7.")).to_be_visible()


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
