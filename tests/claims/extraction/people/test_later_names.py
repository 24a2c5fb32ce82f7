"""Who is meant by what sort of person one is, in languages other than English."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read

#: Language, what leads up to it, what is said, who is found to say it.
MEANT = [
    ("ru", "Мэр Аркадий Голованов приехал ночью. ", "«Сгорели два дома», — сказал чиновник.",
     "Аркадий Голованов"),
    ("ru", "Тамара Рыжова живёт у реки. ", "«Сгорели два дома», — говорит 67-летняя пенсионерка.",
     "Тамара Рыжова"),
    ("ru", "Хирург Нина Сорина дежурила. ", "По словам врача, сгорели два дома.",
     "Нина Сорина"),
    ("uk", "Лікарка Ольга Бурак дежурила. ", "«Згоріли два будинки», — додала лікарка.",
     "Ольга Бурак"),
    ("uk", "Степан Лобач живе біля ріки. ", "«Згоріли два будинки», — каже 61-річний чоловік.",
     "Степан Лобач"),
    ("de", "Landrat Jan Ude kam am Abend. ", "„Zwei Häuser brannten“, sagte der CDU-Politiker.",
     "Jan Ude"),
    ("de", "Baurätin Lene Kamp kam am Abend. ", "„Zwei Häuser brannten“, sagte die Beamtin.",
     "Lene Kamp"),
    ("fr", "Le maire Luc Baudry est venu. ", "« Deux maisons ont brûlé », a dit l'élu centriste.",
     "Luc Baudry"),
    ("fr", "Karim Belhadj a tout vu. ", "Le syndicaliste affirme que deux maisons ont brûlé.",
     "Karim Belhadj"),
    ("es", "La alcaldesa Inés Pardo llegó. ", "«Ardieron dos casas», dijo la funcionaria.",
     "Inés Pardo"),
    ("es", "El diputado Blas Otero llegó. ", "«Ardieron dos casas», dijo el político.",
     "Blas Otero"),
    ("he", "ד\"ר יואב שחם הגיע. ", "\"נשרפו שני בתים\", אמר הרופא.", "יואב שחם"),
    ("ar", "قال سامي الدباغ إن السد قديم. ",
     "قال النقيب: \"احترق منزلان في الليل\".", "سامي الدباغ"),
]  # fmt: skip
#: The same where somebody is meant who was not named.
NOT_MEANT = [
    ("ru", "Мэр Аркадий Голованов приехал ночью. ", "«Сгорели два дома», — сказал один рыбак."),
    ("de", "Landrat Jan Ude kam am Abend. ", "„Zwei Häuser brannten“, sagte eine Politikerin."),
    ("de", "Landrat Jan Ude kam am Abend. ", "„Zwei Häuser brannten“, sagte die Beamtin."),
    ("fr", "Le maire Luc Baudry est venu. ", "« Deux maisons ont brûlé », a dit un élu."),
    ("es", "El alcalde Blas Otero llegó. ", "«Ardieron dos casas», dijo un funcionario."),
    ("es", "El alcalde Blas Otero llegó. ", "«Ardieron dos casas», dijo la funcionaria."),
]


@pytest.mark.parametrize(("code", "before", "said", "speaker"), MEANT)
def test_a_sort_of_person_is_who_was_named_before(code, before, said, speaker):
    assert read(before + said, code)._.found[-1].speaker == speaker


@pytest.mark.parametrize(("code", "before", "said"), NOT_MEANT)
def test_somebody_new_is_nobody_who_was_named(code, before, said):
    speaker = read(before + said, code)._.found[-1].speaker

    assert speaker is not None
    assert speaker.split()[-1] not in before
