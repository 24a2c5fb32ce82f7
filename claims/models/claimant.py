from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _

from articles.fields import WebAddressField
from articles.ids import new_id


class Claimant(models.Model):
    """A person or organisation that said something."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")
        GROUP = "group", _("Group")
        UNKNOWN = "unknown", _("Unknown")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.UNKNOWN)
    role = models.CharField(
        max_length=200, blank=True, help_text=_("Office or function, as readers should see it.")
    )
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text=_("Other spellings, separated by commas."),
    )
    same_as = ArrayField(
        WebAddressField(max_length=500),
        default=list,
        blank=True,
        help_text=_("Pages that identify the person or organisation, such as Wikidata."),
    )
    is_private_person = models.BooleanField(
        default=False,
        help_text=_("Not a public figure: the editor is warned before anything is out."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="claimant_has_a_name"),
        ]
        indexes = [
            models.Index(Lower("name"), name="claimant_name_folded"),
            # As `icontains` compares: in capitals.
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="claimant_name_part"),
            GinIndex(fields=["aliases"], name="claimant_aliases"),
        ]

    def __str__(self) -> str:
        return self.name
