"""Model fields of our own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models


class WebAddressField(models.URLField):
    """An address of the web. What a form gets without a scheme is meant as https.

    Migrations know it as the URLField that it is in the database.
    """

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **kwargs})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
