"""The cast and the claims that every test of the desk shares.

Rosa and Pavel check facts, Emil and Edna edit, Dana runs the desk, Rhea reads, Otto is outside.
"""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.intake import take_in
from articles.models import Way
from claims import evidence, intake, roles, workflow
from claims.accounts.models import User
from claims.ledger import sealing
from claims.models import Claim, Claimant, Rating

ARTICLE = """\
Harbour council disputes ferry figures

PORT ALDEN - Ferry traffic fell from 1,200 crossings to 600 in five years, council leader Mara \
Quill said on Monday.

"We never closed the northern pier," Quill told reporters.
"""


def person(name: str, role: str = "", **fields) -> User:
    """A member of the cast, with one role or none."""
    user = User.objects.create_user(f"{name.lower()}@desk.test", "pa55word!x", name=name, **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
        user.is_staff = True
        user.save()
    return user


@pytest.fixture
def rosa(db):
    return person("Rosa", roles.FACT_CHECKER)


@pytest.fixture
def pavel(db):
    return person("Pavel", roles.FACT_CHECKER)


@pytest.fixture
def emil(db):
    return person("Emil", roles.EDITOR)


@pytest.fixture
def edna(db):
    return person("Edna", roles.EDITOR)


@pytest.fixture
def dana(db):
    return person("Dana", roles.DESK_MANAGER)


@pytest.fixture
def rhea(db):
    return person("Rhea", roles.READER)


@pytest.fixture
def otto(db):
    return person("Otto")


@pytest.fixture
def root(db):
    return person("Root", is_superuser=True)


@pytest.fixture
def snapshot(db):
    return take_in(ARTICLE, way=Way.PASTE).snapshot


@pytest.fixture
def quill(db):
    return Claimant.objects.create(name="Mara Quill", kind=Claimant.Kind.PERSON)


@pytest.fixture
def claim(snapshot, quill, dana) -> Claim:
    """A queued claim with one mention: crossings fell from 1,200 to 600."""
    start = snapshot.text.index("Ferry traffic fell")
    end = snapshot.text.index(" in five years") + len(" in five years")
    return intake.enter(
        snapshot.pk, actor=dana, text="", start=start, end=end, kind="quantity", claimant=quill
    )


@pytest.fixture
def candidate(db) -> Claim:
    """A claim that the extraction found and nobody has looked at."""
    return Claim.objects.create(text="The northern pier was never closed.", worth=0.7)


def give_evidence(claim: Claim, actor: User, **more):
    """Evidence with a kept copy and a pinned quote."""
    content = {
        "title": "Harbour log 2024",
        "kind": "primary",
        "stance": "contradicts",
        "quote": "604 crossings",
        "file": evidence.UploadedCopy("log.txt", b"In 2024: 604 crossings.", "text/plain"),
    }
    return evidence.add(claim.pk, actor=actor, **{**content, **more})


def write_draft(claim: Claim, actor: User, **more):
    """A draft that lacks nothing, resting on evidence number 1."""
    content = {
        "rating": Rating.objects.get(key="mostly-true"),
        "said": "confirmed",
        "confidence": "high",
        "summary": "The log shows the fall.",
        "rationale": "The harbour log counts 604 crossings [1].",
    }
    return workflow.draft(claim.pk, actor=actor, **{**content, **more})


@pytest.fixture
def travelling(monkeypatch):
    """Let the database's clock go along with one that a test sets."""
    monkeypatch.setattr(sealing, "database_now", timezone.now)


@pytest.fixture
def taken(claim, rosa) -> Claim:
    return workflow.take(claim.pk, actor=rosa)


@pytest.fixture
def drafted(taken, rosa):
    give_evidence(taken, rosa)
    return write_draft(taken, rosa)


@pytest.fixture
def submitted(drafted, rosa):
    return workflow.submit(drafted.claim_id, actor=rosa)


@pytest.fixture
def approved(submitted, emil):
    return workflow.approve(submitted.pk, actor=emil, content_hash=submitted.content_hash)


@pytest.fixture
def published(approved, emil):
    workflow.publish(approved.pk, actor=emil)
    approved.refresh_from_db()
    return approved
