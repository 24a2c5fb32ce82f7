"""Which door opens to whom: a role's permission for people, a scope for programs."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.accounts.models import Scope, ServiceKey


class MissingScope(exceptions.PermissionDenied):
    default_code = "missing_scope"


class NotAPerson(exceptions.PermissionDenied):
    default_code = "not_a_person"


def is_program(request: Request) -> bool:
    """True when a service key asks: a program, never a person."""
    return isinstance(request.auth, ServiceKey)


class ReadsPublished(BasePermission):
    """Anybody. A service key must have been made for it, so that keys do what they say."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if is_program(request):
            _need_scope(request, Scope.READ_PUBLISHED)
        return True


def opened_by(scopes: tuple[Scope, ...], permission: str) -> type[BasePermission]:
    """Return a door for programs with one of `scopes` and for people with `permission`."""

    class Door(BasePermission):
        def has_permission(self, request: Request, view: APIView) -> bool:
            if is_program(request):
                _need_scope(request, *scopes)
            else:
                _need_permission(request, permission)
            return True

    return Door


ReadsDesk = opened_by((Scope.READ_DESK,), "claims.view_claim")
WritesArticles = opened_by((Scope.WRITE_ARTICLES,), "articles.add_article")


class Person(BasePermission):
    """A person of the desk, by session or personal token. What they may do, the verb decides."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if is_program(request):
            raise NotAPerson(_("A service key is not a person. Use a personal token, or log in."))
        _need_permission(request, "claims.view_claim")
        return True


def _need_scope(request: Request, *scopes: Scope) -> None:
    if not set(scopes) & set(request.auth.scopes):
        names = ", ".join(scopes)
        raise MissingScope(_("This key lacks the scope {scope}.").format(scope=names))


def _need_permission(request: Request, permission: str) -> None:
    user = request.user
    if not user.is_authenticated:
        raise exceptions.NotAuthenticated(_("Send a key, or log in."), code="no_credentials")
    if not (user.is_active and user.has_perm(permission)):
        raise exceptions.PermissionDenied(_("Your role does not include this."), code="forbidden")
