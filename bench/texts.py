"""Texts: articles made of bare texts, as the benches read them, and the model that analyses them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.analyse import Model, find_model
from sitegen.model.article import Article
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded


def article_of(text: str, name: str) -> Article:
    """Read a text as any article; its name stands for its path."""
    return understand(Decoded(text, "utf-8", ""), name, {})


def rows_of(path: Path) -> Iterator[Any]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def the_model() -> Model:
    """Return the model that sitegen finds; without one there is nothing to measure."""
    model = find_model("")
    if not isinstance(model, Model):
        raise SystemExit(str(model))
    return model
