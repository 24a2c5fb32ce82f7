"""What a Doc carries into another process: the records as plain data, working state not at all.

`nlp.pipe(texts, n_process=2)` sends each Doc back as MessagePack, which knows no classes. A record
(a claim, a figure, a date, a name) becomes what its `as_dict` returns; tokens, quotations and
attributions stay behind as None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PACKAGE = __name__.rpartition(".")[0]


def encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Plain data for an object of this package; any other is left to the next encoder."""
    if not type(value).__module__.startswith(PACKAGE):
        return value if chain is None else chain(value)
    as_dict = getattr(value, "as_dict", None)
    return as_dict() if as_dict is not None else None
