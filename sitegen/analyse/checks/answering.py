"""Answering: who denied, declined to comment, did not answer, or answered otherwise."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.analyse.checks.lexicon import CLAIMS, DENY, GRANTED, REJECT, REQUESTS
from sitegen.analyse.checks.naming import Place
from sitegen.analyse.checks.verbs import (
    Manner,
    complement,
    doer,
    is_negated,
    is_passive,
    object_of,
    subject_of,
    tokens_in,
    told,
)
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Answer, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

DENIED, DECLINED, NO_ANSWER, NOT_ASKED, ANSWERED = "denied", "declined", "no-answer", "not-asked", "answered"
_COMMENT = frozenset({"comment", "commented"})
_TALK = frozenset({"discuss", "answer", "respond", "reply", "speak", "talk", "interviewed", "address"})
_RESPOND = frozenset(
    {"respond", "responds", "responded", "responding", "reply", "replies", "replied", "replying", "answer", "answered"}
)
_RETURN = frozenset({"return", "returned"})
_REACHED, _ASKED = frozenset({"reached", "reach"}), frozenset({"asked", "contacted", "approached"})
_CALL = frozenset({"called", "calls", "branded", "labelled", "labeled", "described"})
_FALSE = frozenset({"baseless", "unfounded", "false", "untrue", "groundless", "lie", "lies", "fabrication", "fake"})
_AVAILABLE = frozenset({"available", "unavailable", "unreachable"})
_UNANSWERED = frozenset({"unanswered"})
_DECLINE = frozenset({"declined", "refused"})
_SPOKEN = DENY | REJECT | _COMMENT | _TALK | _RESPOND | _RETURN | _DECLINE | _CALL
_TRIGGERS = _SPOKEN | _REACHED | _ASKED | _AVAILABLE | _UNANSWERED
_ANSWERABLE = REQUESTS | CLAIMS
_WHOM = frozenset({"him", "her", "me", "us", "them", "you"})
_WORDS_OF_REFUSAL = frozenset({"comment", "answer", "reply", "response"})


def find_answers(reading: Reading, said: Sequence[Statement]) -> Iterator[Answer]:
    """Yield denials, answers and silences, by place; a visa or bail that is denied answers nothing."""
    for parse in reading.parses:
        place = Place(reading, parse, said)
        for token in tokens_in(parse.doc, _TRIGGERS):
            found = _answer_at(token)
            if found and _is_told(place, token):
                result, first, who = found
                yield Answer(result, place.span(first, token), place.sentence(token), place.name(who))


def _is_told(place: Place, token: "Token") -> bool:
    """Say whether the article tells it: of what someone is quoted as saying, only "I deny it" answers anything."""
    who = doer(token)
    if place.quoted_in(token) is None:
        return not (who is not None and who.lower_ == "i") and not token.sent.text.rstrip().endswith("?")
    return who is not None and who.lower_ in ("i", "we") and token.lower_ in DENY


def _answer_at(token: "Token") -> "tuple[str, Token, Token | None] | None":
    """Return what is answered, where the words of it start, and who answers."""
    word = token.lower_
    if word in _AVAILABLE:
        return _unavailable(token)
    if word in _UNANSWERED:
        return _unanswered(token)
    if word == "comment" and token.tag_.startswith("N"):
        return _no_comment(token)
    if not token.tag_.startswith("V") or token.dep_ == "amod":
        return _no_reply(token) if word in _WORDS_OF_REFUSAL else None
    return _spoken(token, word)


def _spoken(verb: "Token", word: str) -> "tuple[str, Token, Token | None] | None":
    """Return what a verb of answering tells."""
    act = told(verb)
    if word in _REACHED | _ASKED:
        return _not_reached(verb, act.manner, act.first)
    result = _result(verb, word, act.manner)
    first = verb if act.manner is Manner.DONE else act.first
    who = _called(verb) or (subject_of(verb) if act.manner is Manner.REFUSED else doer(verb))
    return (result, first, who) if result and who is not None else None


def _result(verb: "Token", word: str, manner: Manner) -> str:
    """Return how somebody answers, "" where nobody does."""
    if word in DENY | REJECT:
        denies = _is_denial if word in DENY else _is_rejection
        return DENIED if manner is Manner.DONE and denies(verb) else ""
    if manner is Manner.REFUSED:
        return DECLINED if word in _COMMENT | _TALK else ""
    if manner is Manner.NOT:
        return NO_ANSWER if word in _COMMENT | _RESPOND | _RETURN and _is_silence(verb, word) else ""
    if manner is Manner.DONE and word in _CALL:
        return DENIED if _is_called_false(verb) else ""
    if manner is Manner.DONE and word in _DECLINE:
        return DECLINED if _is_declined(verb) else ""
    return ANSWERED if manner is Manner.DONE and word in _RESPOND and _is_answer(verb) else ""


def _is_called_false(verb: "Token") -> bool:
    """Say whether "called the claims baseless" is said of a claim."""
    words = {token.lower_ for child in verb.rights for token in child.subtree}
    return bool(words & _FALSE) and bool(words & CLAIMS) and not is_passive(verb)


def _is_declined(verb: "Token") -> bool:
    """Say whether what is declined is a request for words; an offer or an invitation is none."""
    asked = object_of(verb)
    return asked is not None and asked.lower_ in REQUESTS and complement(asked, "for") is not None


def _called(verb: "Token") -> "Token | None":
    """Return whom calls went to that were not returned."""
    calls = object_of(verb) if verb.lower_ in _RETURN and is_passive(verb) else None
    return complement(calls, "to") if calls is not None else None


def _is_denial(verb: "Token") -> bool:
    """Say whether "denied" contradicts something, rather than refusing a visa, bail or a person."""
    thing = object_of(verb)
    if is_passive(verb):
        if any(child.dep_ == "dobj" for child in verb.children):
            return False
        return (
            thing is not None and thing.lower_ not in GRANTED and thing.ent_type_ != "PERSON" and doer(verb) is not None
        )
    if any(child.dep_ == "dative" for child in verb.children):
        return False
    return thing is None or not (
        thing.lower_ in GRANTED or thing.ent_type_ == "PERSON" or thing.lower_ in _WHOM or thing.tag_ == "NNP"
    )


def _is_rejection(verb: "Token") -> bool:
    """Say whether what is rejected, dismissed or disputed is a claim, not an offer, a coach or a candidate."""
    thing = object_of(verb)
    return thing is not None and thing.lower_ in CLAIMS and doer(verb) is not None


def _not_reached(verb: "Token", manner: Manner, first: "Token") -> "tuple[str, Token, Token | None] | None":
    """Say what "could not be reached" and "was not asked" tell; an agreement that was not reached is none."""
    who = object_of(verb)
    for_comment = complement(verb, "for")
    if who is None or not (is_passive(verb) or for_comment is not None):
        return None
    if verb.lower_ in _REACHED and manner is Manner.UNABLE:
        person = who.ent_type_ in ("PERSON", "ORG") or (for_comment is not None and for_comment.lower_ == "comment")
        return (NO_ANSWER, first, who) if person else None
    if verb.lower_ in _ASKED and manner is Manner.NOT:
        asked = not any(child.dep_ in ("xcomp", "ccomp") for child in verb.children)
        return (NOT_ASKED, first, who) if asked else None
    return None


def _is_silence(verb: "Token", word: str) -> bool:
    """Say whether what got no answer was a request or a reproach, not a fire, a treatment or a call of nature."""
    if word in _COMMENT:
        return True
    if any(
        child.lower_ in ("do", "does") or (child.lower_ == "in" and child.dep_ == "prep") for child in verb.children
    ):
        return False
    thing = object_of(verb) if word in _RETURN | {"answer", "answered"} else complement(verb, "to")
    if thing is None:
        return word not in _RETURN
    return thing.lower_ in _ANSWERABLE or any(child.lower_ in _ANSWERABLE for child in thing.children)


def _is_answer(verb: "Token") -> bool:
    """Say whether somebody answers a reproach or a request, in words: "responded that", "responded to the claims"."""
    to = complement(verb, "to")
    if to is not None:
        return to.lower_ in _ANSWERABLE
    return any(child.dep_ == "ccomp" and child.i > verb.i and child.lefts for child in verb.children) and any(
        child.dep_ == "mark" for clause in verb.children if clause.dep_ == "ccomp" for child in clause.lefts
    )


def _unavailable(word: "Token") -> "tuple[str, Token, Token | None] | None":
    """Say what "was not available for comment" tells."""
    verb = word.head
    comment = complement(word, "for") or complement(verb, "for")
    if comment is None or comment.lower_ not in ("comment", "interview"):
        return None
    if word.lower_ == "available" and not (is_negated(verb) or is_negated(word)):
        return None
    return NO_ANSWER, verb, next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _unanswered(word: "Token") -> "tuple[str, Token, Token | None] | None":
    """Say what "emails to the ministry went unanswered" tells."""
    calls = subject_of(word.head)
    if calls is None or calls.lower_ not in REQUESTS:
        return None
    return NO_ANSWER, word.head, complement(calls, "to")


def _no_comment(noun: "Token") -> "tuple[str, Token, Token | None] | None":
    """Say what "had no comment" tells."""
    none = next((child for child in noun.lefts if child.lower_ == "no"), None)
    if none is None or noun.dep_ != "dobj":
        return None
    return DECLINED, none, doer(noun.head)


def _no_reply(noun: "Token") -> "tuple[str, Token, Token | None] | None":
    """Say what "received no reply" tells: of whom is not sure."""
    none = next((child for child in noun.lefts if child.lower_ == "no"), None)
    if none is None or noun.head.lower_ not in ("received", "got"):
        return None
    return NO_ANSWER, none, complement(noun, "from")
