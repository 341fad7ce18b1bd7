"""Sources typed one by one and in chains -> one graph of sources for the file."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import count

from msgspec import Struct, field

from sitegen.kinds import Kinds
from sitegen.model.annotations import Hop, Material, Places, Source
from sitegen.model.naming import names_somebody, usually_identified
from sitegen.model.slugs import source_slug
from sitegen.model.vocabulary import Basis, Circumstances
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.read.expand.shapes import folded
from sitegen.read.forms import LinkForm, SourceForm

NOT_STATED = "not-stated"
_OTHER_SIGN = r"[>→←,;/|]|\s[-–—]\s"
"""Between names, where a chain has “<”."""


class Draft(Struct):
    """A source in the making."""

    id: str
    name: str
    at: Places
    form: SourceForm
    kind: str = ""
    hops: dict[str, Basis] = field(default_factory=dict)
    shared: Source | None = None
    below: str | None = None
    """The id of the source that a chain names before it; None where it was not made from a chain."""

    @property
    def names(self) -> set[str]:
        """Its names, folded."""
        return {folded(name) for name in (self.name, *self.form.also, *(self.shared.also if self.shared else ()))}


class Gathering:
    """The sources of one file, gathered."""

    def __init__(self, shared: Sequence[Source], kinds: Kinds, taken: Collection[str]) -> None:
        """`taken` are ids that sources cannot have: those of quotes."""
        self.shared = shared
        self.kinds = kinds
        self.drafts: dict[str, Draft] = {}
        self.publisher = ""
        self.problems: list[Problem] = []
        self._taken = {*taken}
        self._numbers: dict[str, int] = {}
        self._guesses: dict[str, str | None] = {}
        self._called: dict[str, list[Draft]] = defaultdict(list)
        self._places: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        self._shared: dict[str, Source] = {}
        for source in reversed(shared):
            self._shared |= dict.fromkeys((source.id, *_folded_names(source)), source)

    def add_typed(self, form: SourceForm, at: Places) -> None:
        """Add a source that was typed one by one; one that is called as a shared one is laid over it."""
        name = form.name or form.id
        identity = form.id or self._free_id(name)
        if identity in self.drafts or identity in self._taken:
            message = f"the id “{identity}” is taken: quotes and sources of a file have one id each"
            self.problems.append(Problem(at.of("id"), Kind.DUPLICATE_ID, message))
            identity = self._free_id(identity)
        shared = next((source for source in self.shared if source.id == form.id), None)
        if shared and form.name and folded(form.name) not in _folded_names(shared):
            shared = None
        draft = Draft(identity, form.name or (shared.name if shared else name), at, form, form.kind, shared=shared)
        draft.hops = {hop.source: hop.basis for hop in form.hops}
        self._keep(draft)
        self._bring(shared)

    def name_publisher(self, name: str, at: Location) -> None:
        """Take an id or a name as the publisher; a name that is new makes a news report."""
        found = self.find(name)
        if found is None and source_slug(name) == name and any(draft.below is None for draft in self.drafts.values()):
            self.publisher = name  # An id that leads nowhere is the check's to report.
            return
        self.publisher = (found or self._make(name, at, "")).id

    def add_chain(self, links: Sequence[LinkForm], places: Sequence[Places]) -> None:
        """Add a chain: its first name is the publisher, each following one is where the one before it got it."""
        previous: Draft | None = None
        for link, at in zip(links, places, strict=True):
            draft = self._link(link, at, previous)
            if previous is None:
                self._begin(draft, at)
            elif draft is not previous:
                basis = previous.hops.get(draft.id)
                previous.hops[draft.id] = Basis.STATED if basis is Basis.STATED else link.basis
                if "from" not in previous.at.keys:
                    previous.at = Places(previous.at.here, {**previous.at.keys, "from": at.of("name")})
            previous = draft

    def sources(self) -> Iterator[Source]:
        """Yield the finished sources in the order of their places, names in `from` turned into ids."""
        for draft in list(self.drafts.values()):
            draft.hops = {
                (found.id if (found := self.find(name)) else name): basis for name, basis in draft.hops.items()
            }
        for draft in sorted(self.drafts.values(), key=lambda draft: (draft.shared is not None, draft.at.here)):
            yield self._finished(draft)

    def _begin(self, draft: Draft, at: Places) -> None:
        """See that a chain begins with the publisher, or with a source that is named elsewhere."""
        if not self.publisher:
            self.publisher = draft.id
        elif draft.id != self.publisher and draft.below == "" and not draft.hops:
            publisher = self.drafts[self.publisher].name if self.publisher in self.drafts else self.publisher
            message = f"a chain begins with the publisher, “{publisher}”, but this one begins with “{draft.name}”"
            hint = _chain_hint(publisher, draft.name)
            self.problems.append(Problem(at.of("name"), Kind.WRONG_VALUE, message, hint))

    def _link(self, link: LinkForm, at: Places, previous: Draft | None) -> Draft:
        """Return the source that a link of a chain names, made where there is none yet."""
        below = previous.id if previous else ""
        found = self.find(link.name, link.kind, below)
        if found is None:
            found = self._make(link.name, at.of("name"), below, link.kind)
        found.kind = found.kind or link.kind
        return found

    def find(self, name: str, kind: str = "", below: str | None = None) -> Draft | None:
        """Return the one source that a name means; with `below`, in a chain, the one of that place."""
        if name in self.drafts or not name:
            return self.drafts.get(name)
        called = self._called.get(folded(name), [])
        if below is not None:
            called = [draft for draft in self._of_place(name, below) if kind in {"", draft.kind} or not draft.kind]
        if len(called) == 1:
            return called[0]
        return None if called else self._adopt(name)

    def _of_place(self, name: str, below: str) -> list[Draft]:
        """Return what a name in a chain, above `below`, may mean: what is named is one thing everywhere.

        What is only described ("video on social media") is one thing only in one place; nobody knows whether two
        unnamed soldiers, or two things that are not stated, are the same.
        """
        return self._places.get((folded(name), ""), []) + self._places.get((folded(name), f"{below} "), [])

    def _adopt(self, name: str) -> Draft | None:
        """Return the shared source of this id or name, now one of the file's; None where there is none."""
        source = self._shared.get(name) or self._shared.get(folded(name))
        if source is None or source.id in self.drafts or source.id in self._taken:
            return None
        self._bring(source)
        return self.drafts[source.id]

    def _bring(self, source: Source | None) -> None:
        """Take a shared source into the file, with those that it comes from."""
        if source is None:
            return
        if source.id not in self.drafts:
            self._keep(Draft(source.id, source.name, source.at, SourceForm(), source.kind, shared=source))
        draft = self.drafts[source.id]
        draft.hops = draft.hops or {hop.source: hop.basis for hop in source.hops}
        for hop in source.hops:
            self._adopt(hop.source)

    def _keep(self, draft: Draft) -> None:
        self.drafts[draft.id] = draft
        for name in draft.names:
            self._called[name].append(draft)
            place = self._place_of(draft)
            if place is not None:
                self._places[name, place].append(draft)

    def _place_of(self, draft: Draft) -> str | None:
        """Return the id before which a source is one thing; empty where it is so everywhere, None where nowhere."""
        if draft.below is None:
            return ""
        kind = draft.kind or self._kind_of(draft.name)
        if kind in {NOT_STATED, "anonymous-source"}:
            return None
        if kind not in self.kinds.unverified and names_somebody(draft.name):
            return ""
        return None if kind in {None, "person"} else f"{draft.below} "

    def _kind_of(self, name: str) -> str | None:
        if name not in self._guesses:
            self._guesses[name] = self.kinds.kind_of(name)
        return self._guesses[name]

    def _make(self, name: str, at: Location, below: str, kind: str = "") -> Draft:
        draft = Draft(self._free_id(name), name, Places(at, {"name": at}), SourceForm(), kind, below=below)
        self._keep(draft)
        return draft

    def _free_id(self, name: str) -> str:
        """Return an id made from a name that nothing has yet."""
        slug = source_slug(name) or "source"
        first = self._numbers.get(slug, 1)
        for number in count(first):
            self._numbers[slug] = number
            free = slug if number == 1 else f"{slug}-{number}"
            if free not in self.drafts and free not in self._taken and free not in self._shared:
                return free
        raise AssertionError  # pragma: no cover  (counting never ends)

    def _finished(self, draft: Draft) -> Source:
        form, shared = draft.form, draft.shared
        kind = draft.kind or (shared.kind if shared else "") or self._default_kind(draft)
        return Source(
            draft.id,
            draft.name,
            kind,
            draft.at,
            hops=tuple(Hop(source, basis) for source, basis in draft.hops.items()),
            also=form.also or (shared.also if shared else ()),
            identified=form.identified or (shared.identified if shared else usually_identified(kind, draft.name)),
            circumstances=form.circumstances or (shared.circumstances if shared else Circumstances.NOT_STATED),
            interest=form.interest or (shared.interest if shared else ""),
            interest_basis=form.interest_basis or (shared.interest_basis if shared else ""),
            reliability=form.reliability or (shared.reliability if shared else ""),
            reason=form.reason or (shared.reason if shared else ""),
            note=form.note or (shared.note if shared else ""),
            material=_material_of(form) if _material_of(form) != Material() or not shared else shared.material,
            shared=shared is not None,
        )

    def _default_kind(self, draft: Draft) -> str:
        """Return the kind that place and name suggest."""
        if draft.id == self.publisher:
            return "news-report"
        return self._kind_of(draft.name) or ("organisation" if draft.hops else "person")


def _chain_hint(publisher: str, name: str) -> str:
    """Return how a chain that begins otherwise is meant; other signs between names may point either way."""
    if re.search(_OTHER_SIGN, name):
        return f"between the names stands “<”, from the publisher up: {publisher} < … < who said it"
    return f"write: {publisher} < …" if nearest(name, [publisher]) else f"write: {publisher} < {name} < …"


def _folded_names(source: Source) -> set[str]:
    return {folded(name) for name in (source.name, *source.also)}


def _material_of(form: SourceForm) -> Material:
    """Return what is known of a recording, text or post."""
    return Material(
        form.released_by,
        form.posted_by,
        form.release,
        form.material,
        form.original,
        form.original_language,
        form.translated_by,
        form.recorded,
    )
