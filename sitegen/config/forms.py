"""What a setting takes: the form of its value in words, and how typed text becomes it."""

import re
from collections.abc import Callable, Collection
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from sitegen.own_words import languages_of

_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SWITCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Form(Struct, frozen=True):
    """A form of values."""

    takes: str
    """In words, to stand behind "takes" in messages and in docs/settings.md."""
    parse: Callable[[str], object]
    """Typed text -> value; None where it does not fit."""
    choices: Callable[[], Collection[str]] = tuple
    """The words to choose from, where it is a choice."""


def _address(typed: str) -> str | None:
    """Return the address with one "/" at its end."""
    try:
        parts = urlsplit(typed)
    except ValueError:
        return None
    fits = parts.scheme in {"http", "https"} and parts.hostname and not (parts.query or parts.fragment)
    return typed.rstrip("/") + "/" if fits and not re.search(r"\s", typed) else None


def _below(typed: str) -> str | None:
    """Return the path of a file below a folder, with "/"; none that leads out of it."""
    parts = typed.split("/")
    return typed if typed and not {"", ".", ".."} & set(parts) and "\\" not in typed else None


def _target(typed: str) -> str | None:
    """Return what a link of the site may lead to: a web address, an e-mail address or a file of the site."""
    if re.match(r"(?:https?://|mailto:)\S+\Z", typed):
        return typed
    return None if ":" in typed or typed.startswith("/") or re.search(r"\s", typed) else typed or None


def _number(least: int, most: int) -> Callable[[str], int | None]:
    def parse(typed: str) -> int | None:
        fits = typed.isascii() and typed.isdigit() and len(typed) <= len(str(most)) and least <= int(typed) <= most
        return int(typed) if fits else None

    return parse


def _one_of(choices: Callable[[], Collection[str]]) -> Callable[[str], str | None]:
    return lambda typed: typed if typed in choices() else None


def language_of(root: Path) -> Form:
    """Return the form of a language that pages of this project can have."""

    def choices() -> Collection[str]:
        return languages_of(root)

    return Form(LANGUAGE.takes, _one_of(choices), choices)


TEXT = Form("text", lambda typed: " ".join(typed.split()))
ADDRESS = Form("an address that begins with https:// or http://, without “?” and “#”", _address)
SWITCH = Form("yes or no", lambda typed: _SWITCH.get(typed.lower()))
PERCENT = Form("a whole number from 0 to 100", _number(0, 100))
COUNT = Form("a whole number from 1 to 10000", _number(1, 10_000))
COLOUR = Form("a colour such as “#123f6d”", lambda typed: typed.lower() if _COLOUR.fullmatch(typed) else None)
SITE_FILE = Form("the path of a file in static/, such as “logo.svg”", _below)
TARGET = Form("a web address, or a file of the site such as “about.html”", _target)
OFFSET = Form("an offset from UTC such as “+05:30”", lambda typed: typed if _OFFSET.fullmatch(typed) else None)
LANGUAGE = Form("a language that is shipped or has a file in words/", str)
UNREVIEWED = Form("hide or show", _one_of(lambda: ("hide", "show")), lambda: ("hide", "show"))
