"""What the tests of deliveries share."""

from tests.claims.clients import as_person, publish, retract  # noqa: F401 - fixtures
from tests.claims.receiving import consumer, endpoint, receiver  # noqa: F401 - fixtures
