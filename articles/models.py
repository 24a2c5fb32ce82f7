"""Outlets, their feeds, articles, the wordings they had, and how each was come by."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .ids import new_id
from .jobs import Job, State
from .triggers import immutable

USER = settings.AUTH_USER_MODEL
URL_LENGTH = 2000  # characters; what browsers, sitemaps and a PostgreSQL index all accept
TEXT_LENGTH = 10_000_000  # characters; the setting ARTICLE_MAX_CHARACTERS is lower
SHA256 = r"^[0-9a-f]{64}$"
LANGUAGE = r"^([a-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$"


class Way(models.TextChoices):
    """How a text came in."""

    PASTE = "paste", _("Pasted")
    UPLOAD = "upload", _("Uploaded file")
    URL = "url", _("Fetched from its address")
    FEED = "feed", _("Found in a feed")
    API = "api", _("Handed in through the API")


class Source(models.Model):
    """An outlet: who published an article. Known by the host of its pages, without `www.`."""

    name = models.CharField(_("name"), max_length=200)
    domain = models.CharField(
        _("host"),
        max_length=253,
        unique=True,
        help_text=_("Host of its pages in lower case, without www. (example.org)."),
    )
    homepage = models.CharField(_("home page"), max_length=URL_LENGTH, blank=True)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("BCP 47, e.g. en or pt-BR.")
    )
    country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("ISO 3166, two capital letters.")
    )
    notes = models.TextField(_("notes"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="source_has_a_name"),
            models.CheckConstraint(
                condition=Q(domain__regex=r"^[a-z0-9_.:-]+$") & ~Q(domain__startswith="www."),
                name="source_domain_is_a_bare_host",
                violation_error_message=_(
                    "The host is lower case, without www., scheme or path, such as example.org."
                ),
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE), name="source_language_is_a_tag"
            ),
            models.CheckConstraint(
                condition=Q(country__regex=r"^([A-Z]{2})?$"), name="source_country_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self) -> FeedQuerySet:
        """Active feeds whose time has come, the longest waiting first."""
        return self.filter(active=True, next_due_at__lte=timezone.now()).order_by("next_due_at")


class Feed(models.Model):
    """An RSS, Atom or JSON feed that is looked at again and again."""

    url = models.CharField(_("address"), max_length=URL_LENGTH, unique=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="feeds",
        null=True,
        blank=True,
        verbose_name=_("outlet"),
        help_text=_("Outlet of its articles; empty: told from the host of each."),
    )
    active = models.BooleanField(_("active"), default=True)
    interval = models.PositiveIntegerField(
        _("minutes between looks"), default=30, help_text=_("From 5 to 10080 (a week).")
    )
    etag = models.CharField(max_length=500, blank=True, editable=False)
    modified = models.CharField(max_length=100, blank=True, editable=False)
    next_due_at = models.DateTimeField(_("next look"), default=timezone.now)
    polled_at = models.DateTimeField(_("last look"), null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    last_error = models.TextField(_("last error"), blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["title", "url"]
        constraints = [
            models.CheckConstraint(
                condition=Q(url__regex=r"^https?://"), name="feed_url_is_a_web_address"
            ),
            models.CheckConstraint(
                condition=Q(interval__gte=5, interval__lte=10_080),
                name="feed_interval_between_5_minutes_and_a_week",
                violation_error_message=_("Look every 5 to 10080 minutes."),
            ),
        ]
        indexes = [
            models.Index(fields=["next_due_at"], condition=Q(active=True), name="feed_due"),
        ]

    def __str__(self) -> str:
        return self.title or self.url


class Article(models.Model):
    """A published text: its address or, where it has none, its wording.

    canonical_url: the address that identifies it, in canonical form; null without one.
    wording_key: sha256 of its only wording, for an article without an address; else null.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="articles",
        null=True,
        blank=True,
        verbose_name=_("outlet"),
    )
    canonical_url = models.CharField(
        _("address"), max_length=URL_LENGTH, null=True, blank=True, unique=True
    )
    wording_key = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )
    headline = models.CharField(_("headline"), max_length=500, blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    published_at = models.DateTimeField(
        pgettext_lazy("article", "published"), null=True, blank=True
    )
    added_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("added by")
    )
    created_at = models.DateTimeField(_("taken in"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-created_at", "-id"]
        get_latest_by = "created_at"
        constraints = [
            models.CheckConstraint(
                condition=Q(canonical_url__isnull=False, wording_key__isnull=True)
                | Q(canonical_url__isnull=True, wording_key__isnull=False),
                name="article_is_its_address_or_its_wording",
            ),
            models.CheckConstraint(
                condition=Q(canonical_url__isnull=True) | Q(canonical_url__regex=r"^https?://"),
                name="article_url_is_a_web_address",
            ),
            models.CheckConstraint(
                condition=Q(wording_key__isnull=True) | Q(wording_key__regex=SHA256),
                name="article_wording_key_is_a_sha256",
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE), name="article_language_is_a_tag"
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="article_by_created"),
            models.Index(fields=["-published_at", "-id"], name="article_by_published"),
            models.Index(fields=["source", "-created_at", "-id"], name="article_by_source"),
        ]

    def __str__(self) -> str:
        return self.headline or self.canonical_url or str(self.pk)

    def current_snapshot(self) -> Snapshot | None:
        """Return the wording seen last, which after A, B and A again is A."""
        return self.snapshots.order_by("-retrievals__at", "-retrievals__id").first()


class Snapshot(models.Model):
    """The exact wording of an article as it was read once. It never changes.

    number: 1 for the first wording of its article, then 2, 3, ...
    sha256: of the text's UTF-8 bytes; one snapshot per article and wording.
    reader, reader_version: what made the text out of the bytes.
    language: as told by the page or the person, else detected; empty when unknown.

    Offsets into `text` count Unicode code points.
    """

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="snapshots", verbose_name=_("article")
    )
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"))
    sha256 = models.CharField("sha256", max_length=64)
    taken_at = models.DateTimeField(pgettext_lazy("snapshot", "taken"), default=timezone.now)
    reader = models.CharField(_("reader"), max_length=40)
    reader_version = models.CharField(_("reader's version"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["article", "-number"]
        get_latest_by = "number"
        constraints = [
            models.UniqueConstraint(fields=["article", "sha256"], name="snapshot_once_per_wording"),
            models.UniqueConstraint(fields=["article", "number"], name="snapshot_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="snapshot_numbers_from_one"),
            models.CheckConstraint(condition=Q(text__regex=r"\S"), name="snapshot_has_text"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), TEXT_LENGTH),
                name="snapshot_text_not_too_long",
            ),
            # The hash is the database's own word on the text, not only the application's.
            models.CheckConstraint(
                condition=Exact(
                    F("sha256"),
                    Func(
                        Func(
                            Func(F("text"), Value("UTF8"), function="convert_to"),
                            function="sha256",
                        ),
                        Value("hex"),
                        function="encode",
                        output_field=models.TextField(),
                    ),
                ),
                name="snapshot_sha256_is_of_its_text",
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE), name="snapshot_language_is_a_tag"
            ),
        ]
        triggers = immutable(says="A snapshot never changes; an edited article is a new snapshot.")

    def __str__(self) -> str:
        return f"{self.article} ({self.number})"


