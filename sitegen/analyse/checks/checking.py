"""Checking: what the article says of checks, by whom, of what, and what came of them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.analyse.checks.lexicon import APPOINTED, CONFIRM, GEOLOCATE, VERIFY
from sitegen.analyse.checks.naming import Place
from sitegen.analyse.checks.objects import ABOUT_MATERIAL, is_known, is_seen, nouns_of, objects_of
from sitegen.analyse.checks.verbs import Manner, complement, doer, is_passive, object_of, tokens_in, told
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import ReportedCheck, Statement
from sitegen.model.vocabulary import CheckObject, CheckResult

if TYPE_CHECKING:
    from spacy.tokens import Token

_ESTABLISH = frozenset({"establish", "established", "determine", "determined", "ascertain", "ascertained", "assess"})
_VOUCH = frozenset({"vouch", "vouched", "vouches", "vouching"})
_SEE = frozenset({"see", "seen", "view", "viewed", "reviewed", "heard"})
_DEBUNK = frozenset({"debunked", "debunk", "debunks", "disproved", "disproven"})
_MATCH = frozenset({"match", "matches", "matched"})
_UNVERIFIED = frozenset({"unverified", "unconfirmed", "unauthenticated", "uncorroborated"})
_NOUNS = frozenset({"confirmation", "verification", "corroboration"})
_JUDGED = frozenset({"authentic", "genuine", "fake", "fabricated", "doctored", "staged", "forged", "forgery", "hoax"})
_COMPLEMENTS = ("acomp", "attr", "oprd", "pobj", "xcomp", "advcl", "prep", "ccomp")
_TRUE = frozenset({"authentic", "genuine"})
_FOUND = frozenset({"found", "proved", "proven", "shown", "determined", "deemed", "judged", "concluded"})
_NEWSROOMS = frozenset({"newspaper", "paper", "agency", "outlet", "broadcaster", "magazine", "website", "channel"})
_TRIGGERS = VERIFY | CONFIRM | _ESTABLISH | _VOUCH | _SEE | _DEBUNK | _MATCH | _UNVERIFIED | _NOUNS | _JUDGED
_FIRST = frozenset({"i", "we"})
_APPOINTING = frozenset({"senate", "senators", "committee", "parliament", "republicans", "democrats", "lawmakers"})
_TESTS = frozenset(
    {"test", "tests", "testing", "analysis", "examination", "forensics", "experts", "comparison", "imagery"}
)


def find_checks(reading: Reading, said: Sequence[Statement]) -> Iterator[ReportedCheck]:
    """Yield what the article says of checking, by place; one for each thing that was looked at.

    Words such as "confirmed" tell a check only of what can be checked (a recording, a claim): not of a nominee, nor
    where "X confirmed that" merely means that X said so. What somebody was unable, unwilling or yet to establish is
    inconclusive, and so is what the article calls unverified; not attempted is what the article says nobody tried.
    """
    for parse in reading.parses:
        place = Place(reading, parse, said)
        for token in tokens_in(parse.doc, _TRIGGERS):
            yield from _check_at(place, token)


def _check_at(place: Place, token: "Token") -> Iterator[ReportedCheck]:
    word = token.lower_
    if word in _UNVERIFIED:
        yield from _adjective(place, token)
    elif word in _NOUNS:
        yield from _missing(place, token)
    elif word in _JUDGED:
        yield from _judged(place, token)
    elif word in _MATCH:
        yield from _voice(place, token)
    elif word in _DEBUNK:
        yield from _debunked(place, token)
    elif token.tag_.startswith("V") and token.dep_ != "amod":
        yield from _verb(place, token)


def _verb(place: Place, verb: "Token") -> Iterator[ReportedCheck]:
    """Yield what a verb of checking tells."""
    act = told(verb)
    if act.manner is Manner.SUPPOSED or verb.sent.text.rstrip().endswith("?"):
        return
    thing = complement(verb, "for") if verb.lower_ in _VOUCH else object_of(verb)
    by = doer(verb)
    if act.manner is Manner.DONE:
        if _is_done(place, verb, thing, by):
            yield from _found(place, (act.first if is_passive(verb) else verb, verb), CheckResult.VERIFIED, thing, by)
    elif _is_open(place, verb, thing, by):
        yield from _found(place, (act.first, verb), _open_result(act.manner, verb), thing, by)


def _open_result(manner: Manner, verb: "Token") -> CheckResult:
    """Return the result of a check that established nothing: who "did not verify" a thing did not try."""
    did_not = manner is Manner.NOT and any(child.lower_ in ("did", "do", "does") for child in verb.lefts)
    without = verb.dep_ == "pcomp"
    return CheckResult.NOT_ATTEMPTED if did_not or without or verb.lower_ in _SEE else CheckResult.INCONCLUSIVE


def _is_done(place: Place, verb: "Token", thing: "Token | None", by: "Token | None") -> bool:
    """Say whether a verb tells of a check that was made, rather than of a saying or an appointment."""
    if thing is None or verb.lower_ in _ESTABLISH | _SEE or place.quoted_in(verb):
        return False
    if by is None:
        return (verb.lower_ in VERIFY and is_known(thing)) or _is_more_than_content(thing)
    if by.lower_ in _APPOINTING or by.lower_ in _FIRST or verb.tag_ == "VBG":
        return False
    return is_known(thing) or by.lower_ in _TESTS or (verb.lower_ in VERIFY and thing.tag_.startswith("V"))


def _is_more_than_content(thing: "Token") -> bool:
    """Say whether it is a voice, a recording, a place or a day that was confirmed: deaths are confirmed by words."""
    return is_known(thing) and CheckObject.CONTENT not in objects_of(thing)


def _is_newsroom(by: "Token | None") -> bool:
    """Say whether whoever has not seen a thing is a newsroom: others' not reading it is no check."""
    return by is not None and (by.ent_type_ == "ORG" or by.lower_ in _NEWSROOMS)


