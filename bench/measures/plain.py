"""Plain pages: a Markdown site of dated, tagged pages, built by sitegen and by Hugo with the same work."""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from measures.finding import Asked, Finding, not_met, times
from measures.peers import Peers, PeerSite, remove
from measures.running import SITEGEN, NotMeasuredError, Run, middle, run

TEMPLATES = Path(__file__).with_name("templates")
"""As small as those of the peers' sites."""

SETTINGS = """\
title: Briefs
url: https://example.org/
description: Article briefs
page_size: 100
feed_items: 20
search: no
cards: no
"""

RIPE = 2.5
"""Seconds after which the cache trusts the date of a file; before, it reads the file again."""

DATE = re.compile(r"^date: (\S+)$", re.MULTILINE)
TITLE = re.compile(r'^title: "?(.*?)"?$', re.MULTILINE)
TAG = re.compile(r"topic-\d\d")


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit of a page has left in it."""

    word: str
    """In title and text."""
    old: str
    """The tag that went."""
    new: str
    """The tag that came."""


@dataclass
class OwnSite:
    """The site of sitegen."""

    root: Path
    jobs: tuple[str, ...] = ()

    def build(self, *, fresh: bool = False, weigh: bool = False) -> Run:
        """Build; from nothing, without output and caches, if told so."""
        if fresh:
            for name in ("site", ".sitegen"):
                remove(self.root / name)
        return run([*SITEGEN, "build", "-q", *self.jobs], self.root, weigh=weigh)

    def page(self, stem: str) -> Path:
        """Return the file of a page before the build."""
        return self.root / "content/notes" / f"{stem}.md"

    @property
    def output(self) -> Path:
        """The folder of the built site."""
        return self.root / "site"

    @property
    def frame(self) -> Path:
        """The template that every page is made with."""
        return self.root / "templates/base.html"


@dataclass
class Plain:
    """The sites of so many plain pages."""

    peers: Peers
    work: Path
    pages: int
    rounds: int
    others: tuple[str, ...]
    _edits: int = field(default=0, init=False)

    @cached_property
    def own(self) -> OwnSite:
        """Return the site of sitegen, not built yet."""
        return own_site(self.peers, self.work / f"sitegen-{self.pages}", self.pages)

    @cached_property
    def hugo(self) -> PeerSite:
        """Return the site of Hugo, not built yet."""
        return self.peers.site("hugo", self.pages)

    @cached_property
    def newest(self) -> str:
        """Return the name of one of the newest pages, which stands on the first page and in the feed."""
        dated = {path.stem: DATE.search(path.read_text("utf-8")) for path in self.own.page("x").parent.glob("*.md")}
        return max(dated, key=lambda stem: (found[1] if (found := dated[stem]) else "", stem))

    def full(self) -> Iterator[Finding]:
        """Build from nothing: time and memory beside Hugo's, time beside the others'."""
        ours, theirs = self._both(fresh=True)
        what = f"{self.pages:,} plain pages, full build"
        figures = times(sitegen=ours, hugo=theirs)
        yield Asked("full", f"{what}: time", 2.0, "× Hugo").at_most(ours.seconds / theirs.seconds, figures)
        light, heavy = self.own.build(fresh=True, weigh=True), self.hugo.build(fresh=True, weigh=True)
        weights = f"sitegen {light.peak:.0f} MiB, hugo {heavy.peak:.0f} MiB"
        yield Asked("full", f"{what}: memory", 0.35, "× Hugo").at_most(light.peak / heavy.peak, weights)
        for name in self.others:
            yield self._beside(name, what, ours)

    def noop(self) -> Iterator[Finding]:
        """Build again where nothing changed."""
        self._built()
        ours, theirs = self._both()
        asked = Asked("noop", f"{self.pages:,} plain pages, nothing changed", 0.08, "× Hugo")
        yield asked.at_most(ours.seconds / theirs.seconds, times(sitegen=ours, hugo=theirs))

    def one(self) -> Iterator[Finding]:
        """Build after one page got another title, another tag and another sentence; all that shows them follows."""
        self._built()
        what = f"{self.pages:,} plain pages, one changed"
        pairs: list[tuple[Run, Run]] = []
        for _ in range(self.rounds):
            edit = self.edit(self.own.page(self.newest))
            self.edit(self.hugo.page(self.newest), edit)
            pairs.append((self.own.build(), self.hugo.build()))
            for name, site in (("sitegen", self.own.output), ("hugo", self.hugo.output)):
                for fault in stale(site, self.newest, edit):
                    yield not_met("one", f"{what}: {name}", "index, tags and feed are right", fault)
        ours, theirs = (middle([pair[place] for pair in pairs]) for place in (0, 1))
        figures = times(sitegen=ours, hugo=theirs)
        yield Asked("one", what, 0.15, "× Hugo").at_most(ours.seconds / theirs.seconds, figures)

    def template(self) -> Iterator[Finding]:
        """Build after a change of the template of every page."""
        self._built()
        what = f"{self.pages:,} plain pages, base template changed"
        pairs: list[tuple[Run, Run]] = []
        frames = (self.own.frame, self.hugo.root / self.hugo.peer.frame)
        for number in range(self.rounds):
            word = f"zzframe{number}"
            for frame in frames:
                text = frame.read_text("utf-8")
                frame.write_text(text.replace("<footer>", f"<footer><i>{word}</i>", 1), "utf-8")
            time.sleep(RIPE)
            pairs.append((self.own.build(), self.hugo.build(fresh=True)))
            for name, site in (("sitegen", self.own.output), ("hugo", self.hugo.output)):
                if word not in page_of(site, self.newest) or word not in text_of(site, "index.html"):
                    yield not_met("template", f"{what}: {name}", "pages follow the template", f"no {word} in it")
        ours, theirs = (middle([pair[place] for pair in pairs]) for place in (0, 1))
        figures = times(sitegen=ours, hugo=theirs)
        yield Asked("template", what, 0.7, "× Hugo, full build").at_most(ours.seconds / theirs.seconds, figures)

    def _both(self, *, fresh: bool = False) -> tuple[Run, Run]:
        """Build both sites in turns, and return the middle of each."""
        pairs = [(self.own.build(fresh=fresh), self.hugo.build(fresh=fresh)) for _ in range(self.rounds)]
        return middle([ours for ours, _ in pairs]), middle([theirs for _, theirs in pairs])

    def _built(self) -> None:
        """See that both sites stand, and that the cache trusts the dates of their files."""
        for site in (self.own, self.hugo):
            site.build()
        time.sleep(RIPE)
        self.own.build()

    def edit(self, page: Path, edit: Edit | None = None) -> Edit:
        """Change title, one tag and the text of a page."""
        text = page.read_text("utf-8")
        head, mark, body = text.partition("\n---\n")
        if edit is None:
            self._edits += 1
            tags = TAG.findall(head)
            free = next(tag for tag in (f"topic-{number:02d}" for number in range(40)) if tag not in tags)
            edit = Edit(f"zzword{self._edits}x", tags[0], free)
        head = TITLE.sub(lambda found: f'title: "{found[1].split(" zzword")[0]} {edit.word}"', head)
        page.write_text(f"{head.replace(edit.old, edit.new)}{mark}{body}\nMore about {edit.word}.\n", "utf-8")
        return edit

    def _beside(self, name: str, what: str, ours: Run) -> Finding:
        try:
            theirs = self.peers.site(name, self.pages).build(fresh=True)
        except NotMeasuredError as error:
            return Finding("full", f"{what}, beside {name}", "faster", str(error))
        figures = times(sitegen=ours, **{name: theirs})
        asked = Asked("full", f"{what}, beside {name}", 1.0, f"× {name}")
        return asked.at_most(ours.seconds / theirs.seconds, figures)


def own_site(peers: Peers, root: Path, number: int) -> OwnSite:
    """Make a project of so many plain pages that does the work of the peers' sites."""
    remove(root)
    root.mkdir(parents=True)
    (root / "sitegen.yaml").write_text(SETTINGS, "utf-8")
    shutil.copytree(TEMPLATES, root / "templates")
    peers.write_pages(number, root / "content/notes")
    return OwnSite(root)


def stale(site: Path, stem: str, edit: Edit) -> Iterator[str]:
    """Yield what in a built site does not show an edit as it should."""
    shown = {
        "the page": page_of(site, stem),
        "the first page": text_of(site, "index.html"),
        "the page of the new tag": text_of(site, f"tags/{edit.new}.html", f"tags/{edit.new}/index.html"),
        "the feed": text_of(site, "feed.xml", "index.xml"),
    }
    yield from (f"{name} does not show the change" for name, text in shown.items() if edit.word not in text)
    if edit.word in text_of(site, f"tags/{edit.old}.html", f"tags/{edit.old}/index.html"):
        yield "the page of the old tag still names the page"


def page_of(site: Path, stem: str) -> str:
    """Return the HTML of a page, wherever the generator puts it; empty where it has none."""
    found = next(iter([*site.rglob(f"{stem}.html"), *site.rglob(f"{stem}/index.html")]), None)
    return found.read_text("utf-8") if found else ""


def text_of(site: Path, *paths: str) -> str:
    """Return the text of the first file that is there; empty where none is."""
    found = next((site / path for path in paths if (site / path).is_file()), None)
    return found.read_text("utf-8") if found else ""
