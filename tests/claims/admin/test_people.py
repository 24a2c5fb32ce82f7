"""People and keys in the admin."""

from __future__ import annotations

from smtplib import SMTPRecipientsRefused

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse, reverse_lazy

from claims.accounts import keys
from claims.accounts.models import PersonalToken, Scope, ServiceKey, User
from claims.audit import DESK
from claims.delivery import mailing, notices
from claims.models import Event, Notice

pytestmark = pytest.mark.django_db


class TestPasswordLink:
    def test_that_is_shown_stands_in_the_trail(self, client, dana, rosa):
        client.force_login(dana)
        asked = {"action": "send_password_link", "_selected_action": [rosa.pk]}
        page = client.post(reverse("admin:accounts_user_changelist"), asked, follow=True)

        (told,) = page.context["messages"]
        event = Event.objects.get(chain=DESK)
        assert "/accounts/reset/" in str(told)
        assert (event.kind, event.actor) == ("person.link_shown", dana)
        assert event.subject == f"person:{rosa.pk}"

    def test_of_somebody_new_does_too(self, client, dana):
        client.force_login(dana)
        given = {"email": "new@desk.test", "name": "Nora", "is_active": "on"}
        client.post(reverse("admin:accounts_user_add"), given)

        nora = User.objects.get(email="new@desk.test")
        event = Event.objects.get(chain=DESK, kind="person.link_shown")
        assert event.subject == f"person:{nora.pk}"


class TestAPerson:
    def save(self, client, actor, person, **given):
        client.force_login(actor)
        roles = [group.pk for group in person.groups.all()]
        form = {
            "email": person.email, "name": person.name, "groups": roles, "is_staff": "on",
            "is_active": "on", **given,
        }  # fmt: skip
        page = client.post(reverse("admin:accounts_user_change", args=[person.pk]), form)
        assert page.status_code == 302

    def test_who_is_added_stands_in_the_trail_with_all_they_may_do(self, client, dana):
        client.force_login(dana)
        (role,) = Group.objects.filter(name="editor")
        given = {"email": "new@desk.test", "name": "Nora", "is_active": "on", "groups": [role.pk]}
        client.post(reverse("admin:accounts_user_add"), given)

        event = Event.objects.get(kind="person.added")
        assert (event.actor, event.subject) == (dana, f"person:{User.objects.get(name='Nora').pk}")
        assert event.detail.data["after"] == {
            "email": "new@desk.test", "name": "Nora", "roles": ["editor"], "opens_admin": False,
            "active": True,
        }  # fmt: skip

    def test_whose_roles_change_has_both_in_the_trail(self, client, dana, rosa):
        (role,) = Group.objects.filter(name="editor")
        self.save(client, dana, rosa, groups=[role.pk])

        event = Event.objects.get(chain=DESK)
        assert (event.kind, event.actor) == ("person.changed", dana)
        assert event.detail.data == {
            "before": {"roles": ["fact-checker"]},
            "after": {"roles": ["editor"]},
        }

    def test_who_is_saved_as_they_are_leaves_no_trace(self, client, dana, rosa):
        self.save(client, dana, rosa, language="ru")

        assert not Event.objects.filter(chain=DESK).exists()

    def test_who_is_shut_out_is_told_of_in_the_trail_alone(self, client, dana, rosa):
        self.save(client, dana, rosa, is_active="")
        notices.deliver()

        assert Event.objects.get(chain=DESK).detail.data["after"] == {"active": False}
        assert not Notice.objects.exists()

    def test_whose_address_changes_is_mailed_at_both(self, client, dana, rosa, mailoutbox):
        former = rosa.email
        self.save(client, dana, rosa, email="somebody@else.test")
        notices.deliver()
        notices.mail("now")

        assert [mail.to for mail in mailoutbox] == [[former], ["somebody@else.test"]]
        assert "An account was changed (Dana)" in mailoutbox[0].body
        assert "If you did not expect it" in mailoutbox[0].body

    def test_whose_new_address_is_refused_is_mailed_once_at_the_former(
        self, client, dana, rosa, monkeypatch
    ):
        def refuse_new(subject, body, sender, to):
            if to == ["nobody@else.test"]:
                raise SMTPRecipientsRefused({to[0]: (550, b"No such box")})
            sent.append(to)

        sent, former = [], rosa.email
        self.save(client, dana, rosa, email="nobody@else.test")
        notices.deliver()
        monkeypatch.setattr(mailing, "send_mail", refuse_new)

        assert [notices.mail("now"), notices.mail("now")] == [1, 0]
        assert sent == [[former]]


class TestServiceKey:
    def test_a_key_that_is_not_made_yet_has_nothing_to_tell(self, client, dana):
        client.force_login(dana)

        page = client.get(reverse("admin:accounts_servicekey_add"))

        assert page.status_code == 200
        assert b"field-name" in page.content
        assert b"field-last_used_at" not in page.content

    def test_one_that_is_made_tells_when_it_was_used(self, client, dana):
        key = ServiceKey(name="Archive", scopes=[Scope.READ_PUBLISHED], created_by=dana)
        keys.issue(key)
        client.force_login(dana)

        page = client.get(reverse("admin:accounts_servicekey_change", args=[key.pk]))

        assert b"field-last_used_at" in page.content


class TestPersonalToken:
    LIST = reverse_lazy("admin:accounts_personaltoken_changelist")

    @pytest.fixture
    def token(self, emil):
        token = PersonalToken(name="Emil's laptop", user=emil)
        keys.issue(token)
        return token

    def renew(self, client, person, token):
        client.force_login(person)
        asked = {"action": "rotate", "_selected_action": [token.pk]}
        page = client.post(self.LIST, asked, follow=True)
        return [str(message) for message in page.context["messages"]]

    def test_is_renewed_by_its_person(self, client, emil, token):
        (told,) = self.renew(client, emil, token)

        assert keys.recognise(told.rpartition(" ")[2]) == token

    def test_is_shown_to_nobody_else(self, client, dana, token):
        told = self.renew(client, dana, token)

        token.refresh_from_db()
        assert told == ["Emil's laptop: Your role does not include this."]
        assert token.old_until is None

    def test_is_revoked_by_a_desk_manager(self, client, dana, token):
        client.force_login(dana)
        client.post(self.LIST, {"action": "revoke", "_selected_action": [token.pk]})

        token.refresh_from_db()
        assert not token.is_live()
