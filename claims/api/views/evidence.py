"""Evidence over the API: add a page or a file, change, withdraw, fetch again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims import evidence
from claims.api.parsers import StrictJSONParser
from claims.api.serializers import bodies
from claims.api.serializers.desk import DeskClaim, DeskEvidence
from claims.api.views.base import PersonView
from claims.api.views.desk import shown_claim
from claims.evidence import UploadedCopy
from claims.models import Evidence


class EvidenceForm(bodies.EvidenceBody):
    """Evidence with its file, as multipart/form-data."""

    file = serializers.FileField(max_length=200)
    is_protected_source = serializers.BooleanField(required=False)


class AddEvidence(PersonView):
    parser_classes = [StrictJSONParser, MultiPartParser]

    @extend_schema(
        operation_id="claims_add_evidence",
        tags=["workflow"],
        summary="Attach evidence to a claim: a page, which is then fetched and kept, or a file",
        request={"application/json": bodies.EvidenceBody, "multipart/form-data": EvidenceForm},
        responses={201: DeskClaim},
    )
    def post(self, request: Request, claim_id: UUID) -> Response:
        is_form = request.content_type.startswith("multipart/")
        body = (EvidenceForm if is_form else bodies.EvidenceBody)(data=_plain(request))
        body.is_valid(raise_exception=True)
        given = dict(body.validated_data)
        file = given.pop("file", None)
        evidence.add(claim_id, actor=request.user, file=file and _copy(file), **given)
        return shown_claim(request, claim_id, status=201)


class ChangeEvidence(PersonView):
    @extend_schema(
        operation_id="evidence_change",
        tags=["workflow"],
        summary="Change what is said about evidence, or pin another quote",
        request=bodies.EvidenceChangeBody,
        responses=DeskEvidence,
    )
    def post(self, request: Request, evidence_id: UUID) -> Response:
        body = bodies.EvidenceChangeBody(data=request.data)
        body.is_valid(raise_exception=True)
        evidence.change(evidence_id, actor=request.user, **body.validated_data)
        return _shown(request, evidence_id)


class WithdrawEvidence(PersonView):
    @extend_schema(
        operation_id="evidence_withdraw",
        tags=["workflow"],
        summary="Take evidence out of use, for a reason",
        request=bodies.WithdrawBody,
        responses=DeskEvidence,
    )
    def post(self, request: Request, evidence_id: UUID) -> Response:
        body = bodies.WithdrawBody(data=request.data)
        body.is_valid(raise_exception=True)
        evidence.withdraw(evidence_id, actor=request.user, **body.validated_data)
        return _shown(request, evidence_id)


class CaptureAgain(PersonView):
    @extend_schema(
        operation_id="evidence_capture_again",
        tags=["workflow"],
        summary="Fetch the page of a piece of evidence once more",
        request=bodies.Nothing,
        responses={202: DeskEvidence},
    )
    def post(self, request: Request, evidence_id: UUID) -> Response:
        bodies.Nothing(data=request.data).is_valid(raise_exception=True)
        evidence.capture_again(evidence_id, actor=request.user)
        return _shown(request, evidence_id, status=202)


def _plain(request: Request) -> Any:
    """The body as a mapping; of a form, one value per name."""
    return request.data.dict() if hasattr(request.data, "dict") else request.data


def _copy(file: UploadedFile) -> UploadedCopy:
    return UploadedCopy(
        name=file.name or _("file"),
        body=file.read(),
        media_type=file.content_type or "application/octet-stream",
    )


def _shown(request: Request, evidence_id: UUID, *, status: int = 200) -> Response:
    rows = Evidence.objects.select_related("added_by").prefetch_related("captures")
    item = rows.get(pk=evidence_id)
    return Response(DeskEvidence(item, context={"request": request}).data, status=status)
