"""The source chain drawn: what both drawings say, how the page shows them, and a quote as text to copy."""

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, KINDS, QUOTES, SOURCES, WORDS
from made_chains import a_brief, a_source, a_web
from made_site import a_site
from reading_pages import Reader, page_of, read_xml

from sitegen.model.annotations import Hop, Withdrawal
from sitegen.model.brief import Label, PrintedSource
from sitegen.model.hops import hops_of
from sitegen.model.vocabulary import Basis, Circumstances, Identified, Status
from sitegen.render import Site
from sitegen.render.assets import asset_outputs
from sitegen.render.chain import Chain, draw
from sitegen.render.chain.boxes import LINK, content_of
from sitegen.render.chain.measuring import width_of, wrapped
from sitegen.render.chain.shown import Shown, shown_of
from sitegen.render.citing import citation_of

SVG = "{http://www.w3.org/2000/svg}"
JOINED = a_brief(
    [
        a_source("paper", "wire", "radio"),
        a_source("wire", "office"),
        a_source("radio", "office"),
        a_source("office", kind="official-statement"),
    ]
)


def drawn(brief: object = BRIEF) -> Chain:
    """Draw a brief that has a chain."""
    chain = draw(brief, WORDS)  # type: ignore[arg-type]  # a brief
    assert chain is not None
    return chain


def shown(*sources: PrintedSource) -> list[Shown]:
    """Return sources as they are drawn."""
    brief = a_brief(sources)
    return shown_of(brief, hops_of(brief), WORDS)


def figure_of(page: str) -> str:
    """Return the figure of a page as the page has it."""
    return page[page.index('<figure class="wide chain') : page.index("</figure>") + len("</figure>")]


# ---- what is said of a source


def test_both_drawings_have_every_source_once() -> None:
    chain = drawn()
    assert chain.wide is not None
    assert [box.source.id for box in chain.wide.boxes] == [source.id for source in SOURCES]
    assert sorted(row.source.id for row in chain.rail.rows) == sorted(source.id for source in SOURCES)


def test_one_source_is_no_chain() -> None:
    assert draw(replace(BRIEF, sources=SOURCES[:1]), WORDS) is None


def test_sources_in_a_circle_are_drawn_all_the_same() -> None:
    chain = drawn(a_brief([a_source("paper"), a_source("a", "b"), a_source("b", "a")]))
    assert chain.wide is not None
    assert len(chain.wide.boxes) == len(chain.rail.rows) == 3


def test_signs_say_what_to_know_of_a_source() -> None:
    source = replace(a_source("b", kind="audio"), identified=Identified.CLAIMED, circumstances=Circumstances.CAPTIVE)
    first, second = shown(a_source("a", "b"), source)
    assert first.words_of_signs == ("publisher",)
    assert second.words_of_signs == ("said to be", "held captive", "needs a check")
    assert second.style == "s-unverified loose"
    assert second.title == "Source b. Audio, said to be, held captive, needs a check. Taken up by Source a"


@pytest.mark.parametrize("kind", ["not-stated", "anonymous-source"])
def test_kinds_that_name_nobody_are_drawn_as_the_unnamed_are(kind: str) -> None:
    assert shown(a_source("a", "b"), a_source("b", kind=kind))[1].is_loose


def test_what_several_took_from_is_one_source_and_where_nothing_stands_behind_it_one_origin() -> None:
    paper, wire, _, office, desk = shown(*JOINED.sources[:3], a_source("office", "desk"), a_source("desk"))
    assert office.words_of_signs == ("one source, not 2",)
    assert office.is_joint
    assert office.taken_by == "Taken up by Source wire and Source radio"
    assert not any(each.is_joint for each in (paper, wire, desk))
    assert shown(*JOINED.sources)[3].words_of_signs == ("one origin, not 2",)


