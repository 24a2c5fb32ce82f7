from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import errors, readers
from articles.intake import take_in
from articles.models import Article, Retrieval, Snapshot, Source, Way
from articles.signals import snapshot_taken

from .pdf_files import pdf
from .together import all_at_once


def nothing_was_kept():
    return not any(model.objects.exists() for model in (Source, Article, Snapshot, Retrieval))


@pytest.fixture
def heard():
    """The snapshots that were announced."""
    snapshots = []

    def hear(snapshot, **_rest):
        snapshots.append(snapshot)

    snapshot_taken.connect(hear)
    yield snapshots
    snapshot_taken.disconnect(hear)


@pytest.mark.django_db
class TestPastedText:
    def test_becomes_an_article_with_one_snapshot_and_one_retrieval(self, text, rosa):
        taken = take_in(text, way=Way.PASTE, by=rosa)

        assert taken.is_new_article and taken.is_new_snapshot
        assert taken.snapshot.text == text
        assert (taken.snapshot.number, taken.snapshot.language) == (1, "en")
        assert (taken.retrieval.by, taken.retrieval.way) == (rosa, Way.PASTE)
        assert taken.retrieval.sha256 == taken.snapshot.sha256 == taken.article.wording_key
        assert taken.article.headline == "Two of the nine locks on the Arle canal are closed"
        assert taken.article.added_by == rosa
        assert taken.article.source is None

    def test_twice_is_one_snapshot_with_two_retrievals(self, text, rosa, pavel):
        first = take_in(text, way=Way.PASTE, by=rosa)
        second = take_in(text.replace("\n", "\r\n"), way=Way.API, by=pavel)

        assert (second.article, second.snapshot) == (first.article, first.snapshot)
        assert not second.is_new_snapshot and not second.is_new_article
        assert [one.by for one in first.snapshot.retrievals.all()] == [pavel, rosa]
        assert first.article.added_by == rosa

    def test_keeps_what_the_person_says_of_it(self, text):
        noon = datetime(2026, 11, 20, 12, tzinfo=UTC)

        article = take_in(
            text,
            way=Way.PASTE,
            headline=" Locks \n closed ",
            byline="Ida Kern",
            language_tag="en_gb",
            published_at=noon,
        ).article

        article.refresh_from_db()
        assert article.headline == "Locks closed"
        assert (article.byline, article.language) == ("Ida Kern", "en-GB")
        assert article.published_at == noon

    @pytest.mark.parametrize("opening", ["", "WEBVTT\n\n"])
    def test_captions_are_called_by_the_first_words_that_were_said(self, opening):
        text = opening + "1\n00:00:01,000 --> 00:00:04,000\nthe port has lost\n\n2\n00:00:04,000"

        assert take_in(text, way=Way.PASTE).article.headline == "the port has lost"

    def test_a_text_of_figures_alone_is_called_by_the_first(self):
        assert take_in("1\n2\n3", way=Way.PASTE).article.headline == "1"

    def test_a_long_first_line_is_cut_at_a_word_for_the_headline(self):
        headline = take_in("word " * 100, way=Way.PASTE).article.headline

        assert len(headline) <= 200
        assert headline.endswith("word…")

    def test_right_to_left_text_is_kept_to_the_letter(self):
        text = "ראש העיר אמר כי \u200f12%\u200f מהתקציב\u2067 הועברו \u2069 לתושבים ביום שלישי."

        taken = take_in(text, way=Way.PASTE)

        taken.snapshot.refresh_from_db()
        assert taken.snapshot.text == text
        assert taken.snapshot.language == "he"

    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(st.text(st.characters(codec="utf-8"), max_size=300))
    def test_is_kept_to_the_code_point_or_refused(self, raw):
        try:
            with transaction.atomic():
                kept = take_in(raw, way=Way.PASTE).snapshot
        except errors.CannotTakeIn:
            return
        kept.refresh_from_db()

        assert kept.text == raw.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.django_db
