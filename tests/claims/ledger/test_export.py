"""Outsiders check the exported ledger with the script that is published beside it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims import audit
from claims.ledger import export, receipts, verify
from claims.models import Event, Publication
from tests.claims.ledger.outsiders import run_script
from tests.claims.test_audit import tamper

pytestmark = pytest.mark.django_db


def written(path: Path, lines: list[str]) -> Path:
    path.write_text("".join(lines), "utf-8")
    return path


class TestScript:
    def test_finds_that_all_holds(self, ledger, seal_tomorrow, tmp_path):
        seal_tomorrow()
        path = tmp_path / "ledger.ndjson.gz"
        with gzip.open(path, "wt", encoding="utf-8") as out:
            out.writelines(export.written())

        done = run_script("verify.py", path, f"{ledger.roots[0].day}={ledger.roots[0].root}")

        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("The ledger holds: ")
        assert "4 publications, 2 roots" in done.stdout

    def test_names_the_line_that_does_not(self, lines, tmp_path):
        number = next(n for n, line in enumerate(lines) if '"type":"publication"' in line)
        lines[number] = lines[number].replace("The log shows the fall.", "The log shows a rise.")

        done = run_script("verify.py", written(tmp_path / "ledger.ndjson", lines))

        assert done.returncode == 1
        assert f"line {number + 1}: the document was altered" in done.stderr

    def test_knows_a_root_that_was_written_down(self, ledger, lines, tmp_path):
        path = written(tmp_path / "ledger.ndjson", lines)

        assert run_script("verify.py", path, f"{ledger.roots[0].day}={'0' * 64}").returncode == 1
        assert run_script("verify.py", path, f"2001-01-01={'0' * 64}").returncode == 1

    def test_checks_a_receipt(self, ledger, tmp_path):
        for publication in Publication.objects.all():
            receipt, document = tmp_path / "receipt.json", tmp_path / "document.json"
            receipt.write_text(json.dumps(receipts.receipt_of(publication)), "utf-8")
            document.write_bytes(publication.document.encode())

            done = run_script("verify_receipt.py", receipt, document)
            document.write_bytes(publication.document.encode() + b" ")
            altered = run_script("verify_receipt.py", receipt, document)

            assert done.returncode == 0, done.stderr
            is_sealed = publication.sequence <= 2
            assert (ledger.roots[0].root in done.stdout) == is_sealed
            assert altered.returncode == 1

    @pytest.mark.parametrize("content", ["", "x\n", "[]\n", '{"type":"ledger"}\n', "{}\n"])
    def test_refuses_what_is_no_ledger(self, tmp_path, content):
        path = written(tmp_path / "ledger.ndjson", [content])

        with pytest.raises(ValueError):
            verify.check(path.read_text("utf-8").splitlines())


class TestCommand:
    @pytest.mark.parametrize("name", ["ledger.ndjson", "ledger.ndjson.gz"])
    @pytest.mark.parametrize("whole", [False, True])
    def test_checks_what_it_wrote(self, ledger, tmp_path, capsys, name, whole):
        path = tmp_path / name

        call_command("export_ledger", path, whole=whole)
        call_command("verify_trail", from_export=path)

        assert "4 publications, 1 roots" in capsys.readouterr().out

    def test_ends_badly_where_it_does_not_hold(self, lines, tmp_path):
        path = written(tmp_path / "ledger.ndjson", lines[:-1])

        with pytest.raises(CommandError, match="does not hold"):
            call_command("verify_trail", from_export=path)


class TestContent:
    def test_the_public_form_tells_nothing_that_is_not_public(self, ledger, lines, candidate):
        text = "".join(lines)

        for secret in ("Ask the harbour master", "private address", "Rosa", "Emil", "desk.test"):
            assert secret not in text
        shown = [json.loads(line) for line in lines if '"type":"event"' in line]
        kinds = {event.get("kind", "").partition(".")[0] for event in shown}
        assert kinds == {"", "claim", "verdict", "retraction", "publication", "detail"}
        assert not [event for event in shown if "evidence:" in event.get("subject", "")]

    def test_of_unpublished_claims_there_are_bare_hashes(self, request, published, dana):
        hidden = request.getfixturevalue("candidate")
        from_desk = Event.objects.filter(chain="desk").count()

        text = "".join(export.written())

        assert str(hidden.pk) not in text
        assert '"chain":"desk"' not in text
        assert from_desk == 0 or '"desk"' not in text

    def test_the_whole_form_has_every_event(self, ledger):
        lines = list(export.written(whole=True))

        events = [json.loads(line) for line in lines if '"type":"event"' in line]
        assert len(events) == Event.objects.count()
        assert all("kind" in event for event in events)


def leading_rewrites(lines: list[str]):
    """Every way to change one value, drop, repeat or swap lines."""
    for number, line in enumerate(lines):
        yield f"line {number} dropped", lines[:number] + lines[number + 1 :]
        yield f"line {number} repeated", [*lines[: number + 1], *lines[number:]]
        if number + 1 < len(lines):
            swapped = [*lines]
            swapped[number : number + 2] = reversed(swapped[number : number + 2])
            yield f"lines {number} and the next swapped", swapped
        row = json.loads(line)
        for name, value in row.items():
            changed = json.dumps({**row, name: other(value)}) + "\n"
            yield f"line {number}: {name}", [*lines[:number], changed, *lines[number + 1 :]]
            left = json.dumps({key: row[key] for key in row if key != name}) + "\n"
            yield f"line {number}: without {name}", [*lines[:number], left, *lines[number + 1 :]]
        more = json.dumps({**row, "more": 1}) + "\n"
        yield f"line {number}: with more", [*lines[:number], more, *lines[number + 1 :]]


def other(value):
    """Another value of the same kind, of the same form where it has one."""
    if isinstance(value, str) and len(value) == 64:
        return ("1" if value[0] == "0" else "0") + value[1:]
    if isinstance(value, str):
        return value.replace("0", "1", 1) if "0" in value else f"{value}x"
    if isinstance(value, dict):
        return {**value, "more": "x"}
    if isinstance(value, list):
        return value[:-1] if value else ["0" * 64]
    return 7 if value is None else value + 1


class TestTampering:
    def test_with_any_row_order_or_text_is_found(self, ledger, seal_tomorrow):
        seal_tomorrow()
        lines = list(export.written())
        verify.check(lines)

        missed = []
        for what, changed in leading_rewrites(lines):
            try:
                verify.check(changed)
            except ValueError:
                continue
            missed.append(what)

        assert missed == []

    def test_with_a_leaf_of_a_hidden_chain_is_found(self, lines):
        row = json.loads(lines[-1])
        assert row["type"] == "root"
        for number in range(len(row["leaves"])):
            leaves = [*row["leaves"]]
            leaves[number] = "0" * 64
            with pytest.raises(ValueError):
                verify.check([*lines[:-1], json.dumps({**row, "leaves": leaves})])

    def test_rewriting_a_chain_from_its_start_breaks_the_root(self, ledger):
        """Somebody who computes all hashes anew has to compute the published roots anew."""
        tamper(REWRITE_NOBODY_APPROVED)
        rehash(str(ledger.first.claim_id))

        with pytest.raises(ValueError, match="root"):
            verify.check(list(export.written()))

    def test_a_root_that_leaves_out_a_chain_is_found(self, lines):
        """Whoever leaves a chain out of a root could write it anew later."""
        row = json.loads(lines[-1])
        left_out = next(one for one in row["leaves"] if isinstance(one, list))
        row["leaves"] = [one for one in row["leaves"] if one != left_out]
        row["chains"] -= 1
        head = {name: row[name] for name in row if name not in ("type", "root", "leaves")}
        row["root"] = anew(lines, row, head)

        with pytest.raises(ValueError, match="does not cover all events"):
            verify.check([*lines[:-1], json.dumps(row)])

    @pytest.mark.parametrize(
        ("kind", "found"),
        [("verdict.approved", "an author approved"), ("verdict.retracted", "one editor retracted")],
    )
    def test_who_decides_alone_is_found_though_every_hash_is_right(self, ledger, kind, found):
        decided = Event.objects.filter(kind=kind).first()
        begun = {"verdict.approved": "verdict.drafted", "verdict.retracted": "retraction.requested"}
        alone = Event.objects.filter(kind=begun[kind], subject=decided.subject).first()
        tamper("UPDATE claims_event SET actor_id = %s WHERE id = %s", alone.actor_id, decided.pk)
        rehash(decided.chain)

        with pytest.raises(ValueError, match=found):
            verify.check(list(export.written()))

    def test_a_retraction_that_nobody_had_asked_for_is_found(self, ledger):
        """Whoever writes a chain anew could leave the request of the other editor out."""
        retracted = Event.objects.filter(kind="verdict.retracted").first()
        tamper(
            "UPDATE claims_event SET kind = 'retraction.declined' WHERE claim_id = %s "
            "AND kind = 'retraction.requested'",
            retracted.claim_id,
        )
        rehash(retracted.chain)

        with pytest.raises(ValueError, match="one editor retracted"):
            verify.check(list(export.written()))

    def test_rewriting_the_roots_as_well_breaks_what_was_written_down(self, ledger):
        known = {str(root.day): root.root for root in ledger.roots}
        lines = list(export.written())
        row = json.loads(lines[-1])
        row["sealed_at"] = row["sealed_at"].replace("0", "1", 1)
        forged = {name: row[name] for name in row if name not in ("type", "root", "leaves")}
        ids = [one for one in row["leaves"] if isinstance(one, list)]
        assert ids
        row["root"] = anew(lines, row, forged)
        rewritten = [*lines[:-1], json.dumps(row)]

        verify.check(rewritten)
        with pytest.raises(ValueError, match="was written down"):
            verify.check(rewritten, known.items())


REWRITE_NOBODY_APPROVED = (
    "UPDATE claims_event SET actor_id = NULL WHERE kind = 'verdict.approved' AND at < now() -"
    " interval '12 hours'"
)


def rehash(chain: str) -> None:
    """Compute every hash of a chain anew, as a forger would."""
    previous = ""
    for event in Event.objects.filter(chain=chain).order_by("position"):
        event.previous_hash = previous
        previous = audit.hash_of(event)
        tamper(
            "UPDATE claims_event SET previous_hash = %s, hash = %s WHERE id = %s",
            event.previous_hash, previous, event.pk,
        )  # fmt: skip


def anew(lines: list[str], row: dict, head: dict) -> str:
    """Compute a root anew, as a forger would."""
    rows = [json.loads(line) for line in lines[1:-1]]
    hashes = {(one["chain"], one["position"]): one["hash"] for one in rows if "chain" in one}
    tied = {one.get("subject"): one for one in rows if one["type"] == "event"}
    leaves = []
    for one in (one for one in rows if one["type"] == "publication"):
        event = tied["publication:" + one["sha256"]]
        if event["at"][:10] <= row["day"]:
            own = {"event": event["hash"], "publication": one["sequence"], "sha256": one["sha256"]}
            leaves.append(verify.leaf(own))
    for one in row["leaves"]:
        if isinstance(one, str):
            leaves.append(bytes.fromhex(one))
        else:
            link = {"chain": one[0], "position": one[1], "hash": hashes[tuple(one)]}
            leaves.append(verify.leaf(link))
    return verify.merkle([verify.leaf(head), *leaves]).hex()