def test_a_hop_that_is_inferred_says_so() -> None:
    inferred = replace(a_source("a"), hops=(Hop("b", Basis.INFERRED),))
    chain = drawn(a_brief([inferred, a_source("b")]))
    assert chain.wide is not None
    assert [(line.style, label.words) for line, label in zip(chain.wide.lines, chain.wide.labels, strict=True)] == [
        ("inferred", "inferred")
    ]
    assert chain.rail.rows[1].inferred
    assert chain.rail.rows[1].source.taken_by == "Taken up by Source a (inferred)"


def test_a_word_on_a_line_stands_only_where_every_hop_that_arrives_is_inferred() -> None:
    inferred = replace(a_source("wire"), hops=(Hop("office", Basis.INFERRED),))
    chain = drawn(a_brief([JOINED.sources[0], inferred, *JOINED.sources[2:]]))
    assert chain.wide is not None
    assert {line.style for line in chain.wide.lines if line.source == "office"} == {"joint", "joint inferred"}
    assert not chain.wide.labels


def test_a_source_names_the_quotes_that_rest_directly_on_it_with_their_status() -> None:
    of_voice = replace(QUOTES[0], credit=replace(QUOTES[0].credit, inferred=True))
    again, gone = replace(of_voice, id="again", number=3), replace(of_voice, id="gone", number=4)
    gone = replace(gone, withdrawn=Withdrawal("2024-03-06", "A mistake."))
    brief = replace(BRIEF, quotes=(of_voice, QUOTES[1], again, gone))
    found = {each.id: each.quotes for each in shown_of(brief, hops_of(brief), WORDS)}
    assert [(quote.id, quote.words, quote.is_inferred) for quote in found["voice"]] == [
        ("crane", "Quote 1", True),
        ("again", "3", True),
    ]
    assert found["office"][0].title == "Quote 2: Disputed as of 5 March 2024"
    assert found["voice"][0].title == "Quote 1: Not verified as of 5 March 2024 (inferred)"
    assert not found["tape"]


# ---- boxes


def test_a_long_name_is_cut_after_three_lines_and_whole_in_the_title(site: Site) -> None:
    name = "Commission of the united harbours of the northern and the southern quays for what fell into the water"
    long = replace(a_source("b"), name=name)
    box = content_of(shown(a_source("a", "b"), long)[1], 176)
    lines = [line.words for line in box.lines if line.role == "name"]
    assert len(lines) == 3
    assert lines[-1].endswith(" …")
    assert f"<title>{name}. " in page_of(site, a_brief([a_source("a", "b"), long]))


@given(st.text(max_size=80), st.integers(90, 160), st.integers(1, 3))
def test_lines_fit_and_lose_nothing_but_what_is_cut(text: str, width: int, lines: int) -> None:
    found = wrapped(text, width, 13, lines)
    assert len(found) <= lines
    assert all(width_of(line, 13) <= width for line in found)
    if not found[-1].endswith("…"):
        assert "".join(found).replace(" ", "") == "".join(text.split())


