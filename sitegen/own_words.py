"""Wording of a project's own, in words/LANGUAGE.yaml: sentence by sentence in the place of the shipped one."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from string import Formatter

from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.theme import shipped
from sitegen.tree import Items, Node, Table, Text, read_tree
from sitegen.words import CATEGORIES, Words, languages, merged, plurals_of, shipped_words, words_of

FOLDER = "words"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FORMATTER = Formatter()
_NUMBERS = "number"
"""The one mapping to which a language adds keys of its own: lists of number words."""
_FREE = ("kinds.", "proposed.", "signals.")
"""Where a newsroom may say less than the shipped wording: what is noted of material, not what a status must say."""
_FEW = 3
"""Keys that a note names."""


def languages_of(root: Path) -> tuple[str, ...]:
    """Return the languages that pages of a project can have: shipped ones, and those that its words/ holds."""
    own = (path.stem for path in (root / FOLDER).glob("*.yaml") if _LANGUAGE.fullmatch(path.stem))
    return tuple(sorted({*languages(), *own}))


def read_words(root: Path, language: str) -> tuple[Words, list[Problem]]:
    """Return the wording of a project; what does not fit is as shipped."""
    tree = shipped_words(language)
    path = root / FOLDER / f"{language}.yaml"
    if not path.is_file() or path.resolve() == (shipped("words") / path.name).resolve():
        return words_of(language, tree), []
    name = f"{FOLDER}/{path.name}"
    try:
        # Some editors put a byte-order mark before UTF-8.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        return words_of(language, tree), [
            Problem(Location(name), Kind.FILE_UNREADABLE, f"the wording cannot be read: {reason}")
        ]
    except UnicodeDecodeError:
        message = "the wording is not text in UTF-8"
        return words_of(language, tree), [
            Problem(Location(name), Kind.FILE_NOT_TEXT, message, "save the file as UTF-8")
        ]
    node, problems = read_tree(text, name)
    reader = _Reader(language, problems)
    own = reader.fitting("", node, tree) if node else {}
    if language not in languages():
        problems += _missing(name, tree, own)
    return words_of(language, merged(tree, own)), problems


class _Reader:
    """Keeps what fits of a project's wording, and notes what does not."""

    def __init__(self, language: str, problems: list[Problem]) -> None:
        self.language = language
        self.problems = problems

    def fitting(self, key: str, node: Node, known: object) -> object:
        """Return what was typed as mappings, lists and texts, as far as it has the form of what is shipped."""
        if isinstance(known, dict):
            return self._plural(key, node, known) if is_plural(known) else self._table(key, node, known)
        if isinstance(known, list):
            return self._list(key, node, known)
        slots = _slots_of(str(known))
        return self._sentence(key, node, slots, () if key.startswith(_FREE) else slots)

    def _table(self, key: str, node: Node, known: Mapping[str, object]) -> object:
        found: dict[str, object] = {}
        for name, value in self._pairs(key, node):
            inner = f"{key}.{name.value}" if key else name.value
            if name.value in known or key == _NUMBERS:
                found[name.value] = self.fitting(inner, value, known.get(name.value, []))
            else:
                self._unknown(name, f"the wording has no key “{inner}”", known)
        return found

    def _plural(self, key: str, node: Node, known: Mapping[str, str]) -> object:
        allowed = tuple(dict.fromkeys(slot for text in known.values() for slot in _slots_of(text)))
        due = plurals_of(self.language)
        found: dict[str, object] = {}
        for name, value in self._pairs(key, node):
            if name.value in due:
                found[name.value] = self._sentence(f"{key}.{name.value}", value, allowed, ())
            else:
                self._unknown(name, f"the plurals of this language have no “{name.value}”", due)
        return found

    def _list(self, key: str, node: Node, known: Collection[object]) -> object:
        if not isinstance(node, Items):
            return self._wrong(node, f"“{key}” takes a list: [{', '.join(map(str, list(known)[:2]))}, …]")
        texts = [item.value for item in node.items if isinstance(item, Text)]
        if len(texts) < len(node.items):
            return self._wrong(node, f"the list “{key}” holds texts alone")
        if key.startswith("dates.") and len(texts) != len(known):
            return self._wrong(node, f"the list “{key}” has {len(texts)} items and needs {len(known)}")
        return texts

    def _sentence(self, key: str, node: Node, allowed: Collection[str], due: Collection[str]) -> object:
        """Return a sentence whose slots the program can fill."""
        if not isinstance(node, Text):
            return self._wrong(node, f"“{key}” takes one text")
        fault = next(_faults(key, node.value, allowed, due), None)
        return self._wrong(node, *fault) if fault else node.value

    def _pairs(self, key: str, node: Node) -> tuple[tuple[Text, Node], ...]:
        if isinstance(node, Table):
            return node.pairs
        self._wrong(node, f"{f'“{key}”' if key else 'the file'} takes lines of the form “key: text”")
        return ()

    def _unknown(self, name: Text, message: str, known: Collection[str]) -> None:
        near = nearest(name.value, known)
        hint = (
            f"did you mean “{near}”?"
            if near
            else f"it has: {', '.join(known)}"
            if len(known) <= len(CATEGORIES)
            else ""
        )
        self._wrong(name, message, hint)

    def _wrong(self, node: Node, message: str, hint: str = "") -> object:
        """Report what does not fit; return what stands for it: nothing, so that the shipped wording stays."""
        self.problems.append(Problem(node.at, Kind.WORDS_WRONG, message, hint))
        return None


