"""The theme: a project's templates before the shipped ones, and errors in them with file and line."""

import pickle
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment
from made_brief import BRIEF, ENTRY, KINDS, MARKDOWN, WORDS, shelved
from made_site import SETTINGS, a_site
from reading_pages import made, page_of

from sitegen import theme
from sitegen.model.output import Contents, Edition
from sitegen.problems import Kind, Problem
from sitegen.render import open_site, site_outputs
from sitegen.theme import load_theme, shipped


def write(root: Path, name: str, text: str) -> None:
    file = root / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def index_of(root: Path) -> Contents | Problem:
    return {output.path: output for output in site_outputs(a_site(root), shelved(ENTRY), [], [])}["index.html"].make()


def test_a_project_template_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "ours: {{ leaf.items | length }}\n")
    assert index_of(tmp_path) == b"ours: 1\n"


def test_a_template_is_compiled_again_when_it_changed_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_template = Environment.compile

    def counted(environment: Environment, source: str, name: str, file: str) -> object:
        compiled.append(name)
        return compile_template(environment, source, name, file)

    monkeypatch.setattr(Environment, "compile", counted)
    for text in ("one", "one", "two", "one"):
        write(tmp_path, "index.html", text)
        assert index_of(tmp_path) == text.encode()
    assert compiled == ["index.html"] * 3


def test_a_project_template_can_extend_what_it_replaces(tmp_path: Path) -> None:
    write(tmp_path, "base.html", '{% extends "default/base.html" %}{% block head %}<meta name="ours">{% endblock %}')
    html = page_of(a_site(tmp_path))
    assert '<meta name="ours">' in html
    assert BRIEF.title in html


def test_a_project_file_takes_the_place_of_a_shipped_asset(tmp_path: Path) -> None:
    write(tmp_path, "css/tokens.css", "/* our colours */")
    write(tmp_path, "assets/icon.svg", "<svg/>")
    files = made(site_outputs(a_site(tmp_path), [], [], []))
    assert "/* our colours */" in files["assets/style.css"]
    assert "light-dark(#fcfbf8" not in files["assets/style.css"]
    assert files["assets/icon.svg"] == "<svg/>"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("{{ words('page.briefs') }}\n{{ nothing }}\n", "templates/index.html:2:1", "'nothing' is undefined"),
        ("\n\n{% if %}\n", "templates/index.html:3:1", "Expected an expression"),
        ("\n{{ words('no.such.sentence') }}", "templates/index.html:2:1", "no.such.sentence"),
        ('\n{% extends "gone.html" %}', "templates/index.html:2:1", "gone.html"),
        ("{{ 1 // 0 }}", "templates/index.html:1:1", "division"),
    ],
)
def test_an_error_in_a_template_names_file_and_line(tmp_path: Path, text: str, place: str, said: str) -> None:
    write(tmp_path, "index.html", text)
    found = index_of(tmp_path)
    assert isinstance(found, Problem)
    assert (found.kind, str(found.at)) == (Kind.TEMPLATE_ERROR, place)
    assert said in found.message


def test_an_error_that_comes_out_in_a_shipped_template_names_it_as_overrides_do(tmp_path: Path) -> None:
    write(tmp_path, "macros/icons.html", "{% macro icon() %}{% endmacro %}")
    found = index_of(tmp_path)
    assert isinstance(found, Problem)
    assert found.at.path == "default/macros/status.html"


def test_a_template_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "index.html").write_bytes(b"\xff\xfe\xff")
    found = index_of(tmp_path)
    assert isinstance(found, Problem)
    assert str(found.at) == "templates/index.html:1:1"


def test_the_fingerprint_follows_templates_and_nothing_else(tmp_path: Path) -> None:
    first = load_theme(tmp_path).fingerprint
    write(tmp_path, "css/ours.css", "a{}")
    write(tmp_path, ".hidden.html", "x")
    assert load_theme(tmp_path).fingerprint == first
    write(tmp_path, "ours.html", "x")
    changed = load_theme(tmp_path).fingerprint
    assert changed != first
    write(tmp_path, "ours.html", "y")
    assert load_theme(tmp_path).fingerprint not in {first, changed}


def test_shipped_folders_stand_in_the_package_or_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (shipped("templates") / "base.html").is_file()
    package = tmp_path / "sitegen"
    (package / "words").mkdir(parents=True)
    monkeypatch.setattr(theme, "PACKAGE", package)
    assert shipped("words") == package / "words"
    assert shipped("templates") == tmp_path / "templates"


def test_the_project_that_ships_the_theme_uses_it_as_its_own(repository: Path) -> None:
    found = load_theme(repository)
    assert found.place_of(str(found.places["brief.html"])) == "templates/brief.html"
    assert MARKDOWN.partition("# ")[2].splitlines()[0] in page_of(a_site(repository))


def test_pages_are_made_where_the_folder_of_the_project_is_not(tmp_path: Path) -> None:
    """As on another machine: what a site is made of goes there in one piece."""
    write(tmp_path, "base.html", '{% extends "./default/base.html" %}{% block head %}<meta name="ours">{% endblock %}')
    write(tmp_path, "index.html", "\n{{ nothing }}\n")
    write(tmp_path, "css/ours.css", ":root { --unverified: #123456; }")
    there = load_theme(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    sent = pickle.loads(pickle.dumps(there))  # noqa: S301  (our own)
    site = open_site(sent, SETTINGS, WORDS, KINDS, Edition.BUILD)
    assert '<meta name="ours">' in page_of(site)
    assert dict(site.look.colours)["unverified"] == (0x12, 0x34, 0x56)
    found = {output.path: output for output in site_outputs(site, shelved(ENTRY), [], [])}["index.html"].make()
    assert isinstance(found, Problem)
    assert (str(found.at), "'nothing' is undefined" in found.message) == ("templates/index.html:2:1", True)
