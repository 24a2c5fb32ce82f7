"""Google's client for Node against a live server. Runs where it is installed:

(cd tests/clients && npm install) && python3 manage.py test tests/clients
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from claims.accounts.models import Scope
from tests.claims.clients import new_key, publish  # noqa: F401 - fixtures
from tests.claims.conftest import (  # noqa: F401 - fixtures
    claim,
    dana,
    edna,
    emil,
    quill,
    rosa,
    snapshot,
)

HERE = Path(__file__).parent
MODULE = HERE / "node_modules" / "@googleapis" / "factchecktools"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        shutil.which("node") is None or not MODULE.exists(),
        reason="needs node, and `npm install` in tests/clients",
    ),
]


def test_googles_client_pages_fails_and_overrides_as_with_google(live_server, new_key, publish):  # noqa: F811
    for number in range(5):
        publish(f"Pier {number} is open.")
    key = new_key(Scope.READ_PUBLISHED)
    done = subprocess.run(
        ["node", "google.js", f"{live_server.url}/", key],
        cwd=HERE, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    assert sorted(told["texts"]) == [f"Pier {number} is open." for number in range(5)]
    assert told["pages"] == 3
    assert (told["refused"]["code"], told["long"]) == (400, 200)
    assert told["page"] is True
    assert told["images"] == {}
