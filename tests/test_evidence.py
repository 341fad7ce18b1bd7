"""Evidence: what cases cannot show: whom a passage is from, and that looking for needles first changes nothing."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from readings import article_of

from sitegen.analyse import Model, analyse, find_model
from sitegen.analyse.evidence.needles import needles_of
from sitegen.kinds import Cues, Kinds, Signal, compiled, load_kinds
from sitegen.model.analysis import Evidence
from sitegen.model.article import Article

ROOT = Path(__file__).parents[1]
CASES = (ROOT / "tests" / "cases" / "reading" / "evidence.md").read_text(encoding="utf-8")


def evidence_in(article: Article, kinds: Kinds | None = None) -> tuple[Evidence, ...]:
    model = find_model("")
    assert isinstance(model, Model)
    return next(analyse([article], model, kinds or load_kinds())).evidence


def source_of(kind: str, text: str) -> str | None:
    """Return whom the first passage of a kind is from; None where it says nobody."""
    article = article_of(text)
    found = next(each for each in evidence_in(article) if each.name == kind)
    return article.words_at(found.source) if found.source else None


@pytest.mark.parametrize(
    ("kind", "text", "source"),
    [
        ("video", "A video posted by WatchHarbour shows a fire.", "WatchHarbour"),
        ("video", "Footage released by the rebels shows a wreck.", "the rebels"),
        ("video", "WatchHarbour shared a portion of that video on Twitter.", "WatchHarbour"),
        ("video", "The video appears to show a fire.", None),
        ("video", "A video has emerged of soldiers beating a man.", None),
        ("video", "Officials are working to determine the authenticity of the video.", None),
        ("video", "A video posted by members of the anti-Arden group shows a fire.", "members of the anti-Arden group"),
        (
            "video",
            "The press office of Arden's “harbour service” released a video of a man.",
            "The press office of Arden",
        ),
        ("video", "A video posted by the Harbour Watch of Arden shows a fire.", "the Harbour Watch of Arden"),
        ("video", "Otto Berg's video, posted on Telegram, shows a fire.", "Otto Berg"),
        ("video", "- Otto Berg shared a video of the fire.", "Otto Berg"),
        ("video", "Twitter shared a video of the fire.", None),
        ("audio", "General Aro was heard in another audio saying that the ships were late.", "General Aro"),
        ("audio", "A leaked recording captures the noise.", None),
        (
            "intercepted-communication",
            "Military intelligence said it had intercepted a phone call between two dockers.",
            "Military intelligence",
        ),
        (
            "intercepted-communication",
            "Intercepting a phone call, harbour police said the two were discussing fish.",
            "harbour police",
        ),
        ("intercepted-communication", "The navy published radio messages that it says were intercepted.", "The navy"),
        ("intercepted-communication", "Calls intercepted by the coast guard name the captain.", "the coast guard"),
        ("intercepted-communication", "The navy intercepted dozens of their messages.", "The navy"),
        ("intercepted-communication", "Boats and messages were intercepted by the navy.", "the navy"),
        ("intercepted-communication", "Their calls were recorded and intercepted by the navy.", "the navy"),
        ("intercepted-communication", "The intercepted calls, the last of many, end at noon.", None),
        ("news-report", "He told Reuters that he was tired.", "Reuters"),
        ("news-report", "As per Kyiv Post, the call was short.", "Kyiv Post"),
        ("official-statement", "The interior ministry said that the quay was closed.", "The interior ministry"),
        ("anonymous-source", "Sources told the paper that more would follow.", "Sources"),
        ("anonymous-source", "“It was known,” said a source close to the owner.", "a source close to the owner"),
        ("anonymous-source", "The crane was weak, he wrote, citing two officials.", "two officials"),
        ("social-media-post", "The agency checked a video posted on Telegram.", None),
        ("social-media-post", "The minister tweeted that all was well.", "The minister"),
    ],
)
def test_a_passage_is_from_whom_the_grammar_names(kind: str, text: str, source: str | None) -> None:
    assert source_of(kind, text) == source


def test_who_is_seen_in_a_video_is_its_source() -> None:
    text = "Activists shared a video. “We are hungry,” a fisherman in the video said. In the video, he waits."
    article = article_of(text)
    sources = [article.words_at(each.source) for each in evidence_in(article) if each.name == "video" and each.source]
    assert sources == ["Activists", "a fisherman in the video", "he"]


def test_a_sentence_shows_a_kind_once_and_by_its_best_cue() -> None:
    article = article_of("In the video a man waits; a clip posted on Telegram shows him too.")
    (found,) = [each for each in evidence_in(article) if each.name == "video"]
    assert article.words_at(found.cue) == "clip posted on Telegram"


def test_evidence_comes_by_place() -> None:
    article = article_of("Reports emerged of a fire.\n\nA video posted on Telegram reportedly shows it.")
    cues = [each.cue for each in evidence_in(article)]
    assert cues == sorted(cues)
    assert len(cues) > 2


def test_the_sentence_of_a_cue_is_the_whole_sentence() -> None:
    article = article_of("It burned. A video posted on Telegram shows it. Nobody came.")
    found = next(each for each in evidence_in(article) if each.name == "video")
    assert article.words_at(found.sentence) == "A video posted on Telegram shows it."


def test_an_article_without_evidence_has_none() -> None:
    assert evidence_in(article_of("The ferry was late.")) == ()


@pytest.mark.parametrize(
    ("expression", "needles"),
    [
        (r"(?i)\bIntercept(ed|s)? (a |the )?(call|phone)\b", [{"intercept"}, {"call", "phone"}]),
        (r"\b(?:video|footage)s? \w+ posted", [{" posted"}, {"video", "footage"}]),
        (r"colou?r", [{"colo"}]),
        (r"a+bc", [{"bc"}]),
        (r"(?:ab|c)", [{"ab", "c"}]),
        (r"told|\d+ said", [{"told", " said"}]),
        (r"told|\d+", []),
        (r"(?<!no )tapes?\b(?! measure)", [{"tape"}]),
        (r"\[[^\]]{1,60}\]", [{"["}]),
        (r"word{0,2}|x{1,2}", [{"wor", "x"}]),
        (r"(?i:Leaked).", [{"leaked"}]),
        (r"\w*", []),
    ],
)
def test_needles_are_what_a_match_cannot_do_without(expression: str, needles: list[set[str]]) -> None:
    assert [set(group) for group in needles_of(expression)] == needles


def expressions_of(kinds: Kinds) -> Iterator[str]:
    for each in kinds.everything:
        yield from (*each.cues.alone, *each.cues.joined, *each.cues.then, *each.cues.beside)


def test_every_match_of_every_cue_holds_its_needles() -> None:
    texts = CASES.split("\n") + (ROOT / "words" / "kinds.yaml").read_text(encoding="utf-8").split("\n")
    for expression in expressions_of(load_kinds()):
        for text in texts:
            for match in compiled(expression).finditer(text):
                found = match.group().casefold()
                assert all(any(needle in found for needle in group) for group in needles_of(expression)), found


def test_almost_every_cue_has_needles() -> None:
    without = [expression for expression in expressions_of(load_kinds()) if not needles_of(expression)]
    assert without == []


def test_a_cue_without_needles_is_tried_everywhere() -> None:
    kinds = Kinds({}, {"figure": Signal("figure", cues=Cues(alone=(r"\d+",)))})
    article = article_of("The 12 crates are here.\n\nNobody counted.\n\nThere were 14.")
    assert [article.words_at(each.cue) for each in evidence_in(article, kinds)] == ["12", "14"]


def test_the_bench_prints_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    bench = __import__("evidence")
    (tmp_path / "a.txt").write_text("Ferry\n\nA video posted on Telegram by rebels shows it.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Ferry\n\nThe ferry was late.\n", encoding="utf-8")
    (tmp_path / "index.tsv").write_text("file\tkind\na.txt\tvideo\nb.txt\tintercept\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["evidence.py", str(tmp_path), "--json", str(tmp_path / "found.json")])
    bench.main()
    printed = capsys.readouterr().out
    assert re.search(r"^video +1 +50% +1$", printed, re.MULTILINE)
    assert "intercepted-communication: 0 of 1 articles of the index show it\n  not: b.txt" in printed
    assert "video: 1 of 1 articles" in printed
    assert '"kind": "video"' in (tmp_path / "found.json").read_text(encoding="utf-8")
