"""Every word that a reader of a page sees, from the shipped words/: sentences, plurals, days and lists."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from string import Formatter
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from sitegen.theme import shipped
from sitegen.tree import load_plain

if TYPE_CHECKING:
    from babel import Locale

FALLBACK = "en"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Plural categories of Unicode CLDR; every language has `other`, and which numbers the rest are for is its own rule."""
_MOMENT = re.compile(
    r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?"
)
_CLOSING = "\"'’”»›“‘)]"
"""What may stand behind the sign that ends a sentence."""
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "։")
_FORMATTER = Formatter()


class Words(Struct, frozen=True):
    """The wording of one language."""

    language: str
    sentences: Mapping[str, str]
    """Texts with {slots} by dotted key ("status.unverified.label"); items of a list count from 1."""
    fingerprint: str
    """A hash of all of it, for keys."""

    def __call__(self, key: str, /, **slots: object) -> str:
        """Return a sentence with its slots filled. Raises KeyError for a key or slot that does not exist: a bug."""
        return self.sentences[key].format_map(slots)

    def has(self, key: str) -> bool:
        """Say whether there is such a sentence."""
        return key in self.sentences

    def slots_of(self, key: str) -> frozenset[str]:
        """Return the names of the slots that a sentence has. Raises KeyError for an unknown key."""
        return frozenset(name for _, name, _, _ in _FORMATTER.parse(self.sentences[key]) if name)

    def count(self, key: str, n: int, /, **slots: object) -> str:
        """Return the sentence of the plural that the language has for n, its slot {n} filled: digits, or as it asks."""
        form = f"{key}.{plural_of(self.language)(n)}"
        return self(form if form in self.sentences else f"{key}.other", n=_Number(n, self), **slots)

    def tongue(self, named: str) -> str:
        """Return the name of a language that a code ("ru", "pt-BR") or its English name names; else what was typed."""
        return _tongue(self.language, named.strip())

    @property
    def direction(self) -> str:
        """Whether lines run "ltr" or "rtl"."""
        return self("direction")

    def texts(self, key: str) -> list[str]:
        """Return the texts of a list, in their order; none where there is no such list."""
        found: list[str] = []
        while self.has(f"{key}.{len(found) + 1}"):
            found.append(self(f"{key}.{len(found) + 1}"))
        return found

    def join(self, items: Sequence[str]) -> str:
        """Return "a", "a and b" or "a, b and c"."""
        *others, last = items or [""]
        return self("lists.last").join([self("lists.comma").join(others), last]) if others else last

    def day(self, iso: str) -> str:
        """Return "18 July 2023", "July 2023" or "2023": as much as the ISO 8601 text is sure of, without the time."""
        match = _MOMENT.fullmatch(iso)
        if not match:
            return iso
        year, month, day = match[1], match[2], match[3]
        if not month:
            return self("dates.year", year=year)
        if not day:
            return self("dates.month", month=self(f"dates.months.{int(month)}"), year=year)
        return self("dates.day", day=int(day), month=self(f"dates.months_after_day.{int(month)}"), year=year)

    def moment(self, iso: str) -> str:
        """Return "18 July 2023, 11:27 (UTC+05:30)", or the day alone where the ISO 8601 text has no time."""
        match = _MOMENT.fullmatch(iso)
        if not match or not match[4]:
            return self.day(iso)
        day = self.day(iso.partition("T")[0])
        if not match[5]:
            return self("dates.moment", day=day, time=match[4])
        zone = self("dates.zone", offset=match[5].removeprefix("Z"))
        return self("dates.moment_with_zone", day=day, time=match[4], zone=zone)


class _Number(Struct, frozen=True):
    """A number that a sentence writes as it likes: {n} in digits, {n:word} as `number.word` of the language says."""

    value: int
    words: Words

    def __format__(self, list_: str) -> str:
        key = f"number.{list_}.{self.value}"
        return self.words(key) if list_ and self.words.has(key) else str(self.value)


def _english_plural(n: int) -> str:
    return "one" if n == 1 else "other"


def _ukrainian_plural(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:  # noqa: PLR2004  (the rule's own numbers, here and below)
        return "one"
    return "few" if n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14} else "many"


PLURALS: Mapping[str, Callable[[int], str]] = {"en": _english_plural, "uk": _ukrainian_plural}
"""What CLDR says of whole numbers in the languages that are shipped: Babel, which has all, takes 0.05 s to ask."""


@cache
def plural_of(language: str) -> Callable[[int], str]:
    """Return the rule of CLDR by which a language takes plurals; of one that CLDR does not know, the English one."""
    return PLURALS[language] if language in PLURALS else _locale(language).plural_form


def plurals_of(language: str) -> tuple[str, ...]:
    """Return the plural categories that a language has, in CLDR's order."""
    had = {*_locale(language).plural_form.tags, "other"}
    return tuple(each for each in CATEGORIES if each in had)


@cache
def _tongue(language: str, named: str) -> str:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (a no-op build names no language)

    english, here = Locale.parse(FALLBACK), _locale(language)
    codes = {name.casefold(): code for code, name in english.languages.items()}
    code = codes.get(named.casefold(), named.replace("-", "_"))
    try:
        return here.languages.get(code) or Locale.parse(code).get_display_name(here) or named
    except (UnknownLocaleError, ValueError):
        return named


def _locale(language: str) -> "Locale":
    """Return what CLDR knows of a language; of one that it does not know, the English."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (see above)

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FALLBACK)


def direction_of(language: str) -> str:
    """Return whether lines of a language run "ltr" or "rtl"."""
    return _locale(language).text_direction


def sentence(text: str) -> str:
    """Return text with a full stop, unless it ends with a sign of its own."""
    return text if text.rstrip(_CLOSING).endswith(_ENDS) else f"{text}."


def languages() -> tuple[str, ...]:
    """Return the languages that wording is shipped in."""
    return tuple(sorted(path.stem for path in shipped("words").glob("*.yaml") if path.stem != "kinds"))


def load_words(language: str) -> Words:
    """Read the shipped wording of a language."""
    return words_of(language, shipped_words(language))


def shipped_words(language: str) -> object:
    """Read the shipped wording as a tree; English stands in, sentence by sentence, for what a language lacks."""
    tree: object = {}
    for each in dict.fromkeys((FALLBACK, language)):
        if each in languages():
            tree = merged(tree, load_plain(shipped("words") / f"{each}.yaml"))
    return tree


def words_of(language: str, tree: object) -> Words:
    """Return wording from its tree of mappings, lists and texts."""
    sentences = dict(_flat("", tree))
    text = json.dumps([language, sentences], sort_keys=True)
    return Words(language, sentences, sha256(text.encode()).hexdigest())


def merged(below: object, above: object) -> object:
    """Lay one wording over another, text by text; a list is one thing, since its items belong together."""
    if isinstance(below, dict) and isinstance(above, dict):
        return below | {key: merged(below.get(key), value) for key, value in above.items()}
    return below if above in (None, "") else above


def _flat(prefix: str, node: object) -> Iterator[tuple[str, str]]:
    """Yield every text below a node with its dotted key."""
    if isinstance(node, str):
        yield prefix.removeprefix("."), node
        return
    pairs = enumerate(node, 1) if isinstance(node, list) else cast("Mapping[str, object]", node).items()
    for key, child in pairs:
        yield from _flat(f"{prefix}.{key}", child)
