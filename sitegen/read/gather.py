"""Sources typed one by one and in chains -> one graph of sources for the file."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.kinds import Kinds
from sitegen.model.annotations import Basis, Hop, Identified, Material, Places, Source
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.read.expand.shapes import folded
from sitegen.read.forms import LinkForm, SourceForm
from sitegen.read.names import names_somebody, slug_of

NOT_STATED = "not-stated"


@dataclass(slots=True)
class Draft:
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

    def is_called(self, name: str) -> bool:
        """Say whether this is its id or one of its names."""
        names = (self.name, *self.form.also, *(self.shared.also if self.shared else ()))
        return self.id == name or folded(name) in map(folded, names)


class Gathering:
    """The sources of one file, gathered."""

    def __init__(self, shared: Sequence[Source], kinds: Kinds, taken: Collection[str]) -> None:
        """`taken` are ids that sources cannot have: those of quotes."""
        self.shared = shared
        self.kinds = kinds
        self.drafts: dict[str, Draft] = {}
        self.publisher = ""
        self.problems: list[Problem] = []
        self._taken = set(taken)

    def add_typed(self, form: SourceForm, at: Places) -> None:
        """Add a source that was typed one by one; one that is called as a shared one is laid over it."""
        name = form.name or form.id
        identity = form.id or self._free_id(name)
        if identity in self.drafts or identity in self._taken:
            message = f"the id “{identity}” is taken: quotes and sources of a file have one id each"
            self.problems.append(Problem(at.of("id"), Kind.DUPLICATE_ID, message))
            identity = self._free_id(identity)
        shared = next((source for source in self.shared if source.id == form.id), None)
        if shared and form.name and not Draft(shared.id, shared.name, at, SourceForm()).is_called(form.name):
            shared = None
        draft = Draft(identity, form.name or (shared.name if shared else name), at, form, form.kind, shared=shared)
        draft.hops = {hop.source: hop.basis for hop in form.hops}
        self.drafts[identity] = draft
        self._bring(shared)

    def name_publisher(self, name: str, at: Location) -> None:
        """Take an id or a name as the publisher; a name that is new makes a news report."""
        found = self.find(name)
        if found is None and slug_of(name) == name and any(draft.below is None for draft in self.drafts.values()):
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
            slip = nearest(draft.name, [publisher])
            message = f"a chain begins with the publisher, “{publisher}”, but this one begins with “{draft.name}”"
            hint = f"write: {publisher} < …" if slip else f"write: {publisher} < {draft.name} < …"
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
        called = [draft for draft in self.drafts.values() if draft.is_called(name)]
        if below is not None:
            called = [draft for draft in called if self._is_same(draft, kind, below)]
        if len(called) == 1:
            return called[0]
        return self._adopt(name) if not called else None

    def _is_same(self, draft: Draft, kind: str, below: str) -> bool:
        """Say whether a chain that names a source again, above `below`, means this one."""
        if kind and draft.kind and kind != draft.kind:
            return False
        if draft.below is None:
            return True
        guess = draft.kind or self.kinds.kind_of(draft.name)
        if guess in {NOT_STATED, "anonymous-source"}:
            return False
        if guess not in self.kinds.unverified and names_somebody(draft.name):
            return True
        return draft.below == below and guess not in {None, "person"}

    def _adopt(self, name: str) -> Draft | None:
        """Return the shared source of this id or name, now one of the file's; None where there is none."""
        for source in self.shared:
            draft = Draft(source.id, source.name, source.at, SourceForm(), source.kind, shared=source)
            if source.id not in self.drafts and source.id not in self._taken and draft.is_called(name):
                self._bring(source)
                return self.drafts[source.id]
        return None

    def _bring(self, source: Source | None) -> None:
        """Take a shared source into the file, with those that it comes from."""
        if source is None:
            return
        if source.id not in self.drafts:
            self.drafts[source.id] = Draft(source.id, source.name, source.at, SourceForm(), source.kind, shared=source)
        draft = self.drafts[source.id]
        draft.hops = draft.hops or {hop.source: hop.basis for hop in source.hops}
        for hop in source.hops:
            self._adopt(hop.source)

    def _make(self, name: str, at: Location, below: str, kind: str = "") -> Draft:
        draft = Draft(self._free_id(name), name, Places(at, {"name": at}), SourceForm(), kind, below=below)
        self.drafts[draft.id] = draft
        return draft

    def _free_id(self, name: str) -> str:
        """Return an id made from a name that nothing has yet."""
        slug = slug_of(name) or "source"
        shared = {source.id for source in self.shared}
        numbered = (slug if number == 1 else f"{slug}-{number}" for number in range(1, 1_000_000))
        return next(free for free in numbered if free not in self.drafts and free not in self._taken | shared)

    def _finished(self, draft: Draft) -> Source:
        form, shared = draft.form, draft.shared
        kind = draft.kind or (shared.kind if shared else "") or self._default_kind(draft)
        typed = form.model_fields_set
        return Source(
            draft.id,
            draft.name,
            kind,
            draft.at,
            hops=tuple(Hop(source, basis) for source, basis in draft.hops.items()),
            also=form.also or (shared.also if shared else ()),
            identified=form.identified or (shared.identified if shared else default_identified(kind, draft.name)),
            circumstances=form.circumstances if "circumstances" in typed or not shared else shared.circumstances,
            interest=form.interest or (shared.interest if shared else ""),
            interest_basis=form.interest_basis or (shared.interest_basis if shared else ""),
            reliability=form.reliability or (shared.reliability if shared else ""),
            reason=form.reason or (shared.reason if shared else ""),
            note=form.note or (shared.note if shared else ""),
            material=material_of(form) if material_of(form) != Material() or not shared else shared.material,
            shared=shared is not None,
        )

    def _default_kind(self, draft: Draft) -> str:
        """Return the kind that place and name suggest."""
        if draft.id == self.publisher:
            return "news-report"
        return self.kinds.kind_of(draft.name) or ("organisation" if draft.hops else "person")


def default_identified(kind: str, name: str) -> Identified:
    """Return how sure an identity is where the editor did not say."""
    if kind in {"anonymous-source", NOT_STATED} or (kind == "person" and not names_somebody(name)):
        return Identified.UNNAMED
    return Identified.NAMED


def material_of(form: SourceForm) -> Material:
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
