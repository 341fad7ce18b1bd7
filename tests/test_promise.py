"""No quote travels without its caveat: every file of a real build is read as its readers read it, and mistrusted."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from nasty_project import FERRY, NASTY, SCRIPT, write_project
from walking import RUN, Tree, decoded, files_of, runs_of, units_of, words_of, words_seen

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build

BRIEFS = ("000_142de1610ce160bf", "ferry", "lock", "pilot-boat", "tallow-bridge")
"""Those that print quotes; "barn" is withdrawn, "well" a link alone."""
CARDS = (
    "site/index.html",
    "site/tags/ferries.html",
    "site/statuses/unverified.html",
    "site/kinds/intercepted-communication.html",
)
"""Pages with a card of the ferry."""
FOLDERS = ("site", "preview", "content/briefs")
RUNS = frozenset({"iframe", "object", "embed", "form", "style", "base", "img", "audio", "video", "math", "template"})
"""Elements that pages of sitegen never have, with "script" of their own text."""


# ---- what is built


def build_all(root: Path, repository: Path) -> Path:
    write_project(root, repository)
    for edition, target in ((Edition.BUILD, "site"), (Edition.PREVIEW, "preview")):
        outcome = build(root, Order(root / target, edition=edition), Silence())
        assert outcome.published is not None, outcome.problems
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_all(tmp_path_factory.mktemp("promise"), Path(__file__).parent.parent)


@pytest.fixture(scope="module")
def files(built: Path) -> dict[str, str]:
    return files_of(built, *FOLDERS)


def pages(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".html")}


def brief_of(files: dict[str, str], slug: str) -> Any:  # noqa: ANN401  (JSON)
    return json.loads(files[f"site/briefs/{slug}.json"])


def quotes_of(files: dict[str, str]) -> Iterator[tuple[str, Any]]:
    for slug in BRIEFS:
        yield from ((slug, quote) for quote in brief_of(files, slug)["quotes"] if not quote["withdrawn"])


def due_of(quote: Any) -> list[str]:  # noqa: ANN401  (JSON)
    """Return what must stand wherever a quote stands."""
    assert quote["status"]["as_of"]
    assert " as of " in quote["status"]["text"]
    lines = [quote["status"]["text"], quote["denied_by"]["text"], *(caveat["text"] for caveat in quote["caveats"])]
    return [words_of(decoded(line)) for line in lines if line]


def telling_runs(brief: Any, quote: Any) -> set[str]:  # noqa: ANN401  (JSON)
    """Return what words of a quote are known by; not what the editor's own sentences say too."""
    own = [brief["summary"], *(each.get("says", "") for each in brief["quotes"])]
    own += [name for source in brief["sources"] for name in (source["name"], source["note"])]
    everywhere = runs_of(f"{NASTY} was painted on") | runs_of(f"and {SCRIPT} ran")
    return {run for part in quote["parts"] for run in runs_of(part)} - everywhere.union(*map(runs_of, own))


# ---- a quote and what travels with it


def test_every_quote_has_its_status_its_day_and_a_caveat_where_it_needs_one(files: dict[str, str]) -> None:
    found = list(quotes_of(files))
    assert len(found) > 15
    assert all(quote["caveats"] for _, quote in found if quote["status"]["status"] == "unverified")


def test_words_of_a_quote_stand_nowhere_without_its_status_its_day_and_each_of_its_caveats(
    files: dict[str, str],
) -> None:
    bare = []
    telling = {(slug, quote["id"]): telling_runs(brief_of(files, slug), quote) for slug, quote in quotes_of(files)}
    assert all(telling.values())
    for path, text in files.items():
        for name, unit in units_of(path, text):
            words = words_seen(unit)
            for slug, quote in quotes_of(files):
                if any(run in words for run in telling[slug, quote["id"]]):
                    bare += [(path, name, slug, quote["id"], due) for due in due_of(quote) if due not in words]
    assert bare == []


def test_the_copy_button_of_each_quote_copies_status_day_caveats_denial_and_address(files: dict[str, str]) -> None:
    copied = 0
    for slug in BRIEFS:
        # The last one is how to cite the brief.
        *texts, _ = re.findall(r'<pre class="copied">(.*?)</pre>', files[f"site/briefs/{slug}.html"], re.DOTALL)
        quotes = [quote for quote in brief_of(files, slug)["quotes"] if not quote["withdrawn"]]
        for quote, text in zip(quotes, texts, strict=True):
            assert all(due in words_seen(text) for due in due_of(quote))
            assert text.splitlines()[-1].endswith(f"https://desk.example/briefs/briefs/{slug}.html#{quote['id']}")
            copied += 1
    assert copied == len(list(quotes_of(files)))


