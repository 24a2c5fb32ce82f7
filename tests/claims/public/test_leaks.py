"""Nothing unpublished stands in any public output, whatever the desk has going on."""

from __future__ import annotations

import pytest

from articles.intake import take_in
from articles.models import Way
from claims import disputes, evidence, intake, replies, workflow
from claims.ledger import export
from claims.models import Claim, Claimant, Publication, PublicState, Topic
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db

PLANTED = "xyzzysecret"


def planted(part: str) -> str:
    return f"{part} {PLANTED}"


@pytest.fixture
def busy(published, corrected, pier, rosa, emil, edna, dana, quill) -> PublicState:
    """A desk with published fact-checks, and a planted word in everything that is not."""
    state = PublicState.objects.get(claim=published.claim)
    workflow.comment(published.claim_id, actor=emil, body=planted("remark"))
    workflow.start_correction(
        published.claim_id, actor=emil, correction_type="evidence", public_note=planted("note")
    )
    hidden = give_evidence(published.claim, emil, title=planted("title"), quote=planted("quote"))
    workflow.draft(
        published.claim_id,
        actor=emil,
        headline=planted("headline"),
        summary=planted("summary"),
        rationale=planted("rationale [1][2]"),
    )
    evidence.change(hidden.pk, actor=emil, note=planted("evidence note"))
    disputes.raise_dispute(
        published.claim_id, text=planted("objection"), name=planted("name"), email="x@y.test"
    )
    _asked, secret = replies.ask(
        published.claim_id, actor=emil, name="Mara Quill", question=planted("question"),
        address=planted("address"),
    )  # fmt: skip
    replies.answer(secret, text=planted("answer"), signed=planted("signed"))
    workflow.request_retraction(pier.claim_id, actor=emil, reason=planted("reason"))
    quill.name, quill.role = planted("claimant"), planted("role")
    quill.aliases = [planted("alias")]
    quill.save()
    Topic.objects.update(name=planted("topic"))
    Claim.objects.filter(pk=published.claim_id).update(text=planted("text"))
    unpublished(rosa, dana)
    return state


def unpublished(rosa, dana) -> None:
    """A claim, drafted and handed in, that nobody has approved."""
    text = f"Elsewhere {PLANTED}\n\nThe bridge {PLANTED} was sold, she said.\n"
    snapshot = take_in(text, way=Way.PASTE, url=f"https://news.example/{PLANTED}").snapshot
    quote = f"The bridge {PLANTED} was sold"
    start = snapshot.text.index(quote)
    claim = intake.enter(
        snapshot.pk,
        actor=dana,
        text="",
        start=start,
        end=start + len(quote),
        kind="event",
        claimant=Claimant.objects.create(name=planted("person")),
    )
    claim.topics.add(Topic.objects.create(name=planted("other"), slug=PLANTED))
    workflow.take(claim.pk, actor=rosa)
    give_evidence(claim, rosa, title=planted("title"))
    write_draft(claim, rosa, summary=planted("summary"))
    workflow.submit(claim.pk, actor=rosa)


def outputs(state: PublicState, claimant_id) -> list[str]:
    page = f"/fact-checks/{state.slug}/"
    versions = Publication.objects.filter(claim=state.claim_id).values_list("sequence", flat=True)
    return [
        "/", "/?q=bridge", f"/?q={PLANTED}", "/topics/", "/topics/harbour/", f"/topics/{PLANTED}/",
        "/claimants/", f"/claimants/{claimant_id}/", "/corrections/", "/methodology/",
        page, f"{page}card/", f"{page}annotations/", f"{page}versions/", f"{page}timemap/",
        f"{page}dispute/", *(f"{page}versions/{number}/" for number in versions),
        *(f"{page}versions/{number}/document.json" for number in versions),
        *(f"{page}versions/{number}/receipt.json" for number in versions),
        "/ledger/", "/ledger/roots.json", "/ledger/verify.py",
        "/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json", "/feeds/corrections.xml",
        "/feeds/claimreview.json", f"/feeds/atom.xml?topic={PLANTED}",
        "/sitemap.xml", "/sitemaps/1.xml", "/sitemaps/news.xml", "/robots.txt",
        f"/oembed?url=http://127.0.0.1:8000{page}", "/fact-checks/no-such-page/",
    ]  # fmt: skip


class TestPlantedText:
    def test_is_in_no_public_output(self, client, busy, quill):
        for address in outputs(busy, quill.pk):
            response = client.get(address)
            content = response.getvalue().decode()
            # What somebody asks for may be repeated to them.
            asked = PLANTED in address
            assert response.status_code in (200, 404), address
            assert "was sold" not in content, address
            assert asked or PLANTED not in content, address
            assert "x@y.test" not in content, address

    def test_finds_nothing_by_searching_for_it(self, client, busy):
        html = client.get("/", {"q": PLANTED}).content.decode()

        assert "No fact-check matches" in html

    def test_is_in_no_output_for_people_of_the_desk_either(self, client, busy, quill, dana):
        client.force_login(dana)

        for address in outputs(busy, quill.pk):
            content = client.get(address).getvalue().decode()
            assert PLANTED in address or PLANTED not in content, address

    def test_is_in_no_form_of_the_ledger(self, busy):
        for whole in (False, True):
            text = "".join(export.written(whole=whole))
            assert PLANTED not in text and "x@y.test" not in text

    def test_is_in_no_publication(self, busy):
        for document in Publication.objects.values_list("document", flat=True):
            assert PLANTED not in document

    def test_the_test_would_notice(self, client, busy):
        """The planted text is really there, for whoever may see the desk."""
        assert Claim.objects.filter(text__contains=PLANTED).count() == 2
