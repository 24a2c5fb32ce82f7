"""Objects that are asked for their attributes a hundred thousand times a second."""

from functools import cached_property

import pytest

from claims.extraction.attribution.surface import SurfaceReader
from claims.extraction.attribution.view import View
from claims.extraction.lexicon import lexicon
from claims.extraction.parts.clauses import Splitter
from claims.extraction.pipeline import read

FAST = 30  # attributes of an object that CPython 3.11 keeps without a dict of its own


@pytest.fixture(scope="module")
def readers():
    found = read("Ada Holm, the mayor, said on Monday that rents rose by 9%.", "en")._
    words = lexicon("en")
    view = View(found.tokens, found.quotes, words)
    return [found.names, found.speakers, found.speakers.descriptions, view, SurfaceReader(view),
            Splitter(found.tokens, words)]  # fmt: skip


def test_have_few_enough_attributes_to_find_them_fast(readers):
    """One more, and each look-up takes half as long again."""
    assert all(len(vars(reader)) < FAST for reader in readers)


def test_keep_nothing_in_a_dict(readers):
    """A cached_property makes one, after which each look-up takes twice as long."""
    classes = {kind for reader in readers for kind in type(reader).__mro__}
    assert not any(
        isinstance(way, cached_property) for kind in classes for way in vars(kind).values()
    )


def test_parts_of_the_surface_reader_hide_nothing_of_one_another():
    """Of two parts with a method of the same name one would never be asked."""
    names = [
        name
        for part in SurfaceReader.__mro__[:-1]
        for name, way in vars(part).items()
        if callable(way) and name != "__init__"
    ]
    assert len(names) == len(set(names))
