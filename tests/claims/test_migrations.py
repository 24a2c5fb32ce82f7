"""One migration makes a new desk, those that it replaces made older ones: to the same end."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

AT_ONCE = "0001_squashed_0029_large_filters_of_reports"
LAST = "0029_large_filters_of_reports"


def told(state: ProjectState) -> dict[str, object]:
    """Everything that a state says of the models of claims, to be compared."""
    return {
        name: (
            # Columns stand in a table as they were added to it.
            [(field, MigrationWriter.serialize(kind)[0]) for field, kind in model.fields.items()],
            {key: in_order(key, value) for key, value in model.options.items() if value != []},
            model.bases,
        )
        for (app, name), model in state.models.items()
        if app == "claims"
    }


def in_order(option: str, value: object) -> object:
    """What has names sorted by them: it may have been added in another order."""
    if option in {"indexes", "constraints", "triggers"}:
        return sorted(value, key=lambda each: each.name)
    return value


def as_if_at(number: int) -> list[str]:
    """Names of the migrations that a desk still needs which has come up to this number."""
    Applied = MigrationRecorder(connection).Migration
    Applied.objects.filter(app="claims", name=AT_ONCE).delete()
    Applied.objects.filter(app="claims", name__gt=f"{number:04}_z").delete()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    assert not any(backwards for _migration, backwards in plan)
    return [migration.name for migration, _backwards in plan]


def replaced() -> list[str]:
    loader = MigrationLoader(None)
    return [name for _app, name in loader.disk_migrations["claims", AT_ONCE].replaces]


def test_both_ways_lead_to_the_same_models():
    step_by_step = MigrationLoader(None, replace_migrations=False).project_state(("claims", LAST))
    at_once = MigrationLoader(None).project_state(("claims", AT_ONCE))

    assert told(at_once) == told(step_by_step)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 12, 20, 28])
def test_a_desk_in_the_middle_goes_on_with_what_it_lacks(number):
    assert [name for name in as_if_at(number) if name in replaced()] == replaced()[number:]


@pytest.mark.django_db
def test_a_desk_that_has_all_of_them_has_nothing_to_do():
    Applied = MigrationRecorder(connection).Migration
    assert set(replaced()) <= set(Applied.objects.values_list("name", flat=True))

    Applied.objects.filter(app="claims", name=AT_ONCE).delete()

    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
