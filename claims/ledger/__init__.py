"""The public ledger: one root a day over all chains of the trail and over what was published.

What a leaf holds and how the root is made is in docs/trail.md; `verify.py` is the page of Python
that an outsider checks it all with, and shares no code with the rest.
"""
