"""Posts: what somebody wrote on social media."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitegen.analyse.chains.frames import HIDDEN, Frame
from sitegen.analyse.chains.sources import POST
from sitegen.model.analysis import Hop

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSTS = {**dict.fromkeys(("tweet", "tweets"), "Twitter"), "post": "", "posts": "", "media": "social media"}
_TWEETED = frozenset({"tweet", "tweeted", "tweets", "tweeting", "retweeted"})
_INTO = frozenset({"on", "in", "to", "via"})


def post_in(frame: Frame, speaker: str) -> Hop | None:
    """Return the post in which the speaker says it: "wrote on Telegram", "said in a tweet"."""
    if frame.cue is None or not speaker:
        return None
    if frame.cue.lower_ in _TWEETED:
        return _post("Twitter", speaker, frame, frame.cue, frame.cue)
    platforms = frame.passage.outlets.platforms
    if not frame.passage.has((*_POSTS, *platforms)):
        return None
    for token in frame.cue.sent:
        if (token.lower_ in platforms or token.lower_ in _POSTS) and frame.text[token.idx] != HIDDEN:
            first = _leading(token, frame.cue)
            platform = _platform_of(token, platforms)
            if first is not None and platform:
                last = token.head if token.dep_ == "compound" else token
                return _post(platform, speaker, frame, first, last)
    return None


def _post(platform: str, speaker: str, frame: Frame, first: "Token", last: "Token") -> Hop:
    name = f"{platform} post by {speaker}"
    return Hop(name, POST, None, frame.span_of(first.idx, last.idx + len(last)))


def _platform_of(token: "Token", platforms: Mapping[str, str]) -> str:
    """Return the platform that a noun or the words before it name; "" where a post may be any."""
    if token.lower_ in platforms:
        return platforms[token.lower_]
    if token.lower_ == "media":
        return "social media" if token.i and token.nbor(-1).lower_ == "social" else ""
    named = next((platforms[child.lower_] for child in token.lefts if child.lower_ in platforms), "")
    return named or _POSTS[token.lower_]


def _leading(token: "Token", cue: "Token") -> "Token | None":
    """Return the preposition through which a noun hangs on the verb of saying."""
    node, climbs = token, 4
    while climbs and not node.tag_.startswith("VB"):
        if node.dep_ == "pobj" and node.head.lower_ in _INTO and node.head.head in (cue, *cue.ancestors):
            return node.head if node.head.head.tag_.startswith("VB") else None
        if node.head is node:
            return None
        node, climbs = node.head, climbs - 1
    return None
