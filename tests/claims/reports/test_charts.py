"""Pictures: bars as long as their counts, from either side, without style or script."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils import translation
from lxml import etree

from claims.charts import steps
from claims.reports.charts import chart
from claims.reports.figures import Cell, Row, Table
from claims.reports.tables import Frame

NAMES = ["Mara <b>&", "קוויל", "Jon " * 20]


def table(*counts: tuple[int, int]) -> Table:
    figure = SimpleNamespace(title="Ratings", unit="claims")
    columns = [("a", "true"), ("b", "false")]
    lists = SimpleNamespace(cell=lambda one, *_place, of: Cell(one, f"/rows?a={one}&b=1"))
    frame = Frame(columns, lists, lists, whole=0)
    rows = [
        Row(name, name, list(pair), sum(pair), frame=frame)
        for name, pair in zip(NAMES, counts, strict=False)
    ]
    return Table(figure, columns, rows, Cell(0, "/"))


def drawn(*counts) -> list[dict[str, str]]:
    svg = etree.fromstring(chart(table(*counts)).svg)
    return [dict(one.attrib) for one in svg.iter("rect")]


def share(text: str) -> float:
    return float(text.removesuffix("%"))


class TestBars:
    def test_are_as_long_as_their_counts_and_follow_one_another(self):
        bars = drawn((3, 1), (0, 8))

        long = max(share(bar["width"]) for bar in bars)
        widths = {(bar["class"][-1], round(share(bar["width"]) / long * 8)) for bar in bars}
        assert widths == {("0", 3), ("1", 1), ("1", 8)}
        first, second = sorted(
            (bar for bar in bars if bar["y"] == bars[0]["y"]), key=lambda bar: bar["class"]
        )
        assert share(second["x"]) == pytest.approx(share(first["x"]) + share(first["width"]))

    def test_grow_from_the_right_in_languages_that_begin_there(self):
        left = drawn((3, 1), (2, 2))
        with translation.override("he"):
            right = drawn((3, 1), (2, 2))

        for one, other in zip(left, right, strict=True):
            mirrored = 100 - share(one["x"]) - share(one["width"])
            assert share(other["x"]) == pytest.approx(mirrored, abs=0.01)

    def test_need_neither_style_nor_script_and_lead_to_their_rows(self):
        svg = chart(table((3, 1), (1, 1), (1, 0))).svg
        tree = etree.fromstring(svg)

        assert not [one for one in tree.iter() if one.tag in ("style", "script", "defs")]
        assert not [one for one in tree.iter() if "style" in one.attrib]
        assert {one.get("href") for one in tree.iter("a")} == {"/rows?a=3&b=1", "/rows?a=1&b=1"}
        assert "<b>" not in svg
        names = [one.text for one in tree.iter("text") if one.get("class") == "chart__name"]
        assert names[:2] == NAMES[:2]
        assert len(names[2]) == 48

    def test_are_none_where_nothing_is_counted(self):
        assert chart(table((0, 0))) is None


@pytest.mark.parametrize("most", [1, 2, 7, 12, 99, 100, 101, 12345, 1_000_000])
def test_steps_are_few_round_and_reach_the_longest_bar(most):
    found = steps(most)

    assert found[0] == 0 and found[-1] >= most > found[-2]
    assert len(found) <= 7
    assert str(found[1]).rstrip("0") in ("1", "2", "5")
