from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from claims import disputes, pages, replies
from claims.models import Dispute, ReplyRequest
from claims.public.views import feedback

pytestmark = pytest.mark.django_db

OBJECTION = {"text": "The log was read wrongly.", "email": "otto@outside.test"}


class TestDispute:
    def test_becomes_a_flag_for_the_desk(self, client, address, published, emil):
        response = client.post(f"{address}dispute/", OBJECTION, follow=True)

        assert "The desk has your objection" in response.content.decode()
        dispute = Dispute.objects.get()
        assert dispute.verdict == published
        client.force_login(emil)
        for page in ("/desk/readers/", f"/desk/claims/{published.claim_id}/"):
            assert "The log was read wrongly." in client.get(page).content.decode()

    def test_is_shown_to_no_reader(self, client, address):
        client.post(f"{address}dispute/", OBJECTION)

        for page in (address, "/", "/corrections/", "/feeds/atom.xml"):
            text = client.get(page).content.decode()
            assert "read wrongly" not in text
            assert "outside.test" not in text

    def test_says_what_is_missing_and_keeps_what_was_typed(self, client, address):
        response = client.post(f"{address}dispute/", {"text": "", "email": "otto", "name": "Otto"})

        assert response.status_code == 422
        assert 'value="Otto"' in response.content.decode()
        assert not Dispute.objects.exists()

    def test_refuses_more_than_a_few_in_a_minute(self, client, address):
        with time_machine.travel(timezone.now().replace(second=1), tick=False):
            answers = [
                client.post(f"{address}dispute/", OBJECTION)
                for _again in range(feedback.PER_MINUTE + 1)
            ]

        assert [answer.status_code for answer in answers] == [302] * feedback.PER_MINUTE + [429]
        assert int(answers[-1]["Retry-After"]) > 0
        assert "The log was read wrongly." in answers[-1].content.decode()
        assert Dispute.objects.count() == feedback.PER_MINUTE

    def test_refuses_a_flood_from_everywhere(self, client, address, monkeypatch):
        monkeypatch.setattr(feedback, "PER_DAY", 1)

        answers = [
            client.post(f"{address}dispute/", OBJECTION, REMOTE_ADDR=f"203.0.113.{number}")
            for number in (1, 2)
        ]

        assert [answer.status_code for answer in answers] == [302, 429]
        assert Dispute.objects.count() == 1

    def test_a_program_is_thanked_and_ignored(self, client, address):
        response = client.post(f"{address}dispute/", {**OBJECTION, "website": "http://spam.test"})

        assert response.status_code == 302
        assert not Dispute.objects.exists()

    def test_needs_the_token_of_its_form(self, address):
        response = Client(enforce_csrf_checks=True).post(f"{address}dispute/", OBJECTION)

        assert response.status_code == 403
        assert not Dispute.objects.exists()

    def test_of_a_retracted_one_leads_to_the_reason(self, client, address, retracted):
        assert client.get(f"{address}dispute/").status_code == 302

    def test_the_form_is_kept_by_no_cache(self, client, address):
        assert "no-store" in client.get(f"{address}dispute/")["Cache-Control"]


