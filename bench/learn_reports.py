"""learn_reports.py GOLD.jsonl: learn from texts whose reports people have marked how likely a candidate is one.

The gold file has a JSON object a line: {"id", "text", "quotes": [{"start", "end"}]}, places in characters of the text,
the end exclusive. Writes sitegen/analyse/reports/weights.py: the weights of a logistic regression (with a penalty on
their squares, so that what is seen seldom weighs little). Prints how good it is on articles that it has not seen:
cross-validated, the articles in five parts by a hash of their id.
"""

import hashlib
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from texts import article_of, rows_of, the_model

from sitegen.analyse import Model
from sitegen.analyse.model import load
from sitegen.analyse.parsing import parse
from sitegen.analyse.reading import Reading
from sitegen.analyse.reports import weights
from sitegen.analyse.reports.candidates import Candidate, candidates_in
from sitegen.analyse.reports.features import features_of
from sitegen.analyse.reports.quoted import is_told, quoted_in
from sitegen.analyse.reports.ranking import Ranked, choose
from sitegen.analyse.speech import find_statements
from sitegen.kinds import load_kinds
from sitegen.model.article import Role, Span

FOLDS = 5
SEEN = 40
"""How often a feature must be seen."""
PENALTY = 4.0
SMALLEST = 0.05
"""Weights below this are left out."""
RIGHT = 0.8
"""Characters in common, as a share of those in either, from which a content counts as rightly cut."""
EDGES = " \t\n\u00a0\"“”‘’'`«».,;:!?—–-…"
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with what holds of it, and whether it is a report in the gold."""

    article: str
    paragraph: int
    candidate: Candidate
    features: tuple[str, ...]
    right: bool


def main() -> int:
    """Learn, judge, write."""
    if len(sys.argv) != 2:  # noqa: PLR2004  (the program's name and the file)
        print(__doc__, file=sys.stderr)
        return 1
    examples = list(_examples(Path(sys.argv[1]), the_model()))
    names = _names(examples)
    matrix, target = _matrix(examples, names), np.array([example.right for example in examples], dtype=float)
    _judge(examples, matrix, target)
    _write(names, _fit(matrix, target))
    return 0


def _examples(path: Path, model: Model) -> Iterator[Example]:
    kinds = load_kinds()
    for marked in rows_of(path):
        article = article_of(marked["text"], marked["id"])
        gold = [_stripped(article.text, quote["start"], quote["end"]) for quote in marked["quotes"]]
        with load(model.package).memory_zone():
            reading = Reading(article, parse(article, model.package), kinds)
            yield from _of_article(reading, gold)


def _of_article(reading: Reading, gold: Sequence[Span]) -> Iterator[Example]:
    text, quotes = reading.article.text, list(find_statements(reading))
    direct = [_stripped(text, quote.span.start, quote.span.end) for quote in quotes]
    gold = [span for span in gold if not any(_alike(span, other) >= RIGHT for other in direct)]
    for number, parsed in enumerate(reading.parses):
        if parsed.piece.role is not Role.BODY:
            continue
        quoted = quoted_in(parsed, quotes)
        near = [span for span in gold if span.overlaps(parsed.piece.span)]
        for candidate in candidates_in(parsed.columns):
            if not is_told(candidate, quoted):
                span = parsed.span(candidate.first, candidate.last)
                content = _stripped(text, span.start, span.end)
                right = any(_alike(content, other) >= RIGHT for other in near)
                features = tuple(dict.fromkeys(features_of(parsed.columns, candidate, quoted)))
                yield Example(reading.article.path, number, candidate, features, right)


def _stripped(text: str, start: int, end: int) -> Span:
    """Return a stretch without marks and "that" at its edges, since these are a matter of taste."""
    words = text[start:end].rstrip(EDGES)
    kept = words.lstrip(EDGES)
    if kept[: len("that ")].casefold() == "that ":
        kept = kept[len("that ") :].lstrip(EDGES)
    return Span(start + len(words) - len(kept), start + len(words))


def _alike(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0


def _names(examples: Sequence[Example]) -> list[str]:
    """Return the features seen often enough, by name."""
    seen = Counter(feature for example in examples for feature in example.features)
    return sorted(feature for feature, count in seen.items() if count >= SEEN)


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Numbers:
    """Return a row a candidate, a column a feature; the last column is the bias."""
    columns = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names) + 1))
    matrix[:, -1] = 1
    for row, example in enumerate(examples):
        matrix[row, [columns[feature] for feature in example.features if feature in columns]] = 1
    return matrix


def _fit(matrix: Numbers, target: Numbers) -> Numbers:
    """Return the weights of logistic regression, by Newton's method; the bias goes unpenalised."""
    penalty = np.full(matrix.shape[1], PENALTY)
    penalty[-1] = 1e-6
    found = np.zeros(matrix.shape[1])
    for _ in range(8):
        chance = _chances(matrix, found)
        slope = matrix.T @ (chance - target) + penalty * found
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        found -= np.linalg.solve(curve, slope)
    return found


