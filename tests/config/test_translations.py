"""Translations: every message is found in the sources, and a bad translation is named."""

from __future__ import annotations

import gettext
import re

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from django.template.base import Lexer, TokenType

from config import translations
from config.naming import shown_names

TEMPLATE = """\
{% load i18n %}
{% comment %} {% translate "Not this" %} {% endcomment %}
<p title="{% translate 'A title' %}">{% translate "May" context "month" %}</p>
      {% blocktranslate trimmed %}
    Two lines
  of {{ thing }}.
      {% endblocktranslate %}
{% blocktranslate count counter=n %}{{ counter }} claim{% plural %}\
{{ counter }} claims{% endblocktranslate %}
{{ name|default:_("nobody") }}
"""
PYTHON = '''\
from django.utils.translation import gettext_lazy as lazy, ngettext, pgettext
LABEL = lazy("A label")
def words(n):
    """Not _("this")."""
    return ngettext("One row", "{n} rows", n), pgettext("verb", "Open"), _("Joined "
        "words")
'''


@pytest.fixture
def found(tmp_path):
    (tmp_path / "page.html").write_text(TEMPLATE)
    (tmp_path / "words.py").write_text(PYTHON)
    paths = [tmp_path / "page.html", tmp_path / "words.py"]
    return translations.extracted(paths, base=tmp_path)


@pytest.fixture
def locale(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "LOCALE", tmp_path / "locale")
    return tmp_path / "locale"


class TestExtraction:
    def test_finds_what_templates_and_modules_say(self, found):
        said = {(message.context, message.id) for message in found if message.id}

        assert said == {
            (None, "A title"),
            ("month", "May"),
            (None, "Two lines of %(thing)s."),
            (None, ("%(counter)s claim", "%(counter)s claims")),
            (None, "nobody"),
            (None, "A label"),
            (None, ("One row", "{n} rows")),
            ("verb", "Open"),
            (None, "Joined words"),
        }

    def test_names_the_file_and_no_line(self, found):
        assert found.get("A label").locations == [("words.py", None)]


class TestFaults:
    @pytest.mark.parametrize(
        ("source", "translated", "what"),
        [
            ("Kept: {n}", "Guardados: {n}", ""),
            ("{length:,} of {most:,}", "{most:,} y {length:,}", ""),
            ("Kept: {n}", "Guardados: {m}", "has other placeholders"),
            ("Kept: %(n)s", "Guardados", "has other placeholders"),
            ("Kept", "", "is not translated"),
            (("One row", "{n} rows"), ("Una fila", "{n} filas"), ""),
            (("{n} row", "{n} rows"), ("Una fila", "{n} filas"), ""),
            (("{n} row", "{n} rows"), ("{n} fila", "Filas"), "has other placeholders"),
            (("{n} row", "{n} rows"), ("{n} fila", ""), "is not translated"),
        ],
    )
    def test_of_one_message(self, locale, source, translated, what):
        wanted = Catalog()
        wanted.add(source)
        catalog = translations.read("es")
        catalog.add(source, translated)
        translations.write("es", catalog)

        assert [fault.what for fault in translations.faults("es", wanted)] == [what] * bool(what)

    def test_of_a_message_that_nobody_translated(self, locale, found):
        named = [str(fault) for fault in translations.faults("ar", found)]

        assert "ar: is missing: 'A label'" in named

    def test_an_update_adds_messages_and_keeps_translations(self, locale, found):
        catalog = translations.read("ru")
        catalog.add("A label", "Надпись")
        catalog.add("No longer said", "Прежнее")
        translations.write("ru", catalog)

        translations.update("ru", found)

        catalog = translations.read("ru")
        assert catalog.get("A label").string == "Надпись"
        assert catalog.get("nobody").string == ""
        assert catalog.get("No longer said") is None
        assert not any(message.fuzzy for message in catalog if message.id)


class TestCompiling:
    def test_makes_what_gettext_reads_and_only_when_it_changed(self, locale):
        catalog = translations.read("ru")
        catalog.add(("{n} claim", "{n} claims"), ("{n} а", "{n} б", "{n} в"))
        translations.write("ru", catalog)

        assert translations.compile_changed() == ["ru"]
        assert translations.compile_changed() == []
        with translations.catalogue("ru").with_suffix(".mo").open("rb") as file:
            read = gettext.GNUTranslations(file)
        forms = [read.ngettext("{n} claim", "{n} claims", n) for n in (1, 3, 11, 21, 100)]
        assert forms == ["{n} а", "{n} б", "{n} в", "{n} а", "{n} в"]

    @pytest.mark.parametrize("language", sorted(translations.PLURALS))
    def test_a_new_catalogue_counts_as_its_language_does(self, locale, language):
        forms = translations.read(language).num_plurals

        assert forms == {"he": 3, "ru": 3, "ar": 6, "es": 2}[language]


@pytest.fixture(scope="module")
def sources() -> Catalog:
    return translations.extracted(names=shown_names())


class TestOurCatalogues:
    @pytest.mark.parametrize("language", sorted(translations.PLURALS))
    def test_lack_nothing(self, sources, language):
        faults = [str(fault) for fault in translations.faults(language, sources)]

        assert not faults, "See docs/translating.md.\n" + "\n".join(faults)

    def test_are_those_of_the_settings(self):
        assert {"en", *translations.PLURALS} == set(dict(settings.LANGUAGES))
        assert translations.languages() == sorted(translations.PLURALS)


# Names and signs that are the same in every language.
UNTRANSLATED = {
    "API", "Atom", "CSV", "DAY", "Excel", "Feed", "JSON", "PDF", "Plumbline", "ROOT", "RSS", "ZIP",
    "json", "ms", "pdf", "py", "python", "report", "sha", "verify",
}  # fmt: skip
# What a block holds that fills an attribute, or a text that a mail client breaks by itself.
ATTRIBUTES = ("width", "bodyclass", "body_attrs", "body_more")
WORD = re.compile(r"[A-Za-z]{2,}")


def bare_words(text: str) -> set[str]:
    """Return the words of a template that stand outside of tags and of translations."""
    kept, closes = [], ""
    for token in Lexer(text).tokenize():
        if token.token_type == TokenType.BLOCK:
            name, _sign, rest = token.contents.partition(" ")
            if not closes and name in {"comment", "blocktranslate"}:
                closes = f"end{name}"
            elif not closes and name == "block" and rest in ATTRIBUTES:
                closes = "endblock"
            elif name == closes:
                closes = ""
            kept.append(" ")
        elif token.token_type == TokenType.TEXT and not closes:
            kept.append(token.contents)
    page = re.sub(
        r"<(code|pre|script)\b.*?</\1>|<!doctype[^>]*>|&\w+;", " ", "".join(kept), flags=re.S
    )
    said = re.findall(r'\b(?:title|aria-label|placeholder|alt|data-say[\w-]*)="([^"]*)"', page)
    return set(WORD.findall(" ".join([re.sub(r"<[^>]*>", " ", page), *said]))) - UNTRANSLATED


TEMPLATES = sorted((translations.BASE_DIR / "templates").rglob("*.html"))


def test_a_bare_word_is_found():
    assert bare_words('<p title="Shown">Hello {{ name }}</p>') == {"Shown", "Hello"}
    assert not bare_words(
        '{% block width %}form{% endblock %}<p class="x">{% translate "Hi" %}</p>'
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_word_that_is_not_translated(path):
    if path.name == "patterns.html":
        return  # What its samples say is made up.

    assert not bare_words(path.read_text("utf-8"))
