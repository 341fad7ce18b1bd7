"""The promise where nobody but software has read: briefs that are shown unreviewed, of articles written to mislead."""

import re

import pytest
from test_promise import brief_of, due_of, telling_runs
from walking import files_of, runs_of, units_of, words_of

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build

FILLER = "\n\n".join(
    f"The port of Arnholm counts berth {number} among those that the winter has closed, and it has no plans to open it."
    for number in range(14)
)
ARTICLES = {
    "call": (
        "“We had no choice”, says the crew\n\nBy Ines Marlow\n4 May 2024\n\n"
        "The Velmora coast guard said that it had intercepted a phone call of the crew.\n\n"
        "“We cast off without them and nobody stopped us,” one of the sailors says in the call.\n\n"
        "The authenticity of the recording could not be independently verified. Dana Vries, the captain, denied it."
    ),
    "nested": (
        "Ferry ran aground\n\n4 May 2024\n\n"
        "“She told me ‘the bridge was empty that night’ and I believed her,” Mara Quill said.\n\n"
        "Quill called it the “so-called order”. “It was”, she said, “an order from the pier office.”\n\n"
        "“We will answer that in the autumn, and not before” — Osric Vane"
    ),
    "open": (
        'Ferry "ran aground"\n\n4 May 2024\n\n'
        'Jan Okon said: "We rowed all night and nobody came for us.\n\n'
        '"The radio was silent until the morning, when it was far too late," he told Radio Arnholm.\n\n'
        "'Twas the crew's own boat, and 5'11\" long, said the owners' agent."
    ),
    "twice": (
        "Port says it twice\n\n4 May 2024\n\n"
        "“Nobody was on the bridge,” Jan Okon said. “Nobody was on the bridge,” Mara Quill said.\n\n"
        "A video posted on Telegram shows a man who says “nobody was on the bridge that night”. "
        "It is not known who filmed it."
    ),
    "short": "“Go”\n\n4 May 2024\n\n“Go now and never come back,” he said.",
    "marks": (
        "<b>“x”</b> & co\n\n4 May 2024\n\n“<script>alert(1)</script> is what we typed,” Ada Quill said.\n\n[a](b)"
    ),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build a site of articles without annotations that shows them, and return its files."""
    root = tmp_path_factory.mktemp("unreviewed")
    (root / "seeds").mkdir()
    (root / "sitegen.yaml").write_text("title: Desk\nurl: https://desk.example/\nunreviewed: show\n", "utf-8")
    for slug, text in ARTICLES.items():
        (root / f"seeds/{slug}.txt").write_text(f"{text}\n\n{FILLER}\n" if slug != "short" else text, "utf-8")
    outcome = build(root, Order(root / "site", edition=Edition.BUILD), Silence())
    assert outcome.published is not None, outcome.problems
    return files_of(root, "site", "content/briefs")


def test_every_proposed_quote_is_unverified_and_has_a_caveat(files: dict[str, str]) -> None:
    found = [quote for slug in ARTICLES for quote in brief_of(files, slug)["quotes"]]
    assert len(found) > 6
    assert {quote["status"]["status"] for quote in found} == {"unverified"}
    assert all(quote["caveats"] for quote in found)


@pytest.mark.parametrize("slug", ARTICLES)
def test_words_of_a_proposed_quote_stand_nowhere_without_status_and_caveats(files: dict[str, str], slug: str) -> None:
    brief = brief_of(files, slug)
    quotes = brief["quotes"]
    for quote in quotes:
        others = runs_of(" ".join([brief["title"], *(" ".join(each["parts"]) for each in quotes if each is not quote)]))
        telling = telling_runs(brief, quote) - others
        for path, text in files.items():
            for name, unit in units_of(path, text):
                words = words_of(unit)
                if any(run in words for run in telling):
                    assert [due for due in due_of(quote) if due not in words] == [], (path, name)


@pytest.mark.parametrize("slug", ARTICLES)
def test_proposed_words_in_quotation_marks_are_so_in_the_article(files: dict[str, str], slug: str) -> None:
    article = " ".join(ARTICLES[slug].split())
    for quote in brief_of(files, slug)["quotes"]:
        assert quote["words"] == "direct"
        for part in quote["parts"]:
            assert re.search(rf"[\"“‘'][^”\"]*{re.escape(part)}", article), part


def test_no_feed_lists_what_nobody_has_reviewed(files: dict[str, str]) -> None:
    feed = files["site/feed.xml"] + files["site/feed.json"] + files["site/sitemap.xml"]
    assert not [slug for slug in ARTICLES if f"briefs/{slug}.html" in feed]
