"""Ways of saying that one language has and another has not: who is found to say what."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read
from tests.claims.extraction.told import sayings

#: Language, text, and for each statement to be found: its words, its speaker, how he or she stands.
SAYINGS = [
    # A tag inside the quotation marks, or between the dashes of direct speech without marks.
    ("ru", "«Дорогу размыло ночью, — сказала фельдшер Вера Лугина. — Погибли три коровы».",
     [("Дорогу размыло ночью", "Вера Лугина", "asserts"),
      ("Погибли три коровы", "Вера Лугина", "asserts")]),
    ("ru", "— Школу закрыли в 2014 году, — вспоминает сторож Олег Чагин. — Детей возят за 30 км.",
     [("Школу закрыли в 2014 году", "Олег Чагин", "asserts"),
      ("Детей возят за 30 км", "Олег Чагин", "asserts")]),
    ("uk", "«Паром не ходить з травня, — каже рибалка Панас Кушнір. — Втратили 40 % доходу».",
     [("Паром не ходить з травня", "Панас Кушнір", "asserts"),
      ("Втратили 40 % доходу", "Панас Кушнір", "asserts")]),
    ("fr", "« Le pont a été fermé en mai, explique la juge Odile Carpin. Il a été bâti en 1932. »",
     [("Le pont a été fermé en mai", "Odile Carpin", "asserts"),
      ("Il a été bâti en 1932", "Odile Carpin", "asserts")]),
    ("es", "—El molino cerró en 2009 —recuerda el alcalde Blas Otero—. Trabajaban 40 personas.",
     [("El molino cerró en 2009", "Blas Otero", "asserts"),
      ("Trabajaban 40 personas", "Blas Otero", "asserts")]),
    # Who speaks is only pointed at: "in his words", a verb without a subject.
    ("ru", "Директор Пётр Асеев заявил, что цех закрыт. По его словам, уволены 60 человек.",
     [("уволены 60 человек", "Пётр Асеев", "asserts")]),
    ("uk", "Лікарка Ольга Бурак заявила, що ліків немає. За її словами, бракує 12 препаратів.",
     [("бракує 12 препаратів", "Ольга Бурак", "asserts")]),
    ("he", "המנהל יואב שחם אמר כי המפעל נסגר. לדבריו, פוטרו 60 עובדים.",
     [("פוטרו 60 עובדים", "יואב שחם", "asserts")]),
    ("fr", "Le maire Luc Baudry a dit que l'école fermait. Selon lui, 60 élèves sont partis.",
     [("60 élèves sont partis", "Luc Baudry", "asserts")]),
    ("es", "La jueza Inés Pardo dijo que no había pruebas. Añadió que faltan 14 expedientes.",
     [("faltan 14 expedientes", "Inés Pardo", "asserts")]),
    ("ar", "قال الوزير سامي الدباغ إن الجسر أغلق. وأضاف أن 60 عاملا سرحوا.",
     [("60 عاملا سرحوا", "سامي الدباغ", "asserts")]),
    ("ar", "وقالت المديرة هدى النجار إن المصنع يعمل، مشيرة إلى أن الإنتاج ارتفع 5 في المئة.",
     [("الإنتاج ارتفع 5 في المئة", "هدى النجار", "asserts")]),
    # The sentence behind says who said it.
    ("ru", "В порту сгорели два склада. Об этом во вторник сообщил капитан порта Лев Дудин.",
     [("В порту сгорели два склада", "Лев Дудин", "asserts")]),
    ("de", "Im Hafen brannten zwei Lagerhallen. Das teilte die Polizei am Montag mit.",
     [("Im Hafen brannten zwei Lagerhallen", "Polizei", "asserts")]),
    ("es", "Dos almacenes ardieron en el puerto. Así lo confirmó el capitán Mateo Lago.",
     [("Dos almacenes ardieron en el puerto", "Mateo Lago", "asserts")]),
    # In passing: "as S said".
    ("ru", "Как рассказал «Речной газете» лоцман Яков Сомов, баржа затонула за 20 минут.",
     [("баржа затонула за 20 минут", "Яков Сомов", "asserts")]),
    ("es", "El barco se hundió en 20 minutos, según explicó el práctico Elías Cano.",
     [("El barco se hundió en 20 minutos", "Elías Cano", "asserts")]),
    ("de", "Wie die Feuerwehr mitteilte, sank das Schiff binnen 20 Minuten.",
     [("sank das Schiff binnen 20 Minuten", "Feuerwehr", "asserts")]),
    # German: particles, "so S", "S zufolge", and the mood of reported speech.
    ("de", "Ministerin Ute Harms wies den Vorwurf zurück, sie habe Akten vernichtet.",
     [("sie habe Akten vernichtet", "Ute Harms", "denies")]),
    ("de", "Direktor Karl Voss räumte ein, 40 Stellen gestrichen zu haben.",
     [("40 Stellen gestrichen zu haben", "Karl Voss", "concedes")]),
    ("de", "„Das Wehr war seit 2019 defekt“, so Deichgraf Enno Tjaden weiter.",
     [("Das Wehr war seit 2019 defekt", "Enno Tjaden", "asserts")]),
    ("de", "Einem Gutachten zufolge waren 14 Pfeiler beschädigt.",
     [("waren 14 Pfeiler beschädigt", "Gutachten", "asserts")]),
    ("de", "Die Brücke sei sicher, sagte Baurätin Lene Kamp. Man habe sie im Mai geprüft.",
     [("Man habe sie im Mai geprüft", "Lene Kamp", "asserts")]),
    ("de", "Am Abend erklärte Trainer Jan Ude, dass 30 Spieler erkrankt seien.",
     [("30 Spieler erkrankt seien", "Jan Ude", "asserts")]),
    # What is not so.
    ("es", "El alcalde Blas Otero negó haber cobrado. \"Es totalmente falso\", afirmó Otero.",
     [("Es totalmente falso", "Blas Otero", "disputes")]),
    ("fr", "Le préfet a démenti les rumeurs selon lesquelles la digue aurait cédé.",
     [("la digue aurait cédé", "préfet", "denies")]),
    ("ar", "ونفى الوزير سامي الدباغ صحة التقارير عن بيع الميناء.",
     [("صحة التقارير عن بيع الميناء", "سامي الدباغ", "denies")]),
    ("he", "ראש העיר יואב שחם, שכיהן עשר שנים, הכחיש שקיבל כסף מהקבלן.",
     [("שקיבל כסף מהקבלן", "יואב שחם", "denies")]),
    # Full names in other cases, and behind the body that somebody belongs to.
    ("ru", "Депутат Облсовета Ирина Залесская заявила, что моста нет. По словам Залесской, "
     "потрачено 5 млн рублей.",
     [("потрачено 5 млн рублей", "Ирина Залесская", "asserts")]),
    ("ar", "وقال المتحدث باسم الهيئة العقيد سامي الدباغ إن الطريق مغلق.",
     [("الطريق مغلق", "سامي الدباغ", "asserts")]),
    ("he", "יו\"ר ועד ההורים יואב שחם טוען כי בית הספר נסגר. \"איש לא הודיע לנו\", אמר שחם.",
     [("בית הספר נסגר", "יואב שחם", "asserts"),
      ("איש לא הודיע לנו", "יואב שחם", "asserts")]),
    # A firm or newspaper is called by what stands in quotation marks behind its kind.
    ("ru", "Компания «Речной путь» сообщила, что перевезла 400 тысяч пассажиров.",
     [("перевезла 400 тысяч пассажиров", "Компания «Речной путь»", "asserts")]),
    ("he", "מבדיקת \"קול הנהר\" עולה כי 40 בתים הוצפו.",
     [("40 בתים הוצפו", "בדיקת \"קול הנהר\"", "asserts")]),
    ("de", "Ein Fischer bestätigte der „Elbe-Post“, dass 40 Boote gesunken seien.",
     [("40 Boote gesunken seien", "Fischer", "asserts")]),
    # The office is described, and the name stands behind it.
    ("es", "La jueza que instruye el caso, Inés Pardo, dijo que faltan 14 expedientes.",
     [("faltan 14 expedientes", "Inés Pardo", "asserts")]),
    ("es", "—Faltan 14 expedientes —dice su secretaria, Elena Cano—. Nadie los busca ya.",
     [("Faltan 14 expedientes", "Elena Cano", "asserts")]),
    ("fr", "Le ministre de la Pêche, M. Yves Le Bihan, a nié avoir vendu 40 bateaux.",
     [("avoir vendu 40 bateaux", "Yves Le Bihan", "denies")]),
    # Words between the verb and what is said.
    ("es", "El alcalde Blas Otero admitió, sin embargo, que faltan 14 camas.",
     [("faltan 14 camas", "Blas Otero", "concedes")]),
    ("fr", "Le préfet Luc Baudry, lui, assure que 14 lits manquent.",
     [("14 lits manquent", "Luc Baudry", "asserts")]),
    ("de", "Kapitän Enno Tjaden geht davon aus, dass 40 Boote gesunken sind.",
     [("40 Boote gesunken sind", "Enno Tjaden", "asserts")]),
    # A verb that says nothing by itself, behind or in front of a quotation.
    ("fr", "« La digue a cédé en mai », tonne le pêcheur Yves Baudry.",
     [("La digue a cédé en mai", "Yves Baudry", "asserts")]),
    ("ru", "Вера Лугина разводит руками: «Дорогу никто не чистил три года».",
     [("Дорогу никто не чистил три года", "Вера Лугина", "asserts")]),
    ("ar", "تقول العاملة هدى النجار، التي تسكن قرب النهر: \"غرق 40 منزلا في الليل\".",
     [("غرق 40 منزلا في الليل", "هدى النجار", "asserts")]),
    # What somebody is called by who has led a sentence, or by the office alone.
    ("he", "רות שחם, בת 62, גרה ליד הנהר. \"40 בתים הוצפו בלילה\", היא מספרת.",
     [("40 בתים הוצפו בלילה", "רות שחם", "asserts")]),
    ("ar", "أقر وزير الري سامي الدباغ بأن السد قديم. وأوضح الوزير أن 40 منزلا غرقت.",
     [("40 منزلا غرقت", "سامي الدباغ", "asserts")]),
    ("uk", "Лікарка Ольга Бурак приїхала вночі. «Бракує 12 препаратів», — уточнила лікарка.",
     [("Бракує 12 препаратів", "Ольга Бурак", "asserts")]),
    ("de", "Als Zeugin war Fischerin Lene Kamp geladen. Sie sagte, dass 40 Boote sanken.",
     [("40 Boote sanken", "Lene Kamp", "asserts")]),
    # A verdict behind what is untrue, and what stands behind a denial and a colon.
    ("de", "Dass die Stadt 40 Boote verkauft hätte, sei frei erfunden, sagte Jan Ude.",
     [("die Stadt 40 Boote verkauft hätte", "Jan Ude", "disputes")]),
    ("de", "Jan Ude wies das zurück: Er habe im Mai 40 Boote gekauft.",
     [("Er habe im Mai 40 Boote gekauft", "Jan Ude", "asserts")]),
    # Named only in another case; an adjective inside the set phrase; an opening before "as S says".
    ("uk", "За підрахунками економіста Юрія Лобача, ціна молока зросла на 40 %.",
     [("ціна молока зросла на 40 %", "Юрій Лобач", "asserts")]),
    ("ru", "По словам Ирины Залесской, мост закрыли на 40 дней.",
     [("мост закрыли на 40 дней", "Ирина Залесская", "asserts")]),
    ("ru", "По предварительным данным Гидромета, река поднялась на 4 метра.",
     [("река поднялась на 4 метра", "Гидромет", "asserts")]),
    ("ru", "Между тем, как утверждает лоцман Яков Сомов, баржа стояла 17 часов.",
     [("баржа стояла 17 часов", "Яков Сомов", "asserts")]),
    # An announcement without a subject, a phrase in the middle, and what a speaker adds behind it.
    ("de", "Baurätin Lene Kamp kündigte an, 40 Boote zu kaufen.",
     [("40 Boote zu kaufen", "Lene Kamp", "asserts")]),
    ("de", "Betroffen sind laut Sprecherin Lene Kamp täglich 6.200 Fahrgäste.",
     [("Betroffen sind laut Sprecherin Lene Kamp täglich 6.200 Fahrgäste", "Lene Kamp",
       "asserts")]),
    ("es", "El alcalde Blas Otero habló. Faltan 14 camas en la sala, añadió.",
     [("Faltan 14 camas en la sala", "Blas Otero", "asserts")]),
    ("es", "\"No es cierto que faltaran camas\", insistió Blas Otero.",
     [("faltaran camas", "Blas Otero", "disputes")]),
    ("ru", "«Это неправда, что мост закрыт», — сказал Яков Сомов.",
     [("мост закрыт", "Яков Сомов", "disputes")]),
    ("ar", "الطريق مغلق، وقال الوزير سامي الدباغ إن 40 منزلا غرقت. وأضاف: \"مات 3 أشخاص\".",
     [("40 منزلا غرقت", "سامي الدباغ", "asserts"), ("مات 3 أشخاص", "سامي الدباغ", "asserts")]),
    ("fr", "Comme l'a rappelé la juge Odile Carpin, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "Odile Carpin", "asserts")]),
    # Who led the sentence before, not who spoke last; a date line with an agency.
    ("es", "\"No hay pozos\", dijo Inés Pardo. El pastor Blas Otero perdió 90 ovejas. "
     "\"Nadie nos avisó\", lamenta.",
     [("Nadie nos avisó", "Blas Otero", "asserts")]),
    ("de", "Elmsbüttel (abc) – Im Hafen sanken 40 Boote, teilte die Polizei mit.",
     [("Im Hafen sanken 40 Boote", "Polizei", "asserts")]),
    ("ru", "Вера Лугина назвала ложью сообщения о том, что мост закрыт.",
     [("мост закрыт", "Вера Лугина", "disputes")]),
    ("uk", "Ольга Бурак назвала неправдою чутки про те, що ліки скінчилися.",
     [("ліки скінчилися", "Ольга Бурак", "disputes")]),
    ("ru", "«Мост давно цел, — усмехается инженер Лев Дудин. — Ему 40 лет».",
     [("Мост давно цел", "Лев Дудин", "asserts"), ("Ему 40 лет", "Лев Дудин", "asserts")]),
    ("he", "לדברי סמנכ\"ל הרשות, יואב שחם, המשאבה הוחלפה ב-2019.",
     [("המשאבה הוחלפה ב-2019", "יואב שחם", "asserts")]),
    ("he", "החקלאי יואב שחם כועס. \"איבדנו 70 דונם של פלפלים\", הוא אומר.",
     [("איבדנו 70 דונם של פלפלים", "יואב שחם", "asserts")]),
    ("es", "A juicio del alcalde Blas Otero, faltan 14 camas.",
     [("faltan 14 camas", "Blas Otero", "asserts")]),
    ("fr", "« Quarante bateaux ont coulé », s'indigne Yves Baudry, pêcheur.",
     [("Quarante bateaux ont coulé", "Yves Baudry", "asserts")]),
    ("fr", "« Nous avons perdu 40 bateaux », fait valoir la directrice Odile Carpin.",
     [("Nous avons perdu 40 bateaux", "Odile Carpin", "asserts")]),
    ("de", "Landrat Jan Ude verwies darauf, dass 40 Boote sanken.",
     [("40 Boote sanken", "Jan Ude", "asserts")]),
    ("de", "„Das Wehr war seit Jahren kaputt“, schnaubte Jan Ude. Er habe im Mai 40 Boote gezählt.",
     [("Er habe im Mai 40 Boote gezählt", "Jan Ude", "asserts")]),
]  # fmt: skip


class TestSayings:
    @pytest.mark.parametrize(
        ("code", "text", "said"), SAYINGS, ids=[f"{row[0]}-{row[1][:24]}" for row in SAYINGS]
    )
    def test_speaker_and_stance(self, code, text, said):
        assert set(said) <= sayings(text, code)


class TestWording:
    def test_that_is_left_out_where_it_is_written_together_with_a_word(self):
        (claim,) = read("המנהל יואב שחם אמר שהמפעל נסגר בשנת 2019.", "he")._.found

        assert claim.proposed == "המפעל נסגר בשנת 2019."


class TestCounterExamples:
    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("ru", "Она вышла на рынок — купила хлеба — и вернулась домой к обеду."),
            ("ru", "«Лесной край» вышел тиражом 3000 экземпляров."),
            ("de", "Das Haus ist so groß wie drei Scheunen."),
            ("es", "Cerró la puerta, salió a la calle y esperó veinte minutos."),
        ],
    )
    def test_nobody_is_said_to_speak(self, code, text):
        assert {claim.speaker for claim in read(text, code)._.found} <= {None}

    def test_the_name_of_a_newspaper_is_no_quotation(self):
        text = "«Мост цел», — сказала инженер Нина Сорина в интервью газете «Речной край»."

        assert "Речной край" not in {claim.text for claim in read(text, "ru")._.found}

    def test_neither_confirmed_nor_denied_states_nothing(self):
        text = "Прокурор Лев Дудин не подтвердил и не опроверг эти сведения."

        assert not read(text, "ru")._.found


class TestFragments:
    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("fr", "« Le bateau a coulé », a raconté l'un des marins. l', a dit l' ."),
            ("de", "Das Boot sank laut"),
            ("ru", "Баржа затонула, по словам"),
            ("es", "El barco se hundió, según"),
            ("ar", "غرق القارب، وفق"),
        ],
    )
    def test_a_source_that_is_cut_off_is_nobody(self, code, text):
        assert all(claim.speaker != "" for claim in read(text, code)._.found)
