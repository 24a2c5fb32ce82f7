"""Articles: hand one in, see what became of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from articles.intake import take_in
from articles.models import Article, Fetch, Way
from articles.tasks import queue_fetch
from claims import intake
from claims.accounts.models import Scope
from claims.api import paging
from claims.api.fields import Text
from claims.api.parameters import Paged
from claims.api.permissions import ReadsDesk, WritesArticles, is_program, opened_by
from claims.api.serializers import articles as shapes
from claims.api.serializers.bodies import Nothing
from claims.api.views.base import ApiView, PersonView
from claims.audit import record
from claims.errors import NotThere
from claims.models import Reading

SeesArticles = opened_by((Scope.READ_DESK, Scope.WRITE_ARTICLES), "articles.view_article")


class ArticleQuery(Paged):
    outlet = serializers.ListField(
        child=Text(max_length=253), required=False, help_text="Host, such as `example.org`."
    )
    language = serializers.ListField(child=Text(max_length=35), required=False)
    url = Text(required=False, max_length=2000, help_text="Its canonical address, exactly.")


class Articles(ApiView):
    def get_permissions(self) -> list[BasePermission]:
        return [WritesArticles() if self.request.method == "POST" else ReadsDesk()]

    @extend_schema(
        operation_id="articles_list",
        tags=["articles"],
        summary="Articles of the desk, the latest taken in first",
        parameters=[ArticleQuery],
        responses=shapes.ArticlePage,
    )
    def get(self, request: Request) -> Response:
        given = ArticleQuery.of(request)
        bound = paging.binding("articles", given)
        articles = _matching(_with_counts(Article.objects.all()), given)
        if "cursor" in given:
            created, article_id = paging.unseal(
                given["cursor"], bound, paging.moment, paging.identifier
            )
            articles = articles.filter(paging.after(down_created_at=created, down_id=article_id))
        size = given["page_size"]
        rows = list(articles.order_by("-created_at", "-id")[: size + 1])
        page = paging.cut(rows, size, lambda row: paging.seal(bound, row.created_at, str(row.pk)))
        _with_readings(page.rows)
        following = paging.next_url(request, page.cursor)
        response = Response(shapes.ArticlePage({"results": page.rows, "next": following}).data)
        paging.link(response, next=following)
        return response

    @extend_schema(
        operation_id="articles_create",
        tags=["articles"],
        summary="Hand an article in, as text or by its address",
        request=shapes.ArticleBody,
        responses={
            200: OpenApiResponse(shapes.HandedIn, "This wording was known already."),
            201: OpenApiResponse(shapes.HandedIn, "Taken in; the search for claims is ordered."),
            202: OpenApiResponse(shapes.FetchState, "The address will be fetched."),
        },
    )
    def post(self, request: Request) -> Response:
        body = shapes.ArticleBody(data=request.data)
        body.is_valid(raise_exception=True)
        given = dict(body.validated_data)
        if "text" not in given:
            return _fetched(request, given["url"])
        given["language_tag"] = given.pop("language", "")
        with transaction.atomic():
            taken = take_in(given.pop("text"), way=Way.API, by=_person(request), **given)
            _note(request, "article.handed_in", f"snapshot:{taken.snapshot.pk}")
        article = _one(taken.article.pk)
        shown = shapes.HandedIn(
            {
                "article": article,
                "is_new_article": taken.is_new_article,
                "is_new_snapshot": taken.is_new_snapshot,
            },
            context={"request": request},
        )
        response = Response(shown.data, status=201 if taken.is_new_snapshot else 200)
        response["Location"] = request.build_absolute_uri(f"/api/v1/articles/{article.pk}")
        return response


class ArticleView(ApiView):
    permission_classes = [SeesArticles]

    @extend_schema(
        operation_id="articles_retrieve",
        tags=["articles"],
        summary="One article, its newest wording and where its reading stands",
        responses=shapes.OneArticle,
    )
    def get(self, request: Request, article_id: UUID) -> Response:
        shown = shapes.OneArticle(_one(article_id), context={"request": request})
        return Response(shown.data)


class ReadAgain(PersonView):
    @extend_schema(
        operation_id="articles_read_again",
        tags=["workflow"],
        summary="Retry a failed reading, or read with the pipeline as it is now",
        request=Nothing,
        responses={202: shapes.OneArticle},
    )
    def post(self, request: Request, article_id: UUID) -> Response:
        Nothing(data=request.data).is_valid(raise_exception=True)
        snapshot = _one(article_id).snapshot
        if snapshot is None:
            raise NotThere(_("There is no such article."))
        intake.read_again(snapshot.pk, actor=request.user)
        shown = shapes.OneArticle(_one(article_id), context={"request": request})
        return Response(shown.data, status=202)


class FetchView(ApiView):
    permission_classes = [SeesArticles]

    @extend_schema(
        operation_id="fetches_retrieve",
        tags=["articles"],
        summary="Where the fetching of an address stands",
        responses=shapes.FetchState,
    )
    def get(self, request: Request, fetch_id: UUID) -> Response:
        fetch = Fetch.objects.select_related("retrieval__snapshot").filter(pk=fetch_id).first()
        if fetch is None:
            raise NotFound(_("There is no such fetch."))
        return Response(shapes.FetchState(fetch).data)


def _fetched(request: Request, url: str) -> Response:
    with transaction.atomic():
        fetch = queue_fetch(url, by=_person(request))
        _note(request, "article.fetch_ordered", f"fetch:{fetch.pk}")
    response = Response(shapes.FetchState(fetch).data, status=202)
    response["Location"] = request.build_absolute_uri(f"/api/v1/fetches/{fetch.pk}")
    return response


def _person(request: Request) -> Any:
    """The person who asks; nobody for a program."""
    return None if is_program(request) else request.user


def _note(request: Request, kind: str, subject: str) -> None:
    """Leave in the trail which key or person handed something in."""
    detail = {"key": request.auth.prefix} if is_program(request) else {}
    record(kind, actor=_person(request), subject=subject, detail=detail)


def _matching(articles: QuerySet[Article], given: dict[str, Any]) -> QuerySet[Article]:
    if "outlet" in given:
        articles = articles.filter(source__domain__in=given["outlet"])
    if "language" in given:
        articles = articles.filter(language__in=given["language"])
    return articles.filter(canonical_url=given["url"]) if "url" in given else articles


def _with_counts(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.select_related("source").annotate(
        claim_count=Count("snapshots__mentions__claim", distinct=True)
    )


def _with_readings(articles: list[Article]) -> None:
    """Put the last reading of each article on it, in one query."""
    readings = Reading.objects.filter(snapshot__article__in=articles).order_by(
        "snapshot__article_id", "-id"
    )
    newest = {
        reading.snapshot.article_id: reading
        for reading in readings.distinct("snapshot__article_id").select_related("snapshot")
    }
    for article in articles:
        article.reading = newest.get(article.pk)


def _one(article_id: UUID) -> Article:
    article = _with_counts(Article.objects.filter(pk=article_id)).first()
    if article is None:
        raise NotThere(_("There is no such article."))
    _with_readings([article])
    article.snapshot = article.current_snapshot()
    return article
