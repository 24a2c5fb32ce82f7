"""Addresses of the reports."""

from django.urls import path

from claims.reports import files, kept, single, views

app_name = "reports"
urlpatterns = [
    path("", views.section, name="index"),
    path("files/ask/", files.ask, name="ask"),
    path("files/<int:file_id>/", files.file_page, name="file"),
    path("files/<int:file_id>/download/", files.download, name="download"),
    path("files/<int:file_id>/again/", files.make_again, name="make_again"),
    path("figures/<slug:key>/", views.figure_page, name="figure"),
    path("rows/<slug:key>/", views.rows, name="rows"),
    path("sections/<slug:key>/", views.section, name="section"),
    path("kept/", kept.kept, name="kept"),
    path("pack/", kept.pack, name="pack"),
    path("kept/freeze/", kept.freeze, name="freeze"),
    path("kept/<uuid:snapshot_id>/publish/", kept.publish, name="publish"),
    path("kept/<uuid:snapshot_id>/withdraw/", kept.withdraw, name="withdraw"),
    path("kept/<uuid:snapshot_id>/report.json", kept.frozen_file, {"form": "json"}, name="frozen"),
    path(
        "kept/<uuid:snapshot_id>/report.pdf", kept.frozen_file, {"form": "pdf"}, name="frozen_pdf"
    ),
    path("mails/subscribe/", kept.subscribe, name="subscribe"),
    path("mails/<int:subscription_id>/end/", kept.unsubscribe, name="unsubscribe"),
    path("mails/<int:mail_id>/again/", kept.send_again, name="send_again"),
    path("verdicts/<uuid:verdict_id>/", single.sheet, name="sheet"),
    path("claimants/<uuid:claimant_id>/", single.claimant, name="claimant"),
    path("claimants/<uuid:claimant_id>/file/", single.claimant_file, name="claimant_file"),
    path("articles/<uuid:article_id>/file/", single.article_file, name="article_file"),
    path("claimants/<uuid:claimant_id>/side/", single.side, name="side"),
    path("articles/<uuid:article_id>/", single.article, name="article"),
]
