"""Names of files: every character that is legal, and names that some file system takes for one."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from kill import files_of, missing_links
from project import ANNOTATION, ARTICLE
from running import Runner

ACCENT, APART = (unicodedata.normalize(form, "fähre") for form in ("NFC", "NFD"))
NAMES = [
    *(
        "with space",
        "it's",
        'a "quote"',
        "per%20cent",
        "hash#mark",
        "what?",
        "a&b",
        "<b>",
        "semi;colon",
        "star*",
        "a|b",
    ),
    *("back\\slash", "co:lon", "-dash", "--help", "~home", "$HOME", "`x`", "!x", "(x)", "[x]", "{x}", "x.y.z", "a..b"),
    *("ярмарка", "渡し船", "عبّارة", "⛴️ ferry", "e\u0301", "\u202eevil", "a\u00a0b", "tab\there", "line\nbreak", "\x7f"),
    *("con", "aux", "nul", "index", "ends.", "ends ", "x" * 120, "x" * 250, "ї" * 125),
]
"""Legal as names of files on Linux; not all can be the address of a page everywhere."""


def write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def pair(stem: str, number: int = 1) -> dict[str, str]:
    return {
        f"seeds/{stem}.txt": ARTICLE.format(number=number, day=number),
        f"seeds/{stem}.yaml": ANNOTATION.format(number=number, tag="port-1"),
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_any_character_works_or_is_said_to_be_wrong(name: str, project: Path, run: Runner) -> None:
    before = files_of(project / "site")
    write(project, pair(name))
    code, said = run(project, "build")
    pages = files_of(project / "site")
    assert "Traceback" not in said
    if code:
        assert code == 1
        assert "seeds/" in said
        assert pages == before
    else:
        assert not [*missing_links(pages)]
        assert len(pages) > len(before)


def test_seeds_with_all_usual_names_stand_beside_one_another(project: Path, run: Runner) -> None:
    for number, name in enumerate(["with space", "it's", "hash#mark", "what?", "per%20cent", "ярмарка", "渡し船"]):
        write(project, pair(name, number + 4))
    code, said = run(project, "build")
    assert (code, "9 briefs" in said) == (0, True), said
    assert not [*missing_links(files_of(project / "site"))]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ferry", "ferry"), (ACCENT, APART), (ACCENT.upper(), APART), ("straße", "STRASSE"), ("ﬁre", "fire")],
)
@pytest.mark.parametrize(
    "form", ["seeds/{}.txt", "static/{}.txt", "content/{}.md", "content/{}/page.md", "static/{}/file.txt"]
)
def test_names_that_some_file_system_takes_for_one_are_both_named(
    form: str, one: str, other: str, project: Path, run: Runner
) -> None:
    before = files_of(project / "site")
    text = "# A page\n\nText.\n"
    for name in (one, other):
        write(project, pair(name) if form.startswith("seeds") else {form.format(name): text})
    code, said = run(project, "build")
    assert "Traceback" not in said
    if code == 0:  # addresses are written in a few letters, so that names of articles may give two
        pages = {path.casefold() for path in files_of(project / "site").keys() - before.keys()}
        assert (form, sum(path.endswith(".html") for path in pages)) == ("seeds/{}.txt", 2)
        return
    for name in (one, other):
        assert name in said, said
    assert (code, files_of(project / "site")) == (1, before)


def test_tags_that_differ_in_case_alone_are_one(project: Path, run: Runner) -> None:
    for number, tag in ((4, "storm-Surge"), (5, "storm-surge")):
        write(project, {**pair(f"boats-{number}", number)})
        path = project / f"seeds/boats-{number}.yaml"
        path.write_text(path.read_text().replace("port-1", tag))
    code, said = run(project, "build")
    assert code == 0, said
    assert [path for path in files_of(project / "site") if path.casefold().startswith("tags/storm-s")] == [
        "tags/storm-surge.html"
    ]
    assert (project / "site/tags/storm-surge.html").read_text().count('<a href="../briefs/boats-') >= 2
