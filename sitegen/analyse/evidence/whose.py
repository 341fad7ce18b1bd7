"""Whose: the mention of whom a passage is from ("a video posted by Z": Z; "GUR said it intercepted a call": GUR)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.analyse.evidence.cues import Match
from sitegen.analyse.people.roles import NOUNS
from sitegen.kinds import Kinds
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Dependency labels of spaCy's English models: https://spacy.io/models/en.
_INSIDE = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case")
_GOES_ON = ("of", "for", "from", "with", "at", "in", "inside", "close")
_CLIMBS = ("xcomp", "conj", "advcl", "ccomp", "acl", "pcomp", "prep", "relcl")
_NAMES_NOBODY = ("it", "they", "which", "that", "who", "this", "these")
_WHERE = ("in", "on", "during", "throughout", "of", "from")
# Only who passes material on or says something is a source of it; who examines or describes it is not.
_PASSES_ON = frozenset(
    """
    post posts posted posting repost reposted share shares shared sharing upload uploads uploaded uploading release
    releases released releasing publish publishes published publishing circulate circulates circulated circulating
    distribute distributes distributed issue issues issued send sends sent broadcast broadcasts aired leak leaks leaked
    leaking obtain obtained provide provided made make filmed film shot record recorded recording put intercept
    intercepts intercepted intercepting overheard heard wiretapped tapped bugged eavesdropped eavesdropping listened
    say says said saying tell tells told tweet tweets tweeted tweeting wrote writes write announced announces claims
    claimed reported reports quotes quoted cites cited denied denies confirmed confirms stated states insisted added
    warned declared alleged accused acknowledged revealed reveals reveal suggested explained described estimated
    estimates noted spoke speaking believed believes counted documented verified tallied compiled identified put puts
    requested asked declined insists suggests commented replied
    """.split()  # noqa: SIM905  (a list of words reads best as words)
)
_OWNERS = ("PERSON", "ORG", "GPE")
_NEWS = "news-report"
"""Who is told something is its source only of this kind: "told Reuters"."""
_CLIMB = 3
"""Clauses out of a verb in which its subject is looked for."""


def whose(name: str, match: Match, kinds: Kinds) -> Span | None:
    """Return who posted, shared, intercepted, said or is heard; None where the grammar names nobody."""
    for noun in _named(match.tokens, match.noun, told=name == _NEWS):
        if not _is_material(noun, kinds):
            return _mention(match, noun)
    return None


def _named(tokens: Sequence["Token"], joined: "Token | None", *, told: bool) -> Iterator["Token"]:
    """Yield the nouns that may be who it is from, the surest first."""
    verbs = [token for token in (*tokens, *_governors(joined)) if token.lower_ in _PASSES_ON and token.tag_[0] == "V"]
    yield from (noun for verb in verbs for noun in _agents(verb))
    yield from (noun for token in tokens for noun in _credited(token, told=told))
    yield from (noun for verb in verbs if (noun := _subject(verb)) is not None)
    yield from (noun for token in tokens if token.tag_.startswith("NN") for noun in _acting_in(token))
    yield from (noun for token in tokens if token.tag_.startswith("NN") for noun in _owners(token))


def _governors(noun: "Token | None") -> Iterator["Token"]:
    if noun is not None:
        yield noun.head


def _agents(verb: "Token") -> Iterator["Token"]:
    """Yield who did it, of a passive."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            yield from (last for last in child.children if last.dep_ == "pobj")


def _credited(token: "Token", *, told: bool) -> Iterator["Token"]:
    """Yield whom "according to", "as per" and "citing" name, and where it is asked for, "told"."""
    if token.lower_ in ("citing", "quoting", "quoted", "cited") or (told and token.lower_ == "told"):
        yield from (child for child in token.children if child.dep_ == "dobj")
    elif token.lower_ in ("per", "with", "by") or (token.lower_ == "to" and token.head.lower_ == "according"):
        yield from (child for child in token.children if child.dep_ == "pobj")


def _subject(verb: "Token", climb: int = _CLIMB) -> "Token | None":
    """Return the subject of a verb, or of the clause that it hangs on where its own names nobody."""
    own = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.lower_ not in _NAMES_NOBODY and (own.dep_ == "nsubj" or verb.lower_ == "heard"):
        return own
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head.tag_.startswith("NN"):
        if own is None or own.tag_ != "PRP":
            return head if verb.tag_ != "VBN" else None
        # "messages that it intercepted": who published them.
        head = head.head
    return _subject(head, climb - 1) if climb and verb.dep_ in _CLIMBS and head.tag_.startswith("VB") else None


def _acting_in(noun: "Token") -> Iterator["Token"]:
    """Yield who does something "in" the material."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _WHERE:
        verb = noun.head.head
        if verb.tag_.startswith("VB"):
            yield from (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and _is_someone(child))
        elif noun.head.lower_ == "in" and _is_someone(verb):
            yield verb


def _is_someone(noun: "Token") -> bool:
    """Say whether a noun stands for people: "one of the soldiers"."""
    if noun.tag_ in ("PRP", "NNP", "NNPS") or not NOUNS.isdisjoint((noun.lower_, noun.lower_.removesuffix("s"))):
        return True
    return any(child.lower_ == "of" and any(map(_is_someone, child.children)) for child in noun.children)


def _owners(noun: "Token") -> Iterator["Token"]:
    """Yield whose the material is said to be, where they are named."""
    owners = (child for child in noun.children if child.dep_ in ("poss", "compound"))
    return (each for each in owners if each.ent_type_ in _OWNERS)


def _is_material(noun: "Token", kinds: Kinds) -> bool:
    if noun.lower_ in ("it", "internet") or noun.text in kinds.lists.get("platforms", ()):
        return True
    return kinds.kind_of(noun.text) in kinds.unverified


def _mention(match: Match, noun: "Token") -> Span:
    """Return the noun with the words that belong to it, short of any mark."""
    doc, first, last = noun.doc, noun.i, noun.i
    for child in noun.lefts:
        if child.dep_ in _INSIDE:
            first = min(first, child.left_edge.i)
    for child in noun.rights:
        if child.i == last + 1 and (child.lower_ in _GOES_ON or child.dep_ in _INSIDE):
            last = child.right_edge.i
    while first and doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    stops = (at for at in range(noun.i + 1, last + 1) if doc[at].is_punct and doc[at].text != "-")
    end = next(stops, last + 1) - 1
    while doc[end].tag_ == "POS":
        end -= 1
    while doc[first].is_punct:
        first += 1
    return match.place.parse.span_of(doc[first], doc[end])
