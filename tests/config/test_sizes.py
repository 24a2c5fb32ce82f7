"""No request is read that is larger than the installation allows."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def limit(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000


@pytest.mark.parametrize("path", ["/accounts/login/", "/reply/x/", "/desk/"])
def test_a_form_with_a_larger_file_is_refused_with_a_page(client, path):
    file = SimpleUploadedFile("film.txt", b"x" * 2000)

    response = client.post(path, {"username": "rosa", "file": file})

    assert response.status_code == 413
    assert b"too much data" in response.content


def test_programs_are_told_as_they_are_of_all_else(client):
    file = SimpleUploadedFile("film.txt", b"x" * 2000)

    response = client.post("/api/v1/articles", {"file": file})

    assert (response.status_code, response.json()["code"]) == (413, "too_large")
    assert response["Content-Type"] == "application/problem+json"


def test_what_fits_is_read(client):
    file = SimpleUploadedFile("note.txt", b"x" * 200)

    assert client.post("/accounts/login/", {"username": "rosa", "file": file}).status_code == 200
