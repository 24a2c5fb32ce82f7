"""The desk in a real browser: looks, accessibility, and what scripts add."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from claims import workflow
from claims.delivery import notices
from claims.models import Claim, ClaimState, ReportFile, Side, Verdict
from tests.browsing import look_at
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db(transaction=True)

UNBROKEN = "Pier" * 50  # what somebody pastes has not always blanks


@pytest.fixture
def pages(taken, submitted, snapshot, candidate, quill, dana, emil):
    """Every kind of page that the desk has, by name."""
    opinion = workflow.ask_second(submitted.pk, actor=emil)
    mine = workflow.accept(candidate.pk, actor=dana)
    workflow.take(mine.pk, actor=dana)
    write_draft(mine, dana)
    workflow.edit(mine.pk, actor=dana, text=f"{mine.text} {UNBROKEN}")
    Claim.objects.create(text=f"{mine.text} It was open all year.", worth=0.4)
    body = f"@dana, look at this, please: {UNBROKEN}"
    workflow.comment(submitted.claim_id, actor=emil, body=body)
    Article.objects.update(headline=UNBROKEN)
    notices.deliver()
    Side.objects.create(key="harbour", name="Harbour party")
    today = timezone.localdate()
    file = ReportFile.objects.create(
        kind="pdf", title=UNBROKEN, start=today, end=today, asked_by=dana, ui_language="en",
        state="failed", reason="The worker stopped.", attempt=1, started_at=timezone.now(),
        heartbeat_at=timezone.now(), finished_at=timezone.now(),
    )  # fmt: skip
    return {
        "login": reverse("login"),
        "reset": reverse("password_reset"),
        "queue": reverse("desk:queue") + "?state=all",
        "nothing found": reverse("desk:queue") + "?q=zeppelin",
        "claim": reverse("desk:claim", args=[taken.pk]),
        "articles": reverse("desk:articles"),
        "article": reverse("desk:article", args=[snapshot.article_id]),
        "take in": reverse("desk:take_in"),
        "inbox": reverse("desk:inbox"),
        "patterns": reverse("desk:patterns"),
        "draft": reverse("desk:claim", args=[mine.pk]),
        "board": reverse("desk:board"),
        "notices": reverse("desk:notices") + "?show=all",
        "preferences": reverse("desk:preferences"),
        "second checks": reverse("desk:seconds"),
        "second check": reverse("desk:second", args=[opinion.pk]),
        "readers": reverse("desk:readers"),
        "asking": reverse("desk:ask_reply", args=[taken.pk]),
        "logged in": reverse("desk:logged_in"),
        "corrections": reverse("desk:corrections"),
        "webhooks": reverse("desk:webhooks"),
        "reports": reverse("reports:index"),
        "figure": reverse("reports:figure", args=["balance-claimants"]),
        "kept reports": reverse("reports:kept"),
        "file of a report": reverse("reports:file", args=[file.pk]),
        "review sheet": reverse("reports:sheet", args=[submitted.pk]),
        "report of a claimant": reverse("reports:claimant", args=[quill.pk]),
        "not there": "/desk/nothing-here/",
    }


class TestEveryPage:
    def test_breaks_no_rule_of_accessibility_and_fits_the_screen(
        self, browse, live_server, dana, pages
    ):
        page = browse(dana)
        found = []
        for name, address in pages.items():
            page.goto(live_server.url + address)
            found += [f"{name}: {line}" for line in look_at(page)]

        assert not found, "\n".join(found)

    def test_does_so_from_right_to_left(self, browse, live_server, dana, pages):
        dana.language = "he"
        dana.save()
        page = browse(dana)
        found = []
        for name, address in pages.items():
            page.goto(live_server.url + address)
            # The login belongs to nobody yet, and asks the browser.
            assert page.evaluate("document.dir") == "rtl" or "/accounts/" in address, name
            found += [f"{name}: {line}" for line in look_at(page, [390, 1440], dark=False)]

        assert not found, "\n".join(found)


class TestWithScripts:
    def test_a_verb_swaps_the_claim_and_says_so(self, browse, live_server, rosa, claim):
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:claim", args=[claim.pk]))
        page.evaluate("window.stayed = true")

        page.get_by_role("button", name="Take").click()

        expect(page.get_by_text("You have this claim in hand.")).to_be_visible()
        assert page.evaluate("window.stayed"), "the page was loaded anew"
        expect(page.get_by_role("button", name="Release")).to_be_visible()

    def test_a_refusal_is_shown_in_place(self, browse, live_server, pavel, rosa, claim):
        page = browse(pavel)
        page.goto(live_server.url + reverse("desk:claim", args=[claim.pk]))
        workflow.take(claim.pk, actor=rosa)

        page.get_by_role("button", name="Take").click()

        expect(page.get_by_role("alert")).to_contain_text("Rosa has this claim in hand.")
        expect(page.get_by_role("alert")).to_be_focused()
        page.reload()
        expect(page.locator("#claim-title")).to_be_visible()

    def test_a_lost_login_leaves_the_typed_text_alone(self, browse, live_server, rosa, claim):
        page = browse(rosa)
        page.goto(live_server.url + reverse("desk:claim", args=[claim.pk]))
        page.get_by_role("textbox", name="Comment").fill("A long remark.")
        page.context.clear_cookies(name="sessionid")

        page.get_by_role("button", name="Add comment").click()

        expect(page.locator("#trouble-login")).to_be_visible()
        assert page.get_by_role("textbox", name="Comment").input_value() == "A long remark."

    def test_the_current_claim_is_in_view(self, browse, live_server, rosa, claim):
        page = browse(rosa, viewport={"width": 1440, "height": 420})
        page.goto(live_server.url + reverse("desk:claim", args=[claim.pk]))

        expect(page.locator("[data-current]").first).to_be_in_viewport()


class TestWithoutScripts:
    def test_the_whole_walk_can_be_done(self, browse, live_server, rosa, emil, claim):
        give_evidence(claim, rosa)
        page = browse(rosa, java_script_enabled=False)
        address = live_server.url + reverse("desk:claim", args=[claim.pk])
        page.goto(address)
        page.get_by_role("button", name="Take").click()
        page.get_by_label("Said so").check()
        page.get_by_label("Mostly true").check()
        page.get_by_label("High").check()
        page.get_by_label("Summary").fill("The log shows it.")
        page.get_by_label("Rationale").fill("The log counts 604 crossings [1].")
        page.get_by_role("button", name="Submit").click()
        expect(page.get_by_text("Handed in.")).to_be_visible()

        page = browse(emil, java_script_enabled=False)
        page.goto(live_server.url + reverse("desk:inbox"))
        page.get_by_role("link", name=claim.text).click()
        for verb in ("Approve", "Publish"):
            page.locator("summary", has_text=verb).click()
            page.get_by_role("button", name=verb).click()

        assert Verdict.objects.get().state == "published"

    def test_a_claim_is_dismissed(self, browse, live_server, rosa, claim):
        page = browse(rosa, java_script_enabled=False)
        page.goto(live_server.url + reverse("desk:claim", args=[claim.pk]))
        page.locator("summary", has_text="Dismiss").click()
        page.get_by_label("True but trivial").check()
        page.get_by_role("button", name="Dismiss").click()

        assert Claim.objects.get().state == ClaimState.DISMISSED
        page.get_by_role("button", name="Undo").click()
        assert Claim.objects.get().state == ClaimState.QUEUED
