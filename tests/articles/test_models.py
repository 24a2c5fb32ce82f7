"""What the database itself keeps, tried with raw SQL and without the door."""

from __future__ import annotations

import hashlib
import uuid

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from articles.ids import new_id
from articles.intake import take_in
from articles.models import Article, Feed, Fetch, Retrieval, Snapshot, Source, State, Way

pytestmark = pytest.mark.django_db


def sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


@pytest.fixture
def taken(text, rosa):
    return take_in(text, way=Way.PASTE, by=rosa)


class TestIds:
    def test_are_uuid_7_of_the_standard_library_in_order_of_time(self):
        ids = [new_id() for _number in range(50)]

        assert {type(one) for one in ids} == {uuid.UUID}
        assert {one.version for one in ids} == {7}
        assert ids == sorted(ids)


class TestSnapshotsNeverChange:
    @pytest.mark.parametrize(
        "change",
        [
            "text = text || '!'",
            "number = 2",
            "language = 'de'",
            "sha256 = repeat('0', 64)",
            "taken_at = now()",
            "reader = 'other'",
        ],
    )
    def test_not_by_update(self, taken, change):
        with pytest.raises(IntegrityError, match="A snapshot never changes"):
            sql(f"UPDATE articles_snapshot SET {change}")

        assert Snapshot.objects.values().get() == (
            Snapshot.objects.filter(pk=taken.snapshot.pk).values().get()
        )
        assert Snapshot.objects.get().text == taken.snapshot.text

    def test_not_by_the_orm(self, taken):
        taken.snapshot.text = "another wording"
        with pytest.raises(IntegrityError), transaction.atomic():
            taken.snapshot.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            Snapshot.objects.update(language="de")

        assert Snapshot.objects.get().text != "another wording"

    def test_not_by_delete(self, taken):
        with pytest.raises(IntegrityError, match="A snapshot never changes"):
            sql("DELETE FROM articles_snapshot")

        assert Snapshot.objects.exists()

    def test_not_by_truncate(self, taken):
        sql("SET CONSTRAINTS ALL IMMEDIATE")

        with pytest.raises(IntegrityError, match="A snapshot never changes"):
            sql("TRUNCATE articles_snapshot CASCADE")

        assert Snapshot.objects.exists()

    def test_not_by_truncate_with_a_setting_that_once_allowed_it(self, taken):
        sql("SET CONSTRAINTS ALL IMMEDIATE")
        sql("SET LOCAL plumbline.allow_truncate = 'on'")

        with pytest.raises(IntegrityError, match="A snapshot never changes"):
            sql("TRUNCATE articles_snapshot CASCADE")

        assert Snapshot.objects.exists()

    def test_an_update_that_changes_nothing_is_let_through(self, taken):
        assert sql("UPDATE articles_snapshot SET text = text") == 1


class TestRetrievalsNeverChange:
    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE articles_retrieval SET way = 'api'",
            "UPDATE articles_retrieval SET by_id = NULL",
            "UPDATE articles_retrieval SET at = at - interval '1 day'",
            "DELETE FROM articles_retrieval",
        ],
    )
    def test_not_by_any_statement(self, taken, statement):
        with pytest.raises(IntegrityError, match="it never changes"):
            sql(statement)

        kept = Retrieval.objects.get()
        assert (kept.way, kept.by, kept.at) == (
            Way.PASTE,
            taken.retrieval.by,
            taken.retrieval.at,
        )


class TestSnapshotConstraints:
    def make(self, article, text="Words.", **values):
        values.setdefault("sha256", hashlib.sha256(text.encode()).hexdigest())
        values.setdefault("number", 2)
        with transaction.atomic():
            return Snapshot.objects.create(article=article, text=text, reader="test", **values)

    @pytest.mark.parametrize(
        ("values", "name"),
        [
            ({"text": ""}, "snapshot_has_text"),
            ({"text": " \n\t"}, "snapshot_has_text"),
            ({"sha256": "0" * 64}, "snapshot_sha256_is_of_its_text"),
            ({"number": 1}, "snapshot_number_once"),
            ({"number": 0}, "snapshot_numbers_from_one"),
            ({"language": "English!"}, "snapshot_language_is_a_tag"),
        ],
    )
    def test_refuse(self, taken, values, name):
        with pytest.raises(IntegrityError, match=name):
            self.make(taken.article, **values)

        assert Snapshot.objects.count() == 1

    def test_refuse_one_wording_twice(self, taken):
        with pytest.raises(IntegrityError, match="snapshot_once_per_wording"):
            self.make(taken.article, taken.snapshot.text)

    def test_the_database_counts_bytes_as_python_does(self, taken):
        assert self.make(taken.article, "Zażółć 市長 שלום 🙂").pk

    def test_refuse_a_text_that_is_too_long(self, taken):
        with pytest.raises(IntegrityError, match="snapshot_text_not_too_long"):
            self.make(taken.article, "x" * 10_000_001)


