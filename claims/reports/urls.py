"""Addresses of the reports."""

from django.urls import path

from claims.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.section, name="index"),
    path("workbook/", views.workbook, name="workbook"),
    path("figures/<slug:key>/", views.figure_page, name="figure"),
    path("rows/<slug:key>/", views.rows, name="rows"),
    path("sections/<slug:key>/", views.section, name="section"),
]