def test_links_to_quotes_are_large_enough_to_hit_and_do_not_overlap() -> None:
    quotes = [
        replace(QUOTES[0], id=f"q{n}", number=n, credit=replace(QUOTES[0].credit, source="a")) for n in range(1, 31)
    ]
    brief = a_brief([a_source("a", "b"), a_source("b")], quotes)
    box = content_of(shown_of(brief, hops_of(brief), WORDS)[0], 176)
    assert len(box.links) == 30
    spots = [(link.x - link.width // 2, link.y, link.width) for link in box.links]
    assert all(width >= 24 for _, _, width in spots)
    assert all(x >= 0 and x + width <= 176 - 20 and y + LINK < box.height for x, y, width in spots)
    rows = {y for _, y, _ in spots}
    assert all(b - a > LINK for a, b in pairwise(sorted(rows)))
    assert all(b[0] - (a[0] + a[2]) >= 1 for a, b in pairwise(spots) if a[1] == b[1]), "beside one another"


# ---- icons


def test_every_kind_of_source_has_an_icon_and_no_two_the_same(site: Site) -> None:
    page = page_of(
        site, a_brief([a_source("a", *KINDS.sources), *(a_source(kind, kind=kind) for kind in KINDS.sources)])
    )
    icons = dict(re.findall(r'<symbol id="_kind-([\w-]+)"[^>]*>(.+?)</symbol>', page))
    assert icons.keys() == KINDS.sources.keys()
    assert len(set(icons.values())) == len(icons)


def test_another_page_shows_an_icon_by_the_kind_alone(site: Site) -> None:
    template = site.press._open().from_string(  # noqa: SLF001  (as a template of another page would)
        '{% from "macros/kinds.html" import kind_icon %}{{ kind_icon(kind) }}'
    )
    icons = [template.render(kind=kind) for kind in KINDS.sources]
    assert all(read_xml(icon).get("aria-hidden") == "true" for icon in icons)
    assert len(set(icons)) == len(icons)


# ---- the page


def test_the_figure_is_sound_and_its_pictures_have_names(site: Site) -> None:
    page = figure_of(page_of(site, a_web(30)))
    svg = page[page.index('<svg class="drawing"') :]
    root = read_xml(svg[: svg.index("</svg>") + 6].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    boxes = [each for each in root.iter(f"{SVG}g") if each.get("role")]
    assert len(boxes) == 30
    for box in boxes:
        links = list(box.iter(f"{SVG}a"))
        # What is an image for screen readers has no parts; where there are links to reach, it is a group.
        assert box.get("role") == ("group" if links else "img")
        assert all(part.findtext(f"{SVG}title") for part in (box, *links))
    hidden = [each for each in root.iter() if each.get("aria-hidden") == "true"]
    assert not [link for each in hidden for link in each.iter(f"{SVG}a")], "what has the focus is not hidden"


def test_both_drawings_link_each_quote_from_where_it_rests(site: Site) -> None:
    page = page_of(site)
    links = re.findall(r'href="#(crane|denial)"', figure_of(page))
    assert sorted(links) == ["crane", "crane", "denial", "denial"]


def test_the_legend_shows_what_occurs_and_nothing_else(tmp_path: Path) -> None:
    briefs = (BRIEF, a_brief([a_source("a", "b"), a_source("b")]), JOINED)
    whole, plain, joined = (figure_of(page_of(a_site(tmp_path), brief)) for brief in briefs)
    for name, occurs in (("inferred", True), ("loose", True), ("unchecked", True), ("joint", False)):
        text = WORDS(f"chain_drawing.legend.{name}")
        assert (text in Reader(whole).text) is occurs
        assert text not in Reader(plain).text
    assert WORDS("chain_drawing.legend.joint") in Reader(joined).text


def test_a_chain_too_long_to_go_from_left_to_right_has_rows_alone(site: Site) -> None:
    long = a_brief(a_source(f"s{n}", *([f"s{n + 1}"] if n < 11 else [])) for n in range(12))
    page = figure_of(page_of(site, long))
    assert 'class="drawing"' not in page
    assert page.count("<li>") > 11


def test_names_are_text_wherever_they_stand(site: Site) -> None:
    page = page_of(site, a_brief([a_source("a", "b"), replace(a_source("b"), name="<b onclick=x>&amp;")]))
    assert "<b onclick" not in page


def test_a_page_of_sixty_sources_is_light_enough(site: Site) -> None:
    sent = [page_of(site, a_web(60)).encode()]
    for output in asset_outputs(site):
        found = output.make()
        assert isinstance(found, bytes)
        sent.append(found)
    assert sum(len(gzip.compress(each)) for each in sent) < 45_000


# ---- citing


def test_a_label_without_a_second_line_is_copied_alone(site: Site) -> None:
    quote = replace(QUOTES[0], label=Label(Status.OPINION, "Opinion, as of 5 March 2024"))
    assert citation_of(site, BRIEF, quote).startswith("[Opinion, as of 5 March 2024]\n")