def test_a_claim_on_a_card_or_in_a_feed_has_its_status_and_every_caveat(files: dict[str, str]) -> None:
    for path in (*CARDS, "site/feed.xml", "site/feed.json"):
        units = [words_seen(unit) for _, unit in units_of(path, files[path])]
        (unit,) = [unit for unit in units if " claim a tide carried " in unit]
        (tide,) = [quote for slug, quote in quotes_of(files) if (slug, quote["id"]) == ("ferry", "tide")]
        assert all(due in unit for due in due_of(tide)), path


def test_every_description_of_a_page_with_a_claim_says_its_status_and_day(files: dict[str, str]) -> None:
    for path in (path for slug in BRIEFS for path in (f"site/briefs/{slug}.html", f"preview/briefs/{slug}.html")):
        found = [values["content"] for tag, values in Tree(files[path]).tags if "description" in str(values.values())]
        assert len(found) == 2
        assert all(" as of " in text for text in found)


# ---- what must stand nowhere


@pytest.mark.parametrize("words", ["Osric Vantongeren", "Vantongeren", "Tomas Verrin", "Verrin"])
def test_withheld_words_stand_in_no_file_in_no_encoding(files: dict[str, str], words: str) -> None:
    for path, text in files.items():
        assert words_of(words).strip() not in words_seen(text), path
        assert "".join(words.lower().split()) not in re.sub(r"[\W_]", "", decoded(text).lower()), path


@pytest.mark.parametrize(
    "words",
    [
        "Nothing of this sentence may survive anywhere at all",
        "Nothing of this claim may survive either",
        "Nothing of this caveat may survive",
        "the union had written to the ministry twice since the autumn",
    ],
)
def test_the_words_of_a_withdrawn_quote_stand_nowhere(files: dict[str, str], words: str) -> None:
    for path, text in files.items():
        assert not [run for run in runs_of(words) if run in words_seen(text)], path


def test_of_a_withdrawn_brief_stays_a_tombstone(files: dict[str, str], built: Path) -> None:
    article = (built / "seeds" / "barn.txt").read_text("utf-8").partition("\n\n")[2]
    own = [path for path in files if "/barn." in path or path.endswith(("index.html", "fires.html", "feed.xml"))]
    assert len(own) > 8
    for path in own:
        text = words_of(decoded(files[path]))
        shared = {run for run in runs_of(article) if run in text}
        assert not [run for run in shared if run not in runs_of((built / "seeds" / "well.txt").read_text("utf-8"))], (
            path
        )
        assert " edda froom asked " not in text
    assert "Withdrawn on 20 March 2024" in files["site/briefs/barn.md"]
    assert json.loads(files["site/briefs/barn.annotations.jsonld"])["total"] == 0


def test_a_link_alone_prints_no_words_of_the_article_but_its_title(files: dict[str, str], built: Path) -> None:
    body = (built / "seeds" / "well.txt").read_text("utf-8").partition("\n\n")[2]
    telling = runs_of(body) - runs_of("By Ada Quill 15 March 2024")
    for path, text in files.items():
        assert not [run for run in telling if run in words_seen(text)], path


# ---- how much, and in which marks


@pytest.mark.parametrize("slug", BRIEFS)
def test_all_artefacts_of_a_brief_together_stay_within_its_budget(
    files: dict[str, str], built: Path, slug: str
) -> None:
    article = (built / "seeds" / f"{slug}.txt").read_text("utf-8")
    headline, _, rest = article.partition("\n")
    body = words_of(rest).split()
    own = [words_seen(text) for path, text in files.items() if f"/{slug}." in path]
    printed: set[int] = set()
    for at in range(len(body) - RUN + 1):
        if any(f" {' '.join(body[at : at + RUN])} " in text for text in own):
            printed.update(range(at, at + RUN))
    assert printed
    assert len(printed) <= len(words_of(headline + rest).split()) * 0.5


