"""Any past public state can be shown, by page and by API, byte for byte as it was published."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from claims import workflow
from claims.models import Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(corrected, quill, emil, edna) -> list[Publication]:
    """Published, corrected, its claimant renamed, a slip put right, and taken back."""
    claim_id = corrected.claim_id
    workflow.rename_claimant(quill.pk, actor=emil, name="Mara Quill-Ferrow")
    workflow.start_correction(
        claim_id, actor=emil, correction_type="typo", public_note="A letter was missing."
    )
    workflow.draft(claim_id, actor=emil, summary="The log shows the fall of traffic.")
    fix = workflow.submit(claim_id, actor=emil)
    workflow.approve(fix.pk, actor=edna, content_hash=fix.content_hash)
    workflow.publish(fix.pk, actor=emil)
    workflow.request_retraction(claim_id, actor=emil, reason="The log was forged.")
    workflow.confirm_retraction(claim_id, actor=edna)
    return list(Publication.objects.order_by("sequence"))


def moments(rows: list[Publication]):
    """Each publication with the first and the last moment at which it stood."""
    for row, later in zip(rows, [*rows[1:], None], strict=True):
        end = later.published_at - timedelta(microseconds=1) if later else row.published_at
        yield row, (row.published_at, end)


def test_the_kinds_are_all_there(history):
    assert [row.kind for row in history] == [
        "published", "corrected", "renamed", "clerical", "retracted",
    ]  # fmt: skip


def test_page_and_api_give_the_very_bytes(client, history, address):
    claim = f"/api/v1/claims/{history[0].claim_id}"
    for row, times in moments(history[:-1]):
        for at in times:
            as_of = {"as_of": at.isoformat()}
            page = client.get(address, as_of)
            version = urlsplit(page["Location"]).path

            assert version == f"{address}versions/{row.sequence}/"
            assert client.get(f"{version}document.json").content.decode() == row.document
            assert client.get(claim, as_of).content.decode() == row.document
            listed = client.get("/api/v1/claims", as_of).content.decode()
            assert listed.startswith('{"results":[' + row.document + "]")


def test_after_the_retraction_nothing_stood(client, history, address):
    as_of = {"as_of": history[-1].published_at.isoformat()}

    assert client.get(address, as_of, follow=True).status_code == 410
    assert client.get(f"/api/v1/claims/{history[0].claim_id}", as_of).status_code == 410
    assert client.get("/api/v1/claims", as_of).json()["results"] == []


def test_before_the_first_publication_nothing_stood(client, history, address):
    as_of = {"as_of": (history[0].published_at - timedelta(microseconds=1)).isoformat()}

    assert client.get(address, as_of).status_code == 404
    assert client.get(f"/api/v1/claims/{history[0].claim_id}", as_of).status_code == 404


@pytest.mark.parametrize(
    "at", ["0001-01-01T00:00:00+23:59", "1999-01-01T00:00:00+20:00", "0001-01-01", "now"]
)
def test_at_a_time_beyond_the_calendar_of_the_database_nothing_stood(client, history, address, at):
    assert client.get(address, {"as_of": at}).status_code == 404


class TestVersions:
    def test_show_what_each_change_changed(self, client, history, address):
        html = client.get(f"{address}versions/").content.decode()

        assert '<del><span class="visually-hidden">removed: </span>Mostly true</del>' in html
        assert '<ins><span class="visually-hidden">added: </span>Half true</ins>' in html
        assert '<ins><span class="visually-hidden">added: </span>-Ferrow</ins>' in html
        assert '<ins><span class="visually-hidden">added: </span> of traffic</ins>' in html
        assert "A letter was missing." in html
        assert "Typing or language error" in html
        assert "The log was forged." in html

    def test_corrections_lead_to_them(self, client, corrected, address):
        link = f'{address}versions/#revision-2"'

        for page in (address, "/corrections/"):
            assert link in client.get(page).content.decode()
        feed = client.get("/feeds/corrections.xml").content.decode()
        assert f"{address}versions/#revision-2" in feed
        assert 'id="revision-2"' in client.get(f"{address}versions/").content.decode()

    def test_a_clerical_fix_is_told_everywhere(self, client, published, emil, edna, address):
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip of the pen."
        )
        fix = workflow.submit(published.claim_id, actor=emil)
        workflow.approve(fix.pk, actor=edna, content_hash=fix.content_hash)
        workflow.publish(fix.pk, actor=emil)

        for page in (address, "/corrections/", "/feeds/corrections.xml", f"{address}versions/"):
            assert "A slip of the pen." in client.get(page).content.decode(), page
        revisions = client.get(f"/api/v1/claims/{published.claim_id}/revisions").json()
        assert revisions["results"][-1]["kind"] == "clerical" or (
            revisions["results"][0]["kind"] == "clerical"
        )

    def test_cost_the_same_for_any_number_of_them(
        self, client, history, address, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(4):
            client.get(f"{address}versions/")
