"""Finding: the hops of each statement, and what one statement inherits from those before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sitegen.analyse.chains.citing import CITING, citer_of, citing_in
from sitegen.analyse.chains.frames import Frame, Passage, frame_of
from sitegen.analyse.chains.materials import Material, find_materials
from sitegen.analyse.chains.naming import bodies_in
from sitegen.analyse.chains.posts import POSTED, post_in
from sitegen.analyse.chains.publisher import own_names
from sitegen.analyse.chains.relays import CREDIT, again_in, hearsay_in, relays_in
from sitegen.analyse.chains.releases import PRONOUNS, Release
from sitegen.analyse.chains.settings import HEARD, Setting, setting_of
from sitegen.analyse.chains.sources import (
    FIRST_PERSON,
    NEWS,
    NOT_STATED,
    OFFICIAL,
    ORGANISATION,
    PERSON,
    POST,
    Sources,
    bare,
    credited,
)
from sitegen.analyse.chains.voices import Voices
from sitegen.analyse.parsing import Parse
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Chain, Evidence, Hop, Speaker, Statement
from sitegen.model.article import Span

_ELSEWHERE = re.compile(
    r"\b(?:told|tells|earlier|previously|once|during|last (?:week|month|year)|in (?:19|20)\d\d|(?:has|have|had) said|"
    r"in an? (?:[\w-]+ ){0,3}(?:statement|speech|interview|letter|e-?mail|release|address|article|book|memoir|ad)|"
    r"at (?:an?|the) (?:[\w-]+ ){0,3}(?:rally|conference|briefing|meeting|event|debate|hearing|convention))\b"
)
"""Words that say where or when else a speaker spoke: what came before does not go on."""
_DETERMINERS = "a an the one some another several two three many both other his her their its our my this these"
_BEFORE_NOUNS = frozenset(_DETERMINERS.split())
_WRITING = frozenset({"wrote", "writes", "added", "adding", "continued", "tweeted", "posted"})
_OTHER = re.compile(r"(?:the |an?)?(?:other|second|third|first)\b", re.IGNORECASE)
_NEXT, _FAR = 1, 2
"""Paragraphs within which a speaker goes on: from their last words, and from where the way of these is stated."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a statement came: what stands in the chain before its speaker and behind, and what it is said in."""

    before: tuple[Hop, ...] = ()
    after: tuple[Hop, ...] = ()
    setting: Setting | None = None

    def __bool__(self) -> bool:
        return bool(self.before or self.after or self.setting)


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke last, where, and how it came."""

    name: str
    mention: Span | None
    passage: int
    since: int
    """The passage in which the article says how it came."""
    before: tuple[Hop, ...]
    material: Material | None = None


class Finder:
    """Goes through the statements of one article in their order."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], evidence: Sequence[Evidence]) -> None:
        self.reading = reading
        self.statements = statements
        self.passages = list(_passages(reading.parses, statements))
        self.starts = [parse.piece.span.start for parse in reading.parses]
        for statement in statements:
            if statement.cue is not None and statement.speaker is not None:
                passage = self.passages[self._number(statement.cue)]
                place = passage.parse.piece.offset(statement.cue.start)
                passage.said.append((place, statement.speaker.name))
        self.sources = Sources(reading.kinds, frozenset(name.full for name in reading.people.names), self._label_at)
        self.materials = find_materials(self.passages, evidence)
        releases = [material.release for material in self.materials.known if material.release]
        self.sources.posters.update(bare(one.name) for one in releases if one.is_posted and self._posts(one))
        named = [(one.speaker.name, one.speaker.mention) for one in statements if one.speaker]
        named += [(self._called(one.name, one.mention), one.mention) for one in releases]
        words_at = reading.article.words_at
        self.bodies = bodies_in((name, words_at(mention)) for name, mention in dict(named).items())
        self.called: dict[str, str] = {}
        self.voices = Voices()
        self.spoken: dict[str, Material] = {}
        """Who without a name speaks in which material."""
        self.open: list[tuple[Statement, tuple[Hop, ...]]] = []
        """The statements that may report later ones, with their hops."""
        self.last = Turn("", None, -9, -9, ())
        self.outlet = ""
        """The outlet that was credited last."""

    def chains(self) -> Iterator[Chain]:
        """Yield a chain a statement whose speaker is known."""
        for statement in self.statements:
            if statement.speaker is not None:
                hops = self._hops(statement, statement.speaker)
                self.open.append((statement, hops))
                yield Chain(statement.span, hops)

    @cached_property
    def own(self) -> frozenset[str]:
        """The names of the publisher, as far as the article shows them."""
        return own_names(self.reading.article.text)

    def _posts(self, release: Release) -> bool:
        kind = self.sources.kind_of(release.name, release.mention)
        return kind not in (NEWS, OFFICIAL) and release.name.casefold() not in PRONOUNS

    def _number(self, place: Span) -> int:
        return max(bisect_right(self.starts, place.start) - 1, 0)

    def _label_at(self, mention: Span) -> str:
        root = self.passages[self._number(mention)].root_at(mention)
        return root.ent_type_ if root is not None else ""

    def _small(self, name: str, mention: Span) -> str:
        """Return a description as it is in the middle of a sentence; a name stays as it is."""
        first = name.partition(" ")[0]
        if not first[:1].isupper() or name in self.sources.people:
            return name
        if first == name:
            root = self.passages[self._number(mention)].root_at(mention)
            return name.lower() if root is not None and root.tag_ == "NNS" and not root.ent_type_ else name
        return first.lower() + name[len(first) :] if first.lower() in _BEFORE_NOUNS else name

    def _full(self, name: str) -> str:
        if name not in self.called:
            full = self.bodies.get(name) or credited(name)
            # "The Harbour Guard" and "Harbour Guard" are one.
            plain = full.removeprefix("The ").removeprefix("the ")
            self.called[name] = plain if any(map(str.isupper, full[1:])) else full
        return self.called[name]

    def _released_by(self, release: Release) -> str:
        """Return the full name of who released a material."""
        return self._full(self._called(release.name, release.mention))

    def _called(self, name: str, mention: Span) -> str:
        """Return the full name of who is mentioned, where the article gives one; else the one given here."""
        full = self.reading.people.speaker(mention, 1.0).name
        return full if full and full != self.reading.article.words_at(mention) else name

    def _hops(self, statement: Statement, speaker: Speaker) -> tuple[Hop, ...]:
        outer = self._outer(statement, speaker)
        around = outer[1] if outer else ()
        words = self.reading.article.words_at(speaker.mention)
        if outer and words.casefold() in FIRST_PERSON:
            return around
        name = self.voices.name_of(self._small(self._full(speaker.name), speaker.mention), speaker.mention, words)
        number = self._number(statement.cue or speaker.mention)
        way = self._way(number, statement, name, outer[0].span if outer else None)
        if not way and not outer:
            way = self._inherited(name, number, statement)
        if way.setting is not None and way.setting.is_speaker:
            hops = [*way.before, *way.after]
        else:
            kind = self.sources.kind_of(name, speaker.mention) if name else NOT_STATED
            said = Hop(name, kind, speaker.mention, statement.cue)
            self._remember(name, way.setting)
            hops = [*way.before, said, *way.after]
        if not around or bare(around[-1].name) == bare(name):
            return tuple(hops)
        names = {hop.name for hop in around if hop.name}
        return (*around, *(hop for hop in hops if hop.name not in names))

    def _outer(self, statement: Statement, speaker: Speaker) -> tuple[Statement, tuple[Hop, ...]] | None:
        """Return the statement that reports this one, whose words hold speaker and verb of this, with its hops."""
        while self.open and self.open[-1][0].span.end <= statement.span.start:
            self.open.pop()
        if statement.cue is None:
            return None
        holding = (
            one for one in reversed(self.open) if statement.cue in one[0].span and speaker.mention in one[0].span
        )
        return next(holding, None)

    def _way(self, number: int, statement: Statement, name: str, within: Span | None) -> Way:
        """Return how a statement came, as far as the words around it say."""
        passage = self.passages[number]
        is_same = statement.cue is None and statement.speaker and statement.speaker.mention == self.last.mention
        if is_same or not self._is_worth(passage, number):
            return Way()
        frame = frame_of(passage, statement, within)
        if frame is None:
            return Way()
        before = self._relayed(frame)
        self._credit(number, frame, before, name)
        setting = self._setting(frame, number)
        if setting is not None:
            before += self._through(frame, setting, name, is_relayed=bool(before))
        elif post := (post_in(frame, name) if POSTED.search(frame.text) else None):
            before.append(post)
        citers, after = self._cited(frame)
        way = Way(tuple(_once([*before, *citers], name)), tuple(after), setting)
        if way:
            material = setting.material if setting else None
            self.last = Turn(name, _mention(statement), number, number, way.before, material)
        return way

    def _is_worth(self, passage: Passage, number: int) -> bool:
        """Say whether a passage may show how a statement came."""
        return bool(self.materials.mentions[number]) or passage.is_telling

    def _relayed(self, frame: Frame) -> list[Hop]:
        """Return the outlets that are credited, and the hop of nobody named."""
        hops = []
        if CREDIT.search(frame.text):
            for relay in relays_in(frame):
                self.outlet = self._full(relay.name)
                if self.outlet not in self.own and relay.name not in self.own:
                    hops.append(Hop(self.outlet, NEWS, relay.mention, relay.shown))
            if not hops and self.outlet and self.outlet not in self.own and (shown := again_in(frame)):
                hops.append(Hop(self.outlet, NEWS, None, shown))
        hearsay = None if hops else hearsay_in(frame)
        return [hearsay] if hearsay else hops

    def _cited(self, frame: Frame) -> tuple[list[Hop], list[Hop]]:
        """Return who is named before the speaker and after, where somebody cites somebody."""
        cited = citing_in(frame, self.sources) if CITING.search(frame.text) else None
        if cited is None or frame.is_others(cited.verb.idx):
            return [], []
        if not cited.is_speaker:
            mention = cited.hop.mention
            name = self._called(cited.hop.name, mention) if mention else cited.hop.name
            return [], [replace(cited.hop, name=self._full(name))]
        citer = citer_of(cited.verb, frame)
        return ([citer] if citer else []), []

    def _setting(self, frame: Frame, number: int) -> Setting | None:
        found = setting_of(frame, self.materials.between(number, frame.start, frame.end))
        if found is None and self.materials.known and HEARD.search(frame.text, frame.start, frame.end):
            earlier = [one for row in self.materials.mentions[max(number - 1, 0) : number + 1] for one in row]
            return Setting(earlier[-1].material, None, None) if earlier else None
        return found

    def _credit(self, number: int, frame: Frame, before: Sequence[Hop], name: str) -> None:
        """Note whom the article credits with what the releaser of a material says about it."""
        for mention in self.materials.between(number, frame.start, frame.end):
            release = mention.material.release
            if release and before and self._released_by(release) == name:
                mention.material.via = tuple(replace(hop, shown=None) for hop in before)

    def _through(self, frame: Frame | None, setting: Setting, name: str, *, is_relayed: bool = False) -> Iterator[Hop]:
        """Yield the hops to a material, and the material."""
        material = setting.material
        release = material.release
        if release is None and not is_relayed:
            yield Hop("", NOT_STATED)
        elif release is not None and self._released_by(release) != name and release.name.casefold() not in PRONOUNS:
            yield from material.via
            yield self._release(setting, release)
        shown = frame.span_of(*setting.shown) if frame and setting.shown else None
        yield Hop(material.name, material.kind, material.mention, shown)

    def _release(self, setting: Setting, release: Release) -> Hop:
        name = self._released_by(release)
        here = setting.mention.release if setting.mention else None
        shown = here.shown if here is not None and self._released_by(here) == name else None
        kind = self.sources.kind_of(name, release.mention)
        # Nobody was taken for a person: a name that says nothing is more often that of a group.
        is_group = kind == PERSON and not self.sources.is_person(name, release.mention) and not name.islower()
        return Hop(name, ORGANISATION if is_group else kind, release.mention, shown)

    def _inherited(self, name: str, number: int, statement: Statement) -> Way:
        """Return how a speaker's words came who goes on, or who is heard in one material only; all of it inferred."""
        if material := self.spoken.get(name) or self._answering(name, number):
            setting = Setting(material, None, None)
            return Way(tuple(self._through(None, setting, name)), (), setting)
        last = self.last
        if not name or name != last.name or number - last.passage > _NEXT or number - last.since > _FAR:
            return Way()
        if statement.cue is not None and self._is_elsewhere(number, statement):
            return Way()
        if any(hop.kind == POST for hop in last.before) and not self._goes_on(statement):
            return Way()
        self.last = replace(last, passage=number, mention=_mention(statement))
        return Way(tuple(replace(hop, shown=None) for hop in last.before))

    def _goes_on(self, statement: Statement) -> bool:
        """Say whether a verb, if there is any, goes on with a post."""
        return statement.cue is None or self.reading.article.words_at(statement.cue) in _WRITING

    def _answering(self, name: str, number: int) -> Material | None:
        """Return the material in which somebody just spoke, for whoever is told from them: "the other one"."""
        return self.last.material if _OTHER.match(name) and number - self.last.passage <= _NEXT else None

    def _is_elsewhere(self, number: int, statement: Statement) -> bool:
        """Say whether the words around a statement set it somewhere else."""
        frame = frame_of(self.passages[number], statement, None)
        return frame is None or _ELSEWHERE.search(frame.text, frame.start, frame.end) is not None

    def _remember(self, name: str, setting: Setting | None) -> None:
        """Note in which material somebody without a name speaks: where they go on, they do so in it."""
        if setting is not None and bare(name).islower():
            self.spoken.setdefault(name, setting.material)


def _passages(parses: Sequence[Parse], statements: Sequence[Statement]) -> Iterator[Passage]:
    """Yield the passages with the direct quotes that each has words of."""
    quoted = [statement.span for statement in statements if statement.direct]
    first = 0
    for parse in parses:
        while first < len(quoted) and quoted[first].end <= parse.piece.span.start:
            first += 1
        end = first
        while end < len(quoted) and quoted[end].start < parse.piece.span.end:
            end += 1
        yield Passage(parse, quoted[first:end])


def _mention(statement: Statement) -> Span | None:
    return statement.speaker.mention if statement.speaker else None


def _once(hops: Sequence[Hop], speaker: str) -> list[Hop]:
    """Return hops without those that name again what an earlier one does, or the speaker."""
    found: dict[str, Hop] = {}
    for hop in hops:
        if not hop.name or hop.name != speaker:
            found.setdefault(bare(hop.name).casefold() or f"not stated {len(found)}", hop)
    return list(found.values())
