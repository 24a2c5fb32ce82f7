"""The one door by which a text comes in, whatever the way: paste, file, address, feed or API."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from . import addresses, language, wording
from .errors import BadAddress, BadField
from .models import Article, Retrieval, Snapshot, Source, Way
from .readers import ReadText
from .signals import snapshot_taken

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

EARLIEST = datetime(1600, 1, 1, tzinfo=timezone.get_fixed_timezone(0))
OPENING = 8  # lines among which one says something
WORDS = re.compile(r"^(?!WEBVTT).*[^\W\d_]")
FIRST_LINE = 200  # characters of the first line that stand in for a headline nobody gave


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking a text in led to."""

    article: Article
    snapshot: Snapshot
    retrieval: Retrieval
    is_new_article: bool
    is_new_snapshot: bool


def pasted(text: str) -> ReadText:
    """Return typed or pasted text as something that can be taken in."""
    text = wording.clean(text)
    wording.check(text)
    return ReadText(
        text=text,
        reader="paste",
        reader_version="1",
        media_type="text/plain; charset=utf-8",
        sha256=wording.sha256_of(text),
    )


def take_in(
    given: str | ReadText,
    *,
    way: Way,
    by: AbstractBaseUser | None = None,
    url: str = "",
    headline: str = "",
    byline: str = "",
    language_tag: str = "",
    published_at: datetime | None = None,
    source: Source | None = None,
) -> TakenIn:
    """Keep a text: find or make its article, its snapshot of this wording, and a retrieval.

    given: the text itself, or what `readers.read` made of a file or page (do that before any
        transaction is open, since it may be slow).
    url: the address it was read from or, for a paste or file, where the person says it stands.
    headline, byline, language_tag, published_at: what the person says; it goes before what the
        document says of itself. On an article that is known already they fill what is empty.
    source: the outlet; without one it is told from the host, and made when unknown.

    The same wording of an article is one snapshot, however often and by however many at once it
    is handed in; each time leaves a retrieval. `snapshot_taken` is sent for a new snapshot.

    Raises a subclass of CannotTakeIn, worded for the person, and then nothing was kept.
    """
    read = pasted(given) if isinstance(given, str) else given
    wording.check(read.text)
    if way in (Way.URL, Way.FEED) and not url:
        raise BadAddress(_("Give the address of the article."), field="url")
    seen_at = addresses.normal(url) if url else ""
    told = _told(read, headline, byline, language_tag, published_at)
    sha256 = wording.sha256_of(read.text)
    with transaction.atomic():
        article, is_new_article = _article(read, seen_at, sha256, told, by=by, source=source)
        snapshot, is_new_snapshot = _snapshot(article, read, sha256, told["language"])
        retrieval = Retrieval.objects.create(
            snapshot=snapshot,
            way=way,
            by=by,
            url=seen_at,
            media_type=read.media_type[:200],
            sha256=read.sha256,
        )
        if is_new_snapshot:
            snapshot_taken.send(sender=Snapshot, snapshot=snapshot)
    return TakenIn(article, snapshot, retrieval, is_new_article, is_new_snapshot)


def _told(
    read: ReadText,
    headline: str,
    byline: str,
    language_tag: str,
    published_at: datetime | None,
) -> dict[str, str | datetime | None]:
    """Return what is known beside the text, what a person said before what the document says."""
    for field, value, limit in (("headline", headline, 500), ("byline", byline, 300)):
        wording.refuse_forbidden(value, field=field)
        if len(value) > limit:
            raise BadField(_("Give at most {limit} characters.").format(limit=limit), field=field)
    if language_tag and not language.tag(language_tag):
        raise BadField(_("Give the language as a code such as en, de or pt-BR."), field="language")
    if published_at is not None and not _is_believable(published_at):
        raise BadField(
            _("Give the time of publication with its time zone, and not in the future."),
            field="published_at",
        )
    document_date = read.published
    if document_date is not None:
        # In UTC: the database knows fewer offsets than pages write.
        believable = _is_believable(document_date)
        document_date = document_date.astimezone(UTC) if believable else None
    return {
        "headline": _line(headline) or _line(read.title)[:500] or _first_line(read.text),
        "byline": _line(byline) or _line(read.byline)[:300],
        "language": language.tag(language_tag)
        or language.tag(read.language)
        or language.detect(read.text),
        "published_at": published_at or document_date,
    }


def _article(
    read: ReadText,
    seen_at: str,
    sha256: str,
    told: dict[str, str | datetime | None],
    *,
    by: AbstractBaseUser | None,
    source: Source | None,
) -> tuple[Article, bool]:
    """Return the article, locked, and whether it is new. Fills what an older one does not know."""
    if seen_at:
        identity = {"canonical_url": addresses.said_canonical(seen_at, read.canonical_url)}
        source = source or _outlet(identity["canonical_url"])
    else:
        identity = {"wording_key": sha256}
    article, is_new = Article.objects.get_or_create(
        **identity, defaults={**told, "source": source, "added_by": by}
    )
    # Whoever takes in the same article waits here, so that its wordings are numbered in turn.
    article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    unknown = {
        field: value
        for field, value in {**told, "source": source}.items()
        if value and not getattr(article, field)
    }
    if unknown:
        for field, value in unknown.items():
            setattr(article, field, value)
        article.save(update_fields=list(unknown))
    return article, is_new


def _snapshot(
    article: Article, read: ReadText, sha256: str, told_language: str
) -> tuple[Snapshot, bool]:
    known = article.snapshots.filter(sha256=sha256).first()
    if known is not None:
        return known, False
    last = article.snapshots.aggregate(last=Max("number"))["last"] or 0
    snapshot = article.snapshots.create(
        number=last + 1,
        text=read.text,
        sha256=sha256,
        reader=read.reader,
        reader_version=read.reader_version,
        language=told_language,
    )
    return snapshot, True


def _outlet(url: str) -> Source:
    """Return the outlet of an address, made with its host for a name when it is not known."""
    domain = addresses.outlet_domain(url)
    source, _is_new = Source.objects.get_or_create(
        domain=domain, defaults={"name": domain[:200], "homepage": addresses.home_of(url)}
    )
    return source


def _line(value: str) -> str:
    """Return a title or name on one line, without what cannot be kept."""
    return " ".join(wording.FORBIDDEN.sub("", value).split())


def _first_line(text: str) -> str:
    """The first line that says something, shortened; not the numbers and times of captions."""
    lines = text.strip().split("\n", OPENING)[:OPENING]
    line = _line(next((line for line in lines if WORDS.search(line)), lines[0]))
    if len(line) <= FIRST_LINE:
        return line
    return line[: FIRST_LINE - 1].rsplit(" ", 1)[0] + "…"


def _is_believable(moment: datetime) -> bool:
    """Whether a time of publication has a zone and lies before tomorrow."""
    if moment.tzinfo is None:
        return False
    return EARLIEST < moment < timezone.now() + timedelta(days=1)
