"""What an empty desk starts with."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from claims.defaults import install_defaults
from claims.models import Methodology, Rating, RatingScale
from claims.roles import PERMISSIONS

pytestmark = pytest.mark.django_db


class TestDefaults:
    def test_numbers_stand_only_where_a_rating_is_a_degree_of_truth(self):
        numbers = dict(Rating.objects.values_list("key", "value"))

        assert numbers == {
            "true": 5,
            "mostly-true": 4,
            "half-true": 3,
            "mostly-false": 2,
            "false": 1,
            "misleading": None,
            "unproven": None,
        }

    def test_repeating_adds_nothing(self):
        install_defaults()

        assert Rating.objects.count() == 7
        assert Methodology.objects.count() == 1
        assert set(Group.objects.values_list("name", flat=True)) == set(PERMISSIONS)

    def test_groups_hold_exactly_what_the_table_says(self):
        for role, names in PERMISSIONS.items():
            group = Group.objects.get(name=role)
            held = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}
            assert held == set(names)

    def test_a_new_desk_starts_in_its_own_language(self, settings):
        Rating.objects.all().delete()
        RatingScale.objects.all().delete()
        settings.LANGUAGE_CODE = "ru"

        install_defaults()

        assert Rating.objects.get(key="false").label == "Неверно"
        assert RatingScale.objects.get().is_current
