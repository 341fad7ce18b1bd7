"""A pseudo language for tests: every English sentence between two Hebrew letters, written from right to left."""

import json
import re
from pathlib import Path

from sitegen.own_words import is_plural
from sitegen.theme import shipped
from sitegen.tree import load_plain
from sitegen.words import plurals_of

LANGUAGE = "he"


def write_pseudo_words(root: Path) -> None:
    """Write the wording of the pseudo language for a project, and set it."""
    tree = _pseudo(load_plain(shipped("words") / "en.yaml"))
    assert isinstance(tree, dict)
    tree |= {"direction": "rtl", "number": {"word": []}}
    (root / "words").mkdir(exist_ok=True)
    # JSON is YAML too.
    (root / "words" / f"{LANGUAGE}.yaml").write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")


def _pseudo(node: object) -> object:
    if isinstance(node, str):
        return f"ש{node}ת" if any(map(str.isalpha, re.sub(r"\{[^}]*\}", "", node))) else node
    if isinstance(node, list):
        return [_pseudo(each) for each in node]
    assert isinstance(node, dict)
    if is_plural(node):
        return {form: _pseudo(node.get(form, node["other"])) for form in plurals_of(LANGUAGE)}
    return {key: _pseudo(each) for key, each in node.items()}
