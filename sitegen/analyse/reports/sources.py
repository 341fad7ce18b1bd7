"""Sources: from a cue to the words that name whose saying or thinking it is."""

from sitegen.analyse.reports.words import Words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMBS = ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep", "ccomp")
_INSIDE = ("prep", "poss", "compound", "amod", "det", "nummod", "nmod", "conj", "cc", "quantmod", "predet")
_LONGEST = 8
"""Tokens of a mention on either side of its noun."""
_CLIMB = 4


def source_of_verb(words: Words, verb: int, climbs: int = _CLIMB) -> int | None:
    """Return the noun or pronoun that is whose saying a verb tells: its subject, or that of what it hangs on."""
    if (agent := words.child(verb, "agent")) is not None:
        return words.child(agent, "pobj")
    if _is_passive(words, verb):
        return None
    if (subject := words.child(verb, *_SUBJECTS)) is not None:
        return subject
    dep, head = words.deps[verb], words.heads[verb]
    if dep in ("acl", "relcl"):
        return head
    if dep == "xcomp" and (controller := words.child(head, "dobj")) is not None:
        return controller
    return source_of_verb(words, head, climbs - 1) if climbs and dep in _CLIMBS else None


def source_of_noun(words: Words, noun: int) -> int | None:
    """Return whose claim or plan a noun tells: its possessor, who it is "by" or "from", or who makes it."""
    if (owner := words.child(noun, "poss")) is not None:
        return owner
    for child in words.children[noun]:
        if words.deps[child] == "prep" and words.lower[child] in ("by", "from"):
            return words.child(child, "pobj")
    if words.deps[noun] in ("dobj", "attr") and words.tags[words.heads[noun]].startswith("VB"):
        return source_of_verb(words, words.heads[noun])
    return None


def mention_of(words: Words, noun: int) -> tuple[int, int]:
    """Return the first and last token of a mention, without what only explains it: relative clauses, appositions."""
    first, last = noun, noun
    for child in words.children[noun]:
        if words.deps[child] in _INSIDE:
            first, last = min(first, words.firsts[child]), max(last, words.lasts[child])
    return max(first, noun - _LONGEST), min(last, noun + _LONGEST)


def _is_passive(words: Words, verb: int) -> bool:
    return words.child(verb, "auxpass", "nsubjpass") is not None
