"""What a person may do with a claim now: buttons, forms, and what a draft still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms

from claims import workflow
from claims.models import Claim, Mention, Verdict, VerdictState
from claims.workbench.acts import ACTS, ELSEWHERE, Act
from claims.workbench.forms import ClaimForm, CommentForm, EvidenceForm, VerdictForm
from claims.workflow.checklist import missing

if TYPE_CHECKING:
    from claims.accounts.models import User


@dataclass(frozen=True, slots=True)
class Button:
    """An act that this person may do now, with its form where it needs one."""

    act: Act
    form: forms.Form | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of what a verdict needs before it can be handed in."""

    met: bool
    text: str
    target: str = ""


class Offered:
    """What is offered for one claim to one person.

    refused: a form that was refused, by its verb, with what was typed and what is wrong.
    """

    claim: Claim
    actor: User
    refused: Mapping[str, forms.Form]
    open_verdict: Verdict | None
    mentions: list[Mention]

    @cached_property
    def possible(self) -> dict[str, workflow.Step]:
        return workflow.possible(self.claim, self.actor)

    @cached_property
    def buttons(self) -> list[Button]:
        """What this person may do now, apart from what has a place of its own."""
        return [
            self._button(act)
            for verb, act in ACTS.items()
            if verb in self.possible and verb not in ELSEWHERE
        ]

    def _button(self, act: Act) -> Button:
        refused = self.refused.get(act.verb)
        if act.form is None:
            return Button(act)
        form = refused or act.form(
            initial=self._initial(act), prefix=None, auto_id=f"{act.verb}-%s"
        )
        return Button(act, form, is_open=refused is not None)

    def _initial(self, act: Act) -> dict[str, Any]:
        if act.verb in ("approve", "publish") and self.open_verdict:
            return {"content_hash": self.open_verdict.content_hash}
        if act.verb == "assign":
            claim = self.claim
            return {
                "assignee": claim.assignee_id,
                "priority": claim.priority,
                "deadline": claim.deadline,
            }
        return {}

    @cached_property
    def claim_form(self) -> forms.Form | None:
        if "edit" not in self.possible:
            return None
        return self.refused.get("edit") or ClaimForm(instance=self.claim, auto_id="edit-%s")

    @cached_property
    def evidence_form(self) -> forms.Form | None:
        if not self.may_add_evidence:
            return None
        return self.refused.get("evidence") or EvidenceForm(auto_id="evidence-%s")

    @cached_property
    def may_add_evidence(self) -> bool:
        """Evidence changes while nobody is asked to rely on it."""
        handed_in = (VerdictState.SUBMITTED, VerdictState.APPROVED)
        is_held = self.open_verdict is not None and self.open_verdict.state in handed_in
        is_aside = self.claim.state in ("dismissed", "duplicate")
        return self.actor.has_perm("claims.add_evidence") and not is_held and not is_aside

    @cached_property
    def verdict_form(self) -> forms.Form | None:
        if "draft" not in self.possible:
            return None
        draft = self.open_verdict or Verdict(claim=self.claim)
        return self.refused.get("draft") or VerdictForm(
            instance=draft, is_reported=self.is_reported, auto_id="verdict-%s"
        )

    @cached_property
    def comment_form(self) -> forms.Form | None:
        if "comment" not in self.possible:
            return None
        return self.refused.get("comment") or CommentForm(auto_id="comment-%s")

    @cached_property
    def is_reported(self) -> bool:
        return any(mention.is_reported() for mention in self.mentions)

    @cached_property
    def checklist(self) -> list[CheckItem]:
        """What the draft lacks, each with the field that mends it."""
        return checklist(self.open_verdict) if self.open_verdict else []


def checklist(verdict: Verdict) -> list[CheckItem]:
    """Return what stands between a draft and its submission."""
    return [
        CheckItem(False, sentence, _target(name)) for name, sentence in missing(verdict).items()
    ]


def _target(name: str) -> str:
    return "evidence" if name == "evidence" else f"verdict-{name}_field"
