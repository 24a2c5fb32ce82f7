#!/usr/bin/env python3
"""Check the public ledger of a fact-checking desk. Needs Python 3.9 or newer and nothing else.

    python3 verify.py LEDGER.ndjson[.gz] [DAY=ROOT ...]
    python3 verify.py --receipt RECEIPT.json DOCUMENT.json

DAY=ROOT: a root that you wrote down earlier. Without one this shows that the ledger agrees with
itself; with one, that nothing up to the end of that day was changed since you wrote it down.
Ends with status 0 when all holds, else with 1 and the first thing that does not.
"""

import gzip
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

LINK = {"chain", "position", "previous_hash", "hash"}
ROW = {"kind", "at", "actor", "claim", "subject", "from_state", "to_state", "commitments"}
PUBLICATION = {"sequence", "kind", "claim", "verdict", "document", "sha256", "published_at"}
ROOT = {"day", "root", "previous", "chains", "publications", "sealed_at"}
ORDER = ["ledger", "event", "publication", "root"]
WRITES = ("verdict.drafted", "verdict.correction_started", "verdict.submitted")


class Broken(Exception):
    """What does not hold, and where."""


def need(holds, problem):
    if not holds:
        raise Broken(problem)


def canonical(row):
    """RFC 8785 JSON; all names here are ASCII and no number has a fraction."""
    return json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def picked(row, names):
    return {name: row[name] for name in names}


