"""Where a fetch does not go: this machine and its net, through names, redirects or certificates."""

from __future__ import annotations

import shutil
import ssl
import subprocess

import httpx
import pytest

from articles.errors import BadAddress, FetchFailed, FetchRefused
from articles.fetch import Limits, fetch
from articles.guard import Guard

from .web import PRIVATE, PUBLIC, answer, get, serving


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A self-signed certificate for news.example, with its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so no certificate can be made")
    folder = tmp_path_factory.mktemp("tls")
    key, signed, both = folder / "key.pem", folder / "signed.pem", folder / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-keyout", key, "-out", signed, "-subj", "/CN=news.example",
         "-addext", "subjectAltName=DNS:news.example"],
        check=True,
        capture_output=True,
    )  # fmt: skip
    both.write_text(key.read_text() + signed.read_text())
    return both


class TestRedirects:
    def test_are_followed_and_the_end_is_told(self, web):
        web.pages["/a"] = answer(status="301 Moved", location="/b")
        web.pages["/b"] = answer(status="308 Moved", location=web.url("/c", "other.example"))
        web.pages["/c"] = answer("here")

        page = get(web, "/a")

        assert page.body == b"here"
        assert page.url == web.url("/a")
        assert page.final_url == web.url("/c", "other.example")
        assert page.moved_for_good

    def test_one_passing_redirect_makes_the_whole_way_passing(self, web):
        web.pages["/a"] = answer(status="301 Moved", location="/b")
        web.pages["/b"] = answer(status="302 Found", location="/c")
        web.pages["/c"] = answer("here")

        assert not get(web, "/a").moved_for_good

    @pytest.mark.parametrize("hops", [5, 6])
    def test_end_after_five(self, web, hops):
        for hop in range(hops):
            web.pages[f"/{hop}"] = answer(status="302 Found", location=f"/{hop + 1}")
        web.pages[f"/{hops}"] = answer("here")

        if hops == 5:
            assert get(web, "/0").body == b"here"
        else:
            with pytest.raises(FetchFailed, match="more than 5 times"):
                get(web, "/0")
            assert web.paths() == [f"/{hop}" for hop in range(6)]

    @pytest.mark.parametrize(
        "location",
        [
            f"http://{PRIVATE}:PORT/secret",
            "http://inner.example:PORT/secret",
            "http://[::ffff:127.0.0.1]:PORT/secret",
            "http://169.254.169.254:PORT/latest/meta-data/",
            "http://0.0.0.0:PORT/secret",
            "http://2130706433:PORT/secret",
            f"//{PRIVATE}:PORT/secret",
        ],
    )
    def test_to_a_private_address_are_refused_and_nobody_is_asked(self, web, location):
        web.pages["/a"] = answer(
            status="302 Found", location=location.replace("PORT", str(web.port))
        )
        web.pages["/secret"] = answer("the inner life of this machine")
        hosts = {"inner_example": PRIVATE, "2130706433": PRIVATE}

        with pytest.raises(FetchRefused, match="private network"):
            get(web, "/a", guard=web.guard(**hosts))

        assert web.paths() == ["/a"]

    @pytest.mark.parametrize(
        "location",
        ["ftp://news.example/a", "file:///etc/passwd", "javascript:alert(1)", "http://a b/",
         "https://rosa:secret@news.example/", "http://[", "gopher://x/", "data:text/html,x"],
    )  # fmt: skip
    def test_to_what_is_no_web_address_are_refused(self, web, location):
        web.pages["/a"] = answer(status="302 Found", location=location)

        with pytest.raises((FetchRefused, FetchFailed)):
            get(web, "/a")

        assert web.paths() == ["/a"]

    def test_to_another_port_are_refused(self, web):
        web.pages["/a"] = answer(status="302 Found", location="http://news.example:22/")

        with pytest.raises(FetchRefused, match="Port 22"):
            get(web, "/a")

    def test_carry_no_cookie_along(self, web):
        web.pages["/a"] = answer(status="302 Found", location="/b", set_cookie="id=7; Path=/")
        web.pages["/b"] = answer("here")

        get(web, "/a")

        assert b"cookie" not in web.requests[1].lower()

    def test_to_nowhere_are_an_odd_status(self, web):
        web.pages["/a"] = answer(status="302 Found")

        with pytest.raises(FetchFailed, match="302"):
            get(web, "/a")


