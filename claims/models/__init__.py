"""Tables, querysets and constraints of the claim desk. Verbs live in `claims.workflow`."""

from claims.models.behind import Behind
from claims.models.claim import Claim, ClaimState, Kind, Topic
from claims.models.claimant import Claimant, Side
from claims.models.comment import Comment
from claims.models.distinction import Distinction
from claims.models.event import Event, EventDetail
from claims.models.evidence import Capture, CaptureJob, Citation, Evidence
from claims.models.feedback import Dispute, ReplyRequest
from claims.models.ledger import LedgerRoot
from claims.models.mention import Mention, Quantity, Quotation, Stance
from claims.models.outgoing import CheckItem, ExportFile, Outbox, Replay
from claims.models.page import Page
from claims.models.personal import Notice, SavedFilter, Watch
from claims.models.publication import Publication, PublicFigure, PublicState
from claims.models.rating import Methodology, Rating, RatingScale
from claims.models.reading import Reading
from claims.models.report import ReportFile, ReportMail, ReportSnapshot, ReportSubscription
from claims.models.second import SecondOpinion
from claims.models.summary import (
    ReportCount,
    ReportDay,
    ReportFilter,
    ReportFilteredDay,
    ReportLabel,
    ReportState,
)
from claims.models.verdict import (
    Confidence,
    CorrectionType,
    Media,
    RetractionRequest,
    Said,
    Verdict,
    VerdictAuthor,
    VerdictState,
)
from claims.models.webhook import (
    Delivery,
    DeliveryAttempt,
    Following,
    Pull,
    WebhookEndpoint,
    WebhookEvent,
)

__all__ = [
    "Behind",
    "Capture",
    "CaptureJob",
    "CheckItem",
    "Citation",
    "Claim",
    "ClaimState",
    "Claimant",
    "Comment",
    "Confidence",
    "CorrectionType",
    "Delivery",
    "DeliveryAttempt",
    "Dispute",
    "Distinction",
    "Event",
    "EventDetail",
    "Evidence",
    "ExportFile",
    "Following",
    "Kind",
    "LedgerRoot",
    "Media",
    "Mention",
    "Methodology",
    "Notice",
    "Outbox",
    "Page",
    "PublicFigure",
    "PublicState",
    "Publication",
    "Pull",
    "Quantity",
    "Quotation",
    "Rating",
    "RatingScale",
    "Reading",
    "Replay",
    "ReplyRequest",
    "ReportCount",
    "ReportDay",
    "ReportFile",
    "ReportFilter",
    "ReportFilteredDay",
    "ReportLabel",
    "ReportMail",
    "ReportSnapshot",
    "ReportState",
    "ReportSubscription",
    "RetractionRequest",
    "Said",
    "SavedFilter",
    "SecondOpinion",
    "Side",
    "Stance",
    "Topic",
    "Verdict",
    "VerdictAuthor",
    "VerdictState",
    "Watch",
    "WebhookEndpoint",
    "WebhookEvent",
]
