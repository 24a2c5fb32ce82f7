"""The language of a text, told offline."""

from __future__ import annotations

import re
from functools import lru_cache

from django.conf import settings
from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Languages that newsrooms publish in. Fewer candidates make fewer wrong guesses.
# fmt: off
LANGUAGES = frozenset({
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk",
    "sl", "sq", "sr", "sv", "tr", "uk", "ur", "vi", "zh",
})
# fmt: on
SAMPLE = 5_000  # characters; more does not change the answer
FEWEST_LETTERS = 40  # below this a guess is a coin toss
TAG = re.compile(r"[a-zA-Z]{2,3}([-_][A-Za-z0-9]{1,8})*")


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, or "" where it cannot be told.

    Only the languages of ARTICLE_LANGUAGES (by default LANGUAGES) are considered. A text of fewer
    than 40 letters, or one that fits its best language with a probability below 0.8, has none.
    """
    sample = text[:SAMPLE]
    if sum(character.isalpha() for character in sample) < FEWEST_LETTERS:
        return ""
    code, probability = likeliest(sample, frozenset(settings.ARTICLE_LANGUAGES) or LANGUAGES)
    return code if probability >= 0.8 else ""


def likeliest(text: str, languages: frozenset[str] = LANGUAGES) -> tuple[str, float]:
    """Return which of some languages a text looks most like, and how likely that is (0 to 1)."""
    return _identifier(languages).classify(text[:SAMPLE])


def tag(told: str | None) -> str:
    """Return a language tag in BCP 47's spelling (`pt-BR`), or "" for what is none.

    Accepts what pages and people write: `en_GB`, `EN`, `pt-br`.
    """
    told = (told or "").strip()
    if not TAG.fullmatch(told) or len(told) > 35:
        return ""
    first, *rest = re.split("[-_]", told)
    spelled = [first.lower()]
    for part in rest:
        if len(part) == 2 and part.isalpha():
            spelled.append(part.upper())
        elif len(part) == 4 and part.isalpha():
            spelled.append(part.title())
        else:
            spelled.append(part.lower())
    return "-".join(spelled)


@lru_cache(maxsize=4)
def _identifier(languages: frozenset[str]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(languages)
    return identifier
