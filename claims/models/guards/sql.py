"""Pieces of SQL and PL/pgSQL that the guards are put together from."""

from __future__ import annotations

import pgtrigger

from claims.models.moves import pairs


def refuse(rule: str, sentence: str) -> str:
    """PL/pgSQL that ends the statement with `sentence`, under the name of the rule."""
    return (
        f"RAISE EXCEPTION USING MESSAGE = '{sentence}', "
        f"ERRCODE = 'check_violation', CONSTRAINT = '{rule}';"
    )


def listed(values: tuple[str, ...]) -> str:
    """The values as an SQL list."""
    return ", ".join(f"'{value}'" for value in values)


def pair_list(moves: dict[str, tuple[str, ...]]) -> str:
    """The moves as an SQL list of rows."""
    return ", ".join(f"('{before}', '{after}')" for before, after in pairs(moves))


def differ(columns: list[str]) -> str:
    """SQL that is true when one of the columns changes."""
    old = ", ".join(f"OLD.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    return f"ROW({new}) IS DISTINCT FROM ROW({old})"


def before(name: str, operation: pgtrigger.Operation, func: str, **options) -> pgtrigger.Trigger:
    """A row trigger that runs before the operation."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=operation, func=func, **options
    )


def frozen_once_set(table: str, column: str) -> pgtrigger.Trigger:
    """A column that keeps its first value."""
    rule = f"{table}_{column}_is_frozen"
    return before(
        rule,
        pgtrigger.Update,
        f"IF OLD.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column} THEN "
        f"{refuse(rule, f'{column} keeps its first value.')} END IF; RETURN NEW;",
    )