class TestRefusals:
    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ("", errors.Empty),
            (" \n\t\u2003", errors.Empty),
            ("\ufeff\r\n", errors.Empty),
            ("x" * 1_000_001, errors.TooLarge),
            ("one\x00two", errors.ForbiddenCharacter),
            ("one\x1btwo", errors.ForbiddenCharacter),
            ("one\ud83dtwo", errors.ForbiddenCharacter),
        ],
    )
    def test_name_the_field_and_keep_nothing(self, given, error, heard):
        with pytest.raises(error) as refusal:
            take_in(given, way=Way.PASTE, url="https://news.example/a")

        assert refusal.value.field == "text"
        assert str(refusal.value) == refusal.value.message
        assert nothing_was_kept()
        assert heard == []

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"url": "news.example/a"}, "url"),
            ({"url": "https://rosa:x@news.example/"}, "url"),
            ({"headline": "x" * 501}, "headline"),
            ({"headline": "a\x00b"}, "headline"),
            ({"byline": "x" * 301}, "byline"),
            ({"byline": "a\ud800b"}, "byline"),
            ({"language_tag": "English, I think"}, "language"),
            ({"published_at": datetime(2026, 1, 1)}, "published_at"),
            ({"published_at": datetime(1066, 10, 14, tzinfo=UTC)}, "published_at"),
            ({"published_at": timezone.now() + timedelta(days=2)}, "published_at"),
            ({"way": Way.URL}, "url"),
            ({"way": Way.FEED}, "url"),
        ],
    )
    def test_of_what_is_said_beside_the_text(self, text, told, field):
        with pytest.raises(errors.CannotTakeIn) as refusal:
            take_in(text, **{"way": Way.PASTE, **told})

        assert refusal.value.field == field
        assert nothing_was_kept()

    def test_by_whoever_hears_of_the_snapshot_undo_everything(self, text):
        def refuse(**_rest):
            raise KeyError

        snapshot_taken.connect(refuse)
        try:
            with pytest.raises(KeyError):
                take_in(text, way=Way.PASTE, url="https://news.example/a")
        finally:
            snapshot_taken.disconnect(refuse)

        assert nothing_was_kept()


@pytest.mark.django_db
class TestAnArticleIsItsAddress:
    def test_tracking_parameters_and_fragments_name_the_same_article(self, text):
        first = take_in(text, way=Way.PASTE, url="https://News.example/a?utm_source=x#top")
        second = take_in(text, way=Way.PASTE, url="https://news.example:443/a")

        assert first.article == second.article
        assert first.article.canonical_url == "https://news.example/a"
        assert first.retrieval.url == "https://news.example/a?utm_source=x"

    def test_one_wording_in_two_outlets_is_two_articles(self, text):
        first = take_in(text, way=Way.PASTE, url="https://one.example/a")
        second = take_in(text, way=Way.PASTE, url="https://two.example/a")

        assert first.article != second.article
        assert first.snapshot.sha256 == second.snapshot.sha256
        assert {source.domain for source in Source.objects.all()} == {"one.example", "two.example"}

    def test_without_one_it_is_its_wording(self, text):
        first = take_in(text, way=Way.PASTE)
        second = take_in(text + "!", way=Way.PASTE)
        third = take_in(text, way=Way.PASTE, url="https://news.example/a")

        assert len({first.article, second.article, third.article}) == 3

    def test_an_edited_article_has_a_new_snapshot_and_keeps_the_old(self, text, heard):
        url = "https://news.example/a"
        first = take_in(text, way=Way.PASTE, url=url)
        second = take_in(text.replace("900", "950"), way=Way.PASTE, url=url)

        assert second.article == first.article
        assert (first.snapshot.number, second.snapshot.number) == (1, 2)
        assert Snapshot.objects.get(number=1).text == text
        assert heard == [first.snapshot, second.snapshot]

    def test_going_back_to_a_former_wording_is_seen(self, text):
        url, edited = "https://news.example/a", text.replace("900", "950")
        for wording in (text, edited, text):
            article = take_in(wording, way=Way.PASTE, url=url).article

        sightings = Retrieval.objects.filter(snapshot__article=article).order_by("at", "pk")
        assert [sighting.snapshot.number for sighting in sightings] == [1, 2, 1]
        assert article.snapshots.count() == 2
        assert article.current_snapshot().number == 1

    def test_the_address_that_the_page_names_counts(self, ferry_page):
        read = readers.read(ferry_page.encode(), url="https://courier.example/a?id=7")

        taken = take_in(read, way=Way.URL, url="https://courier.example/a?id=7")

        assert taken.article.canonical_url == "https://courier.example/ferry-line"
        assert taken.retrieval.url == "https://courier.example/a?id=7"


@pytest.mark.django_db
class TestOutlet:
    def test_is_made_from_the_host_when_unknown(self, text):
        source = take_in(text, way=Way.PASTE, url="https://www.news.example:8443/a").article.source

        assert (source.name, source.domain) == ("news.example", "news.example")
        assert source.homepage == "https://www.news.example:8443/"

    def test_is_found_by_the_host_when_known(self, text):
        known = Source.objects.create(name="The News", domain="news.example")

        for host in ("news.example", "www.news.example", "m.news.example"):
            assert take_in(text, way=Way.PASTE, url=f"https://{host}/a").article.source == known

        assert Source.objects.count() == 1

    def test_is_the_one_that_was_named(self, text):
        agency = Source.objects.create(name="Agency", domain="agency.example")

        article = take_in(text, way=Way.PASTE, url="https://news.example/a", source=agency).article

        assert article.source == agency
        assert Source.objects.count() == 1


