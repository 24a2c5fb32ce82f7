"""Events in the words of the desk."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from claims.models import Event

SENTENCES: dict[str, str | Promise] = {
    "claim.entered": gettext_lazy("Entered by hand"),
    "claim.found": gettext_lazy("Found in an article"),
    "claim.accepted": gettext_lazy("Accepted into the queue"),
    "claim.dismissed": gettext_lazy("Dismissed"),
    "claim.merged": gettext_lazy("Marked as a duplicate"),
    "claim.told_apart": gettext_lazy("Told apart from a claim that looks alike"),
    "claim.reopened": gettext_lazy("Reopened"),
    "claim.undone": gettext_lazy("Undone"),
    "claim.taken": gettext_lazy("Taken in hand"),
    "claim.taken_over": gettext_lazy("Taken over"),
    "claim.released": gettext_lazy("Given back"),
    "claim.lease_lapsed": gettext_lazy("Back in the queue: the time had run out"),
    "claim.edited": gettext_lazy("Edited"),
    "claim.assigned": gettext_lazy("Assigned"),
    "claim.checked": gettext_lazy("Checked"),
    "claim.queued": gettext_lazy("Back in the queue"),
    "claim.in_progress": gettext_lazy("In progress again"),
    "claim.claimant_renamed": gettext_lazy("The claimant was renamed"),
    "comment.added": gettext_lazy("Commented"),
    "evidence.added": gettext_lazy("Evidence added"),
    "evidence.changed": gettext_lazy("Evidence changed"),
    "evidence.withdrawn": gettext_lazy("Evidence withdrawn"),
    "mention.changed": gettext_lazy("Mention changed"),
    "verdict.drafted": gettext_lazy("Verdict drafted"),
    "verdict.submitted": gettext_lazy("Verdict submitted"),
    "verdict.recalled": gettext_lazy("Verdict recalled"),
    "verdict.returned": gettext_lazy("Verdict returned"),
    "verdict.approved": gettext_lazy("Verdict approved"),
    "verdict.evidence_waived": gettext_lazy("Kept copy waived"),
    "verdict.revised": gettext_lazy("Approval given up, back to draft"),
    "verdict.published": gettext_lazy("Verdict published"),
    "verdict.superseded": gettext_lazy("Earlier verdict superseded"),
    "verdict.abandoned": gettext_lazy("Revision given up"),
    "verdict.correction_started": gettext_lazy("Correction started"),
    "verdict.retracted": gettext_lazy("Verdict retracted"),
    "second.asked": gettext_lazy("A blind second check was asked for"),
    "second.answered": gettext_lazy("The second check was answered"),
    "second.ruled": gettext_lazy("An editor ruled on the second check"),
    "second.waived": gettext_lazy("The second check was let go"),
    "retraction.requested": gettext_lazy("Retraction requested"),
    "retraction.declined": gettext_lazy("Retraction declined"),
    "verdict.disputed": gettext_lazy("Disputed by a reader"),
    "dispute.settled": gettext_lazy("The reader's objection was settled"),
    "reply.asked": gettext_lazy("The claimant was asked for a reply"),
    "reply.answered": gettext_lazy("The claimant replied"),
    "reply.silent": gettext_lazy("No reply came in time"),
    "reply.released": gettext_lazy("The reply was released to readers"),
    "reply.withdrawn": gettext_lazy("The request for a reply was withdrawn"),
    "publication.published": gettext_lazy("Public document written"),
    "publication.corrected": gettext_lazy("Public document written: correction"),
    "publication.clerical": gettext_lazy("Public document written: clerical fix"),
    "publication.renamed": gettext_lazy("Public document written: claimant renamed"),
    "publication.replied": gettext_lazy("Public document written: reply added"),
    "publication.retracted": gettext_lazy("Public document replaced by a notice of retraction"),
    "claimant.added": gettext_lazy("Claimant added"),
    "claimant.changed": gettext_lazy("Claimant changed"),
    "page.changed": gettext_lazy("A page about the desk changed"),
    "report.frozen": gettext_lazy("Report frozen"),
    "report.packed": gettext_lazy("Pack for an assessor made"),
    "report.published": gettext_lazy("Report published"),
    "report.withdrawn": gettext_lazy("Report withdrawn"),
    "webhook.registered": gettext_lazy("Webhook endpoint added"),
    "webhook.changed": gettext_lazy("Webhook endpoint changed"),
    "webhook.rotated": gettext_lazy("New secret for a webhook endpoint"),
    "webhook.removed": gettext_lazy("Webhook endpoint removed"),
    "person.added": gettext_lazy("Somebody was added to the desk"),
    "person.changed": gettext_lazy("An account was changed"),
    "person.link_shown": gettext_lazy("A link to choose a password was shown"),
    "detail.erased": gettext_lazy("Texts of an event erased"),
}  # fmt: skip


def sentence(event: Event) -> str:
    """Return what happened, in a few words without names."""
    known = SENTENCES.get(event.kind)
    return str(known) if known else event.kind.replace(".", " ").replace("_", " ")
