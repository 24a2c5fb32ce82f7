"""Public ids: UUIDv7, ordered by the time they were made."""

import uuid

from uuid_utils.compat import uuid7


def new_id() -> uuid.UUID:
    """Return a new UUIDv7. Made in Python, because PostgreSQL has uuidv7() only from 18 on."""
    return uuid7()
