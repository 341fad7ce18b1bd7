"""What hosts read: headers, redirects, and the examples of docs/hosting.md."""

import html
import re
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml
from made_brief import ENTRY, an_entry, shelved
from made_site import PAGE, a_site
from reading_pages import made, whole_site

from sitegen.cli import main
from sitegen.config import Settings
from sitegen.init import HOSTS, make_project
from sitegen.model.output import Edition
from sitegen.render import site_outputs
from sitegen.render.hosting import HEADERS, REDIRECTS
from sitegen.render.policy import host_policy, page_policy
from sitegen.theme import PACKAGE

INIT = PACKAGE / "init"

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def rules(text: str) -> dict[str, dict[str, str]]:
    """Read a file of headers: by pattern of paths the headers by name."""
    found: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line
        elif line:
            name, _, value = line.partition(": ")
            assert name.startswith("  "), line
            found.setdefault(pattern, {})[name.strip()] = value
    return found


def directives(policy: str) -> dict[str, set[str]]:
    """Read a policy: by directive what it allows."""
    return {words[0]: set(words[1:]) for part in policy.split(";") if (words := part.split())}


@pytest.fixture
def nginx(repository: Path) -> str:
    return (repository / "docs" / "hosting" / "nginx.conf").read_text(encoding="utf-8")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    return whole_site(a_site(tmp_path))


def test_no_header_is_named_twice_for_one_path(files: dict[str, str]) -> None:
    """Hosts would join the values: two policies, or a time to keep a file beside another."""
    found = rules(files[HEADERS])
    paths = [
        "/",
        "/pagefind/program/pagefind.js",
        "/pagefind/buckets/0/index/a.pf_index",
        "/cards/a.png",
        *(f"/{path}" for path in files),
    ]
    for path in [*paths, *(pattern.replace("*", "x") for pattern in found)]:
        names = [name for pattern, headers in found.items() if fnmatchcase(path, pattern) for name in headers]
        assert len(names) == len(set(names)), path
        assert "Content-Security-Policy" in names, path


def test_patterns_are_such_as_every_host_reads(files: dict[str, str]) -> None:
    assert all(pattern.count("*") == 1 and len(pattern) < 100 for pattern in rules(files[HEADERS]))


def test_texts_are_sent_as_utf_8_and_linked_data_by_its_own_type(files: dict[str, str]) -> None:
    found = rules(files[HEADERS])
    assert found["/*.md"] == {"Content-Type": "text/markdown; charset=utf-8"}
    assert found["/*.jsonld"] == {"Content-Type": "application/ld+json"}


@pytest.mark.parametrize("searches", [True, False])
def test_hosts_allow_what_pages_need_and_frame_nothing(*, searches: bool) -> None:
    page = directives(page_policy(Edition.BUILD, searches=searches))
    host = directives(host_policy(searches=searches))
    assert host == page | {"frame-ancestors": {"'none'"}}
    assert directives(page_policy(Edition.BUILD, searches=False)).items() <= {**page, "script-src": {"'self'"}}.items()
    assert ("'wasm-unsafe-eval'" in page["script-src"]) is searches


def test_a_site_without_search_runs_no_webassembly(tmp_path: Path) -> None:
    files = whole_site(a_site(tmp_path, Settings(search=False)))
    assert "wasm-unsafe-eval" not in files[HEADERS]
    assert "wasm" not in files[HEADERS]


def test_each_page_carries_the_policy_of_its_edition(files: dict[str, str], tmp_path: Path) -> None:
    preview = whole_site(a_site(tmp_path, edition=Edition.PREVIEW))
    for edition, pages in ((Edition.BUILD, files), (Edition.PREVIEW, preview)):
        for path, page in pages.items():
            if path.endswith(".html"):
                found = META.search(page)
                assert found, path
                expected = [page_policy(edition, searches=searches) for searches in (False, True)]
                assert html.unescape(found[1]) in expected, path


def test_old_addresses_lead_on_from_below_the_folder_of_the_site(tmp_path: Path) -> None:
    entries = [an_entry("harbour-crane", aliases=("crane", "hafen-kräne")), an_entry("second")]
    there = made(site_outputs(a_site(tmp_path), shelved(*entries), [PAGE], []))
    assert there[REDIRECTS].splitlines()[:2] == [
        "/briefs/briefs/crane.html /briefs/briefs/harbour-crane.html 301",
        "/briefs/briefs/hafen-kr%C3%A4ne.html /briefs/briefs/harbour-crane.html 301",
    ]
    assert {"briefs/crane.html", "briefs/hafen-kräne.html"} <= there.keys()
    at_the_top = made(site_outputs(a_site(tmp_path, Settings()), shelved(*entries), [], []))
    assert at_the_top[REDIRECTS].startswith("/briefs/crane.html /briefs/harbour-crane.html 301\n")


