"""Search: what can be found carries its status, its day and every caveat, and the same input makes the same index."""

import gzip
import json
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path

import cbor2
import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, CAVEATS, ENTRY, QUOTES, SETTINGS, UNVERIFIED, WORDS, Kept, a_site, shelved
from reading_index import MARK, parts_of, records_in, unpacked
from reading_pages import Reader, whole_site

from sitegen.model.annotations import Withdrawal
from sitegen.model.brief import Brief, Label, PrintedCaveat, PrintedQuote
from sitegen.model.output import Bundle, Edition
from sitegen.model.vocabulary import State, Status
from sitegen.problems import Kind, Problem
from sitegen.render import Shelved, Site, search_bundles
from sitegen.render.search.buckets import SIZE, in_buckets
from sitegen.render.search.index import bucket_files, program_files
from sitegen.render.search.page import GROUPS, STATUSES
from sitegen.render.search.program import program
from sitegen.render.search.records import Record, records_digest, records_of
from sitegen.render.search.settling import packed_bucket, packed_program

PROGRAM = program()
assert PROGRAM, "the package pagefind[bin] brings it"
HEAD = "a.pf_head"
WITHDRAWAL = Withdrawal("2024-03-09", "We were asked to.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return a_site(tmp_path_factory.mktemp("site"))


def everything(record: Record) -> str:
    """Return all that a reader may see of a record."""
    return "\n".join([record.content, *record.meta.values()])


def index_of(records: list[Record], language: str = "en") -> Mapping[str, bytes]:
    assert PROGRAM
    made = bucket_files(PROGRAM, records, language, HEAD)
    assert not isinstance(made, Problem), made
    return made


def bundles_of(site: Site, shelf: list[Shelved], size: int = SIZE) -> dict[str, Bundle]:
    """Return the bundles of the index by their folders."""
    return {bundle.folder.removeprefix("pagefind/"): bundle for bundle in search_bundles(site, shelf, size=size)}


def bundle_of(site: Site, shelf: list[Shelved]) -> Bundle:
    """Return the only bucket."""
    program_, bucket, list_ = bundles_of(site, shelf).values()
    assert (program_.folder, list_.folder) == ("pagefind/program", "pagefind/list")
    return bucket


def files_of(bundle: Bundle) -> Mapping[str, bytes]:
    made = bundle.make()
    assert not isinstance(made, Problem), made
    return made


# ---- records


def test_a_brief_and_each_of_its_quotes_can_be_found_where_they_stand(site: Site) -> None:
    found = [record.url for record in records_of(site, BRIEF)]
    slug = "briefs/harbour-crane.html"
    assert found == [slug, f"{slug}#crane", f"{slug}#denial"]


def test_a_quote_is_found_by_its_words_and_claim_and_shown_with_all_that_travels_with_it(site: Site) -> None:
    _, crane, _ = records_of(site, BRIEF)
    assert crane.content == "“They told us the <crane> was sound.” Claim: The crane was called sound."
    assert crane.meta == {
        "what": "quote",
        "of": "Quote 1 in: A voice message about a crane",
        "status": "unverified",
        "standing": "Not verified as of 5 March 2024: no check reported",
        "by": "— a voice said to be a crane driver. Port Herald, citing the dockers' union.",
        "ours": "Claim: The crane was called sound.",
        "answers": "Denied by the port office\nAsked for a response by Port Herald: denied it.",
        "caveats": "Not verified: We found no mention of a check of the recording.\n"
        "Interested party: The union & the port office are in dispute.",
        "publisher": "Port Herald",
        "date": "5 March 2024",
    }


def test_a_brief_is_found_by_title_summary_and_gaps_and_by_no_word_of_its_quotes(site: Site) -> None:
    brief, *_ = records_of(site, BRIEF)
    assert brief.content == "Port Herald reports that a crane fell. Who was in the crane?"
    assert brief.meta["title"] == BRIEF.title
    assert brief.meta["badge"] == BRIEF.badge.text
    assert not [part for quote in QUOTES for part in quote.parts if part in everything(brief)]


def test_results_are_filtered_by_what_a_quote_rests_on_and_a_brief_by_all_of_it(site: Site) -> None:
    brief, _, denial = records_of(site, BRIEF)
    assert brief.filters == {
        "status": ("disputed", "unverified"),
        "kind": ("Audio recording", "News report", "Organisation", "Person", "Statement"),
        "source": ("Port Herald",),
        "tag": ("Harbour work", "voice messages"),
        "year": ("2024",),
    }
    assert denial.filters["status"] == ("disputed",)
    assert denial.filters["kind"] == ("Statement",)
    assert set(brief.filters) == set(GROUPS)


def test_shared_sources_are_filters_by_name(site: Site) -> None:
    shared = tuple(replace(source, shared=source.id == "office") for source in BRIEF.sources)
    _, crane, denial = records_of(site, replace(BRIEF, sources=shared))
    assert crane.filters["source"] == ("Port Herald",)
    assert denial.filters["source"] == ("Port Herald", "Port office")


def test_a_claim_that_the_badge_prints_stands_beside_its_caveats_alone(site: Site) -> None:
    badge = replace(BRIEF.badge, label=UNVERIFIED, text=f"Claim: {QUOTES[0].says} {UNVERIFIED.text}")
    about = replace(BRIEF.about, main="crane")
    found, *_ = records_of(site, replace(BRIEF, badge=badge, about=about, caveats=()))
    assert found.meta["standing"] == "Not verified as of 5 March 2024"
    assert all(caveat.text in found.meta["caveats"] for caveat in CAVEATS)


def test_what_is_not_dated_comes_last(site: Site) -> None:
    undated = replace(BRIEF, about=replace(BRIEF.about, date=""))
    assert {record.date for record in records_of(site, undated)} == {"0000"}
    assert all("year" not in record.filters and "date" not in record.meta for record in records_of(site, undated))


def test_what_is_not_published_says_so_in_every_record(site: Site) -> None:
    for changes, notice in (({"state": State.REVIEW}, "review"), ({"proposed": True}, "proposed")):
        found = {record.meta["marks"] for record in records_of(site, replace(BRIEF, **changes))}
        assert found == {WORDS(f"notice.{notice}")}


def test_a_quote_whose_source_software_proposed_says_so(site: Site) -> None:
    quote = replace(QUOTES[0], credit=replace(QUOTES[0].credit, proposed=True))
    brief, crane = records_of(site, replace(BRIEF, quotes=(quote,)))
    assert "marks" not in brief.meta
    assert crane.meta["marks"] == WORDS("notice.proposed")


def test_a_withdrawn_quote_cannot_be_found(site: Site) -> None:
    quotes = (replace(QUOTES[0], withdrawn=WITHDRAWAL), QUOTES[1])
    about = replace(BRIEF.about, main="crane")
    found = list(records_of(site, replace(BRIEF, quotes=quotes, about=about)))
    assert [record.url.rpartition("#")[2] for record in found[1:]] == ["denial"]


def test_of_a_withdrawn_brief_no_quote_can_be_found(site: Site) -> None:
    (found,) = records_of(site, replace(BRIEF, state=State.WITHDRAWN))
    assert found.meta["status"] == "withdrawn"
    assert found.filters["status"] == ("withdrawn",)


def test_addresses_are_encoded(site: Site) -> None:
    assert next(records_of(site, replace(BRIEF, slug="міст 1"))).url == "briefs/%D0%BC%D1%96%D1%81%D1%82%201.html"


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=3, max_size=20)
LABELS = st.builds(
    lambda status, text: Label(status, f"{status} as of {text}"), st.sampled_from([*Status]), st.sampled_from(["1 May"])
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Make a brief of quotes with different labels and caveats."""
    quotes = [
        PrintedQuote(
            f"q{number}",
            number,
            draw(LABELS),
            QUOTES[0].credit,
            (words := draw(TEXT),),
            QUOTES[0].wording,
            f"“{words}”",
            caveats=tuple(PrintedCaveat("other", draw(TEXT), draw(TEXT)) for _ in range(draw(st.integers(0, 4)))),
            denial_line=draw(TEXT | st.just("")),
            withdrawn=draw(st.none() | st.just(WITHDRAWAL)),
        )
        for number in range(1, draw(st.integers(1, 5)))
    ]
    return replace(BRIEF, quotes=tuple(quotes), state=draw(st.sampled_from([*State])), proposed=draw(st.booleans()))


@given(brief=briefs())
def test_words_of_a_quote_stand_in_its_own_record_alone_and_there_with_all_that_is_due(
    site: Site, brief: Brief
) -> None:
    found = {record.url.rpartition("#")[2]: record for record in records_of(site, brief)}
    due = [quote for quote in brief.quotes if not quote.withdrawn and brief.state is not State.WITHDRAWN]
    assert {f"q{number}" for number in range(1, 6)} & found.keys() == {quote.id for quote in due}
    for quote in due:
        record = found[quote.id]
        lines = record.meta["caveats"].split("\n") if quote.caveats else []
        assert quote.text in record.content
        assert record.meta["standing"].startswith(quote.label.text)
        assert {f"{caveat.label}: {caveat.text}" for caveat in quote.caveats} == set(lines)
        assert not quote.denial_line or quote.denial_line in record.meta["answers"]
        assert ("marks" in record.meta) == (brief.proposed or brief.state is not State.PUBLISHED)


# ---- the index


def a_record(number: int) -> Record:
    values = tuple(f"value {(number * each) % 17}" for each in range(1, 6))
    meta = {name: f"{name} of {number}" for name in ("title", "what", "status", "standing", "by", "caveats")}
    return Record(f"briefs/{number}.html", f"words number {number}", meta, {"tag": values, "year": ("2024",)}, "2024")


def test_the_same_records_make_the_same_files() -> None:
    """What Pagefind itself makes of these differs from run to run."""
    records = [a_record(number) for number in range(60)]
    first = index_of(records)
    assert all(index_of(records) == first for _ in range(3))


def test_the_index_holds_the_records_as_they_were_given(site: Site) -> None:
    records = list(records_of(site, BRIEF))
    found = records_in(index_of(records))
    assert found == [{"url": each.url, "content": each.content, "meta": dict(each.meta)} for each in records]


def test_a_brief_without_a_summary_is_found_by_its_title_and_shows_nothing_in_its_place(site: Site) -> None:
    brief, *_ = records_of(site, replace(BRIEF, summary="", gaps=()))
    assert brief.content == ""
    (found,) = records_in(index_of([brief]))
    assert (found["content"], found["meta"]["title"]) == ("", BRIEF.title)


def test_what_has_no_words_of_its_own_is_found_by_what_stands_beside_it() -> None:
    records = [replace(a_record(number), content=text, meta={"by": "somebody"}) for number, text in enumerate("…█😀«ї")]
    assert [(found["content"], found["meta"]) for found in records_in(index_of(records))] == [
        (record.content, record.meta) for record in records
    ]


def test_what_stands_in_half_a_pair_of_surrogates_does_not_stop_the_index() -> None:
    (found,) = records_in(index_of([replace(a_record(1), content="before \ud83d after")]))
    assert found["content"] == "before ? after"


def test_the_records_of_a_brief_are_one_file_and_each_page_of_the_index_says_where_it_stands(site: Site) -> None:
    files = index_of([*records_of(site, BRIEF), a_record(1)])
    packs = {path for path in files if path.startswith("fragment/")}
    assert len(packs) == 2
    meta = cbor2.loads(parts_of(files[HEAD])["pagefind.head.pf_meta"].removeprefix(MARK))
    seen = {}
    for page, _ in meta[1]:
        pack, at, day = page.split(".")
        seen[json.loads(unpacked(files[f"fragment/{pack}.pf_fragment"]))[int(at)]["url"]] = day
    slug = "briefs/harbour-crane.html"
    assert seen == {**dict.fromkeys((slug, f"{slug}#crane", f"{slug}#denial"), "2024-03-05"), "briefs/1.html": "2024"}


def test_words_stand_in_small_files_in_their_order() -> None:
    files = index_of([replace(a_record(number), content=f"common word{number}") for number in range(900)])
    meta = cbor2.loads(parts_of(files[HEAD])["pagefind.head.pf_meta"].removeprefix(MARK))
    ends = [end for first, last, _ in meta[2] for end in (first, last)]
    assert len(meta[2]) > 3
    assert ends == sorted(ends)
    for first, last, name in meta[2]:
        words = [word for word, *_ in cbor2.loads(unpacked(files[f"index/{name}.pf_index"]))[0]]
        assert (words[0], words[-1]) == (first, last)
        assert words == sorted(words)


def test_the_program_is_one_in_the_language_of_the_site_and_has_no_interface_of_its_own() -> None:
    assert PROGRAM
    for language, wasm in (("en", "wasm.en.pagefind"), ("uk", "wasm.unknown.pagefind")):
        made = program_files(PROGRAM, language)
        assert not isinstance(made, Problem)
        assert set(made) == {"pagefind.js", wasm, "probe.pf_head"}
        assert program_files(PROGRAM, language) == made


def test_a_site_without_briefs_has_no_bucket(site: Site) -> None:
    assert list(bundles_of(site, [])) == ["program", "list"]
    assert json.loads(files_of(bundles_of(site, [])["list"])["buckets.json"]) == []


# ---- buckets


def a_shelf(count: int) -> list[Shelved]:
    """Return briefs, each with two quotes."""
    return [
        found
        for number in range(count)
        for slug in [f"brief-{number}"]
        for found in shelved(replace(ENTRY, slug=slug), brief=replace(BRIEF, slug=slug), key=slug)
    ]


def test_a_small_site_has_one_bucket_and_a_larger_one_as_many_as_keep_each_small() -> None:
    of_each = 1 + len(ENTRY.quotes)
    for count, size, due in ((1, of_each, 1), (1, 1, 4), (40, 40 * of_each, 1), (40, 20 * of_each, 2)):
        shelf = a_shelf(count)
        found = in_buckets(shelf, size)
        assert max(found) < due
        assert len(found) == min(due, count)
        assert sorted(each.slug for briefs in found.values() for each in briefs) == sorted(each.slug for each in shelf)


def test_a_brief_stands_where_it_stood_whatever_becomes_of_the_others() -> None:
    shelf = a_shelf(40)
    before = {each.slug: number for number, briefs in in_buckets(shelf, 30).items() for each in briefs}
    after = {each.slug: number for number, briefs in in_buckets(shelf[5:], 30).items() for each in briefs}
    assert after == {slug: number for slug, number in before.items() if slug in after}


def test_an_edited_brief_has_its_own_bucket_made_anew_and_the_list(site: Site) -> None:
    shelf = a_shelf(12)
    new = replace(BRIEF, slug="brief-7", summary="Another summary.")
    edited = [
        replace(each, key="edited", keeper=Kept(lambda: (new, ""))) if each.slug == "brief-7" else each
        for each in shelf
    ]
    before, after = bundles_of(site, shelf, size=9), bundles_of(site, edited, size=9)
    assert len(before) > 3
    changed = [folder for folder, bundle in after.items() if before[folder].key != bundle.key]
    (bucket,) = [number for number, briefs in in_buckets(shelf, 9).items() if any(e.key == "brief-7" for e in briefs)]
    assert changed == [f"buckets/{bucket}", "list"]


def test_every_bucket_is_listed_by_the_name_of_its_head(site: Site) -> None:
    found = bundles_of(site, a_shelf(12), size=9)
    heads = json.loads(files_of(found["list"])["buckets.json"])
    for head in heads:
        number, _, name = head.partition("/")
        assert name in files_of(found[f"buckets/{number}"])
    assert len(heads) == len(found) - 2
    urls = [each["url"] for folder, bundle in found.items() for each in records_in(files_of(bundle)) if "/" in folder]
    assert len(urls) == len(set(urls)) == 12 * 3


def test_only_what_is_found_or_shown_makes_a_bucket_anew(site: Site) -> None:
    unseen = replace(BRIEF, excerpts=(), corrections=())
    assert unseen != BRIEF
    assert records_digest(site, unseen) == records_digest(site, BRIEF)
    for changed in (
        replace(BRIEF, title="Another title"),
        replace(BRIEF, summary="Another summary."),
        replace(BRIEF, quotes=(replace(QUOTES[0], caveats=CAVEATS[:1]), *QUOTES[1:])),
        replace(BRIEF, about=replace(BRIEF.about, tags=("another",))),
        replace(BRIEF, about=replace(BRIEF.about, date="2024-03-06")),
    ):
        assert records_digest(site, changed) != records_digest(site, BRIEF)


def test_a_bucket_whose_records_are_the_same_is_the_same(site: Site) -> None:
    def key(**changes: object) -> str:
        shelf = [replace(each, **changes) for each in a_shelf(1)]
        return bundles_of(site, shelf)["buckets/0"].key

    other = replace(BRIEF, summary="Another summary.")
    assert key() == key(key="edited")
    assert key(keeper=Kept(lambda: (other, ""))) != key()


def test_templates_and_settings_that_no_record_shows_make_no_bucket_anew(site: Site, tmp_path: Path) -> None:
    other = a_site(tmp_path, replace(SETTINGS, title="Another title", page_size=7))
    assert other.fingerprint != site.fingerprint
    keys = [[bundle.key for bundle in bundles_of(each, a_shelf(3)).values()] for each in (site, other)]
    assert keys[0] == keys[1]


def test_what_makes_a_bucket_can_be_sent_to_another_process(site: Site) -> None:
    assert PROGRAM
    work = (bucket_files, (PROGRAM, list(records_of(site, BRIEF)), "en", HEAD))
    make, arguments = pickle.loads(pickle.dumps(work))  # noqa: S301  (our own, just made)
    assert make(*arguments) == index_of(list(records_of(site, BRIEF)))


def test_a_build_finds_what_is_listed_and_a_preview_all(site: Site, tmp_path: Path) -> None:
    drafted = replace(ENTRY, slug="draft", state=State.DRAFT)
    shelf = [
        *shelved(ENTRY),
        *shelved(drafted, brief=replace(BRIEF, slug="draft", state=State.DRAFT)),
        *shelved(replace(ENTRY, slug="p", proposed=True), brief=replace(BRIEF, slug="p", proposed=True)),
    ]
    built = records_in(files_of(bundle_of(site, shelf)))
    previewed = records_in(files_of(bundle_of(a_site(tmp_path, edition=Edition.PREVIEW), shelf)))
    assert {record["url"].partition(".")[0] for record in built} == {"briefs/harbour-crane"}
    assert len(previewed) == 3 * len(built)


def test_the_key_names_the_briefs_and_not_their_order(site: Site) -> None:
    one, other = shelved(ENTRY), shelved(replace(ENTRY, slug="a"), brief=replace(BRIEF, slug="a"))
    key = bundle_of(site, [*one, *other]).key
    assert bundle_of(site, [*other, *one]).key == key
    assert bundle_of(site, one).key != key
    assert bundle_of(site, [*shelved(ENTRY, key="new"), *other]).key == key
    assert files_of(bundle_of(site, [*other, *one])) == files_of(bundle_of(site, [*one, *other]))


# ---- what fails

ANSWERING = """
import base64, json, os, sys
def answer(payload):
    while os.read(0, 65536):
        os.write(1, base64.b64encode(json.dumps({"payload": payload}).encode()) + b",")
answer"""


@pytest.mark.parametrize(
    "code",
    [
        "",
        "import os; os.read(0, 9); os.write(1, b'e30=,')",
        "import os; os.read(0, 9); os.write(1, b'no,')",
        f"{ANSWERING}({{'type': 'Error', 'message': 'full'}})",
        f"{ANSWERING}({{'type': 'x'}})",
    ],
)
def test_a_program_that_fails_is_a_problem(tmp_path: Path, code: str) -> None:
    fake = tmp_path / "fake"
    fake.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    fake.chmod(0o755)
    found = bucket_files(fake, [a_record(1)], "en", HEAD)
    assert isinstance(found, Problem)
    assert (found.kind, found.hint) == (Kind.SEARCH_FAILED, "search: no")


@pytest.mark.parametrize("contents", [None, b"no program"])
def test_a_program_that_does_not_start_is_a_problem(tmp_path: Path, contents: bytes | None) -> None:
    fake = tmp_path / "fake"
    if contents:
        fake.write_bytes(contents)
        fake.chmod(0o755)
    assert isinstance(bucket_files(fake, [], "en", HEAD), Problem)
    assert isinstance(program_files(fake, "en"), Problem)


def test_without_the_program_or_the_wish_there_is_no_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = a_site(tmp_path, replace(SETTINGS, search=False))
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    for site in (without, a_site(tmp_path)):
        files = whole_site(site)
        assert list(search_bundles(site, shelved(ENTRY))) == []
        assert "search.html" not in files
        assert not [path for path, text in files.items() if path.endswith(".html") and "search.html" in text]


# ---- the form of the index


def made_by_pagefind(monkeypatch: pytest.MonkeyPatch, records: list[Record]) -> dict[str, bytes]:
    """Return the files as Pagefind made them."""
    found: dict[str, bytes] = {}

    def keep(files: Mapping[str, bytes], *_: object) -> Mapping[str, bytes]:
        found.update(files)
        return files

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.render.search.index.packed_bucket", keep)
        index_of(records)
    return found


def test_an_index_of_another_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [a_record(1)]
    files = made_by_pagefind(monkeypatch, records)
    (name,) = [path for path in files if path.endswith(".pf_meta")]
    for contents in (b"", b"\x82", b"\xf4"):
        with pytest.raises((ValueError, TypeError)):
            packed_bucket({**files, name: gzip.compress(MARK + contents)}, records, HEAD)
    with pytest.raises(ValueError, match=r"pagefind\.js"):
        packed_program({**files, "pagefind.js": b"export{};"})


def test_what_pagefind_wrote_is_written_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    files = made_by_pagefind(monkeypatch, [a_record(number) for number in range(30)])
    packed = [unpacked(contents) for path, contents in files.items() if path.endswith((".pf_index", ".pf_meta"))]
    assert packed
    assert all(cbor2.dumps(cbor2.loads(contents)) == contents for contents in packed)


# ---- the page


def test_the_page_without_a_script_says_why_and_leads_to_all_briefs(site: Site) -> None:
    page = Reader(whole_site(site)["search.html"])
    hidden = {attributes.get("id") for _, attributes in page.elements if "hidden" in attributes}
    assert {"_search_field", "_search_filters", "_search_answer"} <= hidden
    assert WORDS("search.without") in page.text
    assert {"index.html", "tags/index.html"} <= set(page.values("href"))


def test_the_page_may_run_the_search_and_no_other_page_may(site: Site) -> None:
    files = {path: text for path, text in whole_site(site).items() if path.endswith(".html")}
    allowed = {path for path, text in files.items() if "wasm-unsafe-eval" in text}
    assert allowed == {"search.html"}


def test_every_page_that_links_anywhere_links_to_the_search(site: Site) -> None:
    files = whole_site(site)
    assert 'href="../search.html"' in files["briefs/harbour-crane.html"]
    assert 'href="search.html" aria-current="page"' in files["search.html"]


def test_the_page_has_every_status_with_its_word_and_icon(site: Site) -> None:
    page = Reader(whole_site(site)["search.html"])
    named = {
        attributes["data-status"]: attributes["data-label"]
        for _, attributes in page.elements
        if "data-label" in attributes
    }
    assert tuple(named) == STATUSES
    assert all(named.values())
    assert set(Status) < set(STATUSES)
