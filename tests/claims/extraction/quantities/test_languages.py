"""Figures in the notation of each language: text, then (value, unit) of each figure found."""

from __future__ import annotations

import pytest

from claims.extraction.quantities import find_quantities

THIRD, TWO_THIRDS = pytest.approx(1 / 3), pytest.approx(2 / 3)

GERMAN = [
    ("Um 21.40 Uhr waren am Abend 48 Menschen im Saal.", [(48, "menschen")]),
    ("In jedem dritten Fall fehlte die Akte.", [(THIRD, "fall")]),
    ("Rund 1,5 Mio. Euro kostete der Bau.", [(1_500_000, "euro")]),
    ("Mindestens 45 Menschen starben.", [(45, "menschen")]),
    ("Es waren 160.000 Besucher.", [(160_000, "besucher")]),
    ("Eine halbe Million Besucher kam.", [(500_000, "besucher")]),
    ("Fünfundzwanzigtausend Besucher kamen.", [(25_000, "besucher")]),
    ("Zweihundertfünfzig Schiffe lagen fest.", [(250, "schiffe")]),
    (
        "Der Preis stieg um 3,4 Prozent auf 2,5 Milliarden Euro pro Jahr.",
        [(3.4, "percent"), (2_500_000_000, "euro per year")],
    ),
    ("Jeder fünfte Befragte sagte nein.", [(0.2, "befragte")]),
    ("Zwei Drittel der Frauen sagten nein.", [(TWO_THIRDS, "frauen")]),
    ("Ein 45-jähriger Mann kam auf den 3. Platz.", [(45, "year of age")]),
    ("Der Wert stieg um 2 bis 3 Prozentpunkte.", [((2, 3), "percentage point")]),
    ("Die Zahl sank von 160.000 auf 80.000.", [((160_000, 80_000), None)]),
    ("Ein Mann und eine Frau kamen 2019 in den Ort.", []),
]
FRENCH = [
    ("Ils sont morts les 7 et 12 août.", []),
    ("La ville a touché 4,7 M€ puis 1,2 Md€.", [(4_700_000, "euro"), (1_200_000_000, "euro")]),
    (
        "La récolte est passée de 900 tonnes en 2018 à 600 tonnes l'an dernier.",
        [((900, 600), "metric ton")],
    ),
    ("Le projet coûte 1,5 million d’euros.", [(1_500_000, "euro")]),
    ("Au moins 45 personnes sont mortes.", [(45, "personnes")]),
    ("Il y avait 160 000 visiteurs.", [(160_000, "visiteurs")]),
    ("Il y avait 160\u202f000 visiteurs.", [(160_000, "visiteurs")]),
    ("Près d’un demi-million de visiteurs.", [(500_000, "visiteurs")]),
    ("Un million et demi de livres.", [(1_500_000, "livres")]),
    ("Quatre-vingt-dix-sept navires et soixante-quinze ponts.", [(97, "navires"), (75, "ponts")]),
    ("Vingt et un pays ont signé.", [(21, "pays")]),
    ("Les prix ont augmenté de 3,4 % en mai.", [(3.4, "percent")]),
    ("Une personne sur cinq a dit non.", [(0.2, "personne")]),
    ("Un tiers des femmes a dit non.", [(THIRD, "femmes")]),
    ("Un homme âgé de 45 ans est venu.", [(45, "year of age")]),
    ("Le nombre est passé de 160 000 à 80 000.", [((160_000, 80_000), None)]),
    ("Elle a gagné 2 à 3 points de pourcentage.", [((2, 3), "percentage point")]),
    ("Une femme et un homme sont venus dans les années 1990.", []),
]
SPANISH = [
    ("La obra cuesta 3,2 M€ desde las 19.30 horas.", [(3_200_000, "euro")]),
    ("El proyecto cuesta 1,5 millones de euros.", [(1_500_000, "euro")]),
    ("Al menos 45 personas murieron.", [(45, "personas")]),
    ("Acudieron 160.000 visitantes.", [(160_000, "visitantes")]),
    ("Medio millón de visitantes acudió.", [(500_000, "visitantes")]),
    ("Un millón y medio de libros.", [(1_500_000, "libros")]),
    ("Doscientos cincuenta barcos esperan.", [(250, "barcos")]),
    ("Los precios subieron un 3,4 % en mayo.", [(3.4, "percent")]),
    ("Gastó 2.500 millones de euros al año.", [(2_500_000_000, "euro per year")]),
    ("Una de cada cinco personas dijo que no.", [(0.2, "personas")]),
    ("Dos tercios de las mujeres dijeron que no.", [(TWO_THIRDS, "mujeres")]),
    ("La población pasó de 160.000 a 80.000 personas.", [((160_000, 80_000), "personas")]),
    ("Creció entre 2 y 3 puntos porcentuales.", [((2, 3), "percentage point")]),
    ("Un hombre y una mujer llegaron en 2019.", []),
]
RUSSIAN = [
    ("Погибли трое рабочих.", [(3, "рабочих")]),
    ("Вывезли около полутора тысяч тонн.", [(1500, "metric ton")]),
    ("Цена выросла в 1,5 раза.", [(0.5, None)]),
    ("Улов сократился в 4 раза.", [(-0.75, None)]),
    ("Превышение составило 3,4 раза.", [(3.4, "time")]),
    ("Стройка обошлась в 1,5 млн рублей.", [(1_500_000, "russian ruble")]),
    ("Погибли не менее 45 человек.", [(45, "человек")]),
    ("Пришли 160 000 зрителей.", [(160_000, "зрителей")]),
    ("Пришли 160 тыс. зрителей.", [(160_000, "зрителей")]),
    ("Около полумиллиона зрителей.", [(500_000, "зрителей")]),
    ("Полтора миллиона тонн зерна.", [(1_500_000, "metric ton")]),
    ("Двадцать пять тысяч книг и двести пятьдесят карт.", [(25_000, "книг"), (250, "карт")]),
    (
        "Цены выросли на 3,4 % до 2,5 миллиарда рублей в год.",
        [(3.4, "percent"), (2_500_000_000, "russian ruble per year")],
    ),
    ("Каждый пятый опрошенный ответил «нет».", [(0.2, "опрошенный")]),
    ("Две трети женщин ответили «нет».", [(TWO_THIRDS, "женщин")]),
    ("45-летний мужчина приехал 5 марта 2019 года.", [(45, "year of age")]),
    ("Доля выросла на 2–3 процентных пункта.", [((2, 3), "percentage point")]),
    ("Число сократилось с 160 000 до 80 000 человек.", [((160_000, 80_000), "человек")]),
    ("Два миллионера приехали в 2019 году.", [(2, "миллионера")]),
]
UKRAINIAN = [
    ("Двоє з трьох суддів не прийшли.", [(TWO_THIRDS, "суддів")]),
    ("Тариф збільшився у 2,5 раза.", [(1.5, None)]),
    ("Будівництво коштувало 1,5 млн гривень.", [(1_500_000, "ukrainian hryvnia")]),
    ("Загинули щонайменше 45 людей.", [(45, "людей")]),
    ("Прийшли 160 000 глядачів.", [(160_000, "глядачів")]),
    ("Двадцять п'ять тисяч книг і двісті п’ятдесят мап.", [(25_000, "книг"), (250, "мап")]),
    ("Ціни зросли на 3,4 відсотка.", [(3.4, "percent")]),
    ("Кожен п'ятий опитаний відповів «ні».", [(0.2, "опитаний")]),
    ("45-річний чоловік приїхав 5 березня 2019 року.", [(45, "year of age")]),
    ("Кількість скоротилася зі 160 000 до 80 000 людей.", [((160_000, 80_000), "людей")]),
]
HEBREW = [
    ("בכביש נוסעות 8,000 ביום.", [(8000, "per day")]),
    ("המחיר עלה פי 3.", [(2, None)]),
    ("הריכוז גבוה פי שלושה מהתקן.", [(3, "time")]),
    ("הפרויקט עולה 1.5 מיליון שקל.", [(1_500_000, "israeli shekel")]),
    ("לפחות 45 תושבים נפצעו.", [(45, "תושבים")]),
    ("כחצי מיליון מבקרים הגיעו.", [(500_000, "מבקרים")]),
    ("עשרים וחמישה אלף ספרים ומאתיים וחמישים מפות.", [(25_000, "ספרים"), (250, "מפות")]),
    ("שלושה עשר ילדים.", [(13, "ילדים")]),
    ("המחירים עלו ב-3.4%.", [(3.4, "percent")]),
    ("מספר התושבים ירד מ-160,000 ל-80,000.", [((160_000, 80_000), None)]),
    ("אחד מכל חמישה אמר לא.", [(0.2, None)]),
    ("בין 3 ל-5 ימים.", [((3, 5), "day")]),
]
ARABIC = [
    ("يكلف المشروع ١٫٥ مليون دولار.", [(1_500_000, "dollar")]),
    ("وصل ما لا يقل عن 45 شخصا.", [(45, "شخصا")]),
    ("وصل ١٦٠٬٠٠٠ زائر.", [(160_000, "زائر")]),
    ("نصف مليون زائر.", [(500_000, "زائر")]),
    ("مليوني زائر.", [(2_000_000, "زائر")]),
    ("خمسة وعشرون ألف كتاب ومئتان وخمسون خريطة.", [(25_000, "كتاب"), (250, "خريطة")]),
    ("ارتفعت الأسعار بنسبة 12,5 في المئة.", [(12.5, "percent")]),
    ("انخفض العدد من ١٦٠ ألفا إلى ٨٠ ألفا.", [((160_000, 80_000), None)]),
    ("بين 3 و5 نقاط مئوية.", [((3, 5), "percentage point")]),
]  # fmt: skip
TABLES = {
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "he": HEBREW,
    "ar": ARABIC,
}
CASES = [(language, *row) for language, rows in TABLES.items() for row in rows]


