"""What every desk starts with: roles, a rating scale, a first methodology."""

from __future__ import annotations

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from claims.models import Methodology, Rating, RatingScale
from claims.roles import sync_roles

SCALE = "Plumbline"

# key, label, number (only where the rating is a degree of truth), meaning
RATINGS = [
    ("true", _("True"), 5, _("The claim is right and leaves nothing important out.")),
    (
        "mostly-true",
        _("Mostly true"),
        4,
        _("The claim is right in its core; a detail is off or context is missing."),
    ),
    ("half-true", _("Half true"), 3, _("Right and wrong parts are of about the same weight.")),
    (
        "mostly-false",
        _("Mostly false"),
        2,
        _("A part is right, but the claim as a whole gives the wrong picture."),
    ),
    ("false", _("False"), 1, _("The claim is wrong.")),
    (
        "misleading",
        _("Misleading"),
        None,
        _("The parts may be right; what they are made to say together is not."),
    ),
    (
        "unproven",
        _("Unproven"),
        None,
        _("What can be found neither supports nor refutes the claim."),
    ),
]

METHODOLOGY = _(
    """\
We check statements of fact that matter to the public and can be tested against evidence.

1. The claim is recorded word for word, with where and by whom it was made.
2. Evidence is sought from primary sources first, from more than one side, and a copy is kept.
3. One person drafts the verdict; another, who wrote none of it, approves it.
4. Mistakes are corrected in the open: every correction says what changed and when.
"""
)


def install_defaults() -> None:
    """Bring roles up to date; give an empty desk its scale and methodology. Safe to repeat."""
    for label in ("auth", "accounts", "articles", "claims"):
        # Other apps may not have had their turn yet when this one's migrations are done.
        create_permissions(apps.get_app_config(label), verbosity=0)
    sync_roles()
    # From here on the wording is the newsroom's own, and no catalogue touches it.
    with translation.override(settings.LANGUAGE_CODE):
        _fill_empty_desk()


def _fill_empty_desk() -> None:
    if not RatingScale.objects.exists():
        scale = RatingScale.objects.create(name=SCALE, version=1, is_current=True)
        Rating.objects.bulk_create(
            Rating(
                scale=scale,
                key=key,
                label=gettext(label),
                value=value,
                meaning=gettext(meaning),
                order=order,
            )
            for order, (key, label, value, meaning) in enumerate(RATINGS, 1)
        )
    if not Methodology.objects.exists():
        Methodology.objects.create(
            version=1, title=gettext("How we check"), body=gettext(METHODOLOGY)
        )
