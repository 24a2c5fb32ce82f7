"""The one signal of this package."""

from django.dispatch import Signal

# Sent inside the transaction that stores a new wording, with `snapshot=`. A receiver that raises
# undoes the taking-in; work that can wait belongs into transaction.on_commit.
snapshot_taken = Signal()
