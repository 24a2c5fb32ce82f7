"""What the tests of the API share."""

from tests.claims.clients import (  # noqa: F401 - fixtures
    anyone,
    as_person,
    desk_program,
    new_key,
    program,
    publish,
    retract,
    writer,
)
from tests.claims.receiving import receiver  # noqa: F401 - a fixture
