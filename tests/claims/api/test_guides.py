"""The examples of docs/api run as they stand there, against a live server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from claims.accounts.models import Scope

GUIDES = Path(__file__).resolve().parents[3] / "docs" / "api"
ADDRESS = "https://facts.example.org"
pytestmark = pytest.mark.django_db(transaction=True)


def examples(language: str) -> list:
    """Every fenced block of one language, named after its page and place."""
    return [
        pytest.param(code, id=f"{path.stem}-{number}")
        for path in sorted(GUIDES.glob("*.md"))
        for number, code in enumerate(
            re.findall(rf"```{language}\n(.*?)```", path.read_text(), re.DOTALL)
        )
    ]


@pytest.fixture
def desk(live_server, published, publish, settings):
    settings.API_RATE_ANONYMOUS = 10_000
    publish("The ferry is late.", rating="false")
    return live_server.url


@pytest.mark.parametrize("code", examples("python"))
def test_python(code, desk):
    assert ADDRESS in code
    exec(compile(code.replace(ADDRESS, desk), "guide", "exec"), {})


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
def test_curl(desk, new_key, tmp_path):
    script = "\n".join(param.values[0] for param in examples("sh"))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env={"PATH": os.environ["PATH"], "DESK": desk, "KEY": new_key(Scope.READ_PUBLISHED)},
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "304" in done.stdout
    assert len((tmp_path / "claims.ndjson").read_text().splitlines()) == 2
    assert len((tmp_path / "claims.csv").read_text().splitlines()) >= 3
