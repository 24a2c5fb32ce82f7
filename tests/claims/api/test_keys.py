"""Who is let in: service keys, personal tokens, sessions, networks, rates."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.accounts import keys
from claims.accounts.models import PersonalToken, Scope, ServiceKey
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"
DESK = "/api/v1/desk/claims"


def code(response) -> tuple[int, str]:
    assert response["Content-Type"] == "application/problem+json"
    return response.status_code, response.json()["code"]


class TestRecognition:
    def test_takes_both_headers(self, new_key, published):
        key = new_key(Scope.READ_DESK)

        assert Api(key).get(DESK).status_code == 200
        assert Api().get(DESK, **{"X-API-Key": key}).status_code == 200
        assert Api(key).get(DESK, **{"X-API-Key": key}).status_code == 200

    @pytest.mark.parametrize(
        "headers",
        [
            {"Authorization": "Bearer pls_000000000000_wrong"},
            {"Authorization": "Bearer nonsense"},
            {"Authorization": "Bearer "},
            {"Authorization": "Bearer pls_ä_ö"},
            {"Authorization": "Basic cm9zYTpwYTU1d29yZA=="},
            {"X-API-Key": "pls_000000000000_wrong"},
            {"X-API-Key": ""},
        ],
    )
    def test_refuses_a_wrong_key_even_where_none_is_needed(self, anyone, headers):
        response = anyone.get(CLAIMS, **headers)

        assert code(response) == (401, "bad_credentials")
        assert response["WWW-Authenticate"].startswith("Bearer")

    def test_refuses_two_different_keys(self, program, new_key):
        other = new_key(Scope.READ_DESK)

        assert code(program.get(CLAIMS, **{"X-API-Key": other})) == (401, "bad_credentials")

    def test_asks_for_a_key_where_one_is_needed(self, anyone):
        assert code(anyone.get(DESK)) == (401, "no_credentials")

    def test_ends_at_once_with_revocation(self, new_key):
        api = Api(new_key(Scope.READ_PUBLISHED))
        assert api.get(CLAIMS).status_code == 200

        keys.revoke(ServiceKey.objects.get())

        assert code(api.get(CLAIMS)) == (401, "bad_credentials")

    def test_ends_with_its_time(self, new_key):
        api = Api(new_key(Scope.READ_PUBLISHED, expires_at=timezone.now() + timedelta(hours=1)))
        assert api.get(CLAIMS).status_code == 200

        with time_machine.travel(timezone.now() + timedelta(hours=2)):
            assert code(api.get(CLAIMS)) == (401, "bad_credentials")

    def test_the_former_text_opens_as_well_for_a_day_after_a_rotation(self, new_key, published):
        old = new_key(Scope.READ_DESK)
        key = ServiceKey.objects.get()
        new = keys.rotate(key)

        def status(text, **later):
            with time_machine.travel(timezone.now() + timedelta(**later), tick=False):
                return Api(text).get("/api/v1/desk/claims").status_code

        assert new.startswith("pls_") and new != old
        assert (status(old), status(new)) == (200, 200)
        assert (status(old, hours=25), status(new, hours=25)) == (401, 200)
        keys.rotate(key)
        assert (status(old), status(new)) == (401, 200)
        keys.revoke(key)
        assert status(new) == 401

    def test_a_key_that_is_over_is_not_renewed(self, new_key):
        new_key(Scope.READ_DESK)
        key = ServiceKey.objects.get()
        keys.revoke(key)
        key.refresh_from_db()

        with pytest.raises(ValueError, match="not renewed"):
            keys.rotate(key)
        assert ServiceKey.objects.get().old_prefix == ""

    def test_two_keys_of_one_program_work_side_by_side(self, new_key):
        old, new = Api(new_key(Scope.READ_PUBLISHED)), Api(new_key(Scope.READ_PUBLISHED))

        assert old.get(CLAIMS).status_code == new.get(CLAIMS).status_code == 200

    @pytest.mark.parametrize(
        ("address", "status"),
        [("203.0.113.9", 200), ("203.0.114.9", 403), ("2001:db8::5", 200), ("nonsense", 403)],
    )
    def test_comes_from_its_networks_alone(self, new_key, address, status):
        key = new_key(Scope.READ_PUBLISHED, networks=["203.0.113.0/24", "2001:db8::/32"])
        headers = {"Authorization": f"Bearer {key}"}
        response = Api().client.get(CLAIMS, headers=headers, REMOTE_ADDR=address)

        assert response.status_code == status

    def test_remembers_its_last_use(self, program):
        assert ServiceKey.objects.get().last_used_at is None
        program.get(CLAIMS)

        assert ServiceKey.objects.get().last_used_at is not None

    def test_is_never_logged(self, new_key, caplog):
        key = new_key(Scope.READ_PUBLISHED)
        with caplog.at_level(logging.DEBUG):
            Api(key).get(CLAIMS)
            Api(key).get("/api/v1/nowhere")
            Api(key + "x").get(CLAIMS)

        assert key.split("_")[2] not in caplog.text


class TestScopes:
    @pytest.mark.parametrize(
        ("scope", "path", "status"),
        [
            (Scope.READ_PUBLISHED, CLAIMS, 200),
            (Scope.READ_PUBLISHED, DESK, 403),
            (Scope.READ_PUBLISHED, "/api/v1/articles", 403),
            (Scope.READ_DESK, DESK, 200),
            (Scope.READ_DESK, "/api/v1/articles", 200),
            (Scope.READ_DESK, CLAIMS, 403),
            (Scope.WRITE_ARTICLES, CLAIMS, 403),
            (Scope.WRITE_ARTICLES, DESK, 403),
            (Scope.WRITE_ARTICLES, "/api/v1/articles", 403),
        ],
    )
    def test_open_what_they_name(self, new_key, scope, path, status):
        assert Api(new_key(scope)).get(path).status_code == status

    def test_a_key_that_may_only_read_hands_nothing_in(self, desk_program):
        response = desk_program.post("/api/v1/articles", {"text": "Ferries sail."})

        assert code(response) == (403, "missing_scope")

    @pytest.mark.parametrize("scope", Scope.values)
    def test_a_service_key_is_never_a_person(self, new_key, claim, scope):
        response = Api(new_key(scope)).post(f"{CLAIMS}/{claim.pk}/take")

        assert code(response) == (403, "not_a_person")
        claim.refresh_from_db()
        assert claim.state == "queued"


class TestPersonalTokens:
    def test_act_with_the_roles_of_their_person(self, as_person, rosa, otto):
        assert as_person(rosa).get(DESK).status_code == 200
        assert code(as_person(otto).get(DESK)) == (403, "forbidden")

    def test_end_with_their_person(self, as_person, rosa):
        api = as_person(rosa)
        rosa.is_active = False
        rosa.save()

        assert code(api.get(CLAIMS)) == (401, "bad_credentials")

    def test_are_no_longer_known_once_removed(self, as_person, rosa):
        api = as_person(rosa)
        PersonalToken.objects.all().delete()

        assert code(api.get(DESK)) == (401, "bad_credentials")


class TestSessions:
    def test_open_the_desk(self, client, rosa):
        client.force_login(rosa)

        assert client.get(DESK).status_code == 200

    def test_act_only_with_the_token_of_the_page(self, rosa, claim):
        api = Api()
        api.client.handler.enforce_csrf_checks = True
        api.client.force_login(rosa)

        response = api.post(f"{CLAIMS}/{claim.pk}/take")

        assert response.status_code == 403
        claim.refresh_from_db()
        assert claim.state == "queued"


class TestRates:
    def test_are_told_and_end_in_429(self, new_key):
        api = Api(new_key(Scope.READ_PUBLISHED, rate_per_minute=2))
        with time_machine.travel(1_800_000_010, tick=False):
            answers = [api.get(CLAIMS) for _number in range(3)]

        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert answers[0]["RateLimit-Policy"] == '"default";q=2;w=60'
        assert [answer["RateLimit"] for answer in answers] == [
            '"default";r=1;t=50', '"default";r=0;t=50', '"default";r=0;t=50',
        ]  # fmt: skip
        assert answers[2]["Retry-After"] == "50"
        assert code(answers[2]) == (429, "too_many_requests")

    def test_count_each_key_for_itself(self, new_key):
        first = Api(new_key(Scope.READ_PUBLISHED, rate_per_minute=1))
        second = Api(new_key(Scope.READ_PUBLISHED, rate_per_minute=1))

        assert first.get(CLAIMS).status_code == second.get(CLAIMS).status_code == 200

    def test_count_addresses_without_a_key(self, anyone, settings):
        settings.API_RATE_ANONYMOUS = 1
        with time_machine.travel(1_800_000_010, tick=False):
            assert anyone.get(CLAIMS).status_code == 200
            assert anyone.get(CLAIMS).status_code == 429
            other = anyone.client.get(CLAIMS, REMOTE_ADDR="203.0.113.9")

        assert other.status_code == 200
