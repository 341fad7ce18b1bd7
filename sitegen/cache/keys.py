"""Keys: names for what a value follows from."""

from hashlib import sha256


def key_of(*parts: object) -> str:
    """Hash values whose written form says all that is in them: texts, numbers, tuples, our own frozen values."""
    return sha256("\0".join(map(repr, parts)).encode()).hexdigest()
