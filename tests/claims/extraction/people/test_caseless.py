"""Hebrew and Arabic: who speaks where no capital tells a name, and the verb may stand first."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read
from tests.claims.extraction.told import sayings

#: Language, text, and for each statement that must be found: its words, who says it, the stance.
SAYINGS = [
    # A name behind an office that no list holds, or behind a further office.
    ("he", '"הנהר עלה", אמר המהנדס הראשי של הרשות, יואב שחם. להערכתו, 40 בתים יוצפו.',
     [("הנהר עלה", "יואב שחם", "asserts"), ("40 בתים יוצפו", "יואב שחם", "asserts")]),
    ("he", "מנגד, נשיא אגודת הדייגים, זליג קרפין, טוען כי 40 סירות טבעו.",
     [("40 סירות טבעו", "זליג קרפין", "asserts")]),
    ("he", 'לפי יו"ר הוועדה, חבר הכנסת יואב שחם, 40 סירות טבעו.',
     [("40 סירות טבעו", "יואב שחם", "asserts")]),
    ("ar", "قالت الدكتورة شاهيناز القاضي إن 40 قاربا غرقت. وأضافت القاضي أن النهر فاض.",
     [("40 قاربا غرقت", "شاهيناز القاضي", "asserts"), ("النهر فاض", "شاهيناز القاضي", "asserts")]),
    ("ar", "وأكد المتحدث باسم الهيئة سامي الدباغ أن 40 قاربا غرقت.",
     [("40 قاربا غرقت", "سامي الدباغ", "asserts")]),
    ("he", 'ראש אגודת הדייגים, זליגה קרפין, כעסה. "40 סירות טבעו", אמרה קרפין.',
     [("40 סירות טבעו", "זליגה קרפין", "asserts")]),
    ("ar", "غرق 40 قاربا، وفق ما أعلنت هيئة الموانئ.",
     [("غرق 40 قاربا", "هيئة الموانئ", "asserts")]),
    # Where it was said is no part of who says it.
    ("he", 'המנהל יואב שחם הגיע. "איש לא טבע", אמר שחם בישיבת המועצה.',
     [("איש לא טבע", "יואב שחם", "asserts")]),
    ("ar", 'ورد سامي الدباغ بالقول: "السد قديم".', [("السد قديم", "سامي الدباغ", "asserts")]),
    ("ar", 'قال سامي الدباغ إن السد قديم. وقال في مؤتمر صحفي: "غرق 40 قاربا".',
     [("السد قديم", "سامي الدباغ", "asserts"), ("غرق 40 قاربا", "سامي الدباغ", "asserts")]),
    ("ar", 'قال الوزير سامي الدباغ، في حديث إلى صحيفة "النهر"، إن 40 قاربا غرقت.',
     [("40 قاربا غرقت", "سامي الدباغ", "asserts")]),
    # Marks of quotation that are written otherwise, and brackets around the source.
    ("he", "״40 סירות טבעו״, אמר יואב שחם.", [("40 סירות טבעו", "יואב שחם", "asserts")]),
    ("he", "דובר צה״ל אמר כי 40 סירות טבעו.", [("40 סירות טבעו", "צה״ל", "asserts")]),
    ("ar", "”غرق 40 قاربا“، قال سامي الدباغ.", [("غرق 40 قاربا", "سامي الدباغ", "asserts")]),
    ("ar", "غرق 40 قاربا (حسب سامي الدباغ).", [("غرق 40 قاربا", "سامي الدباغ", "asserts")]),
    # Whoever is accused can be called by surname or by office afterwards.
    ("he", 'רות שחם האשימה את שר הדיג דן לוי בגניבת 40 סירות. "לא גנבתי דבר", אמר השר.',
     [("לא גנבתי דבר", "דן לוי", "disputes")]),
    ("he", 'רות שחם האשימה את הדייג דן לוי בגניבת 40 סירות. "לא גנבתי דבר", אמר לוי.',
     [("לא גנבתי דבר", "דן לוי", "disputes")]),
    ("ar", "اتهمت هدى النجار وزير الري سامي الدباغ بإغراق 40 قاربا. وأكد الدباغ أن السد سليم.",
     [("السد سليم", "سامي الدباغ", "asserts")]),
    # A name before a colon and a quotation; names on lines of their own that come back.
    ("he", 'העימות נמשך. רות שחם: "העירייה סגרה 11 בתי ספר". ראש העיר יואב לביא: "עבדנו 40 ימים".',
     [("העירייה סגרה 11 בתי ספר", "רות שחם", "asserts"),
      ("עבדנו 40 ימים", "יואב לביא", "asserts")]),
    ("ar", 'استمر الجدل. هدى النجار، معلمة: "البلدية أغلقت 11 مدرسة".',
     [("البلدية أغلقت 11 مدرسة", "هدى النجار", "asserts")]),
    ("he", "רות שחם: העירייה סגרה 11 בתי ספר.\n\nיואב לביא: עבדנו 40 ימים.\n\n"
     "רות שחם: פוטרו 40 מורים.",
     [("העירייה סגרה 11 בתי ספר", "רות שחם", "asserts"),
      ("עבדנו 40 ימים", "יואב לביא", "asserts"), ("פוטרו 40 מורים", "רות שחם", "asserts")]),
    ("ar", "هدى النجار: أغلقت البلدية 11 مدرسة.\n\n"
     "سامي الدباغ: عملنا 40 يوما.\n\nهدى النجار: فصل 40 معلما.",
     [("أغلقت البلدية 11 مدرسة", "هدى النجار", "asserts"),
      ("عملنا 40 يوما", "سامي الدباغ", "asserts"), ("فصل 40 معلما", "هدى النجار", "asserts")]),
    # A verb that no table holds, behind a quotation and before a name.
    ("he", '"איש לא בא לכאן 40 שנה", מספר האופה יואב לביא.',
     [("איש לא בא לכאן 40 שנה", "יואב לביא", "asserts")]),
    ("ar", '"عملنا هنا 40 عاما"، يهتف الخباز سامي الدباغ.',
     [("عملنا هنا 40 عاما", "سامي الدباغ", "asserts")]),
    # A heading before a colon names nobody.
    ("he", 'המחיר: "40 שקלים לסירה אחת".', [('המחיר: "40 שקלים לסירה אחת', None, "asserts")]),
    # A second verb with the same subject ends what the first one brings.
    ("he", "יואב שחם לא הכחיש שהסכר נסדק, אולם הדגיש כי איש לא טבע.",
     [("שהסכר נסדק", "יואב שחם", "concedes"), ("איש לא טבע", "יואב שחם", "asserts")]),
    # How somebody acted is no source of what is said.
    ("he", "יואב שחם אישר כי חתם, אך טען שפעל לפי פקודה.",
     [("שפעל לפי פקודה", "יואב שחם", "asserts")]),
    ("he", "המפקחת רות שחם הגיעה. על פי הודעתה, 40 סירות טבעו.",
     [("40 סירות טבעו", "רות שחם", "asserts")]),
    # No truth in reports, and nobody who says so.
    ("he", '"אין כל אמת בדיווחים כאילו הסכר נסדק", אמר יואב שחם.',
     [("הסכר נסדק", "יואב שחם", "disputes")]),
    ("he", 'רות שחם הגיעה לנמל. "40 סירות טבעו", נמסר בתגובה.',
     [("40 סירות טבעו", None, "asserts")]),
    ("ar", 'لكن الخبيرة هدى النجار شككت في الأرقام، قائلة إن "40 قاربا غرقت".',
     [("40 قاربا غرقت", "هدى النجار", "asserts")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "said"), SAYINGS, ids=[f"{row[0]}-{at}" for at, row in enumerate(SAYINGS)]
)
def test_who_says_what_and_how(code, text, said):
    assert set(said) <= sayings(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("he", "דובר הרשות טרם הגיב לשאלות."),
        ("ar", "وامتنع سامي الدباغ عن ذكر الأسماء."),
        ("ar", "ولم يصدر عن الوزارة أي تعليق."),
    ],
)
def test_who_says_nothing_makes_no_claim(code, text):
    doc = read(text, code)

    assert not doc._.found
    assert doc._.left_out


def test_for_his_part_is_nothing_that_is_said():
    found = read("من جهته، كشف القاضي سامي الدباغ عن فتح تحقيق منذ أسبوعين.", "ar")._.found

    assert "من جهته" not in {claim.text for claim in found}
