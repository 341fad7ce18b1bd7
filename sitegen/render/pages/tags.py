"""Tags: a list of briefs each, and the directory of all."""

from collections.abc import Iterator

from sitegen.model.output import Output
from sitegen.render.addresses import TAGS, tag_path
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.directory import Directory, Row, directory_output
from sitegen.render.pages.listing import Listing, listing_outputs
from sitegen.render.pages.lists import by_tag
from sitegen.render.site import Link, Site


def tag_outputs(site: Site, catalogue: Catalogue) -> Iterator[Output]:
    """Yield the pages of all tags."""
    words = site.words
    trail = (Link(words("tags.all"), TAGS),)
    tags = by_tag(catalogue.entries)
    for tag, tagged in tags.items():
        title, about = words("tags.title", tag=tag), words("tags.about", tag=tag)
        yield from listing_outputs(site, catalogue, Listing(tag_path(tag), title, tagged, about, trail))
    rows = [Row(tag, tag_path(tag), (words.count("across.briefs", len(tagged)),)) for tag, tagged in tags.items()]
    about = words("across.tags_about")
    yield directory_output(site, Directory(TAGS, words("tags.all"), about, rows, words("tags.empty"), name="tags"))
