"""One `up` on a data folder, and other commands that know where its desk is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from config.running import LOCK, AlreadyRuns, address_in, only_start

ADDRESS = "http://127.0.0.1:8123"


def test_tells_the_address_while_it_runs(tmp_path):
    with only_start(tmp_path / "data", ADDRESS):
        assert address_in(tmp_path / "data") == ADDRESS
    assert address_in(tmp_path / "data") == ""


def test_refuses_a_second_start_with_the_number_of_the_first(tmp_path):
    with (
        only_start(tmp_path, ADDRESS),
        pytest.raises(AlreadyRuns, match=f"^{os.getpid()}$"),
        only_start(tmp_path, "http://127.0.0.1:8124"),
    ):
        pass
    assert address_in(tmp_path) == ""


def test_an_error_lets_go_of_the_folder(tmp_path):
    with pytest.raises(ZeroDivisionError), only_start(tmp_path, ADDRESS):
        1 / 0

    with only_start(tmp_path, ADDRESS):
        assert address_in(tmp_path) == ADDRESS


def test_what_a_killed_one_left_behind_counts_for_nothing(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / LOCK).write_text(f"{ended.pid}\n{ADDRESS}\n")

    assert address_in(tmp_path) == ""


@pytest.mark.parametrize("left", ["", "17\n", "words\nand more\n"])
def test_a_file_of_something_else_counts_for_nothing(tmp_path, left):
    (tmp_path / LOCK).write_text(left)

    assert address_in(tmp_path) == ""


def test_without_a_folder_nothing_runs(tmp_path):
    assert address_in(tmp_path / "nowhere") == ""
