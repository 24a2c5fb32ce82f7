"""What reports give as files opens in LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils import translation

from claims.reports import exports
from claims.reports.paper import Front, printed
from tests.claims.reports.test_papers import text_of

SOFFICE = shutil.which("soffice")
AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
LONG = "ferries " * 60
LINES = [["Claim", "When", "Hours"], ["=1+1", AT, 2.5], [LONG, AT, None]]
SCRIPTS = ["Паромы", "מעבורות", "ferries"]

pytestmark = pytest.mark.skipif(
    SOFFICE is None,
    reason="No LibreOffice here: on Debian, apt install libreoffice-calc libreoffice-draw.",
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> dict[str, str]:
    """What LibreOffice shows of a workbook and of a PDF, by name: it prints both as PDF."""
    folder: Path = tmp_path_factory.mktemp("office")
    with translation.override("he"):
        front = Front("Title", "Report", AT, "0" * 64)
        files = {
            "list.xlsx": exports.list_as_xlsx("List", LINES),
            "paper.pdf": printed(front, lambda sheet: [sheet.note(one) for one in SCRIPTS]),
        }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    # One start reads both: starting takes most of the time.
    command = [
        SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={folder.as_uri()}/profile",
        "--convert-to", "pdf", "--outdir", "printed", *files,
    ]  # fmt: skip
    subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=True)
    return {path.stem: text_of(path.read_bytes()) for path in (folder / "printed").iterdir()}


def test_a_workbook_shows_its_texts_times_and_numbers(shown):
    for text in ("=1+1", "2026-03-04 12:00:00", "2.5"):
        assert text in shown["list"]
    assert shown["list"].count("ferries") == 60, "a long text is folded, not cut off"
    assert "###" not in shown["list"], "a time fits its column"


def test_a_pdf_shows_every_script(shown):
    for word in SCRIPTS:
        assert word in shown["paper"]
