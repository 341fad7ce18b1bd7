"""Where each page stands in the site, and how one names another: relative links that name files."""

from urllib.parse import quote

from sitegen.model.entry import Page
from sitegen.model.slugs import tag_slug
from sitegen.model.vocabulary import Status

INDEX = "index.html"
TAGS = "tags/index.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
CORRECTIONS = "corrections.xml"
SITEMAP = "sitemap.xml"
STYLE = "assets/style.css"
SCHEMA = "schema/brief-1.json"


def brief_path(slug: str, ending: str = "html") -> str:
    """Return the file of a brief; endings "md", "json", "annotations.jsonld" are its other forms."""
    return f"briefs/{slug}.{ending}"


def card_path(slug: str) -> str:
    """Return the picture of a brief for link previews."""
    return f"cards/{slug}.png"


def page_path(page: Page) -> str:
    """Return the file of a page that people wrote."""
    return f"{page.slug}.html"


def tag_path(tag: str) -> str:
    """Return the file of a tag's page."""
    return f"tags/{tag_slug(tag)}.html"


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
