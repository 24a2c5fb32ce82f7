from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordMixin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from claims.accounts import logins


def _minutes(seconds: int) -> int:
    """Whole minutes that it takes at most."""
    return -(-seconds // 60)


class LoginForm(AuthenticationForm):
    """Logging in; too many that fail have to wait, and `wait` says for how many seconds."""

    trouble = _("You are not logged in yet.")
    wait = 0

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not given.get("username") or not given.get("password"):
            return super().clean()
        attempt = logins.attempt(self.request, given["username"])
        self.wait = attempt.wait
        if self.wait:
            raise self.get_wait_error()
        cleaned = super().clean()
        attempt.succeeded()
        return cleaned

    def get_wait_error(self) -> forms.ValidationError:
        minutes = _minutes(self.wait)
        sentence = ngettext(
            "Too many log-ins failed. Wait {minutes} minute, or choose a new password: then you "
            "can log in at once.",
            "Too many log-ins failed. Wait {minutes} minutes, or choose a new password: then you "
            "can log in at once.",
            minutes,
        )
        return forms.ValidationError(sentence.format(minutes=minutes), code="too_many")


class ForgottenForm(PasswordResetForm):
    """Asking for a link on which a password is chosen."""

    trouble = _("No link was sent.")
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def refuse(self, wait: int) -> None:
        """Say that no further link is sent for so many seconds."""
        minutes = _minutes(wait)
        sentence = ngettext(
            "Too many links were asked for from here. Wait {minutes} minute.",
            "Too many links were asked for from here. Wait {minutes} minutes.",
            minutes,
        )
        self.add_error(None, sentence.format(minutes=minutes))


class FirstPersonForm(SetPasswordMixin, forms.Form):
    """Who sets up the desk."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        help_text=_("As colleagues see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("You log in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password1, password2 = SetPasswordMixin.create_password_fields()

    def clean(self) -> dict[str, object]:
        self.validate_passwords()
        given = self.cleaned_data
        # A password like one's own name or address is refused.
        person = get_user_model()(name=given.get("name", ""), email=given.get("email", ""))
        self.validate_password_for_user(person)
        return super().clean()
