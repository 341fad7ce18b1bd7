"""The files that a site is made from, and whether any of them changed since the last good build."""

import hashlib
import marshal
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Self

from msgspec import Struct, field

from sitegen.cache import RACY, Cache, Facts, code_version, facts_of, touched_at
from sitegen.model.chunks import portions
from sitegen.pipeline.order import Order, Outcome
from sitegen.publish import stamp
from sitegen.root import BRIEFS, SEEDS
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
    composed: dict[str, Facts]
    """The same of composed briefs."""
    links: frozenset[str]
    """Those of what people wrote that are symbolic links, files and folders, from the root."""
    at: int
    """When they were looked at, in nanoseconds since 1970."""
    rewritten: set[str] = field(default_factory=set)
    """The composed briefs that the build itself wrote or removed since then."""
    _digests: dict[str, str] = field(default_factory=dict)
    _seen_sum: "hashlib._Hash | None" = None
    _typed_sum: "hashlib._Hash | None" = None

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
        composed = dict(_facts_below(str(root / BRIEFS), COMPOSED, links))
        return cls(root, cache, seen, composed, frozenset(links), at)

    @property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 by path; contents are read only where what the system says of a file changed."""
        if not self._digests:
            self._digests = self.cache.digests(self.seen | self.composed)
        return self._digests

    def seeds(self) -> Iterator[str]:
        """Yield the names of the files that stand in seeds/ itself."""
        start = f"{SEEDS}/"
        for path in self.seen:
            name = path.removeprefix(start)
            if name != path and "/" not in name and not (path in self.links and (self.root / path).is_dir()):
                yield name

    def let_go(self) -> None:
        """Keep of articles and annotation files no more than sums, once nobody asks for single ones any more."""
        self._sight(self.composed)
        self._state({})
        _let_go(self.seen)
        _let_go(self._digests)

    def recall(self, order: Order) -> Outcome | None:
        """Return the outcome of the last build of this kind that published, if nothing that it rests on changed."""
        if order.verify or order.overwrite:
            return None
        name = order.name
        sight = self._sight(self.composed)
        if self.cache.recall(f"seen:{name}") != sight or self._is_racy(name):
            if self.cache.recall(f"state:{name}") != self._state({path: self.digests[path] for path in self.composed}):
                return None
            self.cache.remember({f"seen:{name}": sight, f"at:{name}": str(self.at)})
        # Last, since it looks at every folder of the site.
        if self.cache.recall(f"about:{name}") != _about(order):
            return None
        return self.cache.get("outcome", name, Outcome)

    def remember(self, order: Order, outcome: Outcome) -> None:
        """Keep the outcome of a build that published, so that the next one can end at once.

        Inputs are those of the build's beginning: what people changed meanwhile is seen next time. Those composed
        briefs alone that the build itself wrote are looked at anew.
        """
        if outcome.published is None:
            return
        fresh = dict(_facts_of(self.root, self.rewritten))
        left = {path: facts for path, facts in self.composed.items() if path not in self.rewritten}
        composed = dict(sorted((left | fresh).items(), key=_place_of))
        digests = {path: self.digests.get(path, "") for path in composed} | self.cache.digests(fresh)
        kept = outcome.published.as_unchanged()
        name = order.name
        self.cache.put("outcome", name, Outcome(outcome.problems, kept, outcome.briefs, unchanged=True))
        sight = {f"seen:{name}": self._sight(composed), f"at:{name}": str(self.at)}
        self.cache.remember(sight | {f"state:{name}": self._state(digests), f"about:{name}": _about(order)})

    def _sight(self, composed: Mapping[str, Facts]) -> str:
        """Return a hash of what the system says of all files, of these composed briefs among them."""
        if self._seen_sum is None:
            self._seen_sum = _added(hashlib.sha256(), self.seen.items())
        return _added(self._seen_sum, composed.items()).hexdigest()

    def _state(self, composed: Mapping[str, str]) -> str:
        """Return a hash of the contents of all files, of these composed briefs among them."""
        if self._typed_sum is None:
            self._typed_sum = _added(hashlib.sha256(), ((path, self.digests[path]) for path in self.seen))
        return _added(self._typed_sum, composed.items()).hexdigest()

    def _is_racy(self, name: str) -> bool:
        """Say whether a file may have changed once more within a tick of the clock after it was looked at."""
        latest = max(map(touched_at, chain(self.seen.values(), self.composed.values())), default=0)
        return latest >= int(self.cache.recall(f"at:{name}") or 0) - RACY


def _let_go(known: dict[str, Any]) -> None:
    """Leave what is no article nor annotation file; whoever else has this very mapping lets go of them too."""
    rest = {path: about for path, about in known.items() if not path.startswith(f"{SEEDS}/")}
    known.clear()
    known.update(rest)


def _added(to: "hashlib._Hash", pairs: Iterable[tuple[str, object]]) -> "hashlib._Hash":
    """Return a hash with texts and bytes by path added, in their order.

    What is hashed follows from the version of Python, as `_about` does.
    """
    digest = to.copy()
    for some in portions(pairs, _PORTION):
        digest.update(marshal.dumps(some, 2))
    return digest


def _about(order: Order) -> str:
    """Say what a build follows from beside its inputs: the code, what is asked, how the output folder stands."""
    return f"{code_version()} {order.keep_going} {order.strict} {order.target} {stamp(order.target)}"


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
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except (FileNotFoundError, NotADirectoryError):
        return
    try:
        for entry in sorted(os.listdir(handle)):  # noqa: PTH208  (as `_look` says)
            found = None if entry.startswith(".") else _look(entry, handle)
            if found is None:
                continue
            path = f"{name}{entry}"
            if not stat.S_ISDIR(found.st_mode):
                if stat.S_ISLNK(found.st_mode):
                    links.add(path)
                    found = _look(entry, handle, follow=True) or found
                yield path, facts_of(found)
            elif (below := f"{path}/") != but:
                yield from _facts_below(f"{folder}/{entry}", below, links, but=but)
    finally:
        os.close(handle)


def _place_of(file: tuple[str, Facts]) -> list[str]:
    """Return what puts files in the order in which they are found: folder by folder."""
    return file[0].split("/")


def _look(name: str, folder: int, *, follow: bool = False) -> os.stat_result | None:
    """Look at what stands in a folder that is open; None where it is gone again, or a link that leads nowhere.

    By its handle that takes half the time of a look by the whole path, which tens of thousands of files would need.
    """
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=follow)
    except OSError:
        return None
