"""Cases in Markdown: files in blocks, and the problems that they give."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.check import check
from sitegen.config import Budget
from sitegen.kinds import load_kinds
from sitegen.problems import Problem, in_order
from sitegen.read import find_seeds, read_annotations, read_article, read_shared

CASES = Path(__file__).parent / "cases"
DOCS = Path(__file__).parent.parent / "docs" / "problems.md"

_SECTION = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<name>\w+)[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILES = {
    "article": "seeds/case.txt",
    "annotation": "seeds/case.yaml",
    "yaml": "seeds/case.yaml",
    "sources": "sources.yaml",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One section of a file of cases."""

    path: Path
    title: str
    files: Mapping[str, str]
    """Contents by path from the root of a project."""
    expected: str
    """The printed problems; a hint stands below its problem, indented."""

    @property
    def is_checked(self) -> bool:
        """Whether the annotations are checked against the article."""
        return self.path.parent.name != "annotations"

    @property
    def code(self) -> str:
        """The only code that counts; empty where all do."""
        return self.title.strip("`") if self.path == DOCS else ""


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the cases of a Markdown file."""
    for section in _SECTION.finditer(path.read_text(encoding="utf-8")):
        blocks = {block["name"]: block["text"] for block in _BLOCK.finditer(section["body"])}
        files = {_FILES[name]: _visible(text) for name, text in blocks.items() if name in _FILES}
        standard = {"seeds/case.txt": (CASES / "article.txt").read_text(encoding="utf-8")}
        yield Case(path, section["title"], standard | files, blocks.get("problems", ""))


def run_case(case: Case, root: Path) -> str:
    """Write the case's files as a project and return the problems as they are printed, hints below them."""
    for path, text in case.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")
    problems = [problem for problem in _problems(case, root) if case.code in {"", problem.kind.value}]
    return "".join(f"{problem}\n" + (f"  {problem.hint}\n" if problem.hint else "") for problem in in_order(problems))


def _problems(case: Case, root: Path) -> list[Problem]:
    kinds = load_kinds()
    seeds, problems = find_seeds(root)
    shared, found = read_shared(root, kinds)
    problems += found
    for seed in seeds:
        article, unreadable = read_article(root, seed, {})
        annotations, wrong = read_annotations(root, seed, shared, kinds)
        problems += unreadable + wrong
        if case.is_checked and article and annotations:
            problems += check(article, annotations, kinds, Budget())
    return problems


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
