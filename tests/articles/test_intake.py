from __future__ import annotations

import pytest

from articles import errors
from articles.intake import take_in
from articles.models import Article, Retrieval, Snapshot, Source, Way

pytestmark = pytest.mark.django_db


class TestPastedText:
    def test_becomes_an_article_with_one_snapshot_and_one_retrieval(self, text, rosa):
        taken = take_in(text, way=Way.PASTE, by=rosa)

        assert taken.is_new_article and taken.is_new_snapshot
        assert taken.snapshot.text == text
        assert taken.snapshot.number == 1
        assert taken.snapshot.language == "en"
        assert taken.retrieval.by == rosa
        assert taken.article.headline == "Two of the nine locks on the Arle canal are closed"
        assert taken.article.added_by == rosa
        assert taken.article.source is None

    def test_twice_is_one_snapshot_with_two_retrievals(self, text, rosa, pavel):
        first = take_in(text, way=Way.PASTE, by=rosa)
        second = take_in(text, way=Way.PASTE, by=pavel)

        assert second.article == first.article
        assert second.snapshot == first.snapshot
        assert not second.is_new_snapshot
        assert first.snapshot.retrievals.count() == 2

    def test_empty_is_refused(self, rosa):
        with pytest.raises(errors.Empty) as refusal:
            take_in(" \n\t ", way=Way.PASTE, by=rosa)

        assert refusal.value.field == "text"
        assert not Article.objects.exists()
        assert not Snapshot.objects.exists()
        assert not Retrieval.objects.exists()


class TestAnArticleIsItsAddress:
    def test_tracking_parameters_and_fragments_name_the_same_article(self, text):
        first = take_in(text, way=Way.PASTE, url="https://News.example/a?utm_source=x#top")
        second = take_in(text, way=Way.PASTE, url="https://news.example:443/a")

        assert first.article == second.article
        assert first.article.canonical_url == "https://news.example/a"

    def test_one_wording_in_two_outlets_is_two_articles(self, text):
        first = take_in(text, way=Way.PASTE, url="https://one.example/a")
        second = take_in(text, way=Way.PASTE, url="https://two.example/a")

        assert first.article != second.article
        assert {source.domain for source in Source.objects.all()} == {"one.example", "two.example"}
