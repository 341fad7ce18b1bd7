"""Cases and documented examples: each gives exactly the problems that stand beside it."""

import sys
import tempfile
from pathlib import Path

import pytest
from arranged import ARRANGED
from casefiles import CASES, DOCS, Case, cases_in, run_case, update

FILES = [*sorted(path for path in CASES.glob("*/*.md") if path.parent.name != "reading"), DOCS]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.path.stem}: {case.title}") for path in FILES for case in cases_in(path)]
)
def test_a_case_gives_the_problems_beside_it(case: Case, tmp_path: Path) -> None:
    assert run_case(case, tmp_path) == case.expected, "if this is right: python tests/test_cases.py --update"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.code) for case in cases_in(DOCS)])
def test_every_code_has_an_example_that_gives_it(case: Case) -> None:
    assert f"[{case.code}]" in case.expected
    assert bool(case.files) != (case.code in ARRANGED)


if __name__ == "__main__":
    given = [Path(name).resolve() for name in sys.argv[2:]]
    for file in (given or FILES) if sys.argv[1:2] == ["--update"] else []:
        with tempfile.TemporaryDirectory() as folder:
            update(file, Path(folder))
