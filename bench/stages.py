"""stages.py: build the project in the working folder, print its problems, and how long each stage took."""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.pipeline import Order, Outcome, Silence, build, judge, run

STAGES = {
    judge: ("read_article", "read_annotations", "check", "analyse", "compose", "to_markdown", "review"),
    run: ("open_project", "find_seeds", "read_pages", "write_briefs", "brief_outputs", "site_outputs", "publish"),
}
"""Functions of the pipeline that are timed; what publish takes holds what rendering takes."""


def main() -> int:
    """Build as `sitegen build --keep-going` does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verify", action="store_true")
    asked = parser.parse_args()
    spent = defaultdict[str, float](float)
    for module, names in STAGES.items():
        for name in names:
            if hasattr(module, name):
                setattr(module, name, _timed(name, getattr(module, name), spent))
    begun = time.perf_counter()
    order = Order(Path.cwd() / "site", keep_going=True, verify=asked.verify)
    outcome = build(Path.cwd(), order, Silence())
    spent["all"] = time.perf_counter() - begun
    print(*outcome.problems, sep="\n")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {seconds:8.2f} s  {name}")
    print(f"  {outcome.briefs} briefs, {_files(outcome)}")
    return 0 if outcome.published else 1


def _files(outcome: Outcome) -> str:
    done = outcome.published
    if done is None:
        return "nothing published"
    return f"files: {len(done.new)} new, {len(done.changed)} changed, {len(done.removed)} removed, {done.kept} kept"


def _timed(name: str, stage: Callable[..., object], spent: dict[str, float]) -> Callable[..., object]:
    """Return a stage that adds up its time; one that yields is timed while it works, not while it waits."""

    def timed(*arguments: object, **options: object) -> object:
        begun = time.perf_counter()
        found = stage(*arguments, **options)
        spent[name] += time.perf_counter() - begun
        return _drawn(name, found, spent) if isinstance(found, Iterator) else found

    return timed


def _drawn(name: str, found: Iterator[object], spent: dict[str, float]) -> Iterator[object]:
    while True:
        begun = time.perf_counter()
        one = next(found, None)
        spent[name] += time.perf_counter() - begun
        if one is None:
            return
        yield one


if __name__ == "__main__":
    sys.exit(main())
