"""YAML that grows when it is read, or is nested without end, in each kind of file that is YAML: a plain problem."""

import resource
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from kill import files_of
from running import Runner

SECONDS = 20
"""Of the processor, a hundred times what is usual."""
ROOM = 700_000_000
"""Bytes of addresses that may be asked for."""
PLACES: Mapping[str, str] = {
    "seeds/boats-00001.yaml": "{}",
    "sitegen.yaml": "{}",
    "sources.yaml": "{}",
    "words/en.yaml": "{}",
    "content/note.md": "---\n{}\n---\n\nA note.\n",
}
"""The files that are YAML, with what stands around it."""
LAUGHS = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
MERGES = "b0: &b0 {k0: v, l0: v}\n" + "".join(
    f"b{n}: &b{n} {{<<: [{', '.join([f'*b{n - 1}'] * 9)}], k{n}: v}}\n" for n in range(1, 12)
)
BOMBS: Mapping[str, str] = {
    "a billion laughs": LAUGHS,
    "a billion merges": MERGES,
    "an alias to itself": "title: &a [*a]",
    "a mapping that is merged into itself": "title: &a {<<: *a}",
    "lists in lists": "title: " + "[" * 5000,
    "lists in lists that end": "title: " + "[" * 5000 + "]" * 5000,
    "lists in lists by dashes": "title:\n  " + "- " * 5000 + "a",
    "lists in lists by lines": "title:\n" + "".join(f"{' ' * n}-\n" for n in range(1, 700)),
    "mappings in mappings": "title: " + "{a: " * 5000,
    "mappings in mappings by lines": "".join(f"{' ' * n}a:\n" for n in range(700)),
    "keys that are lists": "? " * 5000 + "a",
    "keys in brackets": "{" * 5000 + "}" * 5000,
    "a huge text": "title: " + "a" * 2_000_000,
    "a huge text in quotation marks": 'title: "' + "\\u0041" * 400_000 + '"',
    "a huge text without an end": 'title: "' + "a\n\n" * 200_000,
    "a huge block": "title: |\n" + "  a\n" * 200_000,
    "a huge key": "a" * 2_000_000 + ": b",
    "a huge number": "title: " + "9" * 299_000,
    "a huge number in another base": "title: 0x" + "f" * 290_000,
    "a huge power": "title: 1e999999999",
    "very many keys": "".join(f"k{n}: v\n" for n in range(20_000)),
    "the same key very often": "title: a\n" * 25_000,
    "very many items": "title: [" + "a, " * 90_000 + "]",
    "very many anchors": "".join(f"k{n}: &a{n} v\n" for n in range(12_000)),
    "very many documents": "--- a\n" * 40_000,
    "very many directives": "%TAG !a! tag:a\n" * 18_000 + "--- a",
    "very many tags": "title: " + "!a " * 90_000 + "b",
    "objects of Python": "title: !!python/object/apply:os.system [id]",
    "blanks without an end": "title:" + " " * 290_000 + "a",
    "tabs without an end": "title:\t" + "\t" * 290_000 + "a",
    "broken lines": "title: 'a\n" * 20_000,
    "broken brackets": "title: [a\n" * 20_000,
}


TEXTS = frozenset(
    {"a huge number", "a huge number in another base", "a huge power", "blanks without an end", "tabs without an end"}
)
"""What is a text like any other here, since nothing is counted with it."""


@pytest.fixture
def bounded() -> Iterator[None]:
    """Bound the processor time and the memory that a test may take."""

    def stop(*_: object) -> None:
        message = f"it takes more than {SECONDS} s"
        raise TimeoutError(message)

    before, limits = signal.signal(signal.SIGVTALRM, stop), resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + ROOM, limits[1]))
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    resource.setrlimit(resource.RLIMIT_AS, limits)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the size of a process is read from /proc")
@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_one_plain_problem(bomb: str, place: str, project: Path, run: Runner) -> None:
    before = files_of(project / "site")
    (project / place).parent.mkdir(exist_ok=True)
    (project / place).write_text(PLACES[place].replace("{}", BOMBS[bomb]), "utf-8")
    code, said = run(project, "build")
    assert code in {0, 1, 2}  # 2: settings that cannot be understood
    assert f"{place}:" in said or bomb in TEXTS
    assert len(said) < 60_000, "somebody has to read it"
    if code:
        assert files_of(project / "site") == before
