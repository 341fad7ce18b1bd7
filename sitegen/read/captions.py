"""Captions and picture credits that were pasted along with the story."""

import re
from functools import cache

from sitegen.read.furniture import AGENCY

_LONGEST = 500
"""Characters; the story's paragraphs may be longer, captions are not."""
_OPENERS = (
    *("file ", "handout ", "undated ", "representational ", "representative ", "ap ", "afp ", "reuters "),
    *("photo", "image", "pic", "illustration", "graphic", "screen", "caption", "credit", "media", "video", "©"),
)
"""What `_opening` begins with."""
_SIGNS = ("©", "/", "via", "photo by")
"""Of which there is one in all that `_bare` finds."""
_OWNER = (
    r"(?i:(?:file|handout|representational|representative|for representation)(?: (?:photo|image|pic(?:ture)?))?"
    r"|(?:photo|image|picture|pic|credit|source|courtesy|via|screengrab|twitter|instagram|telegram|youtube)\b.{0,60})"
)
_LABELLED = re.compile(
    r".*\b(?:photo(?:graph)?|picture|image|credit|courtesy)s?(?: (?:by|credit|courtesy(?: of)?))?\s*[:/|]"
    r"\s*(?-i:[A-Z@]).{0,60}$",
    re.IGNORECASE | re.DOTALL,
)
# A paragraph that ends in a full stop before "(Reuters)" is the story's; a caption mostly has none.
_ENDED = re.compile(r"""[.!?…]["'”’»]*$""")
_STOPPED = re.compile(r"""\.["'”’»]*$""")


# Most articles have no paragraph that could be one of these: they take long to compile, and what could is known sooner.


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:file |handout |undated |representational |representative |ap |afp |reuters )*"
        r"(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|screen ?(?:grab|shot))"
        r"(?: (?:credits?|source|courtesy|caption|illustration))?(?: by [A-Z][^.]*$|\s*[:|,©/])"
        r"|(?:caption|credit|media caption|image caption|video caption)s?\b\s*[:,]|©)",
        re.IGNORECASE,
    )


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>.*\S)?(?P<gap>\s*)[(\[](?:{AGENCY}|{_OWNER}|.{{0,60}}\b(?:{AGENCY}|file photo))[)\]]\.?$",
        re.DOTALL,
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf".*(?:©\s*[A-Z]|\b(?i:photo by|via)\s+(?:{AGENCY})\b"
        rf"|\b[A-Z][\w.' -]{{1,40}}\s?/\s?{AGENCY}\b|\b{AGENCY}\s?/\s?[A-Z]).{{0,60}}$",
        re.DOTALL,
    )


def is_caption(words: str, *, may_end_story: bool = True) -> bool:
    """Say whether a paragraph describes a picture or says whose it is.

    An agency in brackets closes stories as well as captions; glued on, it closes a story only at its end.
    """
    if len(words) > _LONGEST:
        return False
    return _opens(words) or _ends_in_bracketed_credit(words, may_end_story) or _ends_in_bare_credit(words)


def _opens(words: str) -> bool:
    """Say whether a paragraph begins like "Photo: Name Name"."""
    return _may_open(words) and bool(_opening().match(words))


def _may_open(words: str) -> bool:
    return words.casefold().startswith(_OPENERS)


def _ends_in_bracketed_credit(words: str, may_end_story: bool) -> bool:  # noqa: FBT001  (private, one caller)
    found = _bracketed().match(words) if _may_be_bracketed(words) else None
    if not found:
        return False
    if found["gap"] or may_end_story:
        return not (_ENDED if found["gap"] else _STOPPED).search(found["before"] or "")
    return True


def _may_be_bracketed(words: str) -> bool:
    return words.removesuffix(".").endswith((")", "]"))


def _ends_in_bare_credit(words: str) -> bool:
    """Say whether a paragraph ends like "Soldiers near Bakhmut. Photograph: Name Name/EPA"."""
    if _LABELLED.match(words):
        return True
    return _may_be_bare(words) and not _ENDED.search(words) and bool(_bare().match(words))


def _may_be_bare(words: str) -> bool:
    folded = words.casefold()
    return any(sign in folded for sign in _SIGNS)
