"""size.py: build files of extreme size, each beside three usual articles, and weigh what it takes.

Each must become a page or be said to be too large, in bounded time and memory, and the site must stay as it was where
it is no page.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kill import files_of
from measures.running import Run, run
from project import ANNOTATION, ARTICLE, PROGRAM, build_project, make_project

MEMORY = 2000
"""MiB that no build may take in all its processes."""
SECONDS = 300
"""Of the processors, that no build may take."""
SAID = 3_000_000
"""Characters that no build may say."""

PROBLEM = re.compile(r"^\S+:\d+:\d+: (?!note|warning).*", re.MULTILINE)

Files = Mapping[str, str]
HEAD = ARTICLE.format(number=4, day=4)
NOTES = ANNOTATION.format(number=4, tag="port-1")
QUOTE = "  - quote: We have counted 4 boats, and we are still counting\n    source: Ilse Tandor\n"
SOURCES = "publisher: Maro Courier\nsources:\n  - Maro Courier < Ilse Tandor\n"


def paragraphs(size: int) -> str:
    """Return text of so many characters, a statement each paragraph."""
    count = size // 190
    return "".join(
        f"The harbour office said that storm {number} had broken the moorings of {number} boats. “We have counted "
        f"{number} boats,” harbour master Ilse Tandor told the Maro Courier, and went on counting.\n\n"
        for number in range(count)
    )


def _in_one(text: str) -> str:
    return text.replace("\n\n", " ")


def _comments(size: int) -> str:
    line = "# a comment of some length\n"
    return line * (size // len(line))


def _sources(count: int) -> Files:
    return {"sources.yaml": "".join(f"s{n}: {{name: Source {n}}}\n" for n in range(count))}


def _seed(article: str, ending: str = "txt", notes: str = NOTES) -> Files:
    return {f"seeds/big.{ending}": article, "seeds/big.yaml": notes}


def _saved(size: int, together: int) -> Files:
    lines = (HEAD + paragraphs(size)).split("\n\n")
    story = "".join(f"<p>{' '.join(lines[at : at + together])}</p>\n" for at in range(0, len(lines), together))
    return _seed(f"<html><body><article><h1>Boats</h1>{story}</article></body></html>", "html")


def _quotes(count: int) -> Files:
    quotes = "".join(f"  - quote: We have counted {n} boats\n    source: Ilse Tandor\n" for n in range(10, count + 10))
    return _seed(HEAD + paragraphs((count + 20) * 190), notes=f"{SOURCES}quotes:\n{quotes}")


def _broken(count: int) -> Files:
    files = {f"seeds/broken-{number}.txt": HEAD for number in range(count)}
    return files | {f"seeds/broken-{number}.yaml": "quotes: [" for number in range(count)}


@dataclass(frozen=True, slots=True)
class Case:
    """Files that grow with a number: characters, or how often something stands there."""

    full: int
    """The number that the bench takes."""
    files: Callable[[int], Files]
    works: bool
    """Whether it becomes a page; else a problem says why not."""
    analyse: bool = False
    """Whether software reads the article, which else takes all the time."""


CASES: Mapping[str, Case] = {
    "a pasted article": Case(10_000_000, lambda size: _seed(HEAD + paragraphs(size)), works=True),
    "a pasted article, analysed": Case(
        10_000_000, lambda size: _seed(HEAD + paragraphs(size)), works=False, analyse=True
    ),
    "the longest article that is analysed": Case(
        900_000, lambda size: _seed(HEAD + paragraphs(size)), works=True, analyse=True
    ),
    "the longest paragraph that is analysed": Case(
        900_000, lambda size: _seed(HEAD + _in_one(paragraphs(size))), works=True, analyse=True
    ),
    "an article of one paragraph": Case(10_000_000, lambda size: _seed(HEAD + _in_one(paragraphs(size))), works=True),
    "an article of one word": Case(10_000_000, lambda size: _seed(HEAD + "b" * size), works=True),
    "a saved page": Case(10_000_000, lambda size: _saved(size, 10), works=True),
    "a saved page, analysed": Case(10_000_000, lambda size: _saved(size, 10), works=False, analyse=True),
    "a saved page of many elements": Case(10_000_000, lambda size: _saved(size, 1), works=False),
    "a saved page of open elements": Case(1_000_000, lambda count: _seed("<div>" * count + HEAD, "html"), works=False),
    "quotes of one article": Case(100_000, _quotes, works=False),
    "as many quotes as are read": Case(3_900, _quotes, works=True),
    "the same quote again": Case(
        100_000, lambda count: _seed(HEAD, notes=f"{SOURCES}quotes:\n{QUOTE * count}"), works=False
    ),
    "broken annotation files": Case(10_000, _broken, works=False),
    "an annotation file": Case(19_000_000, lambda size: _seed(HEAD, notes=NOTES + _comments(size)), works=False),
    "settings": Case(19_000_000, lambda size: {"sitegen.yaml": "title: Boats\n" + _comments(size)}, works=False),
    "shared sources": Case(500_000, _sources, works=False),
    "as many shared sources as are read": Case(4_900, _sources, works=True),
    "own words": Case(19_000_000, lambda size: {"words/en.yaml": _comments(size)}, works=False),
    "a page of one's own": Case(
        10_000_000, lambda size: {"content/about.md": "# About\n\n" + paragraphs(size)}, works=True
    ),
    "a page of brackets": Case(200_000, lambda size: {"content/about.md": "# About\n\n" + "[" * size}, works=True),
}


def write_case(root: Path, name: str, number: int) -> Files:
    """Write the files of a case into a project, and return them."""
    case = CASES[name]
    files = case.files(number)
    if "sitegen.yaml" not in files:
        files = {**files, "sitegen.yaml": f"title: Boats\nanalyse: {'yes' if case.analyse else 'no'}\n"}
    for path, text in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return files


def faults_of(name: str, code: int, said: str, files: Files, *, is_as_before: bool) -> Iterator[str]:
    """Yield what is wrong with how a build of a case ended."""
    if code != (0 if CASES[name].works else 1) or "Traceback" in said:
        yield f"it ended with {code}: {said[-600:]}"
    if len(said) > SAID:
        yield f"it said {len(said):,} characters"
    if code == 1 and not any(f"{path}:" in said for path in files):
        yield f"it names no file: {said[:600]}"
    if code == 1 and not is_as_before:
        yield "it changed the site all the same"


def main() -> int:
    """Build each case; exit 1 where one of them was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", default="", help="one case alone, or all that have this in their name")
    parser.add_argument("--part", type=float, default=1.0, help="the share of the full size")
    parser.add_argument("--jobs", default="1", help="processes of a build; 0: one for each core")
    asked = parser.parse_args()
    faults = [f"{name}: {fault}" for name in CASES if asked.case in name for fault in _tried(name, asked)]
    print(*faults, sep="\n")
    return 1 if faults else 0


def _tried(name: str, asked: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="sitegen-size-") as folder:
        root = make_project(Path(folder), range(1, 4))
        build_project(root)
        before = files_of(root / "site")
        number = round(CASES[name].full * asked.part)
        files = write_case(root, name, number)
        command = [*PROGRAM, "build", "-q", "--jobs", asked.jobs]
        found = run(command, root, weigh=True, allowed=range(-64, 256))
        is_as_before = files_of(root / "site") == before
    _print(name, number, found)
    yield from faults_of(name, found.code, found.told, files, is_as_before=is_as_before)
    if found.peak > MEMORY or found.processor > SECONDS:
        yield f"it took {found.processor:.0f} s and {found.peak:.0f} MiB"


def _print(name: str, number: int, found: Run) -> None:
    first = next((found[0] for found in PROBLEM.finditer(found.told)), "")[:120]
    print(
        f"{name:40} {number:12,} ends with {found.code} {found.processor:8.1f} s {found.peak:8.0f} MiB  {first}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
