"""The pattern page shows every component, so that none is drawn where nobody looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

COMPONENTS = Path(__file__).resolve().parents[3] / "templates" / "components"


@pytest.fixture
def shown(at_desk, dana):
    return at_desk(dana).get(reverse("desk:patterns"))


def test_every_component_is_shown(shown):
    drawn = {template.name for template in shown.templates}
    kept = {f"components/{part.name}" for part in COMPONENTS.glob("*.html")}

    assert not kept - drawn


def test_every_state_of_claims_verdicts_and_jobs_is_shown(shown):
    html = shown.content.decode()

    for kind, states in (
        ("claim", ["candidate", "queued", "in_progress", "checked", "dismissed", "duplicate"]),
        ("verdict", ["draft", "submitted", "changes_requested", "approved", "published"]),
        ("verdict", ["superseded", "retracted", "abandoned"]),
        ("job", ["waiting", "running", "done", "failed"]),
    ):
        for state in states:
            assert f'data-{kind}-state="{state}"' in html


def test_readers_of_the_desk_do_not_see_it(at_desk, otto):
    assert at_desk(otto).get(reverse("desk:patterns")).status_code == 403
