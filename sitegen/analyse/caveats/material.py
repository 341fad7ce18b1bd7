"""Material that needs a check: recordings, pictures, documents and posts on which statements rest."""

import re
from collections.abc import Iterator, Sequence

from sitegen.analyse.caveats.bodies import is_body
from sitegen.analyse.caveats.ground import Ground, Resting, is_named, spans_of
from sitegen.model.analysis import ProposedCaveat, ReportedCheck
from sitegen.model.article import Span
from sitegen.model.vocabulary import CheckObject, CheckResult

_UNVERIFIED, _PROVENANCE = "unverified", "provenance"
_POST = "social-media-post"
_MOST_NAMES = 3
_CALL = "intercepted-communication"
_NOBODY = "not-stated"
_POST_BY = re.compile(r"^.*\b(?:post|tweet|message|video)s? by ", re.IGNORECASE)
_MOST_CHECKS = 3
_CLAIM = 4
"""Words that a statement has at least where a check can be of it."""
_POINTS_BACK = re.compile(
    r"\b(?:the|this|that|these|those|his|her|its|their) (?:claims?|reports?|accounts?|figures?|information|"
    r"statements?|allegations?|details|numbers?|tolls?|assertions?)\b|^(?:it|this|these)\b",
    re.IGNORECASE,
)
"""Words of a check that speak of what was said before."""
_SHOWN_ALONE = (_CALL, "audio", "video")
"""Kinds that are worth a caveat even where no statement is seen to rest on them."""
_BODIES = frozenset({"official-statement", "organisation"})
_SLOTS = {
    _CALL: "released_by",
    "audio": "speaker",
    "video": "posted_by",
    _POST: "name",
    "document": "publisher",
}
"""What the standard wording of a kind is filled in with; the publisher is not known here."""
_OF_MATERIAL = frozenset({CheckObject.RECORDING, CheckObject.PLACE, CheckObject.DATE})
_OPEN = frozenset({CheckResult.INCONCLUSIVE, CheckResult.NOT_ATTEMPTED})


