"""Refusals, worded for the person who is refused. Nothing was changed when one is raised."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """Something cannot be done. `message` is a sentence for people, `code` a word for programs.

    field: the input it is about, where it is about one.
    """

    code = "refused"

    def __init__(self, message: str, *, field: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = str(message)
        self.field = field
        self.code = code or type(self).code

    def __str__(self) -> str:
        return self.message


class Forbidden(Refused):
    """This person may not do it."""

    code = "forbidden"


class SameEyes(Forbidden):
    """An author would have approved their own revision."""

    code = "same_eyes"


class Conflict(Refused):
    """It cannot be done as things stand now."""

    code = "conflict"


class WrongState(Conflict):
    """The claim or verdict is in a state from which this does not follow."""

    code = "wrong_state"


class Leased(Conflict):
    """Somebody else has the claim in hand."""

    code = "leased"


class Outdated(Conflict):
    """The answer was given to an older text. `newer` holds what it is now."""

    code = "outdated"

    def __init__(self, message: str, *, newer: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.newer = newer or {}


class Incomplete(Refused):
    """Something is missing. `missing` maps a field to the sentence that says what."""

    code = "incomplete"

    def __init__(self, message: str, *, missing: dict[str, str]) -> None:
        super().__init__(message)
        self.missing = missing


class Invalid(Refused):
    """An input is not usable; `field` names it."""

    code = "invalid"


class NotThere(Refused):
    """There is no such thing, or not for this person."""

    code = "not_there"
