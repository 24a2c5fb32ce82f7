"""The admin names tables and columns in the language of whoever looks at it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from claims.models import Claim, Topic
from config.naming import shown_names

pytestmark = pytest.mark.django_db


def test_a_table_and_its_columns_are_named_in_hebrew(client, django_user_model):
    root = django_user_model.objects.create_superuser("root@desk.test", "x", name="Root")
    root.language = "he"
    root.save()
    client.force_login(root)

    html = client.get(reverse("admin:claims_claim_changelist")).content.decode()

    assert "lease by" not in html.lower()
    assert "בטיפול" in html


def test_names_follow_the_language():
    field = Claim._meta.get_field("lease_by")

    with translation.override("es"):
        assert str(field.verbose_name) == "en manos de"
        assert str(Claim._meta.verbose_name_plural) == "afirmaciones"
    assert str(field.verbose_name) == "lease by"


def test_somebody_has_another_name_than_a_thing(django_user_model):
    with translation.override("ru"):
        assert str(django_user_model._meta.get_field("name").verbose_name) == "имя"
        assert str(Topic._meta.get_field("name").verbose_name) == "название"


def test_what_no_page_shows_needs_no_translation():
    assert "lease by" in shown_names()
    assert "salt" not in shown_names()
