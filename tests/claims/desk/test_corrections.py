"""Editors see what is being put right, and who still serves what was wrong."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims import workflow
from claims.accounts import keys
from claims.accounts.models import Scope, ServiceKey
from claims.errors import Incomplete
from claims.models import Rating, VerdictState
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
PAGE = reverse("desk:corrections")


@pytest.fixture
def post(dana) -> Api:
    """A program that pulls what is published."""
    scopes = [Scope.READ_PUBLISHED]
    key = ServiceKey(name="Morning Post", contact="web@post.test", scopes=scopes, created_by=dana)
    return Api(keys.issue(key))


@pytest.fixture
def running(published, emil):
    return workflow.start_correction(
        published.claim_id, actor=emil, correction_type="evidence", public_note="Wrong year."
    )


@pytest.fixture
def corrected(running, emil, edna):
    verdict = workflow.submit(running.claim_id, actor=emil)
    workflow.approve(verdict.pk, actor=edna, content_hash=verdict.content_hash)
    workflow.publish(verdict.pk, actor=emil)
    return verdict


class TestPage:
    @pytest.mark.parametrize("who", ["rosa", "rhea"])
    def test_is_for_editors(self, request, at_desk, who):
        assert at_desk(request.getfixturevalue(who)).get(PAGE).status_code == 403

    def test_says_that_nothing_is_wrong(self, at_desk, emil, published):
        html = at_desk(emil).get(PAGE).content.decode()

        assert "No correction is in progress" in html
        assert "Nothing was put right so far" in html

    def test_shows_a_correction_in_progress(self, at_desk, edna, running):
        html = at_desk(edna).get(PAGE).content.decode()

        assert "Wrong year." in html
        assert "Error in the evidence" in html
        assert "of revision 1" in html

    def test_shows_what_a_second_editor_has_to_confirm(self, at_desk, emil, edna, published):
        workflow.request_retraction(published.claim_id, actor=emil, reason="The log was forged.")

        for person, is_own in ((emil, True), (edna, False)):
            html = at_desk(person).get(PAGE).content.decode()
            assert "The log was forged." in html
            assert ("You requested it" in html) == is_own

    def test_names_who_still_serves_the_old_verdict(self, at_desk, emil, post, request):
        published = request.getfixturevalue("published")
        post.get(f"/api/v1/claims/{published.claim_id}")
        request.getfixturevalue("corrected")

        html = at_desk(emil).get(PAGE).content.decode()
        assert "1 program is behind" in html
        assert "Morning Post" in html and "has revision 1" in html
        assert "web@post.test" in html
        post.get(f"/api/v1/claims/{published.claim_id}")
        assert "All have it" in at_desk(emil).get(PAGE).content.decode()

    def test_knows_who_has_not_heard_of_a_retraction(self, at_desk, emil, edna, published, post):
        post.get(f"/api/v1/claims/{published.claim_id}")
        workflow.request_retraction(published.claim_id, actor=emil, reason="The log was forged.")
        workflow.confirm_retraction(published.claim_id, actor=edna)

        html = at_desk(emil).get(PAGE).content.decode()

        assert "Retracted" in html and "1 program is behind" in html

    def test_costs_the_same_however_much_there_is(
        self, at_desk, emil, edna, corrected, post, django_assert_max_num_queries
    ):
        client = at_desk(edna)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as once:
            client.get(PAGE)
        queries = len(once)
        workflow.start_correction(corrected.claim_id, actor=emil, correction_type="typo",
                                  public_note="A slip.")  # fmt: skip
        post.get(f"/api/v1/claims/{corrected.claim_id}")

        with django_assert_max_num_queries(queries):
            client.get(PAGE)


class TestClaimPage:
    def test_tells_who_serves_which_revision(self, at_desk, emil, post, published, request):
        address = reverse("desk:claim", args=[published.claim_id])
        assert "Who shows it" not in at_desk(emil).get(address).content.decode()
        post.get(f"/api/v1/claims/{published.claim_id}")
        request.getfixturevalue("corrected")

        html = at_desk(emil).get(address).content.decode()

        assert "Who shows it" in html
        assert "1 program is behind" in html and "has revision 1" in html


class TestClericalFix:
    def test_leaves_the_verdict_as_it_was(self, published, emil):

        fix = workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        workflow.draft(published.claim_id, actor=emil, rating=Rating.objects.get(key="false"))

        with pytest.raises(Incomplete) as refused:
            workflow.submit(published.claim_id, actor=emil)

        assert set(refused.value.missing) == {"rating"}
        fix.refresh_from_db()
        assert fix.state == VerdictState.DRAFT
