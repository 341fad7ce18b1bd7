"""stages.py: build the project in the working folder with one process, print its problems, and what each stage cost."""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.analyse import parsing
from sitegen.pipeline import Order, Outcome, Silence, build, judge, judgements, rendering, run
from sitegen.render import briefs, cards

STAGES = {
    judgements: ("judge",),
    judge: ("read_article", "read_annotations", "check", "analyse", "compose", "to_markdown", "review", "encoded"),
    parsing: ("load", "_documents"),
    run: ("open_project", "find_seeds", "read_own_pages", "write_briefs", "site_outputs", "search_bundles", "publish"),
    rendering: ("render",),
    briefs: ("take_apart", "draw"),
    cards: ("_draw",),
}
"""Functions that are timed; what one takes holds what those take that it calls."""


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
    begun = time.process_time()
    order = Order(Path.cwd() / "site", keep_going=True, verify=asked.verify, jobs=1)
    outcome = build(Path.cwd(), order, Silence())
    spent["all"] = time.process_time() - begun
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
        begun = time.process_time()
        found = stage(*arguments, **options)
        spent[name] += time.process_time() - begun
        return _drawn(name, found, spent) if isinstance(found, Iterator) else found

    return timed


def _drawn(name: str, found: Iterator[object], spent: dict[str, float]) -> Iterator[object]:
    while True:
        begun = time.process_time()
        one = next(found, None)
        spent[name] += time.process_time() - begun
        if one is None:
            return
        yield one


if __name__ == "__main__":
    sys.exit(main())
