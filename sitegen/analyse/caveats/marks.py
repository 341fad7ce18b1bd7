"""Marks: masked, inserted and translated words, and words of people who are held."""

import re
from collections.abc import Iterator

from sitegen.analyse.caveats.ground import Ground
from sitegen.model.analysis import Evidence, ProposedCaveat
from sitegen.model.article import Span

_REDACTED = ("masking", "insertion")
_TRANSLATION, _CAPTIVITY = "translation", "captivity"
_LANGUAGES = """
Russian Ukrainian Belarusian Arabic Chinese Mandarin Cantonese Farsi Persian Dari Pashto Hebrew Hindi Urdu Bengali
Turkish Kurdish French German Spanish Italian Portuguese Polish Korean Japanese Vietnamese Somali Amharic Swahili
Armenian Azeri Georgian Chechen Serbian Greek Hungarian Romanian Czech Dutch Swedish Burmese
"""
_LANGUAGE = re.compile(
    rf"\b(?:in|speaking|from|speaks|spoke) (?:fluent |broken |the )?({'|'.join(_LANGUAGES.split())})\b"
)
_TRANSLATOR = re.compile(r"\btranslat\w+ (?:\w+ ){0,3}by ((?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*)")
_ELSEWHERE = """
Russian Ukrainian Belarusian Syrian Iraqi Iranian Afghan Chinese Turkish Kurdish French German Spanish Italian
Portuguese Polish Korean Japanese Vietnamese Somali Ethiopian Armenian Georgian Chechen Serbian Greek Hungarian
Romanian Czech Saudi Egyptian Libyan Yemeni Lebanese Palestinian Israeli Mexican Colombian Venezuelan Cuban Brazilian
Burmese Thai Indonesian Lithuanian Latvian Estonian Finnish Swedish Norwegian Danish Bulgarian Moldovan Kazakh Uzbek
Tajik Sudanese Malian Congolese
"""
_PEOPLE = r"(?:soldiers?|troops?|servicem[ae]n|fighters?|units?|men|man|woman|women|officers?|commanders?|generals?|"
_PEOPLE += (
    r"colonels?|captains?|militants?|prisoners?|captives?|separatists?|rebels?|recruits?|conscripts?|mercenar\w+)"
)
_NATION = re.compile(rf"\b({'|'.join(_ELSEWHERE.split())}) (?:\w+ )?{_PEOPLE}\b", re.IGNORECASE)
_HEARD = ("intercepted-communication", "audio", "video")


def propose_redaction(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for masks, and one for brackets, inside what is quoted."""
    quotes = [each.span for each in ground.found.statements]
    for name in _REDACTED:
        inside = [each for each in ground.evidence(name) if any(each.cue in span for span in quotes)]
        if inside:
            yield _standard(ground, name, inside)


def propose_translation(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for words said in another language: named, or as foreign as those who are heard."""
    for each in ground.evidence(_TRANSLATION):
        beside = (each.sentence, *ground.sentences_before(each.sentence))
        if about := ground.said_in([each.sentence]) or ground.said_in(beside):
            yield _translated(ground, each, about)
            return
    yield from _foreign(ground)


def propose_duress(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat where somebody who is held speaks: the speaker is called so, or is seen in a video."""
    held = []
    for each in ground.evidence(_CAPTIVITY):
        about = [span for span in ground.said_in([each.sentence]) if _is_of_captive(ground, span, each.cue)]
        held += [(each, tuple(about))] if about else []
    if held:
        first, spans = held[0][0], tuple(dict.fromkeys(span for _, about in held for span in about))
        yield ProposedCaveat("duress", "signals.captivity.caveat", first.sentence, first.cue, about=spans)


def _standard(ground: Ground, name: str, shown: list[Evidence]) -> ProposedCaveat:
    """Return the standard caveat of a signal, about the quotes that hold it."""
    kind = ground.reading.kinds.signals[name].caveat_kind
    about = ground.said_in(each.cue for each in shown)
    return ProposedCaveat(kind, f"signals.{name}.caveat", shown[0].sentence, shown[0].cue, about=about)


def _translated(ground: Ground, shown: Evidence, about: tuple[Span, ...]) -> ProposedCaveat:
    words = ground.words_at(shown.sentence)
    by, language = _TRANSLATOR.search(words), _LANGUAGE.search(words)
    wording, slots = "signals.translation.caveat_else", dict[str, str]()
    if by:
        wording, slots = "signals.translation.caveat", {"translated_by": by[1].rstrip(".")}
    elif language:
        wording, slots = "proposed.translation.language", {"language": language[1]}
    return ProposedCaveat("translation", wording, shown.sentence, shown.cue, tuple(slots.items()), about)


def _foreign(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat where a recording's speakers are called of a people who speak another language."""
    quotes = {each.span for each in ground.found.statements}
    heard = dict.fromkeys(each.statement for each in ground.resting_on(_HEARD) if each.statement in quotes)
    if not heard:
        return
    for each in ground.evidence(*_HEARD):
        if found := _NATION.search(ground.words_at(each.sentence)):
            slots = (("nation", found[1]),)
            about = tuple(heard)
            yield ProposedCaveat("translation", "proposed.translation.nation", each.sentence, each.cue, slots, about)
            return


def _is_of_captive(ground: Ground, span: Span, cue: Span) -> bool:
    statement = ground.statement_at[span]
    if statement.speaker is not None and cue.overlaps(statement.speaker.mention):
        return True
    return statement.direct and span in ground.unsure
