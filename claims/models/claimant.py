from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _

from articles.fields import WebAddressField
from articles.ids import new_id


class Side(models.Model):
    """A side in public life, named by the desk: government and opposition, parties, countries.

    By sides the desk sees whom it checks. They are for the desk and its assessors alone and stand
    in nothing that is published: a side is the desk's own view of somebody, nothing that was said.
    key: what figures and addresses know it by; stays when the name changes.
    """

    key = models.SlugField(
        max_length=40, primary_key=True,
        help_text=_("Letters, digits and hyphens for addresses and files; stays for good."),
    )  # fmt: skip
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(key="") & ~Q(name=""), name="side_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


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
    side = models.ForeignKey(
        Side, models.PROTECT, related_name="claimants", null=True, blank=True,
        help_text=_("For the figures of the desk; readers never see it."),
    )  # fmt: skip
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