def leaf(row):
    return hashlib.sha256(b"\0" + canonical(row)).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def merkle(leaves):
    """The root over leaf hashes (RFC 6962, 2.1), split at the largest power of two below."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node(merkle(leaves[:half]), merkle(leaves[half:]))


def check_event(row):
    text = row["previous_hash"].encode() + canonical(picked(row, ROW | {"chain", "position"}))
    need(row["hash"] == hashlib.sha256(text).hexdigest(), "the event was altered")


def check_document(row, document):
    need(row["sha256"] == hashlib.sha256(document).hexdigest(), "the document was altered")


class Ledger:
    """What was read so far. heads: chain -> the hashes of its events, from position 1 on."""

    def __init__(self, known):
        self.known, self.count = dict(known), dict.fromkeys(ORDER[1:], 0)
        self.chain, self.heads, self.told = "", {}, {}
        self.authors, self.wishes = defaultdict(set), {}
        self.events, self.leaves = defaultdict(list), defaultdict(list)  # by day
        self.time, self.day, self.last = "", "", ""

    def event(self, row):
        need(set(row) in (LINK, LINK | ROW), "these are not the members of an event")
        need(row["chain"] >= self.chain, "the chains are out of order")
        self.chain, hashes = row["chain"], self.heads.setdefault(row["chain"], [""])
        need(row["position"] == len(hashes), "an event is missing or out of order")
        need(row["previous_hash"] == hashes[-1], "it does not continue the event before it")
        hashes.append(row["hash"])
        if "kind" not in row:
            return
        check_event(row)
        self.events[row["at"][:10]].append((row["chain"], row["position"]))
        if row["kind"].startswith("publication."):
            self.told[row["subject"]] = row
        self.four_eyes(row["kind"], row["subject"], row["actor"])

    def four_eyes(self, kind, subject, actor):
        if kind in WRITES:
            self.authors[subject].add(actor)
        elif kind == "verdict.approved":
            need(actor not in self.authors[subject], "an author approved")
        elif kind == "retraction.requested":
            self.wishes[subject] = actor
        elif kind == "verdict.retracted":
            need(actor != self.wishes.get(subject), "one editor alone retracted")

    def publication(self, row):
        need(set(row) == PUBLICATION, "these are not the members of a publication")
        number = self.count["publication"]
        need(row["sequence"] == number, "a publication is missing or out of order")
        check_document(row, row["document"].encode())
        event = self.told.pop("publication:" + row["sha256"], None)
        need(event, "no event tells of this document")
        told = (event["kind"], event["chain"])
        need(told == ("publication." + row["kind"], row["claim"]), "its event tells otherwise")
        own = json.loads(row["document"])
        inside = {"sequence": own["sequence"], "claim": own["id"], "verdict": own["verdict_id"]}
        inside["published_at"] = own["updated_at"]
        need(picked(row, inside) == inside, "it is not what its document says")
        need(row["published_at"] > self.time, "its time is not after that of the one before")
        self.time = row["published_at"]
        row = {"event": event["hash"], "publication": number, "sha256": row["sha256"]}
        self.leaves[event["at"][:10]].append(leaf(row))

    def root(self, row):
        need(set(row) == ROOT | {"leaves"}, "these are not the members of a root")
        need(row["previous"] == self.last and row["day"] > self.day, "it does not follow the last")
        moved = dict(one for one in row["leaves"] if isinstance(one, list))
        for chain, position in self.until(row["day"], self.events):
            need(position <= moved.get(chain, 0), "it does not cover all events of " + chain)
        leaves = [*self.until(row["day"], self.leaves)]
        counts = (row["publications"], row["chains"])
        need(counts == (len(leaves), len(row["leaves"])), "it counts otherwise than its leaves")
        leaves += map(self.moved, row["leaves"])
        root = merkle([leaf(picked(row, ROOT - {"root"})), *leaves]).hex()
        need(row["root"] == root, "the root is not that of its day")
        noted = self.known.pop(row["day"], root)
        need(noted == root, "this is not the root that was written down")
        self.day, self.last = row["day"], root

    def until(self, day, found):
        for earlier in sorted(one for one in found if one <= day):
            yield from found.pop(earlier)

    def moved(self, one):
        if isinstance(one, str):  # a chain of which nothing was published
            return bytes.fromhex(one)
        chain, position = one
        need(0 < position < len(self.heads[chain]), "it names an event that is not here")
        return leaf({"chain": chain, "hash": self.heads[chain][position], "position": position})


def check(lines, known=()):
    """Return how many events, publications and roots there are. Raises Broken."""
    ledger, head, order = Ledger(known), None, ORDER
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            kind = row.pop("type")
            need(kind in order and (kind == "ledger") == (number == 1), "a line out of order")
            order = order[order.index(kind) :]
            if kind == "ledger":
                head = row
            else:
                ledger.count[kind] += 1
                getattr(ledger, kind)(row)
        except Broken as error:
            raise Broken(f"line {number}: {error}") from None
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Broken(f"line {number} cannot be read: {error!r}") from None
    counted = {kind + "s": count for kind, count in ledger.count.items()}
    need(head == {"version": 1, **counted}, "the first line tells of another version or more lines")
    need(not ledger.told, "publications are missing, of which events tell")
    need(not ledger.known, "there is no root of " + ", ".join(ledger.known))
    return counted


def check_receipt(receipt, document):
    """Return the root that covers a document, or None for a day not yet over. Raises Broken."""
    own, event, root, proof = (receipt[name] for name in ("publication", "event", "root", "proof"))
    check_document(own, document)
    check_event(event)
    told = (event["subject"], event["kind"], event["chain"])
    wanted = ("publication:" + own["sha256"], "publication." + own["kind"], own["claim"])
    need(told == wanted, "the event tells of another one")
    if root is None:
        return None
    row = {"event": event["hash"], "publication": own["sequence"], "sha256": own["sha256"]}
    index, last, value = proof["index"], proof["size"] - 1, leaf(row)
    need(proof["leaf"] == row and 0 < index <= last, "the leaf is that of another one")
    need(last == root["publications"] + root["chains"], "the root counts other leaves")
    for sibling in map(bytes.fromhex, proof["path"]):  # RFC 9162, 2.1.3.2
        need(last, "the path is too long")
        if index & 1 or index == last:
            value = node(sibling, value)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            value = node(value, sibling)
        index, last = index >> 1, last >> 1
    need(last == 0 and value.hex() == root["root"], "the path does not lead to the root")
    return root


def read(name):
    return gzip.open(name, "rb") if name.endswith(".gz") else Path(name).open("rb")


def main(arguments):
    try:
        if len(arguments) == 3 and arguments[0] == "--receipt":
            receipt, document = (Path(name).read_bytes() for name in arguments[1:])
            root = check_receipt(json.loads(receipt), document)
            place = f"under the root of {root['day']}, {root['root']}" if root else "; no root yet"
            print("The receipt holds", place)
        elif arguments and not arguments[0].startswith("-"):
            with read(arguments[0]) as lines:
                counted = check(lines, [one.split("=", 1) for one in arguments[1:]])
            print("The ledger holds:", ", ".join(f"{n} {what}" for what, n in counted.items()))
        else:
            print(__doc__)
    except (Broken, OSError, ValueError, TypeError, KeyError) as error:
        sys.exit(f"It does not hold: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