class TestReply:
    @pytest.fixture
    def link(self, published, rosa) -> str:
        _asked, secret = replies.ask(
            published.claim_id, actor=rosa, name="Mara Quill", question="What is it based on?"
        )
        return f"/reply/{secret}/"

    def test_is_given_through_the_link(self, client, link):
        page = client.get(link)
        response = client.post(link, {"text": "I was misquoted.", "signed": "Mara Quill"})

        assert "What is it based on?" in page.content.decode()
        assert "Your reply has reached us" in response.content.decode()
        assert ReplyRequest.objects.get().answer == "I was misquoted."

    def test_the_link_stays_secret(self, client, link):
        response = client.get(link)

        assert response["Referrer-Policy"] == "same-origin"
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response.content.decode()

    def test_shows_nothing_of_the_draft(self, client, drafted, rosa):
        _asked, secret = replies.ask(
            drafted.claim_id, actor=rosa, name="Mara Quill", question="What is it based on?"
        )

        html = client.get(f"/reply/{secret}/").content.decode()

        for text in (drafted.summary, drafted.rationale, "Mostly true"):
            assert text not in html

    def test_a_wrong_link_leads_nowhere(self, client, link):
        assert client.get("/reply/guess/").status_code == 404

    def test_says_when_the_time_is_over(self, client, link):
        with time_machine.travel(timezone.now() + timedelta(days=8)):
            response = client.post(link, {"text": "Too late.", "signed": "Mara Quill"})

        assert response.status_code == 410
        assert ReplyRequest.objects.get().answer == ""

    def test_says_what_is_missing(self, client, link):
        response = client.post(link, {"text": "I was misquoted.", "signed": ""})

        assert response.status_code == 422
        assert "I was misquoted." in response.content.decode()

    def test_is_shown_once_an_editor_released_it(self, client, link, address, emil):
        client.post(link, {"text": "I was misquoted.", "signed": "Mara Quill, council leader"})
        before = client.get(address).content.decode()
        client.force_login(emil)
        asked = ReplyRequest.objects.get()
        client.post(f"/desk/replies/{asked.pk}/release/")

        after = client.get(address).content.decode()

        assert "misquoted" not in before
        assert "I was misquoted." in after
        assert "Mara Quill, council leader" in after

    def test_silence_is_shown(self, client, link, address, emil):
        with time_machine.travel(timezone.now() + timedelta(days=8)):
            replies.record_silence()
            replies.release(ReplyRequest.objects.get().pk, actor=emil)

            html = client.get(address).content.decode()

        assert re.search(r"We asked Mara Quill on .*No answer had come by", html)


class TestDesk:
    def test_shows_the_link_once(self, client, published, rosa):
        client.force_login(rosa)
        where = f"/desk/claims/{published.claim_id}/reply/"
        asked = {"name": "Mara Quill", "question": "What is it based on?", "days": 7}

        made = client.post(where, asked)
        link = re.search(r"/reply/[\w-]+/", made.content.decode()).group()

        assert made.status_code == 201
        assert client.get(link).status_code == 200
        secret = link.split("/")[2]
        for page in (where, "/desk/readers/", f"/desk/claims/{published.claim_id}/"):
            assert secret not in client.get(page).content.decode()

    def test_refuses_whoever_may_not(self, client, published, rhea):
        client.force_login(rhea)

        asked = client.post(f"/desk/claims/{published.claim_id}/reply/", {"name": "x"})

        assert asked.status_code == 403
        assert not ReplyRequest.objects.exists()

    def test_settles_an_objection(self, client, address, emil):
        client.post(f"{address}dispute/", OBJECTION)
        dispute = Dispute.objects.get()
        client.force_login(emil)
        where = f"/desk/disputes/{dispute.pk}/settle/"

        refused = client.post(where, {})
        done = client.post(where, {f"{dispute.pk}-outcome": "declined"}, follow=True)

        assert refused.status_code == 422
        assert "No objection waits" in done.content.decode()

    def test_gives_back_what_was_typed_when_somebody_was_faster(self, client, address, emil, edna):
        client.post(f"{address}dispute/", OBJECTION)
        dispute = Dispute.objects.get()
        disputes.settle(dispute.pk, actor=edna, outcome="declined")
        client.force_login(emil)
        typed = {f"{dispute.pk}-outcome": "corrected", f"{dispute.pk}-note": "Table 7 is newer."}

        page = client.post(f"/desk/disputes/{dispute.pk}/settle/", typed)

        assert page.status_code == 409
        assert ">Table 7 is newer.</textarea>" in page.content.decode()


class TestPages:
    @pytest.mark.parametrize("place", ["about", "funding", "contact", "corrections-policy"])
    def test_are_there_once_they_are_written(self, client, dana, place):
        assert client.get(f"/{place}/").status_code == 404
        pages.write(place, actor=dana, title="Who pays us", body="**Nobody** <b>yet</b>.")
        cache.clear()

        html = client.get(f"/{place}/").content.decode()

        assert "<strong>Nobody</strong>" in html
        assert "<b>yet" not in html
        assert f'href="/{place}/"' in client.get("/").content.decode()

    def test_are_written_in_the_admin(self, client, dana):
        client.force_login(dana)
        page = {"place": "about", "title": "About us", "body": "We are five."}

        response = client.post("/admin/claims/page/add/", page)

        assert response.status_code == 302
        assert "We are five." in client.get("/about/").content.decode()
