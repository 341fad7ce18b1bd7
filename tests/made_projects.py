"""Whole projects by chance: articles and annotations of invented words, with everything that an annotation may say.

Every word of them is used once, so that a few words in a row tell where they come from.
"""

import itertools
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

DAY = "2024-03-05"
SETTINGS = "title: Desk\nurl: https://desk.example/briefs/\neditor: The desk\n"
SHARED = {
    "wire": {"name": "Northern Wire", "kind": "news-report", "interest": "It sells what it carries."},
    "tape": {"name": "The tape of the quay", "kind": "audio"},
}
ODD = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "]]>", "*and*", "_or_", "`x`", "{{ 7*7 }}", "&amp;"),
    *("<!--", "#", "\\", "|", "%20", "[a](b)", "~", "👩‍🚒", "\u202eabc\u202c", "и", "مرحبا", "שלום", "e\u0301", "ﬁ"),
)
"""What stands between words."""
UNCHECKED = {"audio", "intercepted-communication", "video"}
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"
SYLLABLES = tuple(f"{consonant}{vowel}" for consonant in CONSONANTS for vowel in VOWELS)
LONG = "verylongword" * 12
MARKS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Said:
    """A quote that was made."""

    id: str
    parts: tuple[str, ...]
    dues: tuple[str, ...]
    """Texts that must stand wherever its words do: the caveats that an editor wrote for it."""
    hidden: str = ""
    """A word of it that is withheld; empty where none is."""
    says: str = ""
    is_gone: bool = False
    """Whether it is withdrawn."""
    is_denied: bool = False
    """Whether another quote, one that still stands, denies it."""
    is_unchecked: bool = False
    """Whether it is unverified, or from a captive, or through what needs a check: it has a caveat in any case."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article and its annotation file."""

    slug: str
    article: str
    notes: dict[str, Any]
    quotes: tuple[Said, ...]
    is_silent: bool
    """Whether no words of the article may be printed at all."""
    gone: tuple[str, ...] = ()
    """What else may stand nowhere."""


@dataclass(slots=True)
class Mint:
    """Makes words that no other text has."""

    draw: st.DrawFn
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    def word(self) -> str:
        """Return a word."""
        number, syllables = next(self.numbers), []
        for _ in range(3):
            number, rest = divmod(number, len(SYLLABLES))
            syllables.append(SYLLABLES[rest])
        return "".join(syllables)

    def text(self, least: int, most: int, *, odd: bool = False) -> str:
        """Return some words, perhaps with odd things between them."""
        words = [self.word() for _ in range(self.draw(st.integers(least, most)))]
        if odd and self.draw(st.booleans()):
            words.insert(self.draw(st.integers(1, len(words) - 1)), self.draw(st.sampled_from(ODD)))
        return " ".join(words)

    def one(self, chance: float, value: Any) -> Any:  # noqa: ANN401  (what is given)
        """Return a value, or None."""
        return value if self.draw(st.floats(0, 1)) < chance else None


def write_projects(root: Path, made: list[Made]) -> None:
    """Write articles and annotations as a project; JSON is YAML too."""
    files = {"sitegen.yaml": SETTINGS, "sources.yaml": json.dumps(SHARED, indent=1)}
    for each in made:
        files[f"seeds/{each.slug}.txt"] = each.article
        files[f"seeds/{each.slug}.yaml"] = json.dumps(each.notes, ensure_ascii=False, indent=1)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@st.composite
def projects(draw: st.DrawFn, briefs: int = 4) -> list[Made]:
    """Make a few articles with their annotations."""
    mint = Mint(draw)
    return [_made(mint, f"brief-{number}") for number in range(1, briefs + 1)]


