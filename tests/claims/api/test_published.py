"""Published claims over the API: lists, filters, pages, one claim, past states."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from claims import workflow
from claims.models import Publication, Topic
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"


def ids(response) -> list[str]:
    assert response.status_code == 200, response.content
    return [item["id"] for item in response.json()["results"]]


class TestList:
    def test_serves_the_stored_documents_as_they_are(self, anyone, published):
        response = anyone.get(CLAIMS)

        assert Publication.objects.get().document in response.content.decode()
        assert response["Content-Type"] == "application/json"
        assert response["Cache-Control"] == "public, no-cache"

    def test_holds_live_claims_alone(self, anyone, published, publish, retract, submitted):
        gone = publish("The pier is open.")
        retract(gone.pk)

        assert ids(anyone.get(CLAIMS)) == [str(published.claim_id)]

    def test_is_the_same_with_a_slash_at_its_end(self, anyone, published):
        assert anyone.get(CLAIMS + "/").content == anyone.get(CLAIMS).content

    def test_pages_meet_every_claim_once_newest_first(self, anyone, publish):
        made = [str(publish(f"Statement number {number}.").pk) for number in range(5)]
        seen, address, pages = [], f"{CLAIMS}?page_size=2", 0
        while address:
            response = anyone.get(address)
            seen += ids(response)
            pages += 1
            address = response.json()["next"]
            assert (f'<{address}>; rel="next"' == response.get("Link")) is bool(address)

        assert seen == made[::-1]
        assert pages == 3

    def test_refuses_a_cursor_of_another_query(self, anyone, publish):
        for number in range(2):
            publish(f"Statement number {number}.")
        address = anyone.get(CLAIMS, {"page_size": 1}).json()["next"]

        response = anyone.get(address + "&rating=false")

        assert response.status_code == 400
        assert response.json()["errors"][0]["parameter"] == "cursor"

    def test_keeps_only_the_members_asked_for(self, anyone, published):
        response = anyone.get(CLAIMS, {"fields": "id,text,rating"})

        assert list(response.json()["results"][0]) == ["id", "text", "rating"]


class TestFilters:
    @pytest.fixture
    def two(self, published, publish):
        """The ferries, with article and claimant, and a pier without."""
        topic = Topic.objects.create(name="Harbours", slug="harbours")
        other = publish("The northern pier is open.", rating="false", language="de", kind="event")
        return str(published.claim_id), str(other.pk), topic

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({"rating": "mostly-true"}, [0]),
            ({"rating": ["mostly-true", "false"]}, [1, 0]),
            ({"rating": "true"}, []),
            ({"language": "de"}, [1]),
            ({"kind": "event"}, [1]),
            ({"q": "ferry"}, [0]),
            ({"q": "pier"}, [1]),
            ({"topic": "nothing"}, []),
            ({"outlet": "example.org"}, []),
            ({"published_to": "2020-01-01T00:00:00Z"}, []),
            ({"published_from": "2020-01-01T00:00:00+02:00"}, [1, 0]),
            ({"said_from": "2020-01-01"}, []),
        ],
    )
    def test_let_through_what_they_say(self, anyone, two, query, expected):
        assert ids(anyone.get(CLAIMS, query)) == [two[number] for number in expected]

    def test_by_claimant(self, anyone, two, quill):
        assert ids(anyone.get(CLAIMS, {"claimant": str(quill.pk)})) == [two[0]]

    @pytest.mark.parametrize(
        ("query", "parameter"),
        [
            ({"colour": "red"}, "colour"),
            ({"rating": ""}, "rating"),
            ({"updated_since": ""}, "updated_since"),
            ({"page_size": "0"}, "page_size"),
            ({"page_size": "101"}, "page_size"),
            ({"page_size": "ten"}, "page_size"),
            ({"page_size": "٣"}, "page_size"),
            ({"page_size": ["1", "2"]}, "page_size"),
            ({"cursor": "abc"}, "cursor"),
            ({"cursor": "W10"}, "cursor"),
            ({"kind": "rumour"}, "kind"),
            ({"claimant": "1"}, "claimant"),
            ({"said_from": "2026-02-30"}, "said_from"),
            ({"said_from": "20260201"}, "said_from"),
            ({"as_of": "2026-01-01"}, "as_of"),
            ({"as_of": "2026-01-01T00:00:00"}, "as_of"),
            ({"as_of": "2999-01-01T00:00:00Z"}, "as_of"),
            ({"q": "a\x00b"}, "q"),
            ({"q": "\ufffe"}, "q"),
            ({"q": "x" * 201}, "q"),
            ({"fields": "id,secret"}, "fields"),
            ({"fields": "id,"}, "fields"),
            ({"updated_since": "yesterday"}, "updated_since"),
            ({"updated_since": "2026-01-01T00:00:00Z", "rating": "false"}, "rating"),
        ],
    )
    def test_refuse_what_they_do_not_understand(self, anyone, query, parameter):
        response = anyone.get(CLAIMS, query)

        assert response.status_code == 400
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["errors"][0]["parameter"] == parameter


class TestChoices:
    def test_are_named_where_one_is_refused(self, anyone):
        problem = anyone.get(CLAIMS, {"kind": "rumour"}).json()

        assert "denial, prediction" in problem["errors"][0]["detail"]


class TestConditional:
    def test_answers_304_until_something_is_published(self, anyone, published, publish):
        first = anyone.get(CLAIMS)
        again = anyone.get(CLAIMS, **{"If-None-Match": first["ETag"]})
        publish("The pier is open.")
        later = anyone.get(CLAIMS, **{"If-None-Match": first["ETag"]})

        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert later.status_code == 200
        assert later["ETag"] != first["ETag"]

    def test_takes_the_tag_of_a_packed_answer(self, anyone, published):
        packed = anyone.get(CLAIMS, **{"Accept-Encoding": "gzip"})
        again = anyone.get(CLAIMS, **{"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})

        assert packed["Content-Encoding"] == "gzip"
        assert packed["ETag"].startswith('W/"')
        assert again.status_code == 304

    @pytest.mark.usefixtures("made_now")
    def test_a_fresh_change_has_no_last_modified_that_could_hide_the_next(self, anyone, published):
        assert "Last-Modified" not in anyone.get(CLAIMS)

    def test_another_query_has_another_tag(self, anyone, published):
        assert anyone.get(CLAIMS)["ETag"] != anyone.get(CLAIMS, {"fields": "id"})["ETag"]


class TestOne:
    def test_serves_the_stored_document(self, anyone, published):
        response = anyone.get(f"{CLAIMS}/{published.claim_id}")

        assert response.content.decode() == Publication.objects.get().document
        tag = {"If-None-Match": response["ETag"]}
        assert anyone.get(f"{CLAIMS}/{published.claim_id}", **tag).status_code == 304

    def test_a_retracted_one_is_410_with_its_reason(self, anyone, published, retract):
        retract(published.claim_id)

        response = anyone.get(f"{CLAIMS}/{published.claim_id}")

        assert response.status_code == 410
        assert response.json()["reason"] == "The log was forged."
        assert response.json()["code"] == "retracted"
        assert "text" not in response.json()

    @pytest.mark.parametrize(
        "path", ["nonsense", "%00", "0198", "00000000-0000-0000-0000-000000000000"]
    )
    def test_an_unknown_one_is_a_404_problem(self, anyone, path):
        response = anyone.get(f"{CLAIMS}/{path}")

        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"

    def test_what_is_not_published_is_404(self, anyone, approved):
        assert anyone.get(f"{CLAIMS}/{approved.claim_id}").status_code == 404


class TestAsOf:
    def test_shows_what_was_public_then(self, anyone, published, emil, edna, retract, publish):
        at = Publication.objects.get().published_at
        other = publish("The pier is open.")
        retract(published.claim_id)
        before = {"as_of": at.isoformat()}

        then = anyone.get(f"{CLAIMS}/{published.claim_id}", before)

        assert then.status_code == 200
        assert then.json()["text"] == published.claim.text
        assert then.has_header("Memento-Datetime")
        assert ids(anyone.get(CLAIMS, before)) == [str(published.claim_id)]
        assert ids(anyone.get(CLAIMS)) == [str(other.pk)]

    def test_before_the_first_publication_there_is_nothing(self, anyone, published):
        before = {"as_of": (timezone.now() - timedelta(days=1)).isoformat()}

        assert ids(anyone.get(CLAIMS, before)) == []
        assert anyone.get(f"{CLAIMS}/{published.claim_id}", before).status_code == 404

    @pytest.mark.parametrize(
        ("query", "count"),
        [
            ({"rating": "mostly-true"}, 1),
            ({"rating": "false"}, 0),
            ({"language": "en"}, 1),
            ({"topic": "ferries"}, 0),
            ({"outlet": "example.org"}, 0),
            ({"said_to": "2999-01-01"}, 0),
            ({"published_from": "2020-01-01T00:00:00Z"}, 1),
        ],
    )
    def test_takes_the_filters(self, anyone, published, query, count):
        now = timezone.now().isoformat()

        assert len(ids(anyone.get(CLAIMS, {**query, "as_of": now}))) == count


class TestCorrections:
    def test_a_correction_in_progress_changes_no_byte(self, anyone, published, emil):
        before = anyone.get(CLAIMS)
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="Planted."
        )
        workflow.draft(published.claim_id, actor=emil, summary="Planted summary.")

        after = anyone.get(CLAIMS)

        assert after.content == before.content
        assert after["ETag"] == before["ETag"]


class TestProtectedSource:
    def test_stays_unnamed(self, anyone, taken, rosa, emil):
        give_evidence(taken, rosa)
        give_evidence(taken, rosa, title="Our man at the pier", is_protected_source=True)
        write_draft(taken, rosa, rationale="The log [1] and a witness [2].")
        verdict = workflow.submit(taken.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)

        document = anyone.get(f"{CLAIMS}/{taken.pk}").content.decode()

        assert "Our man" not in document
        assert json.loads(document)["evidence"][1]["is_protected_source"] is True