class TestArticleConstraints:
    @pytest.mark.parametrize(
        ("values", "name"),
        [
            ({}, "article_is_its_address_or_its_wording"),
            (
                {"canonical_url": "https://a.example/", "wording_key": "0" * 64},
                "article_is_its_address_or_its_wording",
            ),
            ({"canonical_url": "ftp://a.example/"}, "article_url_is_a_web_address"),
            ({"canonical_url": ""}, "article_url_is_a_web_address"),
            ({"wording_key": "short"}, "article_wording_key_is_a_sha256"),
            ({"canonical_url": "https://a.example/", "language": "?"}, "article_language_is_a_tag"),
        ],
    )
    def test_refuse(self, values, name):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Article.objects.create(**values)

    @pytest.mark.parametrize(
        "identity", [{"canonical_url": "https://a.example/"}, {"wording_key": "0" * 64}]
    )
    def test_refuse_one_identity_twice(self, identity):
        Article.objects.create(**identity)

        with pytest.raises(IntegrityError), transaction.atomic():
            Article.objects.create(**identity)

    def test_an_article_with_a_snapshot_is_not_deleted(self, taken):
        with pytest.raises(IntegrityError, match="foreign key"):
            sql("DELETE FROM articles_article; SET CONSTRAINTS ALL IMMEDIATE")

        assert Article.objects.exists()


class TestSourceConstraints:
    @pytest.mark.parametrize(
        ("values", "name"),
        [
            ({"name": ""}, "source_has_a_name"),
            ({"domain": "www.news.example"}, "source_domain_is_a_bare_host"),
            ({"domain": "News.example"}, "source_domain_is_a_bare_host"),
            ({"domain": "https://news.example"}, "source_domain_is_a_bare_host"),
            ({"domain": ""}, "source_domain_is_a_bare_host"),
            ({"country": "de"}, "source_country_is_a_code"),
            ({"language": "Deutsch"}, "source_language_is_a_tag"),
        ],
    )
    def test_refuse(self, values, name):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Source.objects.create(**{"name": "News", "domain": "news.example", **values})

    def test_refuse_one_host_twice(self):
        Source.objects.create(name="News", domain="news.example")

        with pytest.raises(IntegrityError), transaction.atomic():
            Source.objects.create(name="Other", domain="news.example")


class TestRetrievalConstraints:
    @pytest.mark.parametrize(
        ("values", "name"),
        [
            ({"way": "rumour"}, "retrieval_way_known"),
            ({"sha256": "0"}, "retrieval_sha256_is_a_sha256"),
            ({"url": "file:///etc/passwd"}, "retrieval_url_is_a_web_address"),
            ({"way": "url"}, "retrieval_fetched_from_an_address"),
            ({"way": "feed"}, "retrieval_fetched_from_an_address"),
        ],
    )
    def test_refuse(self, taken, values, name):
        whole = {"way": "paste", "sha256": "0" * 64, **values}

        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Retrieval.objects.create(snapshot=taken.snapshot, **whole)

        assert Retrieval.objects.count() == 1


class TestFeedConstraints:
    @pytest.mark.parametrize(
        ("values", "name"),
        [
            ({"url": "feed://news.example/rss"}, "feed_url_is_a_web_address"),
            ({"interval": 4}, "feed_interval_between"),
            ({"interval": 10_081}, "feed_interval_between"),
        ],
    )
    def test_refuse(self, values, name):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Feed.objects.create(**{"url": "https://news.example/rss", **values})


class TestJobConstraints:
    @pytest.mark.parametrize(
        ("values", "name"),
        [
            ({"state": "lost"}, "articles_fetch_state_known"),
            ({"state": State.FAILED, "reason": ""}, "articles_fetch_failed_says_why"),
            ({"state": State.FAILED, "finished_at": None}, "articles_fetch_over_when_finished"),
            ({"state": State.WAITING}, "articles_fetch_over_when_finished"),
            ({"state": State.FAILED, "attempt": 0}, "articles_fetch_started_before_over"),
            ({"state": State.FAILED, "started_at": None}, "articles_fetch_started_before_over"),
            ({"state": State.DONE}, "fetch_done_when_it_has_a_result"),
            ({"url": "file:///etc/passwd"}, "fetch_url_is_a_web_address"),
        ],
    )
    def test_refuse(self, values, name):
        now = timezone.now()
        failed = {
            "url": "https://news.example/a",
            "state": State.FAILED,
            "reason": "It was not there.",
            "attempt": 1,
            "started_at": now,
            "heartbeat_at": now,
            "finished_at": now,
        }
        Fetch.objects.create(**failed)

        with pytest.raises(DatabaseError, match=name), transaction.atomic():
            Fetch.objects.create(**failed | values)

        assert Fetch.objects.count() == 1

    def test_only_a_done_fetch_has_a_result(self, taken):
        with pytest.raises(IntegrityError, match="fetch_done_when_it_has_a_result"):
            Fetch.objects.create(url="https://news.example/a", retrieval=taken.retrieval)
