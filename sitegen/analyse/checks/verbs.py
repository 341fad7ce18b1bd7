"""Verbs: how an article tells of an act: done, not done, tried, refused; by whom, and to what."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOT = frozenset({"not", "n't", "n’t", "never", "neither"})
_NOBODY = frozenset({"neither", "no", "none", "nobody"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_SUPPOSING = frozenset({"if", "unless", "until", "once", "whether", "should"})
_COULD = frozenset({"could", "can", "ca"})
_WOULD = frozenset({"would", "will", "wo"})
_MODALS = _COULD | _WOULD | {"may", "might", "must", "should", "shall", "'ll", "’ll", "'d"}
_HINDERED = frozenset({"unable", "impossible", "difficult", "hard", "failed", "fails", "struggled"})
_UNWILLING = frozenset(
    {
        "declined",
        "declines",
        "declining",
        "decline",
        "refused",
        "refuses",
        "refusing",
        "refuse",
        "unwilling",
        "choosing",
    }
)
_STRIVING = frozenset({"trying", "tried", "tries", "working", "worked", "works", "seeking", "sought", "attempting"})
_KEEPING = frozenset({"continued", "continues", "continuing", "went", "managed", "rushed", "moved"})
_AUXILIARIES = ("aux", "auxpass", "neg")
_BARE = (*_AUXILIARIES, "mark", "preconj", "cc", "advmod")
_CLIMBS = frozenset({"xcomp", "conj", "advcl", "acl", "acomp", "pcomp", "prep", "ccomp", "dep", "oprd"})


class Manner(Enum):
    """How an act is told."""

    DONE = "done"
    NOT = "not"
    UNABLE = "unable"
    REFUSED = "refused"
    TRYING = "trying"
    SUPPOSED = "supposed"
    """Not told as a fact: a wish, a duty, a condition, a purpose, a question."""


_GOVERNORS = (
    (_HINDERED, Manner.UNABLE, Manner.SUPPOSED),
    (frozenset({"able"}), Manner.DONE, Manner.UNABLE),
    (frozenset({"possible"}), Manner.SUPPOSED, Manner.UNABLE),
    (_UNWILLING, Manner.REFUSED, Manner.SUPPOSED),
    (_STRIVING, Manner.TRYING, Manner.SUPPOSED),
    (_KEEPING, Manner.DONE, Manner.NOT),
)
"""Words that govern an infinitive, how they tell it, and how where they are negated themselves."""


class Told(Struct, frozen=True):
    """A verb with how it is told."""

    verb: "Token"
    manner: Manner
    first: "Token"
    """Where the words that tell it start ("was unable to verify")."""


def tokens_in(doc: "Doc", words: frozenset[str]) -> Iterator["Token"]:
    """Yield the tokens that are one of these words, whatever their case."""
    sought = _hashes(words)
    return (doc[place] for place, word in enumerate(doc.to_array("LOWER").tolist()) if word in sought)


def told(verb: "Token") -> Told:
    """Say how a verb is told, by its own small words or by what governs it."""
    small = [child for child in verb.children if child.dep_ in _BARE and (child.i < verb.i or child.dep_ == "neg")]
    auxiliaries = [child for child in small if child.dep_ in _AUXILIARIES]
    if verb.dep_ == "conj" and not auxiliaries and (verb.tag_ in ("VB", "VBN") or _has(verb.head, "nor")):
        return Told(verb, told(verb.head).manner, verb)
    if any(child.tag_ == "TO" for child in small):
        return _governed(verb)
    says = [child for child in small if child in auxiliaries or child.lower_ in _NOT]
    first = min((verb, *says, _nobody(verb) or verb), key=lambda child: child.i)
    bare = verb.tag_ == "VB" and not auxiliaries
    return Told(verb, Manner.SUPPOSED if bare else _own(verb, {child.lower_ for child in small}), first)


def _has(token: "Token", word: str) -> bool:
    return any(child.lower_ == word for child in token.children)


def is_negated(token: "Token") -> bool:
    """Say whether "not", "never" or the like stands with a word."""
    return any(child.lower_ in _NOT for child in token.children)


def is_passive(verb: "Token") -> bool:
    """Say whether a verb tells what is done to its subject, as in "verified by"."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(child.lower_ in _HAVE for child in verb.lefts)


