"""Problems: what is wrong in people's files, where, and what to do about it.

Problems are values, never exceptions: a stage returns all that it found. Exceptions mean a bug or a broken machine.
"""

from collections.abc import Iterable
from enum import Enum, StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning only a strict one, a note none."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(Struct, frozen=True, array_like=True, order=True):
    """A place in a file: path from the project's root with "/", line and column from 1, column in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Kind(Enum):
    """Every problem that sitegen reports; the value is the code that stands in brackets behind a message."""

    # ---- files
    FILE_UNREADABLE = "file-unreadable"
    """A file could not be opened or read."""
    FILE_TOO_LARGE = "file-too-large"
    """A file is larger than what a person writes or pastes."""
    FILE_NOT_TEXT = "file-not-text"
    """A file holds bytes that are no text in UTF-8 or Windows-1252."""
    ARTICLE_EMPTY = "article-empty"
    """An article has no headline or no body."""
    ARTICLE_FORMAT = "article-format"
    """An article is in a format that is not read."""
    ARTICLE_MISSING = "article-missing"
    """An annotation file stands in seeds/ without its article."""
    ARTICLE_TWICE = "article-twice"
    """Two articles share one stem, so that an annotation file would belong to both."""
    ARTICLE_NOT_FOUND = "article-not-found"
    """A saved page shows no article that software could find."""
    ARTICLE_SHORT = "article-short"
    """A saved page holds so few words of its article that it may be only the beginning."""
    ARTICLE_TANGLED = "article-tangled"
    """A saved page is empty, or nested more deeply or longer than pages of news are."""
    ANALYSIS_FAILED = "analysis-failed"
    """Software that reads an article broke on it, or took too long."""
    FETCH_REFUSED = "fetch-refused"
    """An address to import from is none that is asked: no web address, not public, or closed to programs."""
    FETCH_FAILED = "fetch-failed"
    """The page to import could not be had, or is no web page."""

    # ---- YAML
    YAML_SYNTAX = "yaml-syntax"
    """The file is no YAML, and none of the usual mistakes explains it."""
    YAML_MISTAKE = "yaml-mistake"
    """A usual mistake in hand-written YAML; the message shows the line as it should be."""
    YAML_LIMIT = "yaml-limit"
    """The YAML is nested too deeply or holds too many values."""
    YAML_FEATURE = "yaml-feature"
    """The YAML uses an anchor, alias, tag or merge key, which annotation files do not have."""
    DUPLICATE_KEY = "duplicate-key"
    """A key stands twice in one mapping."""
    TEXT_CUT = "text-cut"
    """A " #" in unquoted text starts a YAML comment and would cut the sentence off."""

    # ---- the form of an annotation file
    UNKNOWN_KEY = "unknown-key"
    """A key is not part of the language."""
    MISSING_KEY = "missing-key"
    """A key that is needed does not stand there."""
    WRONG_FORM = "wrong-form"
    """A value has the wrong form: a list where one text is due, a mapping where a list is due."""
    WRONG_VALUE = "wrong-value"
    """A value is not one of those that the key takes."""
    BAD_DATE = "bad-date"
    """A date is not of the form 2023-07-18, 2023-07 or 2023-07-18T11:27+05:30, or does not exist."""
    BAD_ID = "bad-id"
    """An id or slug has characters that cannot stand in an address."""
    DUPLICATE_ID = "duplicate-id"
    """Two quotes or sources share one id."""

    # ---- rule 1: quotes
    QUOTE_NOT_FOUND = "quote-not-found"
    """The article does not contain the words of a quote."""
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    """The words of a quote stand in the article more than once."""
    QUOTE_PARTS_ORDER = "quote-parts-order"
    """The parts of a quote do not stand in the article in the order given."""
    QUOTE_NOT_DIRECT = "quote-not-direct"
    """A quote is declared direct, but the article does not have the words in quotation marks."""
    QUOTE_OUTSIDE_BODY = "quote-outside-body"
    """The words stand only in a byline, a caption or the author's biography, which are not quoted from."""
    PASSAGE_NOT_FOUND = "passage-not-found"
    """The article does not contain the passage that a gap or a caveat names."""
    AFTER_NOT_FOUND = "after-not-found"
    """The article does not contain the words that `after:` names before the quote."""
    WITHHELD_NOT_FOUND = "withheld-not-found"
    """Words to be withheld stand nowhere in what the brief prints."""
    WITHHELD_IN_ADDRESS = "withheld-in-address"
    """Words to be withheld stand in a slug, an id, a tag or a link, where no mask can hide them."""

    # ---- rule 2: sources
    SOURCE_UNKNOWN = "source-unknown"
    """A name leads to no source."""
    SOURCE_CIRCLE = "source-circle"
    """Sources take their material from one another in a circle."""
    SOURCE_MISSING = "source-missing"
    """A quote of a published brief has no source."""
    NAME_AMBIGUOUS = "name-ambiguous"
    """A name leads to more than one source or quote."""
    VIA_NEEDED = "via-needed"
    """Several paths lead from the publisher to a quote's source."""
    VIA_WRONG = "via-wrong"
    """`via:` names sources through which no path leads to the quote's source."""
    REASON_MISSING = "reason-missing"
    """A reliability letter stands without its reason."""
    PUBLISHER_MISSING = "publisher-missing"
    """The annotation file does not say who published the article."""

    # ---- rule 3: status
    STATUS_TOO_STRONG = "status-too-strong"
    """A status says more than the checks and the chain of the quote bear out."""
    STATUS_NEEDS_CHECK = "status-needs-check"
    """A status needs a check that does not stand there."""
    STATUS_NEEDS_DENIAL = "status-needs-denial"
    """`disputed` needs `denied_by:` or a refuting check."""
    STATUS_NEEDS_CAVEAT = "status-needs-caveat"
    """`misleading` needs a caveat that says what is missing."""
    NOT_INDEPENDENT = "not-independent"
    """A check shares an origin with the quote or with another check."""
    CAPTIVE_CONFIRMED = "captive-confirmed"
    """Words of a captive are called confirmed."""
    HISTORY_WRONG = "history-wrong"
    """The history of a status does not lead to the status that the quote has."""

    # ---- rule 4: evidence
    EVIDENCE_UNDECLARED = "evidence-undeclared"
    """The article shows a recording of a kind that no source of the annotation file is of."""

    # ---- rule 5: caveats, and what hangs on them
    ABOUT_UNKNOWN = "about-unknown"
    """A caveat is about a name that no quote or source has."""
    MAIN_UNKNOWN = "main-unknown"
    """`brief.main` or `denied_by` names no quote."""

    # ---- rule 6: the headline
    HEADLINE_SAYS_MORE = "headline-says-more"
    """The headline says what the article below it does not say, or not of the same, or not as a fact."""

    # ---- rule 7: how much is quoted
    QUOTED_MUCH = "quoted-much"
    """The quotes come near the share of the article that a brief may print."""
    QUOTED_TOO_MUCH = "quoted-too-much"
    """The quotes exceed the share of the article that a brief may print."""
    PROSE_MUCH = "prose-much"
    """The article's own prose comes near the share that a brief may print."""
    PROSE_TOO_MUCH = "prose-too-much"
    """The article's own prose exceeds the share that a brief may print."""
    QUOTE_LONG = "quote-long"
    """One run of quoted words is longer than a quotation needs."""
    PERMISSION_MISSING = "permission-missing"
    """`republish: full` stands without a permission."""

    # ---- rule 8: our own words
    LIKELIHOOD_WORD = "likelihood-word"
    """We say how likely something unverified is, without a ground."""
    PLAIN_ASSERTION = "plain-assertion"
    """We tell as a fact what is unverified."""

    # ---- settings, pages, templates
    SETTING_WRONG = "setting-wrong"
    """A setting is unknown or has a value that it does not take."""
    WORDS_WRONG = "words-wrong"
    """A sentence in words/ is none that pages have, or has slots that nothing fills."""
    WORDS_MISSING = "words-missing"
    """A sentence in words/ leaves out what the shipped one says, or a language of the project's own lacks sentences."""
    URL_MISSING = "url-missing"
    """Feeds and sitemap need the site's address, which the settings do not give."""
    SEARCH_FAILED = "search-failed"
    """The index of the search cannot be made."""
    PAGE_WRONG = "page-wrong"
    """A page in content/ cannot be read: its front matter is broken or incomplete."""
    LINK_UNSAFE = "link-unsafe"
    """A link has a scheme that pages do not carry."""
    TEMPLATE_ERROR = "template-error"
    """A template cannot be rendered."""
    MODEL_MISSING = "model-missing"
    """The spaCy model is not installed or made for another spaCy."""

    # ---- the site as a whole
    SLUG_TAKEN = "slug-taken"
    """Two briefs, pages or aliases claim one address."""
    BRIEF_EDITED = "brief-edited"
    """A composed brief in content/briefs/ was edited by hand."""
    OUTPUT_TAKEN = "output-taken"
    """A file that sitegen did not make stands where an output is due."""
    OUTPUT_BUSY = "output-busy"
    """Another build is writing to the output folder."""
    SOURCE_RECURS = "source-recurs"
    """Several briefs name one source, each for itself; sources.yaml could hold it once."""
    NOT_PUBLISHED = "not-published"
    """An article without annotations is complete in preview and not published."""
    NOT_REVIEWED = "not-reviewed"
    """A brief is published under a banner because an editor has yet to name a source."""


class Problem(Struct, frozen=True, array_like=True):
    """One thing wrong in people's files."""

    at: Location
    kind: Kind
    message: str
    """What is wrong, in lower case, then what was found."""
    hint: str = ""
    """What to do, where that is sure; empty otherwise."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{self.at}: {mark}{self.message} [{self.kind.value}]"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetitions, by file, line, column and code."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.at, problem.kind.value, problem.message))
