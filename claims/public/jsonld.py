"""JSON-LD as a data block of a page."""

from __future__ import annotations

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Inside <script> only these could end the block or begin another.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(markup: dict[str, Any]) -> SafeString:
    """Return the markup in its own <script type="application/ld+json">, which nothing executes."""
    text = json.dumps(markup, ensure_ascii=False, indent=1).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
