"""Every page of readers in a real browser: accessibility, light and dark, narrow and wide."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims import workflow
from claims.models import Publication
from tests.browsing import look_at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pages(corrected, address):
    """Every kind of page that readers have, by name, while the fact-check stands."""
    sequence = Publication.objects.order_by("sequence").first().sequence
    return {
        "home": "/",
        "search": "/?q=ferry",
        "nothing found": "/?q=zeppelin",
        "fact-check": address,
        "versions": f"{address}versions/",
        "version": f"{address}versions/{sequence}/",
        "dispute": f"{address}dispute/",
        "dispute received": f"{address}dispute/received/",
        "card": f"{address}card/",
        "claimants": "/claimants/",
        "claimant": reverse("public:claimant", args=[corrected.claim.claimant_id]),
        "topics": "/topics/",
        "corrections": "/corrections/",
        "methodology": "/methodology/",
        "ledger": "/ledger/",
        "reports": "/reports/",
        "not there": "/nothing-here/",
        "dead link": "/reply/nobody-knows-this/",
    }


class TestEveryPage:
    @pytest.mark.parametrize("language", ["en", "he"])
    def test_breaks_no_rule_of_accessibility_and_fits_the_screen(
        self, browse, live_server, pages, language
    ):
        page = browse(locale=language)
        found = []
        for name, place in pages.items():
            page.goto(live_server.url + place)
            found += [f"{name}: {line}" for line in look_at(page, dark=language == "en")]

        assert not found, "\n".join(found)

    def test_so_does_what_was_retracted(self, browse, live_server, corrected, address, emil, edna):
        workflow.request_retraction(corrected.claim_id, actor=emil, reason="The log was forged.")
        workflow.confirm_retraction(corrected.claim_id, actor=edna)
        page = browse()
        assert page.goto(live_server.url + address).status == 410

        assert not look_at(page)
