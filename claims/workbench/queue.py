"""The queue: which claims a person asked for, in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article, Source
from claims.models import Claim, Claimant, ClaimState, Kind, Mention, Quantity
from claims.workbench.keyset import Order

if TYPE_CHECKING:
    from claims.accounts.models import User

COUNTED_TO = 1000  # rows; a tab with more says "999+"
MOST_TERMS = 32  # words of one search
# Words and phrases, each perhaps with a minus; runs of other signs would overflow the parser.
TERMS = re.compile(r'-?"[^"]*"|-?\w[\w.,’\'-]*')
FOUND_TO = 2000  # claimants or figures that one word may lead to

ORDERS = {
    "worth": Order("worth", ("-priority", "-worth", "created_at", "id")),
    "newest": Order("newest", ("-created_at", "-id")),
    "oldest": Order("oldest", ("created_at", "id")),
    "reach": Order("reach", ("-mention_count", "id")),
    "deadline": Order("deadline", ("deadline", "id"), may_be_empty=frozenset({"deadline"})),
}
ORDER_LABELS = [
    ("worth", _("Worth checking")),
    ("newest", _("Newest first")),
    ("oldest", _("Oldest first")),
    ("reach", _("Most often said")),
    ("deadline", _("Deadline")),
]
TABS = [
    (ClaimState.CANDIDATE, _("To triage")),
    (ClaimState.QUEUED, pgettext_lazy("claims", "Waiting")),
    (ClaimState.IN_PROGRESS, _("In progress")),
    (ClaimState.CHECKED, _("Checked")),
    (ClaimState.DISMISSED, _("Dismissed")),
    (ClaimState.DUPLICATE, _("Duplicates")),
]
EVERY_STATE = "all"
DEFAULT_STATE = ClaimState.QUEUED
MINE = [
    ("", _("Everybody's")),
    ("hand", _("In my hand")),
    ("assigned", _("Assigned to me")),
    ("drafted", _("Drafted by me")),
    ("nobody", _("Nobody's")),
]
WORTHS = [
    ("", pgettext_lazy("check-worthiness", "Any")),
    ("0.25", "≥ 0.25"),
    ("0.5", "≥ 0.50"),
    ("0.75", "≥ 0.75"),
]


class QueueForm(forms.Form):
    """The filters of the queue, as they stand in its address."""

    q = forms.CharField(label=_("Search"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[*ClaimState.choices, (EVERY_STATE, pgettext_lazy("claims", "All"))],
        widget=forms.HiddenInput,
    )
    mine = forms.ChoiceField(label=_("Whose"), required=False, choices=MINE)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("Any")), *Kind.choices]
    )
    claimant = forms.CharField(label=_("Claimant"), required=False, max_length=200)
    outlet = forms.ModelChoiceField(
        Source.objects.all(), label=_("Outlet"), required=False, empty_label=_("Any")
    )
    article = forms.ModelChoiceField(
        Article.objects.all(), label=_("Article"), required=False, widget=forms.HiddenInput
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    worth = forms.ChoiceField(label=_("Check-worthiness"), required=False, choices=WORTHS)
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=ORDER_LABELS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [(code, code) for code in languages()]
        self.fields["language"].choices = [("", _("Any")), *codes]

    def filters(self) -> Filters:
        """Return what was asked for; what could not be understood is left out."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        return Filters(
            words=asked.get("q", ""),
            state=asked.get("state") or DEFAULT_STATE,
            mine=asked.get("mine", ""),
            kind=asked.get("kind", ""),
            claimant=asked.get("claimant", ""),
            outlet=asked.get("outlet"),
            article=asked.get("article"),
            language=asked.get("language", ""),
            worth=float(asked.get("worth") or 0),
            order=ORDERS[asked.get("sort") or "worth"],
        )


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person asked the queue for."""

    words: str = ""
    state: str = DEFAULT_STATE
    mine: str = ""
    kind: str = ""
    claimant: str = ""
    outlet: Source | None = None
    article: Article | None = None
    language: str = ""
    worth: float = 0
    order: Order = ORDERS["worth"]

    @property
    def are_set(self) -> bool:
        """Whether anything but the state and the order narrows the list."""
        return bool(
            self.words or self.mine or self.kind or self.claimant or self.outlet
            or self.article or self.language or self.worth
        )  # fmt: skip


def queue(user: User, filters: Filters) -> QuerySet[Claim]:
    """Return the claims that `user` may see and asked for, in no order yet."""
    rows = narrowed(Claim.objects.visible_to(user), filters, user)
    return rows if filters.state == EVERY_STATE else rows.filter(state=filters.state)


def counts(user: User, filters: Filters) -> dict[str, int]:
    """Return how many claims each state holds under these filters, counted to COUNTED_TO."""
    rows = narrowed(Claim.objects.visible_to(user), filters, user).order_by()
    found = dict.fromkeys((str(state) for state, _label in TABS), 0)
    if filters.outlet:
        # To find an outlet's claims costs more than to count them: once is better than six times.
        by_state = rows.values_list("state").annotate(Count("pk"))
        return found | {state: min(number, COUNTED_TO) for state, number in by_state}
    parts = [
        rows.filter(state=state).values_list("state", flat=True)[:COUNTED_TO] for state, _l in TABS
    ]
    for state in parts[0].union(*parts[1:], all=True):
        found[state] += 1
    return found


def languages() -> list[str]:
    """Return the languages that claims are in, by one index look-up each."""
    sql = """
        WITH RECURSIVE found(language) AS (
            (SELECT language FROM claims_claim ORDER BY language LIMIT 1)
            UNION ALL
            SELECT (SELECT language FROM claims_claim c WHERE c.language > found.language
                    ORDER BY language LIMIT 1)
            FROM found WHERE found.language IS NOT NULL
        )
        SELECT language FROM found WHERE language IS NOT NULL
    """
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [language for (language,) in cursor.fetchall()]


def narrowed(rows: QuerySet[Claim], filters: Filters, user: User) -> QuerySet[Claim]:
    """Return those of `rows` that fit every filter but the state."""
    if filters.mine:
        rows = rows.filter(_mine(filters.mine, user))
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.claimant:
        rows = rows.filter(claimant__in=_ids(_named(filters.claimant)))
    if filters.language:
        rows = rows.filter(language=filters.language)
    if filters.worth:
        rows = rows.filter(worth__gte=filters.worth)
    if filters.article:
        said = Mention.objects.filter(snapshot__article=filters.article)
        rows = rows.filter(pk__in=_ids(said, "claim"))
    if filters.outlet:
        said = Mention.objects.filter(snapshot__article__source=filters.outlet)
        rows = rows.filter(pk__in=said.values("claim"))
    if filters.words:
        rows = rows.filter(_saying(filters.words))
    return rows


def _mine(whose: str, user: User) -> Q:
    if whose == "assigned":
        return Q(assignee=user)
    if whose == "drafted":
        return Q(pk__in=user.authorships.values("verdict__claim"))
    now = timezone.now()
    if whose == "nobody":
        return Q(assignee=None) & (Q(lease_until=None) | Q(lease_until__lt=now))
    return Q(lease_by=user, lease_until__gte=now)


def _named(words: str) -> QuerySet[Claimant]:
    return Claimant.objects.filter(Q(name__icontains=words) | Q(aliases__contains=[words]))


def _ids(rows: QuerySet[Any], field: str = "pk") -> list[Any]:
    """Look up at most FOUND_TO ids.

    As a list and not as a part of the query: so the database sees how much there is to find, and
    fetches and sorts what is little instead of walking the whole order for it.
    """
    return list(rows.order_by().values_list(field, flat=True)[:FOUND_TO])


def _saying(words: str) -> Q:
    """Claims with these words, by these claimants, or stating this figure."""
    terms = " ".join(TERMS.findall(words)[:MOST_TERMS])
    found = Q(search=SearchQuery(terms, config="simple", search_type="websearch"))
    claimants = _ids(_named(words))
    if claimants:
        found |= Q(claimant__in=claimants)
    figure = _figure(words)
    if figure is not None:
        stated = Quantity.objects.filter(
            Q(value=figure) | Q(from_value=figure) | Q(to_value=figure)
        )
        found |= Q(pk__in=_ids(stated, "mention__claim"))
    return found


def _figure(words: str) -> float | None:
    """Return the number that was typed, with or without separators of thousands."""
    plain = words.replace(",", "").replace(" ", "").replace("%", "")
    try:
        return float(plain)
    except ValueError:
        return None
