"""The verbs of the desk: every change of state goes through one of these functions.

`possible` tells which of them a person may use now; `bulk` runs one over many claims.
"""

from claims.workflow.case import Case
from claims.workflow.checklist import cited_evidence, cited_numbers, missing
from claims.workflow.claims import (
    accept,
    assign,
    comment,
    dismiss,
    edit,
    extend,
    mark_duplicate,
    release,
    release_lapsed,
    reopen,
    take,
    take_over,
    tell_apart,
)
from claims.workflow.corrections import (
    confirm_retraction,
    decline_retraction,
    rename_claimant,
    request_retraction,
    start_correction,
)
from claims.workflow.many import Outcome, bulk
from claims.workflow.second import answer_second, ask_second, blinding, rule_second, waive_second
from claims.workflow.table import STEPS, Step, possible
from claims.workflow.undo import undo, undoable
from claims.workflow.verdicts import (
    abandon,
    approve,
    content_now,
    draft,
    publish,
    recall,
    return_,
    revise,
    submit,
    waive_evidence,
)

__all__ = [
    "STEPS",
    "Case",
    "Outcome",
    "Step",
    "abandon",
    "accept",
    "answer_second",
    "approve",
    "ask_second",
    "assign",
    "blinding",
    "bulk",
    "cited_evidence",
    "cited_numbers",
    "comment",
    "confirm_retraction",
    "content_now",
    "decline_retraction",
    "dismiss",
    "draft",
    "edit",
    "extend",
    "mark_duplicate",
    "missing",
    "possible",
    "publish",
    "recall",
    "release",
    "release_lapsed",
    "rename_claimant",
    "reopen",
    "request_retraction",
    "return_",
    "revise",
    "rule_second",
    "start_correction",
    "submit",
    "take",
    "take_over",
    "tell_apart",
    "undo",
    "undoable",
    "waive_evidence",
    "waive_second",
]
