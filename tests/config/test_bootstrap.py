"""How manage.py gets its packages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap

BASE_DIR = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A checkout with a requirements file and no `.venv`; pip is counted, not run."""
    (tmp_path / "manage.py").touch()
    (tmp_path / "requirements.txt").write_text("one==1\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "requirements.txt").write_text("two==2\n")
    monkeypatch.setattr(bootstrap, "BASE_DIR", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.delenv("PLUMBLINE_NO_VENV", raising=False)
    return tmp_path


@pytest.fixture
def installed(project, monkeypatch) -> list[str]:
    """The requirement files that were installed, in order."""
    names: list[str] = []

    def make():
        bootstrap.PYTHON.parent.mkdir(parents=True)
        bootstrap.PYTHON.touch()

    monkeypatch.setattr(bootstrap, "make_venv", make)
    monkeypatch.setattr(
        bootstrap, "run_pip", lambda path: names.append(str(path.relative_to(project)))
    )
    return names


@pytest.fixture
def replaced(monkeypatch) -> list[list[str]]:
    """The commands that took this process's place."""
    commands: list[list[str]] = []
    monkeypatch.setattr(bootstrap.os, "execv", lambda path, argv: commands.append(argv))
    return commands


class TestPrepare:
    def test_installs_what_the_product_needs_and_goes_on_inside(self, project, installed, replaced):
        bootstrap.prepare(["manage.py", "up"])

        assert installed == ["requirements.txt"]
        assert replaced == [[str(project / ".venv/bin/python"), "manage.py", "up"]]

    def test_installs_what_the_tests_need_for_the_tests_alone(self, installed, replaced):
        bootstrap.prepare(["manage.py", "test", "-x"])

        assert installed == ["requirements.txt", "tests/requirements.txt"]

    def test_installs_nothing_twice(self, installed, replaced):
        bootstrap.prepare(["manage.py", "up"])
        bootstrap.prepare(["manage.py", "migrate"])

        assert installed == ["requirements.txt"]

    def test_installs_again_what_has_changed(self, project, installed, replaced):
        bootstrap.prepare(["manage.py", "test"])
        (project / "requirements.txt").write_text("one==1.1\n")

        bootstrap.prepare(["manage.py", "test"])

        assert installed == ["requirements.txt", "tests/requirements.txt", "requirements.txt"]

    def test_a_failed_install_is_tried_again(self, installed, replaced, monkeypatch):
        def fail(path):
            raise SystemExit("pip failed")

        with monkeypatch.context() as patch:
            patch.setattr(bootstrap, "run_pip", fail)
            with pytest.raises(SystemExit):
                bootstrap.prepare(["manage.py", "up"])

        bootstrap.prepare(["manage.py", "up"])

        assert installed == ["requirements.txt"]

    def test_installs_nothing_when_told_so(self, installed, replaced, monkeypatch):
        monkeypatch.setenv("PLUMBLINE_NO_VENV", "1")

        bootstrap.prepare(["manage.py", "up"])

        assert installed == []
        assert replaced == []

    def test_lets_the_processes_keep_their_bytecode(self, installed, replaced, monkeypatch):
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        monkeypatch.setattr(bootstrap.sys, "dont_write_bytecode", True)

        bootstrap.prepare(["manage.py", "up"])

        assert "PYTHONDONTWRITEBYTECODE" not in bootstrap.os.environ
        assert not bootstrap.sys.dont_write_bytecode

    def test_leaves_a_python_of_others_as_it_is(self, installed, replaced, monkeypatch):
        monkeypatch.setenv("PLUMBLINE_NO_VENV", "1")
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

        bootstrap.prepare(["manage.py", "up"])

        assert bootstrap.os.environ["PYTHONDONTWRITEBYTECODE"] == "1"

    def test_does_with_the_older_pip_where_there_is_no_newer(self, project, monkeypatch):
        asked = []
        monkeypatch.setattr(bootstrap.venv.EnvBuilder, "create", lambda builder, folder: None)
        monkeypatch.setattr(
            bootstrap.subprocess,
            "run",
            lambda command, **_: asked.append(command[-1]) or subprocess.CompletedProcess([], 1),
        )

        bootstrap.make_venv()

        assert asked == [bootstrap.PIP]


class TestRefusals:
    def test_an_old_python_is_told_which_one_is_needed(self, monkeypatch):
        monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))

        with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
            bootstrap.prepare(["manage.py", "up"])

    def test_a_python_without_venv_is_told_the_package(self, project, monkeypatch):
        monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)

        with pytest.raises(SystemExit, match="apt install python3-venv"):
            bootstrap.make_venv()

        assert not (project / ".venv").exists()

    @pytest.mark.parametrize(
        ("output", "hint"),
        [
            ("error: command 'x86_64-linux-gnu-gcc' failed: No such file", "build-essential"),
            ("OSError: [Errno 28] No space left on device", "disk is full"),
            ("ERROR: No matching distribution found for one==1", "on line"),
            ("NewConnectionError: Failed to establish a new connection", "on line"),
            ("something else", "last lines"),
        ],
    )
    def test_a_failed_install_is_explained(self, project, output, hint):
        text = bootstrap.explain(output, project / "requirements.txt")

        assert hint in text
        assert output in text


class TestProgress:
    def test_tells_now_and_then_where_nobody_watches(self, capsys, monkeypatch):
        clock = iter([0.0, 1.0, 20.0, 20.0])
        monkeypatch.setattr(bootstrap.time, "monotonic", lambda: next(clock))
        progress = bootstrap.Progress()

        progress.show("Collecting django==5.2\n")
        progress.show("Collecting spacy\n")

        assert capsys.readouterr().out == "  2 packages found, now spacy\n"


def test_manage_py_needs_nothing_but_python(tmp_path):
    """The first lines of a fresh checkout run before any package is there."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(BASE_DIR)!r});"
         "from config import bootstrap; print(bootstrap.OLDEST)"],
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"]},
        check=False,
    )  # fmt: skip

    assert done.stdout.strip() == str(bootstrap.OLDEST), done.stderr
