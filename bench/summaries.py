"""summaries.py FILE: ROUGE of sitegen's selection and of the first three sentences, against references.

FILE has a line an article: {"sents": [sentence, …], "ref": text}. The selection is that of the product
(sitegen/analyse/selection.py); what it gets there from the analysis (headline, speakers, evidence) is missing here,
since the sentences are all there is.

ROUGE-1, -2 and -L are F1, averaged over articles (Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries"):
runs of a-z and 0-9 are tokens, those above three characters are stemmed, and -L takes a summary as one sequence.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from texts import rows_of

from sitegen.analyse.selection import choose
from sitegen.analyse.summary import SENTENCES
from sitegen.model.stems import stem

_TOKEN = re.compile(r"[a-z0-9]+")
Scores = tuple[float, float, float]


def main() -> None:
    """Print a row for each way to choose sentences, and how the difference is spread over the articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    rows = list(rows_of(asked.file))
    print(f"{len(rows)} articles      ROUGE-1  ROUGE-2  ROUGE-L  words")
    lead = _row("first three", rows, lambda sentences: list(range(min(3, len(sentences)))))
    ours = _row("sitegen", rows, lambda sentences: choose(sentences, SENTENCES))
    gains = [sum(one) - sum(other) for one, other in zip(ours, lead, strict=True)]
    spread = (sum((gain - sum(gains) / len(gains)) ** 2 for gain in gains) / len(gains)) ** 0.5 / len(gains) ** 0.5
    print(f"gain, the three added up: {100 * sum(gains) / len(gains):.2f} (standard error {100 * spread:.2f})")
    print(f"articles better {sum(gain > 0 for gain in gains)}, worse {sum(gain < 0 for gain in gains)}")


def _row(name: str, rows: Sequence[dict[str, object]], choice: Callable[[Sequence[str]], list[int]]) -> list[Scores]:
    scores, words = [], 0
    for row in rows:
        sentences, reference = [str(sentence) for sentence in row["sents"]], _tokens(str(row["ref"]))  # type: ignore[attr-defined]  # a list, in JSON
        summary = _tokens(" ".join(sentences[rank] for rank in choice(sentences)))
        words += len(summary)
        scores.append((rouge_n(summary, reference, 1), rouge_n(summary, reference, 2), rouge_l(summary, reference)))
    means = "  ".join(f"{100 * sum(column) / len(rows):7.2f}" for column in zip(*scores, strict=True))
    print(f"{name:<16}  {means}  {words / len(rows):5.1f}")
    return scores


def rouge_n(summary: Sequence[str], reference: Sequence[str], size: int) -> float:
    """Return F1 of the runs of `size` tokens, each counted as often as it stands in both."""
    ours, theirs = _runs(summary, size), _runs(reference, size)
    return _f1((ours & theirs).total(), ours.total(), theirs.total())


def rouge_l(summary: Sequence[str], reference: Sequence[str]) -> float:
    """Return F1 of the longest sequence of tokens that stands in both, in order, with gaps."""
    row = [0] * (len(reference) + 1)
    for token in summary:
        before = 0
        for place, other in enumerate(reference, 1):
            before, row[place] = row[place], before + 1 if token == other else max(row[place], row[place - 1])
    return _f1(row[-1], len(summary), len(reference))


def _runs(tokens: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[start : start + size]) for start in range(len(tokens) - size + 1))


def _f1(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if ours and theirs else 0.0


def _tokens(text: str) -> list[str]:
    return [stem(token) for token in _TOKEN.findall(text.lower())]


if __name__ == "__main__":
    main()
