"""Pages of the reports: who may see them, that numbers lead to as many rows, what they cost."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from claims.models import Claimant
from claims.reports import exports
from claims.reports.catalogue import COUNTED, FIGURES, SECTIONS
from claims.reports.lists import items, loaded
from tests.claims.reports.conftest import made, telling

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r'<a href="(/desk/reports/rows/[^"]+)">(\d+)</a>')
TOTAL = re.compile(r'data-total="(\d+)"')


def section(key: str, scope) -> str:
    return f"{reverse('reports:section', args=[key])}?{scope.address()}"


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    with telling(django_db_blocker, 6) as cast:
        yield cast


class TestWhoMay:
    @pytest.mark.parametrize("who", ["rosa", "rhea", "otto"])
    @pytest.mark.parametrize(
        ("name", "args"),
        [("index", []), ("kept", []), ("figure", ["steps"]), ("rows", ["steps"])],
    )
    def test_refuses_who_is_no_editor(self, desk, at_desk, who, name, args):
        client = at_desk(getattr(desk, who))

        assert client.get(reverse(f"reports:{name}", args=args)).status_code == 403

    def test_sends_an_outsider_to_the_login(self, client, db):
        answer = client.get(reverse("reports:index"))

        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("login"))

    @pytest.mark.parametrize("who", ["emil", "dana"])
    def test_lets_editors_and_managers_in(self, desk, at_desk, who):
        client = at_desk(getattr(desk, who))

        assert client.get(reverse("reports:index")).status_code == 200


class TestScope:
    @pytest.mark.parametrize(
        ("query", "says"),
        [
            ("from=2026-03-10&to=2026-03-01", "swap the two dates"),
            ("from=1900-01-01&to=1900-01-02", "from 1990 on"),
            ("from=2000-01-01&to=2020-01-01", "ten years at most"),
            ("from=yesterday", "valid date"),
            ("claimant=Nobody", "Nobody has this name"),
            ("outlet=nowhere.example", "no outlet with this host"),
        ],
    )
    def test_says_what_is_wrong_with_a_range_or_filter(self, desk, at_desk, query, says):
        answer = at_desk(desk.emil).get(f"{reverse('reports:index')}?{query}")

        assert answer.status_code == 400
        assert says in unescape(answer.content.decode())

    def test_a_filter_narrows_every_figure(self, desk, scope):
        name = Claimant.objects.get(name="Mara Quill").name
        narrow = type(scope)(scope.start, scope.end, claimant=name)

        for figure in FIGURES.values():
            assert figure.table(narrow).total.count <= figure.table(scope).total.count
        rows = FIGURES["balance-claimants"].table(narrow).rows
        assert [row.name for row in rows] == [name]


class TestLinks:
    def test_weeks_are_named_as_the_reader_writes_dates(self, desk, scope, at_desk):
        html = at_desk(desk.emil).get(section("load", scope)).content.decode()

        assert re.search(r"<bdi>\d{1,2} [A-Z][a-z]{2} 20\d\d</bdi>", html)
        assert "00:00" not in html.partition("</form>")[2].partition("<table")[2]

    def test_each_number_leads_to_as_many_rows(self, desk, scope, at_desk):
        client = at_desk(desk.emil)

        followed = 0
        for one in SECTIONS:
            page = client.get(section(one.key, scope)).content.decode()
            assert 'style="' not in page
            for address, number in set(NUMBER.findall(page)):
                there = client.get(unescape(address)).content.decode()
                assert TOTAL.search(there)[1] == number, address
                followed += 1
        assert followed > 40


class TestCost:
    @pytest.mark.parametrize("one", SECTIONS, ids=lambda one: one.key)
    def test_a_section_asks_no_more_when_there_is_more(self, desk, scope, at_desk, one):
        client = at_desk(desk.emil)

        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(section(one.key, scope))

        assert len(queries) <= 40


class TestFiles:
    def test_csv_says_what_the_table_says(self, desk, scope, at_desk):
        table = FIGURES["balance-claimants"].table(scope)
        address = reverse("reports:figure", args=["balance-claimants"])

        answer = at_desk(desk.emil).get(f"{address}?{scope.address(format='csv')}")

        lines = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
        assert answer["Content-Type"].startswith("text/csv")
        assert [line[0] for line in lines[1:-1]] == [row.name for row in table.rows]
        assert [int(line[-2]) for line in lines[1:]] == [
            *(row.total.count for row in table.rows),
            table.total.count,
        ]

    def test_a_long_list_is_sent_while_it_is_read_in_the_language_of_who_asked(
        self, desk, scope, at_desk, monkeypatch
    ):
        monkeypatch.setattr(exports, "LINES", 2)
        counted = COUNTED["steps"]
        rows = loaded(counted, counted.chosen(scope, None, None))
        with translation.override("he"):
            expected = exports.as_csv(exports.items_grid(items(counted, rows)))
        address = f"{reverse('reports:rows', args=['steps'])}?{scope.address(format='csv')}"

        answer = at_desk(desk.emil).get(address, headers={"Accept-Language": "he"})
        with translation.override("en"):
            pieces = list(answer.streaming_content)

        assert len(pieces) > 2
        assert b"".join(pieces).decode() == expected

    @pytest.mark.parametrize("text", ["=1+1", "＝1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
    def test_csv_runs_no_formula(self, text):
        assert exports.as_csv([[text]]).lstrip("\ufeff").lstrip('"').startswith("'")

    def test_the_workbook_holds_numbers_a_frozen_header_and_filters(self, desk, scope):
        Claimant.objects.filter(name="Mara Quill").update(name="=HYPERLINK(1)")

        book = openpyxl.load_workbook(io.BytesIO(made("xlsx", scope, desk.emil)))
        sheets = {sheet.title.partition(" ")[2]: sheet for sheet in book.worksheets[1:]}
        sheet = sheets["What was done"]
        table = FIGURES["steps"].table(scope)
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [
            *(row.total.count for row in table.rows),
            table.total.count,
        ]
        types = {cell.data_type for sheet in book.worksheets for row in sheet for cell in row}
        assert "f" not in types
        assert book.worksheets[0]["B1"].is_date

    def test_a_workbook_begins_where_its_language_does_and_prints_on_one_width(self, desk, scope):
        for language, is_rtl in (("en", False), ("he", True)):
            with translation.override(language):
                content = exports.list_as_xlsx("List", [["a", "b"], ["x " * 400, 1]])
            sheet = openpyxl.load_workbook(io.BytesIO(content)).active
            assert bool(sheet.sheet_view.rightToLeft) == is_rtl
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToHeight, sheet.print_title_rows) == (0, "$1:$1")
            assert sheet.row_dimensions[2].height > 15

    def test_a_list_as_a_workbook_has_times_and_numbers_as_such(self, desk, scope, at_desk):
        address = f"{reverse('reports:rows', args=['triage'])}?{scope.address(format='xlsx')}"

        answer = at_desk(desk.emil).get(address)

        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        lines = list(sheet.iter_rows(min_row=2))
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref
        assert len(lines) == COUNTED["triage"].chosen(scope).count() > 0
        assert all(line[3].is_date and isinstance(line[5].value, int | float) for line in lines)
