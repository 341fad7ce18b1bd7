"""content/labels.md, generated from the wording of statuses and caveats, so that no label stays unexplained."""

from sitegen.model.vocabulary import Status
from sitegen.words import Words

HEAD = """---
title: How to read the labels
description: What each status and each caveat on these pages means.
order: 2
---

# How to read the labels

A brief says what an article says, who said it, how it reached the page, and how far anyone has checked it.
It does not say what is true.

Every quote has a *status* and its *caveats*.
They go with the quote wherever it goes: on the page, in the feed, in a copied citation, in the data.

## Status: how far something is checked

A status always holds “as of” a day.
What came to light later is not in it until somebody looks again.
Then the old status stands beside the new one, with the day and the reason.
"""

BETWEEN = """
The line behind a status says what it rests on: no check, a check without a result, or who denies it.
“We found no mention of a check” means just that: we looked in the article and found none.
It does not mean that nobody has checked.

Where a brief has quotes of different status, its badge says “Mixed” and counts them.
Or it names the one claim that the brief is about.

## Whose words

- Words in quotation marks are those that the article itself has in quotation marks.
- “The Courier reports: …” stands before the article's own wording.
- “Claim: …” is our wording of what the quote asserts. It does not say that it is so.
- “A voice said to be …” means that nobody has confirmed whose voice it is.
- “Citing” leads from the outlet that published the article to where it says it has it from.
- “Inferred” marks a step that the article does not state.
- A black bar (█████) hides words that could put somebody in danger. They are withheld everywhere.

## Caveats: what to know before repeating it
"""

END = """
Recordings, videos, photographs, documents and posts always have a caveat.
Where an editor has noted none, a standard wording stands in its place.

## Proposed by software

Software reads articles first and proposes who said what.
Such proposals are marked wherever they stand until an editor has looked at them.
"""


def labels_page(words: Words, caveat_kinds: list[str]) -> str:
    """Return the whole page."""
    statuses = [f"**{words(f'status.{each}.label')}**: {words(f'status.{each}.explained')}" for each in Status]
    caveats = [f"**{words(f'caveat.{kind}')}**: {words(f'caveat_explained.{kind}')}" for kind in caveat_kinds]
    return f"{HEAD}\n{_list(statuses)}{BETWEEN}\n{_list(caveats)}{END}"


def _list(lines: list[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)
