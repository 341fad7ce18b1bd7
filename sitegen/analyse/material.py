"""Material: the unverified kind that an article mainly rests on, and the sentence that says what it is."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from sitegen.kinds import Kinds
from sitegen.model.analysis import Evidence
from sitegen.model.article import Span

_BROAD = frozenset({"social-media-post", "photograph", "document"})
"""What many an article only mentions; a recording that was posted is a recording above all."""
_RESTS = 0.2
"""What the passages of a kind must weigh for an article to rest on it: one in its fifth sentence, two in its tenth."""
_CAME = re.compile(
    r"\b(?:releas\w+|publish\w+|post(?:ed|s)|shar(?:ed|es|ing)|obtain\w+|intercept\w+|leak\w+|circulat\w+|upload\w+|"
    r"broadcast|purport\w+|alleged\w*|reportedly|emerged|surfaced|said|says|according to)\b",
    re.IGNORECASE,
)


def main_kind(story: Sequence[Span], evidence: Iterable[Evidence], kinds: Kinds) -> str:
    """Return the unverified kind that the article shows most, and early; "" where it rests on none.

    A sentence weighs 1 / (1 + its rank), as in the summary: news says first what matters.
    """
    shown = _ranks(story, evidence)
    weights = {name: sum(1 / (1 + rank) for rank in ranks) for name, ranks in shown.items() if name in kinds.unverified}
    strong = Counter({name: weight for name, weight in weights.items() if weight >= _RESTS})
    narrow = [name for name in strong if name not in _BROAD]
    return max(narrow or strong, key=lambda name: strong[name], default="")


def telling_sentence(
    story: Sequence[Span], words: Sequence[str], evidence: Iterable[Evidence], kind: str, barred: Collection[int]
) -> int | None:
    """Return the rank of the first sentence that shows the kind and says how it came, else the first that shows it."""
    ranks = [rank for rank in _ranks(story, evidence).get(kind, []) if rank not in barred]
    return next((rank for rank in ranks if _CAME.search(words[rank])), next(iter(ranks), None))


def _ranks(story: Sequence[Span], evidence: Iterable[Evidence]) -> Mapping[str, list[int]]:
    """Return the sentences of the story, by their ranks in order, in which each kind shows."""
    starts = [span.start for span in story]
    found: dict[str, set[int]] = {}
    for each in evidence:
        rank = bisect_right(starts, each.cue.start) - 1
        if not each.is_signal and rank >= 0 and story[rank].overlaps(each.cue):
            found.setdefault(each.name, set()).add(rank)
    return {name: sorted(ranks) for name, ranks in found.items()}
