from __future__ import annotations

import pytest

from claims.delivery.people import named, names
from tests.claims.conftest import person

pytestmark = pytest.mark.django_db


class TestNamed:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("@Rosa look", {"Rosa"}),
            ("(@pavel)", {"Pavel"}),
            ("@rosa and @Pavel.", {"Rosa", "Pavel"}),
            ("rosa@desk.test wrote", set()),
            ("@nobody", set()),
            ("@@Rosa", set()),
            ("", set()),
        ],
    )
    def test_finds_the_people_of_the_desk(self, rosa, pavel, otto, text, found):
        assert {user.name for user in named(text)} == found

    def test_takes_a_short_name_only_where_one_person_has_it(self, rosa):
        person("Rosa Marten", "fact-checker")

        assert named("@Rosa") == []
        assert [user.name for user in named("@RosaMarten")] == ["Rosa Marten"]


class TestNames:
    def called(self) -> dict[str, str]:
        return {user.name: name for user, name in names()}

    def test_are_of_the_people_of_the_desk(self, rosa, pavel, otto):
        pavel.is_active = False
        pavel.save()

        assert self.called() == {"Rosa": "Rosa"}

    def test_mean_one_person_alone_or_are_left_out(self, rosa, rhea):
        person("Rosa Marten", "fact-checker")

        for user, name in names():
            assert named(f"Look, @{name}!") == [user]
        assert self.called() == {"Rhea": "Rhea", "Rosa Marten": "RosaMarten"}

    def test_are_written_in_any_script(self, db):
        person("רוזה מרטן", "fact-checker")

        assert self.called() == {"רוזה מרטן": "רוזה"}
