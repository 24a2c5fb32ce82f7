"""The OpenAPI document: valid, complete, and true of what is served."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from claims.api import urls
from claims.api.views.documentation import document
from claims.delivery import messages
from claims.models import Publication

BASE_DIR = Path(__file__).resolve().parents[3]
OUTLINE = Path(__file__).with_name("openapi_outline.json")


@pytest.fixture(scope="module")
def schema() -> dict:
    return json.loads(document()[0])


def outline(schema: dict) -> dict:
    """What clients depend on: parameters, bodies, answers and members, without the prose."""
    return {
        "paths": {
            path: {method: outline_of(operation) for method, operation in operations.items()}
            for path, operations in schema["paths"].items()
        },
        "members": {
            name: sorted(component.get("properties", component.get("enum", [])))
            for name, component in schema["components"]["schemas"].items()
        },
    }


def outline_of(operation: dict) -> dict:
    parameters = operation.get("parameters", [])
    return {
        "id": operation["operationId"],
        "parameters": sorted(parameter["name"] for parameter in parameters),
        "body": sorted(operation.get("requestBody", {}).get("content", {})),
        "responses": sorted(operation["responses"]),
    }


def served_paths() -> set[str]:
    """The addresses under /api/v1/ that the routes know, without the second spelling."""
    routes = {str(pattern.pattern) for pattern in urls.urlpatterns}
    shown = {"/" + re.sub(r"<\w+:(\w+)>", r"{\1}", route) for route in routes}
    return {path for path in shown if path.startswith("/api/v1/") and not path.endswith("/")}


class TestDocument:
    def test_is_valid_openapi_3_1(self, schema):
        validate(schema, cls=OpenAPIV31SpecValidator)
        assert schema["openapi"].startswith("3.1")

    def test_holds_every_address(self, schema):
        assert set(schema["paths"]) == served_paths()

    def test_says_of_every_operation_how_it_refuses(self, schema):
        for path, operations in schema["paths"].items():
            for method, operation in operations.items():
                assert {"400", "401", "403", "429"} <= set(operation["responses"]), (method, path)
                assert operation.get("summary"), (method, path)

    def test_names_each_operation_once(self, schema):
        names = [
            operation["operationId"]
            for operations in schema["paths"].values()
            for operation in operations.values()
        ]
        assert len(names) == len(set(names))

    def test_every_address_is_in_the_guide(self, schema):
        guide = (BASE_DIR / "docs" / "api.md").read_text()
        assert [path for path in schema["paths"] if path not in guide] == []

    def test_changes_only_knowingly(self, schema):
        """Delete the file to have it written anew; the difference belongs into the commit."""
        if not OUTLINE.exists():
            OUTLINE.write_text(json.dumps(outline(schema), indent=1, sort_keys=True) + "\n")
            pytest.fail(f"{OUTLINE.name} was written: read what changed, and keep it.")

        assert outline(schema) == json.loads(OUTLINE.read_text())


@pytest.mark.django_db
class TestAddress:
    def test_serves_json_and_yaml(self, anyone):
        as_json = anyone.get("/api/schema/")
        as_yaml = anyone.get("/api/schema/", Accept="application/yaml")

        assert as_json["Content-Type"] == "application/json"
        assert yaml.safe_load(as_yaml.content) == as_json.json()

    def test_answers_304(self, anyone):
        tag = anyone.get("/api/schema/")["ETag"]

        assert anyone.get("/api/schema/", **{"If-None-Match": tag}).status_code == 304


@pytest.mark.django_db
class TestTruth:
    """The stored documents are as the schema describes them, and hold nothing beside."""

    def check(self, schema: dict, name: str, document: dict) -> None:
        described = {"$ref": f"#/components/schemas/{name}", "components": schema["components"]}
        validator = Draft202012Validator(
            described, format_checker=Draft202012Validator.FORMAT_CHECKER
        )
        assert [error.message for error in validator.iter_errors(document)] == []
        assert set(document) == set(schema["components"]["schemas"][name]["properties"])

    def test_of_a_published_claim(self, schema, published):
        self.check(schema, "PublishedClaim", json.loads(Publication.objects.get().document))

    def test_of_a_tombstone(self, schema, published, retract):
        retract(published.claim_id)
        document = json.loads(Publication.objects.latest().document)
        self.check(schema, "RetractedClaim", document)

    def test_of_a_page(self, schema, anyone, published):
        self.check(schema, "ClaimPage", anyone.get("/api/v1/claims").json())

    def test_of_the_desks_claim(self, schema, as_person, published, rosa):
        shown = as_person(rosa).get(f"/api/v1/desk/claims/{published.claim_id}").json()
        self.check(schema, "DeskClaim", shown)

    def test_of_an_article(self, schema, writer):
        shown = writer.post("/api/v1/articles", {"text": "Ferries sail."}).json()
        self.check(schema, "HandedIn", shown)

    def test_of_a_webhook(self, schema, published, retract):
        retract(published.claim_id)
        for publication in Publication.objects.all():
            message = json.loads(messages.body_of(publication))
            described = schema["components"]["schemas"]["MessageData"]["properties"]
            assert set(message["data"]) <= set(described)
            self.check(schema, "Message", message)

    def test_of_a_problem(self, schema, anyone):
        shown = anyone.get("/api/v1/claims", {"colour": "red"}).json()
        assert set(shown) <= set(schema["components"]["schemas"]["Problem"]["properties"])
