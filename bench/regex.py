"""Every regular expression of sitegen on input that is made to keep it busy: n characters, then twice as many.

Processor time that grows much faster than the input is a fault: what is read may come from anybody. An expression is
tried by the methods that its module calls, on runs of what its repeats repeat, each behind what stands before it, with
an end at which it fails.
"""

import argparse
import ast
import importlib
import inspect
import itertools
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sitegen

code: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
"""How Python itself takes an expression apart; it says nothing of the types."""
SHORT, LEAST = 2_000, 0.01
"""Characters at the beginning, and seconds below which growth is not judged."""
MOST = 32_000
"""Characters at which a trial ends: no input is larger than some of these."""
FACTOR = 3.0
"""Times that twice the input may take; 2 is linear, 4 is quadratic."""
TIRED = 0.5
"""Seconds for the smaller input at which a trial ends whatever the growth."""
BOUNDED = {
    "sitegen.analyse.chains.frames._CREDIT": "between two places of one sentence",
    "sitegen.analyse.model._CONDITION": "what an installed model says of itself",
    "sitegen.read.date_lines._times": "lines of 160 characters at the most",
    "sitegen.read.date_lines._trailing": "lines of 160 characters at the most",
    "sitegen.read.typed_dates._DAY_NAME": "tried as a whole, from a table",
    "sitegen.read.typed_dates._NAME_DAY": "tried as a whole, from a table",
    "sitegen.read.web.declared._ARTICLE": "tried as a whole, by a function that is given it",
    "sitegen.read.web.declared._PAGE": "tried as a whole, by a function that is given it",
    "sitegen.render.cards.strokes._ELEMENT": "icons of the theme",
    "sitegen.render.cards.strokes._ATTRIBUTE": "icons of the theme",
    "sitegen.render.look._COLOUR": "styles of the theme",
    "sitegen.render.tongue._TAG": "HTML that we wrote, in which every “<” has its “>”",
}
"""What may grow, since its input cannot be long or is nobody's to choose."""
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_ENDS = ("\0", "!", "x\n\0", "")
_SAMPLES = "aA1 _-.,:;!?'\"“”’()[]{}<>/\\|@#&=+*%$~^`\t\n\r\u00a0\u2013\u2026éя一\0"


@dataclass(frozen=True, slots=True)
class Found:
    """A regular expression, and where it stands."""

    place: str
    pattern: re.Pattern[str]
    methods: frozenset[str]
    """Of `search`, `match` and `fullmatch`, those by which it is used."""


def patterns() -> Iterator[Found]:
    """Yield every expression for texts that a module holds or writes into a call, each once."""
    seen = set[tuple[str, int]]()
    for module in _modules():
        for found in (*_held(module), *_written(module)):
            key = found.pattern.pattern, found.pattern.flags
            if key not in seen:
                seen.add(key)
                yield found


def _modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(sitegen.__path__, "sitegen."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _held(module: Any) -> Iterator[Found]:  # noqa: ANN401  (a module with whatever it holds)
    source = _source(module)
    for name, value in vars(module).items():
        for each in _patterns_in(value() if _compiles(value) else value):
            called = frozenset(re.findall(rf"\b{name}(?:\(\))?\.(\w+)", source))
            yield Found(f"{module.__name__}.{name}", each, _methods(called))


def _compiles(value: object) -> bool:
    """Say whether this is a function that compiles an expression when it is first asked for it."""
    if not (hasattr(value, "cache_clear") and callable(value)):
        return False
    form = inspect.signature(value)
    return not form.parameters and form.return_annotation == re.Pattern[str]


def _methods(called: frozenset[str]) -> frozenset[str]:
    """Return by which methods an expression is tried; what is found, split or replaced is searched for."""
    plain = called & {"match", "fullmatch"}
    return plain if plain and plain == called else plain | {"search"}


def _source(module: Any) -> str:  # noqa: ANN401  (as above)
    return Path(str(module.__file__)).read_text("utf-8")


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):  # noqa: PLR2004  (tables of tables)
        for each in value:
            yield from _patterns_in(each, depth + 1)
    elif depth < 3 and isinstance(value, dict):  # noqa: PLR2004
        yield from _patterns_in([*value, *value.values()], depth + 1)


