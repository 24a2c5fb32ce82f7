"""How fast a ledger is checked and a day is sealed: python -m benchmarks.ledger [--chains 20000]

Figures are ratios to the least that has to be done for the same lines: parse them and hash them
once. Nothing of the desk runs; the ledger is an invented one, written as the export writes it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

from claims.ledger import tree, verify

EVENTS = 12  # of one chain; a claim that goes the straight way to the public leaves about as many


def lines_of(chains: int) -> list[str]:
    """Return a ledger of one day: each chain with its events and one publication."""
    heads, published, events = [], [], []
    for number in range(chains):
        chain = f"00000000-0000-7000-8000-{number:012d}"
        text = json.dumps(document(number + 1, chain))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        previous = ""
        for position in range(1, EVENTS + 1):
            row = event(chain, position, sha256)
            digest = hashlib.sha256(previous.encode() + verify.canonical(row)).hexdigest()
            events.append({"type": "event", **row, "previous_hash": previous, "hash": digest})
            previous = digest
        heads.append({"chain": chain, "hash": previous, "position": EVENTS})
        published.append((number + 1, chain, text, sha256, previous))
    root = root_over(published, heads)
    counts = {"events": len(events), "publications": chains, "roots": 1}
    rows = [{"type": "ledger", "version": 1, **counts}, *events]
    rows += [publication(*one) for one in published]
    return [json.dumps(row) + "\n" for row in [*rows, root]]


def event(chain: str, position: int, sha256: str) -> dict[str, Any]:
    is_last = position == EVENTS
    return {
        "chain": chain,
        "position": position,
        "kind": "publication.published" if is_last else "claim.edited",
        "at": f"2026-11-20T09:{position:02d}:00.000000+00:00",
        "actor": None if is_last else 7,
        "claim": chain,
        "subject": f"publication:{sha256}" if is_last else "",
        "from_state": "",
        "to_state": "",
        "commitments": {} if is_last else {"text": sha256},
    }


def document(sequence: int, chain: str) -> dict[str, Any]:
    moment = f"2026-11-20T10:{sequence // 60_000_000:02d}:{sequence / 1e6:09.6f}Z"
    return {"sequence": sequence, "id": chain, "verdict_id": chain, "updated_at": moment,
            "rationale": "As counted in the log of the harbour [1]. " * 60}  # fmt: skip


def publication(sequence: int, chain: str, text: str, sha256: str, _event: str) -> dict[str, Any]:
    moment = json.loads(text)["updated_at"]
    return {"type": "publication", "sequence": sequence, "kind": "published", "claim": chain,
            "verdict": chain, "document": text, "sha256": sha256,
            "published_at": moment}  # fmt: skip


def root_over(published: list[tuple], heads: list[dict[str, Any]]) -> dict[str, Any]:
    head = {"day": "2026-11-20", "previous": "", "chains": len(heads),
            "publications": len(published), "sealed_at": "2026-11-21T00:20:00.000000Z"}  # fmt: skip
    rows = [{"event": one[4], "publication": one[0], "sha256": one[3]} for one in published]
    leaves = [tree.leaf_hash(verify.canonical(row)) for row in (head, *rows, *heads)]
    shown = [[one["chain"], one["position"]] for one in heads]
    return {"type": "root", **head, "root": tree.root_of(leaves).hex(), "leaves": shown}


def least(lines: list[str]) -> Iterator[str]:
    for line in lines:
        json.loads(line)
        yield hashlib.sha256(line.encode()).hexdigest()


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of three runs."""
    times = []
    for _again in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chains", type=int, default=20_000)
    chains = parser.parse_args().chains
    lines = lines_of(chains)
    bare = timed(lambda: list(least(lines)))
    checked = timed(lambda: verify.check(lines))
    leaves = [hashlib.sha256(number.to_bytes(4, "big")).digest() for number in range(chains * 10)]
    hashes = timed(lambda: [hashlib.sha256(b"\x01" + one + one).digest() for one in leaves])
    sealed = timed(lambda: tree.root_of(leaves))
    figures = [
        ("verify.py / parse and hash each line", checked / bare, len(lines) / checked, "lines"),
        ("root / as many bare hashes", sealed / hashes, len(leaves) / sealed, "leaves"),
    ]
    for name, ratio, speed, what in figures:
        print(f"{name:<40}{ratio:>6.2f} x  ({speed:,.0f} {what} a second)")


if __name__ == "__main__":
    main()
