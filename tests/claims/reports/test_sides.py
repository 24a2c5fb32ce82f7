"""Sides of claimants are named by the desk, change nothing public, and leave a trace."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from claims import workflow
from claims.errors import Forbidden, Invalid
from claims.models import Event, Publication, Side
from claims.reports import snapshots
from claims.reports.frozen import report_of
from claims.reports.scope import Scope

pytestmark = pytest.mark.django_db
SECRET = "Zq1secret"


@pytest.fixture
def side(db) -> Side:
    return Side.objects.create(key="harbour", name=f"{SECRET} party")


def page_of(client: Client, quill) -> str:
    return client.get(reverse("reports:claimant", args=[quill.pk])).content.decode()


class TestChoosing:
    def test_on_the_page_of_the_claimant_leaves_an_event(
        self, published, quill, side, emil, at_desk
    ):
        client = at_desk(emil)
        page = page_of(client, quill)
        assert side.name in page and " selected>" not in page

        client.post(reverse("reports:side", args=[quill.pk]), {"side": "harbour"})

        quill.refresh_from_db()
        event = Event.objects.get(kind="claimant.changed")
        assert quill.side == side
        assert event.detail.data == {"before": {"side": None}, "after": {"side": side.name}}
        assert 'value="harbour" selected>' in page_of(client, quill)
        client.post(reverse("reports:side", args=[quill.pk]), {"side": ""})
        quill.refresh_from_db()
        assert quill.side is None

    def test_in_the_admin_leaves_an_event(self, published, quill, side, dana):
        client = Client()
        client.force_login(dana)
        address = reverse("admin:claims_claimant_change", args=[quill.pk])
        form = client.get(address).context["adminform"].form
        data = {name: form[name].value() or "" for name in form.fields}

        client.post(address, {**data, "aliases": "", "same_as": "", "side": "harbour"})

        quill.refresh_from_db()
        assert quill.side == side
        assert Event.objects.filter(kind="claimant.changed", actor=dana).count() == 1

    def test_publishes_nothing(self, published, quill, side, rosa):
        """So a fact-checker may, who may not rename somebody that is named in public."""
        before = Publication.objects.count()

        workflow.rename_claimant(quill.pk, actor=rosa, side=side)

        assert Publication.objects.count() == before
        with pytest.raises(Forbidden):
            workflow.rename_claimant(quill.pk, actor=rosa, side=None, role="Mayor")
        quill.refresh_from_db()
        assert quill.side == side

    def test_is_not_for_readers_of_the_desk(self, published, quill, side, rhea, at_desk):
        answer = at_desk(rhea).post(reverse("reports:side", args=[quill.pk]), {"side": "harbour"})

        quill.refresh_from_db()
        assert answer.status_code == 403
        assert quill.side is None
        assert not Event.objects.filter(kind="claimant.changed").exists()

    def test_of_what_does_not_exist_is_not_found(self, published, quill, emil, at_desk):
        client = at_desk(emil)

        address = reverse("reports:side", args=[quill.pk])
        assert client.post(address, {"side": "nowhere"}).status_code == 404
        assert not Event.objects.filter(kind="claimant.changed").exists()

    def test_a_side_that_somebody_has_stays(self, quill, side, dana):
        workflow.rename_claimant(quill.pk, actor=dana, side=side)

        with pytest.raises(ProtectedError):
            side.delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            Side.objects.create(key="", name="")


class TestPublic:
    def test_nothing_public_names_a_side(self, published, quill, side, emil):
        workflow.rename_claimant(quill.pk, actor=emil, side=side)
        workflow.rename_claimant(quill.pk, actor=emil, role="Mayor")
        client = Client()
        slug = published.claim.public_state.slug

        for address in (
            f"/fact-checks/{slug}/", f"/claimants/{quill.pk}/", "/claimants/", "/",
            "/api/v1/claims", f"/api/v1/claims/{published.claim_id}",
            f"/api/v1/claimants/{quill.pk}", "/api/v1/claimants",
        ):  # fmt: skip
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert SECRET not in answer.content.decode(), address
        assert SECRET not in "".join(Publication.objects.values_list("document", flat=True))

    def test_a_report_for_readers_neither_counts_by_side_nor_is_narrowed_to_one(
        self, published, quill, side, emil, scope
    ):
        workflow.rename_claimant(quill.pk, actor=emil, side=side)

        document = report_of(scope, is_public=True)

        keys = {figure["key"] for one in document["sections"] for figure in one["figures"]}
        assert keys and not any("side" in key for key in keys)
        narrow = Scope(scope.start, scope.end, side="harbour")
        with pytest.raises(Invalid):
            snapshots.freeze(narrow, actor=emil, title="Harbour", is_public=True)

    def test_the_report_of_a_claimant_as_a_file_names_none(
        self, published, quill, side, emil, at_desk
    ):
        workflow.rename_claimant(quill.pk, actor=emil, side=side)

        address = reverse("reports:claimant", args=[quill.pk])
        table = at_desk(emil).get(f"{address}?format=csv").content.decode()

        assert SECRET not in table


def test_reports_ask_for_a_side_where_the_desk_has_some(published, emil, at_desk):
    client, address = at_desk(emil), reverse("reports:index")
    assert "All sides" not in client.get(address).content.decode()

    Side.objects.create(key="harbour", name="Harbour party")

    assert "All sides" in client.get(f"{address}?side=harbour").content.decode()
    assert (
        "Side: <bdi>Harbour party</bdi>" in client.get(f"{address}?side=harbour").content.decode()
    )
    assert client.get(f"{address}?side=nowhere").status_code == 400


def test_a_report_of_one_side_names_it_in_words(published, side):
    document = report_of(Scope(date(2026, 3, 1), date(2026, 3, 31), side="harbour"))

    assert document["filters"] == {"side": "harbour"}
    assert document["filters_in_words"] == [["Side", side.name]]
