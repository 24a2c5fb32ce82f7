"""Everything that is published, as a stream and as files."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from claims.accounts.models import Scope
from claims.delivery import exports
from claims.models import ExportFile, Following, Publication
from claims.sheets import harmless
from claims.tasks import write_exports
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
EXPORTS = "/api/v1/exports"


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def read(response) -> bytes:
    assert response.status_code in (200, 206), response.content
    return b"".join(response.streaming_content)


def elsewhere(act):
    """Do it as another thread of the server would, with a connection of its own."""

    def alone():
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        return other.submit(alone).result(timeout=60)


class TestNdjson:
    def test_is_the_stored_documents_line_by_line(self, program, published, publish, retract):
        publish("The pier is open.")
        retract(publish("The pier is shut.").pk)
        response = program.get(f"{EXPORTS}/claims.ndjson")

        kept = Publication.objects.filter(sequence__lte=2).order_by("sequence")
        assert read(response).decode().splitlines() == [row.document for row in kept]
        assert response["Content-Type"] == "application/x-ndjson"

    def test_tells_from_where_to_follow_changes(self, program, published, publish):
        response = program.get(f"{EXPORTS}/claims.ndjson")
        link = response["Link"]
        assert read(response)
        later = publish("The pier is open.")
        address = link.split(">")[0].lstrip("<")

        rows = program.get(address).json()["results"]
        assert 'rel="monitor"' in link
        assert [row["id"] for row in rows] == [str(later.pk)]

    def test_takes_the_filters(self, program, published, publish):
        publish("The pier is open.", language="de")
        response = program.get(f"{EXPORTS}/claims.ndjson", {"language": "de"})

        assert [json.loads(line)["language"] for line in read(response).splitlines()] == ["de"]

    @pytest.mark.parametrize("query", [{"page_size": "5"}, {"as_of": "x"}, {"colour": "red"}])
    def test_refuses_what_it_does_not_know(self, program, query):
        assert program.get(f"{EXPORTS}/claims.ndjson", query).status_code == 400

    def test_of_nothing_is_empty(self, program):
        assert read(program.get(f"{EXPORTS}/claims.ndjson")) == b""

    @pytest.mark.django_db(transaction=True)
    def test_a_reader_who_goes_away_leaves_the_connection_usable(self, program, published):
        response = program.get(f"{EXPORTS}/claims.ndjson")
        next(iter(response.streaming_content))
        response.close()

        assert program.get("/api/v1/claims").status_code == 200
        assert not Following.objects.exists()

    def test_head_reads_nothing(self, program, published):
        response = program.client.head(f"{EXPORTS}/claims.ndjson", headers=program.headers)

        assert response.status_code == 200
        assert 'rel="monitor"' in response["Link"]
        assert not Following.objects.exists()

    def test_needs_a_key_that_may_read(self, anyone, desk_program, published):
        assert anyone.get(f"{EXPORTS}/claims.ndjson").status_code == 401
        assert desk_program.get(f"{EXPORTS}/claims.ndjson").status_code == 403

    @pytest.mark.django_db(transaction=True)
    def test_runs_once_per_key(self, program, published):
        first = program.get(f"{EXPORTS}/claims.ndjson")
        second = elsewhere(lambda: program.get(f"{EXPORTS}/claims.ndjson"))
        read(first)
        third = program.get(f"{EXPORTS}/claims.ndjson")

        assert (second.status_code, second["Retry-After"]) == (429, "30")
        assert read(third)


class TestCsv:
    def test_is_a_table(self, program, published):
        text = read(program.get(f"{EXPORTS}/claims.csv")).decode()
        (row,) = csv.DictReader(io.StringIO(text))

        assert list(row) == exports.COLUMNS
        assert (row["rating"], row["rating_value"]) == ("mostly-true", "4")
        assert row["claimant"] == "Mara Quill"

    def test_runs_no_formula(self, program, publish):
        publish('=HYPERLINK("https://evil.example","x")')
        (row,) = csv.DictReader(io.StringIO(read(program.get(f"{EXPORTS}/claims.csv")).decode()))

        assert row["text"].startswith("'=")

    @pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"])
    def test_guards_every_beginning_of_a_formula(self, text):
        assert harmless(text) == f"'{text}"

    @pytest.mark.parametrize("value", ["a=1", "", None, -5, "1 - 2"])
    def test_leaves_the_rest_alone(self, value):
        assert harmless(value) == value


class TestFiles:
    def test_are_written_once_a_night(self, anyone, published):
        assert write_exports() == 2
        assert write_exports() == 0
        listed = anyone.get(EXPORTS).json()["results"]

        for row in listed:
            body = read(anyone.get(row["url"]))
            assert hashlib.sha256(body).hexdigest() == row["sha256"]
            assert (len(body), row["rows"], row["sequence"]) == (row["bytes"], 1, 1)
        text = gzip.decompress(read(anyone.get(listed[1]["url"]))).decode()
        assert text == Publication.objects.get().document + "\n"

    def test_lead_on_to_the_changes(self, anyone, published, publish):
        write_exports()
        later = publish("The pier is open.")
        token = anyone.get(EXPORTS).json()["results"][0]["next_updated_since"]

        rows = anyone.get("/api/v1/claims", {"updated_since": token}).json()["results"]
        assert [row["id"] for row in rows] == [str(later.pk)]

    def test_go_after_two_weeks(self, anyone, published):
        exports.write_files(timezone.localdate() - timedelta(days=14))
        old = exports.path_of(ExportFile.objects.first())
        exports.write_files()

        assert ExportFile.objects.count() == 2
        assert not default_storage.exists(old)

    def test_that_are_unknown_are_404(self, anyone):
        assert anyone.get(f"{EXPORTS}/files/claims-2020-01-01.csv.gz").status_code == 404
        assert anyone.get(f"{EXPORTS}/files/..%2F..%2Fetc%2Fpasswd").status_code == 404
        assert anyone.get(f"{EXPORTS}/files/%00").status_code == 404

    def test_a_run_that_was_cut_short_is_made_good(self, published):
        write_exports()
        kept = ExportFile.objects.get(form="ndjson")
        before = kept.sha256
        kept.delete()

        assert write_exports() == 1
        assert ExportFile.objects.get(form="ndjson").sha256 == before


class TestRanges:
    @pytest.fixture
    def file(self, anyone, published):
        write_exports()
        url = anyone.get(EXPORTS).json()["results"][1]["url"]
        return url, read(anyone.get(url))

    @pytest.mark.parametrize(
        ("wanted", "start", "end"),
        [("bytes=0-9", 0, 10), ("bytes=10-", 10, None), ("bytes=-5", -5, None),
         ("bytes=5-99999999", 5, None)],
    )  # fmt: skip
    def test_give_the_part(self, anyone, file, wanted, start, end):
        url, whole = file
        response = anyone.get(url, Range=wanted)

        assert response.status_code == 206
        assert read(response) == whole[start:end]
        assert response["Content-Range"].endswith(f"/{len(whole)}")

    @pytest.mark.parametrize("wanted", ["bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=x-", "٣"])
    def test_that_are_not_understood_give_the_whole(self, anyone, file, wanted):
        url, whole = file
        response = anyone.get(url, Range=wanted)

        assert (response.status_code, read(response)) == (200, whole)

    @pytest.mark.parametrize("wanted", ["bytes=99999999-", "bytes=9-1", "bytes=-0"])
    def test_outside_of_the_file_are_416(self, anyone, file, wanted):
        url, whole = file
        response = anyone.get(url, Range=wanted)

        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{len(whole)}"

    def test_of_another_version_give_the_whole(self, anyone, file):
        url, whole = file
        response = anyone.get(url, **{"Range": "bytes=0-9", "If-Range": '"other"'})

        assert read(response) == whole

    def test_a_file_that_is_known_is_304(self, anyone, file):
        etag = anyone.get(file[0])["ETag"]

        assert anyone.get(file[0], **{"If-None-Match": etag}).status_code == 304


class TestConsumers:
    def test_a_program_that_took_everything_has_everything(
        self, new_key, published, as_person, rosa
    ):
        api = Api(new_key(Scope.READ_PUBLISHED))
        read(api.get(f"{EXPORTS}/claims.ndjson"))

        told = as_person(rosa).get(f"/api/v1/desk/claims/{published.claim_id}/consumers").json()
        assert told["results"][0]["is_current"] is True
