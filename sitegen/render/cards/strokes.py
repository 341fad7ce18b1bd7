"""Icons as lines: what circle, rect and path of SVG mean (SVG 1.1, 8 and 9), as far as the theme's icons need it."""

import math
import re
from collections.abc import Iterator

from msgspec import Struct

Point = tuple[float, float]

BOX = 16
"""Icons are drawn on a square of this side."""
_ELEMENT = re.compile(r"<(\w+)\b([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
_TURN = 96
_CURVE = 24
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "z": 0}


class Stroke(Struct, frozen=True):
    """A line with the points on its way."""

    points: tuple[Point, ...]
    closed: bool = False


def strokes_of(drawing: str) -> list[Stroke]:
    """Return the lines of an icon, dashes one by one. Raises ValueError where it has what we do not read."""
    found: list[Stroke] = []
    for name, typed in _ELEMENT.findall(drawing):
        given = dict(_ATTRIBUTE.findall(typed))
        dashes = [float(each) for each in given.get("stroke-dasharray", "").split()]
        for stroke in _shape(name, given):
            found.extend(_dashed(stroke, dashes) if dashes else [stroke])
    return found


def _shape(name: str, given: dict[str, str]) -> Iterator[Stroke]:
    def number(key: str) -> float:
        return float(given.get(key, 0))

    if name == "circle":
        yield Stroke(tuple(_arc((number("cx"), number("cy")), number("r"), 0, 1)), closed=True)
    elif name == "rect":
        yield Stroke(
            tuple(_rounded(number("x"), number("y"), number("width"), number("height"), number("rx"))), closed=True
        )
    elif name == "path":
        yield from _path(given.get("d", ""))
    else:
        raise ValueError(name)


def _arc(middle: Point, radius: float, start: float, end: float) -> Iterator[Point]:
    """Yield the points of an arc; start and end are in turns, clockwise from the right."""
    for step in range(_TURN + 1):
        angle = math.tau * (start + (end - start) * step / _TURN)
        yield middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> Iterator[Point]:
    left, right, top, bottom = x + radius, x + width - radius, y + radius, y + height - radius
    for turn, middle in enumerate(((right, bottom), (left, bottom), (left, top), (right, top))):
        yield from _arc(middle, radius, turn / 4, (turn + 1) / 4)


def _path(text: str) -> Iterator[Stroke]:
    """Yield the lines of a path."""
    points: list[Point] = []
    control: Point = (0, 0)
    for command, numbers in _commands(text):
        here = points[-1] if points else (0, 0)
        origin = here if command.islower() else (0, 0)
        kind = command.lower()
        if kind in "mz":
            if len(points) > 1:
                yield Stroke(tuple(points), closed=kind == "z")
            points = [points[0]] if kind == "z" else [_from(origin, numbers)[0]]
        elif kind in "hv":
            across = kind == "h"
            points.append((origin[0] + numbers[0], here[1]) if across else (here[0], origin[1] + numbers[0]))
        else:
            way = _from(origin, numbers)
            if kind == "s":
                way.insert(0, (2 * here[0] - control[0], 2 * here[1] - control[1]))
            points.extend(_curve(here, *way) if kind in "cs" else way)
            control = way[-2] if kind in "cs" else way[-1]
        control = control if kind in "cs" else points[-1]
    if len(points) > 1:
        yield Stroke(tuple(points))


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; what is repeated without its letter gets it."""
    letter, numbers = "", list[float]()
    for token in _TOKEN.findall(text):
        if token.isalpha():
            letter, numbers = token, []
            if token.lower() not in _TAKES:
                raise ValueError(token)
        else:
            numbers.append(float(token))
        if letter and len(numbers) == _TAKES[letter.lower()]:
            yield letter, numbers
            letter, numbers = {"m": "l", "M": "L"}.get(letter, letter) if numbers else "", []


def _from(origin: Point, numbers: list[float]) -> list[Point]:
    return [(origin[0] + x, origin[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _curve(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    """Yield the points of a cubic Bézier curve but its first."""
    for step in range(1, _CURVE + 1):
        t = step / _CURVE
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            a * start[0] + b * one[0] + c * two[0] + d * end[0],
            a * start[1] + b * one[1] + c * two[1] + d * end[1],
        )


def _dashed(stroke: Stroke, dashes: list[float]) -> Iterator[Stroke]:
    """Yield the dashes of a line: drawn and left out by turns, for so long each."""
    points = [*stroke.points, stroke.points[0]] if stroke.closed else [*stroke.points]
    turn, left = 0, dashes[0]
    dash = [points[0]]
    for end in points[1:]:
        start = dash[-1]
        while (length := math.dist(start, end)) > left:
            share = left / length
            start = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if turn % 2 == 0:
                yield Stroke((*dash, start))
            turn, dash = turn + 1, [start]
            left = dashes[turn % len(dashes)]
        left -= length
        dash.append(end)
    if turn % 2 == 0 and len(dash) > 1:
        yield Stroke(tuple(dash))
