#!/usr/bin/env python3
"""Check the public ledger of a fact-checking desk. Needs Python 3.9 or newer and nothing else.

    python3 verify.py LEDGER.ndjson[.gz] [DAY=ROOT ...]

DAY=ROOT: a root that you wrote down earlier. Without one this shows that the ledger agrees with
itself; with one, that nothing up to the end of that day was changed since you wrote it down.
"""

import gzip
import json
import sys
from collections import defaultdict
from hashlib import sha256

WRITES = ("verdict.drafted", "verdict.correction_started", "verdict.submitted")


def need(holds, problem):
    if not holds:
        raise ValueError(problem)


def canonical(row):  # RFC 8785, as all names are ASCII and no number has a fraction
    return json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def leaf(row):
    return sha256(b"\0" + canonical(row)).digest()


def node(left, right):
    return sha256(b"\1" + left + right).digest()


def merkle(nodes):  # RFC 6962, 2.1: the last of an odd number moves up as it is
    while len(nodes) > 1:
        pairs = [nodes[place : place + 2] for place in range(0, len(nodes), 2)]
        nodes = [node(*pair) if len(pair) == 2 else pair[0] for pair in pairs]
    return nodes[0]


def check_event(row):
    said = {name: row[name] for name in row if name not in ("previous_hash", "hash")}
    linked = row["previous_hash"].encode() + canonical(said)
    need(row["hash"] == sha256(linked).hexdigest(), "the event was altered")


def leaf_of(row, event, document):
    """Check a publication against the event that tells of it; return its leaf."""
    need(row["sha256"] == sha256(document).hexdigest(), "the document was altered")
    told = {"subject": "publication:" + row["sha256"], "chain": row["claim"]}
    told["kind"] = "publication." + row["kind"]
    need(event and {**event, **told} == event, "no event tells of this document")
    return {"event": event["hash"], "publication": row["sequence"], "sha256": row["sha256"]}


def until(day, by_day):
    return [one for each in sorted(by_day) if each <= day for one in by_day.pop(each)]


def read_events(rows):
    """Return the hashes of each chain from 1 on, what moved by day, events of publications."""
    hashes, moved, told, last = defaultdict(lambda: [""]), defaultdict(list), {}, ""
    authors, asked = defaultdict(set), {}
    for row in rows:
        chain, position = row["chain"], row["position"]
        need(chain >= last, "the chains are out of order")
        need(position == len(hashes[chain]), "an event is missing or out of order")
        need(row["previous_hash"] == hashes[chain][-1], "it does not continue the one before")
        hashes[chain].append(row["hash"])
        last = chain
        if len(row) == 4:  # about sources, remarks or readers: shown by its hash alone
            continue
        check_event(row)
        moved[row["at"][:10]].append((chain, position))
        kind, subject, actor = row["kind"], row["subject"], row["actor"]
        if kind.startswith("publication."):
            told[subject] = row
        elif kind in WRITES:
            authors[subject].add(actor)
        elif kind == "retraction.requested":
            asked[subject] = actor
        elif kind == "retraction.declined":
            asked.pop(subject, None)
        need(kind != "verdict.approved" or actor not in authors[subject], "an author approved")
        alone = kind == "verdict.retracted" and asked.get(subject, actor) == actor
        need(not alone, "one editor retracted")
    return hashes, moved, told


def read_publications(rows, told):
    """Return the leaves of the publications by day."""
    leaves = defaultdict(list)
    for number, row in enumerate(rows, 1):
        event, document = told.pop("publication:" + row["sha256"], None), row["document"].encode()
        found, own = leaf(leaf_of(row, event, document)), json.loads(document)
        says = {"sequence": own["sequence"], "claim": own["id"], "verdict": own["verdict_id"]}
        says["published_at"] = own["updated_at"]
        need(len(row) == 7 and {**row, **says} == row, "it is not what its document says")
        need(row["sequence"] == number, "a publication is missing or out of order")
        leaves[event["at"][:10]].append(found)
    need(not told, "publications are missing, of which events tell")
    return leaves


def read_roots(rows, known, hashes, moved, leaves):
    def leaf_of_chain(one):
        if isinstance(one, str):  # of a claim of which nothing was published
            return bytes.fromhex(one)
        chain, position = one
        need(0 < position < len(hashes[chain]), "it names an event that is not here")
        return leaf({"chain": chain, "hash": hashes[chain][position], "position": position})

    day, root = "", ""
    for row in rows:
        need(row["day"] > day, "the days are out of order")
        day, chains, published = row["day"], row["leaves"], until(row["day"], leaves)
        covered = dict(one for one in chains if isinstance(one, list))
        is_whole = all(position <= covered.get(chain, 0) for chain, position in until(day, moved))
        need(is_whole, "the root does not cover all events of its day")
        head = {"day": day, "previous": root, "sealed_at": row["sealed_at"]}
        head.update(chains=len(chains), publications=len(published))
        root = merkle([leaf(head), *published, *map(leaf_of_chain, chains)]).hex()
        need(row == {**head, "root": root, "leaves": chains}, "it is not the root of its day")
        need(known.pop(day, root) == root, "another root was written down")
    need(not known, "there is no root of " + ", ".join(known))


def check(lines, known=()):
    """Return how many events, publications and roots there are. Raises ValueError."""
    number, lines = 1, iter(lines)

    def rows(kind):
        nonlocal number
        for _ in range(counts[kind + "s"]):
            number += 1
            row = json.loads(next(lines, "{}"))
            need(row.pop("type", "") == kind, "here should be a line of the kind " + kind)
            yield row

    try:
        head = json.loads(next(lines, "{}"))
        counts = {name: head[name] for name in ("events", "publications", "roots")}
        need(head == {"type": "ledger", "version": 1, **counts}, "this is no ledger of version 1")
        hashes, moved, told = read_events(rows("event"))
        leaves = read_publications(rows("publication"), told)
        read_roots(rows("root"), dict(known), hashes, moved, leaves)
        need(next(lines, None) is None, "more lines follow than the first one tells of")
    except KeyError as name:
        raise ValueError(f"line {number} lacks {name}") from name
    except (ValueError, TypeError, AttributeError) as error:
        raise ValueError(f"line {number}: {error}") from error
    return counts


if __name__ == "__main__":
    ledger, *noted = sys.argv[1:] or sys.exit(__doc__)
    try:
        with (gzip.open if ledger.endswith(".gz") else open)(ledger, "rb") as opened:
            found = check(opened, [one.split("=") for one in noted])
        print("The ledger holds:", ", ".join(f"{found[name]} {name}" for name in found))
    except (ValueError, OSError, EOFError) as error:
        sys.exit(f"The ledger does not hold: {error}")
