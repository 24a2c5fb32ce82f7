"""Listed names in Hebrew and Arabic, also behind a particle written together with them."""

import pytest

from claims.extraction.entities import find_entities


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("he", "הוא נסע מרוסיה לגרמניה.", {"רוסיה": "place", "גרמניה": "place"}),
        ("ar", "سافر إلى روسيا وألمانيا.", {"روسيا": "place", "ألمانيا": "place"}),
        ("he", "הוא נסע לירושלים.", {"ירושלים": "place"}),
        ("ar", "سافر إلى القاهرة.", {"القاهرة": "place"}),
        ("he", 'כוח של צה"ל הגיע.', {'צה"ל': "org"}),
        ("ar", "أعلنت الأمم المتحدة ذلك.", {"الأمم المتحدة": "org"}),
    ],
)
def test_are_found_without_their_particle(language, text, found):
    assert {item.text: item.kind for item in find_entities(text, language)} == found
