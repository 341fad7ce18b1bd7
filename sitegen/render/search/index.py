"""The index of some briefs: their records go to Pagefind, the files of its index come back.

Pagefind's program is asked directly: what its package for Python does between takes in one answer
every tenth of a second, which is minutes for a few hundred briefs, and no answer above two megabytes.
"""

import base64
import json
import socket
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from sitegen.problems import Kind, Location, Problem
from sitegen.render.search.packing import ENTRY, Files
from sitegen.render.search.parts import Part, parts_of
from sitegen.render.search.records import Record
from sitegen.render.search.settling import packed_program
from sitegen.root import FILE

NOTHING = Record("nothing", "", {}, {}, "")
"""What Pagefind makes no program without."""
MADE = ".pf_"
"""What the endings of the files begin with that follow from records."""


class PagefindError(Exception):
    """The program failed, or said something that we do not understand."""

    @property
    def problem(self) -> Problem:
        """Return what is said of it."""
        message = f"the program that makes the search index failed: {self}"
        return Problem(Location(FILE), Kind.SEARCH_FAILED, message, hint="search: no")


def indexed(program: Path, briefs: Sequence[Sequence[Record]], language: str) -> list[Part]:
    """Return what an index has of each brief, of which the records are given. Raises PagefindError.

    It follows from its arguments alone, all of which can be sent to another process.
    """
    with _running(program) as line:
        files = _asked_for(line, chain.from_iterable(briefs), language, lambda path: path == ENTRY or MADE in path)
    with _blamed():
        return parts_of(files, briefs)


def program_files(program: Path, language: str) -> Files | Problem:
    """Return the program that asks an index of this language in a browser, by paths from its folder."""
    try:
        with _running(program) as line:
            files = _asked_for(line, [NOTHING], language, lambda _: True)
        with _blamed():
            return packed_program(files)
    except PagefindError as error:
        return error.problem


@contextmanager
def _running(program: Path) -> Iterator[socket.socket]:
    """Start the program, and give the line on which it is asked and answers."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        end = theirs.fileno()
        with _blamed():
            command = [str(program), "--service"]
            run = subprocess.Popen(command, stdin=end, stdout=end, stderr=subprocess.DEVNULL)  # noqa: S603
        with run:
            theirs.close()  # so that the line ends when the program does
            try:
                yield ours
            finally:
                run.kill()


@contextmanager
def _blamed() -> Iterator[None]:
    """Blame the program where it cannot be started or reached, or makes what does not have the shape that is due."""
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError) as error:
        message = f"{type(error).__name__}, {error}"
        raise PagefindError(message) from error


def _asked_for(line: socket.socket, records: Iterable[Record], language: str, is_due: Callable[[str], bool]) -> Files:
    """Return the files of an index that are due; the program gives its own with every index."""
    index = _ask(line, "NewIndex", config=None).get("index_id")
    for record in records:
        _ask(line, "AddRecord", index_id=index, **_asked(record, language))
    answer = _ask(line, "GetFiles", index_id=index)
    with _blamed():
        return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"] if is_due(file["path"])}


def _ask(line: socket.socket, question: str, **details: object) -> dict[str, Any]:
    """Return the answer to a question. Raises PagefindError where the program says no, or ends."""
    asked = json.dumps({"message_id": 1, "payload": {"type": question, **details}}, ensure_ascii=False)
    with _blamed():
        line.sendall(base64.b64encode(asked.encode(errors="replace")) + b",")
        answer: dict[str, Any] = json.loads(base64.b64decode(_answer(line)))["payload"]
        said = answer["message"] if answer["type"] == "Error" else ""
    if said:
        raise PagefindError(said)
    return answer


def _answer(line: socket.socket) -> bytes:
    """Return the bytes before the next comma, which ends an answer: nothing follows before the next question."""
    pieces = list[bytes]()
    while not pieces or not pieces[-1].endswith(b","):
        piece = line.recv(1 << 20)
        if not piece:
            message = "it ended"
            raise PagefindError(message)
        pieces.append(piece)
    return b"".join(pieces)[:-1]


def _asked(record: Record, language: str) -> Mapping[str, object]:
    """Return what Pagefind is given; it leaves out what has no words as its content, though it has a title."""
    return {
        "url": record.url,
        "content": record.content if record.has_words else record.meta.get("title", record.url),
        "language": language,
        "meta": record.meta,
        "filters": record.filters,
    }
