"""People and keys in the admin."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.accounts import keys
from claims.accounts.models import Scope, ServiceKey

pytestmark = pytest.mark.django_db


class TestServiceKey:
    def test_a_key_that_is_not_made_yet_has_nothing_to_tell(self, client, dana):
        client.force_login(dana)

        page = client.get(reverse("admin:accounts_servicekey_add"))

        assert page.status_code == 200
        assert b"field-name" in page.content
        assert b"field-last_used_at" not in page.content

    def test_one_that_is_made_tells_when_it_was_used(self, client, dana):
        key = ServiceKey(name="Archive", scopes=[Scope.READ_PUBLISHED], created_by=dana)
        keys.issue(key)
        client.force_login(dana)

        page = client.get(reverse("admin:accounts_servicekey_change", args=[key.pk]))

        assert b"field-last_used_at" in page.content
