"""Which model reads a language, and the name of everything that a reading depends on."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from .bundle import read_header
from .entities.tables import names_version
from .lexicon import data_version, languages
from .worth.learned import model_version
from .worth.weights import weights_version

VERSION = "3"
DEFAULT_LANGUAGE = "en"
BUNDLES = Path(__file__).parent / "data"


def model_for(language: str) -> str:
    """Name of the model to read a language with: "blank", "bundle", a package or a path.

    The variable SPACY_MODEL holds the model of the default language, SPACY_MODELS others, written
    as "ru=ru_core_news_sm,he=/srv/he". Without either, the bundle shipped for the language, or
    "blank" if there is none.
    """
    chosen = _models_by_language().get(language, "")
    if not chosen and language == DEFAULT_LANGUAGE:
        chosen = os.environ.get("SPACY_MODEL", "").strip()
    return chosen or ("bundle" if bundle_of(language).is_file() else "blank")


def _models_by_language() -> dict[str, str]:
    found = {}
    for pair in filter(str.strip, os.environ.get("SPACY_MODELS", "").split(",")):
        code, sign, model = (part.strip() for part in pair.partition("="))
        if not (code and sign and model):
            raise ValueError(
                f"SPACY_MODELS holds {pair.strip()!r}: write language=model, with commas between."
            )
        found[code] = model
    return found


def bundle_of(language: str) -> Path:
    """Where the pipeline that is shipped for a language lies, if one is."""
    return BUNDLES / f"{language}.spz"


def known(language: str | None) -> str:
    """Return the code of a language that there are tables for; "en" when none is given."""
    if not language:
        return DEFAULT_LANGUAGE
    code = language.lower().replace("_", "-").partition("-")[0]
    return code if code in languages() else "und"


def pipeline_id(language: str | None = None) -> str:
    """Return a name of model and data that changes whenever a reading could come out otherwise."""
    code = known(language)
    model = model_for(code)
    if model == "bundle":
        model = f"bundle-{_checksum(code)}"
    parts = (VERSION, data_version(), names_version(), model_version(code), weights_version())
    return ":".join((code, model, *parts)).rstrip(":")


@lru_cache(maxsize=16)
def _checksum(language: str) -> str:
    return read_header(bundle_of(language)).checksum[:10]
