"""Citations for reference managers, read back by the parsers that people use; and "How to cite" on the page."""

import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import jsonschema
import pytest
import rispy  # type: ignore[import-untyped]  # it has no types
from bibtexparser.middlewares import LatexDecodingMiddleware
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, CAVEATS, QUOTES, SETTINGS, WORDS, a_site

from sitegen.compose.markdown import to_markdown
from sitegen.config import Settings
from sitegen.model.annotations import About, Facts, Withdrawal
from sitegen.model.brief import Badge, Brief, PrintedQuote
from sitegen.model.vocabulary import State
from sitegen.render import Site
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.exports import biblatex, csl_json, ris
from sitegen.render.exports.citations.biblatex import escape

HARD = r"50 % of \{braces\} & $5 #1_a ~b ^c <d> “e” | it's"
LABEL = "Mixed as of 5 March 2024: 1 not verified and 1 disputed"
GONE = Withdrawal("2024-04-01", "Misheard.")
WITHDRAWN = replace(
    BRIEF,
    state=State.WITHDRAWN,
    facts=Facts(publisher="herald"),
    about=replace(BRIEF.about, withdrawn=GONE),
    badge=Badge(None, "Withdrawn on 1 April 2024", "Misheard."),
    quotes=(),
    caveats=(),
)
CLAIMED = replace(
    BRIEF,
    about=replace(BRIEF.about, main="crane"),
    badge=replace(BRIEF.badge, label=QUOTES[0].label, text="Claim: The crane was called sound. Not verified."),
)

# What https://github.com/citation-style-language/schema (schemas/input/csl-data.json) says of the fields that we write.
CSL_TEXTS = "title container-title URL archive archive_location language keyword note"
CSL_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        }
    },
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["webpage", "article-newspaper"]},
            **{name: {"type": "string"} for name in CSL_TEXTS.split()},
            "author": {
                "type": "array",
                "items": {"properties": {"literal": {"type": "string"}}, "additionalProperties": False},
            },
            "issued": CSL_DATE,
            "accessed": CSL_DATE,
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path)


def csl_of(site: Site, brief: Brief = BRIEF) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(csl_json(site, brief))
    jsonschema.validate(found, CSL)
    return found


def bib_of(site: Site, brief: Brief = BRIEF) -> list[dict[str, str]]:
    text = biblatex(site, brief).decode()
    # Commands of LaTeX itself that the parser does not know.
    for command, sign in {"braceleft": r"\{", "braceright": r"\}", "less": "<", "greater": ">", "bar": "|"}.items():
        text = text.replace(f"\\text{command}{{}}", sign)
    library = bibtexparser.parse_string(  # type: ignore[attr-defined]  # documented, if not in __all__
        text, append_middleware=[LatexDecodingMiddleware()]
    )
    assert library.failed_blocks == []
    assert {entry.entry_type for entry in library.entries} == {"online"}
    return [
        {"ID": entry.key} | {field.key: decoded(field.value) for field in entry.fields} for entry in library.entries
    ]


def decoded(value: object) -> str:
    """Return a field without the braces around it; the parser takes a caret for the accent."""
    return str(value).removeprefix("{").removesuffix("}").replace("ˆ", "^")


def ris_of(site: Site, brief: Brief = BRIEF) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(ris(site, brief).decode())
    return found


def told_of(site: Site, brief: Brief) -> list[list[str]]:
    """Return titles and notes of each format, those of the brief and the article as one."""
    return [
        [text for item in csl_of(site, brief) for text in (item["title"], item["note"])],
        [text for item in bib_of(site, brief) for text in (item["title"], item["note"])],
        [text for item in ris_of(site, brief) for text in (item["title"], *item["notes"])],
    ]


# ---- the same in every format


def test_brief_and_article_are_items_of_their_own_under_names_that_last(site: Site) -> None:
    names = ["harbour-crane", "harbour-crane:article"]
    assert [item["id"] for item in csl_of(site)] == names
    assert [item["ID"] for item in bib_of(site)] == names
    assert [item["id"] for item in ris_of(site)] == names


def test_the_title_of_the_brief_says_how_far_it_is_checked_and_that_of_the_article_is_its_own(site: Site) -> None:
    expected = [f"A voice message about a crane [{LABEL}]", "Crane fell"]
    assert [item["title"] for item in csl_of(site)] == expected
    assert [item["title"] for item in bib_of(site)] == expected
    assert [item["title"] for item in ris_of(site)] == expected


@pytest.mark.parametrize("brief", [BRIEF, CLAIMED])
def test_every_item_has_status_day_reason_and_every_caveat_in_its_notes(site: Site, brief: Brief) -> None:
    ours = csl_of(site, brief), bib_of(site, brief), ris_of(site, brief)
    for items in ours:
        assert len(items) == 2
        for item in items:
            note = " ".join(item["notes"]) if "notes" in item else item["note"]
            assert brief.badge.text in note
            assert brief.badge.reason in note
            assert all(f"{caveat.label}: {caveat.text}" in note for caveat in CAVEATS)


