"""Sources: what a source is called, and of which kind it is."""

import re
from collections.abc import Callable

from msgspec import Struct, field

from sitegen.analyse.chains.outlets import Outlets
from sitegen.kinds import Kinds
from sitegen.model.article import Span

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
    r"\b(?:sources?|insiders?|people (?:familiar|close|briefed)|"
    r"(?:an?|one|another|two|three|several|some|senior|unnamed|anonymous)\b[^,]*\bofficials?|officials)\b"
    r"(?! (?:statement|report|account|letter|website))|\banonym",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:articles?|(?:news|media|press|newspaper) reports?|newspapers?|(?:the|a) (?:paper|daily)|"
    r"tabloid|magazine|broadcaster)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:military|army|navy|air force|armed forces|coast guard|embassy|consulate|court|parliament|congress|senate|"
    r"administration|prosecutors|presidency)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r",| (?:for|of|at|in|on|from|with|to|by|who|which|that|familiar)\b.*$")
_DOCUMENT = re.compile(
    r"\b(?:documents?|memos?|memorandum|letters?|cables?|files?|filings?|e-?mails?|indictment|complaint|affidavit|lawsuit|"
    r"transcripts?|records|reports?|stud(?:y|ies)|polls?|surveys?|websites?|books?|information)"
    r"(?:$| (?:on|by|from|in|of|at|to|for|set|received|provided|posted|attributed)\b)",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:statements?|remarks)(?:$| (?:on|by|from|in|of|at|to|for|set|received|provided|posted|attributed)\b)",
    re.IGNORECASE,
)
_VIDEO = re.compile(r"\b(?:videos?|footage|clips?)$", re.IGNORECASE)
_AUDIO = re.compile(r"\b(?:audio|recordings?|tapes?)$", re.IGNORECASE)


def bare(name: str) -> str:
    """Return a name without its article and what else stands around it."""
    return _ARTICLE.sub("", name.strip(" ,;:“”\"'‘’")).removesuffix("'s").removesuffix("’s")


_REPORT_BY = re.compile(
    r"^.*\b(?:reports?|stud(?:y|ies)|stor(?:y|ies)|articles?|statements?|survey|poll|tally|figures|data) "
    r"(?:by|from|in) (?P<who>(?:the )?[A-Z].*)$"
)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "myself", "you"})


class Sources(Struct):
    """What the sources of one article are called."""

    kinds: Kinds
    outlets: Outlets
    people: frozenset[str]
    label_at: Callable[[Span], str]
    """Returns spaCy's label of the name in a mention."""
    given: dict[str, str] = field(default_factory=dict)
    """The kinds of those who release material, by bare name: what they do says more than what they are called."""
    _found: dict[str, str] = field(default_factory=dict)

    def kind_of(self, name: str, mention: Span) -> str:
        """Return the kind of a source that speaks, by its name and where that first stands."""
        if name in self.people:
            return PERSON
        if name not in self._found:
            plain = bare(name)
            self._found[name] = PERSON if plain in self.people else self._kind_of_others(name, plain, mention)
        return self.given.get(bare(name), self._found[name]) if self.given else self._found[name]

    def credited(self, name: str) -> str:
        """Return who is behind a name: the body for "a report by" it, an outlet without the noun beside it."""
        found = _REPORT_BY.match(name)
        name = found["who"] if found else name
        return self.outlets.named(bare(name)) or name

    def is_person(self, name: str, mention: Span) -> bool:
        """Say whether a name is known to be a person's."""
        return name in self.people or bare(name) in self.people or self.label_at(mention) == "PERSON"

    def _kind_of_others(self, name: str, plain: str, mention: Span) -> str:
        label = self.label_at(mention)
        # What is behind the noun says nothing of what it is: a spokesman for a union is no union.
        head = _BEHIND.sub("", plain) or plain
        found = (
            (POST, self._is(POST, plain)),
            (NEWS, self.outlets.named(plain) or _PRESS.search(_BEHIND.sub("", name))),
            (ANONYMOUS, _UNNAMED.search(name)),
            (PERSON, label == "PERSON"),
            # The last word says what a body is: an intelligence group is no service.
            (ORGANISATION, self._is(ORGANISATION, head.rpartition(" ")[2])),
            (OFFICIAL, label == "GPE" or self._is(OFFICIAL, plain) or _BODY.search(head)),
            (DOCUMENT, _DOCUMENT.search(plain)),
            (OFFICIAL, _STATEMENT.search(plain)),
            (VIDEO, _VIDEO.search(head)),
            (AUDIO, _AUDIO.search(head)),
            (ORGANISATION, label == "ORG"),
        )
        return next((kind for kind, fits in found if fits), PERSON)

    def _is(self, kind: str, name: str) -> bool:
        expression = self.kinds.sources[kind].names
        return expression is not None and expression.search(name) is not None
