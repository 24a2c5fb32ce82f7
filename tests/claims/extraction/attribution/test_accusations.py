"""Who accuses whom of what, in each language: the one accused is part of what is said."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.pipeline import read

#: Language, text, who accuses, and of whom what is said.
ACCUSATIONS = [
    ("es", "La concejala Inés Pardo acusó el martes al capitán Blas Otero, de 50 años, de hundir "
     "40 barcas.", "Inés Pardo", "capitán Blas Otero, de 50 años, de hundir 40 barcas"),
    ("es", "La naviera culpa a los pescadores de la pérdida de 40 redes.", "naviera",
     "los pescadores de la pérdida de 40 redes"),
    ("fr", "La juge Odile Carpin a accusé lundi le marin Yves Baudry, de Brécy, d'avoir coulé "
     "40 barques.", "Odile Carpin", "le marin Yves Baudry, de Brécy, d'avoir coulé 40 barques"),
    ("fr", "L'éleveuse Odile Carpin reproche au préfet d'avoir caché 40 rapports.", "Odile Carpin",
     "préfet d'avoir caché 40 rapports"),
    ("de", "Landrätin Lene Kamp bezichtigte die Werft, 40 Boote versenkt zu haben.", "Lene Kamp",
     "die Werft, 40 Boote versenkt zu haben"),
    ("ru", "Следователи обвиняют лоцмана Якова Сомова в краже 40 лодок.", "Следователи",
     "лоцмана Якова Сомова в краже 40 лодок"),
    ("uk", "Лікарка Ольга Бурак звинувачує завод у тому, що він знищив 40 дерев.", "Ольга Бурак",
     "завод у тому, що він знищив 40 дерев"),
    ("he", "ביום חמישי שעבר האשימה רות שחם את הקבלן בגניבת 40 צינורות.", "רות שחם",
     "הקבלן בגניבת 40 צינורות"),
    ("ar", "ويوم الاثنين اتهمت المحامية هدى النجار مديرية الري بإغراق 40 منزلا.", "هدى النجار",
     "مديرية الري بإغراق 40 منزلا"),
    ("ar", "واتهم السكان البلدية بقطع 40 شجرة.", "السكان", "البلدية بقطع 40 شجرة"),
]  # fmt: skip


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "charge",
    [
        "two builders, Ada Holm and Jan Lind, with cheating people from at least 74 towns",
        "Ada Holm, 58, and Jan Lind, 49, with nine counts of fraud",
        "Ada Holm, 58, with the murder of two men",
    ],
)
def test_what_somebody_is_charged_with_is_one_claim_with_who_is(charge):
    (claim,) = find_claims(f"Prosecutors in Varn charged {charge}.", "en")

    assert claim.text == charge


@pytest.mark.usefixtures("model")
def test_a_toll_is_no_charge():
    *_, second = find_claims("The council counted nine dead, with 40 people missing.", "en")

    assert second.text == "with 40 people missing"


@pytest.mark.parametrize(("code", "text", "speaker", "charge"), ACCUSATIONS)
def test_an_accusation_is_said_by_who_accuses(code, text, speaker, charge):
    found = read(text, code)._.found

    assert [(claim.text, claim.speaker) for claim in found] == [(charge, speaker)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El guarda acusa el cansancio después de 40 kilómetros."),
        ("ar", "قال الوزير سامي الدباغ إن المحكمة اتهمت 40 شخصا."),
    ],
)
def test_what_only_looks_like_one_accuses_nobody(code, text):
    assert all(claim.stance == "asserts" for claim in read(text, code)._.found)


def test_a_gathering_verb_at_the_end_of_a_relative_clause_cites_nobody():
    text = "El alcalde Blas Otero vendió 40 camiones a la empresa que recoge la basura."

    (claim,) = read(text, "es")._.found

    assert claim.speaker is None


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("A clerk accused of taking 9,000 crowns from a fund said she had paid it back.", "clerk"),
        ("A man charged with stealing 40 cars from a firm said he was innocent.", "man"),
        ("Two men suspected of burning nine barns told police they had been in Lim.", "Two men"),
        ("Police accuse Ada Holm of selling stolen cars.", "Police"),
        ("A patients' group, Breathe Free, accused Lim Oil of burying a review.", "Breathe Free"),
    ],
)
def test_who_speaks_is_told_by_the_charge_or_brings_it(sentence, who):
    assert [claim.speaker for claim in find_claims(sentence, "en")] == [who]
