"""Direct speech, "that" clauses and "according to" in each language, with their speakers."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.extraction import find_claims
from claims.extraction.language import detect
from claims.extraction.layout.quotes import find_quotes
from claims.extraction.pipeline import read

ARTICLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "languages").glob("*.toml"))
}
SAID = [
    pytest.param(code, said, id=f"{code}-{number}")
    for code, article in ARTICLES.items()
    for number, said in enumerate(article["said"])
]
#: Quotation marks of each language around the same words, and what stands between the marks.
QUOTED = {
    "de": ["„Ja, das ist so“", "»Ja, das ist so«", "“Ja, das ist so”"],
    "fr": ["« Oui, c'est cela »", "«\u00a0Oui, c'est cela\u00a0»", "“Oui, c'est cela”"],
    "es": ["«Sí, es así»", "“Sí, es así”", '"Sí, es así"'],
    "ru": ["«Да, это так»", "„Да, это так“"],
    "uk": ["«Так, це так»", "„Так, це так“"],
    "he": ['"כן, זה כך"', "״כן, זה כך״", "“כן, זה כך”", 'אמר: "צה"ל היה שם"'],
    "ar": ["«نعم، هذا صحيح»", "“نعم، هذا صحيح”", '"نعم، هذا صحيح"'],
}

#: Three ways of saying: a report after or before its verb, with the day between verb and speaker; a
#: quotation; "according to". Text, speakers, and the value of the figure in each.
NEWS = {
    "ar": (
        "وقال وزير المالية سامي الخطيب إن الأسعار ارتفعت بنسبة 4 في المئة في مايو. "
        "«لقد أنفقنا 160٬000 دينار»، قالت المتحدثة ليلى حداد. وبحسب البنك المركزي، "
        "بلغ الدين 1.2 مليار دولار.",
        ["سامي الخطيب", "ليلى حداد", "البنك المركزي"],
        [4, 160000, 1200000000],
    ),
    "he": (
        'שר האוצר דן לוי אמר כי המחירים עלו ב-4 אחוזים במאי. "הוצאנו 160,000 '
        'שקלים", אמרה הדוברת רות כהן. לפי בנק ישראל, החוב הגיע ל-1.2 מיליארד דולר.',
        ["דן לוי", "רות כהן", "בנק ישראל"],
        [4, 160000, 1200000000],
    ),
    "de": (
        "Die Preise seien im Mai um 4 Prozent gestiegen, sagte Finanzministerin "
        "Anna Berg am Montag. „Wir haben 1,5 Mio. Euro ausgegeben“, erklärte "
        "Sprecher Jan Wolf. Laut Bundesbank betrug die Schuld 160.000 Euro.",
        ["Anna Berg", "Jan Wolf", "Bundesbank"],
        [4, 1500000, 160000],
    ),
    "fr": (
        "Les prix ont augmenté de 4 % en mai, a déclaré lundi la ministre Anne "
        "Berger. « Nous avons dépensé 160 000 euros », a dit le porte-parole Luc "
        "Morel. Selon la Banque de France, la dette a atteint 1,2 milliard d'euros.",
        ["Anne Berger", "Luc Morel", "Banque de France"],
        [4, 160000, 1200000000],
    ),
    "es": (
        "Los precios subieron un 4 % en mayo, dijo el lunes la ministra Ana Ríos. "
        "«Hemos gastado 160.000 euros», afirmó el portavoz Luis Mora. Según el "
        "Banco de España, la deuda alcanzó 1,2 mil millones de euros.",
        ["Ana Ríos", "Luis Mora", "Banco de España"],
        [4, 160000, 1200000000],
    ),
    "ru": (
        "Цены выросли на 4 процента в мае, сказал в понедельник министр Иван "
        "Петров. «Мы потратили 160 000 рублей», — заявила пресс-секретарь Анна "
        "Орлова. По данным Центробанка, долг достиг 1,2 млрд долларов.",
        ["Иван Петров", "Анна Орлова", "Центробанк"],
        [4, 160000, 1200000000],
    ),
    "uk": (
        "Ціни зросли на 4 відсотки у травні, сказав у понеділок міністр Іван "
        "Петренко. «Ми витратили 160 000 гривень», — заявила речниця Ганна Орленко. "
        "За даними Нацбанку, борг сягнув 1,2 млрд доларів.",
        ["Іван Петренко", "Ганна Орленко", "Нацбанк"],
        [4, 160000, 1200000000],
    ),
}


def read_article(code):
    return read(ARTICLES[code]["text"].strip(), code)


def overlap(claim, start, end):
    """Jaccard index of two stretches of text."""
    shared = min(claim.end, end) - max(claim.start, start)
    return max(0, shared) / (max(claim.end, end) - min(claim.start, start))


class TestNews:
    @pytest.mark.parametrize("code", NEWS)
    def test_speakers_and_figures_in_each_notation(self, code):
        text, speakers, values = NEWS[code]

        found = find_claims(text)

        assert [claim.speaker for claim in found] == speakers
        assert [claim.quantities[0].value for claim in found] == values
        assert all(text[claim.start : claim.end] == claim.text for claim in found)

    @pytest.mark.parametrize("code", NEWS)
    def test_a_sentence_in_another_language_changes_nothing(self, code):
        text, speakers, _ = NEWS[code]

        doc = read(f"{text} {text} The ministry wrote: “Yes, thank you.” {text}")

        alone = {claim.text for claim in find_claims(text)}
        assert [claim.speaker for claim in doc._.found if claim.text in alone] == speakers
        again = [text for text, reason in doc._.left_out if reason == ("repeated",)]
        assert len(again) == 2 * len(speakers)


class TestArticles:
    @pytest.mark.parametrize(("code", "said"), SAID)
    def test_what_is_said_is_found_with_its_speaker(self, code, said):
        doc = read_article(code)
        start = doc.text.index(said["text"])
        claim = max(doc._.found, key=lambda claim: overlap(claim, start, start + len(said["text"])))

        assert overlap(claim, start, start + len(said["text"])) >= 0.5
        assert claim.speaker == said["speaker"]
        assert claim.quotation == said["quotation"]
        assert claim.stance == said.get("stance", "asserts")

    @pytest.mark.parametrize("code", ARTICLES)
    def test_sentences_end_where_they_should(self, code):
        assert len(read_article(code)._.sentence_spans) == ARTICLES[code]["sentences"]

    @pytest.mark.parametrize("code", ARTICLES)
    def test_every_slice_gives_its_text(self, code):
        text = ARTICLES[code]["text"].strip()
        for claim in read(text, code)._.found:
            assert text[claim.start : claim.end] == claim.text
            for part in (*claim.quantities, *claim.dates, *claim.entities):
                assert text[part.start : part.end] == part.text

    @pytest.mark.parametrize("code", ARTICLES)
    def test_figures_are_read_in_the_notation_of_the_language(self, code):
        values = [
            quantity.as_dict().get("value")
            for claim in read_article(code)._.found
            for quantity in claim.quantities
        ]

        assert len([value for value in values if value is not None]) >= 3

    @pytest.mark.parametrize("code", ARTICLES)
    def test_the_headline_is_no_claim(self, code):
        doc = read_article(code)
        headline = doc.text.partition("\n")[0]

        assert all(claim.start >= len(headline) for claim in doc._.found)

    @pytest.mark.parametrize("code", ARTICLES)
    def test_windows_line_ends_change_nothing_but_offsets(self, code):
        text = ARTICLES[code]["text"].strip()
        plain = [claim.text for claim in read(text, code)._.found]

        assert [claim.text for claim in read(text.replace("\n", "\r\n"), code)._.found] == plain


class TestQuotationMarks:
    @pytest.mark.parametrize(
        ("code", "quoted"), [(code, quoted) for code, all_ in QUOTED.items() for quoted in all_]
    )
    def test_are_known(self, code, quoted):
        text = f"{quoted}. "
        doc = read(text, code)
        (quote,) = find_quotes(text, doc._.blocks, code)

        assert quote.closed
        assert text[quote.end :].strip(". ") == ""


class TestSentences:
    @pytest.mark.parametrize(
        ("code", "text", "count"),
        [
            ("de", "Am 3. März kamen ca. 2,5 Mio. Gäste. Dr. Müller ging.", 2),
            ("fr", "M. Roux et Mme. Petit sont venus. « C'est fini. » Il pleut.", 3),
            ("es", "El Sr. Ruiz llegó a EE.UU. ayer. ¿Cuándo? No se sabe.", 3),
            ("ru", "В 1978 г. г. Омск вырос. Ю. В. Петров уехал.", 2),
            ("uk", "У 1978 р. місто зросло. Ю. В. Петренко поїхав.", 2),
            ("he", 'ד"ר כהן הגיע. עו"ד לוי לא בא.', 2),
            ("ar", "وصل د. محمد. هل عاد؟ لا أحد يعلم.", 3),
        ],
    )
    def test_end_at_full_stops_that_close_no_abbreviation(self, code, text, count):
        assert len(read(text, code)._.sentence_spans) == count


class TestOtherLanguages:
    def test_a_language_without_tables_is_read_without_words(self):
        doc = read("„Nie, to nieprawda, wszystko jest w porządku”, powiedział minister.", "pl")

        assert all(doc.text[c.start : c.end] == c.text for c in doc._.found)

    def test_detection_and_tables_agree(self):
        for code, article in ARTICLES.items():
            assert detect(article["text"]) == code
