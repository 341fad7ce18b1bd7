"""build.py: what builds and previews cost beside other generators, and beside bare spaCy; a table, and a page of docs.

Cases that need what this repository does not have say so and are left out: scripts of the peers (--peers), a program
that makes articles (--maker). All figures of a case come from one run on one machine, in turns where it can be.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from measures.faults import faults
from measures.finding import Finding
from measures.load import Load
from measures.page import keep, kept, machine, page, table
from measures.peers import NAMES, Peers
from measures.plain import Plain
from measures.preview import served
from measures.running import NotMeasuredError
from measures.start import start

Cases = Mapping[str, Callable[[], Iterator[Finding]]]


def main() -> int:
    """Run the cases that are asked for; exit 1 where something is not met."""
    asked = _asked()
    facts, found = machine(), list[Finding]()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        cases = _cases(asked, asked.keep or Path(folder))
        for name in asked.case or cases:
            for finding in _found(name, cases[name]):
                print(f"{finding.case}: {finding.what}: {finding.measured}; {finding.verdict}", flush=True)
                found.append(finding)
                if asked.out and finding.what != name:  # the name of a case stands for one that was not measured
                    keep(asked.out, finding, facts)
    print(f"\n{table(found)}")
    if asked.write:
        results = kept(asked.out) if asked.out else [(each, facts) for each in found]
        asked.write.write_text(page(results, list(cases)), "utf-8")
    return int(any(each.met is False for each in found))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    place = os.environ.get
    parser.add_argument("--case", type=_cases_named, help="some of them, with commas between: " + ", ".join(_CASES))
    parser.add_argument("--pages", type=int, default=10_000, help="plain pages")
    parser.add_argument("--served", type=int, default=1000, help="plain pages below the preview")
    parser.add_argument("--articles", type=int, default=10_000, help="articles of the load")
    parser.add_argument("--few", type=int, default=1000, help="articles of the case jobs")
    parser.add_argument("--big", type=int, default=100_000, help="articles of the case big, and a tenth of them")
    parser.add_argument("--kills", type=int, default=200, help="builds to kill")
    parser.add_argument("--briefs", type=int, default=300, help="briefs in each of those builds")
    parser.add_argument("--rounds", type=int, default=3, help="of each measurement; the middle counts")
    parser.add_argument("--others", default=",".join(NAMES[1:]), type=_names, help="peers beside Hugo")
    parser.add_argument(
        "--peers", type=_path, default=place("SITEGEN_BENCH_PEERS"), help="folder of the peers' scripts"
    )
    parser.add_argument(
        "--maker", type=_path, default=place("SITEGEN_BENCH_MAKER"), help="called as MAKER NUMBER FOLDER"
    )
    parser.add_argument(
        "--installed",
        type=_path,
        default=place("BENCH_ROOT", "~/.cache/sitegen-bench"),
        help="where the peers are installed ($BENCH_ROOT)",
    )
    parser.add_argument("--keep", type=_path, help="work in this folder and leave it standing")
    parser.add_argument("--out", type=_path, help="add each finding to this file of JSON lines")
    parser.add_argument("--write", type=_path, help="write the page of the figures, from all that --out holds")
    return parser.parse_args()


_CASES = (
    "full",
    "noop",
    "one",
    "template",
    "served",
    "load",
    "load-edit",
    "load-noop",
    "big",
    "jobs",
    "start",
    "faults",
)


def _cases(asked: argparse.Namespace, work: Path) -> Cases:
    work.mkdir(parents=True, exist_ok=True)
    peers = Peers(asked.peers, asked.installed, work)
    plain = Plain(peers, work, asked.pages, asked.rounds, tuple(asked.others))
    load = Load(asked.maker, work, asked.articles, asked.big, asked.few, asked.rounds)
    ways: tuple[Callable[[], Iterator[Finding]], ...] = (
        plain.full,
        plain.noop,
        plain.one,
        plain.template,
        lambda: served(peers, work, asked.served),
        load.first,
        load.edited,
        load.noop,
        load.growth,
        load.jobs,
        lambda: start(peers, work),
        lambda: faults(asked.kills, asked.briefs),
    )
    return dict(zip(_CASES, ways, strict=True))


def _found(name: str, case: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield what a case finds; whatever breaks it is said, and the others go on."""
    try:
        yield from case()
    except NotMeasuredError as error:
        yield Finding(name, name, "", str(error))
    except Exception as error:  # noqa: BLE001  (hours of other cases must not be lost)
        yield Finding(name, name, "", f"broke: {type(error).__name__}: {error}")


def _names(text: str) -> list[str]:
    return [name for name in text.split(",") if name]


def _cases_named(text: str) -> list[str]:
    if unknown := set(_names(text)) - set(_CASES):
        message = f"there is no case {', '.join(sorted(unknown))}"
        raise argparse.ArgumentTypeError(message)
    return _names(text)


def _path(text: str) -> Path:
    return Path(text).expanduser()


if __name__ == "__main__":
    sys.exit(main())