def _subject_of(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)


def _is_open(place: Place, verb: "Token", thing: "Token | None", by: "Token | None") -> bool:
    """Say whether a verb that tells of nothing established tells of a check at all."""
    word = verb.lower_
    if word in _SEE:
        return _is_newsroom(by) and thing is not None and any(map(is_seen, nouns_of(thing)))
    if word in _ESTABLISH:
        independently = any(child.lower_ == "independently" for child in verb.children)
        return independently or (thing is not None and thing.lower_ in ABOUT_MATERIAL)
    if word in _VOUCH:
        return thing is not None and is_known(thing)
    if place.quoted_in(verb) and (by is None or by.lower_ not in _FIRST):
        return False
    return not (thing is not None and thing.lower_ in APPOINTED) and not (by is not None and by.lower_ in _APPOINTING)


def _found(
    place: Place, cue: "tuple[Token, Token]", result: CheckResult, thing: "Token | None", by: "Token | None"
) -> Iterator[ReportedCheck]:
    """Yield a check for each thing that was looked at."""
    things = [CheckObject.PLACE] if cue[1].lower_ in GEOLOCATE else objects_of(thing)
    for each in things:
        yield ReportedCheck(result, place.span(*cue), place.sentence(cue[1]), each, place.name(by))


def _adjective(place: Place, word: "Token") -> Iterator[ReportedCheck]:
    """Yield what "unverified video" and "remains unconfirmed" tell; an unverified account is a badge."""
    noun = word.head if word.dep_ == "amod" else _subject_of(word.head) if word.dep_ in ("acomp", "oprd") else None
    if noun is not None and noun.lower_ not in ("account", "profile", "user") and not place.quoted_in(word):
        yield from _found(place, (word, word), CheckResult.INCONCLUSIVE, noun, None)


def _missing(place: Place, noun: "Token") -> Iterator[ReportedCheck]:
    """Yield what "no independent confirmation" and "without verification" tell."""
    none = next((child for child in noun.lefts if child.lower_ == "no"), None)
    if noun.dep_ == "pobj" and noun.head.lower_ == "without":
        none = noun.head
    if none is None or place.quoted_in(noun):
        return
    by = complement(noun, "from") or complement(noun, "by")
    if by is None and noun.dep_ == "dobj":
        by = doer(noun.head)
    yield from _found(place, (none, noun), CheckResult.INCONCLUSIVE, complement(noun, "of"), by)


def _judged(place: Place, word: "Token") -> Iterator[ReportedCheck]:
    """Yield what "was found to be fake", "proved genuine" and "concluded that it was staged" tell."""
    verb = clause = word.head if word.dep_ in _COMPLEMENTS else word
    while verb.lower_ not in _FOUND and verb.dep_ in _COMPLEMENTS:
        verb = verb.head
    if verb.lower_ not in _FOUND or place.quoted_in(word) or told(verb).manner is not Manner.DONE:
        return
    thing = object_of(verb) if is_passive(verb) else _subject_of(clause)
    if thing is not None and is_known(thing):
        result = CheckResult.VERIFIED if word.lower_ in _TRUE else CheckResult.REFUTED
        yield from _found(place, (verb, word), result, thing, _judge(verb, word, thing))


def _judge(verb: "Token", word: "Token", thing: "Token") -> "Token | None":
    """Return who found it so; a name after "fake by" hangs on the judgement."""
    by = doer(verb) or complement(word, "by") or complement(word.head, "by")
    return None if by == thing else by


def _voice(place: Place, verb: "Token") -> Iterator[ReportedCheck]:
    """Yield what "the voice matched" tells, by whoever says so."""
    voice = _subject_of(verb)
    if voice is None or voice.lower_ not in ("voice", "voices") or told(verb).manner is not Manner.DONE:
        return
    by = doer(verb.head) if verb.dep_ == "ccomp" else None
    yield from _found(place, (voice, verb), CheckResult.VERIFIED, voice, by)


def _debunked(place: Place, verb: "Token") -> Iterator[ReportedCheck]:
    """Yield what "a debunked claim" and "was debunked by" tell."""
    if place.quoted_in(verb):
        return
    if verb.dep_ == "amod":
        yield from _found(place, (verb, verb), CheckResult.REFUTED, verb.head, None)
    elif told(verb).manner is Manner.DONE and verb.tag_ != "JJ" and (thing := object_of(verb)) is not None:
        yield from _found(place, (told(verb).first, verb), CheckResult.REFUTED, thing, doer(verb))
