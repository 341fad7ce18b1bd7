"""Files of extreme size: each works or is said to be too large, in bounded time and memory."""

import resource
from pathlib import Path

import pytest
from kill import files_of
from running import build
from size import CASES, faults_of, write_case

MEMORY = 3_000_000_000
"""Bytes of addresses; the model alone takes one and a half."""
SECONDS = 120
"""Of one processor, a hundred times what is usual."""
PART = {
    "a pasted article": 0.5,
    "a pasted article, analysed": 0.2,
    "the longest article that is analysed": 0.05,
    "the longest paragraph that is analysed": 0.05,
    "an article of one paragraph": 0.5,
    "a saved page": 0.2,
    "a saved page, analysed": 0.2,
    "quotes of one article": 0.3,
    "as many quotes as are read": 0.1,
    "broken annotation files": 0.1,
}
"""Of what takes long in full the share that is tried here; bench/size.py has the whole of it."""


def limited() -> None:
    """Bound memory and time of the program that is run next."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize("name", CASES)
def test_a_file_of_extreme_size_works_or_is_said_to_be_too_large(name: str, project: Path) -> None:
    before = files_of(project / "site")
    files = write_case(project, name, round(CASES[name].full * PART.get(name, 1)))
    code, said = build(project, "--jobs", "1", preexec=limited)
    assert list(faults_of(name, code, said, files, is_as_before=files_of(project / "site") == before)) == []


def test_each_of_many_broken_files_is_named(project: Path) -> None:
    files = write_case(project, "broken annotation files", 300)
    code, said = build(project, "--jobs", "1", preexec=limited)
    assert code == 1
    assert [path for path in files if path.startswith("seeds/") and path.endswith(".yaml") and path not in said] == []
