"""The files that a site is made from, and whether any of them changed since the last good build."""

import hashlib
import marshal
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Self

from msgspec import Struct, field

from sitegen.cache import RACY, Cache, Facts, code_version, facts_of, touched_at
from sitegen.model.output import Edition
from sitegen.pipeline.order import Order, Outcome
from sitegen.publish import stamp
from sitegen.root import BRIEFS
from sitegen.theme import shipped

FOLDERS = ("seeds", "content", "static", "templates", "words")
FILES = ("sitegen.yaml", "sources.yaml")
SHIPPED = ("templates", "words")
COMPOSED = f"{BRIEFS}/"
_PORTION = 8192
"""Files that are hashed at a time: what is written for hundreds of thousands takes as much memory as they do."""


class Inputs(Struct):
    """Every input as it was when a build began."""

    root: Path
    cache: Cache
    seen: dict[str, Facts]
    """What the system says of each file, by path: from the root for what people wrote, in full for what is shipped."""
    links: frozenset[str]
    """Those of what people wrote that are symbolic links, files and folders, from the root."""
    at: int
    """When they were looked at, in nanoseconds since 1970."""
    _digests: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path, cache: Cache) -> Self:
        """Look at every input of a project; none is opened."""
        at = time.time_ns()
        links = {name for name in (*FILES, *FOLDERS) if (root / name).is_symlink()}
        seen = dict(_facts_of(root, FILES))
        for folder in FOLDERS:
            seen.update(_facts_below(str(root / folder), f"{folder}/", links, but=COMPOSED))
        for folder in SHIPPED:
            start = str(shipped(folder))
            seen.update(_facts_below(start, f"{start}/", set()))
        # Last, as `remember` has them.
        seen.update(_facts_below(str(root / BRIEFS), COMPOSED, links))
        return cls(root, cache, seen, frozenset(links), at)

    @property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 by path; contents are read only where what the system says of a file changed."""
        if not self._digests:
            self._digests = self.cache.digests(self.seen)
        return self._digests

    def recall(self, order: Order) -> Outcome | None:
        """Return the outcome of the last build of this kind that published, if nothing that it rests on changed."""
        if order.verify or order.overwrite:
            return None
        name = _name(order)
        if self.cache.recall(f"seen:{name}") != _hash(self.seen) or self._is_racy(name):
            if self.cache.recall(f"state:{name}") != _hash(self.digests):
                return None
            self.cache.remember(self._sight(name))
        # Last, since it looks at every folder of the site.
        if self.cache.recall(f"about:{name}") != _about(order):
            return None
        return self.cache.get("outcome", name, Outcome)

    def remember(self, order: Order, outcome: Outcome) -> None:
        """Keep the outcome of a build that published, so that the next one can end at once.

        Inputs are those of the build's beginning: what people changed meanwhile is seen next time. The composed
        briefs, which the build itself wrote, are looked at anew.
        """
        if outcome.published is None:
            return
        typed = {path: facts for path, facts in self.seen.items() if path[: len(COMPOSED)] != COMPOSED}
        composed = dict(_facts_below(str(self.root / BRIEFS), COMPOSED, set()))
        settled = Inputs(self.root, self.cache, typed | composed, self.links, self.at)
        fresh = {path: facts for path, facts in composed.items() if self.seen.get(path) != facts}
        known = self.cache.digests(fresh)
        settled._digests = {path: known.get(path) or self.digests[path] for path in settled.seen}
        kept = outcome.published.as_unchanged()
        name = _name(order)
        self.cache.put("outcome", name, Outcome(outcome.problems, kept, outcome.briefs, unchanged=True))
        state = {f"state:{name}": _hash(settled.digests), f"about:{name}": _about(order)}
        self.cache.remember(state | settled._sight(name))

    def _sight(self, name: str) -> dict[str, str]:
        """Return what a kind of build saw, and when."""
        return {f"seen:{name}": _hash(self.seen), f"at:{name}": str(self.at)}

    def _is_racy(self, name: str) -> bool:
        """Say whether a file may have changed once more within a tick of the clock after it was looked at."""
        latest = max(map(touched_at, self.seen.values()), default=0)
        return latest >= int(self.cache.recall(f"at:{name}") or 0) - RACY


def _hash(of: Mapping[str, object]) -> str:
    """Hash texts and numbers by path, in their order; it follows from the version of Python, as `_about` does."""
    digest, rest = hashlib.sha256(), iter(of.items())
    while some := list(islice(rest, _PORTION)):
        digest.update(marshal.dumps(some, 2))
    return digest.hexdigest()


def _about(order: Order) -> str:
    """Say what a build follows from beside its inputs: the code, what is asked, how the output folder stands."""
    return f"{code_version()} {order.keep_going} {order.strict} {order.target} {stamp(order.target)}"


def _name(order: Order) -> str:
    """Return what a kind of build is remembered by; previews share one name, since each has a folder of its own."""
    return "preview" if order.edition is Edition.PREVIEW else f"build:{order.target}"


def _facts_of(root: Path, names: Iterable[str]) -> Iterator[tuple[str, Facts]]:
    for name in names:
        with suppress(OSError):
            yield name, facts_of((root / name).stat())


def _facts_below(folder: str, name: str, links: set[str], *, but: str = "") -> Iterator[tuple[str, Facts]]:
    """Yield what stands in a folder, at any depth, named from the root; hidden files and folders are nobody's input.

    Always in the same order; `but` names a folder that is passed over. `links` gets the names of symbolic links.
    Raises OSError where a folder may not be read: it is no empty one.
    """
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if (below := f"{name}{entry.name}/") != but:
                yield from _facts_below(entry.path, below, links, but=but)
        else:
            if entry.is_symlink():
                links.add(f"{name}{entry.name}")
            yield f"{name}{entry.name}", _facts_at(entry)


def _facts_at(entry: "os.DirEntry[str]") -> Facts:
    """Return the facts of a file; of a link those of where it leads, of one that leads nowhere its own."""
    try:
        return facts_of(entry.stat())
    except OSError:
        return facts_of(entry.stat(follow_symlinks=False))
