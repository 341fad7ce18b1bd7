"""Outlets: which words name a newspaper, an agency or a broadcaster; and the platforms where people post."""

import re
from functools import cache

from sitegen.kinds import Kinds, any_of

_NO_OUTLET = r"(?! (?:Office|Foundation|Group|Cent(?:er|re))\b)"
"""What makes another body of a name that ends like an outlet's: "Post Office"."""
_NOUNS = (
    r"(?:news|wire) (?:agency|service|site|website|outlet|channel|network|portal|program|programme)|newswire|"
    r"(?:television|TV|radio) (?:station|channel|network|broadcaster)|newspaper|magazine|tabloid|broadcaster|"
    r"television|TV|radio"
)
_WORD = r"(?:al-)?[A-Z][\w.&]*(?:-[A-Z]\w*)*"
_ANY = r"(?:[a-z][\w-]+ )?(?:TV|television|radio|news) (?:station|channel|agency)"
_STATE = r"(?:state(?:-run|-owned|-controlled)?|local)"
_GENERAL = rf"(?:[A-Z]\w+(?:['’]s)? )?{_STATE} (?:media|television|TV|newspapers?|radio|news agency)"
_NATION = r"(?:(?:US|U\.S\.|UK|U\.K\.|[A-Z]\w+(?:['’]s|ian|ish|ese|can|ch|aqi|eli|ani)) )"
_BEFORE = rf"(?!US |U\.S\. |UK |U\.K\. )(?:{_WORD} ){{1,3}}"
_LISTS = ("outlets", "outlets-perhaps", "outlet-endings", "outlets-with-the")
_SAME = {"AP": "Associated Press", "Agence France Presse": "AFP", "Agence France-Presse": "AFP", "POLITICO": "Politico"}


def name_of_outlet(found: re.Match[str]) -> str:
    """Return the name without the noun beside it: "the Interfax news agency" is Interfax."""
    name = str(found[str(found.lastgroup)]).strip()
    if found.lastgroup == "before" and not found[0].endswith(("agency", "service")):
        # A word alone that an outlet is named after is a place as often as not: "the Marlow newspaper".
        name = found[0][found.start("before") - found.start() :]
    return _SAME.get(name, name)


class Outlets:
    """The outlets that kinds.yaml lists, and all that their words show to be outlets."""

    def __init__(self, kinds: Kinds) -> None:
        self.pattern = _pattern(*(kinds.lists.get(each, ()) for each in _LISTS))
        """Its groups hold the name that an outlet is known by."""
        self.platforms = {name.lower(): name for name in kinds.lists.get("platforms", ())}
        """Where people post, by their names in small letters."""

    def first_in(self, words: str) -> re.Match[str] | None:
        """Return the first outlet that the words name."""
        return self.pattern.search(words)

    def named(self, name: str) -> str:
        """Return the name of an outlet that a name is all of, "" where it is none."""
        found = self.pattern.match(name) or self.pattern.match(f"the {name}")
        return name_of_outlet(found) if found is not None and found.end() == len(found.string) else ""


@cache
def _pattern(
    outlets: tuple[str, ...], perhaps: tuple[str, ...], endings: tuple[str, ...], with_the: tuple[str, ...]
) -> re.Pattern[str]:
    """Return what names an outlet, given the lists of names; they are the same for every article."""
    known = any_of((*outlets, *perhaps))
    return re.compile(
        rf"\b(?:[Tt]he )?(?:"
        rf"{_NATION}?(?:(?:{_NOUNS}),? )+(?P<after>{_WORD}(?: {_WORD})?)"
        rf"|{_NATION}?(?P<known>{known}(?![\w-])(?: (?:News|Politics|Radio|Television|TV|Magazine|View)\b)?)"
        rf"(?: (?:online )?(?:{_NOUNS})\b)?"
        rf"|(?P<ending>(?:{_WORD} ){{1,3}}{any_of(endings)}(?![\w-]){_NO_OUTLET}(?: Magazine\b)?)"
        rf"(?: (?:online )?(?:{_NOUNS})\b)?"
        rf"|(?<=[Tt]he )(?P<bare>{any_of(with_the)}(?![\w-]){_NO_OUTLET})(?: (?:newspaper|magazine)\b)?"
        rf"|{_NATION}?(?P<before>{_BEFORE})(?:online )?(?:{_NOUNS})\b"
        rf"|(?P<general>{_GENERAL}|{_ANY}|[A-Z]\w+ media)\b)"
    )
