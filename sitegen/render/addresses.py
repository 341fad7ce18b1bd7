"""Where each page stands in the site, and how one names another: relative links that name files."""

from urllib.parse import quote

from sitegen.model.entry import Page
from sitegen.model.slugs import tag_slug
from sitegen.model.vocabulary import Status

INDEX = "index.html"
TAGS = "tags/index.html"
STATUSES = "statuses/index.html"
KINDS = "kinds/index.html"
SOURCES = "sources/index.html"
NOTES = "notes.html"
CORRECTED = "corrections.html"
LABELS = "labels.html"
STATISTICS = "statistics.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
CORRECTIONS = "corrections.xml"
NOTES_FEED = "notes.xml"
SITEMAP = "sitemap.xml"
STYLE = "assets/style.css"
SEARCH = "search.html"
SCHEMA = "schema/brief-1.json"
DATA = "data.html"
BRIEFS_JSON = "data/briefs.json"
BRIEFS_CSV = "data/briefs.csv"
QUOTES_CSV = "data/quotes.csv"
SOURCES_CSV = "data/sources.csv"


def brief_path(slug: str, ending: str = "html") -> str:
    """Return the file of a brief; endings "md", "json", "annotations.jsonld" are its other forms."""
    return f"briefs/{slug}.{ending}"


def sitemap_path(number: int) -> str:
    """Return a part of the sitemap, where that is more than one file."""
    return f"sitemap-{number}.xml"


def card_path(slug: str) -> str:
    """Return the picture of a brief for link previews."""
    return f"cards/{slug}.png"


def page_path(page: Page) -> str:
    """Return the file of a page that people wrote."""
    return f"{page.slug}.html"


def tag_path(tag: str) -> str:
    """Return the file of a tag's page."""
    return f"tags/{tag_slug(tag)}.html"


def tag_notes_path(tag: str) -> str:
    """Return the file of the list of a tag's notes, where its page is a list of briefs."""
    return f"tags/{tag_slug(tag)}/notes.html"


def status_path(status: str) -> str:
    """Return the file of the list of briefs with quotes of a status."""
    return f"statuses/{status}.html"


def kind_path(kind: str) -> str:
    """Return the file of the list of briefs that rest on a kind of source."""
    return f"kinds/{kind}.html"


def source_path(id_: str) -> str:
    """Return the file of a source that briefs share; the list of all of them is called "index" already."""
    return f"sources/{id_}_.html" if id_ == "index" else f"sources/{id_}.html"


def archive_path(first: str, number: int) -> str:
    """Return the file of a further page of a list, by its first page's file and its number from the oldest."""
    # People keep notes in a folder called notes, under names of every sort.
    folder = {INDEX: "archive", NOTES: "archive/notes"}.get(first) or first.removesuffix(".html")
    return f"{folder}/{number}.html"


def folder_of(path: str) -> str:
    """Return the folder of a file of the site, from the output folder."""
    return path.rpartition("/")[0]


def root_of(path: str) -> str:
    """Return the way from a page back to the folder of the site: "" or "../" as often as needed."""
    return "../" * path.count("/")


def absolute(url: str, path: str) -> str:
    """Return the full address of a file of the site; an index is named by its folder."""
    folder, _, name = path.rpartition("/")
    shown = (f"{folder}/" if folder else "") if name == INDEX else path
    return f"{url.rstrip('/')}/{quote(shown)}"


def status_name(status: Status | None) -> str:
    """Return the name by which wording, icons and colours know a status; "mixed" where there is no one status."""
    return status.value if status else "mixed"
