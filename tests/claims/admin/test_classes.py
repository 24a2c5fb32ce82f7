"""The admin classes as Django examines them: commands do not load them, so this does."""

from __future__ import annotations

from django.contrib import admin
from django.core import checks

from claims.models import Claim


def test_every_class_passes_the_checks_of_django():
    admin.autodiscover()

    assert admin.site.is_registered(Claim)
    assert not checks.run_checks(tags=[checks.Tags.admin])
