"""The command that drafts: which article is meant, what is written where, and what is never overwritten."""

import json
from pathlib import Path
from typing import Self

import pytest
from commanding import stand_in_project

from sitegen.cli import main
from sitegen.draft.files import SCHEMA, has_old_schema, new_file, seed_of, target_of, way_to_schema, write
from sitegen.init import make_project
from sitegen.model.article import Seed

Capture = pytest.CaptureFixture[str]


# ---- files


def test_an_article_is_found_by_name_by_path_and_by_its_annotation_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = [Seed("fire", "seeds/fire.txt"), Seed("v1.2", "seeds/v1.2.TXT", "seeds/v1.2.yaml")]
    monkeypatch.chdir(tmp_path)
    for typed in ("fire", "seeds/fire.txt", "seeds/fire.yaml", str(tmp_path / "seeds/fire.txt")):
        assert seed_of(tmp_path, seeds, typed) == seeds[0]
    assert seed_of(tmp_path, seeds, "v1.2") == seeds[1]
    assert seed_of(tmp_path, seeds, "smoke") is None
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path / "seeds")
    assert seed_of(tmp_path, seeds, "fire.txt") == seeds[0]
    assert seed_of(tmp_path, seeds, "seeds/fire.txt") == seeds[0]
    assert target_of(seeds[0]) == "seeds/fire.yaml"
    assert way_to_schema(seeds[0]) == "../annotation.schema.json"


def test_a_draft_never_overwrites(tmp_path: Path) -> None:
    write(tmp_path, Seed("fire", "seeds/fire.txt"), "a: b\n")
    with pytest.raises(FileExistsError):
        write(tmp_path, Seed("fire", "seeds/fire.txt"), "c: d\n")
    assert (tmp_path / "seeds/fire.yaml").read_text() == "a: b\n"


def test_the_schema_is_laid_beside_the_settings_once(tmp_path: Path) -> None:
    write(tmp_path, Seed("fire", "seeds/fire.txt"), "a: b\n")
    assert json.loads((tmp_path / SCHEMA).read_text())["properties"]["quotes"]
    assert not has_old_schema(tmp_path)
    (tmp_path / SCHEMA).write_text("{}")
    write(tmp_path, Seed("flood", "seeds/flood.txt"), "a: b\n")
    assert (tmp_path / SCHEMA).read_text() == "{}"
    assert has_old_schema(tmp_path)


def test_a_file_that_cannot_be_written_whole_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def write(self, _: bytes) -> None:
            raise OSError(28, "No space left on device")

    def open_(path: Path, _: str) -> Full:
        path.touch()
        return Full()

    monkeypatch.setattr(Path, "open", open_)
    with pytest.raises(OSError, match="No space"):
        new_file(tmp_path / "a.yaml", b"a")
    assert not (tmp_path / "a.yaml").exists()


# ---- the command


@pytest.fixture
def project(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with the real article."""
    root = stand_in_project(tmp_path, monkeypatch)
    article = next((repository / "seeds").glob("000_*.txt"))
    (root / "seeds" / "call.txt").write_bytes(article.read_bytes())
    return root


def test_the_real_article_is_drafted_and_checks_without_a_problem(project: Path, capsys: Capture) -> None:
    assert main(["draft", "seeds/call.txt", "--publisher", "Hindustan Times"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("seeds/call.yaml is drafted.")
    assert err == ""
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().err == "1 article checked, no problems\n"
    text = (project / "seeds/call.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../annotation.schema.json\n")
    assert 'quote: "Our guys shot him dead. I had to carry his body"' in text
    assert "Who released it, and are they a party?" in text
    assert 'passage: "It was not revealed whether soldiers were killed or injured during the incident."' in text


def test_the_example_that_waits_for_annotations_is_drafted_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    waiting = [path for path in (tmp_path / "seeds").glob("*.txt") if not path.with_suffix(".yaml").exists()]
    assert waiting
    for path in waiting:
        assert main(["draft", path.stem]) == 0
        assert main(["check", "--strict", str(path)]) == 0
    assert "- id: quote-1" in waiting[0].with_suffix(".yaml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_an_annotation_file_that_is_there_is_left_alone(project: Path, capsys: Capture) -> None:
    (project / "seeds/call.yaml").write_text("publisher: Mine\n")
    assert main(["draft", "call"]) == 2
    assert "seeds/call.yaml is already there and stays as it is" in capsys.readouterr().err
    assert main(["draft", "call", "--stdout"]) == 0
    assert capsys.readouterr().out.startswith("# yaml-language-server:")
    assert (project / "seeds/call.yaml").read_text() == "publisher: Mine\n"


def test_a_schema_of_another_version_is_mentioned(project: Path, capsys: Capture) -> None:
    (project / SCHEMA).write_text("{}")
    assert main(["draft", "call"]) == 0
    assert "annotation.schema.json, which helps your text editor, is from another version" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["example.org/fire", "https://example.org/a b", 'https://example.org/"'])
def test_an_address_that_is_none_is_usage(project: Path, typed: str, capsys: Capture) -> None:
    assert main(["draft", "call", "--url", typed]) == 2
    assert f"“{typed}” is no web address" in capsys.readouterr().err
    assert not (project / "seeds/call.yaml").exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [("cal", "Did you mean “call”?"), ("something-else", "Save its text as seeds/NAME.txt first, or")],
)
def test_an_article_that_is_not_there_is_named(project: Path, typed: str, told: str, capsys: Capture) -> None:
    assert project.is_dir()
    assert main(["draft", typed]) == 2
    assert f"There is no article “{typed}” in seeds/. {told}" in capsys.readouterr().err


def test_an_article_in_a_format_that_is_not_read_is_told_apart(project: Path, capsys: Capture) -> None:
    (project / "seeds/page.mhtml").write_text("<p>Text</p>")
    assert main(["draft", "seeds/page.mhtml"]) == 2
    assert (
        "seeds/page.mhtml: web archives are not read; save the page as HTML, or paste the article's text"
        in capsys.readouterr().err
    )


def test_an_article_that_cannot_be_read_is_reported(project: Path, capsys: Capture) -> None:
    (project / "seeds/call.txt").write_bytes(b"")
    assert main(["draft", "call"]) == 1
    assert "seeds/call.txt:1:1:" in capsys.readouterr().err
    assert not (project / "seeds/call.yaml").exists()


def test_an_article_that_is_too_long_to_be_analysed_is_not_drafted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    make_project(tmp_path / "p")
    monkeypatch.setattr("sitegen.analyse.LIMIT", 200)
    (tmp_path / "p/seeds/fire.txt").write_text("Fire in the harbour\n\n" + "The fire burned all night. " * 20, "utf-8")
    assert main(["draft", "fire", "-C", str(tmp_path / "p")]) == 1
    assert "200 are the most that software analyses [analysis-failed]" in capsys.readouterr().err
    assert not (tmp_path / "p/seeds/fire.yaml").exists()
