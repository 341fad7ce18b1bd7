"""Cases of reading: what the analysis proposes about a text is what stands beside it."""

import sys
from pathlib import Path

import pytest
from readings import CASES, Case, cases_in, run_case, update

FILES = sorted(CASES.glob("*.md"))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.path.stem}: {case.title}") for path in FILES for case in cases_in(path)]
)
def test_a_text_is_read_as_it_stands_beside_it(case: Case) -> None:
    assert run_case(case) == case.expected, "if this is right: python tests/test_reading.py --update"


if __name__ == "__main__":
    given = [Path(name).resolve() for name in sys.argv[2:]]
    for file in (given or FILES) if sys.argv[1:2] == ["--update"] else []:
        update(file)
