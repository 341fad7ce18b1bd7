"""A project with a past, each build of which is compared with a clean one."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from changes import replace
from hypothesis.stateful import RuleBasedStateMachine
from kill import files_of, missing_links, without_ours
from newsroom import Newsroom, Piece, write_files

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Outcome, Silence, build

CACHE = ".sitegen"
COMPOSED = "content/briefs"
PREVIEW = f"{CACHE}/preview"
SITE = "site"

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Clean:
    """What a build without a past gives."""

    outcome: Outcome
    site: Files
    briefs: Files


class Compared(RuleBasedStateMachine):
    """A project, and its builds, which must give what clean ones give."""

    warm: Path
    """A cache that knows what software finds in every article, and nothing else of use."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="sitegen-history-"))
        self._root = self._folder / "project"
        self._room = Newsroom()
        self._written: dict[str, str] = {}
        self._good: dict[str, tuple[Piece, dict[str, str]]] = {}
        """What each brief was published from last, and the frame of then."""
        self._known: dict[object, Clean] = {}
        self._foreign: set[str] = set()
        self._waits = self._keep_going = self._forgot = False
        self._jobs = 1
        shutil.copytree(self.warm, self._root / CACHE)

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._folder)

    def _missing(self, site: Mapping[str, bytes]) -> set[str]:
        """Return the links of a site that lead nowhere; without a front page nobody comes to any."""
        return {*missing_links({**site, **dict.fromkeys(self._foreign, b"")})} if "index.html" in site else set()

    def _build(self, edition: Edition, *, verify: bool = False) -> None:
        before = self._site()
        outcome = build(self._root, self._order(edition, verify=verify), Silence())
        bars = bool(self._room.broken) and not self._goes_on(edition)
        expected = self._expected(edition)
        if expected is None:
            return
        if not self._room.broken or bars:
            assert outcome.problems == expected.outcome.problems
            assert (outcome.published is None) == (expected.outcome.published is None)
        if edition is Edition.PREVIEW:
            assert outcome.published is None or _pages(self._root / PREVIEW) == expected.site
        elif outcome.published is None:
            assert self._site() == before
        else:
            self._compare(expected)
        assert {path for path in self._foreign if (self._root / SITE / path).is_file()} == self._foreign

    def _compare(self, expected: Clean) -> None:
        assert _differences(self._site(), expected.site) == []
        briefs = files_of(self._root / COMPOSED)
        if self._room.broken:  # nobody can say which are stale
            briefs = {path: text for path, text in briefs.items() if path in expected.briefs}
        assert _differences(briefs, expected.briefs) == []
        self._forgot = False
        frame = self._room.frame()
        for stem in self._room.pieces.keys() - self._room.broken.keys():
            self._good[stem] = self._room.pieces[stem], frame

    def _expected(self, edition: Edition) -> Clean | None:
        """Return the clean build that a build must equal; None where nobody can say which version was last good."""
        if not self._room.broken or not self._goes_on(edition):
            return self._clean(self._room, edition)
        if edition is Edition.PREVIEW or self._forgot:
            return None  # previews remember good versions of their own
        good = {stem: self._good[stem] for stem in self._room.broken if stem in self._good}
        if any(frame != self._room.frame() for _, frame in good.values()):
            return None
        pieces = {stem: piece for stem, piece in self._room.pieces.items() if stem not in self._room.broken}
        pieces |= {stem: piece for stem, (piece, _) in good.items()}
        return self._clean(replace(self._room, pieces=pieces, broken={}), edition)

    def _goes_on(self, edition: Edition) -> bool:
        return self._keep_going or edition is Edition.PREVIEW

    def _clean(self, room: Newsroom, edition: Edition) -> Clean:
        """Build a copy elsewhere, with no past; what came of it is remembered."""
        files = room.files()
        key = (tuple(sorted(files.items())), edition)
        if key not in self._known:
            with tempfile.TemporaryDirectory(dir=self._folder) as folder:
                root = Path(folder)
                shutil.copytree(self.warm, root / CACHE)
                write_files(root, files, {})
                order = self._order(edition, root=root)
                outcome = build(root, replace(order, keep_going=edition is Edition.PREVIEW, jobs=1), Silence())
                self._known[key] = Clean(outcome, _pages(order.target), files_of(root / COMPOSED))
        return self._known[key]

    def _order(self, edition: Edition, *, verify: bool = False, root: Path | None = None) -> Order:
        target = (root or self._root) / (PREVIEW if edition is Edition.PREVIEW else SITE)
        return Order(target, edition, keep_going=self._goes_on(edition), verify=verify, jobs=self._jobs)

    def _write(self) -> None:
        files = self._room.files()
        write_files(self._root, files, self._written)
        self._written = files

    def _site(self) -> dict[str, bytes]:
        pages = _pages(self._root / SITE)
        return {path: text for path, text in pages.items() if path not in self._foreign}

    def _page(self, number: int) -> Path | None:
        pages = sorted(self._site())
        return self._root / SITE / pages[number % len(pages)] if pages else None

    def _stem(self, number: int) -> str | None:
        stems = sorted(self._room.pieces)
        return stems[number % len(stems)] if stems else None

    def _forget(self, stem: str) -> None:
        self._room.broken.pop(stem, None)
        self._good.pop(stem, None)


def _pages(folder: Path) -> dict[str, bytes]:
    """Return the files of a site, without sitegen's own."""
    return without_ours(files_of(folder)) if folder.is_dir() else {}


def _differences(found: Files, expected: Files) -> list[str]:
    """Name the files that differ: a comparison of all bytes would fill the screen."""
    return sorted(path for path in {*found, *expected} if found.get(path) != expected.get(path))
