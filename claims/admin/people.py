"""People and keys in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.named import NAMED_TIMES
from claims import passwords, persons
from claims.accounts import keys
from claims.accounts.models import PersonalToken, Scope, ServiceKey, User
from claims.commas import listed


class PersonForm(forms.ModelForm):
    """Who somebody is and which roles they have. A password is theirs alone to choose."""

    groups = forms.ModelMultipleChoiceField(
        Group.objects.all(),
        label=gettext_lazy("Roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = User
        fields = ["email", "name", "groups", "language", "is_staff", "is_active"]

    def clean(self) -> dict[str, Any]:
        # Only behind this is the person changed.
        self.before = persons.standing(self.instance) if self.instance.pk else {}
        return super().clean()


@admin.register(User)
class PersonAdmin(admin.ModelAdmin):
    form = PersonForm
    list_display = ["name", "email", "roles", "is_staff", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    search_fields = ["name", "email"]
    actions = ["send_password_link"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        rows = super().get_queryset(request).prefetch_related("groups")
        # Whoever is above the roles is managed on the command line only.
        return rows if request.user.is_superuser else rows.filter(is_superuser=False)

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user: User) -> str:
        return listed(group.name for group in user.groups.all()) or "—"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.email = obj.email.lower()
        if not change:
            obj.set_unusable_password()
        obj.save()
        if not change:
            self._tell_link(request, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Tell of the whole: roles are saved after the person."""
        super().save_related(request, form, formsets, change)
        if change:
            persons.tell_changed(form.instance, before=form.before, actor=request.user)
        else:
            persons.tell_added(form.instance, actor=request.user)

    @admin.action(
        description=gettext_lazy("Show a link to choose a password"), permissions=["change"]
    )
    def send_password_link(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset.filter(is_active=True)[:20]:
            self._tell_link(request, user)

    def _tell_link(self, request: HttpRequest, user: User) -> None:
        link = passwords.show_link(user, actor=request.user)
        sentence = _("{name} chooses a password, once, at {link}").format(name=user, link=link)
        self.message_user(request, sentence, messages.WARNING)


class KeyAdmin(admin.ModelAdmin):
    """A key is shown once, when it is made or renewed; later it can be narrowed or revoked."""

    formfield_overrides = NAMED_TIMES
    readonly_fields = ["prefix", "created_at", "last_used_at", "revoked_at", "old_until"]
    actions = ["rotate", "revoke"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = super().get_fields(request, obj)
        # A key that is not made yet has nothing to tell.
        return fields if obj else [name for name in fields if name not in self.readonly_fields]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            obj.save()
            return
        if isinstance(obj, ServiceKey):
            obj.created_by = request.user
        text = keys.issue(obj)
        sentence = _("The key, shown this once: {key}").format(key=text)
        self.message_user(request, sentence, messages.WARNING)

    def may_be_shown(self, request: HttpRequest, key: Any) -> bool:
        """Whether this person may have the text of a key before them."""
        return True

    @admin.action(
        description=gettext_lazy("Renew; the former text works for 24 hours"),
        permissions=["change"],
    )
    def rotate(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for key in queryset[:20]:
            if not self.may_be_shown(request, key):
                refusal = _("Your role does not include this.")
                self.message_user(request, f"{key.name}: {refusal}", messages.ERROR)
                continue
            if not key.is_live():
                sentence = _("{name} has expired and cannot be renewed.").format(name=key.name)
                self.message_user(request, sentence, messages.ERROR)
                continue
            sentence = _("{name}, shown this once: {key}")
            told = sentence.format(name=key.name, key=keys.rotate(key))
            self.message_user(request, told, messages.WARNING)

    @admin.action(description=gettext_lazy("Revoke at once"), permissions=["change"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for key in queryset:
            keys.revoke(key)
        self.message_user(request, _("Revoked."), messages.SUCCESS)

    @admin.display(description=gettext_lazy("live"), boolean=True)
    def works(self, key: Any) -> bool:
        return key.is_live()


class ServiceKeyForm(forms.ModelForm):
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may do"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = ServiceKey
        fields = ["name", "scopes", "contact", "expires_at", "networks", "rate_per_minute"]


@admin.register(ServiceKey)
class ServiceKeyAdmin(KeyAdmin):
    form = ServiceKeyForm
    list_display = ["name", "prefix", "scopes", "works", "expires_at", "last_used_at", "contact"]
    fields = [
        "name", "scopes", "contact", "expires_at", "networks", "rate_per_minute",
        "prefix", "created_at", "last_used_at", "revoked_at", "old_until",
    ]  # fmt: skip


@admin.register(PersonalToken)
class PersonalTokenAdmin(KeyAdmin):
    """Everybody makes and renews their own tokens alone; a desk manager sees and revokes all."""

    list_display = ["name", "user", "prefix", "works", "expires_at", "last_used_at"]
    list_select_related = ["user"]
    fields = [
        "name", "expires_at", "networks", "rate_per_minute",
        "prefix", "created_at", "last_used_at", "revoked_at", "old_until",
    ]  # fmt: skip

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_staff

    has_add_permission = has_module_permission

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or obj.user_id == request.user.pk:
            return self.has_module_permission(request)
        return request.user.has_perm("accounts.change_personaltoken")

    def get_queryset(self, request: HttpRequest) -> QuerySet[PersonalToken]:
        rows = super().get_queryset(request)
        if request.user.has_perm("accounts.view_personaltoken"):
            return rows
        return rows.filter(user=request.user)

    def may_be_shown(self, request: HttpRequest, key: PersonalToken) -> bool:
        """A token acts as its person: whoever else had its text could approve in their name."""
        return key.user_id == request.user.pk

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.user = request.user
        super().save_model(request, obj, form, change)
