"""Static files are gathered anew only when one of them has changed."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_if_changed() -> bool:
    """Gather the static files for the web server; return whether that was needed."""
    stamp = settings.STATIC_ROOT / ".gathered-from"
    found = fingerprint()
    if stamp.is_file() and stamp.read_text() == found:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(found)
    return True


def fingerprint() -> str:
    """Return a digest of names, sizes and times of all static files, and of the versions."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = storage.path(name), storage.size(name), storage.get_modified_time(name)
            digest.update(repr(about).encode())
    return digest.hexdigest()
