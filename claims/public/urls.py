"""Addresses that readers see. Those of fact-checks are frozen in published documents."""

from django.urls import path

from claims.public import views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("fact-checks/<slug:slug>/", views.fact_check, name="fact_check"),
]
