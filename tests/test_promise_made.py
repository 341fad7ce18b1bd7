"""No quote without its caveat, over projects made by chance; and the proof that this would be seen.

SITEGEN_EXAMPLES=200 tries that many projects, other ones each time; without it, a few, always the same.
"""

import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from changes import replace
from hypothesis import HealthCheck, Phase, given, settings
from made_projects import DAY, Made, Said, projects, write_projects
from walking import READERS, decoded, files_of, runs_of, units_of, words_of, words_seen

from sitegen.compose import entry as entries
from sitegen.model.brief import Brief, PrintedQuote
from sitegen.pipeline import Order, Silence, build
from sitegen.render import citing

EXAMPLES = int(os.environ.get("SITEGEN_EXAMPLES", "0"))
FOLDERS = ("site", "content/briefs")
OWN = re.compile(r"(?:[bdfgklmnprstvz][aeiou]){3}")
"""A word that was made for one place alone."""
SPOKEN_DAY = "as of 5 March 2024"

Files = dict[str, str]


def built(made: list[Made], root: Path) -> Files:
    """Build a project, and return all files of it."""
    write_projects(root, made)
    outcome = build(root, Order(root / "site"), Silence())
    assert outcome.published is not None, [f"{each} {each.hint}" for each in outcome.problems]
    return files_of(root, *FOLDERS)


def telling(said: Said) -> set[str]:
    """Return the runs of words by which a quote is known wherever it stands."""
    found = {run for part in said.parts for run in runs_of(decoded(part))}
    return {run for run in found if any(map(OWN.fullmatch, run.split())) and said.hidden not in run.split()}


def dues(files: Files, made: Made, said: Said) -> list[str]:
    """Return what must stand beside the words of a quote: what was typed, and what the composed Markdown says of it."""
    (part,) = re.findall(rf"(?ms)^### {said.id}$(.*?)(?=^##|\Z)", files[f"content/briefs/{made.slug}.md"])
    before, _, after = part.partition("\n> ")
    (status,) = re.findall(r"(?m)^\*\*(.+?)\*\*", before)
    caveats = re.findall(r"(?m)^- \*\*.+?:\*\* (.+)$", before)
    assert SPOKEN_DAY in status
    assert caveats or not said.is_unchecked
    denials = re.findall(r"(?m)^Denied by .+$", after)
    assert bool(denials) == said.is_denied
    return [words_of(decoded(each)) for each in (status, *caveats, *denials, *said.dues)]


def bare(files: Files, made: list[Made]) -> Iterator[tuple[str, ...]]:
    """Yield where the words of a quote stand without something that is due."""
    units = [(path, name, words_seen(unit)) for path, text in files.items() for name, unit in units_of(path, text)]
    for each in made:
        for said in each.quotes:
            runs = telling(said)
            printed = not (each.is_silent or said.is_gone)
            due = dues(files, each, said) if printed else ["\0 nothing makes up for words that may not be printed"]
            for path, name, unit in units:
                if any(run in unit for run in runs):
                    yield from ((path, name, each.slug, said.id, one) for one in due if one not in unit)


def places(files: Files, said: Said) -> set[str]:
    """Return the endings of the files in which the words of a quote stand."""
    runs = telling(said)
    found = {path for path, text in files.items() if any(run in words_seen(text) for run in runs)}
    return {max((ending for ending in READERS if path.endswith(ending)), key=len) for path in found}


def own_runs(text: str) -> set[str]:
    """Return the runs of a text that no other text has."""
    return {run for run in runs_of(text) if OWN.search(run)}


def standing(runs: set[str], words: Files) -> list[tuple[str, str]]:
    """Return which of the runs stand in which files."""
    return [(path, run) for path, text in words.items() for run in runs if run and f" {run.strip()} " in text]


def example(test: Callable[..., None]) -> Callable[..., None]:
    """Try projects: a few that are always the same, or many."""
    chosen = settings(
        max_examples=EXAMPLES or 5,
        derandomize=not EXAMPLES,
        database=None,
        phases=[Phase.generate],  # each try is a whole build: making a failing project smaller would take minutes
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )
    return chosen(given(projects())(test))


# ---- the promise


