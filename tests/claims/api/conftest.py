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
from tests.claims.receiving import consumer, endpoint, receiver  # noqa: F401 - fixtures
