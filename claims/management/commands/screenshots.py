"""Takes the pictures of the documentation anew, from a running demo desk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from claims.demo.story import PASSWORD, PEOPLE
from claims.models import Claim, ClaimState, Verdict, VerdictState

try:
    from playwright.sync_api import Browser, Page, sync_playwright
except ImportError:
    # A requirement of the tests alone; the command says so.
    sync_playwright = None

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: who looks at which page, how wide, in which colours and language."""

    name: str
    role: str
    address: str
    viewport: dict[str, int]
    scheme: str = "light"
    language: str = ""
    keys: tuple[str, ...] = ()


def shots() -> list[Shot]:
    """Return the pictures of the documentation for the claims that are there now."""
    claim = reverse("desk:claim", args=[_claim().pk])
    queue = reverse("desk:queue")
    return [
        Shot("queue", "fact-checker", f"{queue}?state=queued", WIDE),
        Shot("queue-narrow", "fact-checker", f"{queue}?state=queued", NARROW),
        Shot("claim", "fact-checker", f"{claim}?state=in_progress", WIDE),
        Shot("claim-dark", "fact-checker", f"{claim}?state=in_progress", WIDE, scheme="dark"),
        Shot("claim-narrow", "fact-checker", f"{claim}?state=in_progress", NARROW),
        Shot("keys", "fact-checker", f"{claim}?state=in_progress", WIDE, keys=("?",)),
        Shot("claim-hebrew", "fact-checker", f"{claim}?state=in_progress", WIDE, language="he"),
        Shot("board", "editor", reverse("desk:board"), WIDE),
        Shot("inbox", "editor", reverse("desk:inbox"), WIDE),
        Shot("review", "editor", _review(), WIDE),
        Shot("articles", "editor", reverse("desk:articles"), WIDE),
    ]


def _claim() -> Claim:
    """The claim whose page shows most: in somebody's hand, else with the most evidence."""
    in_hand = Claim.objects.filter(state=ClaimState.IN_PROGRESS).order_by("pk").first()
    drafted = Claim.objects.filter(verdicts__isnull=False).order_by("pk").first()
    found = in_hand or drafted or Claim.objects.order_by("pk").first()
    if found is None:
        raise CommandError("There are no claims: load the demo first (manage.py up).")
    return found


def _review() -> str:
    waiting = Verdict.objects.filter(state=VerdictState.SUBMITTED).order_by("submitted_at").first()
    decided = waiting or Verdict.objects.filter(state=VerdictState.PUBLISHED).first()
    return reverse("desk:claim", args=[decided.claim_id]) if decided else reverse("desk:inbox")


class Command(BaseCommand):
    help = "Take the screenshots of docs/images anew, from the demo desk that `up` serves."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--address", default="http://127.0.0.1:8000", help="of the running desk"
        )
        parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
        parser.add_argument("--to", default=str(Path(settings.BASE_DIR) / "docs" / "images"))
        parser.add_argument("--only", nargs="*", default=[], metavar="NAME")

    def handle(self, *_args: Any, **options: Any) -> None:
        if sync_playwright is None:
            raise CommandError("This needs the requirements of the tests: tests/requirements.txt.")
        folder = Path(options["to"])
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [shot for shot in shots() if not options["only"] or shot.name in options["only"]]
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=options["chromium"], args=["--no-sandbox"]
            )
            for shot in wanted:
                path = folder / f"{shot.name}.png"
                take(browser, shot, options["address"].rstrip("/"), path)
                self.stdout.write(str(path))
            browser.close()


def take(browser: Browser, shot: Shot, address: str, path: Path) -> None:
    """Log in as one of the demo people and keep what the page shows."""
    member = next(person for person in PEOPLE if person.role == shot.role)
    context = browser.new_context(
        viewport=shot.viewport,
        color_scheme=shot.scheme,
        locale=shot.language or "en-GB",
        reduced_motion="reduce",
    )
    page: Page = context.new_page()
    page.goto(address + reverse("login"))
    page.fill("#id_username", member.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    page.goto(address + shot.address, wait_until="networkidle")
    for key in shot.keys:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    page.screenshot(path=str(path))
    context.close()
