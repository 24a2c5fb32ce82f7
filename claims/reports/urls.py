"""Addresses of the reports."""

from django.urls import path

from claims.reports import single, views

app_name = "reports"
urlpatterns = [
    path("", views.section, name="index"),
    path("workbook/", views.workbook, name="workbook"),
    path("document/", views.document, name="document"),
    path("figures/<slug:key>/", views.figure_page, name="figure"),
    path("rows/<slug:key>/", views.rows, name="rows"),
    path("sections/<slug:key>/", views.section, name="section"),
    path("verdicts/<uuid:verdict_id>/", single.sheet, name="sheet"),
    path("claimants/<uuid:claimant_id>/", single.claimant, name="claimant"),
    path("articles/<uuid:article_id>/", single.article, name="article"),
]
