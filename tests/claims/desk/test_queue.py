from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.intake import take_in
from articles.models import Way
from claims import intake, workflow
from claims.models import Claim, Claimant, ClaimState
from claims.workbench.queue import Filters, QueueForm, counts, queue

QUEUE = reverse("desk:queue")


def texts(rows):
    return {claim.text for claim in rows}


def ask(user, **asked):
    return texts(queue(user, QueueForm(asked).filters()))


@pytest.fixture
def claims(db, rosa):
    """One claim for each thing that the filters tell apart."""
    quill = Claimant.objects.create(name="Mara Quill", aliases=["M. Quill"])
    make = Claim.objects.create
    make(text="Ferry crossings halved.", state="queued", claimant=quill, kind="quantity", worth=0.9)
    make(text="The pier stayed open.", state="queued", kind="denial", worth=0.2)
    make(text="הנמל נסגר", state="queued", language="he", worth=0.5)
    make(text="Nobody looked at this yet.", worth=0.6)
    return Claim.objects.all()


class TestFilters:
    def test_show_the_waiting_claims_first_of_all(self, claims, rosa):
        assert ask(rosa) == {"Ferry crossings halved.", "The pier stayed open.", "הנמל נסגר"}

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"kind": "denial"}, {"The pier stayed open."}),
            ({"language": "he"}, {"הנמל נסגר"}),
            ({"worth": "0.75"}, {"Ferry crossings halved."}),
            ({"claimant": "quill"}, {"Ferry crossings halved."}),
            ({"state": "candidate"}, {"Nobody looked at this yet."}),
            ({"q": "pier"}, {"The pier stayed open."}),
            ({"q": "M. Quill"}, {"Ferry crossings halved."}),
            ({"q": "zeppelin"}, set()),
            ({"mine": "hand"}, set()),
        ],
    )
    def test_narrow_the_list(self, claims, rosa, asked, found):
        assert ask(rosa, **asked) == found

    def test_find_a_claim_by_its_figure(self, rosa, claim):
        claim.first_mention.quantities.create(
            start=1, end=2, text="1,200", kind="number", from_value=1200, to_value=600
        )

        assert ask(rosa, q="1,200") == {claim.text}

    def test_find_what_is_in_my_hand(self, rosa, pavel, taken):
        assert ask(rosa, state="in_progress", mine="hand") == {taken.text}
        assert ask(pavel, state="in_progress", mine="hand") == set()

    def test_find_what_i_drafted(self, rosa, pavel, drafted):
        asked = {"state": "all", "mine": "drafted"}

        assert ask(rosa, **asked) == {drafted.claim.text}
        assert ask(pavel, **asked) == set()

    def test_find_the_claims_of_an_article(self, rosa, claim, claims, snapshot):
        assert ask(rosa, article=snapshot.article_id) == {claim.text}

    def test_leave_out_what_makes_no_sense(self, claims, rosa):
        asked = {"kind": "nonsense", "worth": "x", "article": "1", "outlet": "x", "sort": "?"}

        assert ask(rosa, **asked) == ask(rosa)

    def test_show_nothing_to_an_outsider(self, claims, otto):
        assert ask(otto, state="all") == set()

    def test_survive_any_words(self, claims, rosa):
        odd = ["'", '"', "a & | ! b", "<->", "%", "\\", "نص", "😀", "(" * 90, "-" * 200, "x " * 99]
        for words in odd:
            ask(rosa, q=words)


class TestCounts:
    def test_count_each_state_under_the_filters(self, claims, rosa):
        found = counts(rosa, Filters(kind="quantity"))

        assert found[ClaimState.QUEUED] == 1
        assert found[ClaimState.CANDIDATE] == 0

    def test_count_the_claims_of_an_outlet(self, rosa, dana):
        taken = take_in("The pier closed.", way=Way.PASTE, url="https://news.example/pier")
        intake.enter(taken.snapshot.pk, actor=dana, text="", start=0, end=15)
        Claim.objects.create(text="Elsewhere.", state="queued")

        found = counts(rosa, Filters(outlet=taken.snapshot.article.source))

        assert (found[ClaimState.QUEUED], found[ClaimState.CHECKED]) == (1, 0)


class TestPage:
    def test_lights_the_words_that_were_searched_for(self, at_desk, rosa, claims):
        page = at_desk(rosa).get(QUEUE, {"q": "pier"}).content.decode()

        assert "<mark>pier</mark>" in page

    def test_escapes_the_words_that_were_searched_for(self, at_desk, rosa, claims):
        page = at_desk(rosa).get(QUEUE, {"q": "<script>"}).content

        assert b"<script>" not in page

    def test_offers_no_way_in_to_who_may_only_read(self, at_desk, rosa, rhea):
        way_in = reverse("desk:take_in")

        for address in (reverse("desk:queue"), reverse("desk:articles")):
            assert way_in in at_desk(rosa).get(address).content.decode()
            assert way_in not in at_desk(rhea).get(address).content.decode()

    def test_leads_on_where_nothing_fits(self, at_desk, rosa, claims):
        client = at_desk(rosa)

        found = client.get(QUEUE, {"q": "looked", "order": "oldest"}).content.decode()
        wider = re.search(r'href="([^"]*)">Look in all states<', found)[1].replace("&amp;", "&")

        assert "Nobody looked at this yet." in client.get(QUEUE + wider).content.decode()
        nowhere = client.get(QUEUE, {"q": "zeppelin", "state": "all"}).content.decode()
        assert f'href="{QUEUE}">Clear the filters<' in nowhere

    def test_says_what_to_do_when_there_is_nothing(self, at_desk, rosa):
        assert b"Take in an article" in at_desk(rosa).get(QUEUE).content

    @pytest.mark.parametrize("sort", ["worth", "newest", "oldest", "reach", "deadline"])
    def test_costs_the_same_for_few_and_many(self, at_desk, rosa, sort):
        client = at_desk(rosa)
        asked = {"sort": sort, "q": "ferry"}
        self.fill(3)
        client.get(QUEUE, asked)
        with CaptureQueriesContext(connection) as few:
            client.get(QUEUE, asked)
        self.fill(200)

        with CaptureQueriesContext(connection) as many:
            response = client.get(QUEUE, asked)

        assert response.content.count(b"data-row") == 50
        assert len(many) == len(few)
        assert len(many) <= 14

    @staticmethod
    def fill(number):
        claimant = Claimant.objects.create(name=f"Claimant {number}")
        Claim.objects.bulk_create(
            Claim(
                text=f"Ferry statement {count}",
                state="queued",
                claimant=claimant,
                deadline=timezone.now() + timedelta(hours=count),
            )
            for count in range(number)
        )

    def test_names_who_has_a_claim_in_hand(self, at_desk, pavel, taken):
        page = at_desk(pavel).get(QUEUE, {"state": "in_progress"}).content.decode()

        assert "Rosa" in page

    def test_forgets_a_lease_that_was_given_back(self, at_desk, pavel, rosa, taken):
        workflow.release(taken.pk, actor=rosa)

        page = at_desk(pavel).get(QUEUE).content.decode()

        assert "person__initials" not in page.partition('id="list"')[2]
