from __future__ import annotations

import string
from urllib.parse import urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles import addresses
from articles.errors import BadAddress

LABEL = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)
HOSTS = st.lists(LABEL, min_size=2, max_size=4).map(".".join)
PARTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]))
WEB_ADDRESSES = st.builds(
    lambda scheme, host, port, path, query: f"{scheme}://{host}{port}/{path}?{query}",
    st.sampled_from(["http", "https", "HTTP", "hTTps"]),
    HOSTS,
    st.sampled_from(["", ":80", ":443", ":8080"]),
    PARTS,
    PARTS,
)


class TestNormal:
    @pytest.mark.parametrize(
        ("url", "normal"),
        [
            ("HTTPS://News.Example/a", "https://news.example/a"),
            ("https://news.example", "https://news.example/"),
            ("https://news.example:443/a", "https://news.example/a"),
            ("http://news.example:80/a", "http://news.example/a"),
            ("http://news.example:443/a", "http://news.example:443/a"),
            ("https://news.example./a", "https://news.example/a"),
            ("https://news.example/a#top", "https://news.example/a"),
            ("https://news.example/a/../b/./c", "https://news.example/b/c"),
            ("https://news.example/../../a", "https://news.example/a"),
            ("https://news.example/%7eida/%c3%a9", "https://news.example/~ida/%C3%A9"),
            ("https://news.example/é?q=ü", "https://news.example/%C3%A9?q=%C3%BC"),
            ("https://news.example/100%", "https://news.example/100%25"),
            ("https://münster.example/", "https://xn--mnster-3ya.example/"),
            ("https://MÜNSTER.example/", "https://xn--mnster-3ya.example/"),
            ("https://[2001:DB8::0:1]:443/", "https://[2001:db8::1]/"),
            ("  https://news.example/a\n", "https://news.example/a"),
            ("https://news.example/a?", "https://news.example/a"),
        ],
    )
    def test_writes_one_address_one_way(self, url, normal):
        assert addresses.normal(url) == normal

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "news.example/a",
            "ftp://news.example/a",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "gopher://news.example/",
            "https://",
            "https:///a",
            "https://rosa@news.example/a",
            "https://rosa:secret@news.example/a",
            "https://news.example:port/a",
            "https://news.example:99999/a",
            "https://news.example/a b",
            "https://news.example/a\x00",
            "https://news.example/a\nHost: other.example",
            "https://news.example\\@other.example/",
            "https://new%73%2fexample/",
            "https://[::1/",
            "https://[not-an-address]/",
            "https://a..example/",
            "https://-.xn--/",
            "https://news.example/" + "a" * 2000,
        ],
    )
    def test_refuses_what_is_no_web_address(self, url):
        with pytest.raises(BadAddress) as refusal:
            addresses.normal(url, field="link")

        assert refusal.value.field == "link"
        assert str(refusal.value).endswith((".", "?", "story."))

    @given(WEB_ADDRESSES)
    def test_twice_is_once_and_ascii(self, url):
        try:
            once = addresses.normal(url)
        except BadAddress:
            assume(False)

        assert addresses.normal(once) == once
        assert once.isascii()
        assert urlsplit(once).fragment == ""


class TestCanonical:
    @pytest.mark.parametrize(
        ("url", "canonical"),
        [
            ("https://news.example/a?utm_source=x&utm_medium=y", "https://news.example/a"),
            ("https://news.example/a?UTM_Source=x", "https://news.example/a"),
            ("https://news.example/a?id=7&fbclid=x&page=2", "https://news.example/a?id=7&page=2"),
            ("https://news.example/a?gclid=1&&", "https://news.example/a"),
            ("https://news.example/a?utmost=1", "https://news.example/a?utmost=1"),
            ("https://news.example/a?b=2&a=1", "https://news.example/a?b=2&a=1"),
            ("https://news.example/a?q=", "https://news.example/a?q="),
            ("https://news.example/a?ref=front", "https://news.example/a?ref=front"),
        ],
    )
    def test_drops_what_says_how_a_reader_came(self, url, canonical):
        assert addresses.canonical(url) == canonical

    @given(WEB_ADDRESSES)
    def test_twice_is_once(self, url):
        try:
            once = addresses.canonical(url)
        except BadAddress:
            assume(False)

        assert addresses.canonical(once) == once

    @given(HOSTS, st.sampled_from(["utm_source", "fbclid", "gclid", "mc_eid"]), PARTS)
    def test_does_not_depend_on_tracking(self, host, name, value):
        assume(not set(value) & set("#&"))
        plain = f"https://{host}/story?id=7"

        assert addresses.canonical(f"{plain}&{name}={value}") == addresses.canonical(plain)


class TestTheCanonicalAddressAPageNames:
    @pytest.mark.parametrize(
        ("link", "told"),
        [
            ("https://news.example/story", "https://news.example/story"),
            ("https://www.news.example/story", "https://www.news.example/story"),
            ("https://other.example/story", "https://news.example/a?id=7"),
            ("https://news.example/", "https://news.example/a?id=7"),
            ("javascript:alert(1)", "https://news.example/a?id=7"),
            ("", "https://news.example/a?id=7"),
            (None, "https://news.example/a?id=7"),
        ],
    )
    def test_counts_on_its_own_host_alone(self, link, told):
        assert addresses.said_canonical("https://news.example/a?id=7", link) == told


class TestOutletDomain:
    @pytest.mark.parametrize(
        ("url", "domain"),
        [
            ("https://www.news.example/a", "news.example"),
            ("https://m.news.example:8080/a", "news.example"),
            ("https://amp.news.example/a", "news.example"),
            ("https://politics.news.example/a", "politics.news.example"),
            ("https://www.example/", "www.example"),
            ("https://192.0.2.7/", "192.0.2.7"),
            ("https://[2001:db8::1]/", "2001:db8::1"),
        ],
    )
    def test_is_the_bare_host(self, url, domain):
        assert addresses.outlet_domain(addresses.normal(url)) == domain
