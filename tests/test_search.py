"""Search: the same input makes the same index, which holds what it was given, and what fails is said."""

import gzip
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2
import pytest
from changes import replace
from hypothesis import given, settings
from hypothesis import strategies as st
from made_brief import BRIEF, ENTRY, shelved
from made_site import SETTINGS, a_site
from reading_index import MARK, files_in, records_in, unpacked
from reading_pages import whole_site
from searched import HEAD, PROGRAM, a_record, bundles_of, by_brief, files_of, index_of

from sitegen.problems import Kind, Problem
from sitegen.render import Site, search_bundles
from sitegen.render.search.index import PagefindError, indexed, program_files
from sitegen.render.search.packing import number, numbers, text
from sitegen.render.search.parts import Part, parts_of
from sitegen.render.search.records import FIELDS, Record, records_of
from sitegen.render.search.settling import packed_program


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
    meta = cbor2.loads(files_in(files[HEAD])["pagefind.head.pf_meta"].removeprefix(MARK))
    seen = {}
    for page, _ in meta[1]:
        pack, at, day = page.split(".")
        seen[json.loads(unpacked(files[f"fragment/{pack}.pf_fragment"]))[int(at)]["url"]] = day
    slug = "briefs/harbour-crane.html"
    assert seen == {**dict.fromkeys((slug, f"{slug}#crane", f"{slug}#denial"), "2024-03-05"), "briefs/1.html": "2024"}


def test_words_stand_in_small_files_in_their_order() -> None:
    files = index_of([replace(a_record(number), content=f"common word{number}") for number in range(900)])
    meta = cbor2.loads(files_in(files[HEAD])["pagefind.head.pf_meta"].removeprefix(MARK))
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
    with pytest.raises(PagefindError) as failed:
        indexed(fake, [[a_record(1)]], "en")
    assert (failed.value.problem.kind, failed.value.problem.hint) == (Kind.SEARCH_FAILED, "search: no")


@pytest.mark.parametrize("contents", [None, b"no program"])
def test_a_program_that_does_not_start_is_a_problem(tmp_path: Path, contents: bytes | None) -> None:
    fake = tmp_path / "fake"
    if contents:
        fake.write_bytes(contents)
        fake.chmod(0o755)
    with pytest.raises(PagefindError):
        indexed(fake, [], "en")
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

    def keep(files: Mapping[str, bytes], briefs: list[list[Record]]) -> list[Part]:
        found.update(files)
        return parts_of(files, briefs)

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.render.search.index.parts_of", keep)
        index_of(records)
    return found


def test_an_index_of_another_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [a_record(1), a_record(2)]
    files = made_by_pagefind(monkeypatch, records)
    (name,) = [path for path in files if path.endswith(".pf_meta")]
    for contents in (b"", b"\x82", b"\xf4"):
        with pytest.raises((ValueError, TypeError)):
            parts_of({**files, name: gzip.compress(MARK + contents)}, by_brief(records))
    for others in ([[records[1]], [records[0]]], [[records[0]]], [*by_brief(records), [a_record(3)]]):
        with pytest.raises(ValueError, match="pagefind-entry"):
            parts_of(files, others)
    with pytest.raises(ValueError, match=r"pagefind\.js"):
        packed_program({"pagefind-entry.json": files["pagefind-entry.json"], "pagefind.js": b"export{};"})


def test_what_pagefind_wrote_is_written_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    files = made_by_pagefind(monkeypatch, [a_record(number) for number in range(30)])
    packed = [unpacked(contents) for path, contents in files.items() if path.endswith((".pf_index", ".pf_meta"))]
    assert packed
    assert all(cbor2.dumps(cbor2.loads(contents)) == contents for contents in packed)


@given(st.lists(st.integers(-(2**64), 2**64 - 1)), st.text(st.characters(exclude_categories=["Cs"])))
def test_what_we_write_ourselves_is_written_as_a_library_writes_it(values: list[int], words: str) -> None:
    assert numbers(values) == cbor2.dumps(values)
    assert [*map(number, values)] == [*map(cbor2.dumps, values)]
    assert text(words) == cbor2.dumps(words)


# ---- what is put together


WORDS = "a crane Crane cranes Erdoğan erdoğans erdogan’s naïve naive 12 12:30 non-stop ... ї солдата солдат 東京"


def records_by_chance() -> st.SearchStrategy[list[list[Record]]]:
    """Return briefs of up to three records, whose few words are everywhere and spelt in more than one way."""
    sentence = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)
    meta = st.dictionaries(st.sampled_from(FIELDS), sentence.filter(bool), max_size=4)
    values = st.lists(st.sampled_from(WORDS.split()), max_size=3, unique=True).map(sorted).map(tuple)
    about = st.tuples(sentence, meta, st.fixed_dictionaries({}, optional={"tag": values, "kind": values}))
    briefs = st.lists(st.lists(about, min_size=1, max_size=3), min_size=1, max_size=5)

    def named(drawn: list[list[tuple[str, dict[str, str], dict[str, tuple[str, ...]]]]]) -> list[list[Record]]:
        return [
            [Record(f"briefs/{brief}.html#{at}", *each, "2024") for at, each in enumerate(some)]
            for brief, some in enumerate(drawn)
        ]

    return briefs.map(named)


@settings(max_examples=20)
@given(records_by_chance(), st.sampled_from(["en", "uk"]))
def test_a_brief_that_is_indexed_alone_adds_what_it_adds_among_others(
    briefs: list[list[Record]], language: str
) -> None:
    assert PROGRAM
    assert [indexed(PROGRAM, [records], language)[0] for records in briefs] == indexed(PROGRAM, briefs, language)


def test_a_bucket_has_what_pagefind_makes_of_all_of_its_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words, spellings, places and counts; of the numbers of fields, what they stand for."""
    ways = ("erdoğan", "Erdoğan", "erdogan", "crane")
    records = [
        replace(a_record(at), content=f"{ways[at % 4]} {at}", meta={FIELDS[at % 7]: ways[at % 3]}) for at in range(40)
    ]
    made = index_of(records)
    raw = made_by_pagefind(monkeypatch, records)
    (name,) = [path for path in raw if path.endswith(".pf_meta")]
    meta = cbor2.loads(unpacked(raw[name]))
    ours = cbor2.loads(files_in(made[HEAD])["pagefind.head.pf_meta"].removeprefix(MARK))
    assert [words for _, words in ours[1]] == [words for _, words in meta[1]]
    assert told(made, ours[5]) == told(raw, meta[5])
    assert any(others for _, _, others in told(made, ours[5]))


def told(files: Mapping[str, bytes], fields: list[str]) -> list[Any]:
    """Return all words of an index with the fields by their names."""

    def pages(found: list[Any]) -> list[Any]:
        return [[on, at, [fields[-1 - each] if each < 0 else each for each in beside]] for on, at, beside in found]

    chunks = [cbor2.loads(unpacked(contents))[0] for path, contents in files.items() if path.endswith(".pf_index")]
    words = sorted(word for chunk in chunks for word in chunk)
    return [[word, pages(found), [[other, pages(so)] for other, so in others]] for word, found, others in words]
