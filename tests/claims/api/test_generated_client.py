"""A client that openapi-python-client generates from the document works against the server."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims import intake
from claims.accounts import keys
from claims.accounts.models import PersonalToken, Scope
from claims.api.views.documentation import document

NAME = "generated_plumbline_client"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """The generated package: `generated.api("claims.claims_list")`, `generated.models`."""
    home: Path = tmp_path_factory.mktemp("generated")
    (home / "schema.json").write_bytes(document()[0])
    (home / "config.yaml").write_text("post_hooks: []\n")
    command = ["generate", "--path", "schema.json", "--config", "config.yaml", "--meta", "none"]
    done = subprocess.run(
        [sys.executable, "-m", "openapi_python_client", *command, "--output-path", NAME],
        cwd=home, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    sys.path.insert(0, str(home))
    try:
        package = importlib.import_module(NAME)
        yield SimpleNamespace(
            Client=package.Client,
            AuthenticatedClient=package.AuthenticatedClient,
            models=importlib.import_module(f"{NAME}.models"),
            api=lambda name: importlib.import_module(f"{NAME}.api.{name}"),
        )
    finally:
        sys.path.remove(str(home))


@pytest.fixture
def anonymous(generated, live_server):
    return generated.Client(base_url=live_server.url, raise_on_unexpected_status=True)


@pytest.fixture
def acting(generated, live_server):
    def make(text: str):
        return generated.AuthenticatedClient(
            base_url=live_server.url, token=text, raise_on_unexpected_status=True
        )

    return make


class TestPublished:
    def test_is_listed_and_filtered_and_read(self, generated, anonymous, published, publish):
        publish("The pier is open.", rating="true")
        listed = generated.api("claims.claims_list").sync(client=anonymous, rating=["true"])
        whole = generated.api("claims.claims_list").sync(client=anonymous)
        one = generated.api("claims.claims_retrieve").sync(listed.results[0].id, client=anonymous)

        assert [item.text for item in listed.results] == ["The pier is open."]
        assert len(whole.results) == 2
        assert (one.rating.key, one.rating.value) == ("true", 5)
        assert one.evidence[0].captures[0].sha256

    def test_tells_of_retractions(self, generated, anonymous, published, retract):
        before = generated.api("claims.claims_list").sync(client=anonymous)
        retract(published.claim_id)
        changes = generated.api("claims.claims_list").sync(
            client=anonymous, updated_since=before.next_updated_since
        )
        gone = generated.api("claims.claims_retrieve").sync_detailed(
            published.claim_id, client=anonymous
        )

        assert isinstance(changes.results[0], generated.models.RetractedClaim)
        assert changes.results[0].reason == "The log was forged."
        assert (gone.status_code, gone.parsed.code) == (410, "retracted")

    def test_refusals_are_problems(self, generated, anonymous):
        refused = generated.api("claims.claims_list").sync_detailed(
            client=anonymous, cursor="nonsense"
        )

        assert refused.status_code == 400
        assert refused.parsed.errors[0].parameter == "cursor"


class TestActing:
    def test_the_workflow_goes_by_personal_token(self, generated, acting, rosa, dana):
        claim = intake.enter(None, actor=dana, text="The pier is open.")
        client = acting(keys.issue(PersonalToken(name="Terminal", user=rosa)))
        taken = generated.api("workflow.claims_take").sync(claim.pk, client=client)
        again = generated.api("workflow.claims_accept").sync_detailed(claim.pk, client=client)

        assert taken.state == "in_progress"
        assert (again.status_code, again.parsed.code) == (409, "wrong_state")

    def test_articles_come_in_by_service_key(self, generated, acting, new_key):
        client = acting(new_key(Scope.WRITE_ARTICLES))
        body = generated.models.ArticleBodyRequest(text="Ferries sail at noon.", language="en")
        made = generated.api("articles.articles_create").sync(client=client, body=body)

        assert made.article.language == "en"
