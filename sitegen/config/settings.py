"""Settings of a project: every key of sitegen.yaml with its default, what it takes and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.config.forms import (
    ADDRESS,
    COLOUR,
    COUNT,
    LANGUAGE,
    OFFSET,
    PERCENT,
    SITE_FILE,
    SWITCH,
    TARGET,
    TEXT,
    UNREVIEWED,
    Form,
)


def _setting(default: object, form: Form, text: str, example: str) -> Any:  # noqa: ANN401  (as `field` itself)
    """Declare a setting; `text` is its paragraph of docs/settings.md, one sentence per line, `example` typed YAML."""
    return field(default=default, metadata={"form": form, "help": text, "example": example})


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of an article a brief may print, in per cent of the words of headline and body."""

    quotes_warn: int = _setting(35, PERCENT, "From this share on, all quotes of a brief together are warned of.", "35")
    quotes_fail: int = _setting(
        50, PERCENT, "Above this share, all quotes of a brief together are an error, and the brief is not built.", "50"
    )
    prose_warn: int = _setting(
        15,
        PERCENT,
        "From this share on, the article's own prose is warned of.\n"
        "That is what the publisher wrote: reported words, narration, and the passages that gaps and caveats name.",
        "15",
    )
    prose_fail: int = _setting(30, PERCENT, "Above this share, the article's own prose is an error.", "30")
    run_words: int = _setting(60, COUNT, "Longer runs of quoted words, in words, are warned of.", "60")


@dataclass(frozen=True, slots=True)
class Settings:
    """What sitegen.yaml says; every field has a default, so that an empty file is a project."""

    title: str = _setting("Briefs", TEXT, "The name of the site, on every page and in feeds.", "Harbour Desk briefs")
    description: str = _setting(
        "", TEXT, "One sentence that says what the site is.", "What articles say, and how far it is checked."
    )
    url: str = _setting(
        "",
        ADDRESS,
        "The address at which the site will be found.\n"
        "Feeds, the sitemap and link previews need it, since they must name absolute addresses.\n"
        "Without it they are left out with a warning; all pages work without it.",
        "https://example.org/briefs/",
    )
    language: str = _setting(
        "en",
        LANGUAGE,
        "The language of the pages' own words, labels and standard caveats.\n"
        "English (`en`) and Ukrainian (`uk`) are shipped; "
        "[languages.md](languages.md) says how to add one, or to change a sentence.",
        "uk",
    )
    editor: str = _setting(
        "", TEXT, "Who stands behind briefs that name no `editor:` of their own.", "Verification desk"
    )
    contact: str = _setting(
        "", TEXT, "Where readers send corrections: an e-mail address or a web address.", "desk@example.org"
    )
    takedown: str = _setting(
        "",
        TEXT,
        "Where the owner of an article, or a person named in one, can ask for a change or a removal.\n"
        "An e-mail address or a web address; `contact` where it is empty.",
        "rights@example.org",
    )
    licence: str = _setting(
        "",
        TEXT,
        "The licence of what you write yourselves, by its name or its web address.\n"
        "Only an address gets into the W3C annotations, which take nothing else.\n"
        "Words quoted from articles remain their owners'.",
        "CC BY 4.0",
    )
    accent: str = _setting(
        "",
        COLOUR,
        "The colour of links and of what stands out beside the colours of statuses.\n"
        "It is made darker or lighter as far as text needs it, on light and on dark pages.",
        '"#7a1f3d"',
    )
    logo: str = _setting(
        "",
        SITE_FILE,
        "A picture that stands before the site's name: a file in `static/`, best an SVG or a PNG of 64 pixels or more.",
        "logo.svg",
    )
    navigation: Mapping[str, str] = field(
        default_factory=dict,
        metadata={
            "form": TARGET,
            "each": "name",
            "help": "Links of your own in the navigation, after those of the site: their names and where they lead.",
            "example": "{Our newsroom: https://example.org/}",
        },
    )
    footer: str = _setting("", TEXT, "A sentence of your own at the foot of every page.", "Funded by our readers.")
    page_size: int = _setting(
        20, COUNT, "How many briefs or notes a list shows before it goes on on another page.", "20"
    )
    search: bool = _setting(
        default=True,
        form=SWITCH,
        text="Whether the site can be searched.\n"
        "Builds make the index, and readers' browsers search it: no server is needed.",
        example="no",
    )
    cards: bool = _setting(
        default=True,
        form=SWITCH,
        text="Whether each brief has a picture for link previews, with its status and the day of it.\n"
        "Previews need absolute addresses, so that without `url` there are none.",
        example="no",
    )
    model: str = _setting(
        "",
        TEXT,
        "The installed spaCy model that proposes speakers, evidence and summaries.\n"
        "When it is empty, the official `en_core_web_sm` is used where it is installed, "
        "else the copy of it that comes with sitegen.",
        "en_core_web_sm",
    )
    analyse: bool = _setting(
        default=True,
        form=SWITCH,
        text="Whether software reads the articles: who says what, on what evidence.\n"
        "Without it a first build takes a tenth of the time, articles without annotations have no brief, not even in "
        "preview, and nothing is said of evidence and headlines that an annotation file does not mention.",
        example="no",
    )
    zones: Mapping[str, str] = field(
        default_factory=dict,
        metadata={
            "form": OFFSET,
            "each": "abbreviation",
            "help": "What ambiguous time zones in date lines mean in your articles: abbreviation and offset from UTC.\n"
            "“IST” is India, Israel or Ireland; sitegen does not guess.",
            "example": '{IST: "+05:30"}',
        },
    )
    unreviewed: str = _setting(
        "hide",
        UNREVIEWED,
        "Whether a build publishes articles that nobody has annotated.\n"
        "Shown, they are marked as proposed by software, and stay out of search engines, feeds and sitemap.",
        "hide",
    )
    publish_reliability: bool = _setting(
        default=False,
        form=SWITCH,
        text="Whether pages print the reliability letters (Admiralty A-F) of sources, with their reasons.",
        example="no",
    )
    feed_items: int = _setting(50, COUNT, "How many briefs or notes a feed holds, the newest first.", "50")
    budget: Budget = field(
        default_factory=Budget,
        metadata={
            "help": "How much of an article a brief may print, in per cent of the words of its headline and body."
        },
    )
