"""Everything for the decision on one claim, loaded in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Snapshot
from claims import workflow
from claims.commas import listed
from claims.delivery.consumers import Held, holding
from claims.models import (
    Capture,
    CaptureJob,
    Claim,
    Dispute,
    Evidence,
    Mention,
    ReplyRequest,
    RetractionRequest,
    SecondOpinion,
    Verdict,
    VerdictState,
)
from claims.models.moves import VERDICT_OPEN
from claims.workbench.alike import alike
from claims.workbench.earlier import Comparison
from claims.workbench.figures import Chip, chips_of
from claims.workbench.lit import LitText, lit_text
from claims.workbench.offered import Offered
from claims.workbench.quoting import astray
from claims.workbench.reasons import worded
from claims.workbench.review import Passage, cited, flags, is_to_decide, passages, uncited
from claims.workbench.trail import TrailStep, trail

if TYPE_CHECKING:
    from claims.accounts.models import User

SHOWN_EVENTS = 60
SHOWN_MENTIONS = 50
SHOWN_COMMENTS = 100


@dataclass
class Workspace(Offered):
    """One claim as one person sees it.

    refused: a form that was refused, by its verb, with what was typed and what is wrong.
    since: the earlier text that the verdict is compared with, as its `Comparison` names it.
    """

    claim: Claim
    actor: User
    mention_id: UUID | None = None
    refused: Mapping[str, forms.Form] = field(default_factory=dict)
    since: str = ""

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """All revisions, the newest first."""
        rows = self.claim.verdicts.select_related(
            "rating", "submitted_by", "returned_by", "approved_by", "published_by", "waived_by"
        ).prefetch_related("authorships__user")
        return list(rows.order_by("-number"))

    @cached_property
    def open_verdict(self) -> Verdict | None:
        return next((one for one in self.verdicts if one.state in VERDICT_OPEN), None)

    @cached_property
    def blinding(self) -> SecondOpinion | None:
        """The unanswered check because of which this person does not see the verdict."""
        if self.open_verdict is None or self.open_verdict.state != VerdictState.SUBMITTED:
            return None
        return workflow.blinding(self.actor).filter(verdict=self.open_verdict).first()

    @cached_property
    def live_verdict(self) -> Verdict | None:
        return next((one for one in self.verdicts if one.state == VerdictState.PUBLISHED), None)

    @property
    def is_retracted(self) -> bool:
        """Whether a notice stands in the place of what was public."""
        states = {one.state for one in self.verdicts}
        return self.live_verdict is None and VerdictState.RETRACTED in states

    @cached_property
    def retraction(self) -> RetractionRequest | None:
        """The request to take the public verdict back that a second editor has to decide."""
        if self.live_verdict is None:
            return None
        rows = self.live_verdict.retraction_requests.filter(is_confirmed=None)
        return rows.select_related("requested_by").first()

    @cached_property
    def older_verdicts(self) -> list[Verdict]:
        return [one for one in self.verdicts if one not in (self.open_verdict, self.live_verdict)]

    @cached_property
    def mentions(self) -> list[Mention]:
        rows = self.claim.mentions.select_related("snapshot__article__source").defer(
            "snapshot__text"
        )
        return list(
            rows.prefetch_related("quantities").order_by("created_at", "pk")[:SHOWN_MENTIONS]
        )

    @cached_property
    def mention(self) -> Mention | None:
        """The mention that the article is opened at."""
        chosen = (one for one in self.mentions if one.pk == self.mention_id)
        first = (one for one in self.mentions if one.pk == self.claim.first_mention_id)
        return next(chosen, None) or next(first, None) or next(iter(self.mentions), None)

    @cached_property
    def shown(self) -> LitText | None:
        """The article with every claim lit and this one strongest."""
        if self.mention is None:
            return None
        snapshot = self.mention.snapshot
        return lit_text(snapshot, current=self.claim.pk, newer=self.newer_wording)

    @cached_property
    def newer_wording(self) -> Snapshot | None:
        """The wording with which the article has last been seen, where it is another one."""
        if self.mention is None:
            return None
        last = self.mention.snapshot.article.current_snapshot()
        return last if last != self.mention.snapshot else None

    @cached_property
    def said_where(self) -> str:
        """Speaker, outlet and day of the mention, on one line."""
        if self.mention is None:
            return ""
        article = self.mention.snapshot.article
        day = article.published_at and date_format(article.published_at, "SHORT_DATE_FORMAT")
        parts = [self.mention.speaker, str(article.source or ""), day or ""]
        # Isolated, so that a name in one script does not turn a date in another round.
        return listed(f"\u2068{part}\u2069" for part in parts if part)

    @cached_property
    def alike(self) -> list[Claim]:
        return list(alike(self.claim, self.actor))

    @cached_property
    def chips(self) -> list[Chip]:
        return chips_of(self.mention) if self.mention else []

    @cached_property
    def reasons(self) -> list[str]:
        """Why the extraction found it worth checking, in words."""
        return worded(self.claim.reasons)

    @cached_property
    def evidence(self) -> list[Evidence]:
        # What was read out of a copy can be long and is shown on a page of its own.
        copies = Capture.objects.defer("text").order_by("captured_at")
        jobs = CaptureJob.objects.order_by("id")
        rows = self.claim.evidence.select_related("added_by", "withdrawn_by").prefetch_related(
            Prefetch("captures", copies), Prefetch("capture_jobs", jobs)
        )
        return list(rows.order_by("number"))

    @cached_property
    def evidence_by_stance(self) -> list[tuple[str, list[Evidence]]]:
        """The evidence under what it says about the claim; what was withdrawn comes last."""
        groups = [
            (
                str(label),
                [one for one in self.evidence if one.stance == stance and not one.withdrawn_at],
            )
            for stance, label in Evidence.Stance.choices
        ]
        withdrawn = [one for one in self.evidence if one.withdrawn_at]
        return [group for group in [*groups, (_("Withdrawn"), withdrawn)] if group[1]]

    @cached_property
    def passages(self) -> list[Passage]:
        """The rationale before an editor, each paragraph beside what it cites."""
        verdict = self.open_verdict
        if verdict is None or not is_to_decide(verdict):
            return []
        return passages(verdict.rationale, self.evidence)

    @cached_property
    def flags(self) -> list[str]:
        """What should make an approver look twice."""
        if self.open_verdict is None:
            return []
        self.open_verdict.claim = self.claim
        known = flags(self.open_verdict, self.evidence, self.mentions)
        wrong = [
            _("The kept copy of [{number}] does not contain its pinned quote.").format(
                number=number
            )
            for number in sorted(self.astray & cited(self.open_verdict.rationale))
        ]
        return [*wrong, *known]

    @cached_property
    def astray(self) -> set[int]:
        """The numbers of the evidence whose pinned quote does not stand in its kept copy."""
        return astray(self.evidence)

    @cached_property
    def uncited(self) -> list[str]:
        """Statements of the open revision's rationale that cite no evidence."""
        return uncited(self.open_verdict.rationale) if self.open_verdict else []

    @cached_property
    def comparison(self) -> Comparison | None:
        """The open revision beside an earlier text, where there is one."""
        if self.open_verdict is None:
            return None
        self.open_verdict.claim = self.claim
        found = Comparison(self.open_verdict, self.verdicts, self.actor, asked=self.since)
        return found if found.chosen else None

    @cached_property
    def comments(self) -> list[Any]:
        rows = self.claim.comments.select_related("author").order_by("-created_at")
        return list(rows[:SHOWN_COMMENTS])

    @cached_property
    def trail(self) -> list[TrailStep]:
        events = self.claim.events.select_related("actor", "detail").order_by("-id")
        # They repeat what the verb before them told; what they add is for who checks the trail.
        events = events.exclude(kind__startswith="publication.")
        return trail(events[:SHOWN_EVENTS])

    @cached_property
    def disputes(self) -> list[Dispute]:
        """Readers' objections that nobody has settled."""
        return list(Dispute.objects.open().filter(verdict__claim=self.claim))

    @cached_property
    def reply_requests(self) -> list[ReplyRequest]:
        return list(self.claim.reply_requests.standing().select_related("asked_by"))

    @cached_property
    def consumers(self) -> list[Held]:
        """Which state of the fact-check each program has; nothing before it was published."""
        return holding(self.claim.pk) if self.claim.slug else []

    @cached_property
    def behind(self) -> list[Held]:
        return [held for held in self.consumers if not held.is_current]