def _written(module: Any) -> Iterator[Found]:  # noqa: ANN401  (as above)
    """Yield what stands as text in calls of `re`."""
    for node in ast.walk(ast.parse(_source(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first = node.args[0]
        of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if of_re and isinstance(first, ast.Constant) and isinstance(first.value, str):
            called = frozenset({node.func.attr})
            # What is compiled has a name, and is tried by that; in a table it has none.
            if node.func.attr != "compile" or not _is_held(module, first.value):
                yield Found(f"{module.__name__}:{node.lineno}", re.compile(first.value), _methods(called))


def _is_held(module: Any, text: str) -> bool:  # noqa: ANN401  (as above)
    return any(each.pattern == text for value in vars(module).values() for each in _patterns_in(value))


# ---- input


def inputs(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield beginnings, what is repeated, and ends: a run of each repeat, behind what stands before it."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    seen = set[tuple[str, str, str]]()
    for before, bodies in _repeats(list(tree), ""):
        for body in bodies:
            for end in _ENDS:
                trial = before, body, end
                if body and trial not in seen:
                    seen.add(trial)
                    yield trial
    # Beginnings without an end, again and again: what `search` begins anew at each.
    for whole in dict.fromkeys((_sample(list(tree)), _sample(list(tree))[:-1], *_firsts(list(tree)))):
        if whole:
            yield "", whole, "\0"


def _repeats(items: Sequence[Any], before: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every unbounded repeat of an expression: what brings one there, and samples of what it repeats."""
    for operation, argument in items:
        if operation in _REPEATS:
            _least, most, body = argument
            if most is code.MAXREPEAT or most > 50:  # noqa: PLR2004  (some bounds are no bounds)
                yield before, _samples(list(body))
        for inner in _inside(operation, argument):
            yield from _repeats(list(inner), before)
        before += _sample([(operation, argument)])


def _inside(operation: Any, argument: Any) -> list[Any]:  # noqa: ANN401  (nodes of the parser)
    if operation in _REPEATS:
        return [argument[2]]
    if operation is code.SUBPATTERN:
        return [argument[3]]
    if operation is code.BRANCH:
        return list(argument[1])
    if operation in (code.ASSERT, code.ASSERT_NOT):
        return [argument[1]]
    return [argument] if operation is code.ATOMIC_GROUP else []


def _samples(items: list[Any]) -> list[str]:
    """Return some texts that a part matches: by single characters where it has choices, and by branches."""
    found = {_sample(items)}
    if len(items) == 1 and items[0][0] is code.SUBPATTERN:
        return [*found, *_samples(list(items[0][1][3]))]
    if len(items) == 1 and items[0][0] is code.BRANCH:
        return [*found, *(text for way in items[0][1][1] for text in _samples(list(way)))]
    if len(items) == 1:
        found.update(_characters(items[0])[:6])
    return sorted(found)


def _firsts(items: list[Any]) -> list[str]:
    """Return the beginnings of an expression, each a part longer."""
    texts, whole = [], ""
    for item in items:
        whole += _sample([item])
        texts.append(whole)
    return texts


def _sample(items: Sequence[Any]) -> str:
    """Return one text that a part matches, as far as can be told."""
    text = ""
    for operation, argument in items:
        if operation in _REPEATS:
            text += _sample(list(argument[2])) * max(1, min(argument[0], 50))
        elif operation is code.SUBPATTERN:
            text += _sample(list(argument[3]))
        elif operation is code.BRANCH:
            text += _sample(list(argument[1][0]))
        elif operation is code.ATOMIC_GROUP:
            text += _sample(list(argument))
        else:
            text += (_characters((operation, argument)) or [""])[0]
    return text


def _characters(item: Any) -> list[str]:  # noqa: ANN401  (a node of the parser)
    """Return characters of our choice that one node matches."""
    operation, argument = item
    if operation is code.LITERAL:
        return [chr(argument)]
    if operation is code.ANY:
        return ["a", " ", "1"]
    if operation is code.NOT_LITERAL:
        return [each for each in _SAMPLES if each != chr(argument)]
    if operation is not code.IN:
        return []
    negated = argument[0][0] is code.NEGATE
    own = [chr(value) for kind, value in argument if kind is code.LITERAL]
    own += [chr(value[0]) for kind, value in argument if kind is code.RANGE]
    return [each for each in dict.fromkeys((*own, *_SAMPLES)) if _is_in(each, argument) != negated]


def _is_in(sign: str, members: Sequence[Any]) -> bool:
    return any(
        (kind is code.LITERAL and ord(sign) == value)
        or (kind is code.RANGE and value[0] <= ord(sign) <= value[1])
        or (kind is code.CATEGORY and bool(re.match(_CATEGORIES[value], sign)))
        for kind, value in members
    )


_CATEGORIES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}


# ---- trials


def growth(pattern: re.Pattern[str], method: str, trial: tuple[str, str, str]) -> tuple[float, float, int]:
    """Return how much longer twice the input takes, the seconds of the smaller one, and its characters."""
    before, body, end = trial
    length = SHORT
    while True:
        short = _seconds(pattern, method, before + body * (length // len(body)) + end)
        if short >= LEAST or length >= MOST:
            break
        length *= 2
    if short < LEAST:
        return 0.0, short, length
    if short > TIRED:
        return 99.0, short, length
    long = _seconds(pattern, method, before + body * (2 * length // len(body)) + end)
    return long / short, short, length


def _seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    began = time.process_time()
    getattr(pattern, method)(text)
    return time.process_time() - began


def main() -> int:
    """Try all, and print what grows too fast."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--only", default="", metavar="PART", help="of the names of places")
    only = arguments.parse_args().only
    faults = count = 0
    for found in patterns():
        if only not in found.place or found.place in BOUNDED:
            continue
        count += 1
        trials = itertools.product(sorted(found.methods), inputs(found.pattern))
        tried = ((*growth(found.pattern, method, trial), method, trial) for method, trial in trials)
        worst = next((each for each in tried if each[0] > FACTOR), None)
        if worst:
            faults += 1
            ratio, seconds, length, method, trial = worst
            print(f"{ratio:5.1f} × at {length:,} characters ({seconds:.2f} s): {found.place} {method} {trial!r}")
            print(f"        {found.pattern.pattern[:160]!r}", flush=True)
    print(f"{count} expressions, {faults} of them grow too fast")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
