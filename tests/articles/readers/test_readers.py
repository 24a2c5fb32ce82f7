from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from articles import readers
from articles.errors import CannotTakeIn, Empty, NotReadable, TooLarge, UnknownEncoding
from articles.readers import Kind, kind_of
from articles.readers.pdf import paragraphs
from articles.wording import FORBIDDEN

from ..pdf_files import pdf


def word_file(*paragraphs: str, heading: str = "", table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    if heading:
        document.add_heading(heading, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, values in zip(grid.rows, table, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    return _saved(document)


def _saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


class TestPlainText:
    def test_is_kept_to_the_letter(self):
        read = readers.read("  Über uns\r\n\r\n\tZeile 2  \n".encode())

        assert read.text == "  Über uns\n\n\tZeile 2  \n"
        assert read.media_type == "text/plain; charset=utf-8"
        assert (read.reader, read.title) == ("plain", "")

    def test_keeps_control_characters_for_the_door_to_refuse(self):
        assert readers.read(b"one\x0ctwo").text == "one\x0ctwo"

    def test_the_hash_is_of_the_bytes_as_they_came(self):
        mark, plain = readers.read(b"\xef\xbb\xbfabc"), readers.read(b"abc")

        assert mark.text == plain.text
        assert mark.sha256 != plain.sha256


class TestWebPage:
    def test_is_headline_paragraphs_and_captions_in_blocks(self, ferry_page):
        read = readers.read(ferry_page.encode(), url="https://courier.example/a")

        assert read.text.split("\n\n") == [
            "Ferry line to stop in May",
            "The ferry between Holm and Arle carries 3,200 people a week. It will stop on 1 May, "
            "the county said on Tuesday.",
            "“We never promised the money,” said Mayor Olaf Lind. He denied that a letter had "
            "been sent.",
            "What people say",
            "Many of the islanders work in Arle and cannot drive there. Some 41 percent have no "
            "car, and the next bridge is 63 kilometres away.",
            "Fares rose by 12 percent in 2024.",
            "Two of three boats are old.",
            "The ferry Anna at the pier in Holm.",
        ]

    def test_says_what_the_page_says_of_itself(self, ferry_page):
        read = readers.read(ferry_page.encode(), url="https://courier.example/a?x=1")

        assert read.title == "Ferry line to stop in May"
        assert read.byline == "Ida Kern"
        assert read.published == datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
        assert read.language == "en-GB"
        assert read.canonical_url == "https://courier.example/ferry-line"
        assert read.media_type == "text/html; charset=utf-8"
        assert read.reader_version.startswith("1 (trafilatura ")

    def test_reads_the_time_from_linked_data(self, ferry_page):
        linked = (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
            '"datePublished": "2026-03-05T07:00:00Z"}]}</script></head>'
        )

        read = readers.read(ferry_page.replace("</head>", linked).encode())

        assert read.published == datetime(2026, 3, 5, 7, tzinfo=UTC)

    @pytest.mark.parametrize("data", ["{", "[" * 5000, '{"@graph": 3}', '{"datePublished": [1]}'])
    def test_broken_linked_data_does_no_harm(self, ferry_page, data):
        linked = f'<script type="application/ld+json">{data}</script></head>'

        read = readers.read(ferry_page.replace("</head>", linked).encode())

        assert read.published == datetime(2026, 3, 4, 8, 30, tzinfo=UTC)

    def test_keeps_joiners_that_a_script_needs(self, ferry_page):
        persian = "شهردار گفت که می‌خواهد هزینه‌ها را دوازده درصد کم کند. " * 4

        read = readers.read(ferry_page.replace("<h2>", f"<p>{persian}</p><h2>").encode())

        assert persian.strip() in read.text

    def test_leaves_no_character_that_the_door_refuses(self, ferry_page):
        read = readers.read(ferry_page.replace("said on", "said&#11; on&#xFFFE;").encode())

        assert "the county said on" in read.text
        assert FORBIDDEN.search(read.text) is None

    @pytest.mark.parametrize(
        "body",
        [
            b"<html><body></body></html>",
            b"<!doctype html><title>x</title><p>Please log in to read on.</p>",
            b"<html><script>document.write('all of it')</script></html>",
            b"<html>" + b"<div>" * 5000,
        ],
    )
    def test_without_an_article_is_refused(self, body):
        with pytest.raises(NotReadable, match="paste"):
            readers.read(body)

    def test_of_endless_elements_is_refused(self):
        with pytest.raises(TooLarge, match="30,000"):
            readers.read(b"<html><body>" + b"<p>Said the mayor.</p>" * 40_000)


class TestPdf:
    def test_joins_lines_to_paragraphs(self):
        lines = [
            "The county closed two of the nine locks on the canal, and the traffic on it fell",
            "from 1,400 to 900 barges a month, which is less than in any of the years be-",
            "fore the war.",
            "Nobody asked the boatmen, and nobody means to, said the woman who has spoken for",
            "them since 1998.",
        ]

        read = readers.read(pdf(lines, title="Two locks closed"))

        assert read.title == "Two locks closed"
        assert read.text.split("\n\n") == [
            "The county closed two of the nine locks on the canal, and the traffic on it fell "
            "from 1,400 to 900 barges a month, which is less than in any of the years before "
            "the war.",
            "Nobody asked the boatmen, and nobody means to, said the woman who has spoken for "
            "them since 1998.",
        ]

    def test_reads_on_over_the_end_of_a_page(self):
        first = ["The traffic on the canal has fallen in every month of the year that is now at"]

        read = readers.read(pdf(first, ["its end, the board says."]))

        assert read.text.endswith("year that is now at its end, the board says.")

    def test_a_hyphen_before_a_capital_or_figure_stays(self):
        joined = paragraphs("The Arle-\nHolm line and its class-\n19 boats")

        assert joined == ["The Arle-Holm line and its class-19 boats"]

    def test_without_text_is_refused(self):
        with pytest.raises(NotReadable, match="pictures"):
            readers.read(pdf([]))

    def test_with_too_many_pages_is_refused(self):
        with pytest.raises(TooLarge, match="301 pages"):
            readers.read(pdf(*[["x"]] * 301))

    def test_with_more_text_than_is_taken_in_is_not_read_on(self, settings):
        settings.ARTICLE_MAX_CHARACTERS = 1000

        with pytest.raises(TooLarge, match="1,000 characters"):
            readers.read(pdf(["The county closed two locks."] * 50))

    @pytest.mark.parametrize("body", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff\x00" * 500])
    def test_damaged_is_refused(self, body):
        with pytest.raises(NotReadable, match="damaged"):
            readers.read(body)


class TestWordFile:
    def test_is_its_paragraphs_and_table_rows(self):
        body = word_file("One.", "", "Two\tmore.", heading="Locks", table=[["a", "b"], ["1", "2"]])

        read = readers.read(body)

        assert read.text.split("\n\n") == ["Locks", "One.", "Two\tmore.", "a | b", "1 | 2"]
        assert read.title == "Locks"

    def test_damaged_is_refused(self):
        with pytest.raises(NotReadable, match="damaged"):
            readers.read(archive(word__document_xml=b"<w:document"))

    def test_that_unpacks_to_too_much_is_refused(self):
        with pytest.raises(TooLarge, match="unpacks"):
            readers.read(archive(word__document_xml=b" " * 31_000_000))

    def test_does_not_follow_entities(self):
        bomb = b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'

        with pytest.raises(NotReadable):
            readers.read(archive(word__document_xml=bomb))

    def test_a_merged_cell_is_read_once(self):
        document = docx.Document()
        grid = document.add_table(2, 3)
        grid.cell(0, 0).merge(grid.cell(0, 1)).text = "both"
        grid.cell(0, 2).merge(grid.cell(1, 2)).text = "down"
        grid.cell(1, 0).text, grid.cell(1, 1).text = "left", "right"

        assert readers.read(_saved(document)).text == "both | down\n\nleft | right"

    def test_a_cell_costs_no_more_than_it_holds_whatever_width_it_claims(self):
        document = docx.Document()
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "wide"
        cell._tc.get_or_add_tcPr().get_or_add_gridSpan().val = 10**9

        assert readers.read(_saved(document)).text == "wide"


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("body", "says"),
        [
            (b"\x89PNG\r\n\x1a\n" + b"\x00" * 9, "a picture"),
            (b"\xff\xd8\xff\xe0JFIF", "a picture"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Office file"),
            (b"\x1f\x8b\x08\x00....", "a compressed file"),
            (b"PK\x03\x04....", "an archive"),
            (b"text with a \x00 in it", "no text"),
            (b'<?xml version="1.0"?><rss></rss>', "an XML file"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "an XML file"),
            (b"{\\rtf1 hello}", "an RTF file"),
        ],
    )
    def test_is_refused_by_its_kind(self, body, says):
        with pytest.raises(NotReadable, match=says) as refusal:
            readers.read(body, field="upload")

        assert refusal.value.field == "upload"

    def test_nothing_is_refused(self):
        with pytest.raises(Empty):
            readers.read(b"")

    def test_more_than_the_limit_is_refused_with_both_numbers(self, settings):
        settings.ARTICLE_MAX_BYTES = 1_000_000

        with pytest.raises(TooLarge, match=r"1\.1 MB; at most 1 MB"):
            readers.read(b"x" * 1_100_000)

    def test_a_name_that_lies_about_the_kind_changes_nothing(self):
        with pytest.raises(NotReadable):
            readers.read(b"\x89PNG\r\n\x1a\n", media_type="text/plain")
        assert readers.read(b"plain words", media_type="application/pdf").reader == "plain"

    @pytest.mark.parametrize("seed", range(20))
    def test_noise_is_refused_or_read_and_nothing_else(self, seed):
        state, noise = seed + 1, bytearray()
        while len(noise) < 2000:
            state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
            noise.append(state >> 56 or 1)

        with pytest.raises((NotReadable, UnknownEncoding)):
            readers.read(bytes(noise))
        for head in (b"%PDF-1.4\n", b"<html>", b"PK\x03\x04"):
            with pytest.raises(CannotTakeIn):
                readers.read(head + bytes(noise))

    def test_a_row_of_comments_is_told_at_once_from_a_page(self):
        comments = b"<!---->" * 500

        assert kind_of(comments + b"<p>x</p>") is Kind.HTML
        assert kind_of(comments + b"x") is Kind.PLAIN
