"""Ground: what the chains of one article are found on: its passages, materials, and what its sources are called."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from sitegen.analyse.chains.frames import Passage
from sitegen.analyse.chains.materials import Material, find_materials
from sitegen.analyse.chains.naming import Voices, bodies_in
from sitegen.analyse.chains.outlets import Outlets
from sitegen.analyse.chains.publisher import own_names
from sitegen.analyse.chains.releases import PRONOUNS, Release
from sitegen.analyse.chains.sources import NEWS, OFFICIAL, ORGANISATION, PERSON, POST, Sources, bare
from sitegen.analyse.parsing import Parse
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Evidence, Speaker, Statement
from sitegen.model.article import Span

_DETERMINERS = "state local a an the one some another several two three many both other his her their its our my this"
_BEFORE_NOUNS = frozenset(_DETERMINERS.split())


class Ground:
    """One article, for chains."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], evidence: Sequence[Evidence]) -> None:
        self.article, self.people = reading.article, reading.people
        self.outlets = Outlets(reading.kinds)
        self.passages = list(_passages(reading.parses, statements, self.outlets))
        self._starts = [parse.piece.span.start for parse in reading.parses]
        self._note_verbs(statements)
        people = frozenset(name.full for name in reading.people.names)
        self.sources = Sources(reading.kinds, self.outlets, people, self._label_at)
        self.materials = find_materials(self.passages, evidence)
        releases = [material.release for material in self.materials.known if material.release]
        for release in releases:
            self._take_kind(release)
        named = {one.speaker.name: one.speaker.mention for one in reversed(statements) if one.speaker}
        named |= {self.called(one.name, one.mention): one.mention for one in releases}
        self._bodies = bodies_in((name, self.article.words_at(mention)) for name, mention in named.items())
        self._full: dict[str, str] = {}
        self._voices = Voices()

    @cached_property
    def own(self) -> frozenset[str]:
        """The names of the publisher, as far as the article shows them."""
        return own_names(self.article.text, self.outlets)

    def is_own(self, name: str) -> bool:
        """Say whether a name is the publisher's, which may go by its last words ("the Courier")."""
        return any(name == own or name.endswith(f" {own}") for own in self.own)

    def number(self, place: Span) -> int:
        """Return which passage a place is in."""
        return max(bisect_right(self._starts, place.start) - 1, 0)

    def full(self, name: str) -> str:
        """Return the name by which a source goes: a body's for its description, no article before it."""
        if name not in self._full:
            full = self._bodies.get(name) or self.sources.credited(name)
            # "The Harbour Guard" and "Harbour Guard" are one.
            plain = full.removeprefix("The ").removeprefix("the ")
            self._full[name] = plain if any(map(str.isupper, full[1:])) else full
        return self._full[name]

    def called(self, name: str, mention: Span) -> str:
        """Return the full name of who is mentioned, where the article gives one; else the one given here."""
        full = self.people.speaker(mention, 1.0).name
        return full if full and full != self.article.words_at(mention) else name

    def releaser(self, release: Release) -> str:
        """Return the full name of who released a material."""
        return self._small(self.full(self.called(release.name, release.mention)), release.mention)

    def speaker(self, speaker: Speaker) -> str:
        """Return what a speaker is called, so that no other is taken for them."""
        name = self._small(self.full(speaker.name), speaker.mention)
        return self._voices.name_of(name, speaker.mention, self.article.words_at(speaker.mention))

    def voice(self, name: str, material: Material | None) -> str:
        """Return what a speaker is called: a second of the same words is told by the material."""
        first = self._voices.others.get(name) if material else None
        return f"{first} in {material.the_name}" if first and material else name

    def _small(self, name: str, mention: Span) -> str:
        """Return a description as it is in the middle of a sentence; a name stays as it is."""
        first = name.partition(" ")[0]
        if not first[:1].isupper() or name in self.sources.people:
            return name
        if first == name:
            root = self.passages[self.number(mention)].root_at(mention)
            return name.lower() if root is not None and root.tag_ == "NNS" and not root.ent_type_ else name
        return first.lower() + name[len(first) :] if first.lower() in _BEFORE_NOUNS else name

    def _label_at(self, mention: Span) -> str:
        root = self.passages[self.number(mention)].root_at(mention)
        return root.ent_type_ if root is not None else ""

    def _note_verbs(self, statements: Sequence[Statement]) -> None:
        for statement in statements:
            if statement.cue is not None and statement.speaker is not None:
                passage = self.passages[self.number(statement.cue)]
                passage.said.append((passage.parse.piece.offset(statement.cue.start), statement.speaker.name))

    def _take_kind(self, release: Release) -> None:
        """Note of which kind somebody is who posts, or releases without being known for a person."""
        name, mention = self.called(release.name, release.mention), release.mention
        kind = self.sources.kind_of(name, mention)
        if kind in (NEWS, OFFICIAL) or release.name.casefold() in PRONOUNS:
            return
        if release.is_posted:
            self.sources.given[bare(name)] = POST
        elif kind == PERSON and not self.sources.is_person(name, mention) and not bare(name).islower():
            self.sources.given[bare(name)] = ORGANISATION


def _passages(parses: Sequence[Parse], statements: Sequence[Statement], outlets: Outlets) -> Iterator[Passage]:
    """Yield the passages with the direct quotes that each has words of."""
    quoted = [statement.span for statement in statements if statement.direct]
    first = 0
    for parse in parses:
        while first < len(quoted) and quoted[first].end <= parse.piece.span.start:
            first += 1
        end = first
        while end < len(quoted) and quoted[end].start < parse.piece.span.end:
            end += 1
        yield Passage(parse, quoted[first:end], outlets)
