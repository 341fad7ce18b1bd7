"""Names that become parts of paths and addresses: none leads out of its folder, and each that could is a problem."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from kill import files_of
from running import Runner

NAMES = (
    *("../../../evil", "../evil", "..", ".", "/evil", "a/../../../evil", "evil/../..", "./evil", "//evil"),
    *(
        "..\\..\\evil",
        "C:\\evil",
        "C:evil",
        "%2e%2e%2fevil",
        "..%2fevil",
        "．．/evil",
        "‥/evil",
        "~/evil",
        "$HOME/evil",
    ),
    *("evil\\u0000.html", "evil\\n/evil", "con", ".sitegen.list", ".htaccess", "evil.html#a?b"),
)
HEAD = "publisher: Maro Courier\nsummary: The harbour office counts boats.\n"
CHAIN = "sources: [Maro Courier < Ilse Tandor]\n"
FIELDS: Mapping[str, tuple[str, str]] = {
    "the slug of a brief": ("seeds/boats-00001.yaml", "brief: {{slug: {name}}}\n"),
    "an alias of a brief": ("seeds/boats-00001.yaml", "brief: {{aliases: [{name}]}}\n"),
    "a tag of a brief": ("seeds/boats-00001.yaml", "brief: {{tags: [{name}]}}\n"),
    "the id of a source": (
        "seeds/boats-00001.yaml",
        "sources: [{{id: {name}, name: Runa}}, {{id: port, name: Port, kind: news-report, from: {name}}}]\n",
    ),
    "the id of a quote": (
        "seeds/boats-00001.yaml",
        "quotes: [{{id: {name}, quote: We have counted 1 boats, source: Ilse Tandor}}]\n" + CHAIN,
    ),
    "the id of a shared source": ("sources.yaml", "{name}: {{name: Port Maro}}\n"),
    "the slug of a page": ("content/page.md", "---\nslug: {name}\n---\n\n# A page\n"),
    "an alias of a page": ("content/page.md", "---\naliases: [{name}]\n---\n\n# A page\n"),
    "the permalink of a page": ("content/page.md", "---\npermalink: {name}\n---\n\n# A page\n"),
    "a tag of a note": ("content/page.md", "---\ndate: 2024-03-15\ntags: [{name}]\n---\n\n# A note\n"),
    "the language": ("sitegen.yaml", "title: Bench\nlanguage: {name}\n"),
    "the model": ("sitegen.yaml", "title: Bench\nmodel: {name}\n"),
    "where the navigation leads": ("sitegen.yaml", "title: Bench\nnavigation: {{Evil: {name}}}\n"),
}
ODD = re.compile(r"(?:^|/)\.{1,2}(?:/|$)|//|^/|[\\\x00-\x1f]")
"""What no path of a site may have: a part that leads up, a backslash, what cannot be printed."""


def outside(project: Path) -> Mapping[str, bytes]:
    """Return every file beside the project, and those in it that no build may touch."""
    home = project.parent
    written = tuple(f"{project.name}/{folder}/" for folder in ("site", "content/briefs", ".sitegen"))
    return {path: text for path, text in files_of(home).items() if not path.startswith(written)}


@pytest.mark.parametrize("field", FIELDS)
def test_no_name_leads_out_of_its_folder(field: str, project: Path, run: Runner) -> None:
    path, text = FIELDS[field]
    text = HEAD + text if path.startswith("seeds/") else text
    for name in NAMES:
        (project / path).write_text(
            text.format(name=f'"{name}"'.replace("\\", "\\\\").replace("\\\\u0", "\\u0")), "utf-8"
        )
        before = outside(project)
        code, said = run(project, "build", "--keep-going")
        assert code in {0, 1, 2}, said
        assert "Traceback" not in said
        assert outside(project) == before, name
        made = files_of(project / "site")
        assert [each for each in made if ODD.search(each)] == [], name
        assert [
            each for each in files_of(project / "content/briefs") if not re.fullmatch(r"[a-z0-9-]+\.md", each)
        ] == []


@pytest.mark.parametrize("field", [field for field in FIELDS if field.startswith(("the slug", "an alias", "the id"))])
def test_a_name_that_could_lead_out_is_said(field: str, project: Path, run: Runner) -> None:
    path, text = FIELDS[field]
    text = HEAD + text if path.startswith("seeds/") else text
    for name in ("harmless", *(each for each in NAMES[:7] if ".." in each)):
        (project / path).write_text(text.format(name=f'"{name}"'), "utf-8")
        code, said = run(project, "check")
        assert (code == 0) == (name == "harmless"), (name, said)
        assert name == "harmless" or re.search(rf"{path}:.*\[(bad-id|page-wrong)\]", said), (name, said)
