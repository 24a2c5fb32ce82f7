"""What every test shares: an environment of its own and a throw-away database cluster."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import django
import hypothesis
import pytest
from django.db import connections
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from config.embedded import Server
from tests import databases, order

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("PLUMBLINE_DATA") or BASE_DIR / "var").absolute()
CLUSTER = Server(DATA_DIR, "pg-test", durable=False)
# Each run has a database of its own, so that two runs do not disturb each other.
DATABASE = f"test_plumbline_{os.getpid()}"
FILES = tempfile.TemporaryDirectory(prefix="plumbline-test-")
GIVEN = dict(os.environ)
KEPT = {"PATH", "HOME", "LANG", "TMPDIR", "PG_BIN", "USER", "VIRTUAL_ENV", "SPACY_MODEL"}

for name in set(os.environ) - KEPT:
    # No setting of the machine leaks into the tests.
    if not name.startswith(("LC_", "PYTEST", "PYTHON", "PLAYWRIGHT", "DISPLAY", "XDG", "COLUMNS")):
        del os.environ[name]
os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    PLUMBLINE_ENV_FILE=os.devnull,
    PLUMBLINE_NO_VENV="1",
    PLUMBLINE_DATA=FILES.name,
    DATABASE_URL=CLUSTER.url(DATABASE),
    CELERY_BROKER_URL="memory://tests",
    # Playwright runs an event loop in the thread of the tests.
    DJANGO_ALLOW_ASYNC_UNSAFE="1",
)
django.setup()

# How long one example takes says more about the machine than about the rule.
hypothesis_settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("patient")

pytest_plugins = ["tests.browsing", "tests.claims.remembered"]
# For a look that takes its time: --hypothesis-profile long
hypothesis.settings.register_profile("long", max_examples=200)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Start each process of a spread run as this one was started: it sets up its own things."""
    os.environ.clear()
    os.environ.update(GIVEN)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=order.longest_file_first(items))


@pytest.fixture(scope="session")
def database_cluster():
    """The running test cluster. The last test run that uses it stops it."""
    CLUSTER.acquire()
    if CLUSTER.is_alone():
        CLUSTER.drop_databases("test_")
        CLUSTER.drop_databases("live_")
    yield CLUSTER
    CLUSTER.drop_databases(DATABASE)
    CLUSTER.release()


@pytest.fixture(scope="session")
def migrated_template(database_cluster):
    """The name of a migrated database without rows of any test, to copy from."""
    return databases.make_template(database_cluster)


@pytest.fixture(scope="session")
def django_db_keepdb():
    """Let pytest-django bring the copied database up to date instead of making its own."""
    return True


@pytest.fixture(scope="session")
def django_db_createdb():
    return False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(database_cluster, migrated_template):
    """Make the very database that DATABASE_URL names, and let pytest-django use it."""
    databases.copy_database(database_cluster, migrated_template, DATABASE)
    connections.settings["default"]["TEST"]["NAME"] = DATABASE
    connections["default"].settings_dict["TEST"]["NAME"] = DATABASE


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Empty the tables behind a test that commits without the work that Django makes of it."""
    with django_db_blocker.unblock():
        databases.mark_the_beginning(connections["default"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", begin_again)
        yield


def begin_again(test: TransactionTestCase) -> None:
    databases.begin_again(connections["default"])


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def own_language():
    """A page that spoke another language leaves it behind in the thread of the tests."""
    translation.deactivate()
