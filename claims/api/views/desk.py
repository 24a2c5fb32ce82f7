"""The desk's view: all claims, whatever their state, for staff and programs with `read_desk`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from articles.models import Article
from claims import intake, workflow
from claims.api import paging
from claims.api.fields import Choice, Id, Text
from claims.api.parameters import Flag, Paged
from claims.api.permissions import Person, ReadsDesk, is_program
from claims.api.serializers.bodies import EnterBody
from claims.api.serializers.desk import DeskClaim, DeskClaimPage
from claims.api.views.base import DeskView
from claims.errors import NotThere
from claims.models import Claim, ClaimState, Evidence, Kind, Mention, Verdict, VerdictState


class DeskClaimQuery(Paged):
    """Filters of the desk's claims."""

    state = serializers.ListField(child=Choice(ClaimState.choices), required=False)
    verdict = serializers.ListField(
        child=Choice(VerdictState.choices),
        required=False,
        help_text="State of one of its verdicts; `submitted` is the editors' inbox.",
    )
    kind = serializers.ListField(child=Choice(Kind.choices), required=False)
    language = serializers.ListField(child=Text(max_length=10), required=False)
    claimant = serializers.ListField(child=Id(), required=False)
    article = Id(required=False, help_text="Claims made in this article.")
    q = Text(required=False, max_length=200, help_text="Words of the claim.")
    mine = Flag(
        required=False, help_text="`true`: in the asking person's hand or assigned to them."
    )


class DeskClaims(DeskView):
    def get_permissions(self) -> list[BasePermission]:
        return [Person() if self.request.method == "POST" else ReadsDesk()]

    @extend_schema(
        operation_id="desk_claims_list",
        tags=["desk"],
        summary="Claims of the desk, the newest first",
        parameters=[DeskClaimQuery],
        responses=DeskClaimPage,
    )
    def get(self, request: Request) -> Response:
        given = DeskClaimQuery.of(request)
        bound = paging.binding("desk", given)
        claims = _matching(Claim.objects.all(), given, request)
        if "cursor" in given:
            created, claim_id = paging.unseal(
                given["cursor"], bound, paging.moment, paging.identifier
            )
            claims = claims.filter(paging.after(down_created_at=created, down_id=claim_id))
        size = given["page_size"]
        rows = list(with_people(claims.order_by("-created_at", "-id"))[: size + 1])
        page = paging.cut(rows, size, lambda row: paging.seal(bound, row.created_at, str(row.pk)))
        following = paging.next_url(request, page.cursor)
        shown = DeskClaimPage(
            {"results": page.rows, "next": following}, context={"request": request}
        )
        response = Response(shown.data)
        paging.link(response, next=following)
        return response

    @extend_schema(
        operation_id="desk_claims_enter",
        tags=["workflow"],
        summary="Enter a claim by hand",
        request=EnterBody,
        responses={201: DeskClaim},
    )
    def post(self, request: Request) -> Response:
        body = EnterBody(data=request.data)
        body.is_valid(raise_exception=True)
        given = dict(body.validated_data)
        snapshot_id = _newest_wording(given.pop("article", None))
        given.setdefault("text", "")
        claim = intake.enter(snapshot_id, actor=request.user, **given)
        response = shown_claim(request, claim.pk, status=201)
        response["Location"] = request.build_absolute_uri(f"/api/v1/desk/claims/{claim.pk}")
        return response


class OneDeskClaim(DeskView):
    @extend_schema(
        operation_id="desk_claims_retrieve",
        tags=["desk"],
        summary="One claim with all that the desk knows",
        responses=DeskClaim,
    )
    def get(self, request: Request, claim_id: UUID) -> Response:
        return shown_claim(request, claim_id)


def shown_claim(request: Request, claim_id: UUID, *, status: int = 200) -> Response:
    """Return the desk's view of one claim, with what the asking person may do now."""
    claim = with_everything(Claim.objects.filter(pk=claim_id)).first()
    if claim is None:
        raise NotFound(_("There is no such claim."))
    claim.possible = [] if is_program(request) else _possible(claim, request)
    open_verdict = next(iter(claim.open_verdicts), None)
    claim.missing = workflow.missing(open_verdict) if open_verdict else {}
    if not is_program(request):
        _blind(claim, request)
    return Response(DeskClaim(claim, context={"request": request}).data, status=status)


def _blind(claim: Claim, request: Request) -> None:
    """Leave out the verdict and the remarks that a blind second check keeps from this person."""
    hidden = set(
        workflow.blinding(request.user)
        .filter(verdict__claim=claim)
        .values_list("verdict", flat=True)
    )
    if hidden:
        loaded = claim._prefetched_objects_cache
        loaded["verdicts"] = [row for row in claim.verdicts.all() if row.pk not in hidden]
        loaded["comments"] = []


def with_people(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Load what a card shows, in a fixed number of queries."""
    return claims.select_related(
        "claimant", "assignee", "lease_by", "reserved_for"
    ).prefetch_related(
        "topics",
        Prefetch("verdicts", Verdict.objects.open().only("claim_id", "state"), "open_verdicts"),
        Prefetch("verdicts", Verdict.objects.live().only("claim_id", "state"), "live_verdicts"),
    )


def with_everything(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Load what the page of one claim shows."""
    mentions = Mention.objects.select_related("snapshot__article__source")
    people = ("submitted_by", "returned_by", "approved_by", "published_by")
    verdicts = Verdict.objects.select_related("rating__scale", "corrects", *people)
    return claims.select_related(
        "claimant", "assignee", "lease_by", "reserved_for"
    ).prefetch_related(
        "topics",
        Prefetch("mentions", mentions.prefetch_related("quantities")),
        Prefetch(
            "evidence", Evidence.objects.select_related("added_by").prefetch_related("captures")
        ),
        Prefetch("verdicts", verdicts.prefetch_related("authorships__user")),
        Prefetch("verdicts", Verdict.objects.open().select_related("rating"), "open_verdicts"),
        Prefetch("verdicts", Verdict.objects.live(), "live_verdicts"),
        "comments__author",
        "events__actor",
    )


def _matching(claims: QuerySet[Claim], given: dict[str, Any], request: Request) -> QuerySet[Claim]:
    for name in ("state", "kind", "language", "claimant"):
        if name in given:
            claims = claims.filter(**{f"{name}__in": given[name]})
    if "verdict" in given:
        claims = claims.filter(
            pk__in=Verdict.objects.filter(state__in=given["verdict"]).values("claim_id")
        )
    if "article" in given:
        claims = claims.filter(
            pk__in=Mention.objects.filter(snapshot__article_id=given["article"]).values("claim_id")
        )
    if "q" in given:
        query = SearchQuery(given["q"], search_type="websearch", config="simple")
        claims = claims.filter(search=query)
    if given.get("mine") and request.user.is_authenticated:
        leased = Q(lease_by=request.user, lease_until__gte=timezone.now())
        claims = claims.filter(leased | Q(assignee=request.user))
    return claims


def _possible(claim: Claim, request: Request) -> list[str]:
    verbs = list(workflow.possible(claim, request.user))
    return [*verbs, "undo"] if workflow.undoable(claim, request.user) else verbs


def _newest_wording(article_id: UUID | None) -> int | None:
    if article_id is None:
        return None
    article = Article.objects.filter(pk=article_id).first()
    snapshot = article.current_snapshot() if article else None
    if snapshot is None:
        raise NotThere(_("There is no such article."))
    return snapshot.pk
