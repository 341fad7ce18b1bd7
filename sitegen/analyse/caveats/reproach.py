"""Reproach: accusations by one side to which the article gives no answer, and figures of one source alone."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.analyse.caveats.countries import countries_in
from sitegen.analyse.caveats.ground import Ground
from sitegen.analyse.checks.naming import Place
from sitegen.analyse.checks.verbs import Manner, complement, doer, object_of, tokens_in, told
from sitegen.analyse.parsing import Parse
from sitegen.model.analysis import ProposedCaveat
from sitegen.model.article import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCUSE = frozenset({"accused", "accuse", "accuses", "accusing", "blamed", "blames", "blaming"})
_STEMS = ("accus", "Accus", "blam", "Blam")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MOST = 3
_AGE = re.compile(r"\d, ")
_WORD = re.compile(r"[A-Z][\w-]{2,}")
_HARM = re.compile(
    r"\b(?:kill(?:ed|ing)?|dead|died|deaths?|wounded|injured|casualties|missing|displaced|losses|men|people|"
    r"soldiers|troops|civilians|captured|detained)\b",
    re.IGNORECASE,
)


def propose_figures(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each source that alone gives a count of people."""
    by: dict[str, list[ProposedCaveat]] = {}
    for each in ground.evidence("figure"):
        said = [ground.statement_at[span] for span in ground.said_in([each.cue])]
        words = ground.words_at(each.cue)
        if said and _HARM.search(words) and not _AGE.search(words):
            speaker = said[0].speaker
            name = speaker.name if speaker else ""
            slots = (("source", name),) if name else ()
            wording = "proposed.figure" if name else "signals.figure.caveat_else"
            about = tuple(statement.span for statement in said)
            by.setdefault(name, []).append(ProposedCaveat("figure", wording, each.sentence, each.cue, slots, about))
    for found in list(by.values())[:_MOST]:
        about = tuple(dict.fromkeys(span for each in found for span in each.about))
        first = found[0]
        yield ProposedCaveat("figure", first.wording, first.passage, first.cue, first.slots, about)


def propose_no_response(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each that is accused by name, and of whom the article has no word."""
    seen = set[str]()
    for parse in ground.reading.parses:
        if parse.piece.role is Role.BODY and any(stem in parse.piece.text for stem in _STEMS):
            for verb in tokens_in(parse.doc, _ACCUSE):
                found = _accusation(ground, parse, verb)
                if found and found.slots[1][1] not in seen:
                    seen.add(found.slots[1][1])
                    yield found


def _accusation(ground: Ground, parse: Parse, verb: "Token") -> ProposedCaveat | None:
    """Return a caveat for an accusation that is told as a fact, of somebody named who gets no word."""
    accused, accuser = object_of(verb), doer(verb)
    of = complement(verb, "of") or complement(verb, "for")
    if accused is None or accuser is None or of is None or told(verb).manner is not Manner.DONE:
        return None
    place = Place(ground.reading, parse, ground.said)
    whom, by = place.name(accused), place.name(accuser)
    if accused.ent_type_ not in _NAMES or not whom or not by[:1].isupper() or _answers(ground, whom):
        return None
    cue = place.span(verb, verb)
    sentence = place.sentence(verb)
    slots = (("by", by), ("whom", whom))
    return ProposedCaveat("no-response", "proposed.no-response", sentence, cue, slots, ground.said_in([sentence]))


def _answers(ground: Ground, whom: str) -> bool:
    """Say whether the article has any word of somebody: a statement, a denial, a refusal to comment."""
    names = {*_WORD.findall(whom), *countries_in(whom)}
    speakers = [each.speaker for each in ground.said if each.speaker]
    words = [f"{each.name} {ground.words_at(each.mention)}" for each in speakers]
    words += [answer.by for answer in ground.found.answers]
    return not names or any(names.intersection((*_WORD.findall(each), *countries_in(each))) for each in words)
