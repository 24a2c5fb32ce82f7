"""The language of a text is told, or said to be none that can be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks.claims import HELD_OUT, gold_files
from claims.extraction.language import detect
from claims.extraction.pipeline import read

TEXTS = sorted((Path(__file__).parent / "languages").glob("*.toml"))
UNREADABLE = {
    "Italian": "Il ministro ha detto che la situazione è molto grave e che il governo non ha "
    "ancora deciso nulla. Secondo il rapporto, i prezzi sono saliti del cinque per cento a maggio.",
    "Portuguese": "O ministro disse que a situação é muito grave e que o governo ainda não decidiu "
    "nada. Segundo o relatório, os preços subiram cinco por cento no mês de maio.",
    "Dutch": "De minister zei dat de situatie zeer ernstig is en dat de regering nog niets heeft "
    "besloten. Volgens het rapport zijn de prijzen in mei met vijf procent gestegen.",
    "Polish": "Minister powiedział, że sytuacja jest bardzo poważna i że rząd jeszcze nic nie "
    "postanowił w tej sprawie.",
    "Bulgarian": "Министърът каза, че положението е много сериозно и че правителството още не е "
    "решило нищо.",
    "Serbian": "Министар је рекао да је ситуација веома озбиљна и да влада још ништа није "
    "одлучила.",
    "Persian": "وزیر گفت که وضعیت بسیار جدی است و دولت هنوز تصمیمی نگرفته است.",
    "Greek": "Ο υπουργός είπε ότι η κατάσταση είναι πολύ σοβαρή.",
    "Chinese": "部长说情况非常严重。",
}


class TestDetection:
    @pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
    def test_knows_each_language_with_tables(self, path):
        assert detect(tomllib.loads(path.read_text(encoding="utf-8"))["text"]) == path.stem

    def test_knows_english_of_every_style(self):
        assert {detect(text) for _, _, text in gold_files([HELD_OUT])} == {"en"}

    @pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
    def test_takes_no_other_language_for_one_of_them(self, text):
        assert detect(text) == "und"

    @pytest.mark.parametrize("text", ["", " \n", "12 345,6 %", "🙂🙂", "\ufffd"])
    def test_finds_none_where_there_are_no_words(self, text):
        assert detect(text) == "und"

    def test_takes_a_short_text_for_the_default(self):
        assert detect("Minister quits") == "en"
        assert detect("Ministra renuncia", default="es") == "es"

    def test_names_with_accents_do_not_make_english_foreign(self):
        text = (
            "The mayor, José Núñez, said on Monday that the café had been closed by the city "
            "because of the fire, and that it would not open again before the summer."
        )

        assert detect(text) == "en"


class TestReading:
    def test_a_text_is_read_in_its_own_language(self):
        text = tomllib.loads(TEXTS[1].read_text(encoding="utf-8"))["text"]

        assert read(text).lang_ == TEXTS[1].stem == "de"

    def test_a_language_that_is_given_is_not_doubted(self):
        assert read("Der Hafen ist gesperrt.", "en").lang_ == "en"
