"""Peoples and what they are called after: "Ostrians" of Ostria."""

from __future__ import annotations

from collections.abc import Collection

from .tables import Tables

SHORTEST = 4  # letters of a name that others are called after
LISTED = 5  # letters that a word for the people of a listed place has more than


def homelands(names: Collection[str], table: Tables) -> dict[str, set[str]]:
    """A word for people -> the place they are of, where a text has both or the place is listed:
    "Ostrian", "Ostria"; "Ostravan", "Ostrava Sel"."""
    endings = tuple(table.words.get("people_endings", ()))
    found: dict[str, set[str]] = {}
    towns: dict[str, str] | None = None
    for name in names:
        if " " in name or not name.endswith(endings):
            continue
        if towns is None:
            towns = {name.partition(" ")[0]: name for name in names if " " in name}
        stems = {name.removesuffix(ending) for ending in endings if name.endswith(ending)}
        homes = {stem + ending for stem in stems for ending in ("", "a", "ia", "y")} - {name}
        homes = {home for home in homes if len(home) >= SHORTEST}
        if own := {
            home if home in names else towns[home]
            for home in homes
            if home in names or home in towns
        }:
            found[name] = own
        elif (
            len(name) > LISTED
            and any(table.known.get(stem) == "place" for stem in stems)
            and not (table.kind_of(name) or table.is_given(name))
        ):
            found[name] = set()
    return found
