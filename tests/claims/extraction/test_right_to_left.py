"""Ways of saying in Arabic and Hebrew that ordinary news uses, and their traps."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read
from tests.claims.extraction.told import sayings

#: Language, text, and for each statement that must be found: its words, who says it, the stance.
SAYINGS = [
    # A name in quotation marks has the preposition in front of its mark: "to the «Forest Courier»".
    ("he", 'ראש העיר, יואב שחם, אמר ל"קול הנהר" כי 40 בתים הוצפו.',
     [("40 בתים הוצפו", "יואב שחם", "asserts")]),
    ("he", '"האתר נסגר בפברואר", אמר השר יואב שחם ל"הארץ הטובה".',
     [("האתר נסגר בפברואר", "יואב שחם", "asserts")]),
    ("he", 'השר יואב שחם כתב ש"הגשר נסגר ב-2009".',
     [("הגשר נסגר ב-2009", "יואב שחם", "asserts")]),
    ("ar", "وقال الوزير سامي الدباغ لـ«صدى الوادي» إن الجسر أغلق.",
     [("الجسر أغلق", "سامي الدباغ", "asserts")]),
    ("ar", "وفي حديث لـ«صدى الوادي»، شكك الخبير سامي الدباغ في ذلك، وقال: «غرق 40 منزلا في الليل».",
     [("غرق 40 منزلا في الليل", "سامي الدباغ", "asserts")]),
    # Dashes around an aside touch its words.
    ("ar", "وأوضح الرائد سامي الدباغ -في تصريحات للصحفيين- أن 40 منزلا غرقت.",
     [("40 منزلا غرقت", "سامي الدباغ", "asserts")]),
    # Vowel marks may be written or not.
    ("ar", "قالت الوزيرة هدى النجار إن المصنع أغلق، مشدّدةً على أن 60 عاملا سُرّحوا.",
     [("60 عاملا سُرّحوا", "هدى النجار", "asserts")]),
    # A participle behind what its subject did.
    ("ar", "ودعا النائب سامي الدباغ إلى التحقيق، مؤكدا أن 40 منزلا غرقت.",
     [("40 منزلا غرقت", "سامي الدباغ", "asserts")]),
    ("ar", "وقال الوزير سامي الدباغ إن الجسر أغلق، لافتا إلى أن 40 منزلا غرقت.",
     [("الجسر أغلق", "سامي الدباغ", "asserts"), ("40 منزلا غرقت", "سامي الدباغ", "asserts")]),
    # No colon in front of a quotation.
    ("ar", 'قال الوزير سامي الدباغ إن الجسر أغلق. وتابع "غرق 40 منزلا في ليلة واحدة".',
     [("غرق 40 منزلا في ليلة واحدة", "سامي الدباغ", "asserts")]),
    ("ar", 'وقالت الوزيرة هدى النجار "غرق 40 منزلا في ليلة واحدة".',
     [("غرق 40 منزلا في ليلة واحدة", "هدى النجار", "asserts")]),
    # "As for S".
    ("ar", "أما اتحاد الصيادين فأكد، في بيان له، أن 40 قاربا غرقت.",
     [("40 قاربا غرقت", "اتحاد الصيادين", "asserts")]),
    # What has been said of somebody is denied.
    ("ar", "كما نفى الوزير سامي الدباغ ما تردد عن بيع الميناء.",
     [("ما تردد عن بيع الميناء", "سامي الدباغ", "denies")]),
    # The sentence is taken up again behind what is told of the source.
    ("ar", "وبحسب مسؤول رفيع، طلب عدم ذكر اسمه، فإن 40 منزلا غرقت.",
     [("40 منزلا غرقت", "مسؤول رفيع", "asserts")]),
    # What is told in passing is nobody's of those who spoke before.
    ("ar", "قال الوزير سامي الدباغ إن الجسر أغلق. يذكر أن الجسر بني عام 1932.",
     [("الجسر بني عام 1932", None, "asserts")]),
    # A headline has no full stop: the verb behind it opens the sentence all the same.
    ("ar", "غرق قوارب في الميناء\n\nقال الوزير سامي الدباغ إن 40 قاربا غرقت.",
     [("40 قاربا غرقت", "سامي الدباغ", "asserts")]),
    ("ar", "الوزير سامي الدباغ قال إن 40 قاربا غرقت.",
     [("40 قاربا غرقت", "سامي الدباغ", "asserts")]),
    # How something is said, and to whom, is no part of a name.
    ("ar", "ونفى المقاول سامي الدباغ نفيا قاطعا أن الجسر أغلق.",
     [("الجسر أغلق", "سامي الدباغ", "denies")]),
    ("ar", "وتقاطعه جارته أم ياسين قائلة: «غرق 40 منزلا في الليل».",
     [("غرق 40 منزلا في الليل", "أم ياسين", "asserts")]),
    ("he", '"הגשר נסגר ב-2009", אמר יואב שחם בכנסת.',
     [("הגשר נסגר ב-2009", "יואב שחם", "asserts")]),
    ("he", '"הגשר נסגר ב-2009", צעק האב בכאב.', [("הגשר נסגר ב-2009", "האב", "asserts")]),
    # A party in brackets, an abbreviation with a geresh, a surname of two parts, next of kin.
    ("he", 'ח"כ רות שחם (העבודה) תקפה: "הגשר נסגר ב-2009". בלשכת השר אמרו שהגשר פתוח.',
     [("הגשר נסגר ב-2009", "רות שחם", "asserts")]),
    ("he", "לעומתו סבור פרופ' יואב שחם, חוקר מחיפה, שאין די נתונים. \"המדגם קטן\", הוא מסביר.",
     [("שאין די נתונים", "יואב שחם", "believes"), ("המדגם קטן", "יואב שחם", "asserts")]),
    ("he", 'הגשר נסגר ב-2009. כך מסר דובר מד"א, שי בן-עמי.',
     [("הגשר נסגר ב-2009", "שי בן-עמי", "asserts")]),
    ("he", 'אחיו של ההרוג, ראאד, סיפר שהגשר נסגר. "הברגים היו משוחררים", אמר האח בדמעות.',
     [("שהגשר נסגר", "ראאד", "asserts"), ("הברגים היו משוחררים", "ראאד", "asserts")]),
    # Papers with a letter for "in" or "from", and with the month they are of.
    ("he", "ואולם מפרוטוקול של ועדת הביקורת מתברר שהגשר נסגר ב-2009.",
     [("שהגשר נסגר ב-2009", "פרוטוקול של ועדת הביקורת", "asserts")]),
    ("he", "בעתירה של התושבים נכתב שהגשר נסגר.",
     [("שהגשר נסגר", "עתירה של התושבים", "asserts")]),
    ("he", "לפי סקר שהזמינה המועצה בנובמבר 2015, 40 בתים הוצפו.",
     [("40 בתים הוצפו", "סקר שהזמינה המועצה בנובמבר 2015", "asserts")]),
    # A short word may have "that" in front of it.
    ("he", "השר יואב שחם לא הגיב לטענות, אך טען שלא קיבל כסף.",
     [("שלא קיבל כסף", "יואב שחם", "asserts")]),
    # A thing with its figure is announced without "that".
    ("ar", "أعلنت وزارة الصحة مقتل 31 شخصا وإصابة 70 آخرين.",
     [("مقتل 31 شخصا وإصابة 70 آخرين", "وزارة الصحة", "asserts")]),
    ("he", 'במד"א דיווחו על 14 פצועים.', [("14 פצועים", 'מד"א', "asserts")]),
    # Several words that are one adverb, and "and" written together with one.
    ("ar", "في حين يرى الخبير سامي الدباغ أن الأسعار ارتفعت 30 في المئة.",
     [("الأسعار ارتفعت 30 في المئة", "سامي الدباغ", "asserts")]),
    ("ar", "وبدورها قالت النائبة هدى النجار إن الجسر أغلق.",
     [("الجسر أغلق", "هدى النجار", "asserts")]),
    ("ar", "بحسب ما أفاد به مراسل القناة، غرق 40 منزلا في الليل.",
     [("غرق 40 منزلا في الليل", "مراسل القناة", "asserts")]),
    ("ar", "وأفاد مصدر طبي باستشهاد 14 شخصا في المدينة.",
     [("باستشهاد 14 شخصا في المدينة", "مصدر طبي", "asserts")]),
    # A noun that looks like a verb is cited with what hangs on it.
    ("he", "על פי כתב האישום, הקבלן גנב 1.2 מיליון שקל.",
     [("הקבלן גנב 1.2 מיליון שקל", "כתב האישום", "asserts")]),
    # An office without a name speaks behind a verb that no list holds.
    ("he", 'שר האוצר הדף את הביקורת: "הורדנו מסים ב-4 מיליארד שקל".',
     [("הורדנו מסים ב-4 מיליארד שקל", "שר האוצר", "asserts")]),
    # A newspaper with which somebody spoke.
    ("he", '"נסגרו 40 גשרים", הודה בכיר בצבא בשיחה עם "הארץ הטובה".',
     [("נסגרו 40 גשרים", "בכיר בצבא", "concedes")]),
    # Where an office is held is no part of a name.
    ("ar", "وأكد وزير الخارجية التركي هاكان يلماز أن الجسر أغلق.",
     [("الجسر أغلق", "هاكان يلماز", "asserts")]),
    # Figures come out of a body by "it appears".
    ("he", "מנתוני המועצה עולה כי 40 בתים הוצפו.",
     [("40 בתים הוצפו", "נתוני המועצה", "asserts")]),
    ("ar", "قال الوزير سامي الدباغ إن الجسر أغلق. ويشار إلى أن الجسر بني عام 1932.",
     [("الجسر بني عام 1932", None, "asserts")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "said"), SAYINGS, ids=[f"{row[0]}-{at}" for at, row in enumerate(SAYINGS)]
)
def test_who_says_what_and_how(code, text, said):
    assert set(said) <= sayings(text, code)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("he", 'יו"ר הוועד, עו"ד יואב שחם, אמר כי צה"ל שילם ב-2009.', "יואב שחם"),
        ("he", 'מנכ"לית החברה רות שחם אמרה כי דו"חות חסרים.', "רות שחם"),
        ("ar", 'وذكرت صحيفة "صدى الوادي" أن الجسر أغلق عام 2009.', 'صحيفة "صدى الوادي"'),
        ("he", 'יו"ר ועד ההורים יואב שחם טוען כי בית הספר נסגר.', "יואב שחם"),
        ("ar", "ويذكر التقرير أن 40 منزلا غرقت.", "التقرير"),
    ],
)
def test_the_mark_of_an_acronym_or_a_name_opens_no_statement(code, text, speaker):
    (claim,) = read(text, code)._.found

    assert claim.speaker == speaker


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("he", '\u200f"האתר נסגר ב-2009\u200f", אמר השר יואב שחם\u200f. לדבריו, פוטרו 60 איש.',
         ["האתר נסגר ב-2009", "פוטרו 60 איש"]),
        ("he", 'השר יואב שחם אמר: "\u200fהאתר נסגר ב-2009.\u200f"', ["האתר נסגר ב-2009"]),
        ("ar", "\u200fوقال يوسف النجار: «غرق 40 منزلا في الليل»\u200f. وأضاف أن الجسر أغلق.",
         ["غرق 40 منزلا في الليل", "الجسر أغلق"]),
    ],
)  # fmt: skip
def test_marks_of_direction_part_nothing(code, text, said):
    found = read(text, code)._.found

    assert [claim.text for claim in found] == said
    assert {claim.speaker for claim in found} <= {"יואב שחם", "يوسف النجار"}
    assert all(text[claim.start : claim.end] == claim.text for claim in found)


def test_a_mark_of_direction_inside_a_statement_stays_in_its_words():
    text = "השר יואב שחם אמר כי \u200e60%\u200e מהעובדים פוטרו."

    (claim,) = read(text, "he")._.found

    assert claim.text == "60%\u200e מהעובדים פוטרו"
    assert "\u200e" not in claim.proposed


def test_a_word_that_begins_as_that_does_opens_no_clause():
    found = read("דובר המשטרה אמר שלושה שוטרים נפצעו.", "he")._.found

    assert [claim.text for claim in found] == ["דובר המשטרה אמר שלושה שוטרים נפצעו"]


def test_a_month_may_have_its_other_name_in_brackets():
    (claim,) = read("غرق 40 منزلا في 5 مارس (آذار) 2023.", "ar")._.found

    assert [date.text for date in claim.dates] == ["5 مارس (آذار) 2023"]
