"""Languages that decline their nouns: who speaks in any case and at any place, and is called how.

Russian and Ukrainian put subject and object where they like, a source into the genitive, and leave
out the verb where English has "is".
"""

from __future__ import annotations

import pytest

from claims.extraction.people.genitives import called
from claims.extraction.pipeline import read
from tests.claims.extraction.told import sayings

#: Language, text, and for each statement in it: its words, who says it, how he or she stands.
SAYINGS = [
    # What is denied stands first; who denies it behind the verb or before it.
    ("ru", "Сообщения о пожаре опроверг капитан порта Лев Дудин.",
     [("Сообщения о пожаре", "Лев Дудин", "denies")]),
    ("ru", "Лев Дудин это отрицал: «Я не топил баржу»",
     [("Я не топил баржу", "Лев Дудин", "disputes")]),
    ("ru", "Лев Дудин потопил баржу, сообщила Вера Лугина. Эти обвинения он отвергает.",
     [("Лев Дудин потопил баржу", "Вера Лугина", "asserts"),
      ("Эти обвинения он отвергает", "Лев Дудин", "denies")]),
    # A phrase in front of the tag and one behind it are one statement.
    ("ru", "Из девяти барж, отметил капитан Лев Дудин, на плаву только две.",
     [("Из девяти барж, отметил капитан Лев Дудин, на плаву только две", "Лев Дудин", "asserts")]),
    ("uk", "На складі, запевняє лікарка Ольга Бурак, лежить 40 тонн ліків.",
     [("На складі, запевняє лікарка Ольга Бурак, лежить 40 тонн ліків", "Ольга Бурак", "asserts")]),
    # No subject of a verb of saying stands in the quotation that a dash closes.
    ("ru", "«Баржа, которую подняли, — сказал лоцман Яков Сомов, — лежала тут 40 лет».",
     [("Баржа, которую подняли", "Яков Сомов", "asserts"),
      ("лежала тут 40 лет", "Яков Сомов", "asserts")]),
    ("ru", "«Неправда, что порт закрыт, — пишет Вера Лугина. — Он работает уже 40 лет».",
     [("порт закрыт", "Вера Лугина", "disputes"),
      ("Он работает уже 40 лет", "Вера Лугина", "asserts")]),
    # A hyphen for a dash, as on many sites; what follows a name is no description of it.
    ("ru", '"Порт закрыт с мая, - сказал лоцман Яков Сомов. - Утонули 40 барж", - добавил он.',
     [("Порт закрыт с мая", "Яков Сомов", "asserts"),
      ("Утонули 40 барж", "Яков Сомов", "asserts")]),
    ("uk", "Як зазначив Юрій Лобач, порт забуто на 40 років.",
     [("порт забуто на 40 років", "Юрій Лобач", "asserts")]),
    # Whoever is named last in the nominative is meant, also at the end of a sentence.
    ("ru", "Яков Сомов сказал, что порт цел. Ему возразила инженер Вера Лугина. «Утонули 40 барж», "
     "— добавила она.", [("порт цел", "Яков Сомов", "asserts"),
                         ("Утонули 40 барж", "Вера Лугина", "asserts")]),
    ("ru", "Прокурор Вера Лугина допросила 40 человек. Сам Яков Сомов вину не признал, но "
     "утверждает, что был дома.", [("был дома", "Яков Сомов", "asserts")]),
    # "The minister" is whoever was called that in another case.
    ("ru", "Вера Лугина обвинила министра Льва Дудина в краже. «Я купил 40 барж», — заявил "
     "министр.",
     [("министра Льва Дудина в краже", "Вера Лугина", "asserts"),
      ("Я купил 40 барж", "Лев Дудин", "asserts")]),
    # A neuter subject, an adverb before a surname, a vowel that only the nominative has.
    ("uk", "Бюро запевнило, що зникло 40 картин.", [("зникло 40 картин", "Бюро", "asserts")]),
    ("uk", "Юрій Лобач хворіє. Натомість Лобач запевнив, що міст цілий.",
     [("міст цілий", "Юрій Лобач", "asserts")]),
    ("uk", "Ольга Бурак звинуватила мера Панаса Кушніра. «Я купив 40 барж», — відповів Кушнір.",
     [("Я купив 40 барж", "Панас Кушнір", "asserts")]),
    ("uk", "Директор Панас Рубець пішов. За словами Рубця, бракує 40 картин.",
     [("бракує 40 картин", "Панас Рубець", "asserts")]),
    # Papers, with the clause that tells who has seen them, and the paper that the next names.
    ("ru", "Как следует из отчёта, с которым ознакомился «Речной край», утонули 40 барж.",
     [("утонули 40 барж", "отчёт", "asserts")]),
    ("uk", "Міст закрили на 40 днів. Про це йдеться у довідці Держмосту.",
     [("Міст закрили на 40 днів", "довідка Держмосту", "asserts")]),
    # Somebody's own words are said, whatever the verb.
    ("uk", "«Ми маємо 40 картин», — заперечив Юрій Лобач.",
     [("Ми маємо 40 картин", "Юрій Лобач", "asserts")]),
    ("ru", "Вера Лугина в этом сомневается: «Об этом писали и в 1990-м, и в 1996 году».",
     [("Об этом писали и в 1990-м, и в 1996 году", "Вера Лугина", "asserts")]),
]  # fmt: skip

