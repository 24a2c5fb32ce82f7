"""Every setting of the product. One module for all installations: only the environment differs.

`.env.example` lists the variables, docs/operating.md explains them.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import api, running
from config import env as environment
from config.broker import pgmq_options
from config.embedded import Server
from config.logs import logging_config
from config.timetable import timetable

BASE_DIR = Path(__file__).resolve().parent.parent
env = environment.load(BASE_DIR)

# Where clusters, uploads and logs lie; nothing is written anywhere else.
DATA_DIR = Path(env.text("PLUMBLINE_DATA", str(BASE_DIR / "var"))).absolute()

# -- Safety ---------------------------------------------------------------------------------
# Without a key of its own an installation is a trial on one machine.
DEBUG = env.flag("DEBUG", default=not env.is_set("SECRET_KEY"))
SECRET_KEY = env.text("SECRET_KEY", "insecure-trial-key-that-only-works-while-DEBUG-is-on")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
if not DEBUG and (not env.is_set("SECRET_KEY") or len(SECRET_KEY) < 50):
    env.wrong(
        "SECRET_KEY",
        "is missing or shorter than 50 characters, and DEBUG is off. Make one with:\n"
        "  python3 -c 'import secrets; print(secrets.token_urlsafe(50))'",
    )

# Beside a running trial, other commands take its address for theirs.
PUBLIC_BASE_URL = env.address(
    "PUBLIC_BASE_URL",
    (running.address_in(DATA_DIR) or "http://127.0.0.1:8000") if DEBUG else "",
    schemes=("https", "http"),
)
if not DEBUG and not PUBLIC_BASE_URL:
    env.wrong(
        "PUBLIC_BASE_URL",
        "is missing: write the address readers use, such as https://facts.example.org.",
    )
IS_HTTPS = PUBLIC_BASE_URL.startswith("https://")

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
PUBLIC_HOST = urlsplit(PUBLIC_BASE_URL).hostname or ""
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or [*filter(None, [PUBLIC_HOST]), *LOCAL_HOSTS]
if not DEBUG and "*" in ALLOWED_HOSTS:
    env.wrong("ALLOWED_HOSTS", "is `*`: name the hosts, with commas between them.")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", filter(None, [PUBLIC_BASE_URL]))

SECURE_SSL_REDIRECT = IS_HTTPS and env.flag("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000) if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Set only behind a proxy that always overwrites this header, and adds to X-Forwarded-For.
BEHIND_PROXY = env.flag("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "claims.desk.doors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# -- Parts ----------------------------------------------------------------------------------
INSTALLED_APPS = [
    "config",
    "claims.accounts",
    "articles",
    "claims",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "corsheaders",
    "pgtrigger",
    "csp",
    "django_htmx",
]
MIDDLEWARE = [
    "corsheaders.middleware.CorsMiddleware",
    "claims.api.freshness.FreshnessMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "claims.api.middleware.ProblemMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.languages.Language",
    "config.sizes.LargestRequest",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "claims.desk.middleware.PersonsLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.publisher",
                "claims.desk.context.person",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- People ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "login"
PASSWORD_RESET_TIMEOUT = 24 * 3600
# So many log-ins may fail within so many minutes, for one account from one address; then they wait.
LOGIN_FAILURES = env.number("LOGIN_FAILURES", 10, least=1, most=1000)
LOGIN_MINUTES = env.number("LOGIN_MINUTES", 15, least=1, most=60)

# -- Who publishes --------------------------------------------------------------------------
PUBLISHER_NAME = env.text("PUBLISHER_NAME", "Plumbline trial desk" if DEBUG else "")
if not PUBLISHER_NAME:
    env.wrong("PUBLISHER_NAME", "is missing: write the name of the newsroom, as readers know it.")
PUBLISHER_URL = env.address("PUBLISHER_URL", PUBLIC_BASE_URL, schemes=("https", "http"))
PUBLISHER_LICENSE = env.address("PUBLISHER_LICENSE", "", schemes=("https", "http"))
# Part of the id of every entry in feeds: it has to stay when the pages move to another host.
FEED_ID_DOMAIN = env.text("FEED_ID_DOMAIN", PUBLIC_HOST)

# -- Database -------------------------------------------------------------------------------
EMBEDDED_DATABASE = not env.is_set("DATABASE_URL")
DATABASES = {
    "default": {
        **env.database("DATABASE_URL", Server(DATA_DIR).url()),
        "CONN_HEALTH_CHECKS": True,
    }
}
# A pool serves the threads of a web process; workers and commands keep one connection each.
DATABASE_POOL_SIZE = env.number("DATABASE_POOL_SIZE", 0, most=100)
if DATABASE_POOL_SIZE:
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": DATABASE_POOL_SIZE,
        "timeout": 10,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60

# -- Background work ------------------------------------------------------------------------
# A message is given to a second worker after VISIBILITY_TIMEOUT. It may wait behind one task of
# the longest kind before it runs itself, so twice the hard limit has to fit.
TASK_SOFT_LIMIT = 600  # seconds; the task may still clean up
TASK_HARD_LIMIT = 660  # seconds; its process is killed
VISIBILITY_TIMEOUT = 1800  # seconds
CELERY_BROKER_URL = env.broker("CELERY_BROKER_URL", "pgmq://database/")
USES_PGMQ = CELERY_BROKER_URL.startswith("pgmq:")
CELERY_BROKER_TRANSPORT = "config.transport:Transport" if USES_PGMQ else None
CELERY_BROKER_TRANSPORT_OPTIONS = (
    pgmq_options(DATABASES["default"], visibility_timeout=VISIBILITY_TIMEOUT)
    if USES_PGMQ
    else {"visibility_timeout": VISIBILITY_TIMEOUT}
    if CELERY_BROKER_URL.startswith("redis")
    else {}
)
# Replies to remote control need queue names that are too long for pgmq.
CELERY_WORKER_ENABLE_REMOTE_CONTROL = not USES_PGMQ
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_IMPORTS = ["claims.reports.tasks"]
CELERY_TASK_DEFAULT_QUEUE = "plumbline"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = TASK_SOFT_LIMIT
CELERY_TASK_TIME_LIMIT = TASK_HARD_LIMIT
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 2
CELERY_WORKER_POOL = "config.pool:TaskPool"
CELERY_WORKER_CONCURRENCY = env.number("WORKER_CONCURRENCY", 2, least=1, most=64)
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_TIMEZONE = "UTC"
# A running job writes a heartbeat more often than this; without one it is queued again.
JOB_HEARTBEAT_SECONDS = env.number("JOB_HEARTBEAT_SECONDS", 60, least=5, most=3600)
JOB_ATTEMPTS = env.number("JOB_ATTEMPTS", 3, least=1, most=20)
SWEEP_SECONDS = max(JOB_HEARTBEAT_SECONDS // 3, 2)
# A job that waits longer than this may have lost its message, and is sent once more.
JOB_RESEND_SECONDS = env.number("JOB_RESEND_SECONDS", 600, least=5, most=86_400)
# The timetable lives here alone: beat keeps no file and no table of its own.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
PULSE_SECONDS = 30
NOTICE_SECONDS = 10
REPORT_SECONDS = 600
CELERY_BEAT_SCHEDULE = timetable(
    pulse=PULSE_SECONDS, notices=NOTICE_SECONDS, reports=REPORT_SECONDS, sweep=SWEEP_SECONDS
)

# -- The desk -------------------------------------------------------------------------------
# A claim is in one person's hand for this long; working on it extends the time.
LEASE_MINUTES = env.number("LEASE_MINUTES", 30, least=1, most=1440)
# A returned verdict waits this long for who wrote it before others may take the claim.
RESERVATION_HOURS = env.number("RESERVATION_HOURS", 24, least=0, most=720)
UNDO_SECONDS = 10
# How many of a hundred submitted verdicts get a blind second check, drawn by lot; and whether
# those with low confidence or a private person as claimant always do.
SECOND_CHECK_PERCENT = env.number("SECOND_CHECK_PERCENT", 0, most=100)
SECOND_CHECK_RISKY = env.flag("SECOND_CHECK_RISKY", default=False)
# Hours that a claim may stay in a stage before the board marks it as late.
STAGE_HOURS = {
    "candidate": env.number("STAGE_HOURS_CANDIDATE", 24, least=1, most=8760),
    "queued": env.number("STAGE_HOURS_QUEUED", 24, least=1, most=8760),
    "in_progress": env.number("STAGE_HOURS_IN_PROGRESS", 48, least=1, most=8760),
    "submitted": env.number("STAGE_HOURS_SUBMITTED", 12, least=1, most=8760),
    "approved": env.number("STAGE_HOURS_APPROVED", 4, least=1, most=8760),
}
# From so many claims on, reports are read from summaries; below, everything is counted live.
REPORT_LIVE_CLAIMS = env.number("REPORT_LIVE_CLAIMS", 20_000, most=10**9)
# Packs, PDFs and workbooks of whole reports are kept for download for so long.
REPORT_FILE_DAYS = env.number("REPORT_FILE_DAYS", 7, least=1, most=365)

# -- Language and time ----------------------------------------------------------------------
TIME_ZONE = env.choice("TIME_ZONE", "UTC", available_timezones(), example="Europe/Berlin")
USE_TZ = True
LANGUAGES = [
    ("en", _("English")),
    ("he", _("Hebrew")),
    ("ru", _("Russian")),
    ("ar", _("Arabic")),
    ("es", _("Spanish")),
]
# Of what the desk itself writes down, and of pages where no other language is asked for.
LANGUAGE_CODE = env.choice("LANGUAGE", "en", dict(LANGUAGES))
# Of the public pages, unless a reader chooses another; empty: what the browser asks for.
PUBLIC_LANGUAGE = env.choice("PUBLIC_LANGUAGE", "", dict(LANGUAGES))
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
# The extraction, which knows no settings, reads the same variables; here they are checked.
SPACY_MODEL = env.text("SPACY_MODEL")
SPACY_MODELS = env.pairs("SPACY_MODELS")
CHECKWORTHINESS_WEIGHTS = env.text("CHECKWORTHINESS_WEIGHTS")

# -- Files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = ""
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
# Larger requests are refused before they are read; what an article or a file may have is less.
UPLOAD_LIMIT_MB = env.number("UPLOAD_LIMIT_MB", 25, least=1, most=1000)
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT_MB * 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# -- What comes in --------------------------------------------------------------------------
ARTICLE_MAX_BYTES = env.number("ARTICLE_MAX_MB", 10, least=1, most=100) * 1_000_000
# A long book has this many; the linguistic pipeline accepts no more at a time.
ARTICLE_MAX_CHARACTERS = env.number("ARTICLE_MAX_CHARACTERS", 1_000_000, least=1000, most=10**7)
# Languages between which the language of a text is told; empty: articles.language.LANGUAGES.
ARTICLE_LANGUAGES = env.words("ARTICLE_LANGUAGES")

# Fetching of articles, feeds and evidence. Ports that are fetched from:
FETCH_PORTS = env.numbers("FETCH_PORTS", [80, 443], least=1, most=65535)
FETCH_SECONDS = env.number("FETCH_SECONDS", 30, least=1, most=600)
# On, it lets anyone who may hand in an address read what this machine alone can reach.
FETCH_ALLOW_PRIVATE = env.flag("FETCH_ALLOW_PRIVATE", default=False)
FETCH_PRIVATE_IS_MEANT = env.flag("FETCH_PRIVATE_IS_MEANT", default=DEBUG)
if FETCH_ALLOW_PRIVATE and not FETCH_PRIVATE_IS_MEANT:
    env.wrong(
        "FETCH_ALLOW_PRIVATE",
        "is on, and DEBUG is off: anybody who may hand in an address could read what only this "
        "machine reaches. Remove it, or set FETCH_PRIVATE_IS_MEANT=1 too.",
    )
FETCH_USER_AGENT = env.text("FETCH_USER_AGENT", f"Plumbline fact-checking (+{PUBLIC_BASE_URL})")

# Meedan Check, where fact-checks are pushed to once a workspace key is given.
CHECK_URL = env.address(
    "CHECK_URL", "https://check-api.checkmedia.org/api/graphql", schemes=("https", "http")
)
CHECK_TOKEN = env.text("CHECK_TOKEN")
CHECK_TEAM = env.text("CHECK_TEAM")
CHECK_PUBLISHES = env.flag("CHECK_PUBLISHES", default=False)
# Keys of ratings here -> statuses of the workspace there, such as false=false,true=verified.
CHECK_STATUSES = env.pairs("CHECK_STATUSES")

# -- Mail -----------------------------------------------------------------------------------
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587, least=1, most=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
# TLS from the first byte, as port 465 wants it; else STARTTLS.
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL", default=EMAIL_PORT == 465)
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=not EMAIL_USE_SSL)
if EMAIL_USE_SSL and EMAIL_USE_TLS:
    env.wrong("EMAIL_USE_TLS", "and EMAIL_USE_SSL are both on: choose one.")
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.console.EmailBackend"
)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "plumbline@localhost")

# -- API ------------------------------------------------------------------------------------
# Requests per minute; a key has a rate of its own.
API_RATE_ANONYMOUS = env.number("API_RATE_ANONYMOUS", 120, least=1, most=100_000)
API_RATE_PERSON = env.number("API_RATE_PERSON", 600, least=1, most=100_000)
# How far back changes can be followed before a consumer has to read everything again.
SYNC_HORIZON_DAYS = env.number("SYNC_HORIZON_DAYS", 400, least=1, most=10_000)
REST_FRAMEWORK = api.REST_FRAMEWORK
SPECTACULAR_SETTINGS = api.describe(PUBLIC_BASE_URL)
# Answers for the public may be read by scripts of any site; no cookie goes along.
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/(api|v1alpha1|feeds|oembed)(/|$)"
CORS_ALLOW_HEADERS = api.CORS_ALLOW_HEADERS
CORS_EXPOSE_HEADERS = api.CORS_EXPOSE_HEADERS
CORS_PREFLIGHT_MAX_AGE = 86_400

# -- Logs -----------------------------------------------------------------------------------
LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = logging_config(LOG_LEVEL)

env.finish()
