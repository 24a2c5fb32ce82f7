"""Forms that need not be listed, and what the form of a verb tells of who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

#: Endings of the feminine next to the masculine form of the same verb: Hebrew "אמר", "אמרה",
#: Arabic "قال", "قالت", "نفى", "نفت".
PAIRED = (("", "ה"), ("", "ת"), ("ה", "תה"), ("", "ت"), ("ى", "ت"))
#: The same of a form that tells it by its beginning: Arabic "يقول", "تقول".
OPENINGS = (("ي", "ت"), ("وي", "وت"))


def clitics(raw: dict[str, Any]) -> frozenset[str]:
    """Nouns with a preposition in front, for a language that writes both as one word.

    Of the table "hung": preposition -> tables of the nouns that it may stand before.
    """
    hung = raw.get("hung", {})
    told = raw.get("told", ()) if raw.get("inflected") else ()  # stands in a case of its own
    return frozenset(told).union(
        mark + noun.removeprefix(article)
        for mark, names in hung.items()
        for name in names
        for noun in (*raw.get(name, ()), *raw.get("classes", {}).get(name, ()))
        for article in ("", "ال" if mark == "لل" else "")
    )


def joined(forms: Iterable[str], conjunctions: Iterable[str]) -> list[str]:
    """The forms, and each of them with an "and" that is written together with it."""
    plain = list(forms)
    return plain + [word + form for word in conjunctions for form in plain]


def derived(forms: Iterable[str], endings: dict[str, list[str]]) -> list[str]:
    """Further forms that the listed ones tell: Russian "заявила" has "заявило", "заявили"."""
    return [
        form.removesuffix(ending) + other
        for form in forms
        for ending, others in endings.items()
        if form.endswith(ending)
        for other in others
    ]


def unwritten(marks: str) -> dict[int, None]:
    """A table for `str.translate` that leaves out marks such as Arabic vowels."""
    return dict.fromkeys(map(ord, marks))


def without_marks(raw: Any, marks: dict[int, None]) -> Any:
    """Tables as read from files, with none of these marks in any word that has more than them."""
    if isinstance(raw, str):
        return raw.translate(marks) or raw
    if isinstance(raw, list):
        return [without_marks(one, marks) for one in raw]
    if isinstance(raw, dict):
        pairs = raw.items()
        return {without_marks(key, marks): without_marks(one, marks) for key, one in pairs}
    return raw


def gender(form: str, forms: frozenset[str], endings: dict[str, list[str]]) -> str | None:
    """Return "m" or "f" where a form of a verb tells the gender of its subject.

    forms: all of the verb; endings: those that tell by themselves, by "feminine" and "masculine".
    """
    if form.endswith(tuple(endings.get("feminine", ()))):
        return "f"
    if form.endswith(tuple(endings.get("masculine", ()))):
        return "m"
    for his, hers in PAIRED:
        if form.endswith(hers) and _swapped(form, hers, his) in forms:
            return "f"
        if form.endswith(his) and _swapped(form, his, hers) in forms:
            return "m"
    for his, hers in OPENINGS:
        if form.startswith(hers) and his + form[len(hers) :] in forms:
            return "f"
        if form.startswith(his) and hers + form[len(his) :] in forms:
            return "m"
    return None


def _swapped(form: str, ending: str, other: str) -> str:
    return form[: len(form) - len(ending)] + other
