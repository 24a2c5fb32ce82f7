"""Documents are true: what they must name is named, and what they point at is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from claims import workflow
from claims.models import ClaimState, Publication
from tests.test_layers import ROOT, sources

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def recorded_kinds() -> set[str]:
    """Every kind of event that the code can leave."""
    kinds = {step.event for step in workflow.STEPS.values()}
    for path in sources("claims"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record"):
                continue
            kinds |= {one.value for one in node.args[:1] if isinstance(one, ast.Constant)}
    moved = {ClaimState.QUEUED, ClaimState.IN_PROGRESS, ClaimState.CHECKED}
    kinds |= {f"claim.{state}" for state in moved}
    return kinds | {f"publication.{kind}" for kind in Publication.Kind.values}


class TestDocuments:
    def test_every_event_is_in_the_trail_document(self):
        text = (ROOT / "docs" / "trail.md").read_text("utf-8")

        missing = sorted(kind for kind in recorded_kinds() if f"`{kind}`" not in text)

        assert not missing

    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
    def test_links_lead_somewhere(self, path: Path):
        broken = [
            link
            for link in LINK.findall(path.read_text("utf-8"))
            if not (path.parent / link).exists()
        ]

        assert not broken

    def test_every_requirement_is_pinned_and_says_what_it_is_for(self):
        for name in ("requirements.txt", "tests/requirements.txt"):
            for line in (ROOT / name).read_text("utf-8").splitlines():
                if line and not line.startswith("#"):
                    assert re.fullmatch(r"[A-Za-z0-9_.,\[\]-]+==\S+ +# .+", line), line
