"""The kind of source that somebody is whom software heard."""

from sitegen.kinds import Kinds

PERSON = "person"


def speaker_kind(name: str, kinds: Kinds) -> str:
    """Return the kind of source that a speaker is; a name that looks like material ("man in the video") is a person."""
    guess = kinds.kind_of(name)
    return guess if guess and guess not in kinds.unverified else PERSON
