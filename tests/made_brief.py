"""A brief made by hand, all of it invented, with its Markdown and its entry, and shelves that it stands on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from changes import replace

from sitegen.cache import key_of
from sitegen.kinds import load_kinds
from sitegen.model.annotations import About, Change, Check, Correction, Facts, Gap, Hop, Places, Response
from sitegen.model.article import Span
from sitegen.model.brief import (
    Badge,
    Brief,
    Credit,
    Held,
    Label,
    PrintedCaveat,
    PrintedQuote,
    PrintedSource,
    Selector,
    Step,
)
from sitegen.model.entry import Counted, Entry, Origin, Tally
from sitegen.model.vocabulary import Basis, CheckObject, CheckResult, Identified, State, Status, Wording
from sitegen.problems import Location
from sitegen.render import Remake, Shelved
from sitegen.words import load_words

DAY = "2024-03-05"
WORDS, KINDS = load_words("en"), load_kinds()
HERE = Places(Location("seeds/harbour.yaml"))
UNVERIFIED = Label(Status.UNVERIFIED, "Not verified as of 5 March 2024", "no check reported")
DISPUTED = Label(Status.DISPUTED, "Disputed as of 5 March 2024", "denied by the port office")
CAVEATS = (
    PrintedCaveat("unverified", "Not verified", "We found no mention of a check of the recording.", ("tape",)),
    PrintedCaveat("interested-party", "Interested party", "The union & the port office are in dispute.", ("union",)),
)

QUOTES = (
    PrintedQuote(
        "crane",
        1,
        UNVERIFIED,
        Credit("voice", "a voice said to be a crane driver", "Port Herald, citing the dockers' union"),
        ("They told us the <crane> was sound.",),
        Wording.DIRECT,
        "“They told us the <crane> was sound.”",
        says="The crane was called sound.",
        caveats=CAVEATS,
        denials=("denial",),
        denial_line="Denied by the port office",
        response=Response("herald", "denied"),
        response_line="Asked for a response by Port Herald: denied it.",
        checks=(Check(CheckObject.RECORDING, CheckResult.INCONCLUSIVE, HERE, "us", DAY, "No original found."),),
        history=(Change("2024-03-06", Status.ATTRIBUTED, Status.UNVERIFIED, "The voice is not confirmed."),),
        selectors=(Selector("They told us the <crane> was sound.", "said: “", "” The", Span(120, 155)),),
    ),
    PrintedQuote(
        "denial",
        2,
        DISPUTED,
        Credit("office", "the port office", "Port Herald"),
        ("nobody said so",),
        Wording.REPORTED,
        "Port Herald reports: nobody said so",
        caveats=(CAVEATS[1],),
        selectors=(Selector("nobody said so", "that ", ".", Span(200, 214)),),
    ),
)

SOURCES = (
    PrintedSource("herald", "Port Herald", "news-report", "News report", (Step("herald"),), "Port Herald"),
    PrintedSource(
        "union",
        "Dockers' union of the north and the south quays, together",
        "organisation",
        "Organisation",
        (Step("herald"), Step("union")),
        "Port Herald, citing the dockers' union",
        (Hop("tape", Basis.INFERRED),),
    ),
    PrintedSource(
        "tape",
        "Voice message",
        "audio",
        "Audio recording",
        (Step("herald"), Step("union"), Step("tape", inferred=True)),
        "Port Herald, citing the dockers' union",
        (Hop("voice"),),
        unverified=True,
    ),
    PrintedSource(
        "voice",
        "A crane driver",
        "person",
        "Person",
        (Step("herald"), Step("union"), Step("tape"), Step("voice")),
        identified=Identified.UNNAMED,
    ),
    PrintedSource("office", "Port office", "official-statement", "Statement", (Step("herald"), Step("office"))),
)

BRIEF = Brief(
    "harbour-crane",
    "A voice message about a crane",
    State.PUBLISHED,
    Facts("https://herald.example/crane", "Crane fell", "herald", ("R. Quay",), "2024-03-04", captured="2024-03-05"),
    "Port Herald",
    About(editor="Harbour Desk", date=DAY, tags=("Harbour work", "voice messages")),
    Badge(
        None,
        "Mixed as of 5 March 2024: 1 not verified and 1 disputed",
        "Rests on an audio recording. We found no mention in the article of a check of it.",
        ((Status.UNVERIFIED, 1), (Status.DISPUTED, 1)),
    ),
    Held("seeds/harbour.txt", "ab" * 32, 1200, 210, "utf-8"),
    "Port Herald reports that a crane fell.",
    quotes=QUOTES,
    sources=SOURCES,
    gaps=(Gap("Who was in the crane?", HERE, "It was not said who drove.", "not-revealed"),),
    caveats=CAVEATS,
    corrections=(Correction("2024-03-07", "We had the day wrong."),),
)

MARKDOWN = """---
title: "A voice message about a crane"
hash: "0"
---

