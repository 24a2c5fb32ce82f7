"""Why something could not be taken in: each error is a sentence for the person who tried."""

from __future__ import annotations


class CannotTakeIn(Exception):
    """What was offered cannot be taken in; `str(error)` says why and what to do.

    field: the form field or API member the sentence is about (`text`, `file`, `url`, ...).
    """

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Empty(CannotTakeIn):
    """There is no text in it."""


class TooLarge(CannotTakeIn):
    """More bytes or characters than are taken in."""


class ForbiddenCharacter(CannotTakeIn):
    """A control character, lone surrogate or noncharacter stands in the text."""


class UnknownEncoding(CannotTakeIn):
    """The bytes are text in an encoding that cannot be told."""


class NotReadable(CannotTakeIn):
    """The bytes are of a kind no reader knows, or damaged."""


class BadField(CannotTakeIn):
    """A field beside the text (headline, byline, language, date) has a value it cannot have."""


class BadAddress(CannotTakeIn):
    """The URL is not one that can be an article's address or be fetched."""


class FetchRefused(CannotTakeIn):
    """The address must not be fetched: scheme, port, credentials or a private network."""


class FetchFailed(CannotTakeIn):
    """The address could not be fetched: network, status, size, time or kind of content.

    passing: whether another try later may succeed.
    status, retry_after: the HTTP status and the seconds its Retry-After asks for, where known.
    """

    def __init__(
        self,
        message: str,
        *,
        field: str = "url",
        passing: bool = False,
        status: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message, field=field)
        self.passing = passing
        self.status = status
        self.retry_after = retry_after
