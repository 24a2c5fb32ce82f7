"""The whole workflow over the API: the same verbs, the same refusals."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims import workflow
from claims.api.views.verbs import VERBS
from claims.models import Claim, Comment, Event, Publication, Verdict
from claims.workflow import STEPS

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"
DESK = "/api/v1/desk/claims"


def done(response, status: int = 200) -> dict:
    assert response.status_code == status, response.content
    return response.json()


class TestWholeWay:
    def test_from_text_to_public(self, as_person, claim, rosa, emil, anyone):
        checker, editor, path = as_person(rosa), as_person(emil), f"{CLAIMS}/{claim.pk}"
        assert "take" in done(checker.get(f"{DESK}/{claim.pk}"))["possible"]

        taken = done(checker.post(f"{path}/take"))
        assert taken["state"] == "in_progress"
        assert taken["lease_by"] == {"id": rosa.pk, "name": "Rosa"}
        file = SimpleUploadedFile("log.txt", b"In 2024: 604 crossings.", "text/plain")
        form = {
            "title": "Harbour log", "kind": "primary", "stance": "contradicts",
            "quote": "604 crossings", "file": file,
        }  # fmt: skip
        added = checker.client.post(f"{path}/add_evidence", form, headers=checker.headers)
        assert done(added, 201)["evidence"][0]["captures"][0]["size"] == 23
        drafted = done(checker.post(f"{path}/draft", {"rating": "mostly-true"}))
        assert "summary" in drafted["missing"]
        content = {
            "version": drafted["verdicts"][0]["version"], "said": "confirmed",
            "confidence": "high", "summary": "The log shows the fall.",
            "rationale": "The harbour log counts 604 crossings [1].",
        }  # fmt: skip
        assert done(checker.post(f"{path}/draft", content))["missing"] == {}
        submitted = done(checker.post(f"{path}/submit"))
        read = {"content_hash": submitted["verdicts"][0]["content_hash"]}
        refused = checker.post(f"{path}/approve", read)
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
        done(editor.post(f"{path}/approve", read))
        assert anyone.get(path).status_code == 404
        assert done(editor.post(f"{path}/publish", read))["is_published"] is True

        assert done(anyone.get(path))["rating"]["key"] == "mostly-true"

    def test_correction_and_retraction(self, as_person, published, emil, edna, anyone):
        first, second = as_person(emil), as_person(edna)
        path = f"{CLAIMS}/{published.claim_id}"
        body = {"correction_type": "verdict", "public_note": "The log was misread."}
        done(first.post(f"{path}/start_correction", body))
        done(first.post(f"{path}/draft", {"rating": "half-true"}))
        verdict = done(first.post(f"{path}/submit"))["verdicts"][0]
        own = first.post(f"{path}/approve", {"content_hash": verdict["content_hash"]})
        assert (own.status_code, own.json()["code"]) == (403, "same_eyes")
        done(second.post(f"{path}/approve", {"content_hash": verdict["content_hash"]}))
        done(second.post(f"{path}/publish"))
        assert done(anyone.get(path))["corrections"][0]["note"] == "The log was misread."

        done(first.post(f"{path}/request_retraction", {"reason": "The log was forged."}))
        assert first.post(f"{path}/confirm_retraction").json()["code"] == "same_eyes"
        done(second.post(f"{path}/confirm_retraction"))
        assert anyone.get(path).status_code == 410


class TestVerbs:
    def test_are_all_there(self):
        assert {verb.name for verb in VERBS} == {*STEPS, "undo"}

    @pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
    def test_refuse_whoever_is_not_of_the_desk(self, verb, as_person, otto, anyone, claim):
        path = f"{CLAIMS}/{claim.pk}/{verb.name}"

        assert as_person(otto).post(path).status_code == 403
        assert anyone.post(path).status_code == 401
        assert Event.objects.filter(claim=claim).count() == 1

    @pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
    def test_refuse_members_that_they_do_not_know(self, verb, as_person, emil, claim):
        body = {"state": "published", "actor": 1}
        response = as_person(emil).post(f"{CLAIMS}/{claim.pk}/{verb.name}", body)

        assert response.status_code == 400
        assert {error["field"] for error in response.json()["errors"]} >= {"state", "actor"}
        assert Claim.objects.get(pk=claim.pk).version == claim.version

    @pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
    def test_an_unknown_claim_is_404(self, verb, as_person, emil):
        body = {
            "dismiss": {"reason": "opinion"}, "take_over": {"reason": "Ill."},
            "mark_duplicate": {"of": "0198f0e0-0000-7000-8000-000000000000"},
            "tell_apart": {"of": "0198f0e0-0000-7000-8000-000000000000"},
            "comment": {"body": "Hm."}, "return": {"reason": "other", "note": "No."},
            "approve": {"content_hash": "0" * 64}, "waive_evidence": {"reason": "No."},
            "start_correction": {"correction_type": "typo"},
            "request_retraction": {"reason": "No."},
        }.get(verb.name, {})  # fmt: skip
        path = f"{CLAIMS}/0198f0e0-0000-7000-8000-000000000001/{verb.name}"

        assert as_person(emil).post(path, body).status_code == 404


class TestBlindCheck:
    def test_hides_the_first_answer_from_who_could_give_the_second(
        self, as_person, submitted, emil, pavel, rosa
    ):
        workflow.comment(submitted.claim_id, actor=rosa, body="I say mostly true.")
        workflow.ask_second(submitted.pk, actor=emil)
        path = f"{DESK}/{submitted.claim_id}"

        blind = done(as_person(pavel).get(path))

        assert (blind["verdicts"], blind["comments"]) == ([], [])
        assert blind["evidence"]
        for person in (rosa, emil):
            assert len(done(as_person(person).get(path))["verdicts"]) == 1


class TestRefusals:
    def test_an_outdated_draft_gets_the_newer_one(self, as_person, drafted, rosa):
        api, path = as_person(rosa), f"{CLAIMS}/{drafted.claim_id}/draft"
        api.post(path, {"summary": "Newer."})
        response = api.post(path, {"summary": "Mine.", "version": drafted.version})

        problem = response.json()
        assert (response.status_code, problem["code"]) == (409, "outdated")
        assert problem["newer"]["summary"] == "Newer."
        assert problem["newer"]["version"] > drafted.version
        assert Verdict.objects.get().summary == "Newer."

    def test_approving_another_text_gets_the_newer_one(self, as_person, submitted, emil):
        response = as_person(emil).post(
            f"{CLAIMS}/{submitted.claim_id}/approve", {"content_hash": "0" * 64}
        )

        assert response.status_code == 409
        assert response.json()["newer"]["content_hash"] == submitted.content_hash

    def test_an_incomplete_draft_is_422_and_says_what_lacks(self, as_person, taken, rosa):
        as_person(rosa).post(f"{CLAIMS}/{taken.pk}/draft", {"headline": "Ferries"})
        response = as_person(rosa).post(f"{CLAIMS}/{taken.pk}/submit")

        assert (response.status_code, response.json()["code"]) == (422, "incomplete")
        fields = {error["field"] for error in response.json()["errors"]}
        assert {"rating", "summary", "rationale"} <= fields

    def test_a_leased_claim_is_409_and_names_the_holder(self, as_person, taken, pavel):
        response = as_person(pavel).post(f"{CLAIMS}/{taken.pk}/take")

        assert (response.status_code, response.json()["code"]) == (409, "leased")
        assert "Rosa" in response.json()["detail"]

    def test_a_wrong_state_is_409(self, as_person, claim, rosa):
        response = as_person(rosa).post(f"{CLAIMS}/{claim.pk}/accept")

        assert (response.status_code, response.json()["code"]) == (409, "wrong_state")

    def test_without_an_open_verdict_there_is_nothing_to_approve(self, as_person, claim, emil):
        response = as_person(emil).post(f"{CLAIMS}/{claim.pk}/approve", {"content_hash": "0" * 64})

        assert (response.status_code, response.json()["code"]) == (409, "wrong_state")

    @pytest.mark.parametrize(
        ("verb", "body", "field"),
        [
            ("dismiss", {"reason": "boring"}, "reason"),
            ("dismiss", {"reason": "other"}, "note"),
            ("dismiss", {}, "reason"),
            ("mark_duplicate", {"of": "not an id"}, "of"),
            ("edit", {"text": "x" * 2001}, "text"),
            ("edit", {"topics": ["unknown"]}, "topics"),
            ("edit", {"claimant": "0198f0e0-0000-7000-8000-000000000001"}, "claimant"),
            ("edit", {"version": "1"}, "version"),
            ("assign", {"priority": 4}, "priority"),
            ("assign", {"priority": True}, "priority"),
            ("assign", {"assignee": 2**63}, "assignee"),
            ("assign", {"deadline": "tomorrow"}, "deadline"),
            ("draft", {"rating": "very-true"}, "rating"),
            ("comment", {"body": "a\x07b"}, "body"),
        ],
    )
    def test_a_wrong_member_is_named(self, as_person, claim, emil, verb, body, field):
        response = as_person(emil).post(f"{CLAIMS}/{claim.pk}/{verb}", body)

        assert response.status_code == 400
        assert response.json()["errors"][0]["field"].startswith(field)


class TestAssign:
    def test_leaves_what_is_left_out(self, as_person, claim, emil, rosa):
        api, path = as_person(emil), f"{CLAIMS}/{claim.pk}/assign"
        api.post(path, {"assignee": rosa.pk, "deadline": "2030-01-01T12:00:00Z"})
        done(api.post(path, {"priority": 2}))

        claim.refresh_from_db()
        assert (claim.assignee, claim.priority) == (rosa, 2)
        assert claim.deadline is not None

        done(api.post(path, {"deadline": None}))
        claim.refresh_from_db()
        assert (claim.assignee, claim.deadline) == (rosa, None)


class TestUndo:
    def test_takes_back_ones_own_dismissal(self, as_person, claim, rosa):
        api, path = as_person(rosa), f"{CLAIMS}/{claim.pk}"
        dismissed = done(api.post(f"{path}/dismiss", {"reason": "opinion"}))

        assert "undo" in dismissed["possible"]
        assert done(api.post(f"{path}/undo"))["state"] == "queued"


class TestEntering:
    def test_from_words_of_an_article(self, as_person, rosa, snapshot):
        start = snapshot.text.index("We never closed")
        body = {"article": str(snapshot.article_id), "start": start, "end": start + 33}
        entered = as_person(rosa).post(DESK, body)

        shown = done(entered, 201)
        assert shown["text"] == "We never closed the northern pier"
        assert shown["mentions"][0]["start"] == start
        assert as_person(rosa).get(entered["Location"]).status_code == 200

    def test_without_words_is_refused(self, as_person, rosa):
        assert as_person(rosa).post(DESK, {}).status_code == 400
        assert not Claim.objects.exists()


class TestEvidence:
    def test_is_changed_and_withdrawn(self, as_person, drafted, rosa):
        item = drafted.claim.evidence.get()
        api, path = as_person(rosa), f"/api/v1/evidence/{item.pk}"
        assert done(api.post(f"{path}/change", {"quote": "In 2024"}))["quote"] == "In 2024"
        withdrawn = done(api.post(f"{path}/withdraw", {"reason": "The wrong year."}))

        assert withdrawn["withdrawn_reason"] == "The wrong year."

    def test_needs_an_address_or_a_file(self, as_person, taken, rosa):
        body = {"title": "Log", "kind": "primary", "stance": "context"}
        response = as_person(rosa).post(f"{CLAIMS}/{taken.pk}/add_evidence", body)

        assert response.json()["errors"][0]["field"] == "url"
        assert not taken.evidence.exists()

    def test_of_a_page_is_fetched_later(self, as_person, taken, rosa):
        body = {
            "title": "Log", "kind": "primary", "stance": "context", "url": "https://example.org/",
        }  # fmt: skip
        api = as_person(rosa)
        shown = done(api.post(f"{CLAIMS}/{taken.pk}/add_evidence", body), 201)
        again = api.post(f"/api/v1/evidence/{shown['evidence'][0]['id']}/capture_again")

        assert again.status_code == 202
        assert taken.evidence.get().capture_jobs.count() == 1


class TestDeskView:
    def test_filters(self, as_person, claim, candidate, taken, rosa, desk_program):
        def found(**query) -> set[str]:
            return {row["id"] for row in done(desk_program.get(DESK, query))["results"]}

        both = {str(claim.pk), str(candidate.pk)}
        assert found() == both
        assert found(state="candidate") == {str(candidate.pk)}
        assert found(q="pier closed") == {str(candidate.pk)}
        assert found(claimant=str(claim.claimant_id)) == {str(claim.pk)}
        assert found(article=str(claim.mentions.get().snapshot.article_id)) == {str(claim.pk)}
        assert found(verdict="submitted") == set()
        mine = done(as_person(rosa).get(DESK, {"mine": "true"}))["results"]
        assert [row["id"] for row in mine] == [str(claim.pk)]

    def test_a_list_costs_the_same_for_many(
        self, desk_program, publish, candidate, django_assert_max_num_queries
    ):
        for number in range(4):
            publish(f"Statement number {number}.")
        with django_assert_max_num_queries(8):
            desk_program.get(DESK)

    def test_hides_protected_sources_from_programs(self, desk_program, as_person, taken, rosa):
        form = {"title": "Our man", "is_protected_source": True}
        from_person = as_person(rosa)
        body = {
            **form, "kind": "expert", "stance": "context", "url": "https://example.org/",
            "quote": "I saw it.",
        }  # fmt: skip
        done(from_person.post(f"{CLAIMS}/{taken.pk}/add_evidence", body), 201)

        seen = done(desk_program.get(f"{DESK}/{taken.pk}"))["evidence"][0]
        assert (seen["title"], seen["url"], seen["quote"]) == ("", None, "")
        assert done(from_person.get(f"{DESK}/{taken.pk}"))["evidence"][0]["title"] == "Our man"

    def test_programs_are_offered_no_verbs(self, desk_program, claim):
        assert done(desk_program.get(f"{DESK}/{claim.pk}"))["possible"] == []

    def test_is_kept_by_no_cache(self, desk_program, claim):
        assert desk_program.get(DESK)["Cache-Control"] == "private, no-store"


class TestComment:
    def test_is_the_persons(self, as_person, claim, rosa):
        done(as_person(rosa).post(f"{CLAIMS}/{claim.pk}/comment", {"body": "See the log."}))

        assert Comment.objects.get().author == rosa


class TestPublishedOverTheApi:
    def test_is_one_publication(self, as_person, approved, emil):
        path = f"{CLAIMS}/{approved.claim_id}/publish"
        done(as_person(emil).post(path))
        again = as_person(emil).post(path)

        assert again.json()["code"] == "wrong_state"
        assert Publication.objects.count() == 1
