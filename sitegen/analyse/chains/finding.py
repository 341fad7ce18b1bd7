"""Finding: the hops of each statement, and what one statement inherits from those before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.analyse.chains.citing import citer_of, citing_in
from sitegen.analyse.chains.frames import Frame, Passage, frame_of
from sitegen.analyse.chains.materials import Material, find_materials
from sitegen.analyse.chains.naming import full_names
from sitegen.analyse.chains.posts import post_in
from sitegen.analyse.chains.releases import PRONOUNS, Release
from sitegen.analyse.chains.relays import CREDIT, hearsay_in, relays_in
from sitegen.analyse.chains.settings import HEARD, Setting, setting_of
from sitegen.analyse.chains.sources import NEWS, NOT_STATED, OFFICIAL, POST, Sources, bare
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Chain, Hop, Speaker, Statement
from sitegen.model.article import Span

_POST = re.compile(r"\b(?:[Tt]weet\w*|Twitter|Facebook|Instagram|Telegram|VKontakte|TikTok|YouTube|Weibo|WhatsApp|[Pp]osts?|social media)\b")
_CITED = re.compile(r"\b(?:citing|quoting|cited|cites|quoted|quotes)\b")
_NEXT = 1
"""Paragraphs within which a speaker goes on with what he was saying, to the same outlet or in the same video."""


class Finder:
    """Goes through the statements of one article in their order."""

    def __init__(self, reading: Reading, statements: Sequence[Statement]) -> None:
        self.statements = statements
        quoted = [statement.span for statement in statements if statement.direct]
        self.passages = [
            Passage(parse, [span for span in quoted if span.overlaps(parse.piece.span)]) for parse in reading.parses
        ]
        self.starts = [parse.piece.span.start for parse in reading.parses]
        labels = {bare(words.text): words.label_ for parse in reading.parses for words in parse.doc.ents}
        self.sources = Sources(reading.kinds, frozenset(name.full for name in reading.people.names), labels)
        self.materials = find_materials(self.passages)
        releases = [material.release for material in self.materials.known if material.release]
        self.sources.posters.update(bare(one.name) for one in releases if one.is_posted and self._posts(one))
        names = [one.speaker.name for one in statements if one.speaker] + [one.name for one in releases]
        self.full = full_names(names, reading.article.text, self.sources)
        self.spoken: dict[str, Material] = {}
        """Who without a name speaks in which material."""
        self.open: list[tuple[Span, tuple[Hop, ...]]] = []
        """The statements that may report later ones, with their hops."""
        self.last: tuple[str, int, tuple[Hop, ...]] = "", -9, ()
        """Who spoke last, in which passage, and what stands before them in the chain."""

    def chains(self) -> Iterator[Chain]:
        """Yield a chain a statement whose speaker is known."""
        for statement in self.statements:
            if statement.speaker is not None:
                yield Chain(statement.span, self._hops(statement, statement.speaker))

    def _posts(self, release: Release) -> bool:
        return self.sources.kind_of(release.name) not in (NEWS, OFFICIAL) and release.name.casefold() not in PRONOUNS

    def _hops(self, statement: Statement, speaker: Speaker) -> tuple[Hop, ...]:
        name = self._full(speaker.name)
        before, after, setting = self._way(statement, speaker, name)
        around = self._nesting(statement, speaker)
        if setting is not None and setting.is_speaker:
            hops = [*before, *after]
        else:
            said = Hop(name, self.sources.kind_of(name) if name else NOT_STATED, speaker.mention, statement.cue)
            hops = [*before, self._told_apart(said, setting), *after]
        if around and bare(around[-1].name) != bare(name):
            names = {hop.name for hop in hops}
            hops = [*(hop for hop in around if hop.name not in names), *hops]
        self.open.append((statement.span, tuple(hops)))
        return tuple(hops)

    def _nesting(self, statement: Statement, speaker: Speaker) -> tuple[Hop, ...]:
        """Return the hops of the statement that reports this one: what it says holds speaker and verb of this."""
        while self.open and self.open[-1][0].end <= statement.span.start:
            self.open.pop()
        if statement.cue is None:
            return ()
        outer = (hops for span, hops in reversed(self.open) if statement.cue in span and speaker.mention in span)
        return next(outer, ())

    def _way(self, statement: Statement, speaker: Speaker, name: str) -> tuple[list[Hop], list[Hop], Setting | None]:
        """Return the hops before a speaker and after, and the material it is said in."""
        place = (statement.cue or speaker.mention).start
        number = max(bisect_right(self.starts, place) - 1, 0)
        before, after, setting = self._around(self.passages[number], number, statement, name)
        if not before and not after and setting is None:
            if material := self.spoken.get(name):
                setting = Setting(material, None, None)
                before = list(self._through(None, setting, name))
            else:
                before = self._inherited(name, number)
        self.last = name, number, tuple(before)
        return before, after, setting

    def _full(self, name: str) -> str:
        plain = bare(name)
        return self.full.get(plain, name if name not in self.full else self.full[name])

    def _around(
        self, passage: Passage, number: int, statement: Statement, name: str
    ) -> tuple[list[Hop], list[Hop], Setting | None]:
        """Return what the words around a statement put before its speaker and after, and the material it is said in."""
        frame = frame_of(passage, statement) if self._is_worth(passage, number) else None
        if frame is None:
            return [], [], None
        before = [relay.hop for relay in relays_in(frame, frozenset())]
        if hearsay := hearsay_in(frame):
            before.append(hearsay)
        self._credit(number, frame, before, name)
        setting = self._setting(frame, number, name)
        if setting is not None:
            before += self._through(frame, setting, name)
        elif post := (post_in(frame, name) if _POST.search(frame.text) else None):
            before.append(post)
        after = []
        if _CITED.search(frame.text) and (cited := citing_in(frame, self.sources)):
            verb, hop = cited
            if bare(hop.name) == bare(name):
                before += [citer] if (citer := citer_of(verb, frame)) else []
            else:
                after.append(hop)
        return _once(before), after, setting

    def _is_worth(self, passage: Passage, number: int) -> bool:
        text = passage.parse.piece.text
        return bool(self.materials.mentions[number] or CREDIT.search(text) or _POST.search(text) or HEARD.search(text))

    def _setting(self, frame: Frame, number: int, name: str) -> Setting | None:
        mentions = self.materials.between(number, frame.start, frame.end)
        found = setting_of(frame, mentions)
        if found is None and self.materials.known and HEARD.search(frame.text, frame.start, frame.end):
            earlier = [one for row in self.materials.mentions[max(number - 1, 0) : number + 1] for one in row]
            return Setting(earlier[-1].material, None, None) if earlier else None
        return found

    def _credit(self, number: int, frame: Frame, before: list[Hop], name: str) -> None:
        """Note whom the article credits with what the releaser of a material says about it."""
        for mention in self.materials.between(number, frame.start, frame.end):
            release = mention.material.release
            if release and before and self._full(release.name) == name:
                mention.material.via = tuple(replace(hop, shown=None) for hop in before)

    def _through(self, frame: Frame | None, setting: Setting, name: str) -> Iterator[Hop]:
        """Yield the hops to a material, and the material."""
        material = setting.material
        release = material.release
        if release is None:
            yield Hop("", NOT_STATED)
        elif self._full(release.name) != name and release.name.casefold() not in PRONOUNS:
            yield from material.via
            yield self._released(setting, release)
        shown = frame.span_of(*setting.shown) if frame and setting.shown else None
        yield Hop(material.name, material.kind, material.mention, shown)

    def _released(self, setting: Setting, release: Release) -> Hop:
        name = self._full(release.name)
        here = setting.mention.release if setting.mention else None
        shown = here.shown if here is not None and self._full(here.name) == name else None
        return Hop(name, self.sources.kind_of(name), release.mention, shown)

    def _inherited(self, name: str, number: int) -> list[Hop]:
        """Return what stands before a speaker who goes on, or is heard in one material only; all of it inferred."""
        last, where, hops = self.last
        if name and name == last and number - where <= _NEXT:
            return [replace(hop, shown=None) for hop in hops]
        return []

    def _told_apart(self, said: Hop, setting: Setting | None) -> Hop:
        """Return the hop of a speaker without a name so that no other's, in another material, is taken for it."""
        if setting is None or said.name in self.sources.people or any(map(str.isupper, said.name)):
            return said
        material = self.spoken.setdefault(said.name, setting.material)
        return said if material is setting.material else replace(said, name=f"{said.name} in the {setting.material.name}")


def _once(hops: Sequence[Hop]) -> list[Hop]:
    """Return hops without those that name again what an earlier one does."""
    found: dict[str, Hop] = {}
    for hop in hops:
        found.setdefault(bare(hop.name).casefold() or f"not stated {len(found)}", hop)
    return list(found.values())
