"""Ways of saying in German, French and Spanish that ordinary news uses, and their traps."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read
from tests.claims.extraction.told import sayings

#: Language, text, and for each statement that must be found: its words, who says it, the stance.
SAYINGS = [
    # German: the office of a compound, where it is said, and a name in quotation marks.
    ("de", "Bausenatorin Lene Kamp kam. „Das Wehr hielt bis Mai“, sagte die Senatorin im "
     "Bauausschuss.",
     [("Das Wehr hielt bis Mai", "Lene Kamp", "asserts")]),
    ("de", "Nach Recherchen des „Elbboten“ sanken 40 Boote.",
     [("sanken 40 Boote", "Elbboten", "asserts")]),
    ("de", "Nach Angaben des Seeamtes sanken 40 Boote.",
     [("sanken 40 Boote", "Seeamt", "asserts")]),
    # The person told is no part of what is said; a colon brings what is held against it.
    ("de", "Jan Ude bestätigte der Zeitung, er habe 40 Boote gezählt.",
     [("er habe 40 Boote gezählt", "Jan Ude", "asserts")]),
    ("de", "Fischerin Lene Kamp widersprach: Sie habe 40 Boote gezählt.",
     [("Sie habe 40 Boote gezählt", "Lene Kamp", "asserts")]),
    ("de", "Es treffe nicht zu, dass 40 Boote sanken, teilte die Werft mit.",
     [("40 Boote sanken", "Werft", "disputes")]),
    ("de", "Im Hafen sanken 40 Boote. Das geht aus einem Bericht der Werft hervor.",
     [("Im Hafen sanken 40 Boote", "Bericht der Werft", "asserts")]),
    # A word of the future that only makes a passive, and a short "there is none".
    ("de", "„Kein Leck konnte gefunden werden“, sagte Jan Ude. „Es gibt keine Taucher“, sagte er.",
     [("Kein Leck konnte gefunden werden", "Jan Ude", "asserts"),
      ("Es gibt keine Taucher", "Jan Ude", "asserts")]),
    # French: a verb with a pronoun before and behind it, an advocate's title, what was done.
    ("fr", "Le pêcheur Yves Baudry a nié. « Je n'ai coulé aucun bateau », s'est-il défendu.",
     [("Je n'ai coulé aucun bateau", "Yves Baudry", "disputes")]),
    ("fr", "L'avocat du pêcheur, Me Odile Carpin, dément que 40 bateaux aient coulé.",
     [("40 bateaux aient coulé", "Odile Carpin", "denies")]),
    ("fr", "Le collectif Mer libre assure avoir compté 40 bateaux et exige une enquête.",
     [("avoir compté 40 bateaux", "collectif Mer libre", "asserts")]),
    ("fr", "La note, datée du 3 mai, révèle que 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "note", "asserts")]),
    ("fr", "La préfète Odile Carpin estime à 400 le nombre de bateaux coulés.",
     [("à 400 le nombre de bateaux coulés", "Odile Carpin", "asserts")]),
    ("fr", "Selon une étude de l'institut Mareva menée auprès de 400 marins, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "étude de l'institut Mareva", "asserts")]),
    ("fr", "Selon un rapport que nous avons lu, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "rapport", "asserts")]),
    ("fr", "« C'est la pire saison depuis la guerre », a commenté Yves Baudry.",
     [("C'est la pire saison depuis la guerre", "Yves Baudry", "asserts")]),
    ("fr", "Le thon a crû de 4 %, tandis que le hareng reculait de 9 %.",
     [("le hareng reculait de 9 %", None, "asserts")]),
    # Spanish: an adverb behind the verb, a new deed behind a comma, a colon and a further verb.
    ("es", "La jueza Inés Pardo negó tajantemente haber cobrado 40 euros.",
     [("haber cobrado 40 euros", "Inés Pardo", "denies")]),
    ("es", "Blas Otero reconoció que faltan 14 camas, pero culpó al hospital.",
     [("faltan 14 camas", "Blas Otero", "concedes")]),
    ("es", "La naviera lo niega: asegura que el barco fue revisado en abril.",
     [("el barco fue revisado en abril", "naviera", "asserts")]),
    ("es", "Faltan 14 camas, según un censo elaborado en mayo por el Instituto del Mar.",
     [("Faltan 14 camas", "Instituto del Mar", "asserts")]),
    ("es", "La pesca, que ocupa a 40 familias, caerá un 20 %, augura el capitán Blas Otero.",
     [("La pesca, que ocupa a 40 familias, caerá un 20 %", "Blas Otero", "predicts")]),
    ("es", "La empresa pesquera, Redes del Mar, niega haber hundido 40 barcas.",
     [("haber hundido 40 barcas", "Redes del Mar", "denies")]),
    ("fr", "Le pêcheur Yves Baudry jure n'avoir coulé aucun des 40 bateaux.",
     [("n'avoir coulé aucun des 40 bateaux", "Yves Baudry", "asserts")]),
    ("es", "Según un informe al que ha tenido acceso esta radio, faltan 14 camas.",
     [("faltan 14 camas", "informe", "asserts")]),
    # Those told, the day and the place stand between the verb and who speaks.
    ("fr", "« Le port a perdu 40 bateaux », a expliqué à l'AFR le commandant Yves Baudry.",
     [("Le port a perdu 40 bateaux", "Yves Baudry", "asserts")]),
    ("fr", "Le port a perdu 40 bateaux, a dit lundi soir à la presse la préfète Odile Carpin.",
     [("Le port a perdu 40 bateaux", "Odile Carpin", "asserts")]),
    ("fr", "Le port a perdu 40 bateaux, a indiqué de son côté une source proche de l'enquête.",
     [("Le port a perdu 40 bateaux", "source proche de l'enquête", "asserts")]),
    ("fr", "Le port a perdu 40 bateaux, a déclaré à l'AFR Jean Baudry, pêcheur à Lim.",
     [("Le port a perdu 40 bateaux", "Jean Baudry", "asserts")]),
    ("fr", "Le port a perdu 40 bateaux, a indiqué la préfecture dans un communiqué.",
     [("Le port a perdu 40 bateaux", "préfecture", "asserts")]),
    ("es", "«Faltan 14 camas», dice por correo electrónico su gerente de ventas, Inés Pardo.",
     [("Faltan 14 camas", "Inés Pardo", "asserts")]),
    ("es", "Faltan 14 camas, ha explicado este martes en rueda de prensa la jueza Inés Pardo.",
     [("Faltan 14 camas", "Inés Pardo", "asserts")]),
    ("es", "Faltan 14 camas, según explicó a este periódico el capitán Blas Otero.",
     [("Faltan 14 camas", "Blas Otero", "asserts")]),
    ("es", "«Faltan 14 camas», ha denunciado su portavoz, Inés Pardo.",
     [("Faltan 14 camas", "Inés Pardo", "asserts")]),
    ("es", "Faltan 14 camas, dijo el alcalde en un comunicado.",
     [("Faltan 14 camas", "alcalde", "asserts")]),
    ("es", "Hace diez años, su escuela contaba con 14 docentes.",
     [("Hace diez años, su escuela contaba con 14 docentes", None, "asserts")]),
    # German: a source in the middle of a clause, with or without commas.
    ("de", "Der Hafen hat nach Angaben der Werft im Mai 40 Boote verloren.",
     [("Der Hafen hat nach Angaben der Werft im Mai 40 Boote verloren", "Werft", "asserts")]),
    ("de", "Im Mai kamen laut Werft 40 Boote, 4 Prozent mehr als 2022.",
     [("Im Mai kamen laut Werft 40 Boote, 4 Prozent mehr als 2022", "Werft", "asserts")]),
    ("de", "Der Hafen habe, so Lene Kamp, im Mai 40 Boote verloren.",
     [("Der Hafen habe, so Lene Kamp, im Mai 40 Boote verloren", "Lene Kamp", "asserts")]),
    ("de", "Der Hafen sei leer, so Lene Kamp, die Boote seien verkauft.",
     [("Der Hafen sei leer", "Lene Kamp", "asserts"),
      ("die Boote seien verkauft", "Lene Kamp", "asserts")]),
    ("de", "Die Werft hat nach eigenen Angaben 40 Boote verkauft.",
     [("Die Werft hat nach eigenen Angaben 40 Boote verkauft", "Werft", "asserts")]),
    ("de", "Nach eigenen Angaben hat die Werft Nord 40 Boote verkauft.",
     [("hat die Werft Nord 40 Boote verkauft", "Werft Nord", "asserts")]),
    ("de", "Nach Polizeiangaben sanken 40 Boote.",
     [("sanken 40 Boote", "Polizeiangaben", "asserts")]),
    # Who is told in the dative is no owner of who speaks; an office may end in "chef".
    ("de", "Lotse Jan Ude kam. „Das Wehr hielt bis Mai“, sagte der 54-Jährige der Agentur.",
     [("Das Wehr hielt bis Mai", "Jan Ude", "asserts")]),
    ("de", "„Das Wehr hielt bis Mai“, sagte ein Sprecher der Deutschen Agentur.",
     [("Das Wehr hielt bis Mai", "Sprecher der Deutschen Agentur", "asserts")]),
    ("de", "„Das Wehr hielt bis Mai“, sagte Verbandschef Jan Ude der Elbzeitung.",
     [("Das Wehr hielt bis Mai", "Jan Ude", "asserts")]),
    # A pronoun before its verb is no article; "en" and "y" aside.
    ("fr", "La maire Odile Carpin parle. La rumeur, elle la dément : « 40 bateaux sont là. »",
     [("40 bateaux sont là", "Odile Carpin", "asserts")]),
    ("fr", "40 bateaux ont coulé, comme l'explique à l'AFR le capitaine Yves Baudry.",
     [("40 bateaux ont coulé", "Yves Baudry", "asserts")]),
    ("fr", "Ainsi que le précise la préfecture, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "préfecture", "asserts")]),
    # A paper that a relative stands for, and somebody's own figures.
    ("fr", "Le port a une note de la préfecture, selon laquelle 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "note de la préfecture", "asserts")]),
    ("es", "El sindicato difundió unos datos según los cuales faltan 14 camas.",
     [("faltan 14 camas", "datos", "asserts")]),
    ("fr", "La juge Odile Carpin parle. D'après ses propres relevés, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "Odile Carpin", "asserts")]),
    ("fr", "La juge Odile Carpin parle. Selon ses avocats, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "avocats", "asserts")]),
    ("es", "La jueza Inés Pardo habló. Según sus propios registros, faltan 14 camas.",
     [("faltan 14 camas", "Inés Pardo", "asserts")]),
    ("fr", "Le maire (LR) Jean-Yves Carpin est venu. « 40 bateaux ont coulé », a-t-il dit.",
     [("40 bateaux ont coulé", "Jean-Yves Carpin", "asserts")]),
    # German: the helper second, the verb of saying at the end; what is denied in front.
    ("de", "„Wir haben 40 Boote“, hat Lene Kamp am Montag gesagt.",
     [("Wir haben 40 Boote", "Lene Kamp", "asserts")]),
    ("de", "Lene Kamp hat am Montag eingeräumt, dass 40 Boote fehlen.",
     [("40 Boote fehlen", "Lene Kamp", "concedes")]),
    ("de", "Am Montag hat Lene Kamp bestätigt, dass 40 Boote fehlen.",
     [("40 Boote fehlen", "Lene Kamp", "asserts")]),
    ("de", "Minister Jan Ude sagt, niemand habe gewarnt.",
     [("niemand habe gewarnt", "Jan Ude", "asserts")]),
    ("de", "Die Werft hat Vorwürfe zurückgewiesen, sie habe 40 Boote verkauft.",
     [("sie habe 40 Boote verkauft", "Werft", "denies")]),
    ("de", "Lene Kamp hat jede Verantwortung für den Brand bestritten.",
     [("jede Verantwortung für den Brand", "Lene Kamp", "denies")]),
    ("de", "Die Stadt hat den Bau von 40 Wohnungen angekündigt.",
     [("Die Stadt hat den Bau von 40 Wohnungen angekündigt", None, "asserts")]),
    ("de", "Den Vorwurf, die Werft habe 40 Boote verkauft, weist Lene Kamp als »absurd« zurück.",
     [("die Werft habe 40 Boote verkauft", "Lene Kamp", "denies")]),
    ("de", "Die Chefin Lene Kamp kam. Den Vorwurf, sie habe 40 Boote verkauft, wies sie zurück.",
     [("sie habe 40 Boote verkauft", "Lene Kamp", "denies")]),
    ("de", "Die Zeugin Lene Kamp berichtete mit 40 anderen von dem Brand.",
     [("Die Zeugin Lene Kamp berichtete mit 40 anderen von dem Brand", None, "asserts")]),
    ("de", "Die Polizei beziffert den Schaden auf 40 Millionen Euro.",
     [("den Schaden auf 40 Millionen Euro", "Polizei", "asserts")]),
    ("de", "Aus dem Bericht geht hervor, dass 40 Boote fehlen.",
     [("40 Boote fehlen", "Bericht", "asserts")]),
    ("de", "Nach dem Bericht teilte die Werft mit, dass 40 Boote fehlen.",
     [("40 Boote fehlen", "Werft", "asserts")]),
    # An estimate with its figure; a date line with a year; a mark that closes as others open.
    ("fr", "La mairie évalue le coût à 40 millions d'euros.",
     [("le coût à 40 millions d'euros", "mairie", "asserts")]),
    ("es", "La alcaldesa Inés Pardo cifró las pérdidas en 40 millones de euros.",
     [("las pérdidas en 40 millones de euros", "Inés Pardo", "asserts")]),
    ("fr", "Lim, 4 sept 2024 (AFR) - Le feu a détruit 40 bateaux, a annoncé la préfecture.",
     [("Le feu a détruit 40 bateaux", "préfecture", "asserts")]),
    ("de", "Lene Kamp sieht das anders: »Es gibt 212 Boote im Hafen.« Vier davon sanken.",
     [("Es gibt 212 Boote im Hafen", "Lene Kamp", "asserts"),
      ("Vier davon sanken", None, "asserts")]),
    ("fr", "« C'est faux, archifaux ! », rétorque Yves Baudry.",
     [("C'est faux, archifaux", "Yves Baudry", "disputes")]),
    # French: a reflexive verb agrees with who speaks; Spanish: a further deed without a comma.
    ("fr", "« 40 bateaux ont coulé », s'est défendue Odile Carpin.",
     [("40 bateaux ont coulé", "Odile Carpin", "asserts")]),
    ("fr", "« 40 bateaux ont coulé », se félicite le colonel Yves Baudry.",
     [("40 bateaux ont coulé", "Yves Baudry", "asserts")]),
    ("fr", "Selon nos calculs, 40 bateaux ont coulé.",
     [("40 bateaux ont coulé", "nos calculs", "asserts")]),
    ("es", "Inés Pardo negó ayer que se cierren 14 camas y acusó al hospital de mentir.",
     [("se cierren 14 camas", "Inés Pardo", "denies")]),
    ("es", "Inés Pardo negó ayer que se cierren 14 camas y se abran 12 salas.",
     [("se cierren 14 camas y se abran 12 salas", "Inés Pardo", "denies")]),
]  # fmt: skip

#: Text with an infinitive for what is said, and the sentence that is proposed.
INFINITIVES = [
    ("fr", "Le cabinet Delmas confirme avoir vendu 40 bateaux."),
    ("es", "La jueza Inés Pardo asegura haber cobrado 40 euros."),
]


@pytest.mark.parametrize(("code", "text"), INFINITIVES)
def test_an_infinitive_is_worded_with_who_says_it(code, text):
    assert [claim.proposed for claim in read(text, code)._.found] == [text]


#: German: text, words of a statement, and the sentence that is proposed for it.
WORDINGS = [
    ("Laut einem Gutachten wurden den Kassen 40 Euro erstattet.", "40 Euro",
     "Den Kassen wurden 40 Euro erstattet."),
    ("Nach Angaben der Werft sanken im Mai 40 Boote.", "40 Boote", "Im Mai sanken 40 Boote."),
    ("Auf der Brücke, so Jan Ude, drängten sich nachts 40 Boote.", "40 Boote",
     "Auf der Brücke drängten sich nachts 40 Boote."),
    ("Jan Ude bestritt, dass sein Mandant von den 40 Booten gewusst habe.", "40 Booten",
     "Sein Mandant habe von den 40 Booten gewusst."),
    ("Jan Ude sagte, dass es 40 Boote gebe.", "40 Boote", "Es gebe 40 Boote."),
    # A verb that may part from a particle, a clause inside, an infinitive: all of the sentence.
    ("Jan Ude sagte, dass der Chef zurücktritt.", "Chef",
     "Jan Ude sagte, dass der Chef zurücktritt."),
    ("Jan Ude sagte, dass die 40 Boote, die sanken, ihm gehören.", "40 Boote",
     "Jan Ude sagte, dass die 40 Boote, die sanken, ihm gehören."),
    ("Die Werft warf Ude vor, den Hafen getäuscht zu haben.", "getäuscht",
     "Die Werft warf Ude vor, den Hafen getäuscht zu haben."),
    # What is in order stays in order.
    ("Lene Kamp sagte, sie habe 40 Boote gezählt.", "40 Boote", "Lene Kamp habe 40 Boote gezählt."),
    ("„Gab es 40 Boote, war Jan Ude froh“, sagte Lene Kamp.", "40 Boote",
     "Gab es 40 Boote, war Jan Ude froh."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "proposed"), WORDINGS)
def test_a_german_wording_has_its_verb_second(text, words, proposed):
    found = read(text, "de")._.found

    assert [claim.proposed for claim in found if words in claim.text] == [proposed]


@pytest.mark.parametrize(
    ("code", "text", "said"), SAYINGS, ids=[f"{row[0]}-{at}" for at, row in enumerate(SAYINGS)]
)
def test_who_says_what_and_how(code, text, said):
    assert set(said) <= sayings(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El pleno rechazó el presupuesto por 13 votos a 12."),
        ("fr", "L'assemblée a rejeté le budget par 21 voix contre 14."),
        ("ru", "Совет отклонил бюджет 13 голосами против 12."),
    ],
)
def test_a_vote_against_a_motion_denies_nothing(code, text):
    (claim,) = read(text, code)._.found

    assert (claim.speaker, claim.stance) == (None, "asserts")


@pytest.mark.parametrize(
    ("code", "text"),
    [("fr", "Combien de bateaux ont coulé en mai ?"), ("ar", "كم قاربا غرق في مايو؟")],
)
def test_a_question_is_no_claim_whatever_its_mark(code, text):
    doc = read(text, code)

    assert not doc._.found
    assert ("question",) in [reasons for _, reasons in doc._.left_out]


def test_a_pronoun_that_may_stand_for_nothing_is_left():
    found = read("In Elmsby sanken 40 Boote. Es ist die höchste Zahl seit 2010.", "de")._.found

    assert [claim.proposed for claim in found][-1] == "Es ist die höchste Zahl seit 2010."


def test_a_first_name_is_no_month():
    text = "Minister Jan Ude kam. Im Jan. 2024 sanken 40 Boote. Seit Januar fehlen 12 Boote."
    found = read(text, "de")._.found

    assert [[date.text for date in claim.dates] for claim in found] == [
        [],
        ["Jan. 2024"],
        ["Seit Januar"],
    ]


@pytest.mark.parametrize(
    ("code", "text", "proposed"),
    [
        ("fr", "Le ministre Yves Baudry a parlé. L'entrepôt est vaste. Il a 40 lits.",
         "Il a 40 lits."),
        ("fr", "L'entrepôt est vaste. Le ministre Yves Baudry est venu. Il a vu 40 lits.",
         "Yves Baudry a vu 40 lits."),
        ("de", "Ministerin Lene Kamp kam. Die Werft ist groß. Sie hat 40 Boote.",
         "Sie hat 40 Boote."),
    ],
)  # fmt: skip
def test_a_pronoun_behind_a_thing_is_left(code, text, proposed):
    assert read(text, code)._.found[-1].proposed == proposed


def test_a_year_may_open_a_sentence_behind_another():
    (claim,) = read("Der Hafen schloss. 1990 lagen hier 800 Boote.", "de")._.found[-1:]

    assert [date.text for date in claim.dates] == ["1990"]
    assert [figure.value for figure in claim.quantities] == [800]
