"""Articles: what messy text is read as, and that no bytes whatever break the reading."""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.article import Article, Role, Seed, Span
from sitegen.problems import Kind, Location
from sitegen.read import decoding, read_article
from sitegen.read.article import understand
from sitegen.read.bylines import _MOST_WORDS, _agency
from sitegen.read.captions import _bare, _bracketed, _may_be_bare, _may_be_bracketed, _may_open, _opening
from sitegen.read.date_lines import _dates, _may_date, find_dating, is_date_line
from sitegen.read.decoding import Decoded, decode
from sitegen.read.roles import _credit, _may_credit

CASES = Path(__file__).parent / "cases" / "articles"
REAL = "000_142de1610ce160bf"
ZONES = {"LMT": "+02:00"}
_CASE = re.compile(r"^## (.+?)\n+```text\n(.*?)^```\n+```reading\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VISIBLE = str.maketrans({"⇥": "\t", "⍽": "\u00a0", "␍": "\r"})
HEAD = "Ferry runs aground\n\n"


def cases() -> list[object]:
    """Return name, text and reading of every case."""
    return [
        pytest.param(text.translate(_VISIBLE), reading, id=f"{path.stem}: {name}")
        for path in sorted(CASES.glob("*.md"))
        for name, text, reading in _CASE.findall(path.read_text(encoding="utf-8"))
    ]


def as_reading(article: Article) -> str:
    """Write what an article was read as, as cases do."""
    lines = []
    for paragraph in article.paragraphs:
        at = article.location(paragraph.span.start)
        lines.append(f"{paragraph.role} {at.line}:{at.column} {article.words_at(paragraph.span)}")
    if article.authors:
        lines.append(f"authors: {'; '.join(article.authors)}")
    if article.date:
        lines.append(f"date: {article.date.iso} {article.date.zone}".rstrip())
    return "\n".join(lines) + "\n"


def read(root: Path, data: bytes) -> tuple[Article | None, list[tuple[Kind, str]]]:
    """Read bytes as an article of a project at `root`."""
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds/a.txt").write_bytes(data)
    article, problems = read_article(root, Seed("a", "seeds/a.txt"), ZONES)
    return article, [(problem.kind, problem.message) for problem in problems]


def understood(text: str) -> Article:
    return understand(Decoded(text, "utf-8", ""), "seeds/a.txt", ZONES)


@pytest.mark.parametrize(("text", "reading"), cases())
def test_a_text_is_read_as_its_case_says(text: str, reading: str) -> None:
    assert as_reading(understood(text)) == reading


def test_there_are_cases() -> None:
    sections = sum(path.read_text(encoding="utf-8").count("\n## ") for path in CASES.glob("*.md"))
    assert len(cases()) == sections > 25


def test_the_real_article_is_told_apart() -> None:
    article, problems = read_article(Path(__file__).parents[1], Seed(REAL, f"seeds/{REAL}.txt"), {"IST": "+05:30"})
    assert problems == []
    assert article is not None
    roles = [paragraph.role for paragraph in article.paragraphs]
    assert roles[:5] == [Role.HEADLINE, Role.BYLINE, Role.DATE_LINE, Role.BODY, Role.CAPTION]
    assert roles[5:] == [Role.BODY] * 7 + [Role.BIOGRAPHY] * 2
    assert article.headline == "Vladimir Putin ‘losing his grip’? Russian soldier opens fire on his own unit"
    assert article.authors == ("Mallika Soni",)
    assert article.date is not None
    assert (article.date.iso, article.date.zone) == ("2023-07-18T11:27+05:30", "IST")
    assert article.date.printed == "Jul 18, 2023 11:27 AM IST"


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(str.encode)
    | st.text('aB.\n\r \t"“By(AP)', max_size=300).map(str.encode)
)
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf\xff")
def test_no_bytes_break_the_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    article, problems = read(tmp_path_factory.getbasetemp(), data)
    assert article is not None or problems
    if article:
        check_paragraphs(article)


def check_paragraphs(article: Article) -> None:
    """Paragraphs are in order, apart, free of white space at their ends, and hold every character that prints."""
    reached = 0
    for paragraph in article.paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        words = article.text[start:end]
        assert reached <= start < end
        assert words == words.strip()
        assert not any(map(str.isalnum, article.text[reached:start]))
        reached = end
    assert not any(map(str.isalnum, article.text[reached:]))