@pytest.mark.django_db
class TestWhatIsKnownAlready:
    def test_is_filled_where_empty_and_never_overwritten(self, text, ferry_page):
        url = "https://courier.example/ferry-line"
        take_in(text, way=Way.PASTE, url=url, headline="Rosa's own headline")

        read = readers.read(ferry_page.encode(), url=url)
        article = take_in(read, way=Way.URL, url=url).article

        article.refresh_from_db()
        assert article.headline == "Rosa's own headline"
        assert article.byline == "Ida Kern"
        assert article.published_at == datetime(2026, 3, 4, 8, 30, tzinfo=UTC)


@pytest.mark.django_db
class TestFilesAndPages:
    def test_a_page_is_kept_with_its_reader_and_the_hash_of_its_bytes(self, ferry_page, rosa):
        read = readers.read(ferry_page.encode(), url="https://courier.example/a")

        taken = take_in(read, way=Way.URL, by=rosa, url="https://courier.example/a")

        assert taken.snapshot.reader == "html"
        assert taken.snapshot.reader_version.startswith("1 (trafilatura")
        assert taken.snapshot.language == "en-GB"
        assert taken.retrieval.sha256 == read.sha256 != taken.snapshot.sha256
        assert taken.retrieval.media_type == "text/html; charset=utf-8"

    @pytest.mark.parametrize("body", [b"Locks closed on Monday.", pdf(["Locks closed on Monday."])])
    def test_a_file_is_an_article_by_its_wording(self, body):
        taken = take_in(readers.read(body), way=Way.UPLOAD)

        assert taken.snapshot.text == "Locks closed on Monday."
        assert taken.article.canonical_url is None

    def test_one_wording_in_two_kinds_of_file_is_one_snapshot(self):
        plain = take_in(readers.read(b"Locks closed on Monday."), way=Way.UPLOAD)
        printed = take_in(readers.read(pdf(["Locks closed on Monday."])), way=Way.UPLOAD)

        assert printed.snapshot == plain.snapshot
        assert printed.retrieval.sha256 != plain.retrieval.sha256

    def test_a_plain_file_with_control_characters_is_refused(self):
        with pytest.raises(errors.ForbiddenCharacter, match=r"Line 2.*U\+000C"):
            take_in(readers.read(b"one\n\x0ctwo"), way=Way.UPLOAD)

        assert nothing_was_kept()

    def test_the_date_of_a_page_counts_whatever_its_offset(self, ferry_page):
        page = ferry_page.replace("2026-03-04T09:30:00+01:00", "2026-03-04T23:30:00+23:00")

        taken = take_in(readers.read(page.encode()), way=Way.UPLOAD)

        assert taken.article.published_at == datetime(2026, 3, 4, 0, 30, tzinfo=UTC)

    def test_an_unbelievable_date_of_a_document_is_not_kept(self, ferry_page):
        page = ferry_page.replace("2026-03-04T09:30:00+01:00", "2999-01-01T00:00:00+00:00")

        taken = take_in(readers.read(page.encode()), way=Way.UPLOAD)

        assert taken.article.published_at is None


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    @pytest.mark.parametrize("url", ["", "https://news.example/a"])
    def test_one_wording_is_one_snapshot_with_a_retrieval_for_each(self, text, url, heard):
        taken = all_at_once(*[partial(take_in, text, way=Way.PASTE, url=url)] * 8)

        assert [one for one in taken if isinstance(one, Exception)] == []
        assert len({one.snapshot.pk for one in taken}) == 1
        assert sum(one.is_new_snapshot for one in taken) == 1
        assert sum(one.is_new_article for one in taken) == 1
        assert (Article.objects.count(), Snapshot.objects.count()) == (1, 1)
        assert Retrieval.objects.count() == 8
        assert len(heard) == 1

    def test_several_wordings_of_one_article_are_numbered_in_turn(self, text):
        works = [
            partial(take_in, f"{text}{edit}", way=Way.PASTE, url="https://news.example/a")
            for edit in range(4)
        ] * 2

        taken = all_at_once(*works)

        assert [one for one in taken if isinstance(one, Exception)] == []
        assert sorted(Snapshot.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
        assert Retrieval.objects.count() == 8

    def test_several_articles_of_an_unknown_outlet_make_one_outlet(self, text):
        taken = all_at_once(
            *(
                partial(take_in, text, way=Way.PASTE, url=f"https://news.example/{number}")
                for number in range(6)
            )
        )

        assert [one for one in taken if isinstance(one, Exception)] == []
        assert (Source.objects.count(), Article.objects.count()) == (1, 6)
