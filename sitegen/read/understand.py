"""The text of an annotation file -> Annotations: shorthands written out, forms validated, names turned into ids."""

from collections.abc import Sequence
from itertools import count

from msgspec.structs import replace

from sitegen.kinds import Kinds
from sitegen.model.annotations import Annotations, Caveat, Places, Source
from sitegen.problems import Kind, Location, Problem
from sitegen.read.agreement import find_disagreement
from sitegen.read.assemble import (
    NameToId,
    about_of,
    caveat_of,
    caveats_of,
    corrections_of,
    facts_of,
    gap_of,
    places_of,
    places_under,
    quote_of,
    with_names_resolved,
)
from sitegen.read.expand import expand_file, expand_shared
from sitegen.read.forms import ALL_KEYS, CHAINS, LEADS, SOURCE_KEYS, ExpandedForm, SharedForm
from sitegen.read.gather import Gathering
from sitegen.read.resolve import Names
from sitegen.read.validate import validate
from sitegen.tree import Items, Node, Table, read_tree


def annotations_of(
    text: str, path: str, shared: Sequence[Source], kinds: Kinds
) -> tuple[Annotations | None, list[Problem]]:
    """Return what the text of an annotation file says, with the problems of its YAML, its form and its ids."""
    root, problems = read_tree(text, path, keys=ALL_KEYS, leads=LEADS)
    if root is None or not isinstance(root, Table):
        return None, problems or [_no_mapping(root, path)]
    expanded, misspelt = expand_file(root, kinds.sources)
    form, tree, objections = validate(ExpandedForm, expanded, kinds.sources)
    annotations, collisions = _assembled(form, tree, path, shared, kinds)
    return annotations, [*problems, *misspelt, *objections, *collisions, *find_disagreement(form.brief, expanded)]


def _assembled(
    form: ExpandedForm, tree: Table, path: str, shared: Sequence[Source], kinds: Kinds
) -> tuple[Annotations, list[Problem]]:
    """Put the model together: quotes get ids, chains become one graph, names become ids."""
    quote_places = places_under(tree, "quotes")
    ids, problems = _quote_ids(form, quote_places)
    gathering = _gathered(form, tree, Gathering(shared, kinds, ids))
    sources = tuple(gathering.sources())
    resolved = Names(ids, sources).id_of
    quotes = tuple(
        quote_of(quote, places, identity, node, resolved)
        for quote, places, identity, node in zip(form.quotes, quote_places, ids, _tables(tree, "quotes"), strict=True)
    )
    annotations = Annotations(
        path,
        facts_of(form, gathering.publisher),
        replace(about_of(form.brief), main=resolved(form.brief.main), at=_place_of_brief(tree)),
        places_of(tree),
        form.summary,
        tuple(with_names_resolved(source, resolved) for source in sources),
        quotes,
        tuple(gap_of(gap, places) for gap, places in zip(form.gaps, places_under(tree, "gaps"), strict=True)),
        _caveats(form, tree, ids, resolved),
        corrections_of(form),
    )
    return annotations, problems + gathering.problems


def _gathered(form: ExpandedForm, tree: Table, gathering: Gathering) -> Gathering:
    """Add all sources of a file: those typed one by one, the publisher, chains, shared ones that quotes name."""
    for source, at in zip(form.sources, places_under(tree, "sources"), strict=True):
        gathering.add_typed(source, at)
    if form.publisher:
        gathering.name_publisher(form.publisher, places_of(tree).of("publisher"))
    for links, chain in zip(form.chains, _items(tree.get(CHAINS)), strict=True):
        gathering.add_chain(links, [places_of(link) for link in _items(chain)])
    for quote in form.quotes:
        gathering.find(quote.source)
    return gathering


def _caveats(form: ExpandedForm, tree: Table, ids: Sequence[str], resolved: NameToId) -> tuple[Caveat, ...]:
    """Return the caveats of the file and those inside its quotes, in the order of their places."""
    caveats = [
        caveat_of(caveat, places, resolved)
        for caveat, places in zip(form.caveats, places_under(tree, "caveats"), strict=True)
    ]
    for quote, identity, node in zip(form.quotes, ids, _tables(tree, "quotes"), strict=True):
        caveats += caveats_of(quote, identity, node, resolved)
    return tuple(sorted(caveats, key=lambda caveat: caveat.at.here))


def _place_of_brief(tree: Table) -> Places | None:
    node = tree.get("brief")
    return places_of(node) if node else None


def _quote_ids(form: ExpandedForm, places: Sequence[Places]) -> tuple[list[str], list[Problem]]:
    """Return an id for each quote: the one typed, else quote-1, quote-2 … by its place in the list."""
    ids: list[str] = []
    problems: list[Problem] = []
    typed = {quote.id for quote in form.quotes}
    taken: set[str] = set()
    for number, (quote, at) in enumerate(zip(form.quotes, places, strict=True), start=1):
        identity = quote.id
        if identity in taken:
            message = f"the id “{identity}” is taken by the quote before: quotes and sources of a file have one id each"
            problems.append(Problem(at.of("id"), Kind.DUPLICATE_ID, message))
            identity = ""
        spare = (f"quote-{free}" for free in count(number))
        ids.append(identity or next(free for free in spare if free not in typed and free not in taken))
        taken.add(ids[-1])
    return ids, problems


def _tables(tree: Table, key: str) -> list[Table]:
    return [item for item in _items(tree.get(key)) if isinstance(item, Table)]


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()


def _no_mapping(root: Node | None, path: str) -> Problem:
    """Return the one problem of a file that holds no keys at all."""
    if root is None:
        return Problem(Location(path), Kind.MISSING_KEY, "the annotation file is empty", _LEAST)
    what = "a list" if isinstance(root, Items) else "text"
    message = f"an annotation file consists of keys and values, but this one is {what}"
    return Problem(root.at, Kind.WRONG_FORM, message, _LEAST)


_LEAST = "the least that a brief needs: publisher, summary, sources, quotes (see docs/annotations.md)"


def shared_of(text: str, path: str, kinds: Kinds) -> tuple[tuple[Source, ...], list[Problem]]:
    """Return what the text of a file of shared sources says."""
    root, problems = read_tree(text, path, keys=SOURCE_KEYS)
    if not isinstance(root, Table):
        if root is not None:
            message = "shared sources stand under their ids: “kyiv-post: {name: Kyiv Post}”"
            problems.append(Problem(root.at, Kind.WRONG_FORM, message))
        return (), problems
    expanded, misspelt = expand_shared(root, kinds.sources)
    form, tree, objections = validate(SharedForm, expanded, kinds.sources)
    gathering = Gathering((), kinds, ())
    for source, at in zip(form.sources, places_under(tree, "sources"), strict=True):
        gathering.add_typed(source, at)
    sources = tuple(replace(source, shared=True) for source in gathering.sources())
    return sources, problems + misspelt + objections + gathering.problems
