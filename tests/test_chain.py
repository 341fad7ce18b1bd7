"""The source chain laid out, and a quote as text to copy."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from made_brief import BRIEF, QUOTES, SOURCES, a_site

from sitegen.model.annotations import Hop
from sitegen.model.brief import Label
from sitegen.model.vocabulary import Status
from sitegen.render import Site
from sitegen.render.chain import draw, hops_of, layers_of, rows_of
from sitegen.render.citing import citation_of


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path)


# ---- the drawing


def test_the_drawing_has_every_source_and_every_hop_and_all_go_right() -> None:
    drawing = draw(BRIEF)
    assert drawing is not None
    assert [node.id for node in drawing.nodes] == [source.id for source in SOURCES]
    assert len(drawing.edges) == 4
    layers = layers_of(BRIEF, hops_of(BRIEF))
    assert all(layers[upper] > layers[lower] for lower, uppers in hops_of(BRIEF).items() for upper in uppers)
    assert [edge.is_inferred for edge in drawing.edges] == [False, False, True, False]


def test_no_two_boxes_of_a_drawing_overlap() -> None:
    many = tuple(replace(SOURCES[4], id=f"s{n}", steps=()) for n in range(6))
    joined = (replace(SOURCES[0], hops=tuple(Hop(f"s{n}") for n in range(4))), *many)
    joined = (
        *joined[:2],
        replace(many[1], hops=(Hop("s4"), Hop("s5"))),
        replace(many[2], hops=(Hop("s5"),)),
        *many[3:],
    )
    brief = replace(BRIEF, sources=joined)
    hops = hops_of(brief)
    layers, rows = layers_of(brief, hops), rows_of(brief, hops)
    places = sorted((layers[source.id], rows[source.id]) for source in joined)
    assert all(a[0] != b[0] or b[1] - a[1] >= 1 for a, b in pairwise(places))


def test_sources_in_a_circle_are_drawn_all_the_same() -> None:
    a, b = (
        replace(SOURCES[3], id="a", hops=(Hop("b"),), steps=()),
        replace(SOURCES[3], id="b", hops=(Hop("a"),), steps=()),
    )
    drawing = draw(replace(BRIEF, sources=(SOURCES[0], a, b)))
    assert drawing is not None
    assert len(drawing.nodes) == 3


def test_one_source_is_no_chain() -> None:
    assert draw(replace(BRIEF, sources=SOURCES[:1])) is None


def test_a_label_without_a_second_line_is_copied_alone(site: Site) -> None:
    quote = replace(QUOTES[0], label=Label(Status.OPINION, "Opinion, as of 5 March 2024"))
    assert citation_of(site, BRIEF, quote).startswith("[Opinion, as of 5 March 2024]\n")