def shown(quantity):
    if quantity.kind == "range":
        return quantity.low, quantity.high
    if quantity.from_value is not None:
        return quantity.from_value, quantity.to_value
    return quantity.value


class TestNotations:
    @pytest.mark.parametrize(("language", "text", "expected"), CASES)
    def test_are_read_as_the_language_writes_them(self, language, text, expected):
        found = [(shown(quantity), quantity.unit) for quantity in find_quantities(text, language)]

        assert found == expected

    def test_a_regional_code_reads_as_its_language(self):
        assert find_quantities("1,5 Millionen", "de-AT") == find_quantities("1,5 Millionen", "de")

    def test_an_unknown_language_reads_as_english(self):
        assert find_quantities("1,500 sheep", "cy") == find_quantities("1,500 sheep", "en")


class TestChanges:
    """What falls, rises or is less, in each language's own order of words."""

    @pytest.mark.parametrize(
        ("language", "text", "change"),
        [
            ("ru", "Снега выпало втрое меньше.", -2 / 3),
            ("ru", "Билеты стали в два раза дешевле.", -0.5),
            ("ru", "В порту платят в полтора раза больше.", 0.5),
            ("ru", "К осени улов вырастет на 4 %.", 0.04),
            ("uk", "Яблук зібрали на 30 % менше, ніж торік.", -0.3),
            ("uk", "Снігу випало вдвічі менше.", -0.5),
            ("uk", "Рибалка подорожчає на 4 %.", 0.04),
            ("es", "La pesca bajó del 4 % al 3 % en mayo.", -0.25),
            ("es", "De 40 millones bajó a 30 en un año.", -0.25),
            ("es", "La pesca crecerá un 4 % este año.", 0.04),
            ("fr", "On pêche 30 % de moins qu'en mai.", -0.3),
            ("de", "Im Mai sank die Zahl der Boote um 4 Prozent.", -0.04),
            ("de", "Die Boote sind 30 Prozent teurer.", 0.3),
            ("de", "Der Fang wird um 4 Prozent steigen.", 0.04),
            ("de", "Der Fang brach um ein Drittel ein.", -1 / 3),
            ("de", "Die Zahl sank von 1200 auf 900.", -0.25),
            ("fr", "La pêche a été divisée par deux.", -0.5),
            ("es", "La pesca se ha multiplicado por tres.", 2),
            ("ru", "Снижение на 12 % удивило рыбаков.", -0.12),
            ("ar", "انخفاض بنسبة 12% في صيد السمك.", -0.12),
            ("ar", "سيرتفع صيد السمك بنسبة 4 في المئة.", 0.04),
            ("he", "ירדו מחירי הדגים ב-4%.", -0.04),
        ],
    )
    def test_have_a_direction(self, language, text, change):
        changes = [figure.change for figure in find_quantities(text, language)]

        assert changes == [pytest.approx(change, abs=1e-5)]

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("es", "La pesca creció en cinco años."),
            ("he", "הדיג גדל בחמש השנים האחרונות."),
            ("ru", "Цены растут. До порта 2 раза в день ходит паром."),
        ],
    )
    def test_a_time_is_no_change(self, language, text):
        assert all(
            figure.change is figure.change_by is None for figure in find_quantities(text, language)
        )


