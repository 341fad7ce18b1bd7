"""Cases in Markdown: files in blocks, and the problems that they give."""

import re
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from arranged import ARRANGED

from sitegen.check import check
from sitegen.config import Budget
from sitegen.importing import Web, fetch
from sitegen.kinds import load_kinds
from sitegen.pipeline import Order, Silence, build
from sitegen.pipeline import check as check_project
from sitegen.problems import Problem, in_order
from sitegen.read import find_seeds, read_annotations, read_article, read_shared

CASES = Path(__file__).parent / "cases"
DOCS = Path(__file__).parent.parent / "docs" / "problems.md"

_SECTION = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<name>\w+)(?: +(?P<path>\S+))?[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILES = {
    "article": "seeds/case.txt",
    "annotation": "seeds/case.yaml",
    "yaml": "seeds/case.yaml",
    "sources": "sources.yaml",
    "settings": "sitegen.yaml",
    "page": "content/case.md",
    "template": "templates/page.html",
    "words": "words/en.yaml",
    "html": "site/case.html",
    "address": "address.txt",
}
"""By the name of a block, the file that it is where it names no other."""
_REVIEWED = frozenset({"evidence", "headline", "wording"})
"""Files of cases about rules that need the analysis."""


@dataclass(frozen=True, slots=True)
class Case:
    """One section of a file of cases."""

    path: Path
    title: str
    files: Mapping[str, str]
    """Contents by path from the root of a project, as far as the section shows them."""
    expected: str
    """The printed problems; a hint stands below its problem, indented."""

    @property
    def code(self) -> str:
        """The only code that counts; empty where all do."""
        return self.title.strip("`") if self.path == DOCS else ""


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the cases of a Markdown file."""
    for section in _SECTION.finditer(path.read_text(encoding="utf-8")):
        blocks = list(_BLOCK.finditer(section["body"]))
        files = {block["path"] or _FILES[block["name"]]: block["text"] for block in blocks if block["name"] in _FILES}
        expected = "".join(block["text"] for block in blocks if block["name"] == "problems")
        yield Case(path, section["title"], {path: _visible(text) for path, text in files.items()}, expected)


def run_case(case: Case, root: Path) -> str:
    """Write the case's files as a project and return the problems as they are printed, hints below them."""
    standard = {"sitegen.yaml": "url: https://desk.example/\n", "seeds/case.txt": _standard_article()}
    for path, text in {**standard, **case.files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")
    with ARRANGED[case.code](root) if case.code in ARRANGED else nullcontext():
        problems = [problem for problem in _problems(case, root) if case.code in {"", problem.kind.value}]
    return "".join(f"{problem}\n" + (f"  {problem.hint}\n" if problem.hint else "") for problem in in_order(problems))


def _problems(case: Case, root: Path) -> list[Problem]:
    """Go as far as the cases of a file go; an address leads nowhere, since tests have no network."""
    if (root / "address.txt").exists():
        found = fetch((root / "address.txt").read_text(encoding="utf-8").strip(), Web(resolve=_numbers_alone))
        return [found] if isinstance(found, Problem) else []
    if case.code or case.path.parent.name == "sites":
        checked = check_project(root, [], Silence())
        built = build(root, Order(root / "site"), Silence())
        return [*checked.problems, *built.problems]
    if case.path.stem in _REVIEWED:
        return [*check_project(root, [], Silence()).problems]
    return _read(root, is_checked=case.path.parent.name != "annotations")


def _read(root: Path, *, is_checked: bool) -> list[Problem]:
    """Return what reading says, and what checking says of the annotations that were read."""
    kinds = load_kinds()
    seeds, problems = find_seeds(root)
    shared, found = read_shared(root, kinds)
    problems += found
    for seed in seeds:
        article, unreadable = read_article(root, seed, {})
        annotations, wrong = read_annotations(root, seed, shared, kinds)
        problems += unreadable + wrong
        if is_checked and article and annotations:
            problems += check(article, annotations, kinds, Budget())
    return problems


def _numbers_alone(host: str, _: int) -> list[str]:
    if not host.replace(".", "").isdigit():
        message = "no such name"
        raise OSError(message)
    return [host]


def _standard_article() -> str:
    return (CASES / "article.txt").read_text(encoding="utf-8")


def _visible(text: str) -> str:
    return text.replace("⇥", "\t").replace("⍽", "\u00a0")


def update(path: Path, root: Path) -> None:
    """Write the problems of a file of cases anew; each case gets a folder below `root`."""
    text = path.read_text(encoding="utf-8")
    for number, case in enumerate(cases_in(path)):
        start = text.index(f"## {case.title}\n")
        end = text.find("\n## ", start)
        blocks = [
            found
            for found in _BLOCK.finditer(text, start, len(text) if end < 0 else end)
            if found["name"] == "problems"
        ]
        if blocks:
            text = text[: blocks[0].start("text")] + run_case(case, root / str(number)) + text[blocks[0].end("text") :]
    path.write_text(text, encoding="utf-8")
