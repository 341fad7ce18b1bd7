"""The wording and its users fit: no key that nobody reads, no reader without its key."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.theme import PACKAGE, shipped
from sitegen.words import load_words

KEYS = frozenset(load_words("en").sentences)
FORMS = r"(?:_else|_no_day|_party|\.one|\.other|\.\d+)*"
"""What code adds to a key: plurals, items of lists, wordings for what is not known."""
IN_TEMPLATE = re.compile(r"words(?:\.count)?\(\s*[\"']([\w.-]+)[\"']")
JOINED_IN_TEMPLATE = re.compile(r"words\(\s*\"([\w.-]+\.)\"\s*~\s*\w+\s*~\s*\"(\.[\w.-]+)\"")


def texts() -> Iterator[ast.expr]:
    """Yield each text of the program, plain or with slots."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                yield node


def templates() -> Iterator[tuple[str, str]]:
    """Yield the name of a template and each key that it asks for, as an expression."""
    for path in sorted(shipped("templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        yield from ((path.name, re.escape(key)) for key in IN_TEMPLATE.findall(text) if not key.endswith("."))
        yield from ((path.name, rf"{re.escape(a)}[\w-]+{re.escape(b)}") for a, b in JOINED_IN_TEMPLATE.findall(text))


def expression_of(node: ast.expr) -> str:
    """Return what a text with slots can become."""
    if isinstance(node, ast.Constant):
        return re.escape(str(node.value))
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(expression_of(part) if isinstance(part, ast.Constant) else r"[\w-]*" for part in parts)


def asked_for(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the keys that a call of wording names, both of them where it is one or the other."""
    name = node.func if isinstance(node, ast.Call) else None
    called = name.id if isinstance(name, ast.Name) else name.attr if isinstance(name, ast.Attribute) else ""
    if called == "words" and isinstance(node, ast.Call) and node.args:
        first = node.args[0]
        yield from (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)


def test_every_sentence_is_used() -> None:
    found = {expression_of(text) for text in texts()} | {key for _, key in templates()}
    begun = [text for text in found if re.match(r"\w+(?:\\?\.|$)", text)]
    used = re.compile("|".join(f"(?:{text}){FORMS}" for text in sorted(begun)))
    assert not [key for key in sorted(KEYS) if not used.fullmatch(key)]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_sentence_that_code_asks_for_exists(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    keys = [expression_of(key) for node in ast.walk(tree) for key in asked_for(node)]
    assert [key for key in keys if key and not any(re.fullmatch(f"{key}{FORMS}", known) for known in KEYS)] == []


def test_every_sentence_that_templates_ask_for_exists() -> None:
    asked = set(templates())
    assert len(asked) > 40
    missing = [(name, key) for name, key in asked if not any(re.fullmatch(f"{key}{FORMS}", known) for known in KEYS)]
    assert sorted(missing) == []
