"""API keys: shown once, stored as a hash, refused when they should be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.accounts import keys
from claims.accounts.models import PersonalToken, Scope, ServiceKey

pytestmark = pytest.mark.django_db


def service_key(dana, **more) -> tuple[ServiceKey, str]:
    key = ServiceKey(name="Archive", scopes=[Scope.READ_PUBLISHED], created_by=dana, **more)
    return key, keys.issue(key)


class TestIssue:
    def test_the_secret_is_nowhere_in_the_row(self, dana):
        key, text = service_key(dana)

        secret = text.removeprefix(f"{key.prefix}_")
        assert len(secret) >= 43
        assert secret not in str(vars(key))

    def test_a_key_without_scope_is_refused(self, dana):
        with pytest.raises(ValidationError):
            keys.issue(ServiceKey(name="Archive", scopes=[], created_by=dana))

        assert not ServiceKey.objects.exists()


class TestRecognise:
    def test_finds_either_kind(self, dana, rosa):
        key, text = service_key(dana)
        token = PersonalToken(name="Laptop", user=rosa)
        token_text = keys.issue(token)

        assert keys.recognise(text) == key
        assert keys.recognise(token_text) == token

    @pytest.mark.parametrize(
        "spoil", [str.upper, lambda t: t[:-1], lambda t: t + "x", lambda t: ""]
    )
    def test_refuses_another_text(self, dana, spoil):
        _key, text = service_key(dana)

        assert keys.recognise(spoil(text)) is None

    def test_refuses_one_that_is_over(self, dana):
        _key, expired = service_key(dana, expires_at=timezone.now() - timedelta(seconds=1))
        revoked_key, revoked = service_key(dana)
        keys.revoke(revoked_key)

        assert keys.recognise(expired) is None
        assert keys.recognise(revoked) is None


class TestNetworks:
    @pytest.mark.parametrize(
        ("address", "admitted"),
        [("192.0.2.7", True), ("192.0.3.7", False), ("2001:db8::1", False), ("nonsense", False)],
    )
    def test_admit_only_what_they_name(self, dana, address, admitted):
        key, _text = service_key(dana, networks=["192.0.2.0/24"])

        assert keys.may_come_from(key, address) is admitted
