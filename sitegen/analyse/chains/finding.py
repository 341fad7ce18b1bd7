"""Finding: the hops of each statement, those of the statement that reports it included."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.chains.ground import Ground
from sitegen.analyse.chains.sources import FIRST_PERSON, NOT_STATED, bare
from sitegen.analyse.chains.turns import Turns
from sitegen.analyse.chains.ways import Ways
from sitegen.model.analysis import Chain, Hop, Speaker, Statement


class Finder:
    """Goes through the statements of one article in their order."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.turns = Turns(Ways(ground))
        self.open: list[tuple[Statement, tuple[Hop, ...]]] = []
        """The statements that may report later ones, with their hops."""

    def chains(self, statements: Sequence[Statement]) -> Iterator[Chain]:
        """Yield a chain a statement whose speaker is known."""
        for statement in statements:
            if statement.speaker is not None:
                hops = self._hops(statement, statement.speaker)
                self.open.append((statement, hops))
                yield Chain(statement.span, hops)

    def _hops(self, statement: Statement, speaker: Speaker) -> tuple[Hop, ...]:
        outer, around = self._outer(statement, speaker)
        if outer and self.ground.article.words_at(speaker.mention).casefold() in FIRST_PERSON:
            return around
        name = self.ground.speaker(speaker)
        number = self.ground.number(statement.cue or speaker.mention)
        way = self.turns.take(statement, name, number, outer.span if outer else None)
        hops = [*way.before, *way.after]
        if way.setting is None or not way.setting.is_speaker:
            kind = self.ground.sources.kind_of(name, speaker.mention) if name else NOT_STATED
            voice = self.ground.voice(name, way.setting.material if way.setting else None)
            hops.insert(len(way.before), Hop(voice, kind, speaker.mention, statement.cue))
        if not around or bare(around[-1].name) == bare(name):
            return tuple(hops)
        names = {hop.name for hop in around if hop.name}
        return (*around, *(hop for hop in hops if hop.name not in names))

    def _outer(self, statement: Statement, speaker: Speaker) -> tuple[Statement | None, tuple[Hop, ...]]:
        """Return the statement that reports this one, whose words hold speaker and verb of this, with its hops."""
        while self.open and self.open[-1][0].span.end <= statement.span.start:
            self.open.pop()
        for outer, hops in reversed(self.open):
            if statement.cue is not None and statement.cue in outer.span and speaker.mention in outer.span:
                return outer, hops
        return None, ()
