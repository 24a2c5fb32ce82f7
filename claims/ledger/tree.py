"""Merkle trees as Certificate Transparency has them.

Leaves and nodes are hashed under different first bytes, so that a node never passes for a leaf.
Source: RFC 6962, section 2.1 (RFC 9162 keeps the same trees).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

LEAF, NODE = b"\x00", b"\x01"
EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of one leaf: sha256(0x00 + data)."""
    return hashlib.sha256(LEAF + data).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes, in their order; that of an empty tree is sha256("")."""
    level = list(leaves)
    if not level:
        return EMPTY
    while len(level) > 1:
        level = _above(level)
    return level[0]


def path_to(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return the siblings from a leaf up to the root, the lowest first.

    Raises IndexError for a leaf that is not there.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"The tree has no leaf {index}.")
    level, siblings = list(leaves), []
    while len(level) > 1:
        if index ^ 1 < len(level):
            siblings.append(level[index ^ 1])
        level, index = _above(level), index // 2
    return siblings


def _above(level: list[bytes]) -> list[bytes]:
    """The next level: hashes of pairs; one that is left over goes up as it is."""
    pairs = zip(level[::2], level[1::2], strict=False)
    joined = [hashlib.sha256(NODE + left + right).digest() for left, right in pairs]
    return joined if len(level) % 2 == 0 else [*joined, level[-1]]
