"""The verbs as a person meets them: a button with its key, a form where one is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims import workflow
from claims.models import Claim, Verdict
from claims.workbench import forms as asked

if TYPE_CHECKING:
    from claims.accounts.models import User

# What a button is given: the claim, its open verdict if there is one, the person, the answers.
Run = Callable[[Claim, Verdict | None, "User", dict[str, Any]], object]


@dataclass(frozen=True, slots=True)
class Act:
    """One verb on the claim page.

    form: what it asks for; None for a verb that needs nothing. asks: whether it asks once
    before it is done. can_undo: whether there are some seconds to take it back. moves_on: whether
    the next claim of a list comes up then; clears: whether the next one of the inbox does.
    """

    verb: str
    run: Run
    done: str | Promise
    form: type[forms.Form] | None = None
    key: str = ""
    kind: str = ""
    icon: str = ""
    asks: str | Promise = ""
    can_undo: bool = False
    moves_on: bool = False
    clears: bool = False

    @property
    def label(self) -> str | Promise:
        return workflow.STEPS[self.verb].label

    @property
    def has_panel(self) -> bool:
        """Whether a press opens something instead of doing it at once."""
        return self.form is not None or bool(self.asks)


def on_claim(verb: Callable[..., object]) -> Run:
    """Run a verb about a claim, with the answers as its arguments."""
    return lambda claim, verdict, actor, answers: verb(claim.pk, actor=actor, **answers)


def on_verdict(verb: Callable[..., object]) -> Run:
    """Run a verb about the open verdict."""
    return lambda claim, verdict, actor, answers: verb(
        verdict.pk if verdict else None, actor=actor, **answers
    )


_ACTS = [
    Act("accept", on_claim(workflow.accept), _("Accepted into the queue."),
        key="S", kind="primary", icon="check", can_undo=True, moves_on=True),
    Act("take", on_claim(workflow.take), _("You have this claim in hand."),
        key="L", kind="primary", icon="lock"),
    Act("take_over", on_claim(workflow.take_over), _("You took this claim over."),
        form=asked.NeededReasonForm, key="L", icon="lock"),
    Act("approve", on_verdict(workflow.approve), _("Approved."), form=asked.HashForm, key="Y",
        kind="primary", icon="verdict-approved", clears=True,
        asks=_("You approve exactly the text that is shown here, as its second pair of eyes.")),
    Act("return", on_verdict(workflow.return_), _("Returned to its authors."),
        form=asked.ReturnForm, key="R", icon="verdict-changes_requested", moves_on=True),
    Act("publish", on_verdict(workflow.publish), _("Published."), form=asked.HashForm, key="P",
        kind="primary", icon="verdict-published", clears=True,
        asks=_("Readers and machines get this text at once. A mistake is put right by a public "
               "correction.")),
    Act("start_correction", on_claim(workflow.start_correction),
        _("A correction is open. Readers go on seeing the published verdict, marked as under "
          "review."), form=asked.CorrectionForm, key="B", icon="diff"),
    Act("confirm_retraction", on_claim(workflow.confirm_retraction), _("Retracted."),
        kind="danger", icon="verdict-retracted",
        asks=_("The fact-check is taken off the public pages; the reason stays in its place.")),
    Act("decline_retraction", on_claim(workflow.decline_retraction),
        _("The retraction was declined."), form=asked.NoteForm, icon="cross"),
    Act("recall", on_verdict(workflow.recall), _("The verdict is a draft again."),
        icon="undo"),
    Act("revise", on_verdict(workflow.revise), _("The verdict is a draft again."), icon="undo",
        asks=_("The approval is void then, and the verdict has to be handed in again.")),
    Act("waive_evidence", on_verdict(workflow.waive_evidence),
        _("The kept copy was waived; readers see why."), form=asked.PublicReasonForm,
        icon="flag"),
    Act("dismiss", on_claim(workflow.dismiss), _("Dismissed."), form=asked.DismissForm, key="X",
        icon="state-dismissed", can_undo=True, moves_on=True),
    Act("mark_duplicate", on_claim(workflow.mark_duplicate), _("Marked as a duplicate."),
        form=asked.DuplicateForm, key="M", icon="state-duplicate", can_undo=True, moves_on=True),
    Act("tell_apart", on_claim(workflow.tell_apart), _("Told apart: they are not the same."),
        form=asked.TellApartForm, key="N", icon="diff"),
    Act("release", on_claim(workflow.release), _("Given back to the queue. The draft is kept."),
        key="L", icon="back"),
    Act("extend", on_claim(workflow.extend), _("You have it for longer."), icon="clock"),
    Act("reopen", on_claim(workflow.reopen), _("Back in the queue."), form=asked.ReasonForm,
        icon="undo"),
    Act("assign", on_claim(workflow.assign), _("Assigned."), form=asked.AssignForm, key="W",
        icon="person"),
    Act("abandon", on_verdict(workflow.abandon), _("The revision was given up."),
        form=asked.ReasonForm, kind="danger", icon="verdict-abandoned"),
    Act("request_retraction", on_claim(workflow.request_retraction),
        _("A second editor has to confirm the retraction."), form=asked.PublicReasonForm,
        kind="danger", icon="verdict-retracted"),
    Act("comment", on_claim(workflow.comment), _("Comment added."), form=asked.CommentForm,
        key="C", icon="comment"),
]  # fmt: skip

ACTS: dict[str, Act] = {act.verb: act for act in _ACTS}
# Verbs that have a place of their own on the page, beside the thing they are about.
ELSEWHERE = frozenset({"comment", "edit", "draft", "submit", "extend", "tell_apart"})
