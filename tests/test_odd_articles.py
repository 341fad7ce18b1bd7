"""Odd articles: whatever is pasted is analysed, proposed from and drafted, in fair time, and always the same."""

import os
import subprocess
import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import article_of

from sitegen.analyse import Model, analyse, find_model
from sitegen.analyse.lines import lines_of
from sitegen.analyse.parsing import LONGEST, parse
from sitegen.analyse.ranking.quoted import quoted_in
from sitegen.compose import Desk
from sitegen.config import Settings
from sitegen.draft import Findings, draft
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Span
from sitegen.model.quotations import quotations
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded
from sitegen.tree import Table, read_tree
from sitegen.words import load_words

DESK = Desk(Settings(), load_words("en"), load_kinds())
DAYS = [
    "yesterday",
    "last week",
    "last month",
    "last year",
    "on Monday",
    "two days ago",
    "99999999999 days ago",
    "100000 years ago",
    "on 31 June",
    "three centuries ago",
    "on February 29",
    "in 0000",
    "in December",
    "last weekend",
    "earlier this month",
    "on the 45th of March",
]
ODD = {
    "marks alone": '"“”„«»‘’‹›`´「」' * 20,
    "brackets alone": "()[]{}<>([{<" * 40,
    "one word": "Word",
    "one long word": "x" * (LONGEST * 2),
    "nested": "“‘" * 200 + " hello there " + "’”" * 200 + " he said.",
    "opened, never closed": "“We go on, " * 300,
    "accents on nothing": "He said “z" + "\u0301" * 2000 + " and so we go on”.",
    "right to left": "قال المتحدث: «سنرد قريبا» وأضاف أن \u202eabc\u202c الهجوم مستمر.",
    "Russian": "«Мы не сдадимся», — сказал генерал Иван Попов. По данным разведки, он погиб.",
    "Chinese": "他说:“我们不会投降。”记者周一报道。「不是这样的」他补充道。",
    "emoji": "👩\u200d👩\u200d👧 said “🔥🔥🔥 is lit” 🇺🇦\u200d\u200b.\n\n🔥🔥🔥",
    "odd spaces": "\u2028He said\u00a0“we\u2009go\u3000on”.\u2029\u0085 \x0b\x0c \ufeff x \u200b\u2060",
    "no letters": "- - - … … ?!?! 1 2 3 % & § ()",
    "labels": "A: b\n\nB: c d e f\n\n" * 30,
}


def found_in(article: Article) -> Analysis:
    model = find_model("")
    assert isinstance(model, Model)
    return next(analyse([article], model, DESK.kinds))


def places_of(found: object) -> list[Span]:
    """Return every place in an analysis, however deep."""
    if isinstance(found, Span):
        return [found]
    inner = found if isinstance(found, tuple) else [getattr(found, name) for name in getattr(found, "__slots__", ())]
    return [span for each in inner for span in places_of(each)]


def is_sound(article: Article) -> bool:
    """Say whether all places lie in the article, and its draft is YAML."""
    found = found_in(article)
    node, problems = read_tree(draft(Findings(article, found, DESK), "../schema.json"), "a.yaml")
    fits = all(0 <= span.start < span.end <= len(article.text) for span in places_of(found))
    return fits and isinstance(node, Table) and not problems


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_analysed_and_drafted(name: str) -> None:
    assert is_sound(article_of(ODD[name]))
    assert is_sound(understand(Decoded(ODD[name], "utf-8", ""), "seeds/a.txt", {}))


@pytest.mark.parametrize(
    "printed",
    ["", "1 January 2024", "31 December 2023", "29 February 2024", "January 2024", "1 January 0001", "9999-12-31"],
)
def test_days_are_worked_out_at_the_edges_of_the_calendar(printed: str) -> None:
    body = "\n\n".join(f"Jan Okon said {day} that “we counted the boats”. A video was posted {day}." for day in DAYS)
    assert is_sound(understand(Decoded(f"Boats lost\n\nBy Ada Quill\n{printed}\n\n{body}", "utf-8", ""), "a.txt", {}))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=40) | st.sampled_from(sorted(ODD.values(), key=len)[:9]), max_size=5))
def test_no_text_breaks_the_draft(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs).replace("\0", "")
    if any(map(str.isalnum, text)):
        assert is_sound(understand(Decoded(text, "utf-8", ""), "seeds/a.txt", {}))


# ---- time


def test_the_speaker_of_a_quotation_is_looked_for_near_it_alone() -> None:
    article = article_of(" ".join(f"“We lost {number} boats,” Jan Okon said." for number in range(300)))
    model = find_model("")
    assert isinstance(model, Model)
    lines = lines_of(parse(article, model.package), [each for each in quotations(article) if not each.depth])
    assert max(len(quoted.voices) for quoted in quoted_in(article, lines)) < 150


def test_an_endless_paragraph_is_cut_between_sentences() -> None:
    article = article_of("The ferry ran aground at night. " * (LONGEST // 10))
    assert {article.words_at(span) for span in found_in(article).sentences[1:]} == {"The ferry ran aground at night."}


def test_what_a_brief_leaves_open_is_counted_in_fair_time() -> None:
    article = article_of(*(f"It was not known who owns boat number {number}." for number in range(400)))
    found = found_in(article)
    begun = process_time()
    draft(Findings(article, found, DESK), "../schema.json")
    assert process_time() - begun < 4  # of a second; it was more than ten while each gap counted all words anew


# ---- always the same

SAME = """
from sitegen.analyse import analyse, find_model
from sitegen.kinds import load_kinds
from sitegen.model.article import Seed
from sitegen.read import read_article
from pathlib import Path
article, _ = read_article(Path(), Seed("real", "seeds/000_142de1610ce160bf.txt"), {})
print(next(analyse([article], find_model(""), load_kinds())))
"""


def test_every_process_finds_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", SAME],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert next(iter(told)).startswith(b"Analysis(")
