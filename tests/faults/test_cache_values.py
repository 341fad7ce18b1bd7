"""Values of the cache that are damaged, or stand in another's place: the build is right anyway, whatever it recalls."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from kill import files_of
from project import write_article
from running import Runner, build

STAGES = ("judgement", "brief", "entry", "analysis", "roll", "part", "page", "pages", "body", "good", "outcome")
Damage = Callable[[bytes, random.Random], object]
DAMAGES: Mapping[str, Damage] = {
    "a bit turned": lambda value, chance: turned(value, chance.randrange(len(value)), 1 << chance.randrange(8)),
    "a letter turned": lambda value, chance: turned(value, chance.randrange(len(value)), 0x20),
    "cut short": lambda value, chance: value[: chance.randrange(len(value))],
    "nothing": lambda _, __: b"",
    "null": lambda _, __: None,
    "a text": lambda value, _: value.decode("latin-1"),
    "zeros": lambda value, _: bytes(len(value)),
    "an object": lambda _, __: b"{}",
    "a list": lambda _, __: b"[]",
    "chance": lambda value, chance: chance.randbytes(len(value)),
}


def turned(value: bytes, at: int, bits: int) -> bytes:
    """Return bytes of which one is another."""
    return value[:at] + bytes([value[at] ^ bits]) + value[at + 1 :]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Path:
    """Return a built project with pages of its own."""
    root = Path(shutil.copytree(built, tmp_path_factory.mktemp("base") / "project"))
    for name in ("about", "terms"):
        (root / f"content/{name}.md").write_text(f"# {name.title()}\n\nWhat there is to say.\n", "utf-8")
    assert build(root)[0] == 0
    return root


def values_of(root: Path) -> Iterator[sqlite3.Connection]:
    """Open the database of a project."""
    with closing(sqlite3.connect(root / ".sitegen/cache.sqlite")) as store, store:
        yield store


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("damage", [*DAMAGES, "another's"])
def test_a_damaged_value_costs_time_alone(stage: str, damage: str, base: Path, tmp_path: Path, run: Runner) -> None:
    root = Path(shutil.copytree(base, tmp_path / "project"))
    before = files_of(root / "site"), files_of(root / "content")
    spoil(root, stage, damage)
    for path in sorted((root / "site").rglob("*.html")):
        path.unlink()
    code, said = run(root, "build", "--verify")
    assert code == 0, said
    assert (files_of(root / "site"), files_of(root / "content")) == before
    write_article(root, 1, tag="another")
    assert run(root, "build")[0] == 0
    write_article(root, 1)
    assert run(root, "build")[0] == 0
    assert (files_of(root / "site"), files_of(root / "content")) == before


def test_no_stage_is_forgotten_here(base: Path) -> None:
    for store in values_of(base):
        assert {stage for (stage,) in store.execute("SELECT DISTINCT stage FROM value")} == set(STAGES)


@pytest.mark.parametrize("stage", ["judgement", "brief", "entry"])
@pytest.mark.parametrize("damage", ["gone", "a bit turned", "another's"])
def test_a_brief_is_left_out_of_which_the_last_good_version_is_lost(
    stage: str, damage: str, base: Path, tmp_path: Path, run: Runner
) -> None:
    """Its source is broken, so that nobody can compose it again; all else is built."""
    root = Path(shutil.copytree(base, tmp_path / "project"))
    shown = root / "site/briefs/boats-00001.html"
    (root / "seeds/boats-00001.yaml").write_text("quotes: [\n", "utf-8")
    assert run(root, "build", "--keep-going")[0] == 1
    assert shown.exists()
    for path in sorted((root / "site").rglob("*.html")):
        path.unlink()
    spoil(root, stage, damage)
    code, said = run(root, "build", "--keep-going", "--verify")
    assert (code, "seeds/boats-00001.yaml:1:" in said, "changed during" in said) == (1, True, False), said
    assert not shown.exists()
    clean = Path(shutil.copytree(base, tmp_path / "clean", ignore=shutil.ignore_patterns("site", ".sitegen", "briefs")))
    (clean / "seeds/boats-00001.yaml").write_text("quotes: [\n", "utf-8")
    assert run(clean, "build", "--keep-going")[0] == 1
    assert files_of(root / "site") == files_of(clean / "site")


@pytest.mark.parametrize("damage", ["gone", "a bit turned", "another's"])
def test_a_page_is_left_out_of_which_the_last_good_text_is_lost(
    damage: str, base: Path, tmp_path: Path, run: Runner
) -> None:
    root = Path(shutil.copytree(base, tmp_path / "project"))
    (root / "content/about.md").write_text("---\norder: x\n---\n# About\n", "utf-8")
    assert run(root, "build", "--keep-going")[0] == 1
    assert (root / "site/about.html").exists()
    for path in sorted((root / "site").rglob("*.html")):
        path.unlink()
    spoil(root, "body", damage)
    code, said = run(root, "build", "--keep-going", "--verify")
    assert (code, "content/about.md:" in said, "changed during" in said) == (1, True, False), said
    assert not (root / "site/about.html").exists()
    assert (root / "site/terms.html").exists()


def spoil(root: Path, stage: str, damage: str) -> None:
    """Damage all values of a stage, or take them away."""
    chance = random.Random(f"{stage} {damage}")  # noqa: S311  (damage, no secret)
    for store in values_of(root):
        found = store.execute("SELECT rowid, value FROM value WHERE stage = ? ORDER BY place", (stage,)).fetchall()
        assert found
        values = [value for _, value in found]
        if damage == "gone":
            store.execute("DELETE FROM value WHERE stage = ?", (stage,))
            continue
        another = [*values[1:], values[0]]
        made = another if damage == "another's" else [DAMAGES[damage](value, chance) for value in values]
        rows = [row for row, _ in found]
        store.executemany("UPDATE value SET value = ? WHERE rowid = ?", zip(made, rows, strict=True))
