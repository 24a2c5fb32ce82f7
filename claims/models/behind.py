from __future__ import annotations

from django.db import models


class Behind(models.Model):
    """A consumer that still has an older state of a fact-check; a view of the database.

    There is a row for each consumer and fact-check of which the newest state that it can be known
    to have is not the newest there is. A program and the endpoints that it registered are one.
    sequence: the publication it has, since `at`; publication: the newest, out since `since`.
    """

    id = models.TextField(primary_key=True)
    consumer = models.TextField()
    claim = models.ForeignKey("claims.Claim", models.DO_NOTHING, related_name="+")
    sequence = models.BigIntegerField()
    at = models.DateTimeField()
    publication = models.ForeignKey("claims.Publication", models.DO_NOTHING, related_name="+")
    since = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "claims_behind"
        ordering = ["since", "id"]

    def __str__(self) -> str:
        return f"{self.consumer} has {self.sequence} of {self.claim_id}"
