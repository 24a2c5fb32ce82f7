"""The API keeps what its OpenAPI document promises, whatever it is sent (schemathesis).

Every operation is called with made-up requests, right and wrong ones, by a person who may do
everything, so that nothing is shut. For a long look, such as before a release:

    python3 manage.py test tests/claims/api/test_contract.py --hypothesis-profile long
"""

from __future__ import annotations

import contextlib

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import booleans
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup

from claims.accounts import keys
from claims.accounts.models import PersonalToken
from claims.models import Mention
from tests.claims.conftest import give_evidence

# The requests come by WSGI, which closes connections as it sees fit.
pytestmark = pytest.mark.django_db(transaction=True)
LONG = settings.get_profile("long")
IS_LONG = settings.default.max_examples == LONG.max_examples
BOUNDED = settings(
    max_examples=LONG.max_examples if IS_LONG else 2,
    phases=[Phase.explicit, Phase.generate],
    derandomize=not IS_LONG,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
load_all_checks()
ALL = [CHECKS.get_one(name) for name in CHECKS.get_all_names()]
FEWER = [one for one in ALL if one.__name__ != "positive_data_acceptance"]
# Members and parameters whose right values depend on more than their form: on what is there, on
# the time, on other members; and null, which a form cannot carry.
WORLD = {
    "url", "archive_url", "as_of", "updated_since", "cursor", "fields", "end", "of", "claimant",
    "assignee", "topics", "rating", "published_on",
}  # fmt: skip

# A right request may still be about something that is gone, in another state, incomplete, or
# come under an Idempotency-Key that was used.
CONFIG = SchemathesisConfig.from_dict(
    {
        "checks": {
            "positive_data_acceptance": {
                "expected-statuses": ["2xx", 401, 403, 404, 409, 410, 413, 422, 429]
            }
        }
    }
)


@pytest.fixture
def operations(published):
    """Every operation of the schema as it is served, called through the whole stack."""
    schema = schemathesis.openapi.from_wsgi("/api/schema/", get_wsgi_application(), config=CONFIG)
    return [found.ok() for found in schema.get_all_operations()]


@pytest.fixture
def known(published, emil, settings):
    """Ids of things that are there, by the name of the parameter that takes them."""
    settings.API_RATE_ANONYMOUS = settings.API_RATE_PERSON = 100_000
    mention = Mention.objects.select_related("snapshot").first()
    return {
        "claim_id": str(published.claim_id),
        "evidence_id": str(give_evidence(published.claim, emil).pk),
        "article_id": str(mention.snapshot.article_id),
        "claimant_id": str(published.claim.claimant_id),
    }


@pytest.fixture
def key(root):
    return keys.issue(PersonalToken(name="Contract", user=root, rate_per_minute=100_000))


def is_about_the_world(response) -> bool:
    """True where what is wrong is no matter of form: an address, a past time, a place in a list."""
    if response.status_code != 400:
        return False
    told = response.json().get("errors", [])
    names = {error.get("field") or error.get("parameter") for error in told}
    return bool(names) and names <= WORLD


def check(operation, mode: GenerationMode, known: dict[str, str], key: str) -> None:
    """Call one operation with made-up requests of one kind. Raises what it does not keep."""

    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode), is_real=booleans())
    def called(case, is_real):
        for name in known.keys() & (case.path_parameters or {}).keys():
            # Made-up ids lead nowhere, so some requests are about something that is there.
            if is_real:
                case.path_parameters[name] = known[name]
        # The WSGI transport of schemathesis does not unpack.
        headers = {"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"}
        response = case.call(headers=headers)
        checks = FEWER if is_about_the_world(response) else ALL
        case.validate_response(response, checks=checks, headers=headers)

    with contextlib.suppress(Unsatisfiable):
        # Where nothing can be wrong, there is no wrong request.
        called()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_operation_keeps_its_promises(operations, mode, known, key):
    broken = []
    for operation in operations:
        try:
            check(operation, mode, known, key)
        except (Exception, FailureGroup) as error:
            broken.append(f"{operation.label}\n{error}"[:2000])

    assert len(operations) > 50
    assert not broken, f"{len(broken)} operations:\n\n" + "\n\n".join(broken)
