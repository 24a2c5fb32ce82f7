"""What is asked of every word of every text, worked out once for each word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

# What hostile text can fill the memory with: words remembered in one table, and their letters.
MOST = 50_000
LONGEST = 60

Value = TypeVar("Value")


class Remembered(dict[Any, Value]):
    """Word, or its number -> what `answer` says of it; a plain look-up from the second time on."""

    def __init__(self, answer: Callable[[Any], Value]):
        super().__init__()
        self.answer = answer

    def __missing__(self, word: Any) -> Value:
        value = self.answer(word)
        if len(self) < MOST and not (isinstance(word, str) and len(word) > LONGEST):
            self[word] = value
        return value