class Retrieval(models.Model):
    """One sighting of a wording: when, which way, by whom, and what the bytes were.

    url: the address it was read from, as it stood after redirects; empty without one.
    sha256: of the bytes as they came, before they were read; of pasted text, its UTF-8.
    """

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="retrievals")
    at = models.DateTimeField(_("seen"), default=timezone.now)
    way = models.CharField(_("way"), max_length=10, choices=Way)
    by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("by")
    )
    url = models.CharField(_("address"), max_length=URL_LENGTH, blank=True)
    media_type = models.CharField(_("media type"), max_length=200, blank=True)
    sha256 = models.CharField(_("sha256 of the original"), max_length=64)

    class Meta:
        verbose_name = _("retrieval")
        verbose_name_plural = _("retrievals")
        ordering = ["-at", "-pk"]
        get_latest_by = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(way__in=Way.values), name="retrieval_way_known"),
            models.CheckConstraint(
                condition=Q(sha256__regex=SHA256), name="retrieval_sha256_is_a_sha256"
            ),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__regex=r"^https?://"),
                name="retrieval_url_is_a_web_address",
            ),
            models.CheckConstraint(
                condition=~Q(way__in=[Way.URL, Way.FEED]) | ~Q(url=""),
                name="retrieval_fetched_from_an_address",
            ),
        ]
        indexes = [models.Index(fields=["snapshot", "-at", "-id"], name="retrieval_by_snapshot")]
        triggers = immutable(says="A retrieval is a record of what was seen; it never changes.")

    def __str__(self) -> str:
        return f"{self.get_way_display()} {self.at:%Y-%m-%d %H:%M}"


class Fetch(Job):
    """The job of getting an article from its address.

    retrieval: what it led to, set when it is done.
    feed: the feed that named the address, if one did.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    url = models.CharField(_("address"), max_length=URL_LENGTH)
    requested_by = models.ForeignKey(
        USER,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("requested by"),
    )
    feed = models.ForeignKey(
        Feed, models.PROTECT, related_name="fetches", null=True, blank=True, verbose_name=_("feed")
    )
    retrieval = models.ForeignKey(
        Retrieval,
        models.PROTECT,
        related_name="fetches",
        null=True,
        blank=True,
        verbose_name=_("result"),
    )

    class Meta(Job.Meta):
        verbose_name = _("fetch")
        verbose_name_plural = _("fetches")
        ordering = ["-queued_at", "-id"]
        constraints = [
            *Job.Meta.constraints,
            models.CheckConstraint(
                condition=Q(url__regex=r"^https?://"), name="fetch_url_is_a_web_address"
            ),
            models.CheckConstraint(
                condition=Q(state=State.DONE, retrieval__isnull=False)
                | (~Q(state=State.DONE) & Q(retrieval__isnull=True)),
                name="fetch_done_when_it_has_a_result",
            ),
        ]
        indexes = [
            *Job.Meta.indexes,
            models.Index(fields=["-queued_at", "-id"], name="fetch_by_queued"),
            models.Index(fields=["feed", "url"], name="fetch_by_feed"),
        ]

    def __str__(self) -> str:
        return self.url