CALLED = [
    ("ru", "Облстата", "Облстат"), ("ru", "службы спасения", "служба спасения"),
    ("ru", "областного управления лесов", "областное управление лесов"),
    ("ru", "городского суда", "городской суд"), ("ru", "местных рыбаков", "местные рыбаки"),
    ("ru", "докладу комиссии", "доклад комиссии"), ("ru", "МЧС", "МЧС"),
    ("ru", "следствия", "следствие"), ("ru", "врачей", "врачи"),
    ("ru", "пресс-службе", "пресс-служба"),
    ("uk", "обласної прокуратури", "обласна прокуратура"), ("uk", "Держлісу", "Держліс"),
    ("uk", "звітом інспекції", "звіт інспекції"), ("uk", "рибалок", "рибалок"),
    ("de", "Amtes", "Amt"), ("de", "„Elbboten“", "Elbboten"),
    ("de", "Krankenhauses", "Krankenhaus"),
    ("de", "Statistischen Landesamts", "Statistischen Landesamts"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "said"),
    SAYINGS,
    ids=[f"{row[0]}-{number}" for number, row in enumerate(SAYINGS)],
)
def test_who_says_what_and_how(code, text, said):
    assert set(said) <= sayings(text, code)


@pytest.mark.parametrize(("code", "source", "name"), CALLED)
def test_a_source_is_called_as_in_the_nominative(code, source, name):
    assert called(source, code) == name


@pytest.mark.parametrize(
    "text",
    ["Мэр ремонтировал мост и школу.", "Эту баржу отверг капитан Лев Дудин."],
)
def test_what_can_be_no_denial_is_none(text):
    assert {claim.stance for claim in read(text, "ru")._.found} <= {"asserts", "denies"}


class TestDatelines:
    @pytest.mark.parametrize(
        "text",
        [
            "ЗАРЕЧЕНСК, 3 июня — «Край-Информ». Река поднялась на 4 метра.",
            "ЗАРІЧНЕ, 3 червня. Ріка піднялася на 4 метри.",
        ],
    )
    def test_a_line_of_place_and_day_is_no_claim(self, text):
        found = read(text, text[3:6].lower() and ("uk" if "І" in text else "ru"))._.found

        assert [claim.text for claim in found] == [text.partition(". ")[2].rstrip(".")]

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("ru", "Цена билета на паром — 40 рублей"), ("uk", "Найгірше вродила вишня — 40 тонн"),
            ("he", "מחיר כרטיס לספינה - 40 שקלים"),
        ],
    )  # fmt: skip
    def test_words_in_small_letters_are_no_place(self, code, text):
        (claim,) = read(f"{text}.", code)._.found

        assert claim.text == text


@pytest.mark.parametrize(
    ("code", "text", "said", "speaker"),
    [
        ("ru", "В докладе комиссии говорится, что утонули 40 барж.", "утонули 40 барж",
         "доклад комиссии"),
        ("uk", "У листі директорки йдеться, що бракує 40 картин.", "бракує 40 картин",
         "лист директорки"),
        ("de", "In einem Bericht der Werft heißt es, 40 Boote seien gesunken.",
         "40 Boote seien gesunken", "Bericht der Werft"),
        ("he", "בדוח הוועדה נכתב כי 40 סירות טבעו.", "40 סירות טבעו", "דוח הוועדה"),
        ("ar", "وجاء في تقرير اللجنة أن 40 قاربا غرقت.", "40 قاربا غرقت", "تقرير اللجنة"),
    ],
)  # fmt: skip
def test_a_paper_says_what_is_written_in_it(code, text, said, speaker):
    found = read(text, code)._.found

    assert [(claim.text, claim.speaker) for claim in found] == [(said, speaker)]


@pytest.mark.parametrize(
    ("code", "text", "proposed"),
    [
        ("ru", "Лев Дудин назвал речь Сомова «ложью» и обещает уйти.", "речь Сомова «ложью»."),
        ("de", "Nach Recherchen des „Elbboten“ sanken 40 Boote.", "Sanken 40 Boote."),
        ("he", 'יואב שחם אמר כי המנכ"לית מכרה 40 סירות.', 'המנכ"לית מכרה 40 סירות.'),
    ],
)
def test_a_proposed_wording_closes_the_marks_that_it_opens(code, text, proposed):
    (claim,) = read(text, code)._.found

    assert claim.proposed.endswith(proposed)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("ru", "Сгорели 40 складов, сообщили в областном управлении лесов.",
         "областное управление лесов"),
        ("ru", "Сгорели 40 складов, утверждают в мэрии.", "мэрия"),
        ("uk", "Згоріли 40 складів, підрахували в міському департаменті лісів.",
         "міський департамент лісів"),
    ],
)  # fmt: skip
def test_a_body_that_stands_behind_in_is_called_as_in_the_nominative(code, text, speaker):
    (claim,) = read(text, code)._.found

    assert claim.speaker == speaker