def test_nothing_is_printed_in_quotation_marks_that_the_article_does_not_have_in_them(
    files: dict[str, str], built: Path
) -> None:
    for slug, quote in quotes_of(files):
        article = " ".join((built / "seeds" / f"{slug}.txt").read_text("utf-8").split())
        opened = [part for part in quote["parts"] if "█" not in part]
        if quote["text"].startswith("“"):
            assert quote["words"] == "direct"
            assert all(re.search(rf'["“‘„«\'][^"“”]*{re.escape(part)}', article) for part in opened), quote["id"]
        else:
            assert quote["words"] != "direct"


# ---- what must not run


def test_no_page_has_an_element_an_attribute_or_an_address_of_somebody_elses(files: dict[str, str]) -> None:
    for path, text in pages(files).items():
        for tag, values in Tree(text).tags:
            assert tag not in RUNS, (path, tag)
            assert re.fullmatch(r"[a-z]+[1-6]?", tag), (path, tag)
            assert not [name for name in values if name.startswith("on") or name in {"style", "srcdoc"}], path
            if tag == "script":
                own = re.match(r"((\.\./)*|/|https://desk\.example/briefs/)assets/", values.get("src", ""))
                assert own or values == {"type": "application/ld+json"}, path
            for name in {"href", "src", "action"} & values.keys():
                assert re.match(r"(https?://|[^:]*(#|$))", values[name]), (path, values[name])


def test_scripts_of_pages_come_from_files_alone(files: dict[str, str]) -> None:
    for path, text in pages(files).items():
        assert not re.search(r'<script(?! type="application/ld\+json">)[^>]*>[^<]', text), path


def test_data_for_machines_in_pages_hold_nothing_that_could_end_them(files: dict[str, str]) -> None:
    found = [(path, data) for path, text in pages(files).items() for data in Tree(text).data]
    assert len(found) > 2 * len(BRIEFS)
    for path, data in found:
        assert not re.search("[<>&]", data), path
        assert json.loads(data)["@context"] == "https://schema.org", path


def test_json_and_xml_are_sound(files: dict[str, str]) -> None:
    kinds = {"json": 0, "jsonld": 0, "xml": 0, "svg": 0}
    for path, text in files.items():
        ending = path.rpartition(".")[2]
        kinds[ending] = kinds.get(ending, 0) + 1
        if ending in {"json", "jsonld"}:
            json.loads(text)
        elif ending in {"xml", "svg"}:
            fromstring(text)  # noqa: S314  (our own output)
    assert all(kinds.values())


def test_the_html_of_feeds_has_nothing_that_runs(files: dict[str, str]) -> None:
    contents = [item["content_html"] for item in json.loads(files["site/feed.json"])["items"]]
    atom = "{http://www.w3.org/2005/Atom}"
    feed = fromstring(files["site/feed.xml"])  # noqa: S314  (our own output)
    contents += [entry.findtext(f"{atom}content", "") for entry in feed.iter(f"{atom}entry")]
    assert len(contents) > 5
    for content in contents:
        assert {tag for tag, values in Tree(content).tags} <= {"p", "strong", "ul", "li"}
        assert not any(values for _, values in Tree(content).tags)


def test_the_markdown_of_a_brief_has_neither_html_nor_links_that_run(files: dict[str, str]) -> None:
    body = files["content/briefs/ferry.md"].split("\n---\n", 1)[1]
    assert not re.search(r"(?<!\\)<[a-z!/]", body)
    assert not re.search(r"(?<!\\)\]\((?!https?://|#)", body)
    assert "<script>" in FERRY


def test_the_same_input_gives_the_same_bytes(files: dict[str, str], tmp_path: Path, repository: Path) -> None:
    again = files_of(build_all(tmp_path / "elsewhere" / "again", repository), *FOLDERS)
    assert again == files
    shutil.rmtree(tmp_path / "elsewhere")


def test_what_software_proposes_carries_the_caveat_of_unchecked_material_with_each_quote(
    files: dict[str, str],
) -> None:
    for quote in json.loads(files["preview/briefs/lock.json"])["quotes"]:
        assert [caveat["kind"] for caveat in quote["caveats"]] == ["provenance"]


def test_a_proposed_summary_repeats_no_words_of_a_quote(files: dict[str, str]) -> None:
    for slug in ("lock", "tallow-bridge"):
        brief = brief_of(files, slug)
        assert brief["summary"]
        quoted = {run for quote in brief["quotes"] for part in quote["parts"] for run in runs_of(part)}
        assert not [run for run in quoted if run in words_of(brief["summary"])]
