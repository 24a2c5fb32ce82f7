"""Which files come first, so that the processes of a spread run end at the same time.

A file is one piece of work for one process. Those that start processes and wait for them, or hold
a browser, take longest and have few tests, so that their number says nothing. They come first, in
turn: a desk that is waited for leaves its core to pages that are drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

LONGEST = [
    "tests/config/test_up.py",
    "tests/claims/desk/test_browser.py",
    "tests/flows/test_recovery.py",
    "tests/claims/reports/test_large.py",
    "tests/config/test_backups.py",
    "tests/claims/admin/test_browser.py",
    "tests/flows/test_paste_to_published.py",
    "tests/claims/desk/test_browser_work.py",
    "tests/flows/test_fetched_articles.py",
    "tests/claims/desk/test_browser_keys.py",
    "tests/config/test_embedded.py",
    "tests/claims/reports/test_summaries.py",
    "tests/claims/reports/test_figures.py",
    "tests/claims/desk/test_browser_naming.py",
    "tests/claims/public/test_every_page.py",
    "tests/claims/desk/test_browser_people.py",
    "tests/claims/desk/test_browser_selection.py",
    "tests/claims/reports/test_pack.py",
    "tests/claims/ledger/test_checking.py",
    "tests/claims/api/test_sync.py",
    "tests/claims/reports/test_browser.py",
    "tests/claims/api/test_docs_page.py",
    "tests/claims/api/test_generated_client.py",
    "tests/claims/reports/test_frozen.py",
    "tests/config/test_start.py",
    "tests/claims/api/test_contract.py",
    "tests/claims/extraction/test_quality.py",
]


def longest_file_first(items: list[pytest.Item]) -> Callable[[pytest.Item], tuple]:
    """Return a key that sorts whole files; within a file the order stays.

    Behind those of the list, files with many tests come before those with few.
    """
    counts = Counter(file_of(item) for item in items)
    places = {name: place for place, name in enumerate(LONGEST)}

    def key(item: pytest.Item) -> tuple[int, int, str]:
        name = file_of(item)
        return places.get(name, len(places)), -counts[name], name

    return key


def file_of(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]
