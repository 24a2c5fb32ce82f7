"""What several people do with one claim, in a real browser; a phone; a text from right to left."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.intake import take_in
from articles.models import Way
from claims import intake, workflow
from claims.models import Claim, ClaimState, SecondOpinion, Verdict
from tests.browsing import sideways, violations
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db(transaction=True)

HEBREW = "נמל העיר גדל בחצי בשנת 2024, אמרה המנהלת.\n\nהעירייה הכחישה זאת."


class TestBlindCheck:
    def test_a_dispute_is_answered_blindly_and_ruled_on(
        self, browse, live_server, pavel, emil, submitted
    ):
        opinion = workflow.ask_second(submitted.pk, actor=emil)
        page = browse(pavel)
        page.goto(live_server.url + reverse("desk:claim", args=[submitted.claim_id]))
        expect(page.get_by_text(submitted.summary)).to_have_count(0)
        page.get_by_role("link", name="Answer it").click()
        page.get_by_label("False", exact=True).check()
        page.get_by_label("Said so").check()
        page.get_by_label("Why").fill("I read the log otherwise.")
        page.get_by_role("button", name="Answer").click()
        expect(page.get_by_text("The answers differ")).to_be_visible()

        editors = browse(emil)
        editors.goto(live_server.url + reverse("desk:seconds"))
        editors.get_by_role("link", name=submitted.claim.text).click()
        expect(editors.get_by_text(submitted.summary)).to_be_visible()
        expect(editors.get_by_text("I read the log otherwise.")).to_be_visible()
        assert not violations(editors)
        editors.get_by_role("radio", name="The first").check()
        editors.get_by_label("Why").fill("The log is plain.")
        editors.get_by_role("button", name="Rule").click()

        expect(editors.get_by_text("The second check is settled.")).to_be_visible()
        opinion = SecondOpinion.objects.get(pk=opinion.pk)
        assert (opinion.ruled_by, opinion.ruling) == (emil, SecondOpinion.Ruling.FIRST)
        assert (opinion.first_rating.key, opinion.rating.key) == ("mostly-true", "false")


class TestBulk:
    def test_several_are_dismissed_and_each_is_answered(
        self, browse, live_server, pavel, taken, candidates
    ):
        page = browse(pavel)
        page.goto(f"{live_server.url}{reverse('desk:queue')}?state=all&sort=oldest")
        page.keyboard.press("j")
        for _row in range(3):
            page.keyboard.press("v")
            page.keyboard.press("j")
        expect(page.locator("[data-chosen]")).to_have_text("3")
        page.get_by_label("Reason").select_option("trivial")
        page.get_by_role("button", name="Dismiss").click()

        expect(page.get_by_text("Rosa has this claim in hand.")).to_be_visible()
        expect(page.get_by_text("2 claims: done.")).to_be_visible()
        assert not violations(page)
        assert Claim.objects.filter(state=ClaimState.DISMISSED).count() == 2


class TestRightToLeft:
    def test_a_hebrew_article_is_read_and_checked(self, browse, at, live_server, rosa, dana):
        snapshot = take_in(HEBREW, way=Way.PASTE, language_tag="he").snapshot
        claim = intake.enter(snapshot.pk, actor=dana, text="", start=0, end=25)
        page = browse(rosa)
        page.goto(at(claim))

        direction = "element => getComputedStyle(element).direction"
        for place in ("#text", "#text .article__par", "#claim-title"):
            assert page.locator(place).first.evaluate(direction) == "rtl"
        assert page.locator("html").evaluate(direction) == "ltr"
        mark, pane = (page.locator(one).first.bounding_box() for one in ("a.lit", "#text"))
        assert mark["x"] + mark["width"] > pane["x"] + pane["width"] * 0.9
        page.get_by_role("button", name="Take").click()
        page.get_by_label("Summary").fill("היומן מראה זאת.")
        assert page.get_by_label("Summary").evaluate("field => field.matches(':dir(rtl)')")
        expect(page.locator('[data-saved="saved"]')).to_contain_text("saved")
        assert not violations(page)


class TestPhone:
    def test_a_verdict_is_written_and_handed_in(self, browse, at, rosa, claim):
        give_evidence(claim, rosa)
        page = browse(rosa, viewport={"width": 390, "height": 780}, has_touch=True)
        page.goto(at(claim))
        page.get_by_role("button", name="Take").tap()
        page.get_by_label("Said so").tap()
        page.get_by_label("Mostly true").tap()
        page.get_by_label("High").tap()
        page.get_by_label("Summary").fill("The log shows it.")
        page.get_by_label("Rationale").fill("The log counts 604 crossings [1].")
        assert sideways(page) <= 0
        assert not violations(page)
        page.get_by_role("button", name="Submit").tap()

        expect(page.get_by_text("Handed in. Somebody").first).to_be_visible()
        assert Verdict.objects.get().state == "submitted"

    @pytest.mark.parametrize("language", ["en", "he"])
    def test_the_current_entry_of_a_bar_is_in_view(self, browse, live_server, emil, language):
        emil.language = language
        emil.save()
        page = browse(emil, viewport={"width": 390, "height": 780})
        page.goto(live_server.url + reverse("reports:index"))

        expect(page.locator(".topbar__nav [aria-current]")).to_be_in_viewport(ratio=0.95)
