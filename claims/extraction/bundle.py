"""One small file that holds a whole spaCy pipeline: no pickle, weights in eight bits.

Layout of a bundle:

    8 bytes   magic "PLUMBSPZ"
    2 bytes   format version, big-endian
    4 bytes   length of the header, big-endian
    32 bytes  SHA-256 of everything after it
    header    JSON, readable with any pager: name, version, language, licence and notice in full
    payload   LZMA of a MessagePack map: config, meta, strings, components

A large weight matrix is stored as one signed byte per number and one float16 scale per row; small
ones and vectors as float16. What the pipeline predicts stays the same but for near ties.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import spacy
import srsly
from spacy.language import Language
from spacy.util import load_model_from_config

MAGIC = b"PLUMBSPZ"
FORMAT = 1
PREFIX = struct.Struct(">8sHI32s")
LEVELS = 127  # a signed byte, symmetric about zero
SMALL_MATRIX = 20_000  # numbers; below it precision is worth more than bytes
LARGEST_PAYLOAD = 200_000_000  # bytes unpacked; a damaged length must not fill the memory


class UnreadableBundle(ValueError):
    """The file is no bundle, is damaged, or was packed in a format that is not read here."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a bundle says about itself, readable without unpacking it."""

    name: str
    version: str
    language: str
    spacy: str
    licence: str
    notice: str
    checksum: str


# --- packing ---------------------------------------------------------------------------------
def pack(nlp: Language, path: Path, *, licence: str, notice: str) -> Header:
    """Write a trained pipeline to `path` and return its header.

    licence, notice: full texts, kept in the file so that they travel with the weights.
    The pipeline needs a name and a version in `nlp.meta`. Vectors are not supported.
    """
    if nlp.vocab.vectors.size:
        raise ValueError("A pipeline with word vectors does not fit into a bundle.")
    payload = {
        "config": nlp.config.to_str(),
        "meta": {key: nlp.meta[key] for key in ("lang", "name", "version")},
        "strings": sorted(strings_of(nlp)),
        "components": {name: packed_component(pipe) for name, pipe in nlp.pipeline},
    }
    header = {
        "name": f"{nlp.meta['lang']}_{nlp.meta['name']}",
        "version": nlp.meta["version"],
        "language": nlp.meta["lang"],
        "spacy": spacy.__version__,
        "licence": licence,
        "notice": notice,
    }
    head = json.dumps(header, ensure_ascii=False, indent=1).encode()
    body = head + lzma.compress(
        srsly.msgpack_dumps(payload), preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_NONE
    )
    digest = hashlib.sha256(body)
    path.write_bytes(PREFIX.pack(MAGIC, FORMAT, len(head), digest.digest()) + body)
    return Header(**header, checksum=digest.hexdigest())


def strings_of(nlp: Language) -> set[str]:
    """Strings the components need: labels, and the affixes of lemma rules."""
    needed: set[str] = set()
    for _, pipe in nlp.pipeline:
        needed.update(str(label) for label in getattr(pipe, "labels", ()))
        trees = getattr(pipe, "trees", None)
        if trees is None:
            continue
        for tree in srsly.msgpack_loads(trees.to_bytes())["trees"]:
            needed.update(nlp.vocab.strings[tree[key]] for key in ("orig", "subst") if key in tree)
    return needed


def packed_component(pipe: Any) -> dict[str, Any]:
    packed: dict[str, Any] = {"rest": pipe.to_bytes(exclude=["vocab", "model"])}
    model = getattr(pipe, "model", None)
    if model is not None and not isinstance(model, bool):
        weights = model.to_dict()
        weights["params"] = [
            {name: packed_array(array) for name, array in params.items()}
            for params in weights["params"]
        ]
        packed["model"] = weights
    return packed