def test_where_a_claim_is_printed_its_denial_and_the_answer_to_it_are_too(site: Site) -> None:
    for told in told_of(site, CLAIMED):
        said = " ".join(told)
        assert "Claim: The crane was called sound." in said
        assert "Denied by the port office" in said
        assert "Asked for a response by Port Herald: denied it." in said


def test_no_words_of_a_quote_are_in_a_citation(site: Site) -> None:
    for make in (csl_json, biblatex, ris):
        text = make(site, BRIEF).decode()
        assert not [part for quote in QUOTES for part in quote.parts if part in text]


def test_the_article_says_in_which_brief_it_was_cited(site: Site) -> None:
    for told in told_of(site, BRIEF):
        assert any(
            f"Cited in: A voice message about a crane [{LABEL}], {absolute(SETTINGS.url, brief_path(BRIEF.slug))}"
            in text
            for text in told
        )


@pytest.mark.parametrize(
    ("brief", "mark"),
    [
        (replace(BRIEF, proposed=True), f"[Not reviewed; {LABEL}]"),
        (replace(BRIEF, state=State.REVIEW), f"[Under review; {LABEL}]"),
        (replace(BRIEF, state=State.DRAFT), f"[Draft; {LABEL}]"),
    ],
)
def test_what_nobody_reviewed_says_so_in_the_title(site: Site, brief: Brief, mark: str) -> None:
    assert all(told[0].endswith(mark) for told in told_of(site, brief))


def test_of_a_withdrawn_brief_only_the_tombstone_is_cited(site: Site) -> None:
    for told in told_of(site, WITHDRAWN):
        assert told[0] == "A voice message about a crane [Withdrawn on 1 April 2024]"
        assert " ".join(told[1:]).rstrip(".") == " ".join(
            ["Withdrawn on 1 April 2024" + ("" if len(told) > 2 else "."), "Misheard"]
        )
    assert "herald.example" not in f"{csl_json(site, WITHDRAWN)!r}{biblatex(site, WITHDRAWN)!r}{ris(site, WITHDRAWN)!r}"
    assert "Harbour work" not in f"{csl_json(site, WITHDRAWN)!r}{biblatex(site, WITHDRAWN)!r}{ris(site, WITHDRAWN)!r}"


def test_whatever_signs_a_text_has_come_back_from_every_format(site: Site) -> None:
    facts = replace(BRIEF.facts, title=HARD, authors=(HARD, "Ada and Bo"))
    brief = replace(BRIEF, title=f"{HARD}\n\ttwo", facts=facts)
    for told in told_of(site, brief):
        assert f"{HARD} two [{LABEL}]" in told[0]
        assert HARD in told
    assert [name["literal"] for name in csl_of(site, brief)[1]["author"]] == [HARD, "Ada and Bo"]
    assert ris_of(site, brief)[1]["authors"] == [HARD, "Ada and Bo"]
    assert " and {Ada and Bo}},\n" in biblatex(site, brief).decode()


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_breaks_a_format(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    site = a_site(tmp_path_factory.getbasetemp())
    facts = replace(BRIEF.facts, title=f"a {text}", authors=(f"b {text}",), url="https://x.example/{" + text)
    brief = replace(BRIEF, title=f"c {text}", facts=facts)
    assert len(csl_of(site, brief)) == len(bib_of(site, brief)) == len(ris_of(site, brief)) == 2


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        ("2024", [2024]),
        ("2024-03", [2024, 3]),
        ("2024-03-04T11:27+05:30", [2024, 3, 4]),
        ("in spring", None),
        ("", None),
    ],
)
def test_a_day_is_cited_as_far_as_it_is_sure(site: Site, day: str, parts: list[int] | None) -> None:
    brief = replace(BRIEF, facts=replace(BRIEF.facts, published=day))
    written = "-".join(f"{part:02}" for part in parts or [])
    assert csl_of(site, brief)[1].get("issued") == ({"date-parts": [parts]} if parts else None)
    assert bib_of(site, brief)[1].get("date", "") == written
    assert ris_of(site, brief)[1].get("date", "") == written.replace("-", "/")
    assert ris_of(site, brief)[1].get("year", "") == written[:4]


def test_an_address_that_is_none_of_the_web_is_left_out(site: Site) -> None:
    bad = replace(BRIEF, facts=replace(BRIEF.facts, url="javascript:alert(1)", archive="data:x"))
    for make in (csl_json, biblatex, ris):
        assert not re.search("javascript|data:", make(site, bad).decode())


def test_without_the_sites_address_a_brief_is_cited_without_one(tmp_path: Path) -> None:
    plain = a_site(tmp_path, Settings(title="Desk"))
    little = replace(BRIEF, about=About(), publisher="", facts=Facts(title="Crane fell"))
    first, second = csl_of(plain, little)
    assert "URL" not in first
    assert first["author"] == [{"literal": "Desk"}]
    assert set(second) == {"id", "type", "title", "note"}
    assert len(bib_of(plain, little)) == len(ris_of(plain, little)) == 2