# A voice message about a crane

**Mixed as of 5 March 2024: 1 not verified and 1 disputed**

Rests on an audio recording. We found no mention in the article of a check of it.

Brief of one article · 5 March 2024 · Harbour Desk

What Port Herald reported on 4 March 2024, who said it, and how far we know it to be checked.

## Summary

Port Herald reports that a crane fell.

## Key quotes

### crane

**Not verified as of 5 March 2024** (no check reported)

- **Not verified:** We found no mention of a check of the recording.
- **Interested party:** The union & the port office are in dispute.

> “They told us the \\<crane\\> was sound.”

A voice said to be a crane driver

Claim: The crane was called sound.

Port Herald, citing the dockers' union

Denied by the port office

Asked for a response by Port Herald: denied it.

Recording: inconclusive, by us, 5 March 2024. No original found.

[In the original](https://herald.example/crane#:~:text=They%20told%20us)

### denial

**Disputed as of 5 March 2024** (denied by the port office)

- **Interested party:** The union & the port office are in dispute.

> Port Herald reports: nobody said so

The port office

Port Herald

## Where it comes from

- Port Herald (publisher)
  - Dockers' union
    - Voice message
  - Port office

## What the article leaves open

- Who was in the crane? Not revealed.

## Before you repeat any of it

- **Not verified:** We found no mention of a check of the recording.

## How the text was held

- Our copy: 1200 characters

## History and corrections

- Correction, 7 March 2024: We had the day wrong.

## How to cite

Harbour Desk, “A voice message about a crane” [Mixed as of 5 March 2024: 1 not verified and 1 disputed].
"""

CRANE = Counted(
    "crane",
    1,
    "Port Herald, citing the dockers' union",
    Tally(
        Status.UNVERIFIED,
        ("herald", "union"),
        ("audio", "news-report", "organisation", "person"),
        QUOTES[0].history,
    ),
)
REPLY = Counted(
    "denial",
    2,
    "Port Herald",
    Tally(Status.DISPUTED, ("herald",), ("news-report", "official-statement")),
)
ENTRY = Entry(
    slug="harbour-crane",
    title="A voice message about a crane",
    state=State.PUBLISHED,
    proposed=False,
    date=DAY,
    updated="2024-03-07",
    publisher="Port Herald",
    badge="Mixed as of 5 March 2024: 1 not verified and 1 disputed",
    badge_status=None,
    reason="Rests on an audio recording.",
    counts=((Status.UNVERIFIED, 1), (Status.DISPUTED, 1)),
    caveats=("We found no mention of a check of the recording.", "The union & the port office are in dispute."),
    summary="Port Herald reports that a crane fell.",
    tags=("Harbour work", "voice messages"),
    corrections=(Correction("2024-03-07", "We had the day wrong."),),
    label="Mixed as of 5 March 2024: 1 not verified and 1 disputed",
    quotes=(CRANE, REPLY),
    tallies=((CRANE.tally, 1), (REPLY.tally, 1)),
    origins=(Origin(kind="person"), Origin(name="Port office", kind="official-statement")),
)


def an_entry(slug: str, **changes: object) -> Entry:
    """Return the entry under another slug, with other contents where given."""
    return replace(ENTRY, slug=slug, **changes)


@dataclass(frozen=True, slots=True)
class Kept:
    """A keeper with one brief behind every entry; what it knows a brief by is its entry."""

    of_all: Callable[[], tuple[Brief, str]]
    remembered: dict[str, bytes] = field(default_factory=dict)

    def brief(self, of: object) -> tuple[Brief, str]:  # noqa: ARG002  (it has one alone)
        return self.of_all()

    def entry(self, of: object) -> Entry:
        assert isinstance(of, Entry)
        return of

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        if key not in self.remembered:
            self.remembered[key] = make()
        return self.remembered[key]

    def recall_all(self, keys: Iterable[str], make: Remake) -> dict[str, bytes]:
        due = list(keys)
        if missing := [key for key in due if key not in self.remembered]:
            self.remembered.update(make(missing))
        return {key: self.remembered[key] for key in due}


def shelved(*entries: Entry, key: str = "key", brief: Brief = BRIEF, markdown: str = MARKDOWN) -> list[Shelved]:
    """Return entries on the shelf, all of them with the same brief behind them."""
    return shelved_by(lambda: (brief, markdown), *entries, key=key)


def shelved_by(load: Callable[[], tuple[Brief, str]], *entries: Entry, key: str = "key") -> list[Shelved]:
    """Return entries on the shelf, with what gives the brief behind each of them."""
    keeper = Kept(load)
    return [Shelved(entry.spine, key, key_of(entry), entry, keeper) for entry in entries]
