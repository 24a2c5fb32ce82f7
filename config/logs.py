"""Where log lines go, and how keys and tokens are kept out of them."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(
    r"(?i)((?:^|[?&\s\"'])(?:key|token|api_key|password|secret)=|/(?:reply|setup)/)[^&/\s\"']+"
)


class HideSecrets(logging.Filter):
    """Replaces secrets by `***`: a `key=`, `token=` or `password=`, and links that let one in."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        hidden = SECRET.sub(r"\1***", message)
        if hidden != message:
            record.msg, record.args = hidden, None
        return True


def logging_config(level: str) -> dict[str, object]:
    """Return the value of settings.LOGGING: one line per record on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"secrets": {"()": HideSecrets}},
        "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["secrets"],
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": ["console"], "level": level, "propagate": False},
            # Each task received and done is a line at INFO; failures are warnings and errors.
            "celery": {"level": level if level != "INFO" else "WARNING"},
            # Says the same every second while a database restarts; what fails is logged anyway.
            "psycopg.pool": {"level": "ERROR"},
            # Writes down each address that is fetched, with its query.
            "httpx": {"level": "WARNING"},
            # Complain of every fault of a document; what cannot be read is said to the person.
            "pypdf": {"level": "CRITICAL"},
            "trafilatura": {"level": "CRITICAL"},
            # Name every letter that they put into a PDF.
            "fontTools": {"level": "WARNING"},
            "fpdf": {"level": "ERROR"},
            "htmldate": {"level": "CRITICAL"},
            "readability": {"level": "CRITICAL"},
        },
    }
