"""Layers, order and places of a drawn chain."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_brief import WORDS
from made_chains import a_brief, a_source, a_web, briefs

from sitegen.model.brief import Brief
from sitegen.model.hops import hops_of
from sitegen.render.chain.drawing import WIDTHS, Drawing, draw_wide
from sitegen.render.chain.layers import layers_of
from sitegen.render.chain.ordering import Columns, Net, crossings, net_of, ordered
from sitegen.render.chain.placing import BETWEEN, placed
from sitegen.render.chain.rail import draw_rail
from sitegen.render.chain.shown import shown_of

PIECE = re.compile(r"M(-?\d+) (-?\d+)(?:C(-?\d+) (-?\d+) (-?\d+) (-?\d+) (-?\d+) (-?\d+))?(?:H(-?\d+))?")


def wide(brief: Brief) -> Drawing:
    """Draw a brief's chain from left to right."""
    hops = hops_of(brief)
    drawing = draw_wide(shown_of(brief, hops, WORDS), hops, WORDS)
    assert drawing is not None
    return drawing


def is_wide(brief: Brief) -> bool:
    """Say whether a chain is neither too long nor too short to go from left to right."""
    return max(layers_of(hops_of(brief))) + 1 in WIDTHS


def points(path: str) -> list[list[tuple[float, float]]]:
    """Follow each piece of a path in small steps; fail where there is more to it than pieces."""
    assert not PIECE.sub("", path)
    found = []
    for match in PIECE.finditer(path):
        x, y, *bend = (int(number) if number else None for number in match.groups())
        assert x is not None
        assert y is not None
        way: list[tuple[float, float]] = [(x, y)]
        if bend[0] is not None:
            way += [curve((x, y), [number or 0 for number in bend[:6]], step / 40) for step in range(1, 41)]
        if bend[6] is not None:
            (start, level), end = way[-1], bend[6]
            way += [(start + (end - start) * step / 40, level) for step in range(1, 41)]
        found.append(way)
    return found


def curve(start: tuple[int, int], rest: list[int], t: float) -> tuple[float, float]:
    """Return a point of a cubic Bézier curve."""
    x, y = (
        (1 - t) ** 3 * start[axis]
        + 3 * (1 - t) ** 2 * t * rest[axis]
        + 3 * (1 - t) * t**2 * rest[axis + 2]
        + t**3 * rest[axis + 4]
        for axis in (0, 1)
    )
    return x, y


def edges_of(drawing: Drawing) -> dict[str, tuple[int, int, int, int]]:
    """Return left, top, right and bottom of each box."""
    return {
        box.source.id: (
            box.x - drawing.inset,
            box.y,
            box.x - drawing.inset + drawing.box_width,
            box.y + box.content.height,
        )
        for box in drawing.boxes
    }


# ---- layers


@given(briefs())
def test_every_hop_leads_to_a_later_layer_and_the_first_has_only_what_nobody_took_from(brief: Brief) -> None:
    hops = hops_of(brief)
    layers = layers_of(hops)
    assert all(layers[taker] < layers[source] for taker, sources in enumerate(hops) for source in sources)
    named = {source for sources in hops for source in sources}
    assert all(source not in named for source, layer in enumerate(layers) if layer == 0)


def test_a_source_that_leads_to_more_than_took_from_it_stands_near_what_it_leads_to() -> None:
    brief = a_brief(
        [
            a_source("a", "b", "fork"),
            a_source("b", "c"),
            a_source("c", "x", "y"),
            a_source("fork", "x", "y"),
            a_source("x"),
            a_source("y"),
        ]
    )
    assert layers_of(hops_of(brief)) == [0, 1, 2, 2, 3, 3]


# ---- order


def net_and_order(brief: Brief) -> tuple[Net, Columns]:
    hops = hops_of(brief)
    net = net_of(hops, layers_of(hops))
    return net, ordered(net)


@given(briefs())
def test_every_hop_is_cut_into_pieces_from_layer_to_layer(brief: Brief) -> None:
    hops = hops_of(brief)
    layers = layers_of(hops)
    net = net_of(hops, layers)
    layer_of = {node: layer for layer, column in enumerate(net.columns) for node in column}
    for (source, inferred), pieces in net.lines.items():
        assert len(set(pieces)) == len(pieces)
        assert all(layer_of[there] == layer_of[here] + 1 for here, there in pieces)
        onward = dict(pieces)
        for taker in (taker for taker, sources in enumerate(hops) if sources.get(source) is inferred):
            here = taker
            while here != source:
                here = onward[here]
    assert {line for taker in hops for line in taker.items()} == set(net.lines)


@given(briefs())
def test_the_order_loses_nothing_and_crosses_no_more_than_the_order_of_the_file(brief: Brief) -> None:
    net, order = net_and_order(brief)
    assert [sorted(column) for column in order] == [sorted(column) for column in net.columns]
    assert crossings(order, net.after) <= crossings(net.columns, net.after)