class TestNameResolution:
    def test_a_name_that_changes_its_mind_is_asked_once_for_each_connection(self, web):
        web.pages["/a"] = answer("outside")
        changing = [PUBLIC, PRIVATE]

        page = get(web, "/a", guard=web.guard(news_example=changing))

        assert page.body == b"outside"
        assert changing == [PRIVATE]

    def test_a_name_that_turns_private_between_redirects_is_refused(self, web):
        web.pages["/a"] = answer(status="302 Found", location="/b")
        web.pages["/b"] = answer("inside")

        with pytest.raises(FetchRefused):
            get(web, "/a", guard=web.guard(news_example=[PUBLIC, PRIVATE]))

        assert web.paths() == ["/a"]

    def test_the_next_address_is_tried_where_one_does_not_answer(self, web):
        web.pages["/a"] = answer("here")
        two = Guard(
            resolve=lambda host, port: ["127.0.0.3", PUBLIC],
            is_allowed=lambda address: True,
            ports=frozenset({web.port}),
        )

        assert get(web, "/a", guard=two).body == b"here"

    def test_the_setting_alone_opens_this_machine(self, web, settings):
        web.pages["/a"] = answer("inside")
        settings.FETCH_PORTS = [web.port]

        with pytest.raises(FetchRefused):
            fetch(f"http://{PRIVATE}:{web.port}/a")
        settings.FETCH_ALLOW_PRIVATE = True

        assert fetch(f"http://{PRIVATE}:{web.port}/a").body == b"inside"


class TestCertificates:
    @pytest.fixture
    def secure(self, certificate):
        with serving(certificate) as web:
            web.pages["/a"] = answer("behind the lock")
            yield web

    def get(self, secure, host="news.example"):
        return fetch(
            secure.url("/a", host).replace("http:", "https:"),
            guard=secure.guard(),
            limits=Limits(most_bytes=1000, seconds=5),
        )

    def test_that_nobody_vouches_for_are_refused(self, secure):
        with pytest.raises(FetchFailed, match="could not prove who it is"):
            self.get(secure)

        assert secure.requests == []

    def test_are_checked_against_the_name_and_not_the_pinned_address(
        self, secure, certificate, monkeypatch
    ):
        trusting = ssl.create_default_context(cafile=str(certificate))
        monkeypatch.setattr(httpx, "create_ssl_context", lambda **_options: trusting)

        assert self.get(secure).body == b"behind the lock"
        with pytest.raises(FetchFailed, match="could not prove who it is"):
            self.get(secure, host="other.example")

        assert secure.paths() == ["/a"]


class TestAddresses:
    @pytest.mark.parametrize(
        "url",
        ["ftp://news.example/", "file:///etc/passwd", "https://rosa:x@news.example/", "//x/",
         "https://news.example/" + "a" * 3000, "javascript:alert(1)"],
    )  # fmt: skip
    def test_that_are_not_fetched_are_refused_before_any_connection(self, web, url):
        with pytest.raises(BadAddress):
            fetch(url, guard=web.guard())

        assert web.requests == []

    def test_international_names_are_resolved_in_ascii(self, web):
        asked = []
        guard = Guard(
            resolve=lambda host, port: asked.append(host) or [PUBLIC],
            is_allowed=lambda address: True,
            ports=frozenset({web.port}),
        )
        web.pages["/%C3%A9"] = answer("x")

        fetch(f"http://münster.example:{web.port}/é", guard=guard)

        assert asked == ["xn--mnster-3ya.example"]