def _chances(matrix: Numbers, found: Numbers) -> Numbers:
    result: Numbers = 1 / (1 + np.exp(-matrix @ found))
    return result


def _judge(examples: Sequence[Example], matrix: Numbers, target: Numbers) -> None:
    """Print how good the choice is on unseen articles, and how far the probabilities tell the truth."""
    folds = np.array([int(hashlib.sha256(each.article.encode()).hexdigest(), 16) % FOLDS for each in examples])
    chances = np.zeros(len(examples))
    for fold in range(FOLDS):
        unseen = folds == fold
        chances[unseen] = _chances(matrix[unseen], _fit(matrix[~unseen], target[~unseen]))
    chosen = _chosen(examples, chances)
    right = sum(example.right for example, _ in chosen)
    print(f"{len(examples)} candidates, {int(target.sum())} right; {matrix.shape[1] - 1} features")
    print(f"cross-validated: of {len(chosen)} chosen, {right} right: {100 * right / len(chosen):.1f} %")
    for low in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        within = [example.right for example, chance in chosen if low <= chance < low + 0.1]
        print(f"  probability {low:.1f} to {low + 0.1:.1f}: {100 * np.mean(within):.0f} % of {len(within)} right")


def _chosen(examples: Sequence[Example], chances: Numbers) -> list[tuple[Example, float]]:
    """Return the candidates that would be proposed, with their probabilities."""
    paragraphs: dict[tuple[str, int], dict[Candidate, tuple[Example, float]]] = defaultdict(dict)
    for example, chance in zip(examples, chances.tolist(), strict=True):
        paragraphs[example.article, example.paragraph][example.candidate] = example, chance
    return [
        paragraph[ranked.candidate]
        for paragraph in paragraphs.values()
        for ranked in choose(Ranked(candidate, chance) for candidate, (_, chance) in paragraph.items())
    ]


def _write(names: Sequence[str], found: Numbers) -> None:
    """Write the table: a line a group of features, "value weight" for each."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name, weight in zip(names, found.tolist(), strict=False):
        if abs(weight) >= SMALLEST:
            group, _, value = name.rpartition("=")
            groups[group].append(f"{value} {weight:.2f}")
    lines = [
        textwrap.fill(f"{group or 'is'}: {', '.join(values)}", 116, subsequent_indent="  ", break_on_hyphens=False)
        for group, values in sorted(groups.items())
    ]
    path = Path(str(weights.__file__))
    head = path.read_text(encoding="utf-8").partition('_TABLE = """\n')
    tail = head[2].partition('"""\n')
    path.write_text(
        f"{head[0].partition('BIAS')[0]}BIAS = {found[-1]:.2f}\n{head[1]}" + "\n".join(lines) + f'\n"""\n{tail[2]}',
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