class TestUnits:
    @pytest.mark.parametrize(
        ("language", "text", "units"),
        [
            ("de", "Zuvor waren es 40 gewesen, 62 stimmten dagegen.", [None, None]),
            ("de", "40 weitere kleine Boote sanken.", ["boote"]),
            ("es", "Unas 40 siguen en el puerto, sobre la media nacional.", [None]),
            ("es", "Blas Otero, de 50 años, esperó media hora.", ["year of age", "hour"]),
            ("fr", "Yves Baudry, 50 ans, pêche depuis 40 ans.", ["year of age", "year"]),
            ("ar", "بلغ 9 في المئة في الشهر السابق.", ["percent"]),
            ("uk", "Зібрали 40 центнерів.", ["quintal"]),
            ("de", "Es waren 2,5-mal so viele.", ["time"]),
            ("fr", "Trois fois plus de thon.", ["time"]),
            ("ru", "Рост составил 0,5 п.п.", ["percentage point"]),
        ],
    )
    def test_are_those_of_what_is_counted(self, language, text, units):
        assert [figure.unit for figure in find_quantities(text, language)] == units

    def test_the_time_of_a_figure_stands_in_its_sentence(self):
        (figure,) = find_quantities("Порт закрыт с 1997 года. Нужно 4 млн рублей.", "ru")

        assert figure.period is None


