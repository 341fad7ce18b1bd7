"""The Markdown of a brief: what stands where, and the hash that tells an edit from a line end."""

from pathlib import Path

import pytest
import yaml
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF

from sitegen.compose import is_edited, to_markdown, write
from sitegen.compose.escape import escape
from sitegen.compose.sections.quotes import original_address
from sitegen.compose.written import sealed
from sitegen.model.annotations import About, Facts, Hop, Material, Version, Withdrawal
from sitegen.model.brief import Badge, Brief
from sitegen.model.vocabulary import Circumstances, Republish, State
from sitegen.words import load_words

WORDS = load_words("en")

WITHDRAWN = Badge(None, "Withdrawn on 1 May 2024", "A mistake.")


def test_the_front_matter_says_what_the_brief_is() -> None:
    _, front, _ = to_markdown(BRIEF, WORDS).split("---\n", 2)
    values = yaml.safe_load(front)
    assert list(values)[:9] == ["title", "date", "slug", "tags", "state", "status", "statuses", "publisher", "url"]
    assert values["statuses"] == {"unverified": 1, "disputed": 1}
    assert values["tags"] == list(BRIEF.about.tags)
    assert len(values["hash"]) == 64


def test_the_sections_stand_in_the_order_in_which_they_are_needed() -> None:
    lines = to_markdown(BRIEF, WORDS).splitlines()
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == [
        "Summary",
        "Key quotes",
        "Where it comes from",
        "What the article leaves open",
        "Before you repeat any of it",
        "How the text was held",
        "History and corrections",
        "How to cite",
    ]


def test_status_and_caveats_stand_before_the_words_of_a_quote() -> None:
    text = to_markdown(BRIEF, WORDS)
    part = text[text.index("### crane") : text.index("### denial")]
    places = [part.index(words) for words in ("**Not verified as of", "- **Not verified:**", "> “They told us")]
    assert places == sorted(places)
    for line in ("Denied by the port office", "Claim: The crane was called sound.", "Checks:", "Status before:"):
        assert line in part
    assert "- Recording: inconclusive, by us, 5 March 2024. No original found." in part


def test_every_caveat_of_a_quote_is_printed_with_it() -> None:
    text = to_markdown(BRIEF, WORDS)
    for quote in BRIEF.quotes:
        part = text[text.index(f"### {quote.id}") :].split("\n### ")[0].split("\n## ")[0]
        assert all(escape(caveat.text) in part for caveat in quote.caveats)


def test_the_sources_are_a_list_nested_along_their_chains() -> None:
    text = to_markdown(BRIEF, WORDS)
    part = text[text.index("## Where it comes from") : text.index("## What the article leaves open")]
    indents = [len(line) - len(line.lstrip()) for line in part.splitlines() if line.lstrip().startswith("- ")]
    assert indents == [0, 2, 4, 6, 2]
    assert "A crane driver** (Person, not named)" in part


def test_a_withdrawn_brief_is_a_tombstone() -> None:
    about = replace(BRIEF.about, withdrawn=Withdrawal("2024-05-01", "A mistake."))
    text = to_markdown(replace(BRIEF, state=State.WITHDRAWN, about=about, badge=WITHDRAWN), WORDS)
    assert "**This brief was withdrawn on 1 May 2024: A mistake.**" in text
    assert "##" not in text


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"state": State.DRAFT}, "**Draft: not published"),
        ({"state": State.REVIEW}, "**Under review: this brief is not finished.**"),
        ({"proposed": True}, "**Proposed by software, not reviewed by an editor.**"),
        ({"about": About(content=("graphic", "unheard-of"))}, "**Before you read: this brief describes violence"),
        ({"about": About()}, "Brief of one article\n"),
        ({"caveats": ()}, "No caveat was noted."),
    ],
)
def test_what_must_be_known_first_is_said_first(changes: dict[str, object], expected: str) -> None:
    assert expected in to_markdown(replace(BRIEF, **changes), WORDS)


def test_the_link_into_the_original_names_the_words() -> None:
    quote = BRIEF.quote("crane")
    url = "https://herald.example/crane"
    assert original_address(url, quote, "█████").endswith(
        "#:~:text=They%20told%20us%20the%20%3Ccrane%3E%20was%20sound."
    )
    assert original_address(f"{url}#part", quote, "█████") == f"{url}#part"
    assert original_address(url, replace(quote, parts=("They █████ us",)), "█████") == url
    assert original_address(url, replace(quote, parts=("a-b", "c, d")), "█████") == f"{url}#:~:text=a%2Db&text=c%2C%20d"
    long = original_address(url, replace(quote, parts=(" ".join(f"word{n}" for n in range(99)),)), "█████")
    assert long.endswith("word6%20word7,word91%20word92%20word93%20word94%20word95%20word96%20word97%20word98")


def test_a_composed_brief_is_not_edited_and_a_changed_one_is() -> None:
    text = to_markdown(BRIEF, WORDS)
    assert not is_edited(text)
    assert not is_edited(text.replace("\n", "\r\n"))
    assert not is_edited(f"\ufeff{text}")
    assert is_edited(text.replace("crane", "bridge", 1))
    assert is_edited(f"{text}\nOne more line.\n")
    assert is_edited("# A page of somebody's own\n")
    assert is_edited("---\ntitle: Own\n---\n\nhash: nothing\n")


@given(st.text(alphabet="abc\n-:# ", max_size=30))
def test_any_body_can_be_sealed(body: str) -> None:
    assert not is_edited(sealed('title: "x"\n', body))