def test_where_nothing_moved_there_are_no_redirects(tmp_path: Path) -> None:
    assert REDIRECTS not in made(site_outputs(a_site(tmp_path), shelved(an_entry(ENTRY.slug, aliases=())), [], []))


def test_a_preview_is_for_no_host(tmp_path: Path) -> None:
    assert not {HEADERS, REDIRECTS} & whole_site(a_site(tmp_path, edition=Edition.PREVIEW)).keys()


def test_a_project_that_brings_headers_of_its_own_has_those(tmp_path: Path) -> None:
    own = tmp_path / HEADERS
    own.write_text("/*\n  X-Ours: yes\n", encoding="utf-8")
    outputs = site_outputs(a_site(tmp_path), shelved(ENTRY), [PAGE], [(HEADERS, own, "hash")])
    assert [output.make() for output in outputs if output.path == HEADERS] == [own.read_bytes()]


def test_the_example_of_nginx_sends_what_the_headers_of_other_hosts_say(nginx: str, files: dict[str, str]) -> None:
    found = rules(files[HEADERS])
    sent = dict(re.findall(r'add_header (\S+) "(.*)" always;', nginx))
    assert sent == found["/*"]
    types = dict(re.findall(r"^ {12}(\S+/\S+) +(\w+);$", nginx, re.MULTILINE))
    named = {pattern[3:]: headers["Content-Type"] for pattern, headers in found.items() if "Content-Type" in headers}
    assert {ending: kind for kind, ending in types.items()} == {
        ending: kind.removesuffix("; charset=utf-8") for ending, kind in named.items()
    }
    texts = {kind.removesuffix("; charset=utf-8") for kind in named.values() if "charset" in kind}
    assert texts <= set(nginx.partition("charset_types")[2].partition(";")[0].split())
    assert types.keys() <= set(nginx.partition("gzip_types")[2].partition(";")[0].split())


def test_the_example_of_nginx_caches_as_the_headers_of_other_hosts_say(nginx: str, files: dict[str, str]) -> None:
    cached = re.findall(r'^    ~\^/briefs(\S+) +"(.+)";$', nginx, re.MULTILINE)
    for pattern, headers in rules(files[HEADERS]).items():
        if "Cache-Control" in headers:
            times = [time for folder, time in cached if re.match(folder, pattern)]
            assert times == [headers["Cache-Control"]], pattern
    assert not [folder for folder, _ in cached if re.match(folder, "/briefs/harbour-crane.html")]


QUOTED = re.compile(r"^( *)```(yaml|toml|nginx) (\S+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "hosting.md").read_text(encoding="utf-8")


def test_the_page_quotes_the_files_as_they_are(page: str, repository: Path) -> None:
    quoted = {
        name: re.sub(f"^{indent}", "", text, flags=re.MULTILINE) for indent, _, name, text in QUOTED.findall(page)
    }
    expected = {target: (INIT / "hosts" / source).read_text(encoding="utf-8") for source, target in HOSTS.values()}
    name = "docs/hosting/nginx.conf"
    assert quoted == expected | {name: (repository / name).read_text(encoding="utf-8")}


def test_every_policy_on_the_page_is_the_one_that_hosts_send(page: str) -> None:
    named = re.findall(r"default-src [^\"\n]*", page)
    assert len(named) == 3
    assert set(named) == {host_policy(searches=True)}


def test_the_examples_for_hosts_can_be_read() -> None:
    github = yaml.safe_load((INIT / "hosts" / "github.yml").read_text(encoding="utf-8"))
    steps = github["jobs"]["build"]["steps"] + github["jobs"]["deploy"]["steps"]
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    assert github["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    gitlab = yaml.safe_load((INIT / "hosts" / "gitlab.yml").read_text(encoding="utf-8"))
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert all(isinstance(line, str) for line in gitlab["pages"]["script"])
    netlify = tomllib.loads((INIT / "hosts" / "netlify.toml").read_text(encoding="utf-8"))
    assert netlify["build"]["publish"] == "site"


def commands() -> list[list[str]]:
    """Return every command of sitegen that the files for hosts run, split into words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((INIT / "hosts").iterdir())]
    found = [line for text in texts for line in re.findall(r"(sitegen build[^\"\n]*)", text)]
    return [line.split()[1:] for line in found]


def test_the_commands_for_hosts_build_a_new_project_with_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(tmp_path)
    (tmp_path / "sitegen.yaml").write_text("url: https://example.org/briefs/\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(commands()) == len(HOSTS)
    assert {main(command) for command in commands()} == {0}
    assert (tmp_path / "site" / HEADERS).exists()
    assert (tmp_path / "public" / HEADERS).exists()