class TestChangesInWords:
    @pytest.mark.parametrize(
        ("language", "text", "change"),
        [
            ("de", "Die Zahl verdoppelte sich.", 1),
            ("de", "Die Zahl sank um die Hälfte.", -0.5),
            ("fr", "Le prix a baissé de moitié.", -0.5),
            ("fr", "Le prix a doublé.", 1),
            ("es", "La cifra se redujo a la mitad.", -0.5),
            ("es", "La cifra se duplicó.", 1),
            ("ru", "Число сократилось вдвое.", -0.5),
            ("ru", "Число выросло втрое.", 2),
            ("uk", "Кількість скоротилася вдвічі.", -0.5),
            ("ar", "تضاعف العدد.", 1),
        ],
    )
    def test_are_shares_of_the_start(self, language, text, change):
        (found,) = find_quantities(text, language)

        assert found.change_stated == pytest.approx(change)

    @pytest.mark.parametrize(
        ("language", "text", "consistent"),
        [
            ("de", "Die Zahl sank um die Hälfte, von 160.000 auf 80.000.", True),
            ("de", "Die Zahl sank von 80.000 auf 160.000.", False),
            ("fr", "Le prix a baissé de moitié, de 160 000 à 120 000.", False),
            ("ru", "Число сократилось вдвое: с 160 000 до 80 000 человек.", True),
            ("ru", "Число выросло с 160 000 до 80 000 человек.", False),
            ("he", "מספר התושבים עלה מ-160,000 ל-80,000.", False),
        ],
    )
    def test_are_checked_against_the_figures(self, language, text, consistent):
        (found,) = [q for q in find_quantities(text, language) if q.from_value is not None]

        assert found.consistent is consistent
