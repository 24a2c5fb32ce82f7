"""The keys of the desk: one table for the buttons, the sheet and the preferences."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from claims.accounts.models import User

# One sign, or two after one another, or Ctrl and a named key.
FORM = re.compile(r"^(\S|[A-Z] [A-Z]|Ctrl\+(Enter|S))$")


@dataclass(frozen=True, slots=True)
class Key:
    """What a key does. act: the name that the button carries in `data-act`."""

    act: str
    default: str
    label: str | Promise
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class KeyGroup:
    label: str | Promise
    keys: tuple[Key, ...]


GROUPS = (
    KeyGroup(
        _("Moving"),
        (
            Key("next", "J", _("Next claim in the list")),
            Key("previous", "K", _("Previous claim in the list")),
            Key("next_here", "]", _("Next claim in the article")),
            Key("previous_here", "[", _("Previous claim in the article")),
            Key("choose", "V", _("Choose the row of a list")),
            Key("search", "/", _("Search")),
            Key("go_queue", "G Q", _("Go to the queue")),
            Key("go_board", "G B", _("Go to the board")),
            Key("go_inbox", "G I", _("Go to the inbox")),
            Key("go_articles", "G A", _("Go to the articles")),
            Key("go_reports", "G R", _("Go to the reports")),
            Key("sheet", "?", _("Show the keys"), is_fixed=True),
        ),
    ),
    KeyGroup(
        _("Deciding on a claim"),
        (
            Key("accept", "S", _("Accept into the queue")),
            Key("dismiss", "X", _("Dismiss; then the digit of the reason")),
            Key("mark_duplicate", "M", _("The same as another claim")),
            Key("tell_apart", "N", _("Not the same as the claim that looks alike")),
            Key("take", "L", _("Take in hand or release")),
            Key("assign", "W", _("Assign")),
            Key("undo", "Z", _("Undo within ten seconds, or back to what was decided")),
        ),
    ),
    KeyGroup(
        _("Checking"),
        (
            Key("edit", "I", _("Edit the wording")),
            Key("evidence", "E", _("Add evidence")),
            Key("pin", "Q", _("Pin the selected text as quote")),
            Key("for", "F", _("Evidence for the claim")),
            Key("against", "A", _("Evidence against the claim")),
            Key("context", "O", _("Evidence as context")),
            Key("rationale", "T", _("Write the rationale")),
            Key("comment", "C", _("Write a comment")),
            Key("history", "H", _("History")),
            Key("diff", "D", _("What changed")),
            Key("submit", "Ctrl+Enter", _("Submit, and on to the next"), is_fixed=True),
        ),
    ),
    KeyGroup(
        _("Editing"),
        (
            Key("approve", "Y", _("Approve")),
            Key("return", "R", _("Return to the authors")),
            Key("publish", "P", _("Publish")),
            Key("start_correction", "B", _("Start a correction")),
        ),
    ),
)
KEYS = {key.act: key for group in GROUPS for key in group.keys}
# Digits choose a rating or a reason, so that no act can have one.
RESERVED = set("0123456789")


def keymap(preferences: Mapping[str, Any]) -> dict[str, str]:
    """Return the key of each act: the person's own, else the default."""
    own = preferences.get("keys")
    own = own if isinstance(own, dict) else {}
    return {
        act: own[act] if isinstance(own.get(act), str) and own[act] else key.default
        for act, key in KEYS.items()
    }


def as_attribute(user: User) -> str:
    """Return the person's keys as JSON for the page; empty where keys are switched off."""
    if user.preferences.get("keys_off"):
        return ""
    return json.dumps(keymap(user.preferences), ensure_ascii=True)


def clashes(keys: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong with a keymap: act -> what is in the way, an act or the form itself."""
    wrong: dict[str, str] = {}
    taken: dict[str, str] = {}
    starts = {key.split(" ")[0] for key in keys.values() if " " in key}
    for act, key in keys.items():
        other = taken.setdefault(key.upper(), act)
        if not (FORM.match(key) and key.isprintable()) or key in RESERVED:
            wrong[act] = ""
        elif other != act:
            wrong[act] = other
        elif " " not in key and key.upper() in starts:
            wrong[act] = next(name for name, used in keys.items() if used.startswith(f"{key} "))
    return wrong


def groups(keys: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the table with the person's keys, for the sheet."""
    return [
        {
            "label": group.label,
            "keys": [{"label": key.label, "signs": keys[key.act].split(" ")} for key in group.keys],
        }
        for group in GROUPS
    ]
