"""Names in short are of the kind and the person that the long ones tell."""

import pytest

from claims.extraction.entities import find_entities


def test_a_surname_follows_the_full_name():
    found = find_entities("Ada Holm spoke. Later Holm left, and with Holm’s aide went Lim.")

    assert [entity.name for entity in found if entity.text == "Holm"] == ["Ada Holm"] * 2
    assert [entity.kind for entity in found if entity.text == "Holm"] == ["person"] * 2


class TestShortNames:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            ("Corran Cells lost 9 million crowns. Corran said that it would pay.", "Corran", "org"),
            ("Tessel Council met. The road to Tessel was closed. Tessel slept.", "Tessel", None),
            ("Corran Valley Trust met. Corran Valley was dry. Corran slept.", "Corran", None),
            ("Orvia denied it. An Orvian ship had left.", "Orvia", "place"),
            ("Orvia denied it. The Orvian terminal was shut.", "Orvian", "group"),
            ("Elmar denied it. An Elmari ship had left.", "Elmar", "place"),
            ("He left at Tuesday's council.", "Tuesday", None),
            ("TESSEL, Oct 6 (Agency) - The harbour was closed.", "TESSEL", "place"),
            ("A poll by Datrix gave her 40%.", "Datrix", "org"),
            ("Members of the Los Grises gang fled.", "Los Grises", "org"),
            ("The lake is near the operator, Velkano, which denied it.", "Velkano", "org"),
        ],
    )
    def test_follow_the_long_ones(self, text, name, kind):
        found = {item.text: item.kind for item in find_entities(text)}

        assert found.get(name) == kind or (kind is None and found.get(name) != "org")

    def test_of_a_body_stands_before_a_title_where_the_text_has_it_elsewhere(self):
        text = (
            "Corran Cells fell by 4%. Corran Chairman Ada Holm left. Acting Mayor Ivo Lind stayed."
        )
        found = [item.text for item in find_entities(text)]

        assert found == ["Corran Cells", "Corran", "Ada Holm", "Ivo Lind"]
