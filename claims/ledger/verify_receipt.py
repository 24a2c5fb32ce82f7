#!/usr/bin/env python3
"""Check the receipt of a fact-check against its document. Lay `verify.py` into the same folder.

    python3 verify_receipt.py RECEIPT.json DOCUMENT.json

Shows that the document, byte for byte, is covered by the root of its day. That this root is the
one that the desk published, you see in roots.json, or in what you wrote down.
"""

import json
import sys
from pathlib import Path

from verify import check_event, leaf, leaf_of, need, node


def climbed(value, index, size, path):
    """Return the root over leaf number `index` of `size`; path: the hashes beside, from below."""
    path = list(path)
    while size > 1:
        if index ^ 1 < size:  # else it is the last of an odd number and moves up as it is
            beside = path.pop(0)
            value = node(beside, value) if index & 1 else node(value, beside)
        index, size = index // 2, (size + 1) // 2
    need(not path, "the path is too long")
    return value


def check_receipt(receipt, document):
    """Return the root that covers a document, or None for a day not yet over. Raises ValueError."""
    row, event, root, proof = (receipt[name] for name in ("publication", "event", "root", "proof"))
    check_event(event)
    found = leaf_of(row, event, document)
    if root is None:
        return None
    index, size = proof["index"], proof["size"]
    need(proof["leaf"] == found and 0 < index < size, "the leaf is that of another one")
    need(size == 1 + root["publications"] + root["chains"], "the root counts other leaves")
    top = climbed(leaf(found), index, size, map(bytes.fromhex, proof["path"]))
    need(top.hex() == root["root"], "the path does not lead to the root")
    return root


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        text, content = (Path(name).read_bytes() for name in sys.argv[1:])
        covering = check_receipt(json.loads(text), content)
    except (OSError, ValueError, TypeError, LookupError) as error:
        sys.exit(f"The receipt does not hold: {error!r}")
    if covering is None:
        print("The receipt holds. The day of the document is not sealed yet.")
    else:
        print(f"The receipt holds under the root of {covering['day']}, {covering['root']}")
