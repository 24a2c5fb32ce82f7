"""Commands that rebuild the English pipeline: prepare, train, evaluate, pack.

python -m claims.extraction.train prepare --treebanks DIR --out WORK
python -m claims.extraction.train train --work WORK
python -m claims.extraction.train evaluate --treebanks DIR --model WORK/model/model-best
python -m claims.extraction.train pack --model WORK/model/model-best --version 1.0.0
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

import spacy
from spacy import Language
from spacy.cli.train import train as spacy_train
from spacy.tokens import DocBin
from spacy.training import Example

from claims.extraction import bundle
from claims.extraction.train.reporting import reports
from claims.extraction.train.treebank import Document, groups, plain, read_documents, varied

CONFIG = Path(__file__).with_name("config.cfg")
DATA = Path(__file__).resolve().parent.parent / "data"
SEED = 20
RUNS = (40, 120, 300, 80)  # words in one training text: a quote, a paragraph, a passage
REPORTS = 16_000  # sentences of reported speech to make
#: How often a document is rewritten, by the beginning of its name: edited prose counts for more
#: than chat.
COPIES = {
    "weblog": 4,
    "newsgroup": 4,
    "GUM_news": 4,
    "GUM_court": 4,
    "GUM_interview": 4,
    "GUM_speech": 4,
    "GUM_conversation": 2,
    "GUM_vlog": 2,
    "": 3,
}
ATTRIBUTES = ["TAG", "LEMMA", "HEAD", "DEP", "SENT_START", "SPACY"]


def documents_in(folder: Path, part: str) -> dict[str, list[Document]]:
    """Documents of each treebank file of one part, `train` or `dev`, by file name."""
    paths = sorted(folder.glob(f"*-{part}.conllu*"))
    if not paths:
        raise SystemExit(f"No *-{part}.conllu(.gz) files in {folder}.")
    return {path.name.partition(".")[0]: list(read_documents(path)) for path in paths}


def copies_of(document: Document) -> int:
    return next(number for start, number in COPIES.items() if document.name.startswith(start))


def prepare(treebanks: Path, out: Path, *, reported: int = REPORTS) -> None:
    """Write train.spacy (rewritten texts) and dev.spacy (texts as they are)."""
    vocab = spacy.blank("en").vocab
    chance = random.Random(SEED)
    out.mkdir(parents=True, exist_ok=True)
    documents = [d for part in documents_in(treebanks, "train").values() for d in part]
    texts = [
        varied(vocab, group, chance)
        for copy, words in enumerate(RUNS)
        for group in groups((d for d in documents if copy < copies_of(d)), words=words)
    ]
    made = reports(documents, chance, count=reported)
    texts += [varied(vocab, document.sentences, chance) for document in made]
    chance.shuffle(texts)
    DocBin(attrs=ATTRIBUTES, docs=texts).to_disk(out / "train.spacy")
    held_out = [d for part in documents_in(treebanks, "dev").values() for d in part]
    dev = [plain(vocab, group) for group in groups(held_out, words=300)]
    DocBin(attrs=ATTRIBUTES, docs=dev).to_disk(out / "dev.spacy")
    print(f"{len(texts)} training texts, {sum(map(len, texts))} tokens; {len(dev)} dev texts")


def train(work: Path, overrides: dict[str, object]) -> None:
    """Train with config.cfg; the best model by dev score is WORK/model/model-best."""
    paths = {"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy")}
    spacy_train(CONFIG, work / "model", overrides={**paths, **overrides})


def evaluate(nlp: Language, treebanks: Path) -> dict[str, dict[str, float]]:
    """Scores on the raw text of the dev parts, in percent, by treebank."""
    wanted = ("token_f", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    result = {}
    for name, documents in documents_in(treebanks, "dev").items():
        examples = []
        for document in documents:
            gold = plain(nlp.vocab, document.sentences)
            examples.append(Example(nlp.make_doc(gold.text), gold))
        scores = nlp.evaluate(examples)
        result[name] = {key: round(100 * scores[key], 2) for key in wanted}
    return result


def model_at(path: Path) -> Language:
    """A trained pipeline: a folder as spaCy writes it, or a bundle."""
    return bundle.load(path) if path.is_file() else spacy.load(path)


def pack(model: Path, out: Path, version: str) -> None:
    """Write the bundle that ships, with licence and notice inside."""
    nlp = spacy.load(model)
    nlp.meta.update(name="plumbline", version=version)
    header = bundle.pack(
        nlp,
        out,
        licence=(DATA / "LICENSE-model").read_text(encoding="utf-8"),
        notice=(DATA / "NOTICE").read_text(encoding="utf-8"),
    )
    print(f"{out}: {header.name} {header.version}, {out.stat().st_size} bytes, {header.checksum}")


def value_of(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m claims.extraction.train", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("prepare", help="treebanks -> training texts")
    command.add_argument("--treebanks", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--reported", type=int, default=REPORTS, help="sentences to make")
    command = commands.add_parser("train", help="training texts -> model")
    command.add_argument("--work", type=Path, required=True)
    command.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE")
    command = commands.add_parser("evaluate", help="scores on the dev treebanks")
    command.add_argument("--treebanks", type=Path, required=True)
    command.add_argument("--model", type=Path, required=True)
    command = commands.add_parser("pack", help="model -> one small file")
    command.add_argument("--model", type=Path, required=True)
    command.add_argument("--out", type=Path, default=DATA / "en.spz")
    command.add_argument("--version", required=True)
    options = parser.parse_args(arguments)
    if options.command == "prepare":
        prepare(options.treebanks, options.out, reported=options.reported)
    elif options.command == "train":
        pairs = (item.partition("=") for item in options.set)
        train(options.work, {key: value_of(value) for key, _, value in pairs})
    elif options.command == "evaluate":
        print(json.dumps(evaluate(model_at(options.model), options.treebanks), indent=1))
    else:
        pack(options.model, options.out, options.version)


if __name__ == "__main__":
    main(sys.argv[1:])
