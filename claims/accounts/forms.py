from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import SetPasswordMixin
from django.utils.translation import gettext_lazy as _


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