# ---- each format for itself


def test_csl_names_types_containers_days_and_the_archived_copy(site: Site) -> None:
    brief = replace(BRIEF, facts=replace(BRIEF.facts, archive="https://archive.example/1", language="de"))
    own, article = csl_of(site, brief)
    assert (own["type"], own["container-title"], own["language"]) == ("webpage", "Harbour Desk", "en")
    assert own["URL"] == "https://desk.example/briefs/briefs/harbour-crane.html"
    assert (article["type"], article["container-title"]) == ("article-newspaper", "Port Herald")
    assert article["accessed"] == {"date-parts": [[2024, 3, 5]]}
    assert (article["archive"], article["archive_location"]) == ("archive.example", "https://archive.example/1")
    assert article["language"] == "de"


def test_notes_are_one_line_since_managers_read_lines_of_a_note_as_fields(site: Site) -> None:
    assert all("\n" not in item["note"] for item in csl_of(site))


def test_biblatex_escapes_what_latex_would_read(site: Site) -> None:
    assert escape("\\ { } ~ ^ & % $ # _ <>|") == (
        r"\textbackslash{} \textbraceleft{} \textbraceright{} \textasciitilde{} \textasciicircum{} "
        r"\& \% \$ \# \_ \textless{}\textgreater{}\textbar{}"
    )
    brief = replace(BRIEF, facts=replace(BRIEF.facts, url="https://x.example/a_b%20{c}?d=1&e#f", language="uk-UA"))
    text = biblatex(site, brief).decode()
    assert "url = {https://x.example/a_b%20%7Bc%7D?d=1&e#f}," in text
    assert "langid = {ukrainian}," in text
    assert text.count("{") == text.count("}")


def test_ris_is_lines_of_tags_that_end_in_cr_lf(site: Site) -> None:
    text = ris(site, BRIEF).decode()
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    assert [line for line in lines if line.startswith(("TY", "ER"))] == ["TY  - ELEC", "ER  - ", "TY  - NEWS", "ER  - "]
    assert [item["type_of_reference"] for item in ris_of(site)] == ["ELEC", "NEWS"]
    assert ris_of(site)[0]["keywords"] == ["Harbour work", "voice messages"]


# ---- how to cite, on the page


def cite_section(brief: Brief, settings: Settings = SETTINGS) -> list[str]:
    return to_markdown(brief, WORDS, settings).partition("## How to cite\n\n")[2].strip().split("\n\n")


def test_how_to_cite_names_desk_title_status_site_address_and_day() -> None:
    own, article = cite_section(BRIEF, replace(SETTINGS, title="Harbour briefs"))
    address = absolute(SETTINGS.url, brief_path(BRIEF.slug))
    assert own == (
        f"Harbour Desk, “A voice message about a crane” \\[{LABEL}\\], Harbour briefs, [{address}]({address}), "
        "5 March 2024. Rests on an audio recording. We found no mention in the article of a check of it."
    )
    assert article == (
        "The article: R. Quay, “Crane fell”, Port Herald, "
        "[https://herald.example/crane](https://herald.example/crane), 4 March 2024. "
        f"Cited in “A voice message about a crane” \\[{LABEL}\\]."
    )


def test_how_to_cite_takes_the_caveats_of_the_claim_along_and_repeats_no_claim_beside_the_article() -> None:
    own, article = cite_section(CLAIMED)
    assert all(f"{caveat.label}: {caveat.text}" in own for caveat in CAVEATS)
    assert "The crane was called sound" not in article


def test_a_site_that_is_called_as_its_desk_is_named_once() -> None:
    assert cite_section(BRIEF)[0].count("Harbour Desk") == 1


def test_a_title_with_quotation_marks_of_its_own_gets_no_more() -> None:
    facts = replace(BRIEF.facts, title="Crane “plainly” fell")
    _, article = cite_section(replace(BRIEF, facts=facts))
    assert "R. Quay, Crane “plainly” fell, Port Herald" in article


def test_nothing_in_a_citation_on_the_page_is_read_as_markup() -> None:
    title = "*One* [two](javascript:x) <b> `c` # d"
    own, _ = cite_section(replace(BRIEF, title=title, facts=replace(BRIEF.facts, title=title)))
    assert r"“\*One\* \[two\](javascript:x) \<b\> \`c\` \# d”" in own


def test_a_quote_without_words_has_no_line_that_is_empty(site: Site) -> None:
    from sitegen.render.citing import citation_of  # noqa: PLC0415  (the page's part of the same list)

    bare: PrintedQuote = replace(QUOTES[1], says="", response=None, response_line="", denial_line="")
    assert all(citation_of(site, BRIEF, bare).splitlines())
