"""Tie what was published before the ledger to the chain of its claim: one event for each."""

import hashlib
from datetime import UTC, datetime
from itertools import islice

import rfc8785
from django.db import migrations


AT_ONCE = 2000  # publications


def tie(apps, schema_editor):
    Event = apps.get_model("claims", "Event")
    Publication = apps.get_model("claims", "Publication")
    rows = Publication.objects.order_by("sequence").values_list("claim_id", "kind", "sha256")
    stream = rows.iterator(chunk_size=AT_ONCE)
    while batch := list(islice(stream, AT_ONCE)):
        Event.objects.bulk_create(events(Event, batch))


def events(Event, batch):
    """Return the next event of each publication's chain, in the order of publication."""
    chains = {str(claim_id) for claim_id, _kind, _sha256 in batch}
    last = Event.objects.filter(chain__in=chains).order_by("chain", "-position").distinct("chain")
    heads = {chain: (at, h) for chain, at, h in last.values_list("chain", "position", "hash")}
    made = []
    for claim_id, kind, sha256 in batch:
        position, previous = heads.get(str(claim_id), (0, ""))
        at = datetime.now(UTC)
        row = {
            "chain": str(claim_id),
            "position": position + 1,
            "kind": f"publication.{kind}",
            "at": at.isoformat(timespec="microseconds"),
            "actor": None,
            "claim": str(claim_id),
            "subject": f"publication:{sha256}",
            "from_state": "",
            "to_state": "",
            "commitments": {},
        }
        event = Event(
            **{name: row[name] for name in row.keys() - {"at", "claim"}},
            at=at,
            claim_id=claim_id,
            previous_hash=previous,
            hash=hashlib.sha256(previous.encode() + rfc8785.dumps(row)).hexdigest(),
        )
        heads[str(claim_id)] = (event.position, event.hash)
        made.append(event)
    return made


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_ledger")]

    operations = [migrations.RunPython(tie, migrations.RunPython.noop)]
