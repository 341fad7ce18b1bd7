"""analyse.py TEXTS [--rounds N]: words a second of the analyse stage against bare spaCy, in one process.

TEXTS is a folder of .txt files or a file of JSON lines with a "text". Bare spaCy is `nlp.pipe` with the components that
the analysis asks for, once over the same paragraphs (what the stage parses), once over whole texts. Processor time; the
rounds alternate, and ratios are taken within a round, since a busy machine slows both alike.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from texts import article_of, rows_of, the_model

from sitegen.analyse import Model, analyse
from sitegen.analyse.model import load
from sitegen.kinds import load_kinds
from sitegen.model.article import Article, Role


def main() -> int:
    """Print words a second of each way, and the stage's share of spaCy's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=100, help="texts that are read")
    asked = parser.parse_args()
    model = the_model()
    articles = [
        article_of(text, "seeds/text.txt") for text, _ in zip(_texts(asked.texts), range(asked.most), strict=False)
    ]
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} texts, {words} words, {asked.rounds} rounds")
    speeds = [{name: words / _seconds(way) for name, way in _ways(articles, model)} for _ in range(asked.rounds)]
    for name in speeds[0]:
        share = median(each["analyse stage"] / each[name] for each in speeds)
        print(f"  {median(each[name] for each in speeds):8.0f} words/s  {name:24}  stage / this: {share:.2f}")
    return 0


def _texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        yield from (file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt")))
    else:
        yield from (row["text"] for row in rows_of(path))


def _ways(articles: Sequence[Article], model: Model) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield the ways to be timed: spaCy over paragraphs, over whole texts, and the stage."""
    nlp, kinds = load(model.package), load_kinds()
    paragraphs = [
        article.words_at(paragraph.span)
        for article in articles
        for paragraph in article.paragraphs_of(Role.HEADLINE, Role.BODY)
    ]
    yield "spaCy, paragraphs", lambda: _drain(nlp.pipe(paragraphs))
    yield "spaCy, whole texts", lambda: _drain(nlp.pipe([article.text for article in articles]))
    yield "analyse stage", lambda: _drain(analyse(articles, model, kinds))


def _drain(things: Iterator[object]) -> None:
    for _ in things:
        pass


def _seconds(way: Callable[[], None]) -> float:
    begun = time.process_time()
    way()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
