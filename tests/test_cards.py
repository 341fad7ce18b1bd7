"""The picture of a brief in link previews: what it says, that it can be read, and that it is the same every time."""

from io import BytesIO
from pathlib import Path

import pytest
from changes import replace
from made_brief import ENTRY, QUOTES, SETTINGS, a_site, an_entry, shelved
from PIL import Image, ImageChops, ImageDraw, ImageStat
from reading_pages import Reader, page_of

from sitegen.config import Settings
from sitegen.model.entry import Entry
from sitegen.model.output import Edition, Group
from sitegen.model.vocabulary import State, Status
from sitegen.render import BriefGroup, Neighbours, Site, brief_outputs
from sitegen.render.cards import card_outputs, picture_of
from sitegen.render.cards.characters import characters, drawable
from sitegen.render.cards.drawing import draw_card
from sitegen.render.cards.faces import BOLD, SANS, SERIF, Fitted, face, wrapped
from sitegen.render.cards.letters import ink_of
from sitegen.render.cards.strokes import strokes_of
from sitegen.render.cards.telling import NAME, REASON, TITLE, Card, card_of
from sitegen.render.look import ICONS, READABLE, contrast, look_of, mixed
from sitegen.theme import load_theme

REASON_TEXT = "Rests on an audio recording. We found no mention in the article of a check of it."
UKRAINIAN = "Що повідомив «Вісник гавані»: голосове повідомлення про кран"
NAMES = [*(status.value for status in Status), "mixed", "withdrawn"]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path)


def entry_with(**changes: object) -> Entry:
    return an_entry("harbour-crane", **changes)


def told(site: Site, entry: Entry) -> Card:
    card = card_of(site, entry)
    assert card
    return card


def drawn(site: Site, entry: Entry) -> bytes:
    (output,) = card_outputs(site, entry)
    found = output.make()
    assert isinstance(found, bytes)
    return found


def opened(contents: bytes) -> Image.Image:
    return Image.open(BytesIO(contents))


def icon_of(site: Site, name: str) -> str:
    drawings = site.press.value(ICONS, "drawings")
    assert isinstance(drawings, dict)
    return str(drawings[name])


# ---- what it says


@pytest.mark.parametrize("status", Status)
def test_a_card_begins_with_its_status_and_the_day_of_it(site: Site, status: Status) -> None:
    entry = entry_with(badge_status=status, counts=((status, 2),))
    label = site.words(f"status.{status}.label")
    assert told(site, entry).words == (
        f"{label} as of 5 March 2024. A voice message about a crane. Rests on an audio recording. "
        "Brief of one article · Port Herald. Harbour Desk."
    )


def test_where_quotes_differ_a_card_counts_them(site: Site) -> None:
    assert told(site, ENTRY).words.startswith("Mixed as of 5 March 2024: 1 not verified, 1 disputed. A voice message")
    with_main = entry_with(badge_status=Status.CONFIRMED, counts=((Status.UNVERIFIED, 3), (Status.CONFIRMED, 1)))
    assert told(site, with_main).words.startswith("Content confirmed as of 5 March 2024: 3 not verified, 1 confirmed.")


def test_a_brief_without_quotes_says_so(site: Site) -> None:
    assert told(site, entry_with(counts=())).words.startswith("No quotes as of 5 March 2024.")


def test_a_brief_without_a_day_says_so(site: Site) -> None:
    entry = entry_with(date="", badge_status=Status.OPINION, counts=((Status.OPINION, 1),))
    assert told(site, entry).words.startswith("Opinion (no day given). A voice message")


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"state": State.REVIEW}, "Under review: this brief is not finished."),
        ({"state": State.REVIEW, "proposed": True}, "Proposed by software, not reviewed by an editor."),
    ],
)
def test_what_no_editor_has_finished_says_so_first(site: Site, changes: dict[str, object], mark: str) -> None:
    entry = entry_with(**changes, reason=f"Proposed by software, not reviewed by an editor. {REASON_TEXT}")
    words = told(site, entry).words
    assert words.startswith(f"{mark} Mixed as of 5 March 2024")
    assert words.count("Proposed by software") == mark.count("Proposed by software")
    assert dark_share(drawn(site, entry), 100) > 0.7
    assert dark_share(drawn(site, replace(entry, state=State.PUBLISHED, proposed=False)), 100) < 0.2


def dark_share(contents: bytes, height: int) -> float:
    """Return how much of the upper rows is nearly black."""
    values = opened(contents).convert("L").crop((0, 0, 1200, height)).histogram()
    return sum(values[:64]) / sum(values)


def test_the_card_of_a_withdrawn_brief_says_so_and_nothing_else(site: Site) -> None:
    entry = entry_with(state=State.WITHDRAWN, badge="Withdrawn on 1 April 2024", reason="The tape was faked.")
    assert told(site, entry).words == "Withdrawn on 1 April 2024. Harbour Desk."


def test_a_card_has_no_words_of_a_quote_and_no_claim(site: Site) -> None:
    entry = entry_with(badge="Claim: The crane was called sound. Not verified as of 5 March 2024.")
    words = told(site, entry).words
    assert "called sound" not in words
    assert not [quote.id for quote in QUOTES for part in quote.parts if part in words]


def test_masked_words_are_a_gap(site: Site) -> None:
    assert told(site, entry_with(title="What █████ said")).title == "What […] said"


def test_a_long_title_is_cut_between_words(site: Site) -> None:
    title = told(site, entry_with(title="quay and crane " * 40)).title
    assert TITLE - 20 < len(title) <= TITLE
    assert title.endswith(("quay…", "crane…", "and…"))


