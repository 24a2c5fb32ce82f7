"""Parts of a line stand beside each other with the comma of their language."""

from __future__ import annotations

import pytest
from django.template import engines
from django.utils import timezone, translation

from claims.commas import listed


@pytest.mark.parametrize(("language", "text"), [("en", "a, 0, b"), ("ar", "a، 0، b")])
def test_a_list_has_the_comma_of_its_language(language, text):
    with translation.override(language):
        assert listed(["a", "", 0, None, "b"]) == text


def test_a_moment_has_the_direction_of_its_page():
    moment = engines["django"].get_template("components/when.html")

    with translation.override("ar"):
        html = moment.render({"at": timezone.now()})

    assert '<time dir="rtl"' in html
    assert html.endswith("</time>")
