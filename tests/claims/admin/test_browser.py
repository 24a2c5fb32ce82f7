"""The admin in a real browser: what Django draws is fit for everybody as well."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import RatingScale
from tests.browsing import look_at

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = ["articles_source", "articles_article", "claims_claim", "claims_verdict", "accounts_user"]
FORMS = [
    "articles_article", "articles_feed", "claims_claim", "claims_methodology",
    "accounts_servicekey",
]  # fmt: skip


@pytest.fixture
def pages(published, snapshot, candidate):
    """A page of each kind that the admin has."""
    # As long as the names of pipelines are, without a place to break them at.
    snapshot.readings.update(pipeline=f"en:bundle-{'0123456789abcdef' * 3}")
    rows = {
        "claims_claim": published.claim,
        "claims_verdict": published,
        "articles_article": snapshot.article,
        "articles_snapshot": snapshot,
        "claims_reading": snapshot.readings.get(),
        "claims_ratingscale": RatingScale.objects.first(),
    }
    return [
        reverse("admin:index"),
        reverse("admin:app_list", args=["claims"]),
        reverse("admin:password_change"),
        *(reverse(f"admin:{name}_changelist") for name in LISTS),
        *(reverse(f"admin:{name}_add") for name in FORMS),
        *(reverse(f"admin:{name}_change", args=[row.pk]) for name, row in rows.items()),
    ]


@pytest.mark.parametrize("language", ["en", "he"])
def test_no_page_breaks_a_rule_of_accessibility_or_the_screen(
    browse, live_server, dana, pages, language
):
    dana.language = language
    dana.save()
    page = browse(dana)
    found = []
    for address in pages:
        page.goto(live_server.url + address)
        lines = look_at(page, [390, 1440], dark=language == "en")
        # Django draws empty heads over the columns of a table of rows that can be added.
        found += [f"{address}: {line}" for line in lines if "empty-table-header" not in line]

    assert not found, "\n".join(found)
