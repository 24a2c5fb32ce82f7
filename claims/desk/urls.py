"""Addresses of the desk."""

from django.urls import path

from claims.desk import views

app_name = "desk"
urlpatterns = [
    path("patterns/", views.patterns, name="patterns"),
]
