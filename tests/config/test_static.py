"""Gathering static files."""

from __future__ import annotations

import os

import pytest

from config.static import collect_if_changed


@pytest.fixture
def styles(settings, tmp_path):
    """One style sheet, and a place to gather it to."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "desk.css").write_text("a { color: red }")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [folder]
    settings.STATIC_ROOT = tmp_path / "static"
    return folder / "desk.css"


def test_gathers_once(styles, settings):
    assert [collect_if_changed(), collect_if_changed()] == [True, False]
    assert (settings.STATIC_ROOT / "desk.css").read_text() == "a { color: red }"


def test_gathers_again_what_has_changed(styles, settings):
    collect_if_changed()
    styles.write_text("a { color: blue }")
    os.utime(styles, (2_000_000_000, 2_000_000_000))

    assert collect_if_changed()
    assert (settings.STATIC_ROOT / "desk.css").read_text() == "a { color: blue }"
