"""What the desk does when something happens elsewhere."""

from __future__ import annotations

from claims.defaults import install_defaults


def after_migrate(**_kwargs: object) -> None:
    """Bring roles and defaults up to date whenever the database was migrated."""
    install_defaults()
