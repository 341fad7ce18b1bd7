"""Hostile text in every field of every file: each artefact is read by a parser of its kind, and nothing breaks out."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from browsing import PATIENCE, Watch, hosted
from hostile_project import Writer, write_hostile
from judging import ENDINGS, JUDGES, POLICY, SAME, bad_address, judge, judge_element, judge_png
from payloads import PAYLOADS, text, token
from walking import Tree, files_of

from sitegen.init import make_project
from sitegen.pipeline import Edition, Order, Silence, build
from sitegen.problems import Severity
from sitegen.read.schema import annotation_schema

Files = Mapping[str, str]


def built(root: Path) -> Path:
    """Build a project and its preview, and hold that nothing stood against them."""
    for folder, edition in (("site", Edition.BUILD), ("preview", Edition.PREVIEW)):
        outcome = build(root, Order(root / folder, edition), Silence())
        assert [str(each) for each in outcome.problems if each.severity is Severity.ERROR] == []
        assert outcome.published is not None
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project, built."""
    return built(write_hostile(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="module")
def files(root: Path) -> Files:
    """Return all that was made, as text by path."""
    return files_of(root, "site", "preview", "content/briefs")


# ---- that the project is as hostile as it should be


def test_every_key_of_the_language_stands_in_a_hostile_file_or_says_why_not() -> None:
    writer = Writer("script")
    file = writer.file()
    assert writer.used == set(writer.fitting), "these are no keys any more"
    left_out = {place for place, value in writer.fitting.items() if value is None}
    schema = annotation_schema()
    forms = {"FileForm": schema, **{name: each for name, each in schema["$defs"].items() if name.endswith("Form")}}
    keys = {f"{name}.{key}" for name, form in forms.items() for key in form["properties"]}
    assert left_out < keys
    assert json.dumps(file).count("alert(1)") > 30


def test_every_payload_is_published(files: Files) -> None:
    for name in PAYLOADS:
        assert f"site/briefs/{name}.html" in files
        assert f"site/own/{name}.html" in files


# ---- each file by itself


def test_nothing_breaks_out_of_any_file(files: Files) -> None:
    texts = {path: contents for path, contents in files.items() if not path.endswith(".png")}
    faults = [fault for path, contents in texts.items() for fault in judge(path, contents)]
    assert not faults, faults[:10]


def test_every_kind_of_file_is_judged(files: Files) -> None:
    found = {ending for path in files for ending in ENDINGS if path.endswith(ending)}
    assert found >= {*JUDGES, *SAME}


def test_what_follows_from_no_text_is_as_in_any_project(files: Files, tmp_path: Path) -> None:
    make_project(tmp_path / "plain")
    settings = "title: Plain\nurl: https://desk.example/briefs/\nanalyse: no\n"
    (tmp_path / "plain/sitegen.yaml").write_text(settings, "utf-8")
    plain = files_of(built(tmp_path / "plain"), "site", "preview")
    same = {path: contents for path, contents in files.items() if path.endswith(tuple(SAME)) and path in plain}
    assert len(same) > 8
    assert {path: plain[path] for path in same} == same
    assert {path for path in files if path.endswith(tuple(SAME))} == set(same)


def test_pictures_can_be_drawn_whatever_is_told_in_them(root: Path) -> None:
    pictures = sorted(root.glob("*/cards/*.png"))
    assert len(pictures) >= len(PAYLOADS)
    assert not [fault for path in pictures for fault in judge_png(path.read_bytes())]


# ---- that the texts are there, as texts


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_payload_is_shown_as_the_text_that_it_is(files: Files, name: str) -> None:
    words = re.findall(r"[A-Za-z]{4,}", PAYLOADS[name].replace("alert", ""))
    units = Tree(files[f"site/briefs/{name}.html"])
    told = " ".join(text for texts in units.units.values() for text in texts)
    data = [json.loads(each) for each in units.data if each.strip()]
    assert data
    assert token(name) in json.dumps(data)
    for word in (token(name), *words):
        assert word in told, word


@pytest.mark.parametrize("name", PAYLOADS)
def test_front_matter_holds_what_was_typed(files: Files, name: str) -> None:
    front = yaml.safe_load(files[f"content/briefs/{name}.md"].split("\n---\n", 1)[0])
    typed = yaml.safe_load(yaml.safe_dump(text(name)))
    plain = re.compile(r"[^\w<>\"'=:;/.,*`#$%&@+|\\-]")
    assert plain.sub("", front["title"]) == plain.sub("", typed)
    assert front["slug"] == name
    assert front["tags"] == [token(name)]


@pytest.mark.parametrize("table", ["briefs", "quotes", "sources"])
def test_tables_have_a_row_for_each_and_keep_the_words(files: Files, table: str) -> None:
    rows = list(csv.DictReader(io.StringIO(files[f"site/data/{table}.csv"], newline="")))
    assert {row["brief"] for row in rows} == set(PAYLOADS)
    for row in rows:
        assert token(row["brief"]) in " ".join(row.values())


def test_headers_and_redirects_have_no_line_of_anybody_elses(files: Files) -> None:
    assert "Injected" not in files["site/_headers"]
    assert len(files["site/_redirects"].splitlines()) == len(PAYLOADS)
    assert "evil" not in files["site/_headers"] + files["site/_redirects"] + files["site/robots.txt"]


# ---- that the judges see what they should

PLANTED = [
    ("a.html", "<script>alert(1)</script>"),
    ("a.html", '<script src="https://evil.example/x.js"></script>'),
    ("a.html", '<p onclick="a">b</p>'),
    ("a.html", '<p style="a">b</p>'),
    ("a.html", '<a href="javascript:a">b</a>'),
    ("a.html", '<a href=" java&#9;script:a">b</a>'),
    ("a.html", '<a href="//evil.example/">b</a>'),
    ("a.html", '<img src="https://evil.example/x.png">'),
    ("a.html", '<base href="https://evil.example/">'),
    ("a.html", '<iframe src="a"></iframe>'),
    ("a.html", '<meta http-equiv="refresh" content="0;url=https://evil.example/">'),
    ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>a</script></svg>'),
    ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="a"/>'),
    ("a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ("a.xml", '<a><?xml-stylesheet href="b"?></a>'),
    ("a.xml", '<feed><content type="html">&lt;script&gt;a&lt;/script&gt;</content></feed>'),
    ("a.json", '{"content_html": "<img src=x>"}'),
    ("a.json", '{"page_url": "javascript:a"}'),
    ("a.csv", "a,b\r\n=1,2\r\n"),
    ("a.csv", "a,b\r\n＝1,2\r\n"),
    ("a.csv", 'a,b\r\n"1\r\n2",3\r\n'),
    ("a.csv", "a,b\r\n1\r\n"),
    ("a.md", "---\ntitle: a\n---\n\n<b>c</b>\n"),
    ("a.md", "---\ntitle: a\n---\n\n[b](javascript:c)\n"),
    ("a.md", "---\ntitle: a\n---\n\n![b](c.png)\n"),
    ("a.md", "---\ntitle: a\nevil: b\n---\n\nc\n"),
    ("a.bib", "@online{a,\n title = {b},\n}\n@online{c,\n title = {d \\input{e}},\n}\n"),
    ("a.bib", "@online{a,\n title = {b},\n}\n"),
    ("a.ris", "TY  - ELEC\nTI  - a\nER  - \nTY  - EVIL\nTI  - b\nER  - \n"),
    ("a.ris", "TY  - ELEC\nTI  - a\nb\nER  - \nTY  - ELEC\nER  - \n"),
    ("_redirects", "/briefs/a.html https://evil.example/ 301\n"),
    ("a.record", '{"url": "javascript:a"}'),
    ("a.exe", "a"),
]


@pytest.mark.parametrize(("path", "contents"), PLANTED)
def test_a_planted_fault_is_seen(path: str, contents: str) -> None:
    assert judge(path, framed(contents) if path.endswith(".html") else contents)


@pytest.mark.parametrize(
    ("path", "contents"),
    [
        ("a.html", '<p>a <a href="https://b.example/">c</a></p><script src="assets/a.js">'),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
        ("a.xml", '<feed><content type="html">&lt;p&gt;a&lt;/p&gt;</content></feed>'),
        ("a.json", '{"content_html": "<p>a</p>", "page_url": "https://a.example/"}'),
        ("a.csv", "a,b\r\n'=1,2\r\n"),
        ("a.md", "---\ntitle: a\n---\n\n\\<b> [c](https://d.example/)\n\n> e\n"),
        ("a.bib", "@online{a,\n title = {b \\& \\textless{}},\n}\n@online{c,\n title = {d},\n}\n"),
        ("a.ris", "TY  - ELEC\nTI  - a\nER  - \nTY  - NEWS\nTI  - b\nER  - \n"),
        ("_redirects", "/briefs/a.html /briefs/b.html 301\n"),
        ("a.record", '{"url": "/briefs/a.html#b"}'),
    ],
)
def test_what_is_harmless_is_no_fault(path: str, contents: str) -> None:
    assert judge(path, framed(contents.replace('a.js">', 'a.js"></script>')) if path == "a.html" else contents) == []


def framed(body: str) -> str:
    """Return a page."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return f"<html><head>{policy}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "address", ["https://a.example/", "mailto:a@b.example", "#a", "a/b.html?c=d:e", "../a.html", ""]
)
def test_an_address_of_the_site_and_of_the_web_is_no_fault(address: str) -> None:
    assert not bad_address(address)


# ---- in the browser

OPENED = (
    *("index.html", "notes.html", "sources/paper.html", "corrections.html", "data.html", "search.html"),
    *("statistics.html", "briefs/old-script.html", "own/frame.html", "own/refresh.html"),
    *(f"briefs/{name}.html" for name in ("script", "script-end", "attribute", "svg", "link-hidden", "template")),
)


@pytest.fixture(scope="module")
def hostile_address(root: Path) -> Iterator[str]:
    """Serve the site."""
    with hosted(root / "site") as found:
        yield found


@pytest.fixture(scope="module")
def browser_context_args(hostile_address: str) -> dict[str, Any]:
    """Open every context at the site."""
    return {"base_url": hostile_address}


@pytest.mark.parametrize("path", OPENED)
def test_a_hostile_page_runs_nothing_and_asks_nobody(
    new_context: Callable[..., Any], hostile_address: str, path: str
) -> None:
    page = new_context().new_page()
    page.set_default_timeout(PATIENCE)
    watch = Watch(page, hostile_address)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert watch.faults == []
    assert page.url.startswith(hostile_address)


READ = """async (paths) => {
  const found = new Map();
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    for (const each of page.querySelectorAll("*")) {
      const read = [each.localName, Object.fromEntries([...each.attributes].map((a) => [a.name, a.value]))];
      found.set(JSON.stringify(read), [path, ...read]);
    }
  }
  return [...found.values()];
}"""
"""Gives each element as it is read, once."""


def test_no_page_has_an_element_of_anybody_elses_as_the_browser_reads_it(
    new_context: Callable[..., Any], files: Files
) -> None:
    page = new_context().new_page()
    page.goto("index.html")
    paths = sorted(path.removeprefix("site/") for path in files if re.fullmatch(r"site/.*\.html", path))
    found = page.evaluate(READ, paths)
    assert len(found) > 20 * len(PAYLOADS)
    faults = [f"{path}: {fault}" for path, tag, values in found for fault in judge_element(tag, values)]
    assert not faults, faults[:10]
