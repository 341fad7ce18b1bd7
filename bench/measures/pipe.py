"""pipe.py SEEDS PROCESSES: words a second of bare `nlp.pipe` over the articles of a folder, on so many processes.

Each process loads the model that sitegen finds and reads its share of the articles before the clock starts; then all
of them parse the articles, each as one text, as anybody would who has nothing but `nlp.pipe`. With --paragraphs they
parse the paragraphs of headline and body, as the analysis does. Prints the words and the seconds.
"""

import argparse
import multiprocessing
import sys
import time
from functools import partial
from multiprocessing.synchronize import Barrier
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from texts import article_of, the_model  # noqa: E402  (the folder above this one)

from sitegen.analyse.model import load  # noqa: E402  (after that folder is known)
from sitegen.model.article import Role  # noqa: E402  (the same)


def main() -> int:
    """Print the number of words, and the seconds from the first start to the last end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("processes", type=int)
    parser.add_argument("--paragraphs", action="store_true")
    asked = parser.parse_args()
    files = sorted(asked.seeds.glob("*.txt"))
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(asked.processes)
    with context.Pool(asked.processes, _wait_at, (barrier,)) as pool:
        shares = [files[place :: asked.processes] for place in range(asked.processes)]
        found = pool.map(partial(_parse, paragraphs=asked.paragraphs), shares, chunksize=1)
    seconds = max(end for _, _, end in found) - min(begun for _, begun, _ in found)
    print(sum(words for words, _, _ in found), seconds)
    return 0


def _wait_at(barrier: Barrier) -> None:
    _barriers.append(barrier)


_barriers: list[Barrier] = []


def _parse(files: list[Path], *, paragraphs: bool) -> tuple[int, float, float]:
    """Return how many words the articles have, and when parsing them began and ended."""
    nlp = load(the_model().package)
    articles = [article_of(file.read_text("utf-8-sig"), "seeds/text.txt") for file in files]
    words = sum(len(article.text.split()) for article in articles)
    texts = [article.text for article in articles]
    if paragraphs:
        texts = [
            article.words_at(paragraph.span)
            for article in articles
            for paragraph in article.paragraphs_of(Role.HEADLINE, Role.BODY)
        ]
    _barriers[0].wait()
    begun = time.time()
    for _ in nlp.pipe(texts):
        pass
    return words, begun, time.time()


if __name__ == "__main__":
    sys.exit(main())