def _made(mint: Mint, slug: str) -> Made:
    draw = mint.draw
    sources = _sources(mint)
    state = draw(st.sampled_from(["published", "published", "published", "review", "withdrawn"]))
    republish = draw(st.sampled_from(["excerpts", "excerpts", "excerpts", "link-only"]))
    drawn = [_quote(mint, f"q{number}", sources) for number in range(1, draw(st.integers(1, 5)) + 1)]
    caveats = _caveats(mint, [quote for quote, *_ in drawn], sources)
    _deny(mint, [quote for quote, *_ in drawn])
    paragraphs = [paragraph for _, paragraph, _ in drawn]
    loud = sum(len(paragraph.split()) for paragraph in paragraphs)
    fillers = [f"The {mint.text(12, 18)}." for _ in range(loud // 4 + 4)]
    gaps = [{"question": f"Who {mint.text(4, 6)}?", "passage": fillers[0]}] if draw(st.booleans()) else []
    body = draw(st.permutations(paragraphs + fillers))
    gone = state == "withdrawn"
    notes = {
        "url": f"https://courier.example/{slug}",
        "publisher": "courier",
        "republish": republish,
        "summary": f"The Courier {mint.text(4, 9, odd=True)}.",
        "brief": {
            "title": f"A brief about {mint.text(2, 4, odd=True)}",
            "date": DAY,
            "state": state,
            "tags": draw(st.lists(st.sampled_from(["ferries", "fires", "war-peace"]), unique=True)),
            **({"withdrawn": {"on": DAY, "reason": "Asked to."}} if gone else {}),
            **(
                {"main": main["id"]}
                if (main := mint.one(0.5, drawn[0][0])) and not gone and "withdrawn" not in main
                else {}
            ),
        },
        "sources": {name: source for name, source in sources.items() if name not in SHARED},
        "quotes": [quote for quote, *_ in drawn],
        "gaps": gaps,
        "caveats": caveats,
    }
    said = tuple(_said(quote, hidden, caveats, sources) for quote, _, hidden in drawn)
    article = "\n\n".join([f"Headline {mint.text(4, 7)}", "By Ada Quill\n4 March 2024", *body])
    silent = gone or republish == "link-only"
    lost = [notes["summary"], *(caveat["text"] for caveat in caveats)] if gone else []
    return Made(slug, f"{article}\n", notes, said, silent, tuple(lost))


def _sources(mint: Mint) -> dict[str, dict[str, Any]]:
    """Make sources, each with what it took its material from; the way to each from the publisher is one."""
    draw = mint.draw
    made: dict[str, dict[str, Any]] = {"courier": {"name": "The Courier", "kind": "news-report"}, **SHARED}
    for number in range(1, draw(st.integers(1, 4)) + 1):
        kind = draw(st.sampled_from(["person", "person", "official-statement", "intercepted-communication", "video"]))
        source: dict[str, Any] = {"name": f"{mint.word().title()} {mint.word().title()}", "kind": kind}
        if kind == "person":
            source["identified"] = draw(st.sampled_from(["named", "claimed", "unnamed"]))
            source["circumstances"] = draw(st.sampled_from(["free", "captive", "not-stated"]))
        if interest := mint.one(0.3, f"It {mint.text(3, 5, odd=True)}."):
            source["interest"] = interest
        holders = [name for name, each in made.items() if name not in {"courier", *SHARED} and each["kind"] != "person"]
        if kind == "person" and holders and draw(st.booleans()):
            holder = made[draw(st.sampled_from(holders))]
            holder["from"] = [*holder.get("from", []), f"s{number}"]
        made[f"s{number}"] = source
    return made


def _quote(mint: Mint, name: str, sources: dict[str, dict[str, Any]]) -> tuple[dict[str, Any], str, str]:
    """Make a quote: its notes, the paragraph of the article that has it, and the word of it that is withheld."""
    draw = mint.draw
    parts = [mint.text(8, 13, odd=True) for _ in range(draw(st.sampled_from([1, 1, 1, 2])))]
    words = "reported" if len(parts) == 1 and mint.one(0.2, value=True) else "direct"
    if mint.one(0.1, value=True):
        parts[0] = f"{parts[0]} {LONG}"
    opening, closing = draw(st.sampled_from(MARKS))
    quoted = f" said {mint.word().title()}. ".join(f"{opening}{part}{closing}" for part in parts)
    paragraph = f"It was said that {parts[0]}." if words == "reported" else f"{quoted}, said {mint.text(3, 5)}."
    note: dict[str, Any] = {"id": name, "quote": parts if len(parts) > 1 else parts[0], "words": words}
    note["source"] = draw(st.sampled_from([each for each in sources if each != "courier"]))
    note["status"] = draw(st.sampled_from(["unverified", "unverified", "opinion"]))
    if says := mint.one(0.5, f"Claimed {mint.text(5, 9, odd=True)}."):
        note["says"] = says
    plain = [each for each in parts[0].split() if each.isascii() and each.isalpha() and each != LONG]
    if hidden := mint.one(0.25, draw(st.sampled_from(plain))):
        note["withhold"] = [hidden]
    if mint.one(0.15, value=True):
        note["withdrawn"] = {"on": DAY, "reason": "Misheard."}
    if mint.one(0.3, value=True):
        note["caveats"] = [{"kind": "other", "text": f"Inline {mint.text(4, 7, odd=True)}."}]
    return note, paragraph, hidden or ""


def _caveats(mint: Mint, quotes: list[dict[str, Any]], sources: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Make caveats about quotes, sources and the whole."""
    names = [quote["id"] for quote in quotes] + [quote["source"] for quote in quotes]
    names += [name for name in sources if name in {quote["source"] for quote in quotes}]
    found = []
    for _ in range(mint.draw(st.integers(0, 4))):
        caveat: dict[str, Any] = {
            "kind": mint.draw(st.sampled_from(["other", "translation", "anonymous", "unverified"])),
            "text": f"Caveat {mint.text(4, 8, odd=True)}.",
        }
        if about := mint.draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
            caveat["about"] = about
        found.append(caveat)
    return found


def _deny(mint: Mint, quotes: list[dict[str, Any]]) -> None:
    """Let one quote deny another."""
    if len(quotes) > 1 and mint.draw(st.booleans()):
        quotes[0]["denied_by"] = [quotes[1]["id"]]
        quotes[1].pop("withdrawn", None)
        quotes[0]["status"] = "disputed"


def _said(
    quote: dict[str, Any], hidden: str, caveats: list[dict[str, Any]], sources: dict[str, dict[str, Any]]
) -> Said:
    """Return what must stand beside a quote, from what was typed alone."""
    rests = {quote["id"], *_way(quote["source"], sources)}
    due = [each["text"] for each in quote.get("caveats", [])]
    due += [each["text"] for each in caveats if not each.get("about") or rests & {*each["about"]}]
    parts = quote["quote"] if isinstance(quote["quote"], list) else [quote["quote"]]
    way = [sources[name] for name in rests & sources.keys()]
    return Said(
        quote["id"],
        tuple(parts),
        tuple(due),
        hidden,
        quote.get("says", ""),
        is_gone="withdrawn" in quote,
        is_denied="denied_by" in quote,
        is_unchecked=quote["status"] == "unverified"
        or any(each["kind"] in UNCHECKED or each.get("circumstances") == "captive" for each in way),
    )


def _way(source: str, sources: dict[str, dict[str, Any]]) -> set[str]:
    """Return a source and all that its material passed through."""
    found = {source}
    for name, each in sources.items():
        if source in each.get("from", []):
            found |= _way(name, sources)
    return found
