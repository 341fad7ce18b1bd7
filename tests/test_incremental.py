"""A build of what changed gives byte for byte what a clean build gives, whatever happened before.

SITEGEN_EXAMPLES=50 tries that many histories, other ones each time; without it, a few, always the same.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from changes import replace
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from kill import LIST, STAGING, files_of, missing_links
from meddling import Meddler
from newsroom import BREAKS, CHANGES, EXTRAS, NAMES, PRINTINGS, SETTINGS, SHARED, STORIES, Newsroom, Piece, write_files

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Outcome, Silence, build

EXAMPLES = int(os.environ.get("SITEGEN_EXAMPLES", "0"))
CACHE = ".sitegen"
COMPOSED = "content/briefs"
PREVIEW = f"{CACHE}/preview"
SITE = "site"
FOREIGN = ("CNAME", "briefs/notes.txt", "tags/mine/index.html")
"""Files that people put into the site."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Clean:
    """What a build without a past gives."""

    outcome: Outcome
    site: Files
    briefs: Files


def _raiser(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


class History(RuleBasedStateMachine):
    """A project, what people do to it, and after each step a build that is compared with a clean one."""

    warm: Path
    """A cache that knows what software finds in every article, and nothing else of use."""
    meddler: Meddler

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
        _copy(self.warm, self._root / CACHE)

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._folder)

    # ---- what people do

    @initialize(first=st.integers(0, 1))
    def begin(self, first: int) -> None:
        self._room.pieces = {"alpha": Piece(first), "beta": Piece(2, tags=("ferries",)), "delta": Piece(3, noted=False)}

    @rule(stem=st.sampled_from(NAMES), story=st.integers(0, len(STORIES) - 1), tags=st.sampled_from([(), ("storm",)]))
    def add(self, stem: str, story: int, tags: tuple[str, ...]) -> None:
        self._room.pieces.setdefault(stem, Piece(story, tags=tags))

    @rule(number=st.integers(0, 9), change=CHANGES)
    def edit(self, number: int, change: dict[str, Any]) -> None:
        if stem := self._stem(number):
            self._room.pieces[stem] = replace(self._room.pieces[stem], **change)
            if not self._room.pieces[stem].noted:
                self._room.broken.pop(stem, None)

    @rule(number=st.integers(0, 9), stem=st.sampled_from(NAMES))
    def rename(self, number: int, stem: str) -> None:
        old = self._stem(number)
        if old and stem not in self._room.pieces:
            self._room.pieces[stem] = self._room.pieces.pop(old)
            self._forget(old)

    @rule(number=st.integers(0, 9))
    def delete(self, number: int) -> None:
        if len(self._room.pieces) > 1 and (stem := self._stem(number)):
            del self._room.pieces[stem]
            self._forget(stem)

    @rule(one=st.integers(0, 9), other=st.integers(0, 9))
    def swap(self, one: int, other: int) -> None:
        first, second = self._stem(one), self._stem(other)
        if first and second:
            pieces = self._room.pieces
            pieces[first], pieces[second] = pieces[second], pieces[first]
            self._room.broken.clear()

    @rule(key=st.sampled_from(sorted(SETTINGS)), number=st.integers(0, 2))
    def change_settings(self, key: str, number: int) -> None:
        self._room.settings[key] = SETTINGS[key][number % len(SETTINGS[key])]

    @rule(shared=st.integers(0, len(SHARED) - 1))
    def change_sources(self, shared: int) -> None:
        self._room.shared = shared

    @rule(path=st.sampled_from(sorted(EXTRAS)), number=st.integers(0, 1))
    def write_own_file(self, path: str, number: int) -> None:
        self._room.extras[path] = EXTRAS[path][number % len(EXTRAS[path])]

    @rule(number=st.integers(0, 9))
    def remove_own_file(self, number: int) -> None:
        if self._room.extras:
            del self._room.extras[sorted(self._room.extras)[number % len(self._room.extras)]]

    @rule(number=st.integers(0, 9), text=st.sampled_from(BREAKS), keep_going=st.booleans())
    def break_notes(self, number: int, text: str, keep_going: bool) -> None:  # noqa: FBT001  (hypothesis gives it)
        if stem := self._stem(number):
            self._room.broken[stem] = text
            self._room.pieces[stem] = replace(self._room.pieces[stem], noted=True)
            self._keep_going = keep_going

    @precondition(lambda self: self._room.broken)
    @rule()
    def mend_notes(self) -> None:
        self._room.broken.clear()

    @rule()
    def go_on_without_a_build(self) -> None:
        self._waits = True

    @precondition(lambda _: bool(EXAMPLES))  # processes take seconds to begin
    @rule(jobs=st.integers(1, 2))
    def build_with_processes(self, jobs: int) -> None:
        self._jobs = jobs

    # ---- what happens to what sitegen made

    @rule(path=st.sampled_from(FOREIGN))
    def put_a_file_into_the_site(self, path: str) -> None:
        self._foreign.add(path)
        (self._root / SITE / path).parent.mkdir(parents=True, exist_ok=True)
        (self._root / SITE / path).write_text("mine\n", "utf-8")

    @rule(number=st.integers(0, 200))
    def lose_a_page(self, number: int) -> None:
        if page := self._page(number):
            page.unlink()

    @precondition(lambda self: not self._room.broken)
    @rule(number=st.integers(0, 200))
    def spoil_a_page_and_verify(self, number: int) -> None:
        if page := self._page(number):
            text = page.read_bytes()
            page.write_bytes(text[:-1] + bytes([text[-1] ^ 1]) if text else b"x")
            self._write()
            self._build(Edition.BUILD, verify=True)

    @rule()
    def delete_the_cache(self) -> None:
        shutil.rmtree(self._root / CACHE)
        _copy(self.warm, self._root / CACHE)
        self._good.clear()

    @rule(number=st.integers(0, 9), kept=st.sampled_from([0, 1, 3000]), rubbish=st.booleans())
    def damage_the_cache(self, number: int, kept: int, rubbish: bool) -> None:  # noqa: FBT001  (hypothesis gives it)
        files = sorted(path for path in (self._root / CACHE).iterdir() if path.is_file())
        file = files[number % len(files)]
        size = file.stat().st_size
        file.write_bytes(file.read_bytes()[:kept] + (os.urandom(8) * (size // 8) if rubbish else b""))
        self._forgot = True

    @rule(
        number=st.integers(1, 250),
        error=st.sampled_from([KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left"), OSError(errno.EIO, "I/O")]),
        day=st.integers(4, 9),
    )
    def interrupt(self, number: int, error: BaseException, day: int) -> None:
        for stem, piece in self._room.pieces.items():
            self._room.pieces[stem] = replace(piece, day=day)
        self._write()
        before, expected = self._site(), self._expected(Edition.BUILD)
        with suppress(type(error)), self.meddler.at(self._root, number, _raiser(error)):
            build(self._root, self._order(Edition.BUILD), Silence())
        self._forgot = True  # what was good may be remembered, or not yet
        found = self._site()
        after = expected.site if expected else found  # nobody can say what is due
        assert not [path for path, text in found.items() if text not in (before.get(path), after.get(path))]
        assert self._missing(found) <= self._missing(before)  # what somebody lost before a build that is barred

    def _missing(self, site: Mapping[str, bytes]) -> set[str]:
        """Return the links of a site that lead nowhere; without a front page nobody comes to any."""
        return {*missing_links({**site, **dict.fromkeys(self._foreign, b"")})} if "index.html" in site else set()

    # ---- what must hold

    @invariant()
    def an_incremental_build_gives_what_a_clean_one_gives(self) -> None:
        if self._waits:
            self._waits = False
            return
        self._write()
        self._build(Edition.BUILD)

    @rule()
    def preview(self) -> None:
        self._write()
        self._build(Edition.PREVIEW)

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
                _copy(self.warm, root / CACHE)
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
    found = files_of(folder) if folder.is_dir() else {}
    return {path: text for path, text in found.items() if path != LIST and not path.startswith(f"{STAGING}/")}


def _differences(found: Files, expected: Files) -> list[str]:
    """Name the files that differ: a comparison of all bytes would fill the screen."""
    return sorted(path for path in {*found, *expected} if found.get(path) != expected.get(path))


def _copy(cache: Path, folder: Path) -> None:
    shutil.copytree(cache, folder)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build every article once under other names and another title, and return the cache."""
    root = tmp_path_factory.mktemp("warm")
    stories = ((story, printing) for story in range(len(STORIES)) for printing in range(len(PRINTINGS)))
    pieces = {f"warm-{number}": Piece(*story, noted=False) for number, story in enumerate(stories)}
    room = Newsroom(pieces, {"title": "Warm", "search": "no", "unreviewed": "show"}, shared=0)
    write_files(root, room.files(), {})
    outcome = build(root, Order(root / SITE), Silence())
    assert outcome.published is not None
    return root / CACHE


def test_whatever_happened_a_build_gives_what_a_clean_build_gives(warm: Path, meddler: Meddler) -> None:
    class Warm(History):
        pass

    Warm.warm, Warm.meddler = warm, meddler
    run_state_machine_as_test(
        Warm,
        settings=settings(
            max_examples=EXAMPLES or 4,
            stateful_step_count=30 if EXAMPLES else 10,
            derandomize=not EXAMPLES,
            database=None,
            phases=[Phase.generate, Phase.shrink] if EXAMPLES else [Phase.generate],  # to find a shorter one: minutes
            suppress_health_check=[*HealthCheck],
        ),
    )
