"""What the desk does when something happens elsewhere."""

from __future__ import annotations

from typing import Any

from articles.models import Snapshot
from claims.defaults import install_defaults
from claims.intake import order_reading


def after_migrate(**_kwargs: Any) -> None:
    """Bring roles and defaults up to date whenever the database was migrated."""
    install_defaults()


def after_snapshot(*, snapshot: Snapshot, **_kwargs: Any) -> None:
    """Order a reading of every new wording, in the transaction that keeps it."""
    order_reading(snapshot)
