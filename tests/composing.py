"""Composing by hand: a small invented article with all that tests of compose and review need around it."""

from typing import Any

from made_annotations import at, made_annotations, made_article, made_quote, made_source

from sitegen.compose import Desk, compose
from sitegen.config import Settings
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import About, Annotations, Caveat, Facts, Material, Places, Quote, Source
from sitegen.model.article import Article
from sitegen.model.brief import Brief, PrintedQuote
from sitegen.problems import Location
from sitegen.words import load_words

WORDS, KINDS = load_words("en"), load_kinds()
NOTHING = Analysis("none")
DAY = About(date="2024-03-14")
ARTICLE = made_article(
    "headline: Crane driver says ‘it swayed’ before the fall",
    "“It swayed and we ran,” said Ivo Petrov, a driver. Nobody was hurt, the port office said.",
    "Asked about it, the office denied it. “It never swayed,” a spokeswoman said. It was not known who owns the crane.",
    "caption: The crane on Monday(AP)",
    *(f"The port has {n} cranes and this paragraph makes the article longer by some fifteen words." for n in range(6)),
)
CALL = made_source("call", "driver", kind="intercepted-communication", name="Phone call between two drivers")
GUARD = made_source("guard", "call", kind="official-statement", name="Office of the Coast Guard (OCG)")
DRIVER = made_source("driver", name="The second driver")
PIT = made_source("pit", kind="video", name="Video from a pit")
POST = made_source("post", "pit", kind="social-media-post", name="Harbour Watch")
NAMED = made_source("driver", name="Ivo Petrov")
COURIER = "The Harbour Courier"
HERE = Places(Location("seeds/case.yaml"))


def desk(**settings: Any) -> Desk:  # noqa: ANN401  (fields of Settings)
    """Return a desk with the shipped wording and kinds."""
    return Desk(Settings(**{"editor": "Example desk", **settings}), WORDS, KINDS)


def made_brief(
    *sources: Source,
    quotes: tuple[Quote, ...] = (),
    article: Article = ARTICLE,
    analysis: Analysis = NOTHING,
    settings: dict[str, Any] | None = None,
    **more: Any,  # noqa: ANN401  (fields of Annotations)
) -> Brief:
    """Compose a brief of annotations made by hand."""
    annotations = made_annotations(sources, quotes, **{"about": DAY, **more})
    return compose(article, annotations, analysis, desk(**(settings or {})))


def one_quote(*sources: Source, **more: Any) -> PrintedQuote:  # noqa: ANN401  (fields of Annotations or Quote)
    """Compose a brief with one quote of the last source, and return it."""
    of_file = {key: more.pop(key) for key in ("caveats", "about", "facts", "settings", "analysis") if key in more}
    words = more.pop("words_", ("It swayed and we ran",))
    quote = made_quote(more.pop("source", sources[-1].id if sources else "courier"), *words, **more)
    return made_brief(*sources, quotes=(quote,), **of_file).quotes[0]


def caveat(kind: str, *about: str, text: str = "Mind this.", passage: str = "") -> Caveat:
    """Return an editor's caveat."""
    return Caveat(kind, text, at(), about, passage)


def material(**more: str) -> Material:
    """Return what is known of a recording."""
    return Material(**more)


def annotations_of(*quotes: Quote, sources: tuple[Source, ...] = (), **more: Any) -> Annotations:  # noqa: ANN401  (any field)
    """Return annotations with these quotes."""
    return made_annotations(sources, quotes, **{"about": DAY, "facts": Facts(publisher="courier"), **more})
