"""Keeps keys and tokens out of the logs."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(?i)((?:^|[?&\s\"'])(?:key|token|api_key|password|secret)=)[^&\s\"']+")


class HideSecrets(logging.Filter):
    """Replaces the value of a `key=`, `token=` or `password=` parameter by `***`."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        hidden = SECRET.sub(r"\1***", message)
        if hidden != message:
            record.msg, record.args = hidden, None
        return True
