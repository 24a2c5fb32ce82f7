"""Words selected in an article or a kept copy, in a real browser."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.intake import take_in
from articles.models import Way
from claims.models import Claim, Evidence, Mention
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db(transaction=True)

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

        expect(page.locator("#claim-title")).to_have_text(words)
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
