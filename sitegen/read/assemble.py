"""Forms -> the model: an annotation file as the rest of the program knows it."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from sitegen.model.annotations import (
    About,
    Caveat,
    Change,
    Check,
    Correction,
    Facts,
    Gap,
    Places,
    Quote,
    Response,
    Source,
    Standing,
    Version,
    Withdrawal,
)
from sitegen.model.vocabulary import State
from sitegen.read.forms import BriefForm, CaveatForm, FileForm, GapForm, QuoteForm, WithdrawalForm
from sitegen.tree import Items, Node, Table

NameToId = Callable[[str], str]


def places_of(node: Node) -> Places:
    """Return where a table and each of its values stand."""
    if isinstance(node, Table):
        return Places(node.at, {key.value: value.at for key, value in node.pairs})
    return Places(node.at)


def places_under(table: Table, key: str) -> list[Places]:
    """Return the places of the items of a list."""
    listed = table.get(key)
    return [places_of(item) for item in listed.items] if isinstance(listed, Items) else []


def facts_of(form: FileForm, publisher: str) -> Facts:
    """Return what the file says of the article."""
    return Facts(
        form.url,
        form.title,
        publisher,
        form.authors,
        form.published,
        form.published_basis,
        form.language,
        form.captured,
        form.archive,
        form.our_copy,
        tuple(Version(version.on, version.note) for version in form.versions),
        form.republish,
        form.permission,
    )


def about_of(form: BriefForm) -> About:
    """Return what the file says of our brief; one that is withdrawn need not say so twice."""
    state = State.WITHDRAWN if form.withdrawn else form.state or State.PUBLISHED
    return About(
        form.title,
        form.slug,
        form.aliases,
        form.editor,
        form.reviewed_by,
        form.date,
        form.review_due,
        state,
        _withdrawal(form.withdrawn),
        form.tags,
        form.main,
        tuple(form.content),
    )


def quote_of(form: QuoteForm, at: Places, identity: str, tree: Table, resolved: NameToId) -> Quote:
    """Return a quote, the names in it turned into ids."""
    return Quote(
        identity,
        form.quote,
        at,
        resolved(form.source),
        form.basis,
        form.words,
        form.after,
        int(form.occurrence[:9] or 0),
        form.says,
        tuple(resolved(name) for name in form.via),
        form.withhold,
        _standing(form, tree, resolved),
        _withdrawal(form.withdrawn),
    )


def _standing(form: QuoteForm, tree: Table, resolved: NameToId) -> Standing:
    checks = (
        Check(check.object, check.result, at, resolved(check.by), check.on, check.how)
        for check, at in zip(form.checks, places_under(tree, "checks"), strict=True)
    )
    response = Response(resolved(form.response.asked_by), form.response.result) if form.response else None
    history = (Change(change.on, change.old, change.new, change.why) for change in form.history)
    denials = tuple(resolved(name) for name in form.denied_by)
    return Standing(form.status, tuple(checks), denials, response, tuple(history))


def caveats_of(form: QuoteForm, identity: str, tree: Table, resolved: NameToId) -> Iterator[Caveat]:
    """Yield the caveats that stand inside a quote: they are about it and whatever else they name."""
    for caveat, at in zip(form.caveats, places_under(tree, "caveats"), strict=True):
        about = (identity, *(resolved(name) for name in caveat.about))
        yield Caveat(caveat.kind, caveat.text, at, tuple(dict.fromkeys(about)), caveat.passage)


def caveat_of(form: CaveatForm, at: Places, resolved: NameToId) -> Caveat:
    """Return a caveat, the names in it turned into ids."""
    return Caveat(form.kind, form.text, at, tuple(resolved(name) for name in form.about), form.passage)


def gap_of(form: GapForm, at: Places) -> Gap:
    """Return a gap."""
    return Gap(form.question, at, form.passage, form.result)


def with_names_resolved(source: Source, resolved: NameToId) -> Source:
    """Return a source, the names of who released and posted its material turned into ids."""
    material = source.material
    released_by, posted_by = resolved(material.released_by), resolved(material.posted_by)
    return replace(source, material=replace(material, released_by=released_by, posted_by=posted_by))


def corrections_of(form: FileForm) -> tuple[Correction, ...]:
    """Return the corrections in order."""
    return tuple(Correction(correction.on, correction.text) for correction in form.corrections)


def _withdrawal(form: WithdrawalForm | None) -> Withdrawal | None:
    return Withdrawal(form.on, form.reason) if form else None
