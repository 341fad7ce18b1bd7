"""A small project that changes as those of newsrooms do: its files, and what an editor may do to them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

STORIES = (
    ("Ferry", "Port Maro", "Ilse Tandor", "the lamps of the ferry were out before she left the pier"),
    ("Mill", "Upper Vane", "Bran Ostry", "nobody had oiled the wheel of the mill since the autumn"),
    ("Bridge", "Tallow", "Ada Quill", "the bridge swayed when the second cart came on to it"),
    ("Well", "Sund", "Runa Selwyn", "we drank from the well for a week and nobody fell ill"),
)
PRINTINGS = ("", "The council meets again on Friday.")
"""What a later printing of an article adds at its end."""
SHARED: tuple[dict[str, dict[str, Any]], ...] = (
    {},
    {"courier": {"name": "The Maro Courier", "kind": "news-report"}},
    {"courier": {"name": "The Maro Courier", "kind": "news-report", "interest": "It sells what it prints."}},
    {"courier": {"name": "Maro Courier and Mail", "also": ["The Maro Courier"], "kind": "news-report"}},
)
SETTINGS: Mapping[str, tuple[Any, ...]] = {
    "title": ("Desk", "The desk <of> Maro", "Стіл"),
    "url": ("https://desk.example/briefs/", "https://other.example/", ""),
    "language": ("en", "uk"),
    "page_size": (20, 1, 2),
    "feed_items": (50, 1),
    "search": ("yes", "no"),
    "cards": ("yes", "no"),
    "unreviewed": ("hide", "show"),
    "publish_reliability": ("no", "yes"),
    "accent": ("", "#7a1f3d"),
    "licence": ("", "CC BY 4.0"),
    "navigation": ({}, {"Our newsroom": "https://example.org/"}),
}
EXTRAS: Mapping[str, tuple[str, ...]] = {
    "templates/base.html": ('{% extends "default/base.html" %}{% block head %}<meta name="ours">{% endblock %}',),
    "templates/index.html": ("ours: {{ leaf.items | length }}\n", "ours, too: {{ leaf.items | length }}\n"),
    "templates/css/tokens.css": ("/* our colours */\n",),
    "words/en.yaml": ('page: {briefs: "All briefs"}\n', 'page: {briefs: "What we read"}\n'),
    "words/uk.yaml": ('page: {briefs: "Усе"}\n',),
    "content/about.md": (
        "# About\n\nWe read.\n",
        "---\ntitle: About us\norder: 2\naliases: old/us\n---\nWe read on.\n",
    ),
    "content/method/checks.md": ("# How we check\n\n[About](../about.md)\n",),
    "static/kit.txt": ("kit\n", "kit, new\n"),
    "static/press/Ünd & so.txt": ("for the press\n",),
}
"""Files that stand in the project or not, and what they may hold."""
TAGS = ("storm", "ferries", "war-peace")
STATES = ("published", "published", "review", "draft", "withdrawn")
BREAKS = ("quotes: [", "publisher: The Maro Courier\nquotes:\n  - nobody: These words stand nowhere in it\n", "\0")
"""What breaks an annotation file: it cannot be read, a quote is not in the article, it is no text."""
NAMES = ("alpha", "beta", "gamma-ray", "delta")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article, and what its annotation file says; without notes there is none."""

    story: int
    printing: int = 0
    noted: bool = True
    title: str = ""
    tags: tuple[str, ...] = ("storm",)
    status: str = "unverified"
    state: str = "published"
    day: int = 5
    slug: str = ""
    aliases: tuple[str, ...] = ()
    caveat: str = ""

    def files(self, stem: str) -> dict[str, str]:
        """Return the files of the article in seeds/."""
        found = {f"seeds/{stem}.txt": self._article()}
        if self.noted:  # JSON is YAML too
            found[f"seeds/{stem}.yaml"] = json.dumps(self._notes(), ensure_ascii=False, indent=1) + "\n"
        return found

    def _article(self) -> str:
        thing, place, who, words = STORIES[self.story]
        lead = f"The {thing.lower()} of {place} was looked at on Monday after complaints by those who live nearby."
        said = f"“And {words},” {who} told the Maro Courier."
        rest = f"The office of {place} did not answer a question about it. {PRINTINGS[self.printing]}".strip()
        return f"{thing} of {place} looked at\n\nBy Vera Holm\n4 March 2024\n\n{lead}\n\n{said}\n\n{rest}\n"

    def _notes(self) -> dict[str, Any]:
        _, place, who, words = STORIES[self.story]
        gone = {"withdrawn": {"on": "2024-03-09", "reason": "Asked to."}} if self.state == "withdrawn" else {}
        brief = {"date": f"2024-03-{self.day:02}", "state": self.state, "tags": [*self.tags], **gone}
        brief |= {"title": self.title} if self.title else {}
        brief |= {"slug": self.slug} if self.slug else {}
        brief |= {"aliases": [*self.aliases]} if self.aliases else {}
        return {
            "publisher": "The Maro Courier",
            "summary": f"{who} told the Maro Courier about {place}.",
            "brief": brief,
            "quotes": [{"id": "said", "quote": words, "source": who, "status": self.status}],
            "sources": [f"The Maro Courier < {who}"],
            "caveats": [{"kind": "other", "text": self.caveat}] if self.caveat else [],
        }


@dataclass(slots=True)
class Newsroom:
    """What people wrote in the project, beside what stands on the disk."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=lambda: {"title": "Desk", "url": "https://desk.example/"})
    shared: int = 1
    extras: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    """What stands in annotation files that are broken, by stem."""

    def files(self) -> dict[str, str]:
        """Return everything that people wrote, by path."""
        found = self.frame() | self.extras
        for stem, piece in self.pieces.items():
            found |= piece.files(stem)
        return found | {f"seeds/{stem}.yaml": text for stem, text in self.broken.items()}

    def frame(self) -> dict[str, str]:
        """Return the files that every brief rests on."""
        files = {"sitegen.yaml": json.dumps(self.settings, ensure_ascii=False)}
        files |= {"sources.yaml": json.dumps(SHARED[self.shared])} if self.shared else {}
        return files | {path: text for path, text in self.extras.items() if path.startswith("words/")}


CHANGES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({"title": st.sampled_from(["", "A brief about lamps", "A & B <i>"])}),
    st.fixed_dictionaries({"tags": st.lists(st.sampled_from(TAGS), unique=True).map(tuple)}),
    st.fixed_dictionaries({"status": st.sampled_from(["unverified", "opinion", "false", "disputed"])}),
    st.fixed_dictionaries({"state": st.sampled_from(STATES)}),
    st.fixed_dictionaries({"day": st.integers(4, 9)}),
    st.fixed_dictionaries({"aliases": st.sampled_from([(), ("old-one",), ("old-one", "older")])}),
    st.fixed_dictionaries({"slug": st.sampled_from(["", "by-another-name", "beta"])}),
    st.fixed_dictionaries({"caveat": st.sampled_from(["", "It was said in passing."])}),
    st.fixed_dictionaries({"printing": st.integers(0, len(PRINTINGS) - 1)}),
    st.fixed_dictionaries({"noted": st.booleans()}),
)
"""What an edit of an article or of its annotation file changes; some may be refused, as an address taken twice."""


def write_files(root: Path, files: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Write what differs from what was written before, and remove what is no more; folders that are empty then, too."""
    for path in before.keys() - files.keys():
        (root / path).unlink()
        for folder in (root / path).relative_to(root).parents:
            if folder.name and not any((root / folder).iterdir()):
                (root / folder).rmdir()
    for path, text in files.items():
        if before.get(path) != text:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
