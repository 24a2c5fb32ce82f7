"""Tie what was published before the ledger to the chain of its claim: one event for each."""

import hashlib
from datetime import UTC, datetime

import rfc8785
from django.db import migrations


def tie(apps, schema_editor):
    Event = apps.get_model("claims", "Event")
    Publication = apps.get_model("claims", "Publication")
    rows = Publication.objects.order_by("sequence").values_list("claim_id", "kind", "sha256")
    for claim_id, kind, sha256 in rows.iterator(chunk_size=1000):
        last = Event.objects.filter(chain=str(claim_id)).order_by("-position").first()
        at = datetime.now(UTC)
        row = {
            "chain": str(claim_id),
            "position": last.position + 1 if last else 1,
            "kind": f"publication.{kind}",
            "at": at.isoformat(timespec="microseconds"),
            "actor": None,
            "claim": str(claim_id),
            "subject": f"publication:{sha256}",
            "from_state": "",
            "to_state": "",
            "commitments": {},
        }
        previous = last.hash if last else ""
        Event.objects.create(
            **{name: row[name] for name in row.keys() - {"at", "claim"}},
            at=at,
            claim_id=claim_id,
            previous_hash=previous,
            hash=hashlib.sha256(previous.encode() + rfc8785.dumps(row)).hexdigest(),
        )


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_ledger")]

    operations = [migrations.RunPython(tie, migrations.RunPython.noop)]
