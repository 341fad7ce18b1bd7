"""Materials: the calls, recordings, videos and documents that an article speaks of, told apart and followed."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from sitegen.analyse.chains.frames import Passage
from sitegen.analyse.chains.releases import Release, release_of
from sitegen.analyse.chains.sources import AUDIO, CALL, DOCUMENT, VIDEO
from sitegen.model.analysis import Evidence, Hop
from sitegen.model.article import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUN = re.compile(
    r"\b(?:calls?|conversations?|(?:audio|video)(?:tape|clip)?s?|recordings?|tapes?|footage|clips?|messages?|"
    r"documents?|memos?|cables?)\b",
    re.IGNORECASE,
)
_HINTS = (
    "call",
    "conversation",
    "audio",
    "video",
    "recording",
    "tape",
    "footage",
    "clip",
    "message",
    "document",
    "memo",
    "cable",
)
"""In small letters: a paragraph without any of them speaks of no material."""
_KINDS = {
    CALL: ("call", "conversation", "message"),
    AUDIO: ("audio", "audiotape", "audioclip", "recording", "tape"),
    VIDEO: ("video", "videotape", "videoclip", "footage", "clip"),
    DOCUMENT: ("document", "memo", "cable"),
}
_KIND_OF = {form: kind for kind, nouns in _KINDS.items() for noun in nouns for form in (noun, f"{noun}s")}
_CARRYING = "message messages clip clips recording recordings footage tape tapes file statement address"
_CARRIED = frozenset(_CARRYING.split())
"""What "audio" or "video" may stand before and still be the material: a video message, but no video game."""
_LEAKED = re.compile(r"\b(?:leak|secretly record|obtained|seen by|reviewed by|classified)", re.IGNORECASE)
_SHOWS = "podcast podcasts show album film movie music game training campaign promotional audiobook concert band"
_ENTERTAINING = frozenset(_SHOWS.split())
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "both"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "earlier", "later", "other", "new", "latest", "separate"})
_CLAIMED = frozenset({"leaked", "intercepted", "hacked", "stolen", "secret", "purported", "alleged", "fake"})
_COUNTED = ("", "another ", "a third ", "a fourth ", "a fifth ")


class Material(Struct):
    """Something recorded or written that others pass on."""

    name: str
    kind: str
    mention: Span
    release: Release | None = None
    """Who released or posted it."""
    via: tuple[Hop, ...] = ()
    """Whom the article credits with what they say about it."""

    @property
    def the_name(self) -> str:
        """Its name with an article."""
        return self.name if self.name.startswith(("another ", "a ")) else f"the {self.name}"


class Mention(Struct, frozen=True):
    """A noun that stands for a material."""

    material: Material
    token: "Token"
    release: Release | None
    """Where this sentence shows it."""


class Materials(Struct):
    """All materials of an article, in the order in which it introduces them."""

    intercepts: Sequence[Span]
    """The sentences that speak of interception."""
    known: list[Material] = field(default_factory=list)
    mentions: list[list[Mention]] = field(default_factory=list)
    """A list a passage, in the order of the text."""

    def between(self, number: int, start: int, end: int) -> list[Mention]:
        """Return the mentions in a stretch of a passage, in characters of its piece."""
        return [mention for mention in self.mentions[number] if start <= mention.token.idx < end]


def find_materials(passages: Sequence[Passage], evidence: Sequence[Evidence]) -> Materials:
    """Return what the body of an article introduces, and where it speaks of it again."""
    found = Materials([one.sentence for one in evidence if one.name == CALL])
    for passage in passages:
        found.mentions.append([])
        if passage.parse.piece.role is Role.BODY:
            for token in _nouns(passage):
                _take(found, passage, token)
    return found


def _nouns(passage: Passage) -> Iterator["Token"]:
    """Yield the nouns that may stand for a material, outside of direct quotes."""
    last = -1
    if not passage.has(_HINTS):
        return
    for match in _NOUN.finditer(passage.text):
        token = passage.token_at(match.start())
        if token.dep_ in ("compound", "amod", "nmod") and token.head.lower_ in _CARRIED:
            token = token.head
        if token.i > last and token.tag_.startswith("NN") and not _is_part(token) and _is_material(token):
            last = token.i
            yield token


def _is_part(token: "Token") -> bool:
    """Say whether a noun only tells what kind another one is of; "an audio saying" is read as if it did."""
    return token.dep_ == "compound" and token.head.tag_.startswith("NN")


def _is_material(token: "Token") -> bool:
    around = {child.lower_ for child in token.children}
    around |= {part.lower_ for child in token.children if child.lower_ == "of" for part in child.children}
    return around.isdisjoint(_ENTERTAINING)


def _take(found: Materials, passage: Passage, token: "Token") -> None:
    sentence = passage.parse.span_of(token.sent[0], token.sent[-1])
    is_intercepted = any(sentence.overlaps(span) for span in found.intercepts)
    kind = _kind_of(token, is_intercepted=is_intercepted)
    first = next(iter(token.lefts), token)
    words = {child.lower_ for child in token.lefts}
    is_definite = not words.isdisjoint(_POINTING) or any(child.dep_ == "poss" for child in token.lefts)
    known = _known(found.known, kind, token.lower_) if is_definite and words.isdisjoint(_ORDINALS) else None
    if known is None:
        if not is_intercepted and not _is_introduced(kind, token):
            return
        known = Material(_name(found.known, token), kind, passage.parse.span_of(first, token))
        found.known.append(known)
    release = release_of(passage, token)
    if release is not None and passage.parse.span_of(token, token) in release.mention:
        release = None  # "a memo that has been shared": by whom is not said
    known.release = known.release or release
    found.mentions[-1].append(Mention(known, token, release))


def _kind_of(token: "Token", *, is_intercepted: bool) -> str:
    kind = next((_KIND_OF[child.lower_] for child in token.lefts if child.lower_ in ("audio", "video")), "")
    if any(child.lower_ == "voice" for child in token.lefts):
        kind = AUDIO
    kind = kind or _KIND_OF.get(token.lower_, VIDEO)
    if kind == CALL and not is_intercepted and token.lower_.startswith("message"):
        return DOCUMENT
    return CALL if kind == AUDIO and is_intercepted else kind


def _known(known: Sequence[Material], kind: str, noun: str) -> Material | None:
    """Return the material that a noun goes back to: the last of its kind; a recording may be a call or a video."""
    kinds = (CALL, AUDIO) if kind in (CALL, AUDIO) else (kind,)
    last = next((material for material in reversed(known) if material.kind in kinds), None)
    if last is None and noun in ("recording", "tape", "recordings", "tapes"):
        return next((material for material in reversed(known) if material.kind == VIDEO), None)
    return last


def _is_introduced(kind: str, token: "Token") -> bool:
    """Say whether a noun may speak of a material for the first time: calls and documents must have got out."""
    return kind not in (CALL, DOCUMENT) or _LEAKED.search(token.sent.text) is not None


def _name(known: Sequence[Material], token: "Token") -> str:
    """Return what a material is called: its noun with what stands before it, and told from others of that name.

    How it came about ("leaked") is what somebody says of it, and no part of its name.
    """
    before = (child for child in token.lefts if child.dep_ == "compound" and not child.ent_type_)
    words = [child.text for child in before if child.lower_ not in _CLAIMED]
    name = " ".join([*words, token.text]).casefold()
    count = sum(material.name.endswith(name) for material in known)
    return f"{_COUNTED[count]}{name}" if count < len(_COUNTED) else f"{name} {count + 1}"
