"""Turns: whoever goes on speaking does so the same way, though nothing states it again."""

import re

from msgspec import Struct
from msgspec.structs import replace

from sitegen.analyse.chains.frames import Passage, frame_of
from sitegen.analyse.chains.materials import Material
from sitegen.analyse.chains.settings import Setting
from sitegen.analyse.chains.sources import NOT_STATED, POST, bare
from sitegen.analyse.chains.ways import Way, Ways
from sitegen.model.analysis import Hop, Statement
from sitegen.model.article import Span

_ELSEWHERE = re.compile(
    r"\b(?:told|tells|earlier|previously|once|during|last (?:week|month|year)|in (?:19|20)\d\d|(?:has|have|had) said|"
    r"in an? (?:[\w-]+ ){0,3}(?:statement|speech|interview|letter|e-?mail|release|address|article|book|memoir|ad)|"
    r"at (?:an?|the) (?:[\w-]+ ){0,3}(?:rally|conference|briefing|meeting|event|debate|hearing|convention))\b"
)
"""Words that say where or when else a speaker spoke: what came before does not go on."""
_WRITING = frozenset({"wrote", "writes", "writing", "tweeted", "posted"})
_ADDING = frozenset({"added", "adding", "adds", "continued"})
_OTHER = re.compile(r"(?:the |an?)?(?:other|second|third|first)\b", re.IGNORECASE)
_NEXT, _FAR = 1, 2
"""Paragraphs within which a speaker goes on: from their last words, and from where the way of these is stated."""


class Turn(Struct, frozen=True):
    """Who spoke last, where, and how it came."""

    name: str = ""
    mention: Span | None = None
    passage: int = -9
    since: int = -9
    """The passage in which the article says how it came."""
    before: tuple[Hop, ...] = ()
    material: Material | None = None


class Turns:
    """Who spoke last, and who without a name speaks in which material."""

    def __init__(self, ways: Ways) -> None:
        self.ways = ways
        self.last = Turn()
        self.spoken: dict[str, Material] = {}

    def take(self, statement: Statement, name: str, number: int, within: Span | None) -> Way:
        """Return how a statement came: as the words around it say, else as what its speaker said just before."""
        way = Way() if self._is_same(statement) else self.ways.way_of(statement, name, number, within)
        if way:
            material = way.setting.material if way.setting else None
            self.last = Turn(name, _mention(statement), number, number, way.before, material)
        elif within is None:
            way = self._inherited(statement, name, number)
        if way.setting is not None and bare(name).islower():
            self.spoken.setdefault(name, way.setting.material)
        return way

    def _is_same(self, statement: Statement) -> bool:
        """Say whether a statement has no verb of its own, and goes on with the speaker of the last."""
        return statement.cue is None and _mention(statement) == self.last.mention

    def _inherited(self, statement: Statement, name: str, number: int) -> Way:
        if material := self.spoken.get(name) or self._answering(name, number):
            setting = Setting(material, None, None)
            return Way(tuple(self.ways.through(setting, name, is_relayed=False)), (), setting)
        if not self._goes_on(statement, name, number):
            return Way()
        self.last = replace(self.last, passage=number, mention=_mention(statement))
        return Way(tuple(replace(hop, shown=None) for hop in self.last.before))

    def _answering(self, name: str, number: int) -> Material | None:
        """Return the material in which somebody just spoke, for whoever is told from them: "the other one"."""
        return self.last.material if _OTHER.match(name) and number - self.last.passage <= _NEXT else None

    def _goes_on(self, statement: Statement, name: str, number: int) -> bool:
        """Say whether a speaker goes on, at the same place and in the same way."""
        last = self.last
        if not name or name != last.name or number - last.passage > _NEXT or number - last.since > _FAR:
            return False
        if all(hop.kind == NOT_STATED for hop in last.before) and last.material is None:
            return False
        if statement.cue is None:
            return True
        words = self.ways.ground.article.words_at(statement.cue)
        is_post = any(hop.kind == POST for hop in last.before)
        # A post goes on in writing, and what is written was not told.
        if words not in _ADDING and is_post != (words in _WRITING):
            return False
        return not _is_elsewhere(self.ways.ground.passages[number], statement)


def _is_elsewhere(passage: Passage, statement: Statement) -> bool:
    """Say whether the words around a statement set it somewhere else."""
    frame = frame_of(passage, statement, None)
    return frame is None or _ELSEWHERE.search(frame.text, frame.start, frame.end) is not None


def _mention(statement: Statement) -> Span | None:
    return statement.speaker.mention if statement.speaker else None
