"""Parts of published claims, claimants, topics, numbers and likenesses."""

from __future__ import annotations

import pytest

from claims import projecting, workflow
from claims.models import Claimant, PublicFigure, PublicState, Quantity, Topic

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"


def results(response) -> list[dict]:
    assert response.status_code == 200, response.content
    return response.json()["results"]


class TestParts:
    def test_are_those_of_the_document(self, anyone, published):
        document = anyone.get(f"{CLAIMS}/{published.claim_id}").json()

        for part in ("mentions", "evidence"):
            response = anyone.get(f"{CLAIMS}/{published.claim_id}/{part}")
            assert results(response) == document[part]

    @pytest.mark.parametrize("part", ["mentions", "evidence"])
    def test_are_gone_with_a_retracted_claim(self, anyone, published, retract, part):
        retract(published.claim_id)

        assert anyone.get(f"{CLAIMS}/{published.claim_id}/{part}").status_code == 410

    @pytest.mark.parametrize("part", ["mentions", "evidence", "revisions", "standing"])
    def test_of_unpublished_claims_are_not_there(self, anyone, approved, part):
        assert anyone.get(f"{CLAIMS}/{approved.claim_id}/{part}").status_code == 404


class TestRevisions:
    def test_tell_every_public_change(self, anyone, published, emil, edna, retract):
        claim_id = published.claim_id
        note = "The log was misread."
        workflow.start_correction(claim_id, actor=emil, correction_type="verdict", public_note=note)
        second = workflow.submit(claim_id, actor=emil)
        workflow.approve(second.pk, actor=edna, content_hash=second.content_hash)
        workflow.publish(second.pk, actor=emil)
        retract(claim_id)

        rows = results(anyone.get(f"{CLAIMS}/{claim_id}/revisions"))

        assert [(row["kind"], row["revision"], row["note"]) for row in rows] == [
            ("retracted", 2, "The log was forged."), ("corrected", 2, note), ("published", 1, None),
        ]  # fmt: skip
        assert anyone.get(rows[2]["document"]).json()["revision"] == 1
        assert rows[0]["rating"] is None


class TestStanding:
    def test_tells_of_a_review_and_a_retraction(self, anyone, published, emil, retract):
        path = f"{CLAIMS}/{published.claim_id}/standing"
        assert anyone.get(path).json()["under_review"] is False
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        assert anyone.get(path).json()["under_review"] is True
        retract(published.claim_id)

        told = anyone.get(path).json()
        assert (told["status"], told["under_review"], told["sequence"]) == ("retracted", False, 2)


class TestFigures:
    @pytest.fixture
    def measured(self, claim, taken, rosa, emil, request):
        """The ferries, with the change from 1,200 to 600 typed."""
        Quantity.objects.create(
            mention=claim.mentions.get(), start=0, end=5, text="1,200 to 600", kind="change",
            from_value=1200, to_value=600, change=-0.5, unit="crossings",
        )  # fmt: skip
        return request.getfixturevalue("published")

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"figure_from": "600", "figure_to": "600"}, True),
            ({"figure_from": "1e3", "figure_to": "1200.0", "unit": "crossings"}, True),
            ({"figure_from": "601", "figure_to": "1199"}, False),
            ({"figure_from": "600", "unit": "percent"}, False),
            ({"figure_to": "-1"}, False),
        ],
    )
    def test_find_claims(self, anyone, measured, query, found):
        assert bool(results(anyone.get(CLAIMS, query))) is found

    @pytest.mark.parametrize("value", ["NaN", "inf", "1e999", "0x10", "1_000", " 1"])
    def test_are_plain_numbers(self, anyone, value):
        assert anyone.get(CLAIMS, {"figure_from": value}).status_code == 400

    def test_go_with_a_retraction_and_come_back_with_a_rebuild(self, measured, retract):
        PublicFigure.objects.all().delete()
        projecting.rebuild()
        assert PublicFigure.objects.count() == 2
        retract(measured.claim_id)

        assert not PublicFigure.objects.exists()


