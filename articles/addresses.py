"""Web addresses: which ones can be an article's, and when two of them name the same article."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import idna
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .errors import BadAddress

LENGTH = 2000  # characters of an address, canonical or not
DEFAULT_PORT = {"http": 80, "https": 443}
# Parameters that say how a reader came to a page, never which page it is.
TRACKING = re.compile(
    r"(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|msclkid|twclid|ttclid|yclid|"
    r"li_fat_id|igsh|igshid|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|oly_anon_id|oly_enc_id|"
    r"at_medium|at_campaign|vero_id|vero_conv|ns_campaign|ns_mchannel|ns_source|ns_linkname|"
    r"cmpid|ito|wt_mc|wt\.mc_id|pk_campaign|pk_kwd|mtm_.*|_openstat|yptr)",
    re.IGNORECASE,
)
# Labels under which an outlet serves the same pages to other devices.
DEVICE_LABELS = ("www.", "m.", "mobile.", "amp.")
HOST = re.compile(r"(?=.{1,253}\Z)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}\.?")
PATH_SAFE = "!$&'()*+,;=:@/~%"
QUERY_SAFE = PATH_SAFE + "?[]|"
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def normal(url: str, *, field: str = "url") -> str:
    """Return `url` as an absolute ASCII address that means the same, without its fragment.

    Scheme and host in lower case, international hosts as `xn--`, the default port dropped, dot
    segments resolved, escapes in upper case and only where needed (RFC 3986, section 6.2.2).
    Idempotent. Raises BadAddress for what is not a plain http or https address.
    """
    url = url.strip()
    if not url:
        raise BadAddress(_("Give the address of the article."), field=field)
    if len(url) > LENGTH:
        raise _too_long(field)
    if re.search(r"[\x00-\x20\x7f\ud800-\udfff]", url):
        raise BadAddress(
            _("The address has a blank or control character in it. Copy it again."), field=field
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _not_an_address(field) from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORT:
        raise BadAddress(
            _("Only addresses that begin with http:// or https:// are read."), field=field
        )
    if parts.username is not None or parts.password is not None:
        raise BadAddress(
            _("The address carries a user name or password. Take it out."), field=field
        )
    host = _host(parts.hostname or "", field)
    netloc = host if port in (None, DEFAULT_PORT[scheme]) else f"{host}:{port}"
    path = _resolved(_escaped(parts.path, PATH_SAFE)) or "/"
    result = urlunsplit((scheme, netloc, path, _escaped(parts.query, QUERY_SAFE), ""))
    if len(result) > LENGTH:
        raise _too_long(field)
    return result


def canonical(url: str, *, field: str = "url") -> str:
    """Return the address under which an article is known: `normal` without tracking parameters.

    Order and spelling of the other parameters stay, since a site may mean something by them.
    """
    parts = urlsplit(normal(url, field=field))
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and not TRACKING.fullmatch(unquote(pair.partition("=")[0]))
    ]
    return urlunsplit(parts._replace(query="&".join(kept)))


def host_of(url: str) -> str:
    """Return the host of an address in normal form, an IPv6 one without its brackets."""
    return urlsplit(url).hostname or ""


def home_of(url: str) -> str:
    """Return the address of the home page of the site that `url` is on."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def outlet_domain(url: str) -> str:
    """Return the host that names the outlet: without port and without www., m., mobile., amp."""
    host = host_of(url).rstrip(".")
    for label in DEVICE_LABELS:
        rest = host.removeprefix(label)
        if rest != host and "." in rest:
            return rest
    return host


def said_canonical(page_url: str, link: str | None) -> str:
    """Return the canonical address of a page that names `link` as its canonical one.

    The link counts only on the same host (www. aside) and when it is not merely the home page,
    which sites put on every page by mistake; else the page's own address does.
    """
    own = canonical(page_url)
    if not link:
        return own
    try:
        told = canonical(link)
    except BadAddress:
        return own
    if outlet_domain(told) != outlet_domain(own):
        return own
    if urlsplit(told).path == "/" and urlsplit(own).path != "/" and not urlsplit(told).query:
        return own
    return told


def _host(host: str, field: str) -> str:
    host = unquote(host).lower()
    if ":" in host:
        try:
            return f"[{ipaddress.IPv6Address(host).compressed}]"
        except ValueError:
            raise _not_an_address(field) from None
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True, transitional=False).decode()
        except idna.IDNAError:
            raise _not_an_address(field) from None
    if not HOST.fullmatch(host):
        raise _not_an_address(field)
    return host.rstrip(".")


def _escaped(part: str, safe: str) -> str:
    """Escape what must be, in upper case; unescape what need not be. A lone % becomes %25."""
    part = quote(BROKEN_ESCAPE.sub("%25", part), safe=safe)

    def tidy(escape: re.Match[str]) -> str:
        code = int(escape.group(1), 16)
        return chr(code) if code in UNRESERVED else escape.group().upper()

    return ESCAPE.sub(tidy, part)


def _resolved(path: str) -> str:
    """Remove dot segments as RFC 3986, section 5.2.4 does."""
    kept: list[str] = []
    segments = path.split("/")
    for index, segment in enumerate(segments):
        is_last = index == len(segments) - 1
        if segment == ".." and len(kept) > 1:
            kept.pop()
        if segment not in (".", ".."):
            kept.append(segment)
        elif is_last:
            kept.append("")
    return "/".join(kept)


def _not_an_address(field: str) -> BadAddress:
    return BadAddress(
        _("This is not a web address. It looks like https://example.org/news/story."), field=field
    )


def _too_long(field: str) -> BadAddress:
    return BadAddress(
        _("The address is longer than {limit} characters.").format(
            limit=number_format(LENGTH, force_grouping=True)
        ),
        field=field,
    )
