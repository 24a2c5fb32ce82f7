"""Clients of the API: programs with keys, people with tokens or sessions, and anybody."""

from __future__ import annotations

import pytest
from django.test import Client

from claims import intake, workflow
from claims.accounts import keys
from claims.accounts.models import PersonalToken, Scope, ServiceKey, User
from claims.models import Rating
from tests.claims.conftest import give_evidence, write_draft


class Api:
    """A test client that sends one key and JSON."""

    def __init__(self, key: str = "") -> None:
        self.client = Client(raise_request_exception=True)
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}

    def get(self, path: str, query: dict | None = None, **headers):
        return self.client.get(path, query or {}, headers={**self.headers, **headers})

    def post(self, path: str, body: object = None, **headers):
        return self.client.post(
            path,
            body if body is not None else {},
            content_type="application/json",
            headers={**self.headers, **headers},
        )


@pytest.fixture
def anyone(db) -> Api:
    return Api()


@pytest.fixture
def new_key(dana):
    """Make service keys: `new_key(Scope.READ_DESK)` returns the text of one."""

    def make(*scopes: Scope, **fields) -> str:
        return keys.issue(ServiceKey(name="Reader", scopes=list(scopes), created_by=dana, **fields))

    return make


@pytest.fixture
def program(new_key) -> Api:
    """A program that may read what is published."""
    return Api(new_key(Scope.READ_PUBLISHED))


@pytest.fixture
def desk_program(new_key) -> Api:
    return Api(new_key(Scope.READ_DESK))


@pytest.fixture
def writer(new_key) -> Api:
    """A program that may hand articles in."""
    return Api(new_key(Scope.WRITE_ARTICLES))


@pytest.fixture
def as_person():
    """Make clients that act as a person: `as_person(rosa)`."""

    def make(person: User) -> Api:
        return Api(keys.issue(PersonalToken(name="Terminal", user=person)))

    return make


@pytest.fixture
def publish(snapshot, rosa, emil, dana):
    """Publish one more claim: `publish("The pier is open.", rating="false")` returns its id."""

    def make(text: str, *, rating: str = "false", **fields):
        claim = intake.enter(None, actor=dana, text=text, **fields)
        workflow.take(claim.pk, actor=rosa)
        give_evidence(claim, rosa)
        write_draft(claim, rosa, rating=Rating.objects.get(key=rating), said="")
        verdict = workflow.submit(claim.pk, actor=rosa)
        workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)
        return claim

    return make


@pytest.fixture
def retract(emil, edna):
    """Retract a published claim by two editors: `retract(claim.pk)`."""

    def make(claim_id, reason: str = "The log was forged.") -> None:
        workflow.request_retraction(claim_id, actor=emil, reason=reason)
        workflow.confirm_retraction(claim_id, actor=edna)

    return make
