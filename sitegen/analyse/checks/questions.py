"""Questions: what an article says is not known, not revealed, or that somebody would not say."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.analyse.checks.lexicon import FACTS, SAY
from sitegen.analyse.checks.naming import Place
from sitegen.analyse.checks.verbs import Manner, is_negated, is_passive, object_of, tokens_in, told
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import OpenQuestion, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT_REVEALED, UNKNOWN, DECLINED, NOT_ASKED = "not-revealed", "unknown", "declined", "not-asked"
_REVEALED = frozenset({"revealed", "disclosed", "specified", "announced", "released", "published", "given", "provided"})
_GIVE = frozenset({"gave", "give", "gives", "giving", "provided", "provide", "offered", "released"})
_NAMED = frozenset({"identified", "named"})
_KNOWN = frozenset({"known", "clear", "determined", "established", "certain"})
_UNCLEAR = frozenset({"unclear", "unknown", "uncertain", "undisclosed", "unspecified"})
_HELD_BACK = SAY | {"confirm"}
_WORD = frozenset({"word", "details", "information", "explanation", "mystery"})
_ASKED = frozenset({"asked"})
_TRIGGERS = _NAMED | _REVEALED | _KNOWN | _UNCLEAR | _HELD_BACK | _WORD | _ASKED
_QUESTION = frozenset({"whether", "if", "who", "whom", "whose", "what", "which", "when", "where", "why", "how"})


def find_open_questions(reading: Reading, said: Sequence[Statement]) -> Iterator[OpenQuestion]:
    """Yield what the article itself says is open, by place; what somebody is quoted as not knowing is no gap of it."""
    for parse in reading.parses:
        place = Place(reading, parse, said)
        for token in tokens_in(parse.doc, _TRIGGERS):
            found = _question_at(token)
            if found and place.quoted_in(token) is None and not token.sent.text.rstrip().endswith("?"):
                result, first = found
                yield OpenQuestion(result, place.span(first, token), place.sentence(token))


def _question_at(token: "Token") -> "tuple[str, Token] | None":
    """Return why a thing is open, and where the words that say so start."""
    word = token.lower_
    if word in _UNCLEAR:
        return _unclear(token)
    if word in _WORD and token.tag_.startswith("N"):
        return _no_word(token)
    if word in _KNOWN | _REVEALED | _NAMED and token.tag_ in ("JJ", "VBN"):
        return _not_known(token)
    return _not_said(token, word) if token.tag_.startswith("V") else None


def _unclear(word: "Token") -> "tuple[str, Token] | None":
    """Return what "it is unclear whether" and "whose fate remains unknown" tell; an unknown singer is none."""
    verb = word.head
    if word.dep_ not in ("acomp", "oprd", "attr", "ROOT", "ccomp", "conj", "amod") or word.dep_ == "amod":
        return None
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        subject is None
        or is_negated(verb)
        or not (_is_it(subject) or subject.lower_ in FACTS or asks(verb) or asks(word))
    ):
        return None
    result = NOT_REVEALED if word.lower_ in ("undisclosed", "unspecified") else UNKNOWN
    return result, verb if verb.i < word.i else word


def _not_known(word: "Token") -> "tuple[str, Token] | None":
    """Return what "it was not clear who" and "the cause is not known" tell; "not known for speed" tells nothing."""
    verb = word if word.tag_ == "VBN" else word.head
    act = told(verb)
    if act.manner not in (Manner.NOT, Manner.UNABLE) and not is_negated(word):
        return None
    subject = _clause_of(verb) or (object_of(verb) if is_passive(verb) else _subject_of(verb))
    if subject is None or any(child.lower_ in ("for", "as", "to") for child in word.rights):
        return None
    if subject.dep_.startswith("csubj") or (_is_it(subject) and (asks(verb) or asks(word))):
        return UNKNOWN if word.lower_ in _KNOWN else NOT_REVEALED, act.first
    unnamed = word.lower_ in _NAMED and is_passive(word) and not any(child.dep_ == "oprd" for child in word.rights)
    if subject.lower_ not in FACTS and not unnamed:
        return None
    return UNKNOWN if word.lower_ in _KNOWN else NOT_REVEALED, act.first


def _clause_of(verb: "Token") -> "Token | None":
    """Return the question that is the subject: "how it started is not known"."""
    clauses = (child for child in verb.lefts if child.dep_ in ("csubj", "csubjpass"))
    return next((clause for clause in clauses if clause.left_edge.lower_ in _QUESTION), None)


def _not_said(verb: "Token", word: str) -> "tuple[str, Token] | None":
    """Return what "did not say when", "declined to name" and "without giving details" tell."""
    act = told(verb)
    if word in _ASKED:
        return (NOT_ASKED, act.first) if act.manner is Manner.NOT and asks(verb) else None
    if act.manner is Manner.REFUSED and word in _HELD_BACK:
        return (
            (DECLINED, act.first) if asks(verb) or word not in ("say", "give", "provide") or _of_details(verb) else None
        )
    if act.manner is Manner.UNABLE and word == "say" and asks(verb):
        return UNKNOWN, act.first
    if act.manner is not Manner.NOT or word not in SAY:
        return None
    held = asks(verb) or _of_details(verb) or word in ("elaborate", "elaborating", "specify", "specifying")
    first = act.verb.head if verb.dep_ == "pcomp" else act.first
    return (NOT_REVEALED, first) if held else None


def _no_word(noun: "Token") -> "tuple[str, Token] | None":
    """Return what "there was no word on the crew" and "remains a mystery" tell."""
    none = next((child for child in noun.lefts if child.lower_ == "no"), None)
    if noun.lower_ == "mystery":
        return (UNKNOWN, noun.head) if noun.head.lower_ in ("remains", "remained", "remain") else None
    if none is not None and noun.dep_ == "dobj" and noun.head.lower_ in _GIVE and noun.lower_ in FACTS:
        return NOT_REVEALED, none
    if none is None or noun.dep_ not in ("attr", "nsubjpass", "nsubj"):
        return None
    given = noun.dep_ != "attr" and noun.head.lower_ in _REVEALED
    there = any(child.dep_ == "expl" for child in noun.head.children)
    there = there and any(child.lower_ in ("on", "about", "from") for child in noun.rights)
    return (UNKNOWN if there else NOT_REVEALED, none) if given or there else None


def asks(verb: "Token") -> bool:
    """Say whether a question hangs on a verb: "whether …", "how many …"."""
    for clause in verb.rights:
        if clause.dep_ in (
            "ccomp",
            "advcl",
            "pcomp",
            "acl",
            "xcomp",
            "nsubj",
            "attr",
            "csubj",
            "dobj",
            "advmod",
            "dep",
        ):
            start = clause.left_edge
            if start.lower_ in _QUESTION or (start.lower_ in ("exactly", "just") and start.nbor(1).lower_ in _QUESTION):
                return True
    return False


def _of_details(verb: "Token") -> bool:
    thing = object_of(verb)
    return thing is not None and thing.lower_ in FACTS


def _is_it(subject: "Token") -> bool:
    return subject.lower_ in ("it", "what") and subject.tag_ in ("PRP", "WP")


def _subject_of(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)
