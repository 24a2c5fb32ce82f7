from __future__ import annotations

import json

import pytest

from claims import markup, mediareview, workflow
from claims.errors import Incomplete, Invalid
from claims.models import Claim, Verdict, VerdictState
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def video(claim, rosa, emil, client):
    """A published fact-check of a video that was cut."""
    Claim.objects.filter(pk=claim.pk).update(kind="video")
    workflow.take(claim.pk, actor=rosa)
    give_evidence(claim, rosa)
    write_draft(
        claim,
        rosa,
        media="EditedOrCroppedContent",
        media_original="https://videos.example/full",
        media_context="The full speech of March 2024.",
    )
    verdict = workflow.submit(claim.pk, actor=rosa)
    workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
    return json.loads(workflow.publish(verdict.pk, actor=emil).document)


class TestMediaReview:
    def test_stands_beside_the_claimreview(self, client, video):
        html = client.get(f"/fact-checks/{video['slug']}/").content.decode()

        review, media = (
            json.loads(part.partition("</script>")[0])
            for part in html.split('<script type="application/ld+json">')[1:]
        )
        assert media["@type"] == "MediaReview"
        assert media["mediaAuthenticityCategory"] == "EditedOrCroppedContent"
        assert media["originalMediaLink"] == "https://videos.example/full"
        assert media["associatedClaimReview"]["@id"] == review["@id"]
        assert review["associatedMediaReview"]["@id"] == media["@id"]
        assert markup.problems(review, page=video["url"]) == {}

    def test_agrees_with_what_is_seen(self, client, video):
        html = client.get(f"/fact-checks/{video['slug']}/").content.decode()

        assert "Edited or cropped" in html
        assert "The full speech of March 2024." in html
        assert 'href="https://videos.example/full"' in html

    def test_is_not_there_for_words(self, published):
        document = json.loads(published.publications.get().document)

        assert document["media"] is None
        assert mediareview.build(document) is None

    def test_is_carried_into_a_correction(self, video, emil):
        claim_id = Verdict.objects.get().claim_id

        correction = workflow.start_correction(claim_id, actor=emil, correction_type="typo")

        assert correction.media == "EditedOrCroppedContent"


class TestDrafting:
    @pytest.mark.parametrize(
        ("field", "value"), [("media", "Fake"), ("media_original", "javascript:alert(1)")]
    )
    def test_refuses_what_is_no_answer(self, taken, rosa, field, value):
        with pytest.raises(Invalid) as refused:
            workflow.draft(taken.pk, actor=rosa, **{field: value})

        assert refused.value.field == field
        assert not Verdict.objects.exists()

    def test_is_asked_for_images_and_videos_alone(self, client, taken, rosa):
        client.force_login(rosa)
        where = f"/desk/claims/{taken.pk}/"
        before = client.get(where).content.decode()
        Claim.objects.filter(pk=taken.pk).update(kind="image")

        after = client.get(where).content.decode()

        assert "Edited or cropped" not in before
        assert "Edited or cropped" in after


class TestPublishing:
    @pytest.mark.parametrize("kind", ["image", "video"])
    def test_asks_for_the_category_of_an_image_or_video(self, claim, rosa, kind):
        Claim.objects.filter(pk=claim.pk).update(kind=kind)
        workflow.take(claim.pk, actor=rosa)
        give_evidence(claim, rosa)
        verdict = write_draft(claim, rosa)

        with pytest.raises(Incomplete) as refused:
            workflow.submit(claim.pk, actor=rosa)

        assert set(refused.value.missing) == {"media"}
        verdict.refresh_from_db()
        assert verdict.state == VerdictState.DRAFT

    @pytest.mark.parametrize(
        ("media", "field"),
        [
            ({"category": "Fake", "original": None, "context": None}, "media"),
            (
                {"category": "StagedContent", "original": "videos.example/full", "context": None},
                "media_original",
            ),
        ],
    )
    def test_names_what_is_wrong(self, media, field):
        document = {"kind": "video", "media": media}

        assert set(mediareview.problems(document)) == {field}
        with pytest.raises(Incomplete):
            mediareview.require_valid(document)
