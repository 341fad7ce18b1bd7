"""The JSON Schema describes the language as typed."""

import json
import re
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sitegen.read.forms import ALL_KEYS
from sitegen.read.schema import SHIPPED, annotation_schema

ROOT = Path(__file__).parent.parent


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: no dates, and `on` and `no` are text."""


_BOOL, _DATE = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"
EditorLoader.yaml_implicit_resolvers = {
    mark: [(tag, pattern) for tag, pattern in resolvers if tag not in {_BOOL, _DATE}]
    for mark, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(_BOOL, re.compile("true|false"), ["t", "f"])


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = annotation_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def loaded(text: str) -> Any:  # noqa: ANN401  (YAML)
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506  (a safe loader with fewer types)


def test_the_shipped_schema_is_fresh(golden: Callable[[Path, str], None]) -> None:
    golden(SHIPPED, json.dumps(annotation_schema(), indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("example", ["seeds/000_142de1610ce160bf.yaml", "tests/data/annotation-minimal.yaml"])
def test_the_examples_fit(validator: Draft202012Validator, example: str) -> None:
    assert list(validator.iter_errors(loaded((ROOT / example).read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "typed",
    [
        "sources: A < B",
        "sources: [A < B, {c: Name}, {id: d, name: E, from: [a, {b: inferred}]}]",
        "sources: {a: Name, b: {kind: audio, from: {a: stated}}, c: }",
        "quotes: [words, who: words, {who: [one, two], status: false}, {quote: 11, via: a}]",
        "quotes: {withdrawn: {on: 2023-07-18, reason: x}}",
        "quotes: {quote: words, checks: {object: content, result: refuted}, response: declined}",
        "caveats: [text, unverified: text, {duress: text, about: a}, {text: no}]",
        "gaps:\n- Who?\n- Who?: passage\n- {question: Who, result: declined}",
        "brief: {tags: 2023, state: draft, content: duress, withdrawn: {on: 2023-07-18, reason: x}}",
        "language: no\nsummary: yes\npublished: 2023\ntitle:\nauthors:\n",
    ],
)
def test_every_shorthand_fits(validator: Draft202012Validator, typed: str) -> None:
    assert [error.message for error in validator.iter_errors(loaded(typed))] == []


@pytest.mark.parametrize(
    "typed",
    [
        "sumary: x",
        "brief: {state: publishd}",
        "brief: {editr: x}",
        "sources: {a: {kind: voice}}",
        "sources: {a: {from: {b: guessed}}}",
        "quotes: [{quote: x, sorce: y}]",
        "quotes: [{source: y}]",
        "quotes: [{quote: x, status: proven}]",
        "caveats: [foo: x]",
        "republish: all",
        "- a",
    ],
)
def test_what_is_no_part_of_the_language_does_not_fit(validator: Draft202012Validator, typed: str) -> None:
    assert list(validator.iter_errors(loaded(typed))) != []


def properties_in(node: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401  (JSON)
    """Yield every property of a schema with the names that lead to it; those that stand for another are left out."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if key == "properties":
            yield from ((f"{name}.{inner}", about) for inner, about in value.items() if "$ref" not in about)
        yield from properties_in(value, f"{name}.{key}")


def test_every_key_says_what_it_is_for() -> None:
    described = dict(properties_in(annotation_schema()))
    assert len(described) > len(ALL_KEYS)
    silent = [key for key, about in described.items() if not re.fullmatch(r"[A-Z].+\.", about.get("description", ""))]
    assert silent == []


def test_what_stands_for_another_key_leads_to_one() -> None:
    schema = annotation_schema()
    for path in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(schema)):
        assert reduce(lambda node, step: node[step], path.split("/"), schema)


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs" / "annotations.md").read_text(encoding="utf-8")
    missing = [
        key for key in sorted(ALL_KEYS) if f"`{key}`" not in page and f"`{key}:" not in page and f"{key}:" not in page
    ]
    assert missing == []
