"""Withdrawn quotes whose words have left the annotation file as well."""

import json
from pathlib import Path

from casefiles import CASES, cases_in, run_case

SITES = {case.title: case for case in cases_in(CASES / "sites" / "withdrawal.md")}


def test_day_and_reason_stay_where_the_words_are_gone(tmp_path: Path) -> None:
    assert run_case(SITES["Words that have left the annotation file"], tmp_path) == ""
    brief = (tmp_path / "content/briefs/case.md").read_text(encoding="utf-8")
    assert "withdrawn on 6 May 2024: The speaker asked for it." in brief
    (order,) = [
        quote
        for quote in json.loads((tmp_path / "site/briefs/case.json").read_text(encoding="utf-8"))["quotes"]
        if quote["id"] == "order"
    ]
    assert order["withdrawn"] == {"on": "2024-05-06", "reason": "The speaker asked for it."}
    assert "This was said in haste." not in brief


def test_a_brief_without_anything_leaves_a_notice(tmp_path: Path) -> None:
    assert run_case(SITES["A brief of which only its notice is left"], tmp_path) == ""
    page = (tmp_path / "site/briefs/case.html").read_text(encoding="utf-8")
    assert "The recording was staged." in page
    assert "left on the pier" not in page
