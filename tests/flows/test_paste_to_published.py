"""The main job, by HTTP and in a browser: from a pasted article to a verdict pulled by key.

A desk of its own runs for it: web server, worker and beat are real processes.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.processes import CAST, PASSWORD, Desk, Visitor

ARTICLE = """\
Mill town counts fewer looms

BRANNOCK - The number of looms in Brannock fell from 2,400 to 1,200 in eight years, mill owner \
Agnes Thorne said on Friday.

"We never sent a single loom abroad," Thorne told the town council. She denied that her company \
had taken money from the ministry.
"""
REGISTER = "Trade register of Brannock: 2,412 looms eight years ago, 1,188 now."
LOOMS = "The number of looms in Brannock fell from 2,400 to 1,200 in eight years."


def claim_id(desk: Desk, words: str) -> str:
    found = desk.rows("SELECT id FROM claims_claim WHERE text ILIKE %s", f"%{words}%")
    return str(found[0][0]) if found else ""


def verdict_of(desk: Desk, claim: str) -> tuple[str, str, str]:
    """Id, state and content hash of the newest revision; empty while there is none."""
    found = desk.rows(
        "SELECT id, state, content_hash FROM claims_verdict WHERE claim_id = %s"
        " ORDER BY number DESC LIMIT 1",
        claim,
    )
    return (str(found[0][0]), *found[0][1:]) if found else ("", "", "")


def state_of(desk: Desk, claim: str) -> str:
    return desk.rows("SELECT state FROM claims_claim WHERE id = %s", claim)[0][0]


def act(visitor: Visitor, claim: str, verb: str, **answers: object):
    return visitor.send_form(f"/desk/claims/{claim}/do/{verb}/", **answers)


def service_key(dana: Visitor) -> str:
    """Make a key in the admin, where it is shown once."""
    answer = dana.send_form(
        "/admin/accounts/servicekey/add/",
        name="Archive",
        scopes="read_published",
        rate_per_minute="600",
        networks="",
        expires_at_0="",
        expires_at_1="",
    )
    return re.search(r"pls_[0-9a-f]{12}_[\w-]+", answer.text)[0]


class TestLiveDesk:
    def test_is_ready(self, live_desk):
        answer = live_desk.visitor().get("/readyz")

        assert answer.json()["ready"], answer.text

    def test_lets_the_cast_in(self, live_desk):
        rosa = live_desk.visitor("Rosa")

        assert rosa.get("/accounts/password_change/").status_code == 200
        assert live_desk.visitor().get("/accounts/password_change/").url.path == "/accounts/login/"

    def test_has_a_database_of_its_own(self, live_desk):
        assert live_desk.rows("SELECT count(*) FROM accounts_user") == [(6,)]


class TestByHttp:
    def test_a_pasted_article_becomes_a_verdict_that_a_consumer_pulls(self, live_desk):
        rosa, emil = live_desk.visitor("Rosa"), live_desk.visitor("Emil")
        rosa.send_form(
            "/desk/articles/new/", text=ARTICLE, url="https://mill.example/looms", language_tag="en"
        )
        live_desk.wait_for(lambda: claim_id(live_desk, "looms in Brannock fell"), "the claims")
        claim = claim_id(live_desk, "looms in Brannock fell")

        act(rosa, claim, "accept")
        act(rosa, claim, "take")
        rosa.send_form(
            f"/desk/claims/{claim}/evidence/",
            title="Trade register",
            kind="primary",
            stance="supports",
            independence="independent",
            quote="2,412 looms eight years ago",
            files={"file": ("register.txt", REGISTER.encode(), "text/plain")},
        )
        rating = live_desk.rows("SELECT id FROM claims_rating WHERE key = 'mostly-true'")[0][0]
        rosa.send_form(
            f"/desk/claims/{claim}/draft/",
            rating=rating,
            said="confirmed",
            confidence="high",
            summary="The register has nearly the same figures.",
            rationale="The trade register counts 2,412 and 1,188 looms [1].",
            then="submit",
        )
        verdict, state, content_hash = verdict_of(live_desk, claim)
        assert state == "submitted"

        own = act(rosa, claim, "approve", content_hash=content_hash)
        assert own.status_code == 403
        assert verdict_of(live_desk, claim)[1] == "submitted"
        unpublished = Visitor(base_url=live_desk.url)
        assert "looms" not in unpublished.get("/").text

        act(emil, claim, "approve", content_hash=content_hash)
        act(emil, claim, "publish", content_hash=content_hash)
        assert verdict_of(live_desk, claim) == (verdict, "published", content_hash)

        reader = Visitor(base_url=live_desk.url, follow_redirects=True)
        slug = live_desk.rows("SELECT slug FROM claims_publicstate WHERE claim_id = %s", claim)[0][
            0
        ]
        public = reader.get(f"/fact-checks/{slug}/")
        assert public.status_code == 200
        assert "The register has nearly the same figures." in public.text
        assert '"@type":"ClaimReview"' in public.text.replace('": "', '":"')

        key = service_key(live_desk.visitor("Dana"))
        pulled = reader.get("/api/v1/claims", headers={"Authorization": f"Bearer {key}"})
        assert pulled.status_code == 200
        item = next(item for item in pulled.json()["results"] if item["id"] == claim)
        assert item["rating"]["label"] == "Mostly true"
        assert item["content_hash"] == content_hash
        assert "hold" in live_desk.manage("verify_trail")


@pytest.fixture
def browser_of(live_desk, new_context):
    """Open a browser for a member of the cast, logged in by the login page."""

    def opened(name: str) -> Page:
        assert name in CAST
        page = new_context(base_url=live_desk.url).new_page()
        page.goto("/accounts/login/")
        page.fill("input[name=username]", f"{name.lower()}@desk.test")
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        return page

    return opened


class TestInTheBrowser:
    def test_the_same_walk_by_clicks(self, live_desk, browser_of, tmp_path):
        rosa, emil = browser_of("Rosa"), browser_of("Emil")
        text = ARTICLE.replace("Brannock", "Skerrin").replace("looms", "boats")
        register = tmp_path / "register.txt"
        register.write_text("Register of Skerrin: 2,412 boats eight years ago, 1,188 now.")

        rosa.goto("/desk/articles/new/")
        rosa.fill("textarea[name=text]", text)
        rosa.get_by_role("button", name=re.compile("take in", re.I)).last.click()
        lit = rosa.locator("a.lit", has_text="boats in Skerrin fell").first
        live_desk.wait_for(lambda: claim_id(live_desk, "boats in Skerrin fell"), "the claims")
        rosa.reload()
        lit.click()

        claim = claim_id(live_desk, "boats in Skerrin fell")
        rosa.locator("[data-act=accept]").click()
        live_desk.wait_for(lambda: state_of(live_desk, claim) == "queued", "acceptance")
        rosa.goto(f"/desk/claims/{claim}/")
        rosa.locator("[data-act=take]").click()
        live_desk.wait_for(lambda: state_of(live_desk, claim) == "in_progress", "the lease")
        rosa.goto(f"/desk/claims/{claim}/")
        self.add_evidence(rosa, register)
        self.write_verdict(rosa)
        rosa.locator("button[name=then][value=submit]").click()
        live_desk.wait_for(lambda: verdict_of(live_desk, claim)[1] == "submitted", "submission")
        expect(rosa.locator("[data-act=approve]")).to_have_count(0)

        emil.goto(f"/desk/claims/{claim}/")
        for verb, state in (("approve", "approved"), ("publish", "published")):
            self.do_after_asking(emil, verb)
            live_desk.wait_for(lambda state=state: verdict_of(live_desk, claim)[1] == state, state)
            emil.goto(f"/desk/claims/{claim}/")

        emil.goto("/")
        emil.get_by_text("boats in Skerrin fell").first.click()
        expect(emil.get_by_text("The register says so.").first).to_be_visible()

    def add_evidence(self, page: Page, register) -> None:
        form = page.locator("form[action$='/evidence/']")
        if not form.locator("input[name=title]").is_visible():
            page.get_by_text("Add evidence").first.click()
        form.locator("input[name=title]").fill("Register")
        form.locator("select[name=kind]").select_option("primary")
        form.locator("input[name=stance][value=supports]").check()
        form.locator("textarea[name=quote]").fill("2,412 boats eight years ago")
        form.locator("input[type=file]").set_input_files(register)
        form.locator("button[type=submit]").click()
        expect(page.get_by_text("2,412 boats eight years ago").first).to_be_visible()

    def write_verdict(self, page: Page) -> None:
        form = page.locator("form[action$='/draft/']")
        # Asked only where the reader found somebody who is cited.
        said = form.locator("input[name=said][value=confirmed]")
        if said.count():
            said.check()
        form.get_by_label("Mostly true").check()
        form.locator("input[name=confidence][value=high]").check()
        form.locator("[name=summary]").fill("The register says so.")
        form.locator("[name=rationale]").fill("2,412 boats then, 1,188 now [1].")

    def do_after_asking(self, page: Page, verb: str) -> None:
        """Press a button that asks once, then the one in what it opened."""
        page.locator(f"[data-act={verb}]").click()
        page.locator(f"form[action*='/do/{verb}/'] button[type=submit]").click()
