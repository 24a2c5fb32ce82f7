"""Addresses of logging in, of passwords, and of the first person."""

from django.urls import include, path
from django.views.generic import RedirectView

from claims.accounts import views

urlpatterns = [
    path("accounts/login/", views.Login.as_view(), name="login"),
    path("accounts/password_reset/", views.Forgotten.as_view(), name="password_reset"),
    path(
        "accounts/reset/<uidb64>/<token>/",
        views.NewPassword.as_view(),
        name="password_reset_confirm",
    ),
    # The admin's own page would be a second door, without the bound on log-ins that fail.
    path("admin/login/", RedirectView.as_view(pattern_name="login", query_string=True)),
    path("accounts/", include("django.contrib.auth.urls")),
    path("setup/<str:token>/", views.setup, name="setup"),
]
