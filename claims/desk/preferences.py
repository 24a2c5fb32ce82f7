"""What a person can set for themselves: language, theme, keys, mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.delivery.notices import AT_ONCE, DIGEST, NEVER
from claims.desk.keys import GROUPS, KEYS, clashes, keymap

if TYPE_CHECKING:
    from claims.accounts.models import User

THEMES = [
    ("", gettext_lazy("As the system")),
    ("light", gettext_lazy("Light")),
    ("dark", gettext_lazy("Dark")),
]


class PreferencesForm(forms.Form):
    """One field for each setting, and one for each key that may be changed."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language of the desk"),
        required=False,
        choices=[("", gettext_lazy("As the browser asks")), *settings.LANGUAGES],
    )
    theme = forms.ChoiceField(
        label=gettext_lazy("Colours"), required=False, choices=THEMES, widget=forms.RadioSelect
    )
    mail = forms.ChoiceField(
        label=gettext_lazy("Mails about notices"),
        choices=[
            (DIGEST, gettext_lazy("Once a day")),
            (AT_ONCE, gettext_lazy("At once")),
            (NEVER, gettext_lazy("Never")),
        ],
        widget=forms.RadioSelect,
    )
    keys_on = forms.BooleanField(label=gettext_lazy("Use single keys"), required=False)

    def __init__(self, user: User, data: Any = None) -> None:
        present = keymap(user.preferences)
        super().__init__(
            data,
            initial={
                "language": user.language,
                "theme": user.preferences.get("theme", ""),
                "mail": user.preferences.get("mail", DIGEST),
                "keys_on": not user.preferences.get("keys_off"),
                **{f"key_{act}": sign for act, sign in present.items()},
            },
        )
        self.user = user
        for act, key in KEYS.items():
            if not key.is_fixed:
                self.fields[f"key_{act}"] = forms.CharField(
                    label=key.label,
                    max_length=3,
                    widget=forms.TextInput(attrs={"size": 3, "autocomplete": "off"}),
                )

    def key_groups(self) -> list[dict[str, Any]]:
        """The key fields under the headings of the sheet."""
        return [
            {
                "label": group.label,
                "fields": [self[f"key_{key.act}"] for key in group.keys if not key.is_fixed],
            }
            for group in GROUPS
        ]

    def keys(self) -> dict[str, str]:
        """Return the whole keymap as it would be."""
        return {
            act: key.default
            if key.is_fixed
            else self.cleaned_data.get(f"key_{act}", "").strip().upper() or key.default
            for act, key in KEYS.items()
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for act, other in clashes(self.keys()).items():
            if f"key_{act}" not in self.fields:
                continue
            sentence = (
                _("This key is taken by “{act}”.").format(act=KEYS[other].label)
                if other
                else _("Give one sign that is no digit, or two letters such as G Q.")
            )
            self.add_error(f"key_{act}", sentence)
        return cleaned

    def save(self) -> None:
        """Keep what was set; a key that is the default is not kept, so that defaults can move."""
        user, own = self.user, self.keys()
        user.language = self.cleaned_data["language"]
        user.preferences = {
            **user.preferences,
            "theme": self.cleaned_data["theme"],
            "mail": self.cleaned_data["mail"],
            "keys_off": not self.cleaned_data["keys_on"],
            "keys": {act: sign for act, sign in own.items() if sign != KEYS[act].default},
        }
        user.save(update_fields=["language", "preferences"])
