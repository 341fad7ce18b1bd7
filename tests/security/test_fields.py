"""One hostile text in one field at a time: what one field does cannot hide what another one lets through.

The fields are those of the annotation language, of shared sources and of settings, taken from their declarations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hostile_project import URL, Writer, article, fitting, page
from judging import judge
from payloads import PAYLOADS, quoted, text, token, typed
from walking import files_of

from sitegen.config import Settings
from sitegen.config.forms import TEXT
from sitegen.pipeline import Edition, Order, Silence, build
from sitegen.problems import Severity

CHOSEN = ("script-end", "attribute", "formula", "link", "yaml-end")
"""Payloads that stand for what the others try: markup, attributes, tables, Markdown, front matter."""
PLAIN = "plain"
FITTING = ("FileForm.authors", "BriefForm.tags", "SourceForm.also", "QuoteForm.quote", "QuoteForm.history")
"""Fields that take a text of one's own in a form, and so have a value of their own in `fitting`."""
ARTICLE = {"headline": (0,), "byline": (2,), "body": (5, 7)}
"""The lines of an article that have a text of their own."""


class OneField(Writer):
    """Writes an annotation file in which one field of the language is hostile, wherever it stands."""

    def __init__(self, field: str, name: str, stem: str) -> None:
        super().__init__(PLAIN)
        self._field = field
        self._value = fitting(name).get(field, text(name))
        self.fitting = {**self.fitting, "BriefForm.aliases": [f"old-{stem}"]}
        self.texts: set[str] = set()

    def value(self, place: str, about: Mapping[str, Any]) -> Any:  # noqa: ANN401  (JSON)
        """Return a plain value, and of the field that is tried a hostile one."""
        plain = super().value(place, about)
        if place in FITTING or plain == text(PLAIN):
            self.texts.add(place)
        return self._value if place == self._field else plain


def text_fields() -> Sequence[str]:
    """Return every field of the language that takes a text of one's own."""
    writer = OneField("", PLAIN, "")
    writer.file()
    return sorted(writer.texts)


def seed(field: str, name: str, stem: str) -> Mapping[str, str]:
    """Return an article and its annotation file, of which one field is hostile."""
    lines = article(PLAIN).split("\n")
    hostile = article(name).split("\n")
    for at in ARTICLE.get(field, ()):
        lines[at] = hostile[at].replace(quoted(name), quoted(PLAIN))
    notes = OneField(field, name, stem).file()
    if field == "headline":
        del notes["title"]
    story = "\n".join(lines)
    if field == "QuoteForm.quote":
        story = story.replace(quoted(PLAIN), quoted(name))
    return {f"seeds/{stem}.txt": story, f"seeds/{stem}.yaml": typed(notes)}


def shared(name: str) -> str:
    """Return shared sources: one that is plain, and others each with another hostile field."""
    keys = ("name", "note", "interest", "interest_basis")
    found = {f"paper-{number}": {key: text(name)} for number, key in enumerate(keys)}
    found["paper"] = {}
    plain = dict.fromkeys(keys, text(PLAIN)) | {"kind": "news-report"}
    return typed({each: {**plain, "name": f"Paper {each} {text(PLAIN)}", **keys_} for each, keys_ in found.items()})


def settings(**hostile: str) -> str:
    """Return settings, plain but for those that are given."""
    budget = dict.fromkeys(("quotes_warn", "quotes_fail", "prose_warn", "prose_fail"), "100")
    plain = {
        "title": "Desk",
        "url": URL,
        "analyse": "no",
        "cards": "no",
        "publish_reliability": "yes",
        "budget": budget,
    }
    return typed(plain | hostile)


def written(root: Path, files: Mapping[str, str]) -> Path:
    """Write a project."""
    for path, contents in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(contents, "utf-8", newline="")
    return root


def made(root: Path) -> Mapping[str, str]:
    """Build a project, hold that nothing stood against it, and return what was made."""
    outcome = build(root, Order(root / "site", Edition.BUILD, jobs=1), Silence())
    assert [str(each) for each in outcome.problems if each.severity is Severity.ERROR] == []
    return {path: text for path, text in files_of(root, "site", "content/briefs").items() if not path.endswith(".png")}


def faults(files: Mapping[str, str]) -> list[str]:
    """Return what breaks out of a file."""
    return [fault for path, contents in files.items() for fault in judge(path, contents)][:10]


def test_fields_are_found_in_the_language() -> None:
    found = text_fields()
    assert len(found) > 30
    assert {"FileForm.summary", "CaveatForm.text", "SourceForm.name", "QuoteForm.says", *FITTING} <= set(found)


@pytest.mark.parametrize("name", CHOSEN)
def test_nothing_breaks_out_of_any_single_field(name: str, tmp_path: Path) -> None:
    fields_ = [*text_fields(), *ARTICLE]
    stems = {field: f"{field.replace('Form.', '-').replace('_', '-').lower()}" for field in fields_}
    files = {"sitegen.yaml": settings(), "sources.yaml": shared(name)}
    for field, stem in stems.items():
        files |= seed(field, name, stem)
    made_ = made(written(tmp_path, files))
    assert faults(made_) == []
    del stems["body"]  # prose of the article, of which pages have none without need
    pages = {
        stem: [made_[path] for path in made_ if path.startswith(f"site/briefs/{stem}.")] for stem in stems.values()
    }
    assert [field for field, stem in stems.items() if token(name) not in "".join(pages[stem])] == [], (
        "they are not seen"
    )


@pytest.mark.parametrize(
    "key", [each.name for each in fields(Settings) if each.metadata.get("form") is TEXT and each.name != "model"]
)
def test_nothing_breaks_out_of_a_setting(key: str, tmp_path: Path) -> None:
    whole = " ".join(" ".join(PAYLOADS[name].split())[:80] for name in CHOSEN)
    files = {"sitegen.yaml": settings(**{key: whole}), "sources.yaml": shared(PLAIN), "content/note.md": page(PLAIN)}
    found = made(written(tmp_path, {**files, **seed("", PLAIN, "plain")}))
    assert faults(found) == []
    assert any("evil.example" in each for each in found.values())
