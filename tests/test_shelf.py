"""What stands beside a brief: the ones before and after it, and those on the same sources."""

from collections.abc import Sequence

from changes import replace
from made_brief import an_entry, shelved

from sitegen.model.vocabulary import State
from sitegen.render.shelf import MOST, NEAR, Beside, Neighbours, Shelved


def neighbours(shelf: Sequence[Shelved]) -> dict[str, Beside]:
    found = Neighbours(shelf)
    return {each.slug: found.of(each) for each in shelf}


def test_briefs_stand_between_the_one_before_and_the_one_after_by_day() -> None:
    days = [an_entry(slug, date=day) for slug, day in (("c", "2024-03-02"), ("a", "2024-03-01"), ("b", "2024-03-02"))]
    found = neighbours(shelved(*days))
    around = {slug: [each and each.slug for each in (beside.earlier, beside.later)] for slug, beside in found.items()}
    assert around == {"a": [None, "b"], "b": ["a", "c"], "c": ["b", None]}


def test_a_withdrawn_brief_is_nobodys_neighbour() -> None:
    gone = replace(an_entry("gone"), state=State.WITHDRAWN)
    found = neighbours(shelved(an_entry("one"), gone, an_entry("two")))
    assert found.pop("gone") == Beside()
    assert {each.slug for beside in found.values() for each in (beside.earlier, beside.later) if each} == {"one", "two"}


def test_related_are_the_nearest_by_day_on_each_shared_source() -> None:
    entries = [an_entry(f"{day:02}", date=f"2024-03-{day:02}", shared_sources=("wire",)) for day in range(1, 10)]
    found = neighbours(shelved(*entries, an_entry("other", date="2024-03-05")))
    assert [each.slug for each in found["05"].related] == ["06", "04", "07", "03"]
    assert len(found["05"].related) == 2 * NEAR
    assert found["other"].related == ()


def test_a_new_brief_changes_the_pages_of_few_others() -> None:
    entries = [an_entry(f"{day:02}", date=f"2024-03-{day:02}", shared_sources=("wire",)) for day in range(1, 20)]
    before, after = (neighbours(shelved(*some)) for some in (entries[:-1], entries))
    assert sum(before[slug].keys != after[slug].keys for slug in before) == NEAR


def test_a_brief_on_two_shared_sources_is_related_once_and_no_more_than_fit() -> None:
    entries = [an_entry(str(n), date=f"2024-03-0{n}", shared_sources=("wire", "tape")) for n in range(1, 10)]
    for each in neighbours(shelved(*entries)).values():
        slugs = [entry.slug for entry in each.related]
        assert len(slugs) == len(set(slugs)) <= MOST
