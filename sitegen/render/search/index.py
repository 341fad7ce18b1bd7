"""The index of one bucket: records go to Pagefind, the files of its index come back and are packed for readers.

Pagefind's program is asked directly: what its package for Python does between takes in one answer
every tenth of a second, which is minutes for a few hundred briefs, and no answer above two megabytes.
"""

import base64
import json
import socket
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sitegen.problems import Kind, Location, Problem
from sitegen.render.search.records import Record
from sitegen.render.search.settling import Files, packed_bucket, packed_program
from sitegen.root import FILE

NOTHING = Record("nothing", "", {}, {}, "")
"""What Pagefind makes no program without."""


class PagefindError(Exception):
    """The program failed, or said something that we do not understand."""


def bucket_files(program: Path, records: Sequence[Record], language: str, name: str) -> Files | Problem:
    """Return the files of the index of these records, by their paths from its folder; `name` is that of its first.

    It follows from its arguments alone, all of which can be sent to another process.
    """
    return _made(program, records, language, lambda files: packed_bucket(files, records, name))


def program_files(program: Path, language: str) -> Files | Problem:
    """Return the program that asks an index of this language in a browser, by paths from its folder."""
    return _made(program, [NOTHING], language, packed_program)


def _made(program: Path, records: Iterable[Record], language: str, pack: Callable[[Files], Files]) -> Files | Problem:
    try:
        with _running(program) as line:
            files = _asked_for(line, records, language)
        with _blamed():
            return pack(files)
    except PagefindError as error:
        message = f"the program that makes the search index failed: {error}"
        return Problem(Location(FILE), Kind.SEARCH_FAILED, message, hint="search: no")


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
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{type(error).__name__}, {error}"
        raise PagefindError(message) from error


def _asked_for(line: socket.socket, records: Iterable[Record], language: str) -> Files:
    index = _ask(line, "NewIndex", config=None).get("index_id")
    for record in records:
        _ask(line, "AddRecord", index_id=index, **_asked(record, language))
    answer = _ask(line, "GetFiles", index_id=index)
    with _blamed():
        return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


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