@given(st.text("ab\n\r", max_size=40))
def test_a_location_counts_lines_as_editors_do(text: str) -> None:
    article = understood(text)
    line, column = 1, 1
    for offset, character in enumerate(text):
        assert article.location(offset) == Location("seeds/a.txt", line, column)
        ends = character == "\n" or (character == "\r" and text[offset + 1 : offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    assert article.location(len(text)) == Location("seeds/a.txt", line, column)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("“é”".encode(), "“é”", "utf-8"),
        (b"\xef\xbb\xbfa\r\n", "a\r\n", "utf-8"),
        (b"\xef\xbb\xbf\x93a\x94", "“a”", "windows-1252"),
        ("“é”".encode("utf-16"), "“é”", "utf-16-le"),
        (b"\xfe\xff" + "“é”".encode("utf-16-be"), "“é”", "utf-16-be"),
        ("“é”".encode("utf-32"), "“é”", "utf-32-le"),
        (b"\x93caf\xe9\x94 \x96 it\x92s", "“café” – it’s", "windows-1252"),
        ("“é” ".encode() + b"it\x92s", "“é” it’s", "utf-8"),
        (b"\x81", "\ufffd", "windows-1252"),
    ],
)
def test_bytes_become_text(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"ab\0c", "byte 3 is zero"),
        (b"\x01\x02\x03\x04 text", "it has 4 control characters"),
        (b"\xff\xfea", "its byte-order mark says UTF-16-LE, but byte 1 after it does not fit"),
        ("a\0".encode("utf-16"), "character 2 is zero"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    assert decode(data) == reason


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    assert read(tmp_path, b"\x89PNG\0") == (None, [(Kind.FILE_NOT_TEXT, "the file is no text: byte 5 is zero")])


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    with (tmp_path / "seeds/a.txt").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    _, [problem] = read_article(tmp_path, Seed("a", "seeds/a.txt"), {})
    assert problem.kind is Kind.FILE_TOO_LARGE
    assert problem.message == "the file is too large: it has 50 MB, and 20 MB are the most that is read"


def test_the_limit_itself_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (HEAD + "The ferry ran aground.").encode()
    monkeypatch.setattr(decoding, "LIMIT", len(data))
    assert read(tmp_path, data)[1] == []
    assert [kind for kind, _ in read(tmp_path, data + b".")[1]] == [Kind.FILE_TOO_LARGE]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    article, [problem] = read_article(tmp_path, Seed("a", "seeds/a.txt"), {})
    assert article is None
    assert (problem.kind, problem.at) == (Kind.FILE_UNREADABLE, Location("seeds/a.txt"))
    assert problem.message == "the file cannot be read: No such file or directory"


def test_a_name_that_no_file_can_have_is_a_problem(tmp_path: Path) -> None:
    _, [problem] = read_article(tmp_path, Seed("a", "seeds/a\0.txt"), {})
    assert problem.kind is Kind.FILE_UNREADABLE


def test_a_folder_and_a_pipe_are_no_articles(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name in ("pipe.txt", "folder.txt"):
        _, [problem] = read_article(tmp_path, Seed("a", name), {})
        assert problem.message == "this is not an ordinary file"


def test_a_link_that_leads_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("secret", encoding="utf-8")
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.txt").symlink_to(outside)
    article, [problem] = read_article(root, Seed("a", "a.txt"), {})
    assert article is None
    assert problem.message == "the file is a link that leads out of the project"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the article is empty"),
        (" \r\n\u200b\ufeff\n", "the article is empty"),
        ("Ferry runs aground\n", "the article has no text below its headline"),
        ("Ferry runs aground\n\nBy Nadia Okafor\n", "the article has no text below its headline"),
        ("The ferry ran aground. " * 20, "the article has no headline"),
    ],
)
def test_an_article_needs_headline_and_body(tmp_path: Path, text: str, message: str) -> None:
    assert read(tmp_path, text.encode())[1] == [(Kind.ARTICLE_EMPTY, message)]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + (HEAD + "It is afloat.").encode()
    article, _ = read(tmp_path, data)
    assert article is not None
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text[0] == "F"


