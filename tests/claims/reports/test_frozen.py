"""Reports as documents: on paper, frozen, published."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import datetime

import pytest
import time_machine
from pypdf import PdfReader

from claims.reports.frozen import report_of
from tests.claims.reports.conftest import made, telling
from tests.claims.reports.test_papers import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    with telling(django_db_blocker, 31) as cast:
        yield cast


class TestReport:
    def test_on_paper_says_what_the_pages_say_and_carries_its_figures(self, desk, scope):
        content = made("pdf", scope, desk.emil)

        reader = PdfReader(io.BytesIO(content))
        attached = reader.attachments["report.json"][0]
        sha256 = hashlib.sha256(attached).hexdigest()
        assert all(sha256 in page.extract_text() for page in reader.pages)
        document = json.loads(attached)
        with time_machine.travel(datetime.fromisoformat(document["made_at"]), tick=False):
            assert document["sections"] == report_of(scope)["sections"]
        found = text_of(content)
        for section in document["sections"]:
            assert section["title"] in found

    def test_for_the_public_names_nobody_whose_claims_are_not_public(self, desk, scope):
        private = {
            "steps",
            "standing",
            "returns",
            "declined-claimants",
            "balance-claimants",
            "blind",
        }

        document = report_of(scope, is_public=True)

        keys = {figure["key"] for one in document["sections"] for figure in one["figures"]}
        assert "ratings-claimants" in keys
        assert not keys & private
        assert not any(section["times"] for section in document["sections"])
