"""Captions and picture credits that were pasted along with the story."""

import re

from sitegen.read.furniture import AGENCY

_LONGEST = 500
"""Characters; the story's paragraphs may be longer, captions are not."""
_OPENING = re.compile(
    r"(?:(?:file |handout |undated |representational |representative |ap |afp |reuters )*"
    r"(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|screen ?(?:grab|shot))"
    r"(?: (?:credits?|source|courtesy|caption|illustration))?(?: by [A-Z][^.]*$|\s*[:|,©/])"
    r"|(?:caption|credit|media caption|image caption|video caption)s?\b\s*[:,]|©)",
    re.IGNORECASE,
)
_OWNER = (
    r"(?i:(?:file|handout|representational|representative|for representation)(?: (?:photo|image|pic(?:ture)?))?"
    r"|(?:photo|image|picture|pic|credit|source|courtesy|via|screengrab|twitter|instagram|telegram|youtube)\b.{0,60})"
)
_BRACKETED = re.compile(
    rf"(?P<before>.*\S)?(?P<gap>\s*)[(\[](?:{AGENCY}|{_OWNER}|.{{0,60}}\b(?:{AGENCY}|file photo))[)\]]\.?$", re.DOTALL
)
_LABELLED = re.compile(
    r".*\b(?:photo(?:graph)?|picture|image|credit|courtesy)s?(?: (?:by|credit|courtesy(?: of)?))?\s*[:/|]"
    r"\s*(?-i:[A-Z@]).{0,60}$",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(
    rf".*(?:©\s*[A-Z]|\b(?i:photo by|via)\s+(?:{AGENCY})\b"
    rf"|\b[A-Z][\w.' -]{{1,40}}\s?/\s?{AGENCY}\b|\b{AGENCY}\s?/\s?[A-Z]).{{0,60}}$",
    re.DOTALL,
)
# A paragraph that ends in a full stop before "(Reuters)" is the story's; a caption mostly has none.
_ENDED = re.compile(r"""[.!?…]["'”’»]*$""")
_STOPPED = re.compile(r"""\.["'”’»]*$""")


def is_caption(words: str, *, may_end_story: bool = True) -> bool:
    """Say whether a paragraph describes a picture or says whose it is.

    An agency in brackets closes stories as well as captions; glued on, it closes a story only at its end.
    """
    if len(words) > _LONGEST:
        return False
    return bool(_OPENING.match(words)) or _ends_in_bracketed_credit(words, may_end_story) or _ends_in_bare_credit(words)


def _ends_in_bracketed_credit(words: str, may_end_story: bool) -> bool:  # noqa: FBT001  (private, one caller)
    found = _BRACKETED.match(words)
    if not found:
        return False
    if found["gap"] or may_end_story:
        return not (_ENDED if found["gap"] else _STOPPED).search(found["before"] or "")
    return True


def _ends_in_bare_credit(words: str) -> bool:
    """Say whether a paragraph ends like "Soldiers near Bakhmut. Photograph: Name Name/EPA"."""
    return bool(_LABELLED.match(words)) or (not _ENDED.search(words) and bool(_BARE.match(words)))