def is_plural(node: Mapping[str, object]) -> bool:
    """Say whether a mapping holds the plurals of one sentence."""
    return "other" in node and set(node) <= set(CATEGORIES)


def _slots_of(text: str) -> tuple[str, ...]:
    """Return the slots of a sentence, each once; raises ValueError where its braces do not fit together."""
    return tuple(dict.fromkeys(name for _, name, _, _ in _FORMATTER.parse(text) if name is not None))


def _faults(key: str, text: str, allowed: Collection[str], due: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what keeps a sentence from being filled in or from saying what it must, each with what to do."""
    try:
        slots = _slots_of(text)
    except ValueError:
        yield f"the braces of “{key}” do not fit together", "write {{ and }} for braces that readers shall see"
        return
    if not text.strip():
        yield f"“{key}” has no words", "leave the key out, and the shipped wording stands"
    if key == "direction" and text not in {"ltr", "rtl"}:
        yield f"“direction” takes ltr or rtl, not “{text}”", ""
    for slot in slots:
        if slot not in allowed:
            yield f"nothing fills {{{slot}}} in “{key}”", _choice(slot, allowed)
    for form in _forms(text):
        if not (form.startswith("{n:") and key.rpartition(".")[2] in CATEGORIES):
            hint = "only {n} of a plural takes a list of number words, such as {n:word}"
            yield f"{form} in “{key}” cannot be written so", hint
    left_out = [f"{{{slot}}}" for slot in due if slot not in slots]
    if left_out:
        yield f"“{key}” leaves out {' and '.join(left_out)}", "say all that the shipped sentence says"


def _forms(text: str) -> Iterator[str]:
    """Yield the slots that ask for a form of what fills them."""
    for _, name, form, conversion in _FORMATTER.parse(text):
        if form or conversion:
            yield f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"


def _choice(slot: str, allowed: Collection[str]) -> str:
    if near := nearest(slot, allowed):
        return f"did you mean {{{near}}}?"
    return f"it has: {', '.join(f'{{{each}}}' for each in allowed)}" if allowed else "no slot belongs there"


def _missing(file: str, tree: object, own: object) -> Iterator[Problem]:
    """Yield a note of the sentences that a language which is not shipped has yet to say."""
    missing = list(_keys_missing("", tree, own))
    if missing:
        shown = ", ".join(missing[:_FEW]) + (", …" if len(missing) > _FEW else "")
        message = f"what this file does not say stands in English: {shown}"
        yield Problem(Location(file), Kind.WORDS_MISSING, message, severity=Severity.NOTE)


def _keys_missing(key: str, tree: object, own: object) -> Iterator[str]:
    if isinstance(tree, dict) and not is_plural(tree) and key != _NUMBERS:
        for name, child in tree.items():
            below = own.get(name) if isinstance(own, dict) else None
            yield from _keys_missing(f"{key}.{name}" if key else name, child, below)
    elif own is None:
        yield key
