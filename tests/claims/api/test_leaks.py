"""Planted unpublished text appears in no public answer, for any role, key or form."""

from __future__ import annotations

import gzip

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from claims import workflow
from claims.accounts.models import Scope
from claims.delivery import check, exports, webhooks
from claims.models import Claim, Claimant
from tests.claims.clients import Api
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db
PLANTED = "xyzzyplanted"


@pytest.fixture
def planted(published, emil, rosa, candidate):
    """Beside one published claim: a draft correction, evidence, a comment and another claim."""
    claim_id = published.claim_id
    workflow.start_correction(
        claim_id, actor=emil, correction_type="typo", public_note=f"{PLANTED} note"
    )
    workflow.draft(
        claim_id, actor=emil, headline=f"{PLANTED} headline", summary=f"{PLANTED} summary",
        rationale=f"{PLANTED} rationale",
    )  # fmt: skip
    give_evidence(published.claim, emil, title=f"{PLANTED} evidence", note=f"{PLANTED} note")
    workflow.comment(claim_id, actor=rosa, body=f"{PLANTED} comment")
    Claim.objects.filter(pk=candidate.pk).update(text=f"{PLANTED} candidate")
    Claimant.objects.create(name=f"{PLANTED} claimant")
    return claim_id


def addresses(claim_id) -> list[str]:
    one = f"/api/v1/claims/{claim_id}"
    return [
        "/api/v1/claims", "/api/v1/claims?updated_since=2026-11-01T00:00:00Z", one,
        *(f"{one}/{part}" for part in ("mentions", "evidence", "revisions", "standing")),
        f"/api/v1/claims?q={PLANTED}", f"/api/v1/claims/similar?text={PLANTED}+candidate",
        "/api/v1/claimants", "/api/v1/topics", "/api/v1/stats", "/api/v1/ratings",
        "/api/v1/exports", "/api/v1/exports/claims.ndjson", "/api/v1/exports/claims.csv",
        f"/v1alpha1/claims:search?query={PLANTED}", "/v1alpha1/pages",
        "/api/v1/claims/nonsense", "/api/v1/claims?colour=red",
        f"/api/v1/claims?as_of={timezone.now().isoformat().replace('+00:00', 'Z')}",
        f"/api/v1/claimants?q={PLANTED}",
        f"/v1alpha1/pages/{claim_id}", "/v1alpha1/claims:search?query=ferry",
        "/v1alpha1/claims:imageSearch?imageUri=https://example.org/a.png",
        "/api/schema/", "/api/docs/", "/api/problems/outdated",
    ]  # fmt: skip


def body(response) -> str:
    parts = response.streaming_content if response.streaming else [response.content]
    return b"".join(parts).decode()


class TestPublicAnswers:
    @pytest.mark.parametrize("asking", ["anyone", *Scope.values, "otto", "rhea", "emil", "root"])
    def test_hold_nothing_unpublished(
        self, planted, asking, new_key, as_person, otto, rhea, emil, root, settings
    ):
        settings.SYNC_HORIZON_DAYS = 9000
        people = {"otto": otto, "rhea": rhea, "emil": emil, "root": root}
        if asking in people:
            api = as_person(people[asking])
        else:
            api = Api(new_key(asking) if asking in Scope.values else "")

        for address in addresses(planted):
            # A search may repeat its own words, but finds nothing by them.
            assert PLANTED not in body(api.get(address)), address

    def test_the_plants_are_there_for_the_desk(self, planted, as_person, emil):
        shown = as_person(emil).get(f"/api/v1/desk/claims/{planted}").content.decode()

        assert shown.count(PLANTED) >= 5


class TestTheDesksAddresses:
    @pytest.mark.parametrize(
        "asking", ["anyone", "otto", Scope.READ_PUBLISHED, Scope.WRITE_ARTICLES]
    )
    def test_stay_shut(self, planted, asking, new_key, as_person, otto):
        if asking == "otto":
            api = as_person(otto)
        else:
            api = Api(new_key(asking) if asking in Scope.values else "")

        for address in ("/api/v1/desk/claims", f"/api/v1/desk/claims/{planted}",
                        f"/api/v1/desk/claims/{planted}/consumers"):  # fmt: skip
            response = api.get(address)
            assert response.status_code in (401, 403)
            assert PLANTED not in body(response)


class TestWhatIsSent:
    def test_by_webhook_holds_nothing_unpublished(self, planted, endpoint, receiver, quill, dana):
        workflow.rename_claimant(quill.pk, actor=dana, role="Council leader")
        webhooks.test(endpoint)
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)

        assert len(receiver.requests) == 3
        assert PLANTED not in repr(receiver.requests)

    def test_to_check_holds_nothing_unpublished(self, planted, monkeypatch, settings):
        sent = []
        monkeypatch.setattr(check, "post", lambda *given: sent.append(given) or {})
        settings.CHECK_TOKEN = "secret"
        check.push()

        assert len(sent) == 1
        assert PLANTED not in repr(sent)

    def test_in_files_holds_nothing_unpublished(self, planted, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        for file in exports.write_files():
            packed = default_storage.open(exports.path_of(file)).read()
            assert PLANTED not in gzip.decompress(packed).decode()
