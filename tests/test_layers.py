"""The import direction: claims -> articles -> nothing; inside claims only to what stands left.

What is imported for type checkers alone does not run and does not count.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BANNED_NAMES = {"utils", "helpers", "common", "services", "misc"}

# Parts of claims from left to right; a part may import its own kind and whatever stands left.
# Parts of one line may import one another, except on the last line.
LINES = [
    {"errors", "extraction"},
    {"accounts", "charts", "commas", "locks", "moments", "prose", "sheets", "words"},
    {"models"},
    {"audit"},
    {
        "anchoring",
        "captures",
        "claimreview",
        "defaults",
        "disputes",
        "documents",
        "evidence",
        "intake",
        "ledger",
        "markup",
        "matching",
        "mediareview",
        "pages",
        "passwords",
        "persons",
        "projecting",
        "publishing",
        "replies",
        "roles",
        "telling",
    },
    {"workflow"},
    {"delivery"},
    {"tasks"},
    {"receivers"},
    {"workbench"},
    {"apps"},
    {"admin", "api", "desk", "public", "reports"},
]
LINE_OF = {part: number for number, parts in enumerate(LINES) for part in parts}
TOP = LINES[-1]
# Commands may call anything; templates tags belong to the pages.
FREE = {"management", "migrations", "templatetags", "demo"}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Each absolute dotted name that a module imports when it runs, with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    package = ".".join(path.relative_to(ROOT).parent.parts)
    for node in running(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def running(node: ast.AST) -> Iterator[ast.AST]:
    """Walk a tree without the blocks that only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from running(child)


def part_of(name: str) -> str:
    """The part of claims that a dotted name or a path lies in; empty for claims itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "claims" else ""


def where(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


class TestDirection:
    def test_articles_import_neither_claims_nor_config(self):
        wrong = [
            f"{where(path, line)} imports {name}"
            for path in sources("articles")
            for line, name in imports(path)
            if name.split(".")[0] in ("claims", "config")
        ]

        assert not wrong, "\n".join(wrong)

    def test_config_names_both_only_as_strings(self):
        wrong = [
            f"{where(path, line)} imports {name}"
            for path in sources("config")
            for line, name in imports(path)
            if name.split(".")[0] in ("claims", "articles")
        ]

        assert not wrong, "\n".join(wrong)

    def test_claims_import_only_what_stands_left(self):
        wrong = []
        for path in sources("claims"):
            part = part_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
            if part in FREE or part in ("", "__init__"):
                continue
            assert part in LINE_OF, f"{path.relative_to(ROOT)} has no place in the order"
            for line, name in imports(path):
                other = part_of(name)
                if other in LINE_OF and not may_import(part, other):
                    wrong.append(f"{where(path, line)}: {part} imports {other}")

        assert not wrong, "\n".join(wrong)

    def test_extraction_knows_neither_django_nor_the_rest(self):
        foreign = ("django", "celery", "rest_framework", "articles", "config")
        wrong = [
            f"{where(path, line)} imports {name}"
            for path in sources("claims/extraction")
            for line, name in imports(path)
            if name.split(".")[0] in foreign
            or (name.startswith("claims.") and part_of(name) != "extraction")
        ]

        assert not wrong, "\n".join(wrong)


def may_import(part: str, other: str) -> bool:
    if part == other:
        return True
    if part in TOP and other in TOP:
        return False
    if other == "extraction":
        # spaCy is heavy: only the worker loads it.
        return part == "tasks"
    return LINE_OF[other] <= LINE_OF[part]


class TestHabits:
    @pytest.mark.parametrize("package", ["articles", "claims", "config"])
    def test_no_module_has_a_name_that_says_nothing(self, package):
        assert not [
            path
            for path in sources(package)
            if path.stem in BANNED_NAMES or BANNED_NAMES & set(path.parts)
        ]

    @pytest.mark.parametrize("package", ["articles", "claims", "config"])
    def test_no_import_hides_in_a_function(self, package):
        hidden = []
        for path in sources(package):
            for function in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                    continue
                if path.name == "apps.py" and function.name == "ready":
                    continue
                hidden += [
                    where(path, node.lineno)
                    for node in ast.walk(function)
                    if isinstance(node, ast.Import | ast.ImportFrom)
                ]

        assert not hidden, "\n".join(hidden)

    @pytest.mark.parametrize("package", ["articles", "claims", "config"])
    def test_signals_are_only_the_two_of_the_design(self, package):
        wrong = [
            f"{where(path, line)} imports {name}"
            for path in sources(package)
            for line, name in imports(path)
            if "signals" in name.split(".")
            and not name.startswith(("articles.signals", "celery.signals"))
            and not name.endswith("post_migrate")
        ]

        assert not wrong, "\n".join(wrong)
