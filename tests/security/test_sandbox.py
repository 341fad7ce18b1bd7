"""Templates are other people's code: they reach what pages are made of, and nothing behind it."""

import io
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest
from made_brief import BRIEF, ENTRY, shelved
from made_site import a_site
from reading_pages import whole_site

from sitegen.model.output import Contents
from sitegen.problems import Kind, Problem
from sitegen.render import Site, site_outputs
from sitegen.render.press import Press
from sitegen.render.sandbox import HOMES
from sitegen.render.shelf import Shelved
from sitegen.theme import Theme

ESCAPES = [
    "''.__class__.__mro__[1].__subclasses__()",
    "''['__class__']",
    "''|attr('__class__')",
    "''|attr('__cl' ~ 'ass__')",
    "([''] | map(attribute='__class__') | list)[0].__mro__",
    "self.__init__.__globals__",
    "cycler.__init__.__globals__.os",
    "lipsum.__globals__['os'].popen('id').read()",
    "tag_path.__globals__['__builtins__']",
    "tag_path.__code__",
    "policy.func.__globals__",
    "words.__init__.__globals__",
    "words.__class__.__mro__",
    "words.day.__func__.__globals__",
    "site.__dict__",
    "edition.__class__",
    "page.__module__",
    "namespace.__init__.__globals__",
    "joiner.__init__.__globals__",
    "'{0.__class__}'.format(words)",
    "'{x.__init__.__globals__}'.format_map({'x': words})",
    "('{0.__class__}'.format)(words)",
    "(['{0.__class__}'] | map('format', words) | list)[0].__class__",
    "('{0.__class__}' | safe).format(words)",
    "('{x.__class__}' | safe).format_map({'x': words})",
    "('%s' | format).__class__",
    "(page | string | safe).__html__.__globals__",
    "''.join.__self__.__class__",
    "().__reduce_ex__(2)",
    "[].append(1)",
    "{}.update(a=1)",
    "range(1000000) | list",
    "loop.__init__",
]
"""Usual ways out of a sandbox; each ends in an error at its line, or in something undefined."""


def index_of(root: Path, text: str) -> Contents | Problem:
    file = root / "templates" / "index.html"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return {each.path: each for each in site_outputs(a_site(root), shelved(ENTRY), [], [])}["index.html"].make()


@pytest.mark.parametrize("way", ESCAPES)
def test_a_template_reaches_nothing_behind_what_it_is_given(tmp_path: Path, way: str) -> None:
    found = index_of(tmp_path, f"\n{{{{ {way} }}}}")
    assert isinstance(found, Problem), found
    assert (found.kind, found.at.line) == (Kind.TEMPLATE_ERROR, 2)


@pytest.mark.parametrize("name", ["/etc/passwd", "../sitegen.yaml", "assets/../../sitegen.yaml", "..\\sitegen.yaml"])
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_a_template_names_no_file_outside_the_theme(tmp_path: Path, name: str, tag: str) -> None:
    (tmp_path / "sitegen.yaml").write_text("title: secret\n", "utf-8")
    end = " as other" if tag == "import" else ""
    found = index_of(tmp_path, f"{{% {tag} {name!r}{end} %}}")
    assert isinstance(found, Problem)
    assert found.kind is Kind.TEMPLATE_ERROR


def test_a_template_does_what_templates_are_for(tmp_path: Path) -> None:
    text = "{% set seen = namespace(n=0) %}{% for x in range(3) %}{% set seen.n = seen.n + x %}{% endfor %}"
    found = index_of(tmp_path, text + "{{ seen.n }} {{ '{}-{}'.format(1, 2) }} {{ {'a': 1}.items() | list }}")
    assert found == b"3 1-2 [(&#39;a&#39;, 1)]"


@pytest.mark.parametrize("thing", [Path("/"), sys, io.StringIO("x"), Path])
def test_an_object_of_another_library_is_not_to_be_looked_into(tmp_path: Path, thing: object) -> None:
    file = tmp_path / "templates" / "probe.html"
    file.parent.mkdir()
    file.write_text("{{ thing.parent }}{{ thing.path }}{{ thing.read() }}{{ thing.cwd() }}", "utf-8")
    found = a_site(tmp_path).press.fill("probe.html", {"thing": thing})
    assert isinstance(found, Problem)


def test_nothing_that_templates_get_leads_to_files_or_to_the_machinery(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Objects of ours are looked into freely, so that none of them may hold what must stay out of reach."""
    given: list[object] = []
    fill = Press.fill

    def noted(press: Press, name: str, values: dict[str, object]) -> Contents | Problem:
        given.extend((press.shared, values))
        return fill(press, name, values)

    monkeypatch.setattr(Press, "fill", noted)
    site = a_site(tmp_path)
    whole_site(site)
    reached = list(_reached(given))
    assert any(each is BRIEF or type(each) is type(BRIEF) for each in reached)
    assert not [each for each in reached if isinstance(each, Theme | Press | Site | Shelved)]
    barred = [each for each in reached if type(each).__module__.partition(".")[0] not in HOMES]
    assert not [each for each in barred if not isinstance(each, Path | ModuleType | io.IOBase)], barred
    assert not barred


def _reached(start: list[object]) -> "list[object]":
    """Return all that public attributes, items and keys lead to."""
    waiting, seen, found = [*start], set[int](), list[object]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        found.append(each)
        if isinstance(each, dict):
            waiting += [*each, *each.values()]
        elif isinstance(each, list | tuple | set | frozenset):
            waiting += each
        elif is_dataclass(each) and not isinstance(each, type):
            waiting += [getattr(each, one.name) for one in fields(each) if not one.name.startswith("_")]
    return found
