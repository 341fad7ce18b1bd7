"""Sources: from a cue to the words that name whose saying or thinking it is."""

from sitegen.analyse.columns import Columns

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMBS = ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep", "ccomp")
_INSIDE = ("prep", "poss", "compound", "amod", "det", "nummod", "nmod", "conj", "cc", "quantmod", "predet")
_LONGEST = 8
"""Tokens of a mention on either side of its noun."""
_CLIMB = 4


def source_of_verb(columns: Columns, verb: int, climbs: int = _CLIMB) -> int | None:
    """Return the noun or pronoun that is whose saying a verb tells: its subject, or that of what it hangs on."""
    if (agent := columns.child(verb, "agent")) is not None:
        return columns.child(agent, "pobj")
    if _is_passive(columns, verb):
        return None
    if (subject := columns.child(verb, *_SUBJECTS)) is not None:
        return subject
    dep, head = columns.deps[verb], columns.heads[verb]
    if dep in ("acl", "relcl"):
        return head
    if dep == "xcomp" and (controller := columns.child(head, "dobj")) is not None:
        return controller
    return source_of_verb(columns, head, climbs - 1) if climbs and dep in _CLIMBS else None


def source_of_noun(columns: Columns, noun: int) -> int | None:
    """Return whose claim or plan a noun tells: its possessor, who it is "by" or "from", or who makes it."""
    if (owner := columns.child(noun, "poss")) is not None:
        return owner
    for child in columns.children[noun]:
        if columns.deps[child] == "prep" and columns.lowers[child] in ("by", "from"):
            return columns.child(child, "pobj")
    if columns.deps[noun] in ("dobj", "attr") and columns.tags[columns.heads[noun]].startswith("VB"):
        return source_of_verb(columns, columns.heads[noun])
    return None


def mention_of(columns: Columns, noun: int) -> tuple[int, int]:
    """Return the first and last token of a mention, without what only explains it: relative clauses, appositions."""
    first, last = noun, noun
    for child in columns.children[noun]:
        if columns.deps[child] in _INSIDE:
            first, last = min(first, columns.firsts[child]), max(last, columns.lasts[child])
    return max(first, noun - _LONGEST), min(last, noun + _LONGEST)


def _is_passive(columns: Columns, verb: int) -> bool:
    return columns.child(verb, "auxpass", "nsubjpass") is not None
