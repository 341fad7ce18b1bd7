"""Facts of the article and of our brief, filled in from the article where the annotation says nothing."""

from msgspec.structs import replace

from sitegen.compose.desk import Desk
from sitegen.model.annotations import About, Annotations, Facts
from sitegen.model.article import Article
from sitegen.model.brief import Held
from sitegen.model.counting import word_count
from sitegen.model.slugs import brief_slug
from sitegen.words import Words

_DAY = 10  # characters of 2023-07-18


def filled_facts(article: Article, facts: Facts, language: str) -> Facts:
    """Return the facts of an article, its own where the editor typed none; a zone that is not sure stays out."""
    return replace(
        facts,
        url=facts.url or article.url,
        title=facts.title or article.headline,
        authors=facts.authors or article.authors,
        published=facts.published or (article.date.iso if article.date else ""),
        language=facts.language or article.language or language,
    )


def filled_about(article: Article, annotations: Annotations, facts: Facts, desk: Desk) -> About:
    """Return what is said of our brief: slug, title, editor and day filled in."""
    about = annotations.about
    return replace(
        about,
        slug=brief_slug(about.slug or _stem_of(article.path)),
        title=about.title or _title(annotations, facts, desk.words),
        editor=about.editor or desk.settings.editor,
        date=day_of(article, annotations),
    )


def day_of(article: Article, annotations: Annotations) -> str:
    """Return the day as of which statuses hold: the editor's, or the article's; empty where neither is known."""
    published = annotations.facts.published or (article.date.iso if article.date else "")
    return (annotations.about.date or published)[:_DAY]


def _stem_of(path: str) -> str:
    """Return the name of an article's file without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def held_of(article: Article) -> Held:
    """Return how the text of an article is held."""
    printed = article.date.printed if article.date else ""
    return Held(article.path, article.sha256, len(article.text), word_count(article), article.encoding, printed)


def _title(annotations: Annotations, facts: Facts, words: Words) -> str:
    """Return a title for a brief that has none: it says whose headline it repeats."""
    names = {source.id: source.name for source in annotations.sources}
    publisher = names.get(facts.publisher, "")
    key = "brief.title" if publisher else "brief.title_no_publisher"
    return words(key, publisher=publisher, title=facts.title)
