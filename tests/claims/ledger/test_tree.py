"""The trees are those of RFC 6962, tried with the vectors of Certificate Transparency."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ledger import tree, verify
from tests.claims.ledger.outsiders import receipt_script

SCRIPT = receipt_script()

# Inputs and roots that every implementation of Certificate Transparency is tried with.
INPUTS = [
    bytes.fromhex(text)
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def leaves(count: int) -> list[bytes]:
    return [tree.leaf_hash(data) for data in INPUTS[:count]]


@pytest.mark.parametrize("count", ROOTS)
def test_roots_are_those_of_the_standard(count):
    assert tree.root_of(leaves(count)).hex() == ROOTS[count]


def test_of_nothing_it_is_the_hash_of_nothing():
    assert tree.root_of([]) == hashlib.sha256(b"").digest()


def test_a_leaf_that_is_not_there_has_no_path():
    with pytest.raises(IndexError):
        tree.path_to(8, leaves(8))


@given(st.integers(1, 40), st.data())
def test_the_script_of_outsiders_builds_the_same_and_follows_every_path(count, data):
    index = data.draw(st.integers(0, count - 1))
    found = [tree.leaf_hash(bytes([number])) for number in range(count)]

    assert verify.merkle(found) == tree.root_of(found)
    path = tree.path_to(index, found)
    assert SCRIPT.climbed(found[index], index, count, path) == tree.root_of(found)
    with pytest.raises(ValueError):
        SCRIPT.climbed(found[index], index, count, [*path, b"more"])
