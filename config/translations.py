"""The catalogues of translations: what the sources say, what a language lacks, what Django reads.

A catalogue is `locale/LANGUAGE/LC_MESSAGES/django.po`; beside it the compiled `django.mo` is made
when it is missing or older. Babel does the work, so that no program of GNU gettext is needed. The
settings are not read here: catalogues are compiled before Django starts.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

BASE_DIR = Path(__file__).resolve().parent.parent
LOCALE = BASE_DIR / "locale"
# How many forms a counted noun has and which one a number takes: gettext's expressions.
PLURALS = {
    "he": "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
        "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
    ),
    "es": "nplurals=2; plural=(n != 1);",
}
CALLS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = """\
msgid ""
msgstr ""
"Language: {}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {}\\n"
"""
PERCENT = re.compile(r"%\((\w+)\)[sd]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one message of one catalogue."""

    language: str
    message: str
    what: str

    def __str__(self) -> str:
        return f"{self.language}: {self.what}: {self.message!r}"


def sources(base: Path = BASE_DIR) -> Iterator[Path]:
    """Yield every file whose strings people see."""
    for package in ("articles", "claims", "config"):
        for path in sorted((base / package).rglob("*.py")):
            if not {"migrations", "extraction"} & set(path.parts):
                yield path
    for path in sorted((base / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            yield path


def extracted(
    paths: Iterable[Path] | None = None, *, names: Iterable[str] = (), base: Path = BASE_DIR
) -> Catalog:
    """Return the messages of the sources, with the files they stand in.

    names: messages that stand in no source, such as those of config.naming.
    """
    catalog = Catalog(charset="utf-8")
    for path in paths if paths is not None else sources(base):
        name = path.relative_to(base).as_posix()
        text = path.read_text("utf-8")
        if path.suffix != ".py":
            # Inside brackets Python's tokenizer does not mind how a line is indented.
            text = f"({templatize(text, origin=name)}\n)"
        for _line, message, comments, context in extract(
            "python", BytesIO(text.encode()), keywords=CALLS, comment_tags=["Translators:"]
        ):
            catalog.add(message, locations=[(name, None)], auto_comments=comments, context=context)
    for name in sorted(names):
        catalog.add(name, locations=[] if name in catalog else [("config/naming.py", None)])
    return catalog


def catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/django.po"))


def read(language: str) -> Catalog:
    """Return the catalogue of a language, an empty one where there is none yet."""
    path = catalogue(language)
    if not path.exists():
        return read_po(BytesIO(HEADER.format(language, PLURALS[language]).encode()))
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(language: str, catalog: Catalog) -> None:
    """Write a catalogue in the order of its messages, so that two additions seldom collide."""
    path = catalogue(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        # A header of our own: without dates, two people's updates do not collide.
        file.write(f"{HEADER.format(language, PLURALS[language])}\n".encode())
        write_po(
            file,
            catalog,
            width=100,
            omit_header=True,
            sort_output=True,
            ignore_obsolete=True,
            include_lineno=False,
        )


def update(language: str, found: Catalog) -> None:
    """Bring a catalogue to the messages of the sources; no translation is guessed."""
    catalog = read(language)
    catalog.update(found, no_fuzzy_matching=True, update_creation_date=False)
    write(language, catalog)


def faults(language: str, found: Catalog) -> list[Fault]:
    """Return what a catalogue lacks against the messages of the sources."""
    catalog = read(language)
    wrong = []
    for message in found:
        if message.id:
            what = fault_of(message, catalog.get(_key(message), message.context), catalog)
            if what:
                wrong.append(Fault(language, _key(message), what))
    return wrong


def fault_of(message: Message, translated: Message | None, catalog: Catalog) -> str:
    """Say what is wrong with one translation; empty when nothing is."""
    if translated is None:
        return "is missing"
    if translated.fuzzy:
        return "is only guessed"
    wanted = list(message.id) if message.pluralizable else [message.id]
    forms = translated.string
    forms = list(forms) if isinstance(forms, tuple | list) else [forms]
    if not all(forms):
        return "is not translated"
    if message.pluralizable and len(forms) != catalog.num_plurals:
        return f"has {len(forms)} plural forms instead of {catalog.num_plurals}"
    # A form for one or two may say the number as a word; the others have what the source has.
    needed, allowed = places(wanted[-1]), places(*wanted)
    if any(not places(form) <= allowed for form in forms) or places(forms[-1]) != needed:
        return "has other placeholders"
    return ""


def places(*texts: str) -> set[str]:
    """Return the placeholders of a message, in both notations."""
    found: set[str] = set()
    for text in texts:
        found |= {f"%{name}" for name in PERCENT.findall(text)}
        with contextlib.suppress(ValueError):  # A brace that is only a brace.
            found |= {name for _text, name, _spec, _conv in Formatter().parse(text) if name}
    return found


def _key(message: Message) -> str:
    return message.id[0] if message.pluralizable else message.id


def compile_changed() -> list[str]:
    """Compile each catalogue that changed since; return the languages that were compiled."""
    done = []
    for language in languages():
        path = catalogue(language)
        made = path.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= path.stat().st_mtime:
            continue
        _compile(language, made)
        done.append(language)
    return done


def _compile(language: str, made: Path) -> None:
    """Write one compiled catalogue in one step: another process may be reading it."""
    with tempfile.NamedTemporaryFile(dir=made.parent, suffix=".part", delete=False) as part:
        write_mo(part, read(language))
    part_path = Path(part.name)
    part_path.chmod(0o644)
    part_path.replace(made)
