"""Bytes of a text -> characters, without losing or inventing one."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from ..errors import UnknownEncoding
from ..language import likeliest
from ..wording import FORBIDDEN

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the web means by these names (WHATWG, Encoding Standard, 4.2).
WEB_NAMES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-sjis": "cp932",
    "utf8": "utf-8",
}
# Codecs of Python for other things than the text of a document: they take time that grows with its
# square, read escapes that nobody wrote, or know no way round a broken byte.
NO_ENCODINGS = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"}
WESTERN = {"en", "de", "fr", "es", "it", "nl", "da", "sv", "no", "pt", "fi", "id", "sq"}
CENTRAL = {"pl", "cs", "sk", "hu", "sl", "hr", "ro", "sq", "sr"}
CYRILLIC = {"ru", "uk", "bg", "sr"}
# Encodings that text files are still found in, and the languages they were made for. A guess that
# gives a text in another language is wrong: it has put some letters for others.
LANGUAGES_OF = {
    "cp1252": WESTERN, "cp1250": CENTRAL, "iso8859_2": CENTRAL, "cp1251": CYRILLIC,
    "koi8_r": CYRILLIC, "koi8_u": {"uk"}, "iso8859_5": CYRILLIC, "cp1253": {"el"},
    "cp1254": {"tr"}, "cp1255": {"he"}, "cp1256": {"ar", "fa", "ur"}, "cp1257": {"et", "lt", "lv"},
    "cp1258": {"vi"}, "cp932": {"ja"}, "euc_jp": {"ja"}, "cp949": {"ko"}, "gb18030": {"zh"},
    "big5": {"zh"},
}  # fmt: skip
FEWEST_BYTES = 100  # of a text whose encoding is guessed; shorter ones were guessed wrong
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{1,40})""")
SINGLE_BYTE = re.compile(r"cp125\d|cp874|iso8859|koi8|mac|latin")
MOST_BROKEN = 0.001  # share of a page's characters that may be broken before it is guessed at
LIKELY = 0.5  # probability of the language that a guessed text must have
UNPRINTED = re.compile(f"{FORBIDDEN.pattern}|[\x80-\x9f]")  # what no guess may lead to
MOST_NOISE = 0.2  # of 0 to 1, as charset_normalizer counts it
SAMPLE = 200_000  # bytes that a guess looks at


def decode(body: bytes, declared: str = "", *, field: str = "file") -> tuple[str, str]:
    """Return the text of `body` and the name of the encoding it is in.

    A byte order mark decides; then the `declared` encoding if the bytes agree with it, except that
    bytes which are UTF-8 are not read as a single-byte encoding; then UTF-8; then the encoding the
    text looks like. Every byte must be a character.

    Raises UnknownEncoding.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            try:
                return body.decode(name), name
            except UnicodeDecodeError:
                raise _unknown(field) from None
    told = web_name(declared)
    for name in ("utf-8", told) if SINGLE_BYTE.match(told) else (told, "utf-8"):
        if name and (text := _strictly(body, name)) is not None:
            return text, name
    if (guessed := _guessed(body)) is None:
        raise _unknown(field)
    return guessed


def _guessed(body: bytes) -> tuple[str, str] | None:
    """Return text and encoding that fit each other, or None where that cannot be told."""
    if len(body) < FEWEST_BYTES:
        return None
    for guess in from_bytes(body[:SAMPLE], cp_isolation=list(LANGUAGES_OF)):
        if guess.chaos > MOST_NOISE:
            continue
        language, likely = likeliest(str(guess))
        for name in (guess.encoding, *guess.could_be_from_charset):
            if likely < LIKELY or language not in LANGUAGES_OF.get(name, ()):
                continue
            text = _strictly(body, name)
            if text is not None and not UNPRINTED.search(text):
                return text, name
    return None


def decode_page(body: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of an HTML page and its encoding, as a browser would tell it.

    declared: the encoding of the HTTP header. A page that keeps to no encoding is read in the one
    it names, broken bytes as U+FFFD: one of them in a footer must not cost the article.
    """
    meta = META_CHARSET.search(body[:4096])
    named = web_name(declared) or web_name(meta.group(1).decode() if meta else "") or "utf-8"
    try:
        text, name = decode(body, named)
    except UnknownEncoding:
        return body.decode(named, "replace"), named
    if name != named and name != "utf-8":
        patched = body.decode(named, "replace")
        if patched.count("\ufffd") <= max(MOST_BROKEN * len(patched), 3):
            return patched, named
    return text, name


def web_name(name: str) -> str:
    """Return Python's name of the encoding a page or header means, or "" for one unknown."""
    name = name.strip().strip("\"'").lower()
    name = WEB_NAMES.get(name, name)
    try:
        # Python also knows codecs that are no text encodings; most of them refuse a string.
        known = codecs.lookup(name).name if "a".encode(name) else ""
    except (LookupError, ValueError, TypeError):
        return ""
    return "" if known in NO_ENCODINGS else known


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _unknown(field: str) -> UnknownEncoding:
    return UnknownEncoding(
        _(
            "The encoding of this text cannot be told. Save it as UTF-8 and hand it in again, "
            "or paste the text."
        ),
        field=field,
    )
