"""The verbs of the workflow: POST /api/v1/claims/{id}/{verb}, each the same function as elsewhere.

Only people may use them, by session or personal token. What is refused is refused by the workflow;
the state and the actor never come from the body.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import View

from claims import workflow
from claims.api.serializers import bodies
from claims.api.serializers.desk import DeskClaim
from claims.api.views.base import PersonView
from claims.api.views.desk import shown_claim
from claims.errors import NotThere, WrongState
from claims.models import Claim, Verdict

Run = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb as an address: `run(id, actor=…, **body)`, on the claim or on its open revision."""

    name: str
    summary: str
    run: Run
    body: type[bodies.Body] = bodies.Nothing
    on_verdict: bool = False


# fmt: off
VERBS = [
    Verb("accept", "Take a candidate into the queue", workflow.accept),
    Verb("dismiss", "Put a claim aside, for a reason", workflow.dismiss, bodies.DismissBody),
    Verb("mark_duplicate", "Say that a claim repeats another", workflow.mark_duplicate,
         bodies.DuplicateBody),
    Verb("tell_apart", "Say that a claim is not the same as another", workflow.tell_apart,
         bodies.DuplicateBody),
    Verb("reopen", "Put a dismissed or duplicate claim back", workflow.reopen,
         bodies.OptionalReasonBody),
    Verb("take", "Take a claim in hand", workflow.take),
    Verb("take_over", "Take a claim from a colleague", workflow.take_over, bodies.ReasonBody),
    Verb("release", "Give a claim back to the queue", workflow.release),
    Verb("extend", "Keep a claim longer", workflow.extend),
    Verb("edit", "Change the wording or what is known of a claim", workflow.edit, bodies.EditBody),
    Verb("assign", "Say who should take it, how urgent it is, until when", workflow.assign,
         bodies.AssignBody),
    Verb("comment", "Leave a remark for colleagues", workflow.comment, bodies.CommentBody),
    Verb("draft", "Save a draft of the verdict", workflow.draft, bodies.DraftBody),
    Verb("submit", "Hand the draft in for approval", workflow.submit, bodies.SubmitBody),
    Verb("recall", "Take a submitted verdict back", workflow.recall, on_verdict=True),
    Verb("return", "Send a submitted verdict back, for a reason", workflow.return_,
         bodies.ReturnBody, on_verdict=True),
    Verb("approve", "Approve the document that you read", workflow.approve, bodies.ApproveBody,
         on_verdict=True),
    Verb("waive_evidence", "Let it be published without kept evidence, for a public reason",
         workflow.waive_evidence, bodies.LongReasonBody, on_verdict=True),
    Verb("revise", "Take an approved verdict back to a draft", workflow.revise, on_verdict=True),
    Verb("publish", "Publish the approved verdict", workflow.publish, bodies.PublishBody,
         on_verdict=True),
    Verb("abandon", "Give the open revision up", workflow.abandon, bodies.OptionalReasonBody,
         on_verdict=True),
    Verb("start_correction", "Open a new revision beside the published one",
         workflow.start_correction, bodies.CorrectionBody),
    Verb("request_retraction", "Ask a second editor to retract", workflow.request_retraction,
         bodies.LongReasonBody),
    Verb("confirm_retraction", "Retract what another editor wants retracted",
         workflow.confirm_retraction),
    Verb("decline_retraction", "Leave the published verdict as it is",
         workflow.decline_retraction, bodies.OptionalNoteBody),
    Verb("undo", "Take back your own last accept, dismissal or merge", workflow.undo),
]
# fmt: on


class VerbView(PersonView):
    """The address of one verb. It answers with the claim as the desk sees it then."""

    verb: Verb

    def post(self, request: Request, claim_id: UUID) -> Response:
        body = self.verb.body(data=request.data)
        body.is_valid(raise_exception=True)
        target = _open_verdict(claim_id) if self.verb.on_verdict else claim_id
        self.verb.run(target, actor=request.user, **body.validated_data)
        return shown_claim(request, claim_id)


def view_of(verb: Verb) -> Callable[..., View]:
    """Return the view of a verb, described for the schema."""
    described = extend_schema(
        operation_id=f"claims_{verb.name}",
        tags=["workflow"],
        summary=verb.summary,
        request=verb.body,
        responses=DeskClaim,
    )
    name = "".join(part.title() for part in verb.name.split("_"))

    class View(VerbView):
        @described
        def post(self, request: Request, claim_id: UUID) -> Response:
            return super().post(request, claim_id)

    View.__name__ = View.__qualname__ = f"{name}View"
    View.verb = verb
    return View.as_view()


def _open_verdict(claim_id: UUID) -> UUID:
    """Return the id of the revision that is on its way."""
    found = Verdict.objects.open().filter(claim_id=claim_id).values_list("pk", flat=True).first()
    if found is not None:
        return found
    if not Claim.objects.filter(pk=claim_id).exists():
        raise NotThere(_("There is no such claim."))
    raise WrongState(_("There is no verdict in progress on this claim."))