def propose_unverified(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each kind of material, and for each body or account that passed some of it on."""
    kinds = ground.reading.kinds.sources
    for kind in (kind.name for kind in kinds.values() if kind.unverified):
        things: dict[str, list[Resting]] = {}
        for each in ground.resting_on([kind]) if ground.evidence(kind) else ():
            things.setdefault(_of_whom(ground, each), []).append(each)
        if kind == _POST and things:
            names = ", ".join([whom for whom in things if whom][:_MOST_NAMES])
            things = {names: [each for resting in things.values() for each in resting]}
        for whom, resting in things.items():
            yield _caveat(ground, kind, whom or _teller(ground, kind), _cue(ground, kind, resting), spans_of(resting))
        shown = () if things else ground.evidence(kind)
        about = ground.said_in(each.sentence for each in shown)
        if shown and (about or kind in _SHOWN_ALONE):
            yield _caveat(ground, kind, _teller(ground, kind), shown[0].cue, about)


def propose_provenance(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for recordings that nobody is said to have published."""
    lost = [each for each in ground.resting_on(["audio"]) if each.before and each.before.kind == _NOBODY]
    if lost:
        cue = _cue(ground, "audio", lost)
        about = spans_of(lost)
        yield ProposedCaveat(_PROVENANCE, "proposed.provenance", ground.sentence_at(cue), cue, about=about)


def propose_checks(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for what the article says was not established, about what it says there or just before."""
    by: dict[tuple[str, str], list[ReportedCheck]] = {}
    for check in ground.found.checks:
        if check.result in _OPEN and not _is_of_material(ground, check):
            by.setdefault((check.result, check.by), []).append(check)
    for checks in list(by.values())[:_MOST_CHECKS]:
        about = tuple(dict.fromkeys(span for check in checks for span in _checked_words(ground, check)))
        yield _checked(checks[0], about)


def _checked_words(ground: Ground, check: ReportedCheck) -> Iterator[Span]:
    """Yield the statements that a check speaks of: those of its sentence, or the last ones before "the claim"."""
    before = [span for span in ground.said_in([check.sentence]) if span.end <= check.cue.start]
    inside = [span for span in before if len(ground.words_at(span).split()) >= _CLAIM]
    if not inside and _POINTS_BACK.search(ground.words_at(check.sentence)):
        inside = list(ground.said_in(ground.sentences_before(check.sentence)))
    yield from inside


def _caveat(ground: Ground, kind: str, whom: str, cue: Span, about: tuple[Span, ...]) -> ProposedCaveat:
    """Return the standard caveat of a kind, or what the article says of a check of such material."""
    checks = [each for each in ground.found.checks if _is_of_material(ground, each)]
    if kind in _SHOWN_ALONE and checks:
        return _checked(checks[0], about)
    name = ground.reading.kinds.sources[kind].caveat_kind or _UNVERIFIED
    whole = bool(whom) or kind not in _SLOTS
    # The wording of calls alone begins with its slot.
    slots = ((_SLOTS[kind], whom[:1].upper() + whom[1:] if kind == _CALL else whom),) if whom else ()
    wording = f"kinds.{kind}.caveat" if whole else f"kinds.{kind}.caveat_else"
    return ProposedCaveat(name, wording, ground.sentence_at(cue), cue, slots, about)


def _is_of_material(ground: Ground, check: ReportedCheck) -> bool:
    """Say whether a check looked at a recording or a picture; whose voice it is counts, who a child is does not."""
    if check.object is CheckObject.SPEAKER:
        return "voice" in ground.words_at(check.sentence)
    return check.object in _OF_MATERIAL


def _checked(check: ReportedCheck, about: tuple[Span, ...]) -> ProposedCaveat:
    """Return a caveat that says what the article says of a check."""
    result = check.result if check.result in _OPEN else "mentioned"
    key = f"proposed.check.{result}"
    slots = (("by", check.by),) if check.by and check.result in _OPEN else ()
    return ProposedCaveat(_UNVERIFIED, f"{key}_by" if slots else key, check.sentence, check.cue, slots, about)


def _of_whom(ground: Ground, resting: Resting) -> str:
    """Return the name that a kind's standard wording needs: who released, posted or speaks; "" where none is known."""
    kind = resting.hop.kind
    if kind == _POST:
        poster = _POST_BY.sub("", resting.hop.name)
        return poster if is_named(poster) else ""
    if kind == "audio":
        return _voice(ground, resting)
    before = resting.before
    if before is None:
        return ""
    if kind == _CALL:
        return before.name if is_body(before.name) else ""
    return before.name if kind == "video" and before.kind in (*_BODIES, _POST, "person") else ""


def _voice(ground: Ground, resting: Resting) -> str:
    """Return who is heard where the words that report it give the name; "he" is too little for a voice."""
    speaker = ground.statement_at[resting.statement].speaker
    name = resting.last.name if resting.last is not resting.hop else ""
    if speaker is None or not is_named(name):
        return ""
    return name if name.rpartition(" ")[2] in ground.words_at(speaker.mention) else ""


def _teller(ground: Ground, kind: str) -> str:
    """Return the one body that says of itself that it intercepted something, "" for other material or several."""
    cues = [each.cue for each in ground.evidence(kind)] if kind == _CALL else []
    tellers = {
        chain.hops[-1].name
        for chain in ground.found.chains
        if is_body(chain.hops[-1].name) and any(cue in chain.statement for cue in cues)
    }
    return tellers.pop() if len(tellers) == 1 else ""


def _cue(ground: Ground, kind: str, resting: Sequence[Resting]) -> Span:
    """Return the words that show a kind best: those of the first hop that is stated, else its first evidence."""
    stated = {ground.sentence_at(each.hop.shown): each.hop.shown for each in resting if each.hop.shown}
    shown = ground.evidence(kind)
    # A call is first told of, and then quoted from: how it came to be known stands where it is told of.
    beside = (each.cue for each in shown if each.sentence in stated or kind == _CALL)
    return next(beside, None) or next(iter(stated.values()), None) or shown[0].cue if shown else resting[0].statement
