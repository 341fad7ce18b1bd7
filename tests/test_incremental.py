"""A build of what changed gives byte for byte what a clean build gives, whatever happened before.

SITEGEN_EXAMPLES=50 tries that many histories, other ones each time; without it, a few, always the same.
"""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from changes import replace
from compared import CACHE, SITE, Compared
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test
from meddling import Meddler
from newsroom import BREAKS, CHANGES, EXTRAS, NAMES, PRINTINGS, SETTINGS, SHARED, STORIES, Newsroom, Piece, write_files

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build

EXAMPLES = int(os.environ.get("SITEGEN_EXAMPLES", "0"))
FOREIGN = ("CNAME", "briefs/notes.txt", "tags/mine/index.html")
"""Files that people put into the site."""


def _raiser(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


class History(Compared):
    """A project, what people do to it, and after each step a build that is compared with a clean one."""

    meddler: Meddler

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
        shutil.copytree(self.warm, self._root / CACHE)
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
