"""Sides: who speaks for a party to the conflict that an article reports, and who speaks of its own business."""

import re
from collections.abc import Iterator

from sitegen.analyse.caveats.bodies import is_official
from sitegen.analyse.caveats.countries import countries_in, country_of
from sitegen.analyse.caveats.ground import Ground
from sitegen.model.analysis import Chain, Hop, ProposedCaveat, Statement
from sitegen.model.article import Span

_KIND = "interested-party"
_LABELS = frozenset({"GPE", "NORP", "ORG"})
_FORCES = """
soldiers? troops? army forces? military fighters? air.force navy units? tanks? artillery missiles? drones? invasion
offensive air.?strikes? shelling bombardment rebels? separatists? militants? insurgents? gunmen paratroopers?
servicemen warplanes? warships? brigades? battalions? militia
"""
_AFTER = re.compile(rf"(?:['’]s)? (?:\w+ ){{0,2}}?(?:{'|'.join(_FORCES.split())})\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:war (?:in|on|against|with|between)|invasion of|invaded|fighting with) (?:the )?$", re.IGNORECASE
)
_NEAR = 60
"""Characters beside a name within which forces, or a war, are looked for."""
_GROUP = re.compile(r" (?:militants?|fighters?|rebels?|gunmen|insurgents?|separatists?)\b", re.IGNORECASE)
_WAR = """
war fighting battles? shelling shelled invasion front.?lines? troops soldiers? air.?strikes? offensive artillery
cease-?fire militants? rebels? separatists? missiles? brigade fighters bombing bombed bombardment warplanes?
"""
_CONFLICT = re.compile(rf"\b(?:{'|'.join(_WAR.split())})\b", re.IGNORECASE)
_STEMS = ("war", "War", "fight", "troop", "soldier", "strike", "shell", "front", "militant", "rebel", "missile", "bomb")
"""Counted first: most articles have too few of them, and counting costs a tenth of matching."""
_LEAST_WORDS, _LEAST_SHARE = 4, 0.008
"""Words of war in an article that reports one: how many, and of all its words what share."""
_SILENT = frozenset({"declined", "no-answer", "not-asked"})
_RELEASED = ("intercepted-communication",)
_FIRMS = "company firm airline bank manufacturer carmaker operator retailer"
_FIRM = re.compile(rf"\b(?:{'|'.join(_FIRMS.split())})\b|\b(?:Inc|Corp|Ltd|LLC|plc|PLC|GmbH)\b")
_SELF = re.compile(rf"\b(?:we|our|us|it|its|the (?:{'|'.join(_FIRMS.split())}))\b", re.IGNORECASE)


def propose_interested(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each side of the conflict whose bodies speak, and for each firm that speaks of itself."""
    sides = _sides(ground)
    yield from _speaking(ground, sides) if len(sides) > 1 else ()
    yield from _of_themselves(ground)


def _sides(ground: Ground) -> frozenset[str]:
    """Return the countries and groups that an article of war names with forces of theirs."""
    text = ground.article.text
    if sum(map(text.count, _STEMS)) < _LEAST_WORDS:
        return frozenset()
    words = len(_CONFLICT.findall(text))
    if words < _LEAST_WORDS or words < _LEAST_SHARE * len(text.split()):
        return frozenset()
    sides = set()
    for entity in ground.found.entities:
        after = text[entity.span.end : entity.span.end + _NEAR]
        armed = _GROUP.match(after) if entity.label == "ORG" else _AFTER.match(after)
        attacked = _BEFORE.search(text[max(entity.span.start - _NEAR, 0) : entity.span.start])
        if entity.label in _LABELS and (armed or (attacked and entity.label != "ORG")):
            sides.add(country_of(ground.words_at(entity.span)))
    return frozenset(sides)


def _speaking(ground: Ground, sides: frozenset[str]) -> Iterator[ProposedCaveat]:
    """Yield a caveat a side: one whose material it released, or else what its bodies say."""
    said: dict[str, list[tuple[Hop, Chain]]] = {}
    for chain in ground.found.chains:
        for hop in chain.hops:
            side = _side_of(ground, hop, sides) if _is_said(ground, chain) else ""
            if side:
                said.setdefault(side, []).append((hop, chain))
    for found in said.values():
        released = [(hop, chain) for hop, chain in found if _is_released(ground, hop, chain)]
        hop = (released or found)[0][0]
        cue = _first_words([each for each, _ in found])
        if cue is not None:
            wording = "proposed.interested-party.released" if released else "proposed.interested-party.side"
            about = tuple(dict.fromkeys(chain.statement for _, chain in found))
            yield ProposedCaveat(_KIND, wording, ground.sentence_at(cue), cue, (("name", hop.name),), about)


def _is_said(ground: Ground, chain: Chain) -> bool:
    """Say whether somebody says it: "did not comment on" says nothing."""
    statement = ground.statement_at.get(chain.statement)
    silent = (each.cue for each in ground.found.answers if each.result in _SILENT)
    return statement is not None and not (statement.cue and any(map(statement.cue.overlaps, silent)))


def _side_of(ground: Ground, hop: Hop, sides: frozenset[str]) -> str:
    """Return the side that an official body belongs to, "" where its name or mention shows none."""
    mention = ground.words_at(hop.mention) if hop.mention else ""
    words = f"{hop.name} {mention}"
    if not hop.name or not (is_official(words) or country_of(hop.name) in sides):
        return ""
    return next((country for country in countries_in(words) if country in sides), "")


def _is_released(ground: Ground, hop: Hop, chain: Chain) -> bool:
    """Say whether what a body says is, or tells of, a call that it intercepted."""
    place = chain.hops.index(hop)
    if place + 1 < len(chain.hops):
        return chain.hops[place + 1].kind in _RELEASED
    return any(each.cue in chain.statement for each in ground.evidence(*_RELEASED))


def _first_words(hops: list[Hop]) -> Span | None:
    """Return the first words that name or show any of these."""
    return min((words for hop in hops for words in (hop.mention, hop.shown) if words), default=None)


def _of_themselves(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each firm that speaks of itself."""
    firms: dict[str, list[Statement]] = {}
    for each in ground.said:
        mention = ground.words_at(each.speaker.mention) if each.speaker else ""
        if each.speaker and _FIRM.search(mention) and _SELF.search(ground.words_at(each.span)):
            firms.setdefault(each.speaker.name or mention, []).append(each)
    for name, said in firms.items():
        cue = said[0].speaker.mention if said[0].speaker else said[0].span
        about = tuple(each.span for each in said)
        wording = "proposed.interested-party.itself"
        yield ProposedCaveat(_KIND, wording, ground.sentence_at(cue), cue, (("name", name),), about)
