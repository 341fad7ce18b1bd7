"""A project's own wording: sentence by sentence in the place of the shipped one, and what does not fit is a problem."""

import re
from pathlib import Path

import pytest

from sitegen.own_words import languages_of, read_words
from sitegen.problems import Kind, Problem
from sitegen.words import languages, load_words

BRACES = "write {{ and }} for braces that readers shall see"
NUMBERS = "only {n} of a plural takes a list of number words, such as {n:word}"
LESS = "say all that the shipped sentence says"


def written(root: Path, text: str, language: str = "en") -> Path:
    """Write wording of a project."""
    (root / "words").mkdir(exist_ok=True)
    (root / "words" / f"{language}.yaml").write_text(text, encoding="utf-8")
    return root


def said(problems: list[Problem]) -> list[str]:
    return [f"{problem.message}; {problem.hint}" if problem.hint else problem.message for problem in problems]


def test_a_project_without_words_has_the_shipped_ones(tmp_path: Path) -> None:
    words, problems = read_words(tmp_path, "uk")
    assert (words, problems) == (load_words("uk"), [])


@pytest.mark.parametrize("language", languages())
def test_the_shipped_files_are_sound_as_wording_of_a_project(language: str, tmp_path: Path, repository: Path) -> None:
    text = (repository / "words" / f"{language}.yaml").read_text(encoding="utf-8")
    words, problems = read_words(written(tmp_path, text, language), language)
    assert said(problems) == []
    assert words == load_words(language)


def test_one_sentence_changes_and_the_rest_stays(tmp_path: Path) -> None:
    caveat = "Чий це голос, стверджують так: {speaker}. Ми цього не перевіряли."
    words, problems = read_words(written(tmp_path, f'kinds: {{audio: {{caveat: "{caveat}"}}}}', "uk"), "uk")
    assert problems == []
    assert words.sentences == {**load_words("uk").sentences, "kinds.audio.caveat": caveat}
    assert words.fingerprint != load_words("uk").fingerprint


def test_lists_and_plurals_change_too(tmp_path: Path) -> None:
    text = """
    number: {word: [uno, due], dozens: [twelve]}
    across: {briefs: {other: "{n:word} of them"}}
    name: {articles: []}
    """
    words, problems = read_words(written(tmp_path, text), "en")
    assert problems == []
    assert [words.count("across.briefs", n) for n in (1, 2, 3)] == ["1 brief", "due of them", "3 of them"]
    assert words.texts("name.articles") == []


def test_a_language_of_its_own_stands_on_english_and_is_told_what_it_lacks(tmp_path: Path) -> None:
    text = 'direction: rtl\npage: {briefs: "תקצירים"}\n'
    words, problems = read_words(written(tmp_path, text, "he"), "he")
    assert (words.direction, words("page.briefs"), words("page.skip")) == ("rtl", "תקצירים", "Skip to the content")
    assert [problem.kind for problem in problems] == [Kind.WORDS_MISSING]
    assert said(problems) == ["what this file does not say stands in English: dates.day, dates.month, dates.year, …"]


def test_the_languages_of_a_project_are_the_shipped_and_its_own(tmp_path: Path) -> None:
    for name in ("de", "pt-BR", "kinds", "Notes", "eo"):
        written(tmp_path, "", name)
    assert languages_of(tmp_path) == ("de", "en", "eo", "pt-BR", "uk")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("direction: up", "“direction” takes ltr or rtl, not “up”"),
        ("page: {brief: x}", "the wording has no key “page.brief”; did you mean “briefs”?"),
        ("nothing: {like: this}", "the wording has no key “nothing”"),
        ("page: x", "“page” takes lines of the form “key: text”"),
        ("- x", "the file takes lines of the form “key: text”"),
        ("page: {briefs: [x]}", "“page.briefs” takes one text"),
        ("page: {briefs: ''}", "“page.briefs” has no words; leave the key out, and the shipped wording stands"),
        ("across: {briefs: x}", "“across.briefs” takes lines of the form “key: text”"),
        ("across: {briefs: {few: x}}", "the plurals of this language have no “few”; it has: one, other"),
        ("name: {articles: Le}", "“name.articles” takes a list: [The, A, …]"),
        ("name: {articles: [{x: y}]}", "the list “name.articles” holds texts alone"),
        ("dates: {months: [Jan]}", "the list “dates.months” has 1 items and needs 12"),
        ("tags: {title: 'On {tags}'}", "nothing fills {tags} in “tags.title”; did you mean {tag}?"),
        ("tags: {title: 'On {0}'}", "nothing fills {0} in “tags.title”; it has: {tag}"),
        ("tags: {title: 'On {}'}", "nothing fills {} in “tags.title”; it has: {tag}"),
        ("tags: {title: 'On {tag.x}'}", "nothing fills {tag.x} in “tags.title”; it has: {tag}"),
        ("tags: {all: 'All {tag}'}", "nothing fills {tag} in “tags.all”; no slot belongs there"),
        ("tags: {title: 'On {tag'}", "the braces of “tags.title” do not fit together; " + BRACES),
        ("tags: {title: 'On {tag:>9}'}", "{tag:>9} in “tags.title” cannot be written so; " + NUMBERS),
        ("tags: {title: 'On {tag!r}'}", "{tag!r} in “tags.title” cannot be written so; " + NUMBERS),
        ("page: {quote: '{n:word}'}", "{n:word} in “page.quote” cannot be written so; " + NUMBERS),
        ("page: {copy: {caveat: 'Note: {label}'}}", "“page.copy.caveat” leaves out {text}; " + LESS),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_a_problem_and_stays_as_shipped(tmp_path: Path, text: str, problem: str) -> None:
    words, problems = read_words(written(tmp_path, text), "en")
    assert said(problems) == [problem]
    assert {each.kind for each in problems} == {Kind.WORDS_WRONG}
    assert words == load_words("en")


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"page: {briefs: \xff}", Kind.FILE_NOT_TEXT), (b"page: {briefs: !!str x}", Kind.YAML_FEATURE)],
)
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, content: bytes, kind: Kind) -> None:
    written(tmp_path, "")
    (tmp_path / "words" / "en.yaml").write_bytes(content)
    words, problems = read_words(tmp_path, "en")
    assert [problem.kind for problem in problems] == [kind]
    assert words("page.skip") == "Skip to the content"


def test_a_file_that_nobody_may_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    written(tmp_path, "page: {briefs: x}")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, (problem,) = read_words(tmp_path, "en")
    assert str(problem) == "words/en.yaml:1:1: the wording cannot be read: permission denied [file-unreadable]"


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read_words(written(tmp_path, "# nothing yet\n"), "en") == (load_words("en"), [])


EXAMPLE = re.compile(r"^```yaml words/(\S+)\.yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_documentation_are_sound(repository: Path, tmp_path: Path) -> None:
    examples = EXAMPLE.findall((repository / "docs" / "languages.md").read_text(encoding="utf-8"))
    assert [language for language, _ in examples] == ["en", "uk"]
    for language, text in examples:
        words, problems = read_words(written(tmp_path, text, language), language)
        assert said(problems) == []
    assert [words.count("across.briefs", n) for n in (1, 2, 5)] == ["1 довідка", "2 довідки", "5 довідок"]