def doer(verb: "Token") -> "Token | None":
    """Return the noun that names who does it; None where nothing does."""
    if not is_passive(verb):
        return _subject(verb)
    by = (child for child in verb.children if child.dep_ == "agent")
    return next((noun for word in by for noun in word.children if noun.dep_ == "pobj"), None)


def subject_of(verb: "Token") -> "Token | None":
    """Return the noun that a verb is said of, whether it does or suffers it."""
    if is_passive(verb) and verb.dep_ == "acl":
        return verb.head
    return _subject(verb)


def object_of(verb: "Token") -> "Token | None":
    """Return the noun that names what it is done to, or the verb of a clause that does."""
    if is_passive(verb):
        return subject_of(verb)
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp") and child.i > verb.i:
            return _relative(child)
    return None


def complement(verb: "Token", preposition: str) -> "Token | None":
    """Return the noun after a preposition that hangs on a verb or noun: "respond to a request"."""
    found = (
        child for child in verb.children if child.lower_ == preposition and child.dep_ in ("prep", "agent", "dative")
    )
    return next((noun for word in found for noun in word.children if noun.dep_ in ("pobj", "pcomp")), None)


def _own(verb: "Token", small: set[str]) -> Manner:
    """Say how a verb is told by its auxiliaries."""
    if small & _SUPPOSING:
        return Manner.SUPPOSED
    if small & _NOT or _nobody(verb) is not None:
        return Manner.UNABLE if small & _COULD else Manner.REFUSED if small & _WOULD else Manner.NOT
    if _is_without(verb):
        return Manner.NOT
    return Manner.SUPPOSED if small & _MODALS else Manner.DONE


def _is_without(verb: "Token") -> bool:
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _nobody(verb: "Token") -> "Token | None":
    """Return the word that says that nobody is the subject: "neither of them responded"."""
    subjects = (child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass"))
    words = (word for subject in subjects for word in (*subject.lefts, subject))
    return next((word for word in words if word.lower_ in _NOBODY), None)


def _governed(verb: "Token") -> Told:
    """Say how an infinitive is told by the word it hangs on ("unable to", "has yet to", "declined to")."""
    head = verb.head
    near = [head, *(child for child in head.children if child.dep_ in ("acomp", "oprd", "attr") and child.i < verb.i)]
    finite = head if head.tag_.startswith("V") else head.head
    denied = any(map(is_negated, (*near, finite))) or _is_without(finite)
    words = {token.lower_ for token in near}
    return Told(verb, _by_governor(words, finite, denied=denied), _start(near, finite))


def _by_governor(words: set[str], finite: "Token", *, denied: bool) -> Manner:
    if _has(finite, "yet"):
        return Manner.NOT
    for governs, manner, negated in _GOVERNORS:
        if words & governs:
            return negated if denied else manner
    return Manner.SUPPOSED


def _start(near: list["Token"], finite: "Token") -> "Token":
    """Return the first of the words that govern, a "not" and an auxiliary before them included."""
    small = [child for token in (*near, finite) for child in token.lefts if child.dep_ in _AUXILIARIES]
    governs = [token for token in (*near, finite) if token.tag_[0] in "VJ" or token.lower_ in _STRIVING]
    return min((*small, *governs, near[0]), key=lambda token: token.i)


def _subject(verb: "Token", climbs: int = 4) -> "Token | None":
    """Return the subject of a verb, its own or that of the clause it hangs on; "who" is whom the clause is about."""
    for child in verb.lefts:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return _relative(child)
    if not climbs or verb.dep_ not in _CLIMBS:
        return _late_subject(verb)
    if verb.dep_ == "acl" and verb.head.tag_.startswith("N"):
        return verb.head
    return _subject(verb.head, climbs - 1)


def _late_subject(verb: "Token") -> "Token | None":
    """Return a subject that stands behind its verb: "said Reuters"."""
    return next((child for child in verb.rights if child.dep_ == "nsubj"), None)


def _relative(noun: "Token") -> "Token":
    """Return the noun that "who", "which" or "that" stands for."""
    clause = noun.head
    while clause.dep_ in ("conj", "ccomp", "xcomp"):
        clause = clause.head
    return clause.head if noun.tag_ in ("WP", "WDT") and clause.dep_ == "relcl" else noun


@cache
def _hashes(words: frozenset[str]) -> frozenset[int]:
    """Return the numbers that spaCy knows words by: comparing them makes no token and no text."""
    from spacy.strings import get_string_id  # noqa: PLC0415  (a warm build imports no spaCy)

    return frozenset(map(get_string_id, words))
