"""The review sheet and dossiers, as pages and on paper, in every script."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from claims import workflow
from claims.models import Claim, Event
from claims.reports.paper import Front, beside, printed
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
# What a reader of the PDF finds, in logical order; a shaper that failed would give boxes.
SCRIPTS = ["Ferry traffic fell", "Паромное сообщение", "מעבורות", "العبّارات", "→ −50"]


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def paper(lines, sha256="0" * 64) -> bytes:
    front = Front("Title", "Kicker", AT, sha256)
    return printed(front, lambda sheet: [sheet.text(line) for line in lines])


class TestPaper:
    def test_holds_text_of_every_script(self):
        found = text_of(paper(SCRIPTS))

        for line in SCRIPTS:
            assert line.split()[0].strip("→") in found

    def test_numbers_its_pages_and_bears_date_and_hash(self):
        pages = PdfReader(io.BytesIO(paper(["A line of text."] * 200))).pages

        assert len(pages) > 2
        for number, page in enumerate(pages, start=1):
            foot = page.extract_text()
            assert f"{number} / {len(pages)}" in foot
            assert "0" * 64 in foot
            assert "2026" in foot

    def test_of_the_same_text_is_the_same_file(self):
        assert paper(SCRIPTS) == paper(SCRIPTS)

    def test_keeps_a_date_together_beside_names_in_another_script(self):
        with translation.override("ar"):
            line = beside(["Port Alden Post", "", "19 أكتوبر 2026", "Mara"])

        assert line.count(" · ") == 2
        assert "\u200f19 أكتوبر 2026\u200f" in line
        assert "\u200eMara\u200e" in line

    @pytest.mark.parametrize("language", ["he", "ar"])
    def test_mirrors_its_tables_for_languages_from_right_to_left(self, language):
        def write(sheet):
            sheet.grid(["first", "last"], [["name", "1"]], widths=(3, 1), numbers=1)

        with translation.override(language):
            found = text_of(printed(Front("T", "K", AT, "0" * 64), write))

        assert found.index("last") < found.index("first")


class TestSheet:
    @pytest.fixture
    def corrected(self, published, emil, edna):
        """A published correction whose rating and rationale differ from the revision before."""
        claim = published.claim
        workflow.start_correction(
            claim.pk, actor=emil, correction_type="evidence", public_note="A number was wrong."
        )
        give_evidence(
            claim, emil, title="A witness", is_protected_source=True, publisher="Hidden Ltd",
            url="https://hidden.example/", file=None, quote="I counted them myself",
        )  # fmt: skip
        write_draft(claim, emil, rationale="The log counts 604 crossings [1], a witness too [2].")
        verdict = workflow.submit(claim.pk, actor=emil)
        verdict = workflow.approve(verdict.pk, actor=edna, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=edna)
        verdict.refresh_from_db()
        return verdict

    def test_shows_all_that_led_to_the_verdict(self, corrected, emil, at_desk):
        client = at_desk(emil)
        address = reverse("reports:sheet", args=[corrected.pk])

        page = client.get(address).content.decode()
        paper = text_of(client.get(f"{address}?format=pdf").content)

        for found in (page, paper):
            flat = " ".join(found.split())
            for text in (
                "Ferry traffic fell from 1,200 crossings to 600 in five years", "PORT ALDEN",
                "Harbour log 2024", "604 crossings", "Mostly true", "A number was wrong.",
                "a witness too", "Emil", "Edna", corrected.content_hash[:20],
                "Correction started", corrected.claim.events.last().hash[:20],
            ):  # fmt: skip
                assert text in flat, text
        assert "<ins>" in page and "[+" in paper
        assert 'style="' not in page

    def test_tells_nothing_of_a_protected_source(self, corrected, emil, at_desk):
        client = at_desk(emil)
        address = reverse("reports:sheet", args=[corrected.pk])

        for found in (
            client.get(address).content.decode(),
            text_of(client.get(f"{address}?format=pdf").content),
        ):
            assert "Protected source" in found
            for secret in ("A witness", "Hidden Ltd", "hidden.example", "I counted them"):
                assert secret not in found

    def test_costs_as_much_for_many_revisions(
        self, corrected, emil, at_desk, django_assert_max_num_queries
    ):
        client = at_desk(emil)

        with django_assert_max_num_queries(30):
            client.get(reverse("reports:sheet", args=[corrected.pk]))

    @pytest.mark.parametrize("name", ["sheet", "claimant", "article"])
    def test_is_for_editors_and_changes_nothing(self, published, rosa, emil, at_desk, name):
        pk = {
            "sheet": published.pk,
            "claimant": published.claim.claimant_id,
            "article": published.claim.first_mention.snapshot.article_id,
        }[name]
        address = reverse(f"reports:{name}", args=[pk])
        before = Event.objects.count()

        assert at_desk(rosa).get(address).status_code == 403
        assert at_desk(emil).post(address).status_code == 405
        assert at_desk(emil).get(address).status_code == 200
        assert at_desk(emil).get(f"{address[:-37]}{claim_id_nobody_has()}/").status_code == 404
        assert Event.objects.count() == before


def claim_id_nobody_has() -> str:
    return "00000000-0000-7000-8000-000000000000"


class TestDossier:
    @pytest.mark.parametrize("name", ["claimant", "article"])
    def test_lists_every_claim_with_its_verdict(self, published, quill, emil, at_desk, name):
        other = Claim.objects.create(text="The fare was doubled.", claimant=quill)
        mention = published.claim.first_mention
        if name == "article":
            mention.pk, mention.claim, mention.start = None, other, mention.start - 1
            mention.quote = mention.snapshot.text[mention.start : mention.end]
            mention.sentence_start = mention.start
            mention.save()
        pk = quill.pk if name == "claimant" else mention.snapshot.article_id
        address = reverse(f"reports:{name}", args=[pk])
        client = at_desk(emil)

        page = client.get(address).content.decode()
        table = client.get(f"{address}?format=csv").content.decode("utf-8-sig")
        paper = " ".join(text_of(client.get(f"{address}?format=pdf").content).split())

        lines = list(csv.DictReader(io.StringIO(table)))
        assert [line["Claim"] for line in lines] == [published.claim.text, other.text]
        assert [line["Rating"] for line in lines] == ["Mostly true", ""]
        for found in (page, paper):
            assert other.text in found
            assert "Mostly true" in found
