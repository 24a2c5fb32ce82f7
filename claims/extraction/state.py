"""What the own components have found in one Doc, in one place.

`doc._.found` and its like read and write it, for people and tests. The components ask `state_of`
once instead: an extension of spaCy is looked up anew each time, fifty times for an article.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from spacy.tokens import Doc

KEY = "plumbline"  # in Doc.user_data


@dataclass(slots=True)
class State:
    """Text and day of publication as given, and what each component adds; None until then.

    Behind `nlp.pipe(n_process=2)` the records are plain data, and the rest is None again.
    """

    source: str | None = None
    published: Any = None
    is_spoken: Any = None
    columns: Any = None
    blocks: Any = None
    sentence_spans: Any = None
    quantities: Any = None
    dates: Any = None
    quotes: Any = None
    tokens: Any = None
    entities: Any = None
    attributions: Any = None
    names: Any = None
    voices: Any = None
    speakers: Any = None
    found: Any = None
    left_out: Any = None

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(field.name for field in fields(State))


def state_of(doc: Doc) -> State:
    """Return the state of a Doc, which begins empty."""
    state = doc.user_data.get(KEY)
    if type(state) is not State:
        # Another process sends plain data.
        state = doc.user_data[KEY] = State(**(state or {}))
    return state


def _read(name: str, doc: Doc) -> Any:
    return getattr(state_of(doc), name)


def _write(name: str, doc: Doc, value: Any) -> None:
    setattr(state_of(doc), name, value)


for _name in NAMES:
    _ways = {"getter": partial(_read, _name), "setter": partial(_write, _name)}
    Doc.set_extension(_name, force=True, **_ways)
