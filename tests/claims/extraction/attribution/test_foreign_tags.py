"""Who says what where sources are asked, pointed at or set apart, other than in English."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read

MARKS = '«»“”„" \u00a0'

#: Language, text, what must be found in it, by whom, how.
SAYINGS = [
    # A thing that only can be denied does not speak, beside a name in quotation marks.
    ("ru", "Владелец цеха, фирма «Волна», обвинения отвергает.",
     "Владелец цеха, фирма «Волна», обвинения отвергает", "Владелец цеха", "denies"),
    ("uk", "Комбінат «Смачний край», відкинув звинувачення.",
     "Комбінат «Смачний край», відкинув звинувачення", "Комбінат «Смачний край»", "denies"),
    # A particle behind a pronoun; a newspaper that found out; in somebody's count.
    ("ru", "Мэр Лев Дудин приехал. Он же опроверг слухи о том, что закрыта больница.",
     "закрыта больница", "Лев Дудин", "denies"),
    ("ru", "Как выяснила «Речная правда», торги выиграла фирма из двух человек.",
     "торги выиграла фирма из двух человек", "«Речная правда»", "asserts"),
    ("ru", "Вера Лугина живёт тут. По её подсчётам, уехали 60 человек.", "уехали 60 человек",
     "Вера Лугина", "asserts"),
    ("uk", "Ольга Бурак живе тут. За її підрахунками, виїхали 60 людей.", "виїхали 60 людей",
     "Ольга Бурак", "asserts"),
    ("de", "Lene Kamp kam. Nach ihrer Darstellung sanken 40 Boote.", "sanken 40 Boote",
     "Lene Kamp", "asserts"),
    ("es", "El alcalde Blas Otero habló. Según sus cálculos, faltan 14 camas.", "faltan 14 camas",
     "Blas Otero", "asserts"),
    ("fr", "La juge Odile Carpin a parlé. Selon ses calculs, 40 bateaux ont coulé.",
     "40 bateaux ont coulé", "Odile Carpin", "asserts"),
    ("uk", "Раїса Коваль спростувала чутки, нібито зникли 40 ліків.", "зникли 40 ліків",
     "Раїса Коваль", "denies"),
    ("uk", "— Про все я дізналася від сусідки, — плаче Наталя Білик. — Ніхто не подзвонив.",
     "Про все я дізналася від сусідки", "Наталя Білик", "asserts"),
    # German: particles far from their verb, "so S" in the middle, what comes forth from a paper.
    ("de", "Jan Ude gestand in einer Sitzung ein, dass 40 Boote sanken.", "40 Boote sanken",
     "Jan Ude", "concedes"),
    ("de", "Jan Ude gab am Montag zu, dass 40 Boote sanken.", "40 Boote sanken", "Jan Ude",
     "concedes"),
    ("de", "„Es sanken 40 Boote“, gab Jan Ude zu.", "Es sanken 40 Boote", "Jan Ude", "concedes"),
    ("de", "„Es sanken 40 Boote“, gab Jan Ude an.", "Es sanken 40 Boote", "Jan Ude", "asserts"),
    ("de", "„Es sanken 40 Boote“, rechnet Jan Ude vor.", "Es sanken 40 Boote", "Jan Ude",
     "asserts"),
    ("de", "Auf See, so Jan Ude, kümmere sich ein Arzt um 40 Boote.",
     "Auf See, so Jan Ude, kümmere sich ein Arzt um 40 Boote", "Jan Ude", "asserts"),
    ("de", "Wie aus einem Bericht der Werft hervorgeht, wurden 40 Boote verkauft.",
     "wurden 40 Boote verkauft", "Bericht der Werft", "asserts"),
    ("de", "Wie aus einer Mail hervorgeht, über die der „Elbbote“ berichtete, wurden 40 Boote "
     "verkauft.", "wurden 40 Boote verkauft", "Mail", "asserts"),
    ("de", "Die Behauptung, 40 Boote seien gesunken, nannte Jan Ude „frei erfunden“.",
     "40 Boote seien gesunken", "Jan Ude", "disputes"),
    # What stands between a verb and what it brings; who was asked; a first name that is a month.
    ("fr", "Le préfet Luc Baudry dément en revanche avoir vendu 40 bateaux.",
     "avoir vendu 40 bateaux", "Luc Baudry", "denies"),
    ("fr", "Le préfet Luc Baudry a reconnu que 40 bateaux avaient coulé.",
     "40 bateaux avaient coulé", "Luc Baudry", "concedes"),
    ("fr", "Plusieurs sources interrogées par ce journal affirment que 40 bateaux ont coulé.",
     "40 bateaux ont coulé", "sources", "asserts"),
    ("es", "El ministro Blas Otero desmintió este jueves que falten 14 camas.",
     "falten 14 camas", "Blas Otero", "denies"),
    ("es", "Un marino entrevistado por Radio Cumbre aseguró que faltan 14 barcas.",
     "faltan 14 barcas", "marino", "asserts"),
    ("es", "Según el anuario publicado en julio, faltan 14 camas.", "faltan 14 camas", "anuario",
     "asserts"),
    ("es", "El gobernador Julio Carranza negó haber vendido 40 barcos.",
     "haber vendido 40 barcos", "Julio Carranza", "denies"),
    ("es", "Puerto Nuevo, 9 oct (ANR).- Faltan 14 camas, informó este lunes el Instituto del Mar.",
     "Faltan 14 camas", "Instituto del Mar", "asserts"),
    # Hebrew: names with a hyphen, bodies behind a preposition, papers with a relative clause.
    ("he", "ראש העיר, מיכל בן-דור, כועסת. \"נשרפו 40 בתים בלילה\", היא אומרת.",
     "נשרפו 40 בתים בלילה", "מיכל בן-דור", "asserts"),
    ("he", "גורם ברשות המים אמר כי נשרפו 40 בתים.", "נשרפו 40 בתים", "גורם ברשות המים",
     "asserts"),
    ("he", "בעירייה מכחישים שנשרפו 40 בתים.", "שנשרפו 40 בתים", "עירייה", "denies"),
    ("he", "נשרפו 40 בתים בלילה, נמסר ממגן דוד אדום.", "נשרפו 40 בתים בלילה", "מגן דוד אדום",
     "asserts"),
    ("he", "מדו\"ח של רשות המים, שהגיע לידי העיתון, עולה כי נשרפו 40 בתים.", "נשרפו 40 בתים",
     "דו\"ח של רשות המים", "asserts"),
    ("he", "מאמן הקבוצה, אלעד נגר, היה שם. \"נשרפו 40 בתים בלילה\", הוא משחזר.",
     "נשרפו 40 בתים בלילה", "אלעד נגר", "asserts"),
    ("he", "רונית אלבז דיברה. היא הודתה, עם זאת, שנשרפו 40 בתים.", "שנשרפו 40 בתים",
     "רונית אלבז", "concedes"),
    # Arabic: who issued a paper, whose words are passed on, "but he", a preposition on its noun.
    ("ar", "وبحسب تقرير صادر عن ديوان المحاسبة، غرق 40 منزلا.", "غرق 40 منزلا",
     "ديوان المحاسبة", "asserts"),
    ("ar", "ونقلت صحيفة \"صدى النهر\" عن مصدر في الجمارك قوله إن 40 منزلا غرقت.",
     "40 منزلا غرقت", "مصدر في الجمارك", "asserts"),
    ("ar", "قال سامي الدباغ إن السد قديم. غير أنه اعترف بأن 40 منزلا غرقت.", "40 منزلا غرقت",
     "سامي الدباغ", "concedes"),
    ("ar", "ووفقا للبيان، غرق 40 منزلا.", "غرق 40 منزلا", "البيان", "asserts"),
    # A paper, a source or a body again; "they added there"; the mood behind an infinitive.
    ("es", "Según un informe de la UPN, faltan 14 camas. El documento añade que sobran 90 sillas.",
     "sobran 90 sillas", "informe de la UPN", "asserts"),
    ("ru", "В министерстве образования ответили, что закрыто 64 школы. Построено 11 школ, "
     "добавили там.", "Построено 11 школ", "министерство образования", "asserts"),
    ("ar", "قال مصدر في الجمارك إن السد قديم. وأوضح المصدر أن 40 منزلا غرقت.", "40 منزلا غرقت",
     "مصدر في الجمارك", "asserts"),
    ("ar", "ونفى المقاول وليد صبري التهمة. وقال في اتصال هاتفي: «غرق 40 منزلا في الليل».",
     "غرق 40 منزلا في الليل", "وليد صبري", "asserts"),
    ("uk", "Як ідеться у звіті Держаудиту, зникло 40 ліків.", "зникло 40 ліків", "звіт Держаудиту",
     "asserts"),
    ("de", "Das Schiff sank, sagte Jan Ude. Eine Weisung, Akten zurückzuhalten, habe er im Mai "
     "bekommen.", "Eine Weisung, Akten zurückzuhalten, habe er im Mai bekommen", "Jan Ude",
     "asserts"),
    ("he", "\"נשרפו 40 בתים בלילה\", מספר יואב שחם. לפי נתוני הרשות, מספר הבתים ירד ב-4%.",
     "מספר הבתים ירד ב-4%", "נתוני הרשות", "asserts"),
    ("he", "קצין משטרה בכיר, שביקש שלא להזדהות, אמר כי נשרפו 40 בתים.", "נשרפו 40 בתים",
     "קצין משטרה בכיר", "asserts"),
    # What denies by itself, and a "no" behind a verb of defence.
    ("de", "„Von einem Notstand kann keine Rede sein“, sagte Lene Kamp.",
     "Von einem Notstand kann keine Rede sein", "Lene Kamp", "disputes"),
    ("uk", "«Наша кухня тут ні до чого», — сказала Раїса Коваль.", "Наша кухня тут ні до чого",
     "Раїса Коваль", "disputes"),
    ("fr", "« Je n'ai jamais caché 40 bateaux », s'est défendu Luc Baudry.",
     "Je n'ai jamais caché 40 bateaux", "Luc Baudry", "disputes"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "said", "speaker", "stance"),
    SAYINGS,
    ids=[f"{row[0]}-{at}" for at, row in enumerate(SAYINGS)],
)
def test_who_says_it_and_how(code, text, said, speaker, stance):
    found = read(text, code)._.found

    assert (said, speaker, stance) in {
        (claim.text.strip(MARKS), claim.speaker, claim.stance) for claim in found
    }


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("uk", "Ремонт коштував 11,2 млн грн. Документ датований 3 травня.", 2),
        ("ru", "Ремонт стоил 11,2 млн руб. Документ подписан 3 мая.", 2),
        ("ru", "В 1978 г. Омск вырос.", 1),
        ("fr", "« C'est faux, archifaux ! », rétorque Luc Baudry. Il pleut.", 2),
        ("fr", "« C'est faux ! » Il pleut.", 2),
    ],
)
def test_sentences_end_behind_sums_and_not_before_a_closing_mark(code, text, count):
    assert len(read(text, code)._.sentence_spans) == count
