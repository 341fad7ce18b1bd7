"""How the picture of a brief is drawn: its letters, icons and colours, and that they can be read."""

from pathlib import Path

import pytest
from changes import replace
from drawing_cards import REASON_TEXT, UKRAINIAN, drawn, entry_with, opened
from made_brief import ENTRY
from made_site import SETTINGS, a_site
from PIL import Image, ImageChops, ImageDraw, ImageStat

from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State, Status
from sitegen.render import Site
from sitegen.render.cards.drawing import draw_card
from sitegen.render.cards.faces import BOLD, SANS, SERIF, Fitted, face, wrapped
from sitegen.render.cards.letters import ink_of
from sitegen.render.cards.strokes import strokes_of
from sitegen.render.cards.telling import Card
from sitegen.render.look import ICONS, READABLE, contrast, look_of, mixed
from sitegen.theme import load_theme

NAMES = [*(status.value for status in Status), "mixed", "withdrawn"]


def icon_of(site: Site, name: str) -> str:
    drawings = site.press.value(ICONS, "drawings")
    assert isinstance(drawings, dict)
    return str(drawings[name])


# ---- how it is drawn


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY,
        entry_with(
            title="What the Herald reported: " + "a story of cranes, tugs and tides " * 9, reason=REASON_TEXT * 3
        ),
        entry_with(title=UKRAINIAN, state=State.REVIEW),
        entry_with(state=State.WITHDRAWN, badge="Withdrawn"),
        entry_with(title="W" * 500, reason="M" * 500, publisher="W" * 200, state=State.REVIEW),
        entry_with(title="", reason="", publisher=""),
    ],
    ids=["mixed", "long", "review", "withdrawn", "wide", "bare"],
)
def test_a_card_is_a_small_png_and_the_same_every_time(site: Site, entry: Entry) -> None:
    contents = drawn(site, entry)
    picture = opened(contents)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))
    assert len(contents) <= 40_000
    assert drawn(site, entry) == contents


def test_whatever_a_card_says_stays_within_its_lines(site: Site) -> None:
    wide = entry_with(title="W" * 500, reason="M" * 500, publisher="W" * 200, state=State.REVIEW)
    other = a_site(site.theme.own.parent, replace(SETTINGS, title="W" * 200))
    picture = opened(drawn(other, wide)).convert("RGB")
    paper = other.look.colour("paper")
    margins = ((1150, 268, 1200, 630), (20, 268, 60, 630), (20, 268, 1200, 290), (20, 525, 1200, 544))
    assert [
        box for box in margins if picture.crop(box).getcolors() != [((box[2] - box[0]) * (box[3] - box[1]), paper)]
    ] == []


def test_however_many_statuses_there_are_their_counts_stay_on_the_band(site: Site) -> None:
    counted = entry_with(counts=tuple((status, 30) for status in Status), state=State.REVIEW)
    picture = opened(drawn(site, counted)).convert("RGB")
    for box in ((200, 104, 1200, 112), (200, 262, 1200, 268)):
        assert len(picture.crop(box).getcolors() or []) == 1


def test_each_status_has_a_drawing_and_colours_of_its_own(site: Site) -> None:
    bands = {}
    for name in NAMES:
        card = Card(name, "Status", "today", "Site", title="Title")
        bands[name] = draw_card(card, site.look, strokes_of(icon_of(site, name)))
        assert bands[name] != draw_card(card, site.look, []), name
    assert len(set(bands.values())) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_fills_its_square_and_does_not_leave_it(site: Site, name: str) -> None:
    points = [point for stroke in strokes_of(icon_of(site, name)) for point in stroke.points]
    for places in zip(*points, strict=True):
        assert min(places) >= 1
        assert max(places) <= 15
        assert max(places) - min(places) >= 7


def test_dashes_are_as_long_as_they_should_be() -> None:
    (one, two) = strokes_of('<path d="M0 0h10v5" stroke-dasharray="6 4"/>')
    assert one.points == ((0, 0), (6, 0))
    assert two.points == ((10, 0), (10, 5))


@pytest.mark.parametrize("drawing", ['<ellipse cx="1"/>', '<path d="M1 1a4 4 0 0 1 8 0"/>'])
def test_an_icon_that_is_drawn_in_other_ways_is_left_out(tmp_path: Path, drawing: str) -> None:
    with pytest.raises(ValueError, match=r"ellipse|a"):
        strokes_of(drawing)
    template = tmp_path / "templates" / ICONS
    template.parent.mkdir(parents=True)
    template.write_text(f"{{% set drawings = {{'mixed': '{drawing}'}} %}}", encoding="utf-8")
    assert drawn(a_site(tmp_path), ENTRY)


@pytest.mark.parametrize("name", [BOLD, SANS, SERIF])
@pytest.mark.parametrize("text", ["Wavy AVAToll: “Ty” 1,017 fjörds", UKRAINIAN, "Te\u0331ṟa a\u0331 b"])
def test_letters_set_one_by_one_are_as_true_as_a_line_drawn_as_a_whole(name: str, text: str) -> None:
    size = 40
    ink, left, above = ink_of(Fitted(name, size, (text,), 0))

    def whole(finer: int) -> Image.Image:
        line = Image.new("L", (ink.width * finer, ink.height * finer))
        font = face(name, size * finer)
        ImageDraw.Draw(line).text((left * finer, above * finer), text, fill=255, font=font, anchor="ls")
        return line.reduce(finer)

    def off(drawn: Image.Image) -> float:
        return ImageStat.Stat(ImageChops.difference(drawn, whole(16))).sum[0]

    assert off(ink) < 1.1 * off(whole(2))


def test_lines_are_no_longer_than_their_width_and_lose_nothing() -> None:
    text = "The long crane of the Northern quay fell, " + "W" * 90
    for size in (20, 43, 60):
        fitted = wrapped(text, SERIF, size, 600, even=True)
        assert "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")
        assert max(face(SERIF, size).getlength(line) for line in fitted.lines) <= 606


# ---- colours


@pytest.mark.parametrize("name", [status.value for status in Status] + ["mixed", "ink", "soft", "accent"])
@pytest.mark.parametrize("paper", ["#fcfbf8", "#777777", "#101417"])
def test_colours_can_be_read_on_paper_and_on_their_tint(tmp_path: Path, name: str, paper: str) -> None:
    css = tmp_path / "templates" / "css" / "ours.css"
    css.parent.mkdir(parents=True)
    css.write_text(f":root {{ --paper: light-dark({paper}, #000); }}", encoding="utf-8")
    look = look_of(load_theme(tmp_path), "")
    ground = look.colour("paper")
    assert ground == tuple(bytes.fromhex(paper[1:]))
    for under in (ground, mixed(ground, look.colour(name), 0.1)):
        assert contrast(look.on(name, under), under) >= READABLE


@pytest.mark.parametrize("name", [status.value for status in Status] + ["mixed"])
def test_the_colours_of_the_theme_need_no_change(site: Site, name: str) -> None:
    tint = mixed(site.look.colour("paper"), site.look.colour(name), 0.1)
    assert site.look.on(name, tint) == site.look.colour(name)
    assert site.look.colour(name) != site.look.colour("ink")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def test_the_accent_of_the_settings_is_that_of_the_card(tmp_path: Path) -> None:
    site = a_site(tmp_path, replace(SETTINGS, accent="#7a1f3d"))
    assert site.look.colour("accent") == (0x7A, 0x1F, 0x3D)
    colours = opened(drawn(site, ENTRY)).convert("RGB").getcolors(256) or []
    assert (0x7A, 0x1F, 0x3D) in {colour for _, colour in colours}
