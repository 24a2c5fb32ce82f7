"""Keys and tokens do not reach the logs."""

import logging

import pytest

from config.logs import HideSecrets


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("GET /api/v1/claims?key=pl_abc.def&page=2", "GET /api/v1/claims?key=***&page=2"),
        ("token=abc", "token=***"),
        ('"/x?api_key=abc" 200', '"/x?api_key=***" 200'),
        ("PASSWORD=hunter2 refused", "PASSWORD=*** refused"),
        ("Gone: /reply/s3cr-et_/", "Gone: /reply/***/"),
        ("monkey=business", "monkey=business"),
        ("nothing secret", "nothing secret"),
    ],
)
def test_values_of_secrets_are_blanked(said, kept):
    record = logging.LogRecord("x", logging.INFO, __file__, 1, said, None, None)

    assert HideSecrets().filter(record)
    assert record.getMessage() == kept


def test_a_secret_among_the_arguments_is_blanked():
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "GET %s", ("/a?key=abc",), None)

    HideSecrets().filter(record)

    assert record.getMessage() == "GET /a?key=***"
