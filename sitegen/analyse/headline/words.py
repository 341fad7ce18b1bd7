"""Words by which headline and body can say the same: their stems, and the short words of headlines for longer ones."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sitegen.model.stems import COMMON, root

_REMEMBERED = 20_000
"""Words whose folded form is kept at hand."""
_PLAINER = {
    root(short): root(plain)
    for plain, shorts in {
        "shoot": "fire gunfire gunman shooter",
        "kill": "slay die dead death fatal",
        "criticise": "slam blast rap rip condemn",
        "resign": "quit",
        "remove": "oust axe sack dismiss",
        "arrest": "nab detain",
        "investigate": "probe investigation inquiry",
        "promise": "vow pledge",
        "consider": "mull eye",
        "refuse": "reject decline",
        "hit": "strike",
    }.items()
    for short in shorts.split()
}


def roots_of(words: Iterable[str]) -> Iterator[str]:
    """Yield what the lower-case words are about, folded; words that say nothing of their own are left out."""
    for word in words:
        found = folded(word)
        if found:
            yield found


@lru_cache(maxsize=_REMEMBERED)
def folded(word: str) -> str:
    """Return a lower-case word's root, or that of the plainer word for it; "" where it says nothing."""
    if word in COMMON or len(word) < len("war") or not word[0].isalnum():
        return ""
    plain = root(word.removesuffix("’s").removesuffix("'s"))
    return _PLAINER.get(plain, plain)
