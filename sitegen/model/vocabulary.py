"""The fixed words of annotation files and briefs: statuses, states, and what else is one of a few."""

from enum import StrEnum


class Status(StrEnum):
    """How far the content of a quote is checked; the order is the order in which counts are shown."""

    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    FALSE = "false"
    MISLEADING = "misleading"
    CONSISTENT = "consistent"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    ATTRIBUTED = "attributed"
    OPINION = "opinion"


class State(StrEnum):
    """Where a brief stands: a draft shows only in preview, a review brief is bannered and out of feeds."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Wording(StrEnum):
    """Whose words a quote prints (`words:` in the file)."""

    DIRECT = "direct"
    """The article puts them in quotation marks."""
    REPORTED = "reported"
    """The article's wording of what someone said."""
    NARRATION = "narration"
    """The article's own statement."""


class Basis(StrEnum):
    """Whether the article states a thing or an editor inferred it."""

    STATED = "stated"
    INFERRED = "inferred"


class Republish(StrEnum):
    """How much of the article's words a brief may print."""

    EXCERPTS = "excerpts"
    LINK_ONLY = "link-only"
    FULL = "full"


class Identified(StrEnum):
    """How sure a speaker's identity is."""

    NAMED = "named"
    CLAIMED = "claimed"
    UNNAMED = "unnamed"


class Circumstances(StrEnum):
    """Whether a speaker was free to speak."""

    FREE = "free"
    CAPTIVE = "captive"
    NOT_STATED = "not-stated"


class CheckObject(StrEnum):
    """What a check looked at."""

    RECORDING = "recording"
    SPEAKER = "speaker"
    CONTENT = "content"
    TRANSLATION = "translation"
    PLACE = "place"
    DATE = "date"


class CheckResult(StrEnum):
    """What a check found."""

    VERIFIED = "verified"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"
    NOT_ATTEMPTED = "not-attempted"