def test_a_long_reason_is_cut_at_a_sentence(site: Site) -> None:
    first = f"Rests on what Mr. Quay says, and on {'a video, ' * 12}a tape."
    assert told(site, entry_with(reason=f"{first} {REASON_TEXT}")).reason == f"{first} Rests on an audio recording."
    assert told(site, entry_with(reason=f"Rests on {'a tape, ' * 60}a video. More.")).reason.endswith("tape, a…")
    assert len(told(site, entry_with(reason="x" * 900)).reason) <= REASON


def test_long_names_are_cut(site: Site) -> None:
    card = told(site, entry_with(publisher="The Herald of the Port " * 9))
    assert card.of.startswith("Brief of one article · The Herald of the Port")
    assert card.of.endswith("…")
    assert len(card.of) < NAME + 30


# ---- scripts


def test_every_face_has_every_character_that_it_is_believed_to_have() -> None:
    for name in (SERIF, BOLD, SANS):
        missing = bytes(face(name, 40).getmask("\uffff"))
        shown = {char: bytes(face(name, 40).getmask(char)) for char in characters() if char.isalnum()}
        assert [char for char, mask in shown.items() if mask == missing] == []
        assert len(shown) > 900


@pytest.mark.parametrize(
    "text", [UKRAINIAN, "Ґанок, ї, є, і, п’ять", "Ηχώ του λιμανιού", "Åæøþ ğ ș ž ẽ", "“So” – said… №1 €5", "e\u0301"]
)
def test_latin_greek_and_cyrillic_are_drawn(text: str) -> None:
    assert drawable(text)


def test_a_ukrainian_title_is_drawn(site: Site) -> None:
    with_title = entry_with(title=UKRAINIAN)
    assert told(site, with_title).title == UKRAINIAN
    assert drawn(site, with_title) != drawn(site, entry_with(title=UKRAINIAN.replace("і", "и")))


@pytest.mark.parametrize("text", ["رسالة صوتية", "הודעה קולית", "語音訊息", "ฝั่ง", "A crane \U0001f3d7", "■"])
def test_lines_in_other_scripts_are_left_out_and_the_status_stays(site: Site, text: str) -> None:
    words = told(site, entry_with(title=text, publisher=text, reason=f"Rests on {text}.")).words
    assert words == "Mixed as of 5 March 2024: 1 not verified, 1 disputed. Brief of one article. Harbour Desk."
    assert opened(drawn(site, entry_with(title=text, publisher=text, reason=text))).size == (1200, 630)


def test_where_the_status_cannot_be_drawn_there_is_no_card(site: Site) -> None:
    sentences = {**site.words.sentences, "page.mixed": "متباين"}
    other = replace(site, words=replace(site.words, sentences=sentences))
    assert list(card_outputs(other, ENTRY)) == []
    assert picture_of(other, ENTRY) is None


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


# ---- where it stands, and when it is made


@pytest.mark.parametrize(
    ("settings", "edition"),
    [
        (replace(SETTINGS, url=""), Edition.BUILD),
        (replace(SETTINGS, cards=False), Edition.BUILD),
        (SETTINGS, Edition.PREVIEW),
    ],
    ids=["no address", "no cards", "preview"],
)
def test_without_address_or_where_nobody_wants_it_there_is_no_card(
    tmp_path: Path, settings: Settings, edition: Edition
) -> None:
    site = a_site(tmp_path, settings, edition)
    paths = [each.path for each in brief_outputs(site, shelved(ENTRY)[0])]
    assert "briefs/harbour-crane.html" in paths
    assert not [path for path in paths if path.endswith(".png")]
    assert "og:image" not in page_of(site)


def test_the_page_names_the_card_and_what_it_says(site: Site) -> None:
    properties = {
        attributes.get("property") or attributes.get("name"): attributes.get("content")
        for tag, attributes in Reader(page_of(site)).elements
        if tag == "meta"
    }
    assert properties["og:image"] == "https://desk.example/briefs/cards/harbour-crane.png"
    assert properties["og:image:alt"] == told(site, ENTRY).words
    assert (properties["og:image:width"], properties["og:image:height"]) == ("1200", "630")
    assert properties["og:image:type"] == "image/png"
    assert properties["twitter:card"] == "summary_large_image"


def test_a_card_is_drawn_anew_only_where_it_says_or_looks_otherwise(site: Site, tmp_path: Path) -> None:
    def key(site: Site, **changes: object) -> str:
        (output,) = card_outputs(site, entry_with(**changes))
        return output.key

    assert key(site, summary="Another.", tags=("other",)) == key(site)
    assert key(site, title="Another") != key(site)
    assert key(site, badge_status=Status.FALSE) != key(site)
    assert key(a_site(tmp_path, replace(SETTINGS, footer="Another."))) == key(site)
    assert key(a_site(tmp_path, replace(SETTINGS, accent="#123456"))) != key(site)


def test_of_the_files_of_a_brief_the_card_alone_is_due_where_colours_change(tmp_path: Path) -> None:
    def group_of(root: Path) -> Group:
        (one,) = shelved(ENTRY)
        return BriefGroup(a_site(root), one, Neighbours([one]))

    plain, coloured = tmp_path / "plain", tmp_path / "coloured"
    (coloured / "templates/css").mkdir(parents=True)
    (coloured / "templates/css/ours.css").write_text(":root { --ink: #102030; }", encoding="utf-8")
    before, after = group_of(plain), group_of(coloured)
    assert before.key != after.key
    keys = before.keys(), after.keys()
    assert {path for path in keys[0] if keys[0][path] != keys[1][path]} == {"cards/harbour-crane.png"}
