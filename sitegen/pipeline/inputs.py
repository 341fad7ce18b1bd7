"""The files that a site is made from, and whether any of them changed since the last good build."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sitegen.cache import Cache, code_version
from sitegen.model.output import Edition
from sitegen.pipeline.order import Order, Outcome
from sitegen.publish import stamp
from sitegen.root import BRIEFS
from sitegen.theme import shipped

FOLDERS = ("seeds", "content", "static", "templates", "words")
FILES = ("sitegen.yaml", "sources.yaml")
SHIPPED = ("templates", "words")
COMPOSED = f"{BRIEFS}/"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The contents of every input when a build began."""

    root: Path
    cache: Cache
    digests: Mapping[str, str]
    """SHA-256 by path: from the root for what people wrote, in full for what sitegen ships."""

    @classmethod
    def of(cls, root: Path, cache: Cache) -> Self:
        """Look at every input of a project; contents are read only where the file's stat changed."""
        typed = cache.digests(list(_input_files(root)))
        below = {path.relative_to(root).as_posix(): digest for path, digest in typed.items()}
        own = cache.digests([path for folder in SHIPPED for path in shipped(folder).rglob("*") if path.is_file()])
        return cls(root, cache, below | {path.as_posix(): digest for path, digest in own.items()})

    def recall(self, order: Order) -> Outcome | None:
        """Return the outcome of the last build of this kind that published, if nothing that it rests on changed."""
        if order.verify or order.overwrite or self.cache.recall(_name(order)) != self._state(order):
            return None
        return self.cache.get("outcome", _name(order), Outcome)

    def remember(self, order: Order, outcome: Outcome) -> None:
        """Keep the outcome of a build that published, so that the next one can end at once.

        Inputs are those of the build's beginning: what people changed meanwhile is seen next time. The composed
        briefs, which the build itself wrote, are looked at anew.
        """
        if outcome.published is None:
            return
        after = Inputs.of(self.root, self.cache).digests
        composed = {path: digest for path, digest in after.items() if path.startswith(COMPOSED)}
        typed = {path: digest for path, digest in self.digests.items() if not path.startswith(COMPOSED)}
        settled = Inputs(self.root, self.cache, typed | composed)
        kept = outcome.published.as_unchanged()
        self.cache.put("outcome", _name(order), Outcome(outcome.problems, kept, outcome.briefs, unchanged=True))
        self.cache.remember(_name(order), settled._state(order))

    def _state(self, order: Order) -> str:
        asked = f"{order.keep_going} {order.strict} {order.target}"
        lines = [f"{path}\0{digest}" for path, digest in sorted(self.digests.items())]
        return hashlib.sha256("\n".join([code_version(), asked, stamp(order.target), *lines]).encode()).hexdigest()


def _name(order: Order) -> str:
    """Return what a kind of build is remembered by; previews share one name, since each has a folder of its own."""
    return "preview" if order.edition is Edition.PREVIEW else f"build:{order.target}"


def _input_files(root: Path) -> Iterator[Path]:
    """Yield input files; hidden files and folders are nobody's input."""
    yield from (root / name for name in FILES if (root / name).is_file())
    for folder in FOLDERS:
        for where, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (Path(where, name) for name in names if not name.startswith("."))
