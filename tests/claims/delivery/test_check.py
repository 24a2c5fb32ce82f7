"""Meedan Check holds what is published: made, changed and removed by its GraphQL."""

from __future__ import annotations

import json
import re
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.utils import timezone

from claims import workflow
from claims.delivery import check
from claims.models import CheckItem, Publication
from claims.tasks import push_to_check

pytestmark = pytest.mark.django_db


class FakeCheck:
    """Answers as Check does: ids for what is made, errors in 200 when `refuses` is set."""

    def __init__(self) -> None:
        self.asked: list[tuple[dict[str, str], str]] = []
        self.refuses = False

    def answer(self, query: str) -> dict:
        if self.refuses:
            return {"errors": [{"message": "No permission"}]}
        number = len(self.asked)
        if "createProjectMedia" in query:
            fact_check = {"fact_check": {"id": f"RmFjdENoZWNr{number}\n"}}
            media = {"full_url": f"https://check.test/media/{number}"}
            return {
                "data": {
                    "createProjectMedia": {
                        "project_media": {**media, "claim_description": fact_check}
                    }
                }
            }
        return {"data": {}}

    @property
    def verbs(self) -> list[str]:
        return [re.match(r"mutation { (\w+)", query)[1] for _headers, query in self.asked]


@pytest.fixture
def fake(settings):
    fake = FakeCheck()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            headers = {name.lower(): value for name, value in self.headers.items()}
            fake.asked.append((headers, body["query"]))
            told = json.dumps(fake.answer(body["query"])).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    settings.FETCH_ALLOW_PRIVATE = True
    settings.FETCH_PORTS = [server.server_port]
    settings.CHECK_URL = f"http://127.0.0.1:{server.server_port}/api/graphql"
    settings.CHECK_TOKEN, settings.CHECK_TEAM = "check-secret", "our-desk"
    settings.CHECK_STATUSES = {"mostly-true": "verified"}
    yield fake
    server.shutdown()
    thread.join()
    server.server_close()


class TestPush:
    def test_makes_an_item_with_a_report(self, fake, published):
        assert push_to_check() == 1
        ((headers, query),) = fake.asked

        assert (headers["x-check-token"], headers["x-check-team"]) == ("check-secret", "our-desk")
        document = json.loads(Publication.objects.get().document)
        for part in (
            f"set_claim_description: {json.dumps(document['text'])}",
            f"url: {json.dumps(document['url'])}",
            'title: "Mostly true: ',
            'set_status: "verified"',
            "publish_report: false",
            "channel: {main: 1}",
        ):
            assert part in query
        item = CheckItem.objects.get()
        assert (item.fact_check_id, item.sequence) == ("RmFjdENoZWNr1", 1)

    def test_does_nothing_twice(self, fake, published):
        push_to_check()

        assert push_to_check() == 0
        assert len(fake.asked) == 1

    def test_carries_corrections_and_retractions_over(self, fake, published, emil, edna):
        push_to_check()
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        second = workflow.submit(published.claim_id, actor=emil)
        workflow.approve(second.pk, actor=edna, content_hash=second.content_hash)
        workflow.publish(second.pk, actor=emil)
        push_to_check()
        workflow.request_retraction(published.claim_id, actor=emil, reason="Forged.")
        workflow.confirm_retraction(published.claim_id, actor=edna)
        push_to_check()

        assert fake.verbs == ["createProjectMedia", "updateFactCheck", "destroyFactCheck"]
        assert 'id: "RmFjdENoZWNr1"' in fake.asked[1][1]
        assert CheckItem.objects.get().fact_check_id == ""

    def test_leaves_out_what_was_retracted_before(self, fake, published, emil, edna):
        workflow.request_retraction(published.claim_id, actor=emil, reason="Forged.")
        workflow.confirm_retraction(published.claim_id, actor=edna)

        assert push_to_check() == 0
        assert fake.asked == []

    def test_that_is_refused_says_why_and_is_tried_again(self, fake, published, caplog):
        fake.refuses = True
        assert push_to_check() == 0
        assert "No permission" in CheckItem.objects.get().problem

        fake.refuses = False
        assert push_to_check() == 1
        assert CheckItem.objects.get().problem == ""
        assert "check-secret" not in caplog.text

    def test_an_attempt_that_runs_is_left_alone_until_it_counts_as_lost(self, fake, published):
        state = published.claim.public_state
        CheckItem.objects.create(state=state, begun_at=timezone.now())
        assert push_to_check() == 0

        with time_machine.travel(timezone.now() + timedelta(minutes=6)):
            assert push_to_check() == 1

    def test_needs_a_key(self, fake, published, settings):
        settings.CHECK_TOKEN = ""

        assert push_to_check() == 0
        assert fake.asked == []


class TestLiteral:
    def test_no_text_gets_out_of_its_quotes(self):
        text = 'He said "no"}}\n\\ {mutation}'

        assert check.literal({"title": text, "tags": ["a"], "on": True}) == (
            f'{{title: {json.dumps(text)}, tags: ["a"], on: true}}'
        )

    def test_waits_for_no_other_where_check_does_not_answer(self, fake, settings, publish, caplog):
        publish("The pier is open.")
        publish("The pier is shut.")
        settings.CHECK_URL = settings.CHECK_URL.replace("127.0.0.1", "127.0.0.9")

        assert push_to_check() == 0
        assert caplog.text.count("Check did not take") == 1
