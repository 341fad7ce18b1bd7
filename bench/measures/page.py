"""The page of the figures, docs/performance.md, from what the cases have found so far."""

import json
import os
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from measures.finding import Finding

HEAD = """\
# Performance

What sitegen was measured to take, beside other generators that made the same pages on the same machine in the same run.
`bench/build.py` made this page; [its folder](../bench/README.md) says how to run it.
Ratios hold on other machines far better than seconds do.

"""

COLUMNS = ("measured", "asked", "found", "")


def machine() -> dict[str, str]:
    """Return what figures depend on."""
    return {
        "day": datetime.now(tz=UTC).date().isoformat(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def keep(file: Path, finding: Finding, facts: Mapping[str, str]) -> None:
    """Add a finding to a file of JSON lines."""
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({**finding.record(), "machine": facts}, ensure_ascii=False) + "\n")


def kept(file: Path) -> list[tuple[Finding, dict[str, str]]]:
    """Return the last finding about each thing, with the machine that it was found on."""
    found: dict[tuple[str, str], tuple[Finding, dict[str, str]]] = {}
    for line in file.read_text("utf-8").splitlines():
        record = json.loads(line)
        facts = record.pop("machine")
        finding = Finding(**record)
        found[finding.case, finding.what] = finding, facts
    return list(found.values())


def page(found: Sequence[tuple[Finding, Mapping[str, str]]], order: Sequence[str]) -> str:
    """Write the page: a section for each machine and day, its cases in the order of the bench."""
    sections: dict[str, list[Finding]] = {}
    for finding, facts in found:
        sections.setdefault(_told(facts), []).append(finding)
    rows = (
        f"{name}\n\n{table(sorted(each, key=lambda one: order.index(one.case)))}" for name, each in sections.items()
    )
    return HEAD + "\n".join(rows)


def table(findings: Iterable[Finding]) -> str:
    """Write findings as a table of Markdown."""
    rows = [
        (each.what, each.asked, each.measured.replace("\n", " ").replace("|", "\\|"), each.verdict) for each in findings
    ]
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _told(facts: Mapping[str, str]) -> str:
    return (
        f"Measured on {facts['day']}: {facts['processor']}, {facts['cores']} cores, {facts['memory']}; "
        f"{facts['system']}, Python {facts['python']}."
    )


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def _memory() -> str:
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / 2**30:.0f} GiB of memory"
