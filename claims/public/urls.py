"""Addresses that readers see. Those of fact-checks are frozen in published documents."""

from django.urls import path

from claims.models import Page
from claims.public.views import (
    annotations,
    embedding,
    factchecks,
    feedback,
    feeds,
    ledger,
    lists,
    reports,
    rules,
    sitemaps,
)

app_name = "public"
urlpatterns = [
    path("", lists.home, name="home"),
    path("fact-checks/<slug:slug>/", factchecks.fact_check, name="fact_check"),
    path("fact-checks/<slug:slug>/card/", embedding.card, name="card"),
    path("fact-checks/<slug:slug>/annotations/", annotations.annotations, name="annotations"),
    path(
        "fact-checks/<slug:slug>/annotations/<uuid:mention_id>/",
        annotations.annotation,
        name="annotation",
    ),
    path("fact-checks/<slug:slug>/versions/", factchecks.versions, name="versions"),
    path("fact-checks/<slug:slug>/versions/<int:sequence>/", factchecks.version, name="version"),
    path(
        "fact-checks/<slug:slug>/versions/<int:sequence>/document.json",
        factchecks.document,
        name="document",
    ),
    path(
        "fact-checks/<slug:slug>/versions/<int:sequence>/receipt.json",
        ledger.receipt,
        name="receipt",
    ),
    path("fact-checks/<slug:slug>/timemap/", factchecks.timemap, name="timemap"),
    path("fact-checks/<slug:slug>/timegate/", factchecks.timegate, name="timegate"),
    path("fact-checks/<slug:slug>/dispute/", feedback.dispute, name="dispute"),
    path(
        "fact-checks/<slug:slug>/dispute/received/",
        feedback.dispute_received,
        name="dispute_received",
    ),
    path("reply/<str:secret>/", feedback.reply, name="reply"),
    path("topics/", lists.topics, name="topics"),
    path("topics/<slug:slug>/", lists.topic, name="topic"),
    path("claimants/", lists.claimants, name="claimants"),
    path("claimants/<uuid:claimant_id>/", lists.claimant, name="claimant"),
    path("corrections/", lists.corrections, name="corrections"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/roots.json", ledger.roots, name="ledger_roots"),
    path("ledger/verify.py", ledger.script, {"name": "verify.py"}, name="ledger_script"),
    path(
        "ledger/verify_receipt.py",
        ledger.script,
        {"name": "verify_receipt.py"},
        name="receipt_script",
    ),
    path("reports/", reports.reports, name="reports"),
    path("reports/<uuid:report_id>/", reports.report, name="report"),
    path(
        "reports/<uuid:report_id>/report.json",
        reports.report_file,
        {"form": "json"},
        name="report_json",
    ),
    path(
        "reports/<uuid:report_id>/report.pdf",
        reports.report_file,
        {"form": "pdf"},
        name="report_pdf",
    ),
    path("methodology/", rules.methodology, name="methodology"),
    path("methodology/<int:version>/", rules.methodology, name="methodology_version"),
    *(
        path(f"{place}/", rules.page, {"place": place}, name=f"page_{place}")
        for place in Page.Place.values
    ),
    path("feeds/atom.xml", feeds.atom, name="atom"),
    path("feeds/rss.xml", feeds.rss, name="rss"),
    path("feeds/feed.json", feeds.json_feed, name="json_feed"),
    path("feeds/corrections.xml", feeds.corrections, name="corrections_feed"),
    path("feeds/claimreview.json", feeds.claimreview, name="datafeed"),
    path("oembed", embedding.oembed, name="oembed"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemaps/news.xml", sitemaps.news, name="news_sitemap"),
    path("sitemaps/<int:number>.xml", sitemaps.part, name="sitemap_part"),
]
