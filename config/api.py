"""The parts of the API's settings that no environment changes."""

from __future__ import annotations

REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "claims.api.schema.Schema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims.api.parsers.StrictJSONParser"],
    # Without it OPTIONS would list fields to people who may not see them.
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "claims.api.errors.answer",
    "URL_FORMAT_OVERRIDE": None,
}


def describe(public_base_url: str) -> dict[str, object]:
    """Return the value of settings.SPECTACULAR_SETTINGS: how the OpenAPI document is made."""
    return {
        "TITLE": "Plumbline API",
        "VERSION": "1",
        "OAS_VERSION": "3.1.0",
        "SCHEMA_PATH_PREFIX": r"/api/v1",
        "COMPONENT_SPLIT_REQUEST": True,
        "SERVE_INCLUDE_SCHEMA": False,
        "SORT_OPERATION_PARAMETERS": False,
        "WEBHOOKS": ["claims.api.messages.PUBLICATION"],
        "PREPROCESSING_HOOKS": ["claims.api.schema.only_documented"],
        "POSTPROCESSING_HOOKS": [
            "drf_spectacular.hooks.postprocess_schema_enums",
            "claims.api.schema.bodies_are_strict",
            "claims.api.schema.introduce",
        ],
        "SERVERS": [{"url": public_base_url}],
        "ENUM_NAME_OVERRIDES": {
            "ClaimKind": "claims.models.claim.Kind",
            "ClaimState": "claims.models.claim.ClaimState",
            "ClaimantKind": "claims.models.claimant.Claimant.Kind",
            "Confidence": "claims.models.verdict.Confidence",
            "CorrectionType": "claims.models.verdict.CorrectionType",
            "DismissalReason": "claims.models.claim.DismissalReason",
            "EvidenceKind": "claims.models.evidence.Evidence.Kind",
            "EvidenceStance": "claims.models.evidence.Evidence.Stance",
            "Independence": "claims.models.evidence.Evidence.Independence",
            "JobState": "articles.jobs.State",
            "MediaCategory": "claims.models.verdict.Media",
            "MentionStance": "claims.models.mention.Stance",
            "Quotation": "claims.models.mention.Quotation",
            "ReturnReason": "claims.models.verdict.ReturnReason",
            "Said": "claims.models.verdict.Said",
            "VerdictState": "claims.models.verdict.VerdictState",
        },
    }


# Headers that scripts of other sites may send and read.
CORS_ALLOW_HEADERS = [
    "accept", "authorization", "content-type", "idempotency-key", "if-match", "if-none-match",
    "x-api-key", "x-goog-api-key",
]  # fmt: skip
CORS_EXPOSE_HEADERS = [
    "Deprecation", "ETag", "Last-Modified", "Link", "Location", "RateLimit", "RateLimit-Policy",
    "Retry-After", "Sunset",
]  # fmt: skip
