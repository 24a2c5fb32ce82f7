"""The admin: everything can be seen here, and everything is done by the verbs."""

from claims.admin import claims, people, records

__all__ = ["claims", "people", "records"]