def packed_array(array: numpy.ndarray | None) -> dict[str, Any] | None:
    if array is None:
        return None
    array = numpy.asarray(array, dtype="float32")
    if array.ndim < 2 or array.size < SMALL_MATRIX:
        return {"shape": list(array.shape), "half": array.astype("<f2").tobytes()}
    rows = array.reshape(-1, array.shape[-1])
    scale = (numpy.abs(rows).max(axis=1, keepdims=True) / LEVELS).astype("<f2")
    # Tiny rows would round to a scale of zero.
    scale = numpy.maximum(scale, numpy.finfo("<f2").tiny.astype("<f2"))
    levels = numpy.rint(rows / scale.astype("float32")).clip(-LEVELS, LEVELS).astype("int8")
    return {"shape": list(array.shape), "scale": scale.tobytes(), "levels": levels.tobytes()}


# --- loading ---------------------------------------------------------------------------------
def load(path: Path) -> Language:
    """Return the pipeline in a bundle.

    Raises UnreadableBundle, with a sentence for the person who runs the program, when the file is
    no bundle, damaged, or of another format; FileNotFoundError when there is none.
    """
    _, body, start = read(path)
    try:
        inflated = lzma.LZMADecompressor(memlimit=LARGEST_PAYLOAD).decompress(
            body[start:], max_length=LARGEST_PAYLOAD
        )
        payload = srsly.msgpack_loads(inflated)
        nlp = load_model_from_config(
            spacy.util.Config().from_str(payload["config"]), meta=payload["meta"], validate=False
        )
        for string in payload["strings"]:
            nlp.vocab.strings.add(string)
        for name, packed in payload["components"].items():
            restore(nlp.get_pipe(name), packed)
    except (lzma.LZMAError, KeyError, TypeError, ValueError) as error:
        raise UnreadableBundle(
            f"{path} does not fit spaCy {spacy.__version__}: {error}. Pack it again with "
            "`python -m claims.extraction.train pack`, or set SPACY_MODEL=blank."
        ) from error
    return nlp


def read_header(path: Path) -> Header:
    """What the bundle says about itself; its checksum has been verified."""
    return read(path)[0]


def read(path: Path) -> tuple[Header, bytes, int]:
    """Header, bytes after the prefix, and where the payload begins in them."""
    content = path.read_bytes()
    if len(content) < PREFIX.size or not content.startswith(MAGIC):
        raise UnreadableBundle(f"{path} is not a language bundle.")
    _, version, length, digest = PREFIX.unpack_from(content)
    if version != FORMAT:
        raise UnreadableBundle(
            f"{path} has bundle format {version}; this version reads format {FORMAT}. Pack it "
            "again with `python -m claims.extraction.train pack`."
        )
    body = content[PREFIX.size :]
    if hashlib.sha256(body).digest() != digest:
        raise UnreadableBundle(f"{path} is damaged: its checksum differs. Install it again.")
    try:
        header = Header(**json.loads(body[:length]), checksum=digest.hex())
    except (ValueError, TypeError) as error:
        raise UnreadableBundle(f"{path} has a header that cannot be read: {error}") from error
    return header, body, length


def restore(pipe: Any, packed: dict[str, Any]) -> None:
    pipe.from_bytes(packed["rest"], exclude=["vocab", "model"])
    if "model" in packed:
        weights = packed["model"]
        weights["params"] = [
            {name: restored_array(array) for name, array in params.items()}
            for params in weights["params"]
        ]
        pipe.model.from_dict(weights)


def restored_array(packed: dict[str, Any] | None) -> numpy.ndarray | None:
    if packed is None:
        return None
    shape = packed["shape"]
    if "half" in packed:
        return numpy.frombuffer(packed["half"], dtype="<f2").astype("float32").reshape(shape)
    scale = numpy.frombuffer(packed["scale"], dtype="<f2").astype("float32")
    levels = numpy.frombuffer(packed["levels"], dtype="int8").astype("float32")
    return (levels.reshape(len(scale), -1) * scale[:, None]).reshape(shape)
