"""Tables of a report as bars that lead to their rows."""

from __future__ import annotations

from claims.charts import Bar, Chart, drawn
from claims.reports.figures import Row, Table


def chart(table: Table) -> Chart | None:
    """Return the bars of a table, or None where there is nothing to draw."""
    columns = [name for _value, name in table.columns]
    return drawn([_bar(row) for row in table.rows], columns, unit=str(table.figure.unit))


def _bar(row: Row) -> Bar:
    cells = row.cells or [row.total]
    return Bar(row.name, [cell.count for cell in cells], [cell.href for cell in cells])
