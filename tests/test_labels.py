"""Every status and every caveat is explained to readers, on the demonstration and in a new project."""

from collections.abc import Callable
from pathlib import Path

import pytest
from labels_page import labels_page

from sitegen.model.vocabulary import Status
from sitegen.words import load_words

WORDS = load_words("en")
CAVEATS = [key.removeprefix("caveat.") for key in WORDS.sentences if key.startswith("caveat.")]


@pytest.mark.parametrize("folder", ["content", "sitegen/sample/content"])
def test_the_page_of_labels_is_fresh(folder: str, repository: Path, golden: Callable[[Path, str], None]) -> None:
    golden(repository / folder / "labels.md", labels_page(WORDS, CAVEATS))


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_all_its_wordings(status: Status) -> None:
    assert all(WORDS.has(f"status.{status}.{key}") for key in ("label", "as_of", "count", "explained"))


@pytest.mark.parametrize("kind", CAVEATS)
def test_every_kind_of_caveat_is_explained(kind: str) -> None:
    assert WORDS.has(f"caveat_explained.{kind}")
