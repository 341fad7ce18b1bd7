"""The picture of a brief in link previews: what it says, in which scripts, where it stands, and when it is made."""

from pathlib import Path

import pytest
from changes import replace
from drawing_cards import REASON_TEXT, UKRAINIAN, drawn, entry_with, opened, told
from made_brief import ENTRY, QUOTES, shelved
from made_site import SETTINGS, a_site
from reading_pages import Reader, page_of

from sitegen.config import Settings
from sitegen.model.output import Edition, Group
from sitegen.model.vocabulary import State, Status
from sitegen.render import BriefGroup, Neighbours, Site, brief_outputs
from sitegen.render.cards import card_outputs, picture_of
from sitegen.render.cards.characters import characters, drawable
from sitegen.render.cards.faces import BOLD, SANS, SERIF, face
from sitegen.render.cards.telling import NAME, REASON, TITLE

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
