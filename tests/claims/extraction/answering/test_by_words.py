"""Which "no" answers somebody in languages whose verbs no table tells."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read

#: Language, text, what is denied in it, and what is only said.
REPORTS = [
    pytest.param("es",
        "Preguntado si había recibido dinero de la constructora, el ministro Elías "
        'Cano dijo: "No recibí dinero de nadie". La fiscal Elena Rivas lo acusa de '
        'cobrar 300.000 euros. Cano insistió en que nunca cobró esa cantidad. "Nunca '
        'firmé ese contrato", dijo Cano.',
        ["No recibí dinero de nadie",
         "nunca cobró esa cantidad",
         "Nunca firmé ese contrato"],
        [], id="es-asked"),
    pytest.param("es",
        "La oposición sostiene que el puerto vendió 20 barcos por debajo de su "
        'precio. ¿Vendió el puerto esos barcos? "No, no vendimos ningún barco", '
        'contestó la directora Inés Pardo. "Todavía no hemos vendido las grúas", '
        'dijo. "No hay tal contrato", agregó Pardo.',
        ["no vendimos ningún barco",
         "No hay tal contrato"],
        ["Todavía no hemos vendido las grúas"], id="es-no"),
    pytest.param("es",
        'En el pueblo viven 40 personas. "No tenemos médico desde 2009", dice la '
        'pastora Elena Cano. Ningún tren para aquí. "Nadie viene en invierno", '
        'cuenta el panadero Blas Otero. La escuela cerró en 2014. "No sé cuántos '
        'quedan", añade.',
        [],
        ["No tenemos médico desde 2009",
         "Nadie viene en invierno"], id="es-village"),
    pytest.param("es",
        'El sindicato acusa a la empresa Naviera Sol de despedir a 60 marineros. "No '
        'nos pagan desde marzo", dijo la marinera Inés Pardo. "Nadie nos avisó", '
        "añadió. El director Blas Otero dijo que la empresa no sabe cuántos quedan. "
        '"No habrá más despidos", aseguró Otero. "No hubo despidos en mayo", dijo.',
        [],
        ["No nos pagan desde marzo",
         "Nadie nos avisó"], id="es-c1"),
    pytest.param("es",
        "La fiscal Elena Rivas acusó al banquero Mateo Lago de lavar 4 millones de "
        'euros. Lago lo negó: "Nunca lavé dinero". "No tenemos pruebas todavía", '
        'admitió Rivas. "Es una calumnia", dijo Lago. "No fueron 4 millones, sino '
        '2", corrigió su abogado, Elías Cano.',
        ["Nunca lavé dinero",
         "Es una calumnia"],
        [], id="es-c3"),
    pytest.param("fr",
        "Interrogé sur l'argent reçu du constructeur, le ministre Yves Le Bihan a "
        "déclaré : « Je n'ai reçu aucun argent. » La juge Odile Carpin le soupçonne "
        "d'avoir touché 300 000 euros. Yves Le Bihan a assuré qu'il n'avait jamais "
        "touché cette somme. « Je n'ai jamais signé ce contrat », a-t-il dit.",
        ["Je n'ai reçu aucun argent",
         "il n'avait jamais touché cette somme",
         "Je n'ai jamais signé ce contrat"],
        [], id="fr-asked"),
    pytest.param("fr",
        "L'opposition soutient que le port a vendu 20 bateaux au-dessous de leur "
        "prix. « Non, nous n'avons vendu aucun bateau », a répondu la directrice "
        "Odile Carpin. « Nous n'avons pas encore vendu les grues », a-t-elle dit. « "
        "Il n'existe rien de tel », a ajouté Odile Carpin.",
        ["nous n'avons vendu aucun bateau",
         "Il n'existe rien de tel"],
        ["Nous n'avons pas encore vendu les grues"], id="fr-no"),
    pytest.param("fr",
        "Le village compte 40 habitants. « Nous n'avons plus de médecin depuis 2009 "
        "», dit la bergère Odile Carpin. Aucun train ne s'arrête ici. « Personne ne "
        "vient en hiver », raconte le boulanger Luc Baudry. L'école a fermé en 2014. "
        "« Je ne sais pas combien il en reste », ajoute-t-il.",
        [],
        ["Nous n'avons plus de médecin depuis 2009",
         "Personne ne vient en hiver"], id="fr-village"),
    pytest.param("fr",
        "Le syndicat accuse l'armateur Solmer d'avoir licencié 60 marins. « On ne "
        "nous paie plus depuis mars », a dit la marin Odile Carpin. « Personne ne "
        "nous a prévenus », a-t-elle ajouté. Le directeur Luc Baudry a dit que la "
        "société ne savait pas combien il en restait. « Il n'y aura pas d'autres "
        "licenciements », a assuré Luc Baudry.",
        [],
        ["Personne ne nous a prévenus"], id="fr-c1"),
    pytest.param("fr",
        "La juge Odile Carpin accuse le banquier Yves Kerval d'avoir blanchi 4 "
        "millions d'euros. Yves Kerval l'a nié : « Je n'ai jamais blanchi d'argent. "
        "» « Nous n'avons pas encore de preuves », a reconnu Odile Carpin. « C'est "
        "une calomnie », a dit Yves Kerval. « Je n'ai vu que deux virements », "
        "a-t-il dit.",
        ["Je n'ai jamais blanchi d'argent",
         "C'est une calomnie"],
        [], id="fr-c3"),
    pytest.param("de",
        "Auf die Frage, ob er Geld von der Baufirma bekommen habe, sagte Minister "
        "Karl Voss: „Ich habe kein Geld bekommen.“ Staatsanwältin Ute Harms "
        "beschuldigt ihn, 300.000 Euro genommen zu haben. Voss beteuerte, er habe "
        "diese Summe nie genommen. „Ich habe diesen Vertrag nie unterschrieben“, "
        "sagte Voss.",
        ["Ich habe kein Geld bekommen",
         "er habe diese Summe nie genommen",
         "Ich habe diesen Vertrag nie unterschrieben"],
        [], id="de-asked"),
    pytest.param("de",
        "Die Opposition behauptet, dass der Hafen 20 Boote unter Preis verkauft hat. "
        "„Nein, wir haben kein Boot verkauft“, antwortete Direktorin Lene Kamp. „Wir "
        "haben die Kräne noch nicht verkauft“, sagte sie. „Es gibt keinen solchen "
        "Vertrag“, ergänzte Kamp.",
        ["wir haben kein Boot verkauft",
         "Es gibt keinen solchen Vertrag"],
        ["Wir haben die Kräne noch nicht verkauft"], id="de-no"),
    pytest.param("de",
        "Im Dorf leben 40 Menschen. „Wir haben seit 2009 keinen Arzt“, sagt die "
        "Schäferin Lene Kamp. Kein Zug hält hier. „Niemand kommt im Winter“, erzählt "
        "der Bäcker Jan Ude. Die Schule schloss 2014. „Ich weiß nicht, wie viele "
        "noch da sind“, sagt er.",
        [],
        ["Wir haben seit 2009 keinen Arzt",
         "Niemand kommt im Winter"], id="de-village"),
    pytest.param("de",
        "Die Gewerkschaft wirft der Reederei Solmer vor, 60 Matrosen entlassen zu "
        "haben. „Wir bekommen seit März kein Geld“, sagte die Matrosin Lene Kamp. "
        "„Niemand hat uns gewarnt“, sagte sie. Direktor Jan Ude sagte, die Reederei "
        "wisse nicht, wie viele noch da seien. „Es wird keine weiteren Entlassungen "
        "geben“, versicherte Ude.",
        [],
        ["Wir bekommen seit März kein Geld",
         "Niemand hat uns gewarnt"], id="de-c1"),
    pytest.param("de",
        "Staatsanwältin Ute Harms beschuldigt den Bankier Karl Voss, 4 Millionen "
        "Euro gewaschen zu haben. Voss bestritt das: „Ich habe nie Geld gewaschen.“ "
        "„Wir haben noch keine Beweise“, räumte Harms ein. „Das ist eine "
        "Verleumdung“, sagte Voss. „Ich kenne die Firma nicht gut“, sagte Zeuge Enno "
        "Tjaden.",
        ["Ich habe nie Geld gewaschen",
         "Das ist eine Verleumdung"],
        [], id="de-c3"),
    pytest.param("ru",
        "На вопрос, получал ли он деньги от подрядчика, министр Пётр Асеев ответил: "
        "«Я не получал никаких денег». Прокурор Вера Лугина обвиняет его в получении "
        "300 тысяч рублей. Асеев заявил, что никогда не получал эту сумму. «Я "
        "никогда не подписывал этот договор», — сказал Асеев.",
        ["Я не получал никаких денег",
         "никогда не получал эту сумму",
         "Я никогда не подписывал этот договор"],
        [], id="ru-asked"),
    pytest.param("ru",
        "Оппозиция утверждает, что порт продал 20 барж ниже цены. «Нет, мы не "
        "продали ни одной баржи», — ответила директор Ирина Залесская. «Краны мы "
        "пока не продали», — сказала она. «Никакого такого договора нет», — добавила "
        "Залесская.",
        ["мы не продали ни одной баржи",
         "Никакого такого договора нет"],
        ["Краны мы пока не продали"], id="ru-no"),
    pytest.param("ru",
        "В деревне живут 40 человек. «У нас нет врача с 2009 года», — говорит "
        "фельдшер Вера Лугина. Ни один поезд здесь не останавливается. «Зимой сюда "
        "никто не приезжает», — рассказывает сторож Олег Чагин. Школу закрыли в 2014 "
        "году. «Не знаю, сколько нас осталось», — добавляет он.",
        [],
        ["У нас нет врача с 2009 года",
         "Зимой сюда никто не приезжает"], id="ru-village"),
    pytest.param("ru",
        "Профсоюз обвиняет компанию «Речной путь» в увольнении 60 матросов. «Нам не "
        "платят с марта», — сказала матрос Вера Лугина. «Никто нас не предупредил», "
        "— добавила она. Директор Лев Дудин сказал, что компания не знает, сколько "
        "их осталось. «Новых увольнений не будет», — заверил Дудин.",
        [],
        ["Нам не платят с марта",
         "Никто нас не предупредил"], id="ru-c1"),
    pytest.param("ru",
        "Прокурор Вера Лугина обвинила банкира Петра Асеева в отмывании 4 млн "
        "рублей. Асеев это отрицал: «Я никогда не отмывал деньги». «Доказательств "
        "пока нет», — признала Лугина. «Это клевета», — сказал Асеев. «Я не видел "
        "его с мая», — сказал свидетель Яков Сомов.",
        ["Я никогда не отмывал деньги",
         "Это клевета"],
        [], id="ru-c3"),
    pytest.param("uk",
        "На запитання, чи отримував він гроші від підрядника, міністр Юрій Лобач "
        "відповів: «Я не отримував жодних грошей». Прокурорка Ольга Бурак звинувачує "
        "його в отриманні 300 тисяч гривень. Лобач заявив, що ніколи не отримував "
        "цієї суми. «Я ніколи не підписував цей договір», — сказав Лобач.",
        ["Я не отримував жодних грошей",
         "ніколи не отримував цієї суми",
         "Я ніколи не підписував цей договір"],
        [], id="uk-asked"),
    pytest.param("uk",
        "Опозиція стверджує, що порт продав 20 барж нижче ціни. «Ні, ми не продали "
        "жодної баржі», — відповіла директорка Ольга Бурак. «Крани ми ще не "
        "продали», — сказала вона. «Жодного такого договору немає», — додала Бурак.",
        ["ми не продали жодної баржі",
         "Жодного такого договору немає"],
        ["Крани ми ще не продали"], id="uk-no"),
    pytest.param("uk",
        "У селі живуть 40 людей. «У нас немає лікаря з 2009 року», — каже рибалка "
        "Панас Кушнір. Жоден потяг тут не зупиняється. «Узимку сюди ніхто не "
        "приїжджає», — розповідає лікарка Ольга Бурак. Школу закрили у 2014 році. "
        "«Не знаю, скільки нас лишилося», — додає вона.",
        [],
        ["У нас немає лікаря з 2009 року",
         "Узимку сюди ніхто не приїжджає"], id="uk-village"),
    pytest.param("uk",
        "Профспілка звинувачує компанію «Річковий шлях» у звільненні 60 матросів. "
        "«Нам не платять з березня», — сказала матрос Ольга Бурак. «Ніхто нас не "
        "попередив», — додала вона. Директор Юрій Лобач сказав, що компанія не знає, "
        "скільки їх лишилося. «Нових звільнень не буде», — запевнив Лобач.",
        [],
        ["Нам не платять з березня",
         "Ніхто нас не попередив"], id="uk-c1"),
    pytest.param("uk",
        "Прокурорка Ольга Бурак звинуватила банкіра Юрія Лобача у відмиванні 4 млн "
        "гривень. Лобач це заперечив: «Я ніколи не відмивав гроші». «Доказів поки "
        "немає», — визнала Бурак. «Це наклеп», — сказав Лобач. «Я не бачив його з "
        "травня», — сказав свідок Панас Кушнір.",
        ["Я ніколи не відмивав гроші",
         "Це наклеп"],
        [], id="uk-c3"),
    pytest.param("he",
        'כשנשאל אם קיבל כסף מהקבלן, אמר השר דן לוי: "לא קיבלתי שום כסף". התובעת יעל '
        "כהן מאשימה אותו בקבלת 300 אלף שקלים. לוי טען כי מעולם לא קיבל את הסכום הזה. "
        '"מעולם לא חתמתי על ההסכם הזה", אמר לוי.',
        ["לא קיבלתי שום כסף",
         "מעולם לא קיבל את הסכום הזה",
         "מעולם לא חתמתי על ההסכם הזה"],
        [], id="he-asked"),
    pytest.param("he",
        'האופוזיציה טוענת כי הנמל מכר 20 סירות מתחת למחיר. "לא, לא מכרנו שום סירה", '
        'השיבה המנהלת רות שחם. "עדיין לא מכרנו את המנופים", אמרה. "אין הסכם כזה", '
        "הוסיפה שחם.",
        ["לא מכרנו שום סירה",
         "אין הסכם כזה"],
        ["עדיין לא מכרנו את המנופים"], id="he-no"),
    pytest.param("he",
        'בכפר גרים 40 תושבים. "אין לנו רופא מאז 2009", אומרת הרועה רות שחם. אף רכבת '
        'לא עוצרת כאן. "איש לא בא לכאן בחורף", מספר האופה יואב לביא. בית הספר נסגר '
        'ב-2014. "אני לא יודע כמה נשארו", הוא מוסיף.',
        [],
        ["אין לנו רופא מאז 2009",
         "איש לא בא לכאן בחורף"], id="he-village"),
    pytest.param("he",
        'איגוד הימאים מאשים את חברת נמל השמש בפיטורי 60 ימאים. "לא משלמים לנו מאז '
        'מרץ", אמרה המלחית רות שחם. "אף אחד לא הזהיר אותנו", הוסיפה. המנהל יואב לביא '
        'אמר כי החברה לא יודעת כמה נשארו. "לא יהיו פיטורים נוספים", הבטיח לביא.',
        [],
        ["לא משלמים לנו מאז מרץ",
         "אף אחד לא הזהיר אותנו"], id="he-c1"),
    pytest.param("he",
        "התובעת יעל כהן האשימה את הבנקאי דן לוי בהלבנת 4 מיליון שקלים. לוי הכחיש "
        'זאת: "מעולם לא הלבנתי כסף". "עדיין אין לנו ראיות", הודתה כהן. "זו עלילה", '
        'אמר לוי. "לא ראיתי אותו מאז מאי", אמר העד יואב שחם.',
        ["מעולם לא הלבנתי כסף",
         "זו עלילה"],
        [], id="he-c3"),
    pytest.param("ar",
        "وردا على سؤال عما إذا كان تلقى أموالا من المقاول، قال الوزير سامي الخطيب: "
        '"لم أتلق أي أموال". وتتهمه المدعية ليلى حداد بتلقي 300 ألف دينار. وأكد '
        'الخطيب أنه لم يتلق هذا المبلغ قط. وقال الخطيب: "لم أوقع هذا العقد أبدا".',
        ["لم أتلق أي أموال",
         "لم يتلق هذا المبلغ قط",
         "لم أوقع هذا العقد أبدا"],
        [], id="ar-asked"),
    pytest.param("ar",
        "وتقول المعارضة إن الميناء باع 20 قاربا بأقل من سعرها. وردت المديرة هدى "
        'النجار: "لا، لم نبع أي قارب". وقالت: "لم نبع الرافعات بعد". وأضافت النجار: '
        '"لا يوجد عقد كهذا".',
        ["لم نبع أي قارب",
         "لا يوجد عقد كهذا"],
        ["لم نبع الرافعات بعد"], id="ar-no"),
    pytest.param("ar",
        'يعيش في القرية 40 شخصا. وتقول الراعية هدى النجار: "ليس لدينا طبيب منذ '
        '2009". ولا يتوقف أي قطار هنا. ويروي الخباز سامي الدباغ: "لا أحد يأتي في '
        'الشتاء". وأغلقت المدرسة في 2014. وأضاف: "لا أعرف كم بقي".',
        [],
        ["ليس لدينا طبيب منذ 2009",
         "لا أحد يأتي في الشتاء"], id="ar-village"),
    pytest.param("ar",
        'تتهم النقابة شركة الشمس بفصل 60 بحارا. وقالت البحارة هدى النجار: "لا يدفعون '
        'لنا منذ مارس". وأضافت: "لم يحذرنا أحد". وقال المدير سامي الدباغ إن الشركة '
        'لا تعرف كم بقي. وأكد الدباغ: "لن تكون هناك إقالات أخرى".',
        [],
        ["لا يدفعون لنا منذ مارس",
         "لم يحذرنا أحد"], id="ar-c1"),
    pytest.param("ar",
        "اتهمت المدعية ليلى حداد المصرفي سامي الخطيب بغسل 4 ملايين دينار. ونفى "
        'الخطيب ذلك قائلا: "لم أغسل أي أموال قط". واعترفت حداد: "ليس لدينا أدلة '
        'بعد". وقال الخطيب: "هذا افتراء". وقال الشاهد سامي الدباغ: "لم أره منذ '
        'مايو".',
        ["لم أغسل أي أموال قط",
         "هذا افتراء"],
        [], id="ar-c3"),
]  # fmt: skip


class TestReports:
    @pytest.mark.parametrize(("code", "text", "denied", "said"), REPORTS)
    def test_what_answers_is_denied_and_nothing_else(self, code, text, denied, said):
        found = {claim.text: claim.stance for claim in read(text, code)._.found}

        denials = [words for words, stance in found.items() if stance in ("denies", "disputes")]
        assert all(any(part in words for words in denials) for part in denied)
        assert len(denials) == len(denied)
        assert all(any(part in words for words in found) for part in said)
