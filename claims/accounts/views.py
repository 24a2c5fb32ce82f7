"""Logging in, choosing a new password, and the page that makes the first person of a desk."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import (
    LoginView,
    PasswordResetConfirmView,
    PasswordResetView,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from claims.accounts import logins, people, resets
from claims.accounts.forms import FirstPersonForm, ForgottenForm, LoginForm

# The role of whoever sets up a desk: everything else can be given out from there.
FIRST_ROLE = "desk manager"


class Login(LoginView):
    """The one page to log in, for desk and admin; 429 while too many log-ins have failed."""

    form_class = LoginForm

    def form_valid(self, form: LoginForm) -> HttpResponse:
        response = super().form_valid(form)
        logins.remember(response, form.get_user())
        return response

    def form_invalid(self, form: LoginForm) -> HttpResponse:
        response = super().form_invalid(form)
        return _put_off(response, form.wait) if form.wait else response


class Forgotten(PasswordResetView):
    """Asking for a link by mail; 429 when too many were asked for from one address.

    Of one account the answer is always the same: it tells nobody whether the account is there.
    """

    form_class = ForgottenForm

    def form_valid(self, form: ForgottenForm) -> HttpResponse:
        if wait := resets.seconds_to_wait(self.request):
            form.refuse(wait)
            return _put_off(self.form_invalid(form), wait)
        if not resets.may_be_mailed(form.cleaned_data["email"]):
            return redirect(self.get_success_url())
        return super().form_valid(form)


class NewPassword(PasswordResetConfirmView):
    """Who comes by their own link logs in at once afterwards, however many others have failed."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        logins.remember(response, form.user)
        return response


def _put_off(response: HttpResponse, wait: int) -> HttpResponse:
    """Say to programs, too, that somebody has to wait for so many seconds."""
    response.status_code = 429
    response["Retry-After"] = str(wait)
    return response


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest, token: str) -> HttpResponse:
    """Make the first person, once; 410 when the link is used, too old or not ours."""
    if not people.is_setup_token(token):
        return render(request, "registration/setup_gone.html", status=410)
    form = FirstPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            person = people.add_first_person(
                given["email"], name=given["name"], role=FIRST_ROLE, password=given["password1"]
            )
        except people.Refusal as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            login(request, person)
            response = redirect(resolve_url(settings.LOGIN_REDIRECT_URL))
            logins.remember(response, person)
            return response
    return render(request, "registration/setup.html", {"form": form})
