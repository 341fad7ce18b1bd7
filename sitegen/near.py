"""Did you mean: the choice nearest to what was typed."""

from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that the word is most likely a slip of, None where none is near; ties go to the first."""
    # Optimal string alignment: a letter left out, added or changed, or two swapped, is one slip.
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (a sound file needs no slips explained)

    typed = _folded(word)
    best: tuple[int, str] | None = None
    for choice in choices:
        distance = OSA.distance(typed, _folded(choice))
        if distance <= _allowed(typed, choice) and (best is None or distance < best[0]):
            best = (distance, choice)
    return best[1] if best else None


def _folded(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def _allowed(typed: str, choice: str) -> int:
    """Return how many slips a word may have: one in three or four letters, two in five to eight, three beyond."""
    length = min(len(typed), len(choice))
    return 0 if length < 3 else 1 if length < 5 else 2 if length < 9 else 3  # noqa: PLR2004  (lengths of words)
