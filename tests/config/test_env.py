"""Reading variables: each wrong one is told in a sentence, all at once."""

import pytest

from config.env import Environment, Misconfigured, load


def told(environment: Environment) -> str:
    with pytest.raises(Misconfigured) as caught:
        environment.finish()
    return str(caught.value)


class TestFlag:
    @pytest.mark.parametrize(
        ("raw", "meant"), [("1", True), ("True", True), ("on", True), ("0", False), ("no", False)]
    )
    def test_reads_what_people_write(self, raw, meant):
        assert Environment({"DEBUG": raw}).flag("DEBUG", default=not meant) is meant

    @pytest.mark.parametrize("raw", [None, "", "  "])
    def test_an_empty_variable_counts_as_unset(self, raw):
        source = {} if raw is None else {"DEBUG": raw}

        assert Environment(source).flag("DEBUG", default=True) is True

    def test_refuses_a_slip_of_the_pen(self):
        environment = Environment({"DEBUG": "ture"})
        environment.flag("DEBUG", default=False)

        assert "DEBUG is 'ture': write 1 (on) or 0 (off)." in told(environment)


class TestNumber:
    @pytest.mark.parametrize("raw", ["-1", "1.5", "many", "101", "٣x"])
    def test_refuses_what_is_no_number_in_range(self, raw):
        environment = Environment({"THREADS": raw})

        assert environment.number("THREADS", 4, least=1, most=100) == 4
        assert "THREADS is" in told(environment)
        assert "from 1 to 100" in told(environment)


class TestAddress:
    def test_loses_the_slash_at_its_end(self):
        environment = Environment({"URL": "https://facts.example.org/"})

        assert environment.address("URL", "", schemes=("https",)) == "https://facts.example.org"

    @pytest.mark.parametrize("raw", ["facts.example.org", "ftp://example.org", "https://"])
    def test_refuses_half_an_address(self, raw):
        environment = Environment({"URL": raw})
        environment.address("URL", "", schemes=("https",))

        assert "such as https://example.org" in told(environment)


class TestDatabase:
    def test_reads_a_whole_address(self):
        address = "postgresql://rosa:p%40ss@db.example.org:5433/desk?sslmode=require"

        found = Environment({"DATABASE_URL": address}).database("DATABASE_URL", "")

        assert found["NAME"] == "desk"
        assert (found["USER"], found["PASSWORD"]) == ("rosa", "p@ss")
        assert (found["HOST"], found["PORT"]) == ("db.example.org", "5433")
        assert found["OPTIONS"] == {"sslmode": "require"}

    def test_reads_the_folder_of_a_socket(self):
        address = "postgresql://plumbline@/desk?host=%2Fsrv%2Fa%20b"

        found = Environment({"DATABASE_URL": address}).database("DATABASE_URL", "")

        assert found["HOST"] == "/srv/a b"

    @pytest.mark.parametrize(
        "raw", ["sqlite:///db.sqlite3", "mysql://h/db", "postgresql://h:port:5/db?nonsense=1"]
    )
    def test_refuses_anything_else_without_repeating_a_password(self, raw):
        environment = Environment({"DATABASE_URL": raw})
        environment.database("DATABASE_URL", "")

        assert "DATABASE_URL cannot be read" in told(environment)
        assert raw not in told(environment)


class TestLists:
    def test_words_and_pairs(self):
        environment = Environment({"HOSTS": "a.org, b.org,", "MODELS": "en=en_core, he = he_x"})

        assert environment.words("HOSTS") == ["a.org", "b.org"]
        assert environment.pairs("MODELS") == {"en": "en_core", "he": "he_x"}

    def test_refuses_half_a_pair(self):
        environment = Environment({"MODELS": "en=en_core,he"})
        environment.pairs("MODELS")

        assert "MODELS holds 'he'" in told(environment)


def test_all_problems_are_told_at_once():
    environment = Environment({"A": "x", "B": "y"})
    environment.flag("A", default=False)
    environment.choice("B", "INFO", ("INFO", "ERROR"))

    assert told(environment).count("\n") == 2


def test_the_env_file_fills_gaps_and_overrides_nothing(tmp_path, monkeypatch):
    path = tmp_path / "desk.env"
    path.write_text("# people\nPUBLISHER_NAME='The Daily Plumb'\nLOG_LEVEL=ERROR\n")
    monkeypatch.setenv("PLUMBLINE_ENV_FILE", str(path))
    monkeypatch.setenv("LOG_LEVEL", "INFO")
    monkeypatch.delenv("PUBLISHER_NAME", raising=False)

    environment = load(tmp_path)

    assert environment.text("PUBLISHER_NAME") == "The Daily Plumb"
    assert environment.text("LOG_LEVEL") == "INFO"
    monkeypatch.delenv("PUBLISHER_NAME")
