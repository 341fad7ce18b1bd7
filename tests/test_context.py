"""Excerpts on a page: numbers, notes and marks."""

from pathlib import Path

from changes import replace
from made_brief import BRIEF, MARKDOWN
from made_site import a_site
from reading_pages import Reader, page_of

from sitegen.model.article import Role
from sitegen.model.brief import Brief, Excerpt, Stretch
from sitegen.render.context import shown_excerpts

EXCERPTS = (
    Excerpt((Stretch("", is_gap=True), Stretch("It was not said who drove.", ("gap 1",))), Role.BODY, skips=True),
    Excerpt(
        (
            Stretch("The driver said: "),
            Stretch("“They told us ", ("crane",)),
            Stretch("the <crane> was sound", ("crane", "denial")),
            Stretch(".”", ("crane",)),
            Stretch(" Then: ", ("caveat 1",)),
        ),
        Role.BODY,
    ),
)
SHOWN = replace(BRIEF, excerpts=EXCERPTS)


def page(tmp_path: Path, brief: Brief = SHOWN) -> str:
    section = "\n## In the article\n\nAbout it.\n\n> The driver said: [Quote 1](#crane)\n"
    return page_of(a_site(tmp_path), brief, f"{MARKDOWN}{section}")


def test_notes_are_numbered_through_all_excerpts_in_the_order_in_which_their_marks_end() -> None:
    first, second = shown_excerpts(SHOWN)
    assert [note.number for note in first.notes] == [1]
    ids = [(note.number, note.quote.id if note.quote else "") for note in second.notes]
    assert ids == [(2, "denial"), (3, "crane"), (4, "")]


def test_a_number_stands_where_its_mark_ends() -> None:
    _, second = shown_excerpts(SHOWN)
    ends = {piece.text: [note.number for note in piece.ends] for piece in second.pieces}
    assert ends == {
        "The driver said: ": [],
        "“They told us ": [],
        "the <crane> was sound": [2],
        ".”": [3],
        " Then: ": [4],
    }


def test_a_mark_of_what_the_brief_does_not_have_is_no_mark() -> None:
    (shown,) = shown_excerpts(replace(SHOWN, excerpts=(Excerpt((Stretch("Words", ("nobody",)),), Role.BODY),)))
    assert shown.notes == ()
    assert shown.pieces[0].notes == ()


def test_each_number_leads_to_a_note_that_says_status_reason_denial_and_every_caveat(tmp_path: Path) -> None:
    html = page(tmp_path)
    reader = Reader(html)
    assert set(reader.values("popovertarget")) == {f"_note{number}" for number in range(1, 5)}
    for number in range(1, 5):
        assert f'id="_note{number}"' in html
    note = html.partition('id="_note3"')[2].partition('id="_note4"')[0]
    for due in ("Not verified as of 5 March 2024", "no check reported", "Denied by the port office"):
        assert due in note
    for caveat in BRIEF.quotes[0].caveats:
        assert caveat.text.replace("&", "&amp;") in note


def test_the_status_of_each_quote_stands_below_its_excerpt_and_the_markdowns_excerpts_give_way(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert html.count('class="standing status') == 2
    section = html.partition('aria-labelledby="_context"')[2].partition("</section>")[0]
    assert "About it." in section
    assert "the &lt;crane&gt; was sound" in section
    assert '<a href="#crane">Quote 1</a>' not in section
