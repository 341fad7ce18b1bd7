"""The buckets of the search: which briefs are in which, and what makes one anew."""

import json
import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest
from changes import replace
from made_brief import BRIEF, CAVEATS, ENTRY, QUOTES, Kept, shelved
from made_site import SETTINGS, a_site
from reading_index import records_in
from searched import HEAD, PROGRAM, bundle_of, bundles_of, files_of, index_of

from sitegen.model.output import Edition
from sitegen.model.vocabulary import State
from sitegen.render import Shelved, Site
from sitegen.render.search.buckets import in_buckets
from sitegen.render.search.index import indexed
from sitegen.render.search.parts import Part
from sitegen.render.search.records import Record, records_digest, records_of
from sitegen.render.search.settling import packed_bucket


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


def test_an_edited_brief_is_indexed_alone_and_its_bucket_is_that_of_a_clean_build(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[set[str]] = []

    def counted(program: Path, briefs: Sequence[Sequence[Record]], language: str) -> list[Part]:
        asked.append({record.url.partition("#")[0] for records in briefs for record in records})
        return indexed(program, briefs, language)

    monkeypatch.setattr("sitegen.render.search.bundles.indexed", counted)
    new = replace(BRIEF, slug="brief-3", summary="Another summary.", quotes=QUOTES[:1])

    def edited(shelf: list[Shelved]) -> list[Shelved]:
        keeper = Kept(lambda: (new, ""))
        return [replace(each, key="edited", keeper=keeper) if each.slug == "brief-3" else each for each in shelf]

    shelf = a_shelf(6)
    before, after = (files_of(bundle_of(site, each)) for each in (shelf, edited(shelf)))
    assert asked == [{f"briefs/brief-{number}.html" for number in range(6)}, {"briefs/brief-3.html"}]
    assert before != after == files_of(bundle_of(site, edited(a_shelf(6))))


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
    work = (indexed, (PROGRAM, [list(records_of(site, BRIEF))], "en"))
    make, arguments = pickle.loads(pickle.dumps(work))  # noqa: S301  (our own, just made)
    assert packed_bucket(make(*arguments), HEAD) == index_of(list(records_of(site, BRIEF)))


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