def test_spans_of_wrapped_lines_stay_those_of_the_file() -> None:
    lines = (
        "The ferry ran aground on Monday, the harbour office",
        "said.  Two tugs were sent to the place, and a diver",
        "went.",
    )
    text = HEAD + "\r\n".join(lines)
    [body] = understood(text).paragraphs_of(Role.BODY)
    assert body.span == Span(len(HEAD), len(text))


@pytest.mark.parametrize(
    ("line", "iso", "zone"),
    [
        ("Jul 18, 2023 11:27 AM IST", "2023-07-18T11:27", "IST"),
        ("Jul 18, 2023 12:05 am", "2023-07-18T00:05", ""),
        ("Sept. 3rd, 2021 at 9 p.m. ET", "2021-09-03T21:00", "ET"),
        ("1st of May 2020", "2020-05-01", ""),
        ("2 Jul 2024", "2024-07-02", ""),
        ("July 2023", "2023-07", ""),
        ("July 2023, 10:15", "2023-07", ""),
        ("18.07.2023 14:05", "2023-07-18T14:05", ""),
        ("2023/7/8", "2023-07-08", ""),
        ("18/07/2023", "2023-07-18", ""),
        ("07/18/2023", "2023-07-18", ""),
        ("07/07/2023", "2023-07-07", ""),
        ("10:15 AM, Jul 18, 2023", "2023-07-18T10:15", ""),
        ("Published 2017-12-23T03:13Z", "2017-12-23T03:13+00:00", "Z"),
        ("2023-07-18T11:27:05.123+0530", "2023-07-18T11:27+05:30", ""),
        ("Jul 18, 2023 11:27 AM (GMT +5:30)", "2023-07-18T11:27+05:30", ""),
        ("Jul 18, 2023 11:27 UTC-3", "2023-07-18T11:27-03:00", ""),
        ("Wed 12 March 2024 10.15 GMT", "2024-03-12T10:15+00:00", "GMT"),
        ("Jul 18, 2023 25:61", "2023-07-18", ""),
        ("Jul 18, 2023 13:05 pm", "2023-07-18", ""),
        ("18 Jul 2023, 11:27 | Updated: 19 Jul 2023 12:00 IST", "2023-07-18T11:27", ""),
        ("Updated: 19 Jul 2023 12:00 IST | Published: 18 Jul 2023", "2023-07-18", ""),
        ("Updated on 19 Jul 2023, 3 min read", "2023-07-19", ""),
    ],
)
def test_a_date_line_gives_what_is_sure(line: str, iso: str, zone: str) -> None:
    dating = find_dating(line, ZONES)
    assert is_date_line(line)
    assert dating is not None
    assert (dating.iso, dating.zone, dating.printed) == (iso, zone, line)


@pytest.mark.parametrize("line", ["03/04/2023", "Feb 30, 2021", "2 hours ago", "Updated at 8:50 p.m. EDT", "just now"])
def test_a_date_line_may_give_nothing_sure(line: str) -> None:
    assert is_date_line(line)
    assert find_dating(line, ZONES) is None


@pytest.mark.parametrize("line", ["2023", "May 5", "In July 2023 he left", "7 p.m.", "18 people", "July 2023 " * 30])
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_a_long_paragraph_is_no_caption() -> None:
    article = understood(HEAD + "The ferry ran aground. " * 30 + "Photo: AP\n\nAll is well.")
    assert [paragraph.role for paragraph in article.paragraphs_of(Role.CAPTION)] == []


@pytest.mark.parametrize(
    ("compiled", "may_match"),
    [
        (_opening, _may_open),
        (_bracketed, _may_be_bracketed),
        (_bare, _may_be_bare),
        (_dates, _may_date),
        (_agency, lambda words: len(words.split()) <= _MOST_WORDS),
        (_credit, _may_credit),
    ],
)
@given(st.data())
def test_what_an_expression_would_find_is_never_held_back(
    compiled: Callable[[], re.Pattern[str]], may_match: Callable[[str], bool], data: st.DataObject
) -> None:
    words = " ".join(data.draw(st.from_regex(compiled(), fullmatch=True)).split())
    assert may_match(words) or not compiled().fullmatch(words)
