"""Addresses of the API. Each is answered with and without a slash at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from claims.api.google import views as google
from claims.api.views import (
    articles,
    desk,
    documentation,
    evidence,
    exports,
    lists,
    parts,
    published,
    reference,
    verbs,
    webhooks,
)


def both(route: str, view: Callable[..., Any]) -> list[URLPattern]:
    """Return the address as documented, and the same with a slash."""
    return [path(f"api/v1/{route}", view), path(f"api/v1/{route}/", view)]


urlpatterns = [
    path("v1alpha1/claims:search", google.SearchClaims.as_view()),
    path("v1alpha1/claims:imageSearch", google.SearchImages.as_view()),
    path("v1alpha1/pages", google.Pages.as_view()),
    path("v1alpha1/pages/<uuid:claim_id>", google.OnePage.as_view()),
    path("api/schema/", documentation.schema, name="api-schema"),
    path("api/docs/", documentation.docs, name="api-docs"),
    path("api/problems/<slug:slug>", documentation.explain_problem),
    *both("claims", published.ClaimList.as_view()),
    *both("claims/<uuid:claim_id>", published.OneClaim.as_view()),
    *both("claims/similar", parts.SimilarList.as_view()),
    *both("claims/<uuid:claim_id>/mentions", parts.MentionList.as_view()),
    *both("claims/<uuid:claim_id>/evidence", parts.EvidenceList.as_view()),
    *both("claims/<uuid:claim_id>/revisions", parts.RevisionList.as_view()),
    *both("claims/<uuid:claim_id>/standing", parts.StandingView.as_view()),
    *both("claimants", reference.ClaimantList.as_view()),
    *both("claimants/<uuid:claimant_id>", reference.OneClaimant.as_view()),
    *both("topics", reference.TopicList.as_view()),
    *both("stats", reference.Stats.as_view()),
    *both("ratings", reference.RatingList.as_view()),
    *both("articles", articles.Articles.as_view()),
    *both("articles/<uuid:article_id>", articles.ArticleView.as_view()),
    *both("articles/<uuid:article_id>/read_again", articles.ReadAgain.as_view()),
    *both("fetches/<uuid:fetch_id>", articles.FetchView.as_view()),
    *both("desk/claims", desk.DeskClaims.as_view()),
    *both("desk/lists", lists.DeskLists.as_view()),
    *both("desk/lists/<int:list_id>/claims", lists.DeskListClaims.as_view()),
    *both("desk/lists/<int:list_id>/feed", lists.DeskListFeed.as_view()),
    *both("desk/claims/<uuid:claim_id>", desk.OneDeskClaim.as_view()),
    *both("claims/<uuid:claim_id>/add_evidence", evidence.AddEvidence.as_view()),
    *both("evidence/<uuid:evidence_id>/change", evidence.ChangeEvidence.as_view()),
    *both("evidence/<uuid:evidence_id>/withdraw", evidence.WithdrawEvidence.as_view()),
    *both("evidence/<uuid:evidence_id>/capture_again", evidence.CaptureAgain.as_view()),
    *both("exports", exports.ExportList.as_view()),
    *both("exports/claims.ndjson", exports.NdjsonStream.as_view()),
    *both("exports/claims.csv", exports.CsvStream.as_view()),
    *both("exports/files/<str:name>", exports.ExportDownload.as_view()),
    *both("webhook-endpoints", webhooks.EndpointList.as_view()),
    *both("webhook-endpoints/<uuid:endpoint_id>", webhooks.OneEndpoint.as_view()),
    *both("webhook-endpoints/<uuid:endpoint_id>/rotate", webhooks.Rotate.as_view()),
    *both("webhook-endpoints/<uuid:endpoint_id>/test", webhooks.SendTest.as_view()),
    *both("webhook-endpoints/<uuid:endpoint_id>/replay", webhooks.Replay.as_view()),
    *both("webhook-endpoints/<uuid:endpoint_id>/deliveries", webhooks.DeliveryList.as_view()),
    *both("desk/claims/<uuid:claim_id>/consumers", webhooks.ConsumerList.as_view()),
]
for verb in verbs.VERBS:
    urlpatterns += both(f"claims/<uuid:claim_id>/{verb.name}", verbs.view_of(verb))
