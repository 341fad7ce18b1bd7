"""Ways: how a statement came to the article, as far as the words around it say."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.analyse.chains.citing import CITING, citer_of, citing_in
from sitegen.analyse.chains.frames import Frame, frame_of
from sitegen.analyse.chains.ground import Ground
from sitegen.analyse.chains.posts import post_in
from sitegen.analyse.chains.relays import CREDIT, again_in, hearsay_in, relays_in
from sitegen.analyse.chains.releases import PRONOUNS, Release
from sitegen.analyse.chains.settings import HEARD, Setting, setting_of
from sitegen.analyse.chains.sources import NEWS, NOT_STATED, bare
from sitegen.model.analysis import Hop, Statement
from sitegen.model.article import Span

_PERSONAL = frozenset({"he", "she", "who", "i", "we"})


class Way(Struct, frozen=True):
    """What stands in the chain of a statement before its speaker and behind, and the material it is said in."""

    before: tuple[Hop, ...] = ()
    after: tuple[Hop, ...] = ()
    setting: Setting | None = None

    def __bool__(self) -> bool:
        return bool(self.before or self.after or self.setting)


class Ways:
    """Finds ways in one article, from its start to its end."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.outlet = ""
        """The outlet that was credited last: whom "the newspaper" means."""

    def way_of(self, statement: Statement, name: str, number: int, within: Span | None) -> Way:
        """Return how a statement of a passage came; `within` is what another one says that holds it."""
        if not self._is_worth(number):
            return Way()
        frame = frame_of(self.ground.passages[number], statement, within)
        if frame is None:
            return Way()
        before = self._relayed(frame)
        self._credit(number, frame, before, name)
        setting = self._setting(frame, number)
        if setting is not None:
            before += self.through(setting, name, frame, is_relayed=bool(before))
        elif post := post_in(frame, name):
            before.append(post)
        citers, after = self._cited(frame)
        return Way(tuple(_once([*before, *citers], name)), tuple(after), setting)

    def through(self, setting: Setting, name: str, frame: Frame | None = None, *, is_relayed: bool) -> Iterator[Hop]:
        """Yield the hops to a material, and the material."""
        material = setting.material
        release = material.release
        if release is None and not is_relayed:
            yield Hop("", NOT_STATED)
        elif release is not None and self.ground.releaser(release) != name:
            yield from material.via
            yield from self._release(setting, release)
        shown = frame.span_of(*setting.shown) if frame and setting.shown else None
        yield Hop(material.name, material.kind, material.mention, shown)

    def _is_worth(self, number: int) -> bool:
        """Say whether a passage may show how a statement came."""
        return bool(self.ground.materials.mentions[number]) or self.ground.passages[number].is_telling

    def _relayed(self, frame: Frame) -> list[Hop]:
        """Return the outlets that are credited, else the hop of nobody named."""
        hops = list(self._outlets(frame)) if CREDIT.search(frame.text, frame.start, frame.end) else []
        hearsay = None if hops else hearsay_in(frame)
        return [hearsay] if hearsay else hops

    def _outlets(self, frame: Frame) -> Iterator[Hop]:
        """Yield the outlets that are credited; the publisher is no hop."""
        again = again_in(frame) if self.outlet else None
        if again is not None and not self.ground.is_own(self.outlet):
            yield Hop(self.outlet, NEWS, None, again)
        for relay in relays_in(frame):
            self.outlet = self.ground.full(relay.name)
            if not self.ground.is_own(self.outlet):
                yield Hop(self.outlet, NEWS, relay.mention, relay.shown)

    def _cited(self, frame: Frame) -> tuple[list[Hop], list[Hop]]:
        """Return who is named before the speaker and after, where somebody cites somebody."""
        cited = citing_in(frame, self.ground.sources) if CITING.search(frame.text) else None
        if cited is None or frame.is_others(cited.verb.idx):
            return [], []
        if not cited.is_speaker:
            name = self.ground.called(cited.hop.name, cited.mention)
            return [], [replace(cited.hop, name=self.ground.full(name))]
        citer = citer_of(cited.verb, frame)
        return ([citer] if citer else []), []

    def _setting(self, frame: Frame, number: int) -> Setting | None:
        materials = self.ground.materials
        found = setting_of(frame, materials.between(number, frame.start, frame.end))
        if found is None and materials.known and HEARD.search(frame.text, frame.start, frame.end):
            earlier = [one for row in materials.mentions[max(number - 1, 0) : number + 1] for one in row]
            return Setting(earlier[-1].material, None, None) if earlier else None
        return found

    def _credit(self, number: int, frame: Frame, before: Sequence[Hop], name: str) -> None:
        """Note whom the article credits with what the releaser of a material says about it."""
        for mention in self.ground.materials.between(number, frame.start, frame.end) if before else ():
            release = mention.material.release
            if release and self.ground.releaser(release) == name:
                mention.material.via = tuple(replace(hop, shown=None) for hop in before)

    def _release(self, setting: Setting, release: Release) -> Iterator[Hop]:
        """Yield who released it; nobody where only "he" did, who is more often the speaker than not."""
        ground, name = self.ground, self.ground.releaser(release)
        here = setting.mention.release if setting.mention else None
        shown = here.shown if here is not None and ground.releaser(here) == name else None
        if name.casefold() in PRONOUNS:
            if name.casefold() not in _PERSONAL:
                yield Hop("", NOT_STATED, release.mention, shown)
            return
        yield Hop(name, ground.sources.kind_of(name, release.mention), release.mention, shown)


def _once(hops: Sequence[Hop], speaker: str) -> list[Hop]:
    """Return hops without those that name again what an earlier one does, or the speaker."""
    found: dict[str, Hop] = {}
    for hop in hops:
        if not hop.name or hop.name != speaker:
            found.setdefault(bare(hop.name).casefold() or f"not stated {len(found)}", hop)
    return list(found.values())