@example
def test_no_words_of_a_quote_stand_anywhere_without_its_status_its_day_and_its_caveats(made: list[Made]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = built(made, Path(folder))
        assert list(bare(files, made)) == []
        words = {path: words_seen(text) for path, text in files.items()}
        for each in made:
            for said in each.quotes:
                if not (each.is_silent or said.is_gone):
                    assert {".html", ".json", ".jsonld", ".md"} <= places(files, said)
                assert standing({said.hidden} | (own_runs(said.says) if said.is_gone else set()), words) == []
            assert standing({run for text in each.gone for run in own_runs(text)}, words) == []


# ---- the walker sees what it must


QUOTE = {
    "id": "q1",
    "quote": "bakalu delimo fonuga herita",
    "source": "s1",
    "status": "unverified",
    "says": "Claimed sonima telugo.",
    "caveats": [{"kind": "other", "text": "Inline mokira pasote."}],
}
PLAIN = Made(
    "brief-1",
    "Headline of a test\n\nBy Ada Quill\n4 March 2024\n\n“bakalu delimo fonuga herita,” said a man.\n\n"
    + "\n\n".join(f"The quay has berth {number}, and it is closed until the next summer." for number in range(4)),
    {
        "publisher": "The Courier",
        "summary": "The Courier says a thing.",
        "brief": {"date": DAY, "main": "q1"},
        "sources": {"s1": {"name": "A man", "kind": "intercepted-communication"}},
        "quotes": [QUOTE],
    },
    (Said("q1", ("bakalu delimo fonuga herita",), ("Inline mokira pasote.",)),),
    is_silent=False,
)


def faults(root: Path) -> set[tuple[str, str]]:
    """Return the files in which something is missing, and the units."""
    return {(path, name.split()[0] if name else "") for path, name, *_ in bare(built([PLAIN], root), [PLAIN])}


def overridden(root: Path, template: str, text: str) -> None:
    (root / "templates" / template).parent.mkdir(parents=True)
    (root / "templates" / template).write_text(text, "utf-8")


def test_where_nothing_is_missing_nothing_is_found(tmp_path: Path) -> None:
    assert faults(tmp_path) == set()


def test_a_page_that_drops_the_caveats_of_quotes_is_found(tmp_path: Path, repository: Path) -> None:
    shipped = (repository / "templates/macros/quote.html").read_text("utf-8")
    assert '{% if placed.of("caveats") %}' in shipped
    overridden(tmp_path, "macros/quote.html", shipped.replace('{% if placed.of("caveats") %}', "{% if false %}"))
    assert faults(tmp_path) == {("site/briefs/brief-1.html", "section")}


def test_an_excerpt_that_drops_the_caveats_in_its_notes_is_found(tmp_path: Path, repository: Path) -> None:
    shipped = (repository / "templates/macros/context.html").read_text("utf-8")
    assert "note.quote.caveats" in shipped
    overridden(tmp_path, "macros/context.html", shipped.replace("note.quote.caveats", "()"))
    assert faults(tmp_path) == {("site/briefs/brief-1.html", "div")}


def test_a_description_with_the_words_of_a_quote_is_found(tmp_path: Path) -> None:
    meta = '{% block head %}<meta name="x" content="{{ brief.quotes[0].text }}">{% endblock %}'
    overridden(tmp_path, "brief.html", f'{{% extends "default/brief.html" %}}{meta}')
    assert faults(tmp_path) == {("site/briefs/brief-1.html", "meta")}


def test_a_card_with_the_words_of_a_quote_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = entries.entry_of

    def told(brief: Brief, *rest: Any) -> Any:  # noqa: ANN401  (an entry)
        return replace(original(brief, *rest), reason=brief.quotes[0].text, caveats=(), binding=0)

    monkeypatch.setattr("sitegen.pipeline.judge.entry_of", told)
    found = faults(tmp_path)
    assert {path for path, _ in found} >= {"site/index.html", "site/feed.xml", "site/feed.json"}


def test_what_is_copied_without_a_caveat_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = citing.citation_of

    def shortened(site: Any, brief: Brief, quote: PrintedQuote) -> str:  # noqa: ANN401  (a site)
        return original(site, brief, replace(quote, caveats=quote.caveats[1:]))

    monkeypatch.setattr("sitegen.render.briefs.citation_of", shortened)
    assert faults(tmp_path) == {("site/briefs/brief-1.html", "pre")}


@pytest.mark.parametrize(
    ("function", "path"),
    [
        ("sitegen.render.exports.brief_json._caveats", "site/briefs/brief-1.json"),
        ("sitegen.render.exports.web_annotations._bodies", "site/briefs/brief-1.annotations.jsonld"),
    ],
)
def test_data_that_leave_a_caveat_out_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, path: str
) -> None:
    module, _, name = function.rpartition(".")
    home = import_module(module)
    original = getattr(home, name)
    monkeypatch.setattr(home, name, lambda *given: list(original(*given))[:-1])
    assert path in {found for found, _ in faults(tmp_path)}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("quotes.csv", "q1,bakalu delimo fonuga herita\r\n"),
        ("a.bib", "@online{a}\n@online{b, title = {bakalu delimo fonuga herita}}"),
        ("a.ris", "TY  - ELEC\r\nTI  - bakalu delimo fonuga herita\r\nER  - \r\n"),
        ("a.csl.json", '[{"title": "bakalu delimo \\u0066onuga herita"}]'),
        ("a.html", "<p><a href='#:~:text=bakalu%20delimo%2520fonuga%20herita'>x</a></p>"),
        ("a.html", '<script type="application/ld+json">{"text": "bakalu delimo fonuga herita"}</script>'),
        ("a.xml", "<feed><entry title='bakalu delimo &lt;b&gt;fonuga&lt;/b&gt; herita'/></feed>"),
        ("a.md", "### bakalu delimo fonuga \\herita"),
        ("a.record", '{"content": "bakalu delimo fonuga herita"}'),
        ("a.txt", "bakalu delimo fonuga herita"),
    ],
)
def test_bare_words_are_found_in_every_kind_of_file(tmp_path: Path, path: str, text: str) -> None:
    files = built([PLAIN], tmp_path)
    assert {found for found, *_ in bare({**files, path: text}, [PLAIN])} == {path}


def test_words_of_one_item_are_not_excused_by_the_caveats_of_another(tmp_path: Path) -> None:
    files = built([PLAIN], tmp_path)
    whole = files["site/briefs/brief-1.md"]
    dues = " ".join(json.dumps(each) for each in whole.splitlines())
    items = json.dumps({"items": [{"id": "a", "text": "bakalu delimo fonuga herita"}, {"id": "b", "text": dues}]})
    assert {name for _, name, *_ in bare({**files, "a.json": items}, [PLAIN])} == {"items a"}


def test_a_kind_of_file_that_nobody_taught_the_walker_to_read_is_an_error() -> None:
    with pytest.raises(AssertionError, match="teach the walker"):
        list(units_of("site/briefs/a.epub", ""))