def test_a_brief_is_written_only_where_it_differs(tmp_path: Path) -> None:
    text = to_markdown(BRIEF, WORDS)
    file = tmp_path / "content" / "briefs" / "crane.md"
    assert write(tmp_path, "crane", text)
    assert file.read_bytes() == text.encode()
    assert not write(tmp_path, "crane", text)
    file.write_bytes(text.replace("\n", "\r\n").encode())
    assert not write(tmp_path, "crane", text)
    assert write(tmp_path, "crane", text.replace("crane", "bridge"))
    assert [path.name for path in file.parent.iterdir()] == ["crane.md"]


def test_a_brief_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "crane", "old\n")

    def refuse(_part: Path, _to: Path) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError):  # noqa: PT011  (the one raised above)
        write(tmp_path, "crane", "new\n")
    folder = tmp_path / "content" / "briefs"
    assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["old\n"]


def test_what_a_killed_build_left_is_gone_once_the_brief_is_written(tmp_path: Path) -> None:
    class KilledError(Exception):
        pass

    def be_killed(*_: object, **__: object) -> None:
        raise KilledError

    with pytest.MonkeyPatch.context() as killing:
        killing.setattr(Path, "replace", be_killed)
        killing.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(KilledError):
            write(tmp_path, "crane", "new\n")
    folder = tmp_path / "content" / "briefs"
    assert len(list(folder.iterdir())) == 1
    write(tmp_path, "crane", "new\n")
    assert [path.name for path in folder.iterdir()] == ["crane.md"]


def test_the_same_brief_gives_the_same_text() -> None:
    again: Brief = replace(BRIEF)
    assert to_markdown(again, WORDS) == to_markdown(BRIEF, WORDS)


def test_what_is_known_of_a_source_stands_on_its_line() -> None:
    known = replace(
        BRIEF.source("tape"),
        also=("the tape",),
        note="Two minutes",
        interest="A party.",
        interest_basis="https://herald.example/party",
        reliability="C: Selects.",
        circumstances=Circumstances.CAPTIVE,
        material=Material(
            "union", "not-stated", "posted", "transcript", "https://a.example/t", "Norwegian", "us", "2024-03"
        ),
    )
    unknown = replace(
        BRIEF.source("voice"), material=Material(original="lost", original_language="not-stated", recorded="not-stated")
    )
    sources = tuple({"tape": known, "voice": unknown}.get(source.id, source) for source in BRIEF.sources)
    text = to_markdown(replace(BRIEF, sources=sources), WORDS)
    for words in (
        "- **Voice message** (Audio recording, held captive, needs a check, inferred). Also: the tape. Two minutes.",
        "Interest: A party. Reliability: C: Selects. Released by Dockers' union of the north and the south quays,",
        "The article had a transcript. Release: posted. Original: https://a.example/t. In Norwegian. Translated by us.",
        "Recorded: March 2024. ([where that can be read](https://herald.example/party))",
        "The original is lost. In which language it was said is not stated. When it was recorded is not stated.",
    ):
        assert words in text


def test_a_source_that_two_lead_to_stands_in_full_once() -> None:
    office = replace(BRIEF.source("office"), hops=(Hop("tape"),))
    sources = tuple(office if source.id == "office" else source for source in BRIEF.sources)
    text = to_markdown(replace(BRIEF, sources=sources), WORDS)
    assert "    - **Voice message** (Audio recording, needs a check, one source, not 2, inferred)" in text
    assert "    - Voice message (see above)" in text


def test_a_source_links_the_quotes_that_rest_directly_on_it() -> None:
    again = replace(BRIEF.quotes[0], id="again", number=3)
    text = to_markdown(replace(BRIEF, quotes=(*BRIEF.quotes, again)), WORDS)
    assert "**A crane driver** (Person, not named). Basis of [Quote 1](#crane) and [Quote 3](#again)." in text
    gone = replace(again, withdrawn=Withdrawal("2024-03-06", "A mistake."))
    assert "Basis of [Quote 1](#crane)." in to_markdown(replace(BRIEF, quotes=(*BRIEF.quotes, gone)), WORDS)


def test_how_the_text_was_held_says_all_that_is_known() -> None:
    facts = replace(
        BRIEF.facts,
        published_basis="editor",
        copy="The last line is cut.",
        archive="https://archive.example/crane",
        versions=(Version("2024-03-06", "Headline changed."),),
        republish=Republish.FULL,
        permission="CC BY 4.0",
    )
    about = replace(BRIEF.about, reviewed_by="Second editor", review_due="2024-09-01")
    text = to_markdown(replace(BRIEF, facts=facts, about=about), WORDS)
    for line in (
        "- **Published:** Port Herald, 4 March 2024 (the date is not in the text)",
        "- **Archived copy:** [a lasting copy elsewhere](https://archive.example/crane)",
        "- **What is wrong with our copy:** The last line is cut.",
        "- **Later version, 6 March 2024:** Headline changed.",
        "- **What we print:** more than excerpts, by permission: CC BY 4.0",
        "- **Reviewed by:** Second editor",
        "- **To be looked at again:** 1 September 2024",
    ):
        assert line in text


def test_a_brief_of_which_little_is_known_is_still_whole() -> None:
    bare = replace(
        BRIEF, facts=Facts(title="Crane fell"), publisher="", about=About(), quotes=(), sources=(), gaps=(), summary=""
    )
    text = to_markdown(bare, WORDS)
    assert "What an outlet that is not named reported, who said it" in text
    assert "The article: “Crane fell”, an outlet that is not named. Cited in" in text
    assert "## Summary" not in text
    assert "**Published:**" not in text
