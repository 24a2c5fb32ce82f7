"""The cast and the texts of the tests of articles. All wording is made up."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

from .web import serving

LOCKS = """Two of the nine locks on the Arle canal are closed

The river board closed two of the nine locks on the Arle canal on Monday. Traffic fell from 1,400
to 900 barges a month, it said.

"Nobody was asked," said Tilda Brandt, who speaks for the boatmen.
"""
FERRY_PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry line to stop in May | Courier</title>
<link rel="canonical" href="/ferry-line">
<meta property="og:title" content="Ferry line to stop in May">
<meta property="article:published_time" content="2026-03-04T09:30:00+01:00">
<meta name="author" content="Ida Kern"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry line to stop in May</h1>
<figure><img src="anna.jpg"><figcaption>The ferry Anna at the pier in Holm.</figcaption></figure>
<p>The ferry between Holm and Arle carries 3,200 people a week. It will stop <b>on 1 May</b>, the
county said on Tuesday.</p>
<p>&ldquo;We never promised the money,&rdquo; said Mayor Olaf Lind. He denied that a letter had
been sent.</p>
<h2>What people say</h2>
<p>Many of the islanders <a href="/x">work in Arle</a> and cannot drive there. Some 41 percent have
no car, and the next bridge is 63 kilometres away.</p>
<ul><li>Fares rose by 12 percent in 2024.</li><li>Two of three boats are old.</li></ul>
</article><footer>All rights reserved</footer></body></html>
"""


@pytest.fixture
def text():
    return LOCKS


@pytest.fixture
def ferry_page():
    return FERRY_PAGE


@pytest.fixture
def rosa(db):
    return get_user_model().objects.create_user("rosa@desk.example", name="Rosa")


@pytest.fixture
def pavel(db):
    return get_user_model().objects.create_user("pavel@desk.example", name="Pavel")


@pytest.fixture
def web():
    """A small web of its own, with a public and a private address."""
    with serving() as web:
        yield web
