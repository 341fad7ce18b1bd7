"""Each format of citations for itself, and "How to cite" on the page."""

import re

from changes import replace
from citing import CLAIMED, LABEL, csl_of, ris_of
from made_brief import BRIEF, CAVEATS, QUOTES, WORDS
from made_site import SETTINGS

from sitegen.compose.markdown import to_markdown
from sitegen.config import Settings
from sitegen.model.brief import Brief, PrintedQuote
from sitegen.render import Site
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.exports import biblatex, ris
from sitegen.render.exports.citations.biblatex import escape

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