class TestClaimants:
    def test_are_named_as_published_and_counted(self, anyone, published, quill, publish):
        Claimant.objects.create(name="Nobody published")
        Claimant.objects.filter(pk=quill.pk).update(role="Planted: not published yet")

        (row,) = results(anyone.get("/api/v1/claimants"))

        assert (row["id"], row["name"], row["role"]) == (str(quill.pk), "Mara Quill", "")
        assert (row["claims"], row["ratings"]) == (1, {"mostly-true": 1})
        assert anyone.get(f"/api/v1/claimants/{quill.pk}").json() == row

    def test_are_found_by_part_of_the_name(self, anyone, published):
        assert results(anyone.get("/api/v1/claimants", {"q": "quil"}))
        assert not results(anyone.get("/api/v1/claimants", {"q": "pier"}))

    def test_without_a_published_claim_are_not_there(self, anyone, approved, quill):
        assert results(anyone.get("/api/v1/claimants")) == []
        assert anyone.get(f"/api/v1/claimants/{quill.pk}").status_code == 404

    def test_page_by_page(self, anyone, publish):
        made = [Claimant.objects.create(name=f"Speaker {number}") for number in range(3)]
        for claimant in made:
            publish(f"Said by {claimant.name}.", claimant=claimant)
        first = anyone.get("/api/v1/claimants", {"page_size": 2}).json()
        second = anyone.get(first["next"]).json()

        names = [row["name"] for row in first["results"] + second["results"]]
        assert names == ["Speaker 0", "Speaker 1", "Speaker 2"]


class TestNumbers:
    def test_count_what_is_published(self, anyone, published, publish, retract, emil, taken):
        retract(publish("The pier is open.", rating="true").pk)
        publish("The pier is shut.", rating="false", language="de")
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        told = anyone.get("/api/v1/stats").json()

        assert (told["published"], told["retracted"], told["under_review"]) == (2, 1, 1)
        assert told["ratings"] == {"false": 1, "mostly-true": 1}
        assert told["languages"] == {"de": 1, "en": 1}
        assert sum(told["months"].values()) == 2
        assert told["sequence"] == 4

    def test_of_an_empty_desk(self, anyone):
        told = anyone.get("/api/v1/stats").json()

        assert (told["published"], told["updated_at"], told["months"]) == (0, None, {})

    def test_list_topics(self, anyone, claim, request):
        claim.topics.add(Topic.objects.create(name="Ferries", slug="ferries"))
        request.getfixturevalue("published")

        assert results(anyone.get("/api/v1/topics")) == [{"slug": "ferries", "claims": 1}]

    def test_ratings_have_their_scale(self, anyone):
        rows = {row["key"]: row for row in results(anyone.get("/api/v1/ratings"))}

        assert (rows["true"]["value"], rows["true"]["best"]) == (5, 5)
        assert (rows["unproven"]["value"], rows["unproven"]["best"]) == (None, None)


class TestTags:
    @pytest.mark.parametrize(
        "address",
        ["claimants", "topics", "ratings", "stats", "exports", "claims/similar?text=Ferry+traffic"],
    )
    def test_a_head_tells_the_tag_under_which_a_get_answers_304(self, client, published, address):
        tag = client.head(f"/api/v1/{address}").headers["ETag"]

        again = client.get(f"/api/v1/{address}", headers={"If-None-Match": tag})

        assert (again.status_code, again.content) == (304, b"")


class TestSimilar:
    def test_ranks_the_likest_first(self, anyone, published, publish):
        publish("Ferry fares rose by 12 percent in two years.")
        publish("The moon is made of cheese.")
        rows = results(
            anyone.get(f"{CLAIMS}/similar", {"text": "Ferry traffic fell to 600 crossings"})
        )

        assert rows[0]["claim"]["id"] == str(published.claim_id)
        assert rows[0]["score"] > 0.5
        assert all("moon" not in row["claim"]["text"] for row in rows)

    def test_keeps_only_the_members_asked_for(self, anyone, published):
        query = {"text": published.claim.text, "fields": "id", "limit": "1"}

        assert list(results(anyone.get(f"{CLAIMS}/similar", query))[0]["claim"]) == ["id"]

    def test_leaves_retracted_and_unpublished_ones_out(self, anyone, published, retract):
        text = published.claim.text
        retract(published.claim_id)

        assert results(anyone.get(f"{CLAIMS}/similar", {"text": text})) == []
        assert PublicState.objects.count() == 1

    @pytest.mark.parametrize("text", ["…", "'", "a'b\\c & | ! :*", "💥", "1.200,50"])
    def test_takes_any_signs(self, anyone, published, text):
        assert anyone.get(f"{CLAIMS}/similar", {"text": text}).status_code == 200

    @pytest.mark.parametrize(
        "query", [{}, {"text": ""}, {"text": " "}, {"text": "a", "limit": "21"}]
    )
    def test_needs_a_text(self, anyone, query):
        assert anyone.get(f"{CLAIMS}/similar", query).status_code == 400
