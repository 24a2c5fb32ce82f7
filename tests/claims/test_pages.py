from __future__ import annotations

import pytest

from claims import pages
from claims.errors import Forbidden, Invalid
from claims.models import Event, EventDetail, Page

pytestmark = pytest.mark.django_db


class TestWriting:
    def test_puts_a_page_before_readers_and_keeps_the_wording_before(self, dana):
        pages.write("about", actor=dana, title="About us", body="We are five.")
        pages.write("about", actor=dana, title="About us", body="We are six.")

        assert Page.objects.get().body == "We are six."
        before = [detail.data["before"] for detail in EventDetail.objects.order_by("event_id")]
        assert before == [{}, {"title": "About us", "body": "We are five."}]

    def test_the_same_again_leaves_no_event(self, dana):
        for _again in range(2):
            pages.write("about", actor=dana, title="About us", body="We are five.")

        assert Event.objects.filter(kind="page.changed").count() == 1

    def test_refuses_others(self, rosa, emil, rhea, otto):
        for person in (rosa, emil, rhea, otto):
            with pytest.raises(Forbidden):
                pages.write("about", actor=person, title="About us", body="Mine.")

        assert not Page.objects.exists()

    @pytest.mark.parametrize(
        ("place", "title", "body", "field"),
        [
            ("elsewhere", "T", "B", "place"),
            ("about", "", "B", "title"),
            ("about", "T", "\x00", "body"),
        ],
    )
    def test_refuses_what_cannot_be_kept(self, dana, place, title, body, field):
        with pytest.raises(Invalid) as refused:
            pages.write(place, actor=dana, title=title, body=body)

        assert refused.value.field == field
        assert not Page.objects.exists()
