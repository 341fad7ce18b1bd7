"""Material: the unverified kind that an article mainly rests on, and the sentence that says what it is."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from sitegen.analyse.selection import hangs, stands
from sitegen.analyse.story import Story
from sitegen.kinds import Kinds
from sitegen.model.analysis import Evidence

_BROAD = frozenset({"social-media-post", "photograph", "document"})
"""What many an article only mentions; a recording that was posted is a recording above all."""
_RESTS = 0.2
"""What the passages of a kind must weigh for an article to rest on it: one in its fifth sentence, two in its tenth."""
_CAME = re.compile(
    r"\b(?:releas\w+|publish\w+|post(?:ed|s)|shar(?:ed|es|ing)|obtain\w+|intercept\w+|leak\w+|circulat\w+|upload\w+|"
    r"broadcast|purport\w+|alleged\w*|reportedly|emerged|surfaced|said|says|according to)\b",
    re.IGNORECASE,
)


def main_kind(story: Story, evidence: Iterable[Evidence], kinds: Kinds) -> str:
    """Return the unverified kind that the article shows most, and early; "" where it rests on none.

    A sentence weighs 1 / (1 + its rank), as in the summary: news says first what matters.
    """
    shown = _ranks(story, evidence)
    weights = {name: sum(1 / (1 + rank) for rank in ranks) for name, ranks in shown.items() if name in kinds.unverified}
    strong = Counter({name: weight for name, weight in weights.items() if weight >= _RESTS})
    narrow = [name for name in strong if name not in _BROAD]
    return max(narrow or strong, key=lambda name: strong[name], default="")


def telling_sentences(story: Story, evidence: Iterable[Evidence], kind: str, barred: Collection[int]) -> list[int]:
    """Return the sentences that show the kind and stand by themselves, those first that say how it came."""
    shown = [rank for rank in _ranks(story, evidence).get(kind, []) if rank not in barred]
    alone = [rank for rank in shown if stands(story.words[rank]) and not hangs(story.words[rank])]
    return sorted(alone, key=lambda rank: (not _CAME.search(story.words[rank]), rank))


def _ranks(story: Story, evidence: Iterable[Evidence]) -> Mapping[str, list[int]]:
    """Return the sentences of the story, by their ranks in order, in which each kind shows."""
    found: dict[str, set[int]] = {}
    for each in evidence:
        if not each.is_signal:
            found.setdefault(each.name, set()).update(story.touched(each.cue))
    return {name: sorted(ranks) for name, ranks in found.items()}
