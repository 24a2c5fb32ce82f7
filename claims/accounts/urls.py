"""Addresses of logging in, of passwords, and of the first person."""

from django.urls import include, path

from claims.accounts import views

urlpatterns = [
    path("accounts/", include("django.contrib.auth.urls")),
    path("setup/<str:token>/", views.setup, name="setup"),
]
