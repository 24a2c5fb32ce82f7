"""The settings: what stops the start, what production needs, what is written down."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from config.env import Environment, Misconfigured
from config.running import only_start

BASE_DIR = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "only-a-test-uses-this-key-" * 3,
    "PUBLIC_BASE_URL": "https://facts.example.org",
    "PUBLISHER_NAME": "The Daily Plumb",
    "DATABASE_URL": "postgresql://desk:secret@db.example.org/desk",
}
# Set by manage.py and the tests for themselves, or read before the settings exist.
NOT_FOR_OPERATORS = {"DJANGO_SETTINGS_MODULE", "PLUMBLINE_SERVER_HELD"}
READ_ELSEWHERE = {"PG_BIN", "PLUMBLINE_ENV_FILE", "PLUMBLINE_NO_VENV"}


@pytest.fixture
def read(monkeypatch):
    """Read the settings module in an environment of nothing but these variables."""

    def read(**variables: str) -> dict[str, object]:
        for name in list(os.environ):
            if name.isupper() and name not in {"PATH", "HOME", "TMPDIR"}:
                monkeypatch.delenv(name)
        monkeypatch.setenv("PLUMBLINE_ENV_FILE", os.devnull)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(BASE_DIR / "config" / "settings.py"))

    return read


class TestTrial:
    def test_needs_no_variable(self, read):
        found = read()

        assert found["DEBUG"] is True
        assert found["EMBEDDED_DATABASE"] is True
        assert found["USES_PGMQ"] is True

    def test_takes_the_address_of_the_trial_that_runs_on_its_data(self, read, tmp_path):
        with only_start(tmp_path, "http://127.0.0.1:8123"):
            found = read(PLUMBLINE_DATA=str(tmp_path))
            chosen = read(PLUMBLINE_DATA=str(tmp_path), PUBLIC_BASE_URL="http://desk.example")

        assert found["PUBLIC_BASE_URL"] == "http://127.0.0.1:8123"
        assert found["CSRF_TRUSTED_ORIGINS"] == ["http://127.0.0.1:8123"]
        assert chosen["PUBLIC_BASE_URL"] == "http://desk.example"

    def test_is_reached_by_local_names_alone(self, read):
        assert set(read()["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost", "[::1]"}

    def test_the_queue_gets_the_socket_of_the_embedded_server(self, read, tmp_path):
        found = read(PLUMBLINE_DATA=str(tmp_path))

        address = found["CELERY_BROKER_TRANSPORT_OPTIONS"]["conn_string"]
        assert f"host={tmp_path}" in address or "host=/" in address
        assert "dbname=plumbline" in address
        assert "://" not in address


class TestProduction:
    def test_begins_with_a_secret_key(self, read):
        assert read(**PRODUCTION)["DEBUG"] is False

    @pytest.mark.parametrize(
        ("changed", "sentence"),
        [
            ({"SECRET_KEY": "", "DEBUG": "0"}, "SECRET_KEY is missing or shorter"),
            ({"SECRET_KEY": "short"}, "SECRET_KEY is missing or shorter"),
            ({"PUBLIC_BASE_URL": ""}, "PUBLIC_BASE_URL is missing"),
            ({"PUBLIC_BASE_URL": "facts.example.org"}, "PUBLIC_BASE_URL is 'facts.example.org'"),
            ({"PUBLISHER_NAME": ""}, "PUBLISHER_NAME is missing"),
            ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is `*`"),
            ({"PUBLISHER_URL": "example"}, "PUBLISHER_URL is 'example'"),
            ({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL cannot be read"),
            ({"CELERY_BROKER_URL": "kafka://x"}, "CELERY_BROKER_URL cannot be read"),
            ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL is 'LOUD': choose one of"),
            ({"TIME_ZONE": "Mars/Olympus"}, "TIME_ZONE is 'Mars/Olympus'"),
            ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is 'smtp'"),
            ({"EMAIL_USE_TLS": "1", "EMAIL_USE_SSL": "1"}, "EMAIL_USE_TLS and EMAIL_USE_SSL"),
            ({"FETCH_PORTS": "80,https"}, "FETCH_PORTS is '80, https'"),
            ({"FETCH_ALLOW_PRIVATE": "1"}, "FETCH_ALLOW_PRIVATE is on, and DEBUG is off"),
        ],
    )
    def test_a_wrong_value_stops_the_start_with_a_sentence(self, read, changed, sentence):
        with pytest.raises(Misconfigured, match=re.escape(sentence)):
            read(**{**PRODUCTION, **changed})

    def test_private_networks_are_fetched_from_only_where_that_is_said_twice(self, read):
        found = read(**PRODUCTION, FETCH_ALLOW_PRIVATE="1", FETCH_PRIVATE_IS_MEANT="1")

        assert found["FETCH_ALLOW_PRIVATE"] is True
        assert read(**PRODUCTION)["FETCH_ALLOW_PRIVATE"] is False

    def test_the_public_host_is_allowed(self, read):
        found = read(**{**PRODUCTION, "PUBLIC_BASE_URL": "https://facts.example.org:8443"})

        assert "facts.example.org" in found["ALLOWED_HOSTS"]
        assert found["CSRF_TRUSTED_ORIGINS"] == ["https://facts.example.org:8443"]

    def test_cookies_travel_over_https_alone(self, read):
        found = read(**PRODUCTION)

        assert found["SESSION_COOKIE_SECURE"]
        assert found["CSRF_COOKIE_SECURE"]
        assert found["SECURE_HSTS_SECONDS"] > 0

    @pytest.mark.parametrize("broker", ["amqp://desk:pw@mq.example.org//", "redis://cache:6379/0"])
    def test_another_broker_replaces_the_queue_in_the_database(self, read, broker):
        found = read(**PRODUCTION, CELERY_BROKER_URL=broker)

        assert found["USES_PGMQ"] is False
        assert found["CELERY_BROKER_URL"] == broker
        assert "conn_string" not in found.get("CELERY_BROKER_TRANSPORT_OPTIONS", {})

    def test_no_style_or_script_is_allowed_inline(self, read):
        policy = str(read(**PRODUCTION)["CONTENT_SECURITY_POLICY"])

        assert "unsafe" not in policy
        assert "*" not in policy

    def test_the_deployment_check_finds_nothing(self, tmp_path):
        done = manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path, **PRODUCTION)

        assert "no issues" in done.stdout + done.stderr, done.stderr
        assert done.returncode == 0

    def test_the_start_says_a_sentence_and_no_traceback(self, tmp_path):
        done = manage("check", data=tmp_path, **{**PRODUCTION, "DEBUG": "perhaps"})

        assert done.returncode != 0
        assert "DEBUG is 'perhaps': write 1 (on) or 0 (off)." in done.stderr
        assert "Traceback" not in done.stderr


class TestLimits:
    def test_a_message_is_not_given_twice_while_its_task_runs(self, read):
        found = read()

        # It may wait behind one task of the longest kind, then run as long itself.
        longest = found["CELERY_TASK_TIME_LIMIT"] * found["CELERY_WORKER_PREFETCH_MULTIPLIER"]
        assert longest < found["VISIBILITY_TIMEOUT"]
        assert found["CELERY_TASK_SOFT_TIME_LIMIT"] < found["CELERY_TASK_TIME_LIMIT"]

    def test_a_lost_worker_loses_no_task(self, read):
        found = read()

        assert found["CELERY_TASK_ACKS_LATE"]
        assert found["CELERY_TASK_REJECT_ON_WORKER_LOST"]

    def test_queue_names_fit_the_queue_in_the_database(self, read):
        assert len(read()["CELERY_TASK_DEFAULT_QUEUE"]) <= 47


class TestWrittenDown:
    @pytest.fixture
    def asked(self, read, monkeypatch) -> set[str]:
        """Every variable that the product reads."""
        names: set[str] = set()
        raw = Environment._raw

        def noting(self, name):
            names.add(name)
            return raw(self, name)

        monkeypatch.setattr(Environment, "_raw", noting)
        read()
        read(**PRODUCTION)
        runpy.run_path(str(BASE_DIR / "config" / "web.py"))
        return names - NOT_FOR_OPERATORS

    def test_the_example_file_names_every_variable_and_no_other(self, asked):
        example = (BASE_DIR / ".env.example").read_text()
        named = set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", example, flags=re.MULTILINE))

        assert asked - named == set()
        assert named - asked - READ_ELSEWHERE == set()

    def test_the_operating_guide_names_every_variable(self, asked):
        guide = (BASE_DIR / "docs" / "operating.md").read_text()

        missing = {name for name in asked | READ_ELSEWHERE if f"`{name}`" not in guide}
        assert missing == set()


def manage(*words: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=BASE_DIR,
        env={
            **kept,
            "PLUMBLINE_NO_VENV": "1",
            "PLUMBLINE_ENV_FILE": os.devnull,
            "PLUMBLINE_DATA": str(data),
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
