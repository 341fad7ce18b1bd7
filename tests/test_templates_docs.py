"""docs/templates.md: its examples work, and it names what templates get."""

import re
from pathlib import Path

import pytest
from made_brief import BRIEF, ENTRY
from made_site import a_site
from reading_pages import page_of, whole_site

from sitegen.problems import Problem
from sitegen.render.briefs import SECTIONS
from sitegen.render.heads import Head
from sitegen.render.press import Press
from sitegen.theme import shipped

EXAMPLE = re.compile(r"^```\w+ (templates/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def text(repository: Path) -> str:
    return (repository / "docs" / "templates.md").read_text(encoding="utf-8")


def put(root: Path, text: str, number: int) -> None:
    name, contents = EXAMPLE.findall(text)[number]
    file = root / name
    file.parent.mkdir(parents=True)
    file.write_text(contents, encoding="utf-8")


def test_there_are_three_examples(text: str) -> None:
    assert len(EXAMPLE.findall(text)) == 3


def test_the_example_of_another_look_has_the_last_word(text: str, tmp_path: Path) -> None:
    put(tmp_path, text, 0)
    style = whole_site(a_site(tmp_path))["assets/style.css"]
    example = EXAMPLE.findall(text)[0][1]
    changed = re.findall(r"^  (--\w+): (.+);$", example, re.MULTILINE)
    assert len(changed) == 3
    for name, value in changed:
        assert style.index(f"{name}: ") < style.rindex(f"{name}: ") == style.index(f"{name}: {value}"), name


def test_the_example_of_a_footer_is_on_every_page(text: str, tmp_path: Path) -> None:
    put(tmp_path, text, 1)
    files = whole_site(a_site(tmp_path))
    for path in ("index.html", "about.html", "404.html", "briefs/harbour-crane.html", "tags/index.html"):
        assert "Funded by our readers." in files[path], path
    assert ENTRY.title in files["index.html"]


def test_the_example_of_a_section_stands_between_verdict_and_quotes(text: str, tmp_path: Path) -> None:
    before = page_of(a_site(tmp_path))
    assert 'class="contents"' in before
    put(tmp_path, text, 2)
    html = page_of(a_site(tmp_path))
    assert "This brief has 2 quotes." in html
    assert 'class="contents"' not in html
    assert html.index('class="verdict') < html.index('id="_share"') < html.index(f'id="{BRIEF.quotes[0].id}"')
    assert html.count('class="quote ') == before.count('class="quote ') == 2


def test_every_name_that_a_template_gets_is_documented(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, set[str]] = {}
    fill = Press.fill

    def note(press: Press, name: str, values: dict[str, object]) -> bytes | Problem:
        given.setdefault(name, set()).update(values)
        return fill(press, name, values)

    monkeypatch.setattr(Press, "fill", note)
    site = a_site(tmp_path)
    whole_site(site)
    for name in (*site.press.shared, *SECTIONS, *Head.__struct_fields__):
        assert f"`{name}`" in text, name
    for template, names in given.items():
        row = re.search(rf"^\| `{re.escape(template)}` \|(.*)$", text, re.MULTILINE)
        assert row, template
        assert {name for name in names if f"`{name}`" not in row[1]} <= {"page"}, template


def test_every_shipped_file_is_named_in_the_readme_of_the_theme() -> None:
    folder = shipped("templates")
    readme = (folder / "README.md").read_text(encoding="utf-8")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"README.md"}
    assert {file for file in files if f"`{file}`" not in readme} == set()


def test_shipped_templates_name_their_blocks() -> None:
    for path in sorted(shipped("templates").glob("*.html")):
        contents = path.read_text(encoding="utf-8")
        head = contents.partition("#}")[0]
        blocks = set(re.findall(r"{% block (\w+) %}", contents)) - {"content"}
        assert {block for block in blocks if block not in head} == set(), path.name
