"""The order of test files in a spread run."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from tests.order import LONGEST, file_of, longest_file_first

ROOT = Path(__file__).resolve().parent.parent


def test_every_file_of_the_list_is_there_once():
    assert len(set(LONGEST)) == len(LONGEST)
    assert not [name for name in LONGEST if not (ROOT / name).is_file()]


def test_long_files_come_first_then_those_with_many_tests():
    names = ["tests/b.py::one", "tests/a.py::one", "tests/a.py::two", f"{LONGEST[3]}::one"]
    items = [SimpleNamespace(nodeid=name) for name in names]

    items.sort(key=longest_file_first(items))

    assert [file_of(item) for item in items] == [
        LONGEST[3], "tests/a.py", "tests/a.py", "tests/b.py"
    ]  # fmt: skip
