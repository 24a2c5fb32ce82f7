"""A write that is sent again does nothing more."""

from __future__ import annotations

import threading

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from articles.models import Article, Retrieval
from claims.api.views import articles
from claims.models import Comment, Replay
from claims.tasks import tidy
from tests.articles.together import all_at_once
from tests.claims.clients import Api

ARTICLES = "/api/v1/articles"
BODY = {"text": "Ferry fares rose by 12 percent."}
KEY = {"Idempotency-Key": "7c9d"}


def ask(key: str) -> int:
    """Status of the answer to one request with the key."""
    return Api(key).post(ARTICLES, BODY, **KEY).status_code


@pytest.mark.django_db
class TestKey:
    def test_gives_the_same_answer_and_does_nothing_more(self, writer):
        first = writer.post(ARTICLES, BODY, **KEY)
        again = writer.post(ARTICLES, BODY, **KEY)

        assert (again.status_code, again.content) == (201, first.content)
        assert again["Location"] == first["Location"]
        assert again["Idempotency-Replayed"] == "true"
        assert Retrieval.objects.count() == 1

    def test_works_for_the_verbs(self, as_person, claim, rosa):
        api, path = as_person(rosa), f"/api/v1/claims/{claim.pk}/comment"
        for _turn in range(2):
            assert api.post(path, {"body": "See the log."}, **KEY).status_code == 200

        assert Comment.objects.count() == 1

    def test_repeats_refusals_too(self, as_person, claim, rosa):
        api, path = as_person(rosa), f"/api/v1/claims/{claim.pk}/accept"
        first = api.post(path, **KEY)

        assert first.status_code == 409
        assert api.post(path, **KEY).content == first.content

    def test_of_another_request_is_refused(self, writer):
        writer.post(ARTICLES, BODY, **KEY)
        other = writer.post(ARTICLES, {"text": "Another text."}, **KEY)

        assert (other.status_code, other.json()["code"]) == (422, "key_reused")
        assert Article.objects.count() == 1

    def test_belongs_to_its_client(self, writer, as_person, rosa):
        writer.post(ARTICLES, BODY, **KEY)

        assert as_person(rosa).post(ARTICLES, {"text": "Another."}, **KEY).status_code == 201

    @pytest.mark.parametrize("key", ["", "a b", "ä", "x" * 256, '"'])
    def test_has_a_plain_form(self, writer, key):
        assert writer.post(ARTICLES, BODY, **{"Idempotency-Key": key}).status_code == 400
        assert not Article.objects.exists()

    def test_is_forgotten_after_a_day(self, writer):
        writer.post(ARTICLES, BODY, **KEY)
        with time_machine.travel(timezone.now() + Replay.KEPT_FOR * 1.1):
            assert writer.post(ARTICLES, BODY, **KEY).status_code == 200
            assert Replay.objects.count() == 1
        with time_machine.travel(timezone.now() + Replay.KEPT_FOR * 2.5):
            assert tidy() >= 1
        assert not Replay.objects.exists()

    def test_of_a_fault_of_ours_is_free_again(self, writer, monkeypatch):
        monkeypatch.setattr("claims.api.views.articles._one", lambda *_args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            writer.post(ARTICLES, BODY, **KEY)

        assert not Replay.objects.exists()

    def test_of_an_answer_that_could_not_be_kept_is_free_again(self, writer, monkeypatch):
        monkeypatch.setattr("claims.api.idempotency.KEPT_HEADERS", (None,))
        with pytest.raises(AttributeError):
            writer.post(ARTICLES, BODY, **KEY)
        monkeypatch.undo()

        assert not Article.objects.exists()
        assert writer.post(ARTICLES, BODY, **KEY).status_code == 201

    def test_of_a_file_is_read_before_the_page_token(self, client, taken, rosa):
        client.force_login(rosa)
        path = f"/api/v1/claims/{taken.pk}/add_evidence"
        form = {"title": "Log", "kind": "primary", "stance": "context"}

        response = client.post(path, form, headers=KEY)

        assert response.status_code == 400
        assert response.json()["errors"][0]["field"] == "file"


@pytest.mark.django_db(transaction=True)
class TestKeyAtOnce:
    def test_is_409_while_the_first_is_worked_on(self, new_key, monkeypatch):
        def slow(*arguments):
            begun.set()
            assert go_on.wait(30)
            return take_in(*arguments)

        def ask_meanwhile():
            assert begun.wait(30)
            answer = Api(key).post(ARTICLES, BODY, **KEY)
            go_on.set()
            return answer

        key, take_in = new_key("write_articles"), articles._one
        begun, go_on = threading.Event(), threading.Event()
        monkeypatch.setattr("claims.api.views.articles._one", slow)
        first, meanwhile = all_at_once(lambda: ask(key), ask_meanwhile)

        assert (meanwhile.status_code, meanwhile.json()["code"]) == (409, "in_flight")
        assert first == 201
        assert Retrieval.objects.count() == 1

    def test_is_free_when_the_first_was_cut_off(self, new_key, monkeypatch):
        """As when its process is killed: the database sees the connection go."""

        def cut(*arguments):
            take_in(*arguments)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

        key, take_in = new_key("write_articles"), articles._one
        monkeypatch.setattr("claims.api.views.articles._one", cut)
        # In a thread, and so on a connection, of its own.
        assert all_at_once(lambda: ask(key)) == [503]
        monkeypatch.undo()

        assert not Article.objects.exists()
        assert Api(key).post(ARTICLES, BODY, **KEY).status_code == 201
        assert Retrieval.objects.count() == 1

    def test_lets_one_of_many_through(self, new_key):
        key = new_key("write_articles")
        statuses = all_at_once(*[lambda: ask(key)] * 4)

        assert set(statuses) <= {201, 409}
        assert 201 in statuses
        assert Retrieval.objects.count() == 1
