"""Questions and answers as paragraphs without names: who answers."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read

#: Language, name, opening, question and answer, twice, and what the article goes on to say.
INTERVIEWS = [
    ("en", "Ada Holm", "The harbour master Ada Holm runs the port of Varn. A talk about boats.",
     "How many boats sank?", "We lost 40 boats in one night.",
     "Were there warnings?", "Nobody warned us before the third of May.",
     "The port was built in 1931 by two brothers."),
    ("de", "Lene Kamp", "Die Fischerin Lene Kamp führt in Elmsby einen Betrieb mit acht Leuten.",
     "Wie viele Boote sind gesunken?", "In dieser Nacht haben wir 40 Boote verloren.",
     "Gab es Warnungen?", "Vor dem 3. Mai hat uns niemand gewarnt.",
     "Der Hafen wurde 1931 von zwei Brüdern gebaut."),
    ("fr", "Odile Carpin", "La patronne Odile Carpin dirige le port de Brécy et ses quais.",
     "Combien de bateaux ont coulé ?", "En une nuit nous avons perdu 40 bateaux.",
     "Y avait-il des alertes ?", "Personne ne nous a prévenus avant le 3 mai.",
     "Le port a été bâti en 1931 par deux frères."),
    ("ru", "Вера Лугина", "Капитан порта Вера Лугина провела встречу с газетами области.",
     "— Сколько барж утонуло?", "— За одну ночь мы потеряли 40 барж.",
     "— Были ли предупреждения?", "— До 3 мая нас никто не предупреждал.",
     "Порт построили в 1931 году два брата."),
    ("ar", "سلوى الدباغ",
     "قالت مديرة الميناء الدكتورة سلوى الدباغ في مقابلة مع الصحيفة إن الميناء قديم.",
     "كم عدد القوارب التي غرقت؟", "فقدنا 40 قاربا في ليلة واحدة.",
     "هل كانت هناك تحذيرات؟", "لم يحذرنا أحد قبل 3 مايو.",
     "بني الميناء عام 1931 على يد أخوين."),
]  # fmt: skip


@pytest.mark.parametrize("interview", INTERVIEWS, ids=[row[0] for row in INTERVIEWS])
def test_answers_are_those_of_the_person_named_above(interview):
    code, name, opening, *turns, behind = interview
    text = "\n\n".join([opening, *turns, behind])

    speakers = {claim.text.rstrip("."): claim.speaker for claim in read(text, code)._.found}

    for answer in turns[1::2]:
        assert speakers[answer.strip("— .")] == name
    assert speakers[behind.rstrip(".")] is None


def test_a_short_paragraph_between_answers_may_put_a_question_without_a_mark():
    text = (
        "Die Fischerin Lene Kamp führt in Elmsby einen Betrieb.\n\nGab es Warnungen?\n\nKeine.\n\n"
        "Der Minister sagt, niemand habe gewarnt.\n\nIm Mai warnten uns 40 Leute.\n\n"
        "Und heute?\n\nHeute sind es noch 30 Boote."
    )

    speakers = {claim.text: claim.speaker for claim in read(text, "de")._.found}

    assert speakers["niemand habe gewarnt"] == "Minister"
    assert speakers["Im Mai warnten uns 40 Leute"] == "Lene Kamp"


def test_nobody_answers_where_two_are_named():
    text = (
        "Ada Holm met Otto Brand in Varn.\n\nHow many boats sank?\n\nIn May 40 boats sank.\n\n"
        "Who paid?\n\nThe port paid 40 crowns."
    )

    assert {claim.speaker for claim in read(text, "en")._.found} == {None}


def test_letters_with_a_full_stop_tell_question_and_answer():
    text = (
        "Entrevista con Inés Pardo, capitana del puerto de Almenara, tras la tormenta.\n\n"
        "P. ¿Cuántas barcas se hundieron?\n\nR. Perdimos 40 barcas en una noche.\n\n"
        "P. El alcalde dice que avisó.\n\nR. Nadie nos avisó antes del 3 de mayo.\n\n"
        "Pardo dejó el cargo en junio de 2023."
    )

    speakers = {claim.text: claim.speaker for claim in read(text, "es")._.found}

    assert speakers["Nadie nos avisó antes del 3 de mayo"] == "Inés Pardo"
    assert speakers["Pardo dejó el cargo en junio de 2023"] is None


def test_a_paragraph_behind_a_question_that_names_the_person_is_no_answer():
    text = (
        "Why I wrote to Ada Holm\n\nHow many boats sank?\n\nIn May 40 boats sank.\n\n"
        "Who paid?\n\nHolm paid 40 crowns in June."
    )

    speakers = {claim.text: claim.speaker for claim in read(text, "en")._.found}

    assert speakers["Holm paid 40 crowns in June"] is None
