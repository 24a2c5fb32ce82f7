"""New people: by link, by command."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from claims.accounts import people
from claims.defaults import install_defaults

GOOD = {
    "name": "Dana",
    "email": "dana@example.org",
    "password1": "plumb-and-true-9",
    "password2": "plumb-and-true-9",
}


@pytest.fixture
def empty_desk(db):
    """A desk with roles and no people."""
    install_defaults()
    return get_user_model()


class TestSetUpLink:
    def test_makes_the_desk_manager_and_logs_them_in(self, empty_desk, client):
        answer = client.post(people.setup_path(), GOOD)

        dana = empty_desk.objects.get()
        assert answer.status_code == 302
        assert client.session["_auth_user_id"] == str(dana.pk)
        assert [group.name for group in dana.groups.all()] == ["desk manager"]
        assert dana.check_password("plumb-and-true-9")
        assert not dana.is_superuser

    def test_works_once(self, empty_desk, client):
        path = people.setup_path()
        client.post(path, GOOD)

        answer = client.post(path, {**GOOD, "email": "otto@example.org"})

        assert answer.status_code == 410
        assert empty_desk.objects.count() == 1

    def test_works_for_a_day(self, empty_desk, client):
        path = people.setup_path()

        with time_machine.travel(timezone.now() + timedelta(hours=23)):
            young = client.get(path)
        with time_machine.travel(timezone.now() + timedelta(hours=25)):
            old = client.get(path)

        assert (young.status_code, old.status_code) == (200, 410)

    @pytest.mark.parametrize("token", ["x", "ImZpcnN0IHBlcnNvbiI:1aaaaa:forged", "%00"])
    def test_refuses_a_token_that_is_not_ours(self, empty_desk, client, token):
        answer = client.post(f"/setup/{token}/", GOOD)

        assert answer.status_code == 410
        assert not empty_desk.objects.exists()

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"email": "dana"}, "email"),
            ({"name": " "}, "name"),
            ({"name": "Da\x01na"}, "name"),
            ({"password2": "other"}, "password2"),
            ({"password1": "1234", "password2": "1234"}, "password2"),
            ({"password1": "dana@example.org", "password2": "dana@example.org"}, "password2"),
        ],
    )
    def test_names_the_wrong_field_and_keeps_the_rest(self, empty_desk, client, changed, field):
        answer = client.post(people.setup_path(), {**GOOD, **changed})

        assert answer.status_code == 200
        assert field in answer.context["form"].errors
        assert not empty_desk.objects.exists()

    @pytest.mark.django_db(transaction=True)
    def test_of_two_answers_at_once_one_makes_a_person(self, transactional_db):
        install_defaults()
        refused: list[str] = []
        gate = threading.Barrier(2)

        def answer(email: str) -> None:
            gate.wait()
            try:
                people.add_first_person(email, name="Dana", role="desk manager", password="x")
            except people.Refusal as refusal:
                refused.append(str(refusal))
            finally:
                connection.close()

        threads = [threading.Thread(target=answer, args=(f"{n}@example.org",)) for n in "ab"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert get_user_model().objects.count() == 1
        assert len(refused) == 1

    def test_the_command_prints_it_only_for_an_empty_desk(self, empty_desk, client, capsys):
        call_command("setup_link", base_url="https://facts.example.org")
        path = re.search(r"https://facts\.example\.org(/setup/\S+)", capsys.readouterr().out)[1]
        client.post(path, GOOD)

        with pytest.raises(CommandError, match="has people already"):
            call_command("setup_link")


class TestAddPerson:
    def test_prints_a_link_on_which_the_password_is_chosen(self, empty_desk, client, capsys):
        call_command("add_person", "Edna@Example.org", name="Edna", role="editor", base_url="")
        path = re.search(r"(/accounts/reset/\S+)", capsys.readouterr().out)[1]

        page = client.get(path, follow=True)
        client.post(
            page.redirect_chain[-1][0],
            {"new_password1": "plumb-and-true-9", "new_password2": "plumb-and-true-9"},
        )

        edna = empty_desk.objects.get(email="edna@example.org")
        assert edna.check_password("plumb-and-true-9")
        assert [group.name for group in edna.groups.all()] == ["editor"]
        assert client.get(path, follow=True).context["validlink"] is False

    @pytest.mark.parametrize(
        ("email", "name", "role", "sentence"),
        [
            ("edna", "Edna", "editor", "edna is not an e-mail address"),
            ("edna@example.org", "Edna", "boss", "no role boss: choose one of desk manager, edi"),
            ("edna@example.org", " ", "editor", "needs a name"),
            ("DANA@example.org", "Edna", "editor", "is here already"),
        ],
    )
    def test_refuses_with_a_sentence(self, empty_desk, email, name, role, sentence):
        people.add_person("dana@example.org", name="Dana", role="desk manager")

        with pytest.raises(CommandError, match=sentence):
            call_command("add_person", email, name=name, role=role)

        assert empty_desk.objects.count() == 1
