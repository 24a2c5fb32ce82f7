"""What an outsider does: runs the published scripts, with nothing of the project on the path."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from claims.ledger import verify

FOLDER = Path(verify.__file__).parent
SCRIPTS = ("verify.py", "verify_receipt.py")


def run_script(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run one of the scripts from a folder that holds nothing but them."""
    with tempfile.TemporaryDirectory() as folder:
        for script in SCRIPTS:
            shutil.copy(FOLDER / script, folder)
        command = [sys.executable, "-E", "-s", "-S", name, *map(str, arguments)]
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
        )


def receipt_script() -> ModuleType:
    """Return the script for receipts as a module; outside it finds `verify` beside itself."""
    sys.modules.setdefault("verify", verify)
    spec = spec_from_file_location("verify_receipt", FOLDER / "verify_receipt.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