def test_crossings_are_counted_as_one_counts_them_by_hand() -> None:
    after = [[4, 5], [3], [3, 4], [], [], []]
    assert crossings([[0, 1, 2], [3, 4, 5]], after) == 5
    assert crossings([[1, 2, 0], [3, 4, 5]], after) == 0


@pytest.mark.parametrize("seed", range(5))
def test_webs_of_sixty_sources_have_less_than_a_third_of_the_crossings_of_the_plain_order(seed: int) -> None:
    net, order = net_and_order(a_web(60, 5, seed))
    assert crossings(order, net.after) * 3 < crossings(net.columns, net.after)


def test_a_tree_has_no_crossings() -> None:
    tree = [a_source(f"s{n}", *(f"s{m}" for m in (3 * n + 3, 3 * n + 1, 3 * n + 2) if m < 40)) for n in range(40)]
    net, order = net_and_order(a_brief(tree))
    assert crossings(order, net.after) == 0


def test_the_same_web_is_always_laid_out_in_the_same_way() -> None:
    assert wide(a_web(60)) == wide(a_web(60))


# ---- places


@given(briefs(), st.data())
def test_no_two_of_a_layer_come_nearer_than_they_may(brief: Brief, data: st.DataObject) -> None:
    net, order = net_and_order(brief)
    heights = data.draw(st.lists(st.integers(40, 200), min_size=len(brief.sources), max_size=len(brief.sources)))
    middles = placed(order, net, heights)
    tops = [middle - height // 2 for middle, height in zip(middles, heights, strict=False)]
    assert min([*tops, *middles[len(heights) :]]) == 0
    for column in order:
        boxes = [node for node in column if node < len(heights)]
        assert all(tops[lower] - (tops[upper] + heights[upper]) >= BETWEEN for upper, lower in pairwise(boxes))


def test_a_chain_without_forks_is_one_straight_line() -> None:
    drawing = wide(a_brief([a_source("a", "b"), a_source("b", "c", kind="audio"), a_source("c", kind="person")]))
    assert all(re.fullmatch(r"M\d+ \d+H\d+", line.path) for line in drawing.lines)


@given(briefs().filter(is_wide))
def test_boxes_do_not_overlap_and_stand_within_the_drawing(brief: Brief) -> None:
    drawing = wide(brief)
    boxes = list(edges_of(drawing).values())
    assert all(
        left >= 0 and top >= 0 and right <= drawing.width and bottom <= drawing.height
        for left, top, right, bottom in boxes
    )
    assert not [
        (a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


@given(briefs().filter(is_wide))
def test_lines_go_right_meet_no_box_and_end_at_theirs(brief: Brief) -> None:
    assert_lines_are_sound(wide(brief))


@pytest.mark.parametrize("seed", range(3))
def test_lines_of_a_web_of_sixty_are_as_sound(seed: int) -> None:
    assert_lines_are_sound(wide(a_web(60, 6, seed)))


def assert_lines_are_sound(drawing: Drawing) -> None:
    boxes = edges_of(drawing)
    for line in drawing.lines:
        for way in points(line.path):
            assert all(left[0] < right[0] for left, right in pairwise(way))
            assert not [
                (point, box)
                for point in way
                for box in boxes.values()
                if box[0] < point[0] < box[2] and box[1] - 2 < point[1] < box[3] + 2
            ]
        left, top, _, bottom = boxes[line.source]
        assert any(way[-1][0] == left and top < way[-1][1] < bottom for way in points(line.path))


def test_a_chain_of_more_layers_than_have_room_for_words_is_not_drawn_wide() -> None:
    long = [a_source(f"s{n}", *([f"s{n + 1}"] if n < 6 else [])) for n in range(7)]
    hops = hops_of(a_brief(long))
    assert draw_wide(shown_of(a_brief(long), hops, WORDS), hops, WORDS) is None
    assert wide(a_brief(long[1:])).layers == 6


@pytest.mark.parametrize("layers", WIDTHS)
def test_a_drawing_is_no_wider_than_the_style_has_room_for(layers: int) -> None:
    inferred = a_web(60, layers, 7)
    drawing = wide(inferred)
    assert drawing.width <= WIDTHS[drawing.layers]


# ---- many


def test_three_hundred_sources_are_laid_out() -> None:
    web = a_web(300, 6)
    drawing = wide(web)
    assert len(drawing.boxes) == 300
    assert_lines_are_sound(drawing)
    hops = hops_of(web)
    assert len(draw_rail(shown_of(web, hops, WORDS), hops).rows) == 300


def test_layers_in_which_everyone_took_from_everyone_are_laid_out() -> None:
    deep, high = 6, 30
    names = [[f"s{layer * high + n}" for n in range(high)] for layer in range(deep)]
    sources = [
        a_source(id_, *(names[layer + 1] if layer + 1 < deep else [])) for layer in range(deep) for id_ in names[layer]
    ]
    assert len(wide(a_brief(sources)).boxes) == deep * high
