"""Sources: what a source is called, and of which kind it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.analyse.chains.outlets import is_outlet
from sitegen.kinds import Kinds

NEWS, OFFICIAL, ORGANISATION, PERSON = "news-report", "official-statement", "organisation", "person"
ANONYMOUS, POST, CALL, AUDIO, VIDEO = (
    "anonymous-source",
    "social-media-post",
    "intercepted-communication",
    "audio",
    "video",
)
DOCUMENT, NOT_STATED = "document", "not-stated"

_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|people (?:familiar|close|briefed)|(?:an?|one|another|two|three|several|some|senior|unnamed|anonymous)\b"
    r"[^,]*\bofficials?)\b|\bofficials\b|\banonym",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:documents?|memos?|memorandum|letters?|cables?|files?|filings?|e-?mails?|indictment|complaint|affidavit|lawsuit|"
    r"transcripts?|records)$",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|president|minister|general|chief|judge|senator|governor)\b", re.IGNORECASE
)
_POST = re.compile(
    r"\b(?:Telegram|YouTube|Twitter|Facebook|VKontakte|Instagram)\b.*\b(?:channels?|pages?|accounts?|posts?|feeds?)\b",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """Return a name without its article and what else stands around it."""
    return _ARTICLE.sub("", name.strip(" ,;:“”\"'‘’")).removesuffix("'s").removesuffix("’s")


@dataclass(slots=True)
class Sources:
    """What the sources of one article are called."""

    kinds: Kinds
    people: frozenset[str]
    labels: Mapping[str, str]
    """spaCy's labels by name."""
    posters: set[str] = field(default_factory=set)
    """Who posts material on social media."""

    def kind_of(self, name: str) -> str:
        """Return the kind of a source that speaks, by its name."""
        plain = bare(name)
        if plain in self.posters:
            return POST
        if name in self.people or plain in self.people:
            return PERSON
        return self._kind_of_others(name, plain)

    def _kind_of_others(self, name: str, plain: str) -> str:
        if _POST.search(plain):
            return POST
        if is_outlet(plain) or is_outlet(name):
            return NEWS
        if _UNNAMED.search(name):
            return ANONYMOUS
        if _DOCUMENT.search(plain):
            return DOCUMENT
        label = self.labels.get(plain, "")
        if label == "PERSON":
            return PERSON
        official = self.kinds.sources[OFFICIAL].names
        if label == "GPE" or (official and official.search(plain)):
            return OFFICIAL
        organisation = self.kinds.sources[ORGANISATION].names
        return ORGANISATION if label == "ORG" or (organisation and organisation.search(plain)) else PERSON
