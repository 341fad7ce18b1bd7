"""Witness: the cache remembers which list of files a build wrote last, since a `site/` may come with a project."""

from msgspec import Struct

from sitegen.cache import Cache


class Witness(Struct, frozen=True):
    """Knows the list of one kind of build."""

    cache: Cache
    name: str
    """As `Order.name` has it."""

    def known(self) -> str:
        """Return the SHA-256 of the list; empty where none is known."""
        return self.cache.recall(f"list:{self.name}") or ""

    def tell(self, sha256: str) -> None:
        """Remember the list."""
        self.cache.remember({f"list:{self.name}": sha256})
