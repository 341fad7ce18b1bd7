"""Weights under which what people marked is likeliest, learned from rows of clues.

Maximum likelihood with a penalty on the squares of the weights (L2), by gradient descent: a conditional logit over the
choices of a row (McFadden 1974), which is a logistic regression where a row has two. Rare clues are left out before,
and small weights after a first round; the rest is learned once more.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

RAREST = 15
"""Times that a clue must occur."""
SMALLEST = 0.2
"""Weight that a clue must have after the first round."""
PENALTY = 3.0
STEPS, RATE = 250, 0.1

Floats = npt.NDArray[np.float64]

# A row: the clues of each that may be chosen, and whether each is right.
Row = tuple[list[list[str]], list[bool]]


def learn_twice(rows: Sequence[Row]) -> dict[str, float]:
    """Learn, drop what is rare or hardly weighs, learn again, round."""
    counts = Counter(clue for found, _ in rows for one in found for clue in one)
    kept = {clue for clue, count in counts.items() if count >= RAREST}
    first = _likelier(rows, kept)
    kept = {clue for clue, weight in first.items() if abs(weight) >= SMALLEST}
    return {clue: rounded for clue, weight in _likelier(rows, kept).items() if (rounded := round(weight, 2))}


def _likelier(rows: Sequence[Row], kept: set[str]) -> dict[str, float]:
    """Return the weights under which the right ones are likeliest (Adam: Kingma and Ba 2015)."""
    names = sorted(kept)
    weights = _descend(_Table(rows, names))
    return dict(zip(names, weights.tolist(), strict=True))


class _Table:
    """Rows as arrays: for each clue that occurs its number and that of its choice, for each choice its row."""

    def __init__(self, rows: Sequence[Row], names: Sequence[str]) -> None:
        ids = {name: number for number, name in enumerate(names)}
        choices = [one for found, _ in rows for one in found]
        pairs = [(ids[clue], at) for at, one in enumerate(choices) for clue in one if clue in ids]
        self.clue, self.choice = np.array(pairs, dtype=np.int64).T
        self.row = np.repeat(np.arange(len(rows)), [len(found) for found, _ in rows])
        self.right = np.array([is_right for _, right in rows for is_right in right], dtype=np.float64)
        self.starts = np.searchsorted(self.row, np.arange(len(rows)))
        self.width = len(names)

    def gradient(self, weights: Floats) -> Floats:
        """Return that of the negative logarithm of the likelihood, penalty included."""
        scores = np.bincount(self.choice, weights[self.clue], len(self.row))
        shares = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.row])
        rightful = shares * self.right
        off = self._parts(shares) - self._parts(rightful)
        return np.bincount(self.clue, off[self.choice], self.width) + PENALTY * weights

    def _parts(self, shares: Floats) -> Floats:
        return shares / np.maximum(np.add.reduceat(shares, self.starts), 1e-12)[self.row]


def _descend(table: _Table) -> Floats:
    weights = np.zeros(table.width)
    mean, square = np.zeros(table.width), np.zeros(table.width)
    for step in range(1, STEPS + 1):
        gradient = table.gradient(weights)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        rate = RATE * (1.0 if step < 0.6 * STEPS else 0.3 if step < 0.9 * STEPS else 0.1)
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights
