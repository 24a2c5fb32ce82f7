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
def rosa(remembered):
    return remembered("rosa", lambda: person("Rosa", roles.FACT_CHECKER))


@pytest.fixture
def pavel(remembered):
    return remembered("pavel", lambda: person("Pavel", roles.FACT_CHECKER))


@pytest.fixture
def emil(remembered):
    return remembered("emil", lambda: person("Emil", roles.EDITOR))


@pytest.fixture
def edna(remembered):
    return remembered("edna", lambda: person("Edna", roles.EDITOR))


@pytest.fixture
def dana(remembered):
    return remembered("dana", lambda: person("Dana", roles.DESK_MANAGER))


@pytest.fixture
def rhea(remembered):
    return remembered("rhea", lambda: person("Rhea", roles.READER))


@pytest.fixture
def otto(db):
    return person("Otto")


@pytest.fixture
def root(db):
    return person("Root", is_superuser=True)


@pytest.fixture
def snapshot(remembered):
    return remembered("snapshot", lambda: take_in(ARTICLE, way=Way.PASTE).snapshot)


@pytest.fixture
def quill(remembered):
    kind = Claimant.Kind.PERSON
    return remembered("quill", lambda: Claimant.objects.create(name="Mara Quill", kind=kind))


@pytest.fixture
def claim(remembered, snapshot, quill, dana) -> Claim:
    """A queued claim with one mention: crossings fell from 1,200 to 600."""
    start = snapshot.text.index("Ferry traffic fell")
    end = snapshot.text.index(" in five years") + len(" in five years")

    def entered() -> Claim:
        return intake.enter(
            snapshot.pk, actor=dana, text="", start=start, end=end, kind="quantity", claimant=quill
        )

    return remembered("claim", entered)


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
def taken(remembered, claim, rosa) -> Claim:
    return remembered("taken", lambda: workflow.take(claim.pk, actor=rosa))


@pytest.fixture
def drafted(remembered, taken, rosa):
    def written():
        give_evidence(taken, rosa)
        return write_draft(taken, rosa)

    return remembered("drafted", written)


@pytest.fixture
def submitted(remembered, drafted, rosa):
    return remembered("submitted", lambda: workflow.submit(drafted.claim_id, actor=rosa))


@pytest.fixture
def approved(remembered, submitted, emil):
    def read_and_approved():
        return workflow.approve(submitted.pk, actor=emil, content_hash=submitted.content_hash)

    return remembered("approved", read_and_approved)


@pytest.fixture
def published(remembered, approved, emil):
    def made_public():
        workflow.publish(approved.pk, actor=emil)
        approved.refresh_from_db()
        return approved

    return remembered("published", made_public)
