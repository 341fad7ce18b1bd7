"""The language model: which one is found, and what is said where there is none that fits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.analyse import Model, find_model
from sitegen.analyse import model as models
from sitegen.analyse.model import fits
from sitegen.problems import Kind, Problem


def test_the_model_is_found_without_spacy() -> None:
    script = "import sys; from sitegen.analyse import find_model; print(find_model('')); print('spacy' in sys.modules)"
    shown = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[1] == "False"
    assert shown.stdout.startswith("en_core_web_sm")


def installed(root: Path, package: str, meta: object) -> None:
    """Make a package that says this of itself."""
    (root / package).mkdir()
    (root / package / "__init__.py").write_text("raise RuntimeError('imported')", encoding="utf-8")
    (root / package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def test_the_official_model_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, models.OFFICIAL, {"version": "3.8.0", "spacy_version": ">=3.8.0,<3.9.0"})
    monkeypatch.syspath_prepend(tmp_path)
    found = find_model("")
    assert isinstance(found, Model)
    assert (found.package, str(found)) == (models.OFFICIAL, "en_core_web_sm 3.8.0")


def test_a_named_model_is_found_under_the_name_that_pip_gives_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, "my_model", {"version": "1", "spacy_version": ""})
    monkeypatch.syspath_prepend(tmp_path)
    found = find_model("my-model")
    assert isinstance(found, Model)
    assert found.package == "my_model"


def said(found: Model | Problem) -> str:
    assert isinstance(found, Problem)
    assert (found.kind, found.at.path) == (Kind.MODEL_MISSING, "sitegen.yaml")
    return found.message


def test_a_model_for_another_spacy_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "old_model", {"version": "2.3.1", "spacy_version": ">=2.3.0,<2.4.0"})
    monkeypatch.syspath_prepend(tmp_path)
    message = said(find_model("old_model"))
    assert message.startswith("the spaCy model “old_model” 2.3.1 is made for spaCy >=2.3.0,<2.4.0, but spaCy 3.")
    assert message.endswith(": install a model for 3.8")


@pytest.mark.parametrize("meta", [{}, [], {"version": ""}])
def test_a_package_that_is_no_model_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meta: object) -> None:
    installed(tmp_path, "no_model", meta)
    monkeypatch.syspath_prepend(tmp_path)
    assert said(find_model("no_model")).startswith("“no_model” is no spaCy model: install one with `pip install ")


def test_a_model_that_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = "the spaCy model “xx_none” is not installed: install it, or leave `model:` out"
    assert said(find_model("xx_none")) == missing
    assert said(find_model("../evil")).startswith("“../evil” cannot be the name of a spaCy model")
    monkeypatch.setattr(models, "find_spec", lambda _: None)
    assert said(find_model("")) == f"no spaCy model for English is installed: install one with `{models.INSTALL}`"


def test_a_broken_package_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise ValueError

    monkeypatch.setattr(models, "find_spec", broken)
    assert said(find_model("en_core_web_sm")).endswith("leave `model:` out")


@pytest.mark.parametrize(
    ("version", "wanted", "fit"),
    [
        ("3.8.18", ">=3.7.5,<3.9.0", True),
        ("3.9.0", ">=3.7.5,<3.9.0", False),
        ("3.7.4", ">=3.7.5,<3.9.0", False),
        ("3.8.0.dev1", ">=3.8.0", True),
        ("3.8.1", "~=3.8.0", True),
        ("3.9.0", "~=3.8.0", False),
        ("3.8.1", "==3.8", True),
        ("3.8.1", "!=3.8.1", False),
        ("3.8.1", ">3.8.1", False),
        ("3.8.2", ">3.8.1", True),
        ("3.8.1", "<=3.8.1", True),
        ("3.8.2", "<=3.8.1", False),
        ("3.8.2", "", True),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, wanted: str, fit: bool) -> None:  # noqa: FBT001  (a case)
    assert fits(version, wanted) is fit
