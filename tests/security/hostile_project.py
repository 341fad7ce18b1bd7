"""A project in which every text is hostile: annotation files are generated from the language's own schema.

A field that the language gets is so covered without a new test: what must be of a form is named in `fitting`, all other
texts are the payload.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from payloads import NOT_TYPED, PAYLOADS, quoted, text, token, typed

from sitegen.read.schema import annotation_schema

URL = "https://desk.example/briefs/"
ADDRESS = "https://courier.example/a'b(c)?d=1&e=[f]&lt;g#h=javascript:i"
DAY = "2024-03-15"


def fitting(name: str) -> Mapping[str, Any]:
    """Return what must be of a form, or name something, by form and key; None where a key is left out."""
    return {
        "FileForm.url": ADDRESS,
        "FileForm.archive": ADDRESS,
        "FileForm.published": DAY,
        "FileForm.captured": DAY,
        "FileForm.language": "en",
        "FileForm.published_basis": "editor",
        "FileForm.republish": "excerpts",
        "FileForm.authors": [text(name)],
        "FileForm.sources": [_form("SourceForm"), _person],
        "FileForm.quotes": [_form("QuoteForm"), _denial, _gone],
        "BriefForm.slug": None,  # judged where it stands: letters, digits, hyphens
        "BriefForm.aliases": [f"old-{name}"],
        "BriefForm.date": DAY,
        "BriefForm.review_due": "2030-01-01",
        "BriefForm.state": "published",
        "BriefForm.withdrawn": None,  # a brief of its own
        "BriefForm.tags": [token(name)],
        "BriefForm.main": "tide",
        "BriefForm.content": ["graphic"],
        "SourceForm.id": "call",
        "SourceForm.kind": "intercepted-communication",
        "SourceForm.from": "hand",
        "SourceForm.also": [f"Also {text(name)}"],
        "SourceForm.identified": "claimed",
        "SourceForm.circumstances": "captive",
        "SourceForm.reliability": "B",
        "SourceForm.material": "recording",
        "QuoteForm.id": "tide",
        "QuoteForm.quote": quoted(name),
        "QuoteForm.source": "call",
        "QuoteForm.basis": "inferred",
        "QuoteForm.status": "unverified",
        "QuoteForm.after": None,  # words of the article
        "QuoteForm.occurrence": None,
        "QuoteForm.words": "direct",
        "QuoteForm.via": None,  # there is one way
        "QuoteForm.denied_by": ["denial"],
        "QuoteForm.withhold": None,  # words of the quote
        "QuoteForm.history": {"on": DAY, "from": "attributed", "to": "unverified", "why": text(name)},
        "QuoteForm.withdrawn": None,  # a quote of its own
        "CheckForm.object": "speaker",
        "CheckForm.result": "inconclusive",
        "CheckForm.on": DAY,
        "ResponseForm.result": "declined",
        "CaveatForm.kind": "other",
        "CaveatForm.about": ["hand"],
        "CaveatForm.passage": None,  # words of the article
        "GapForm.passage": None,
        "GapForm.result": "unknown",
        "VersionForm.on": DAY,
        "WithdrawalForm.on": DAY,
        "CorrectionForm.on": DAY,
    }


class Writer:
    """Writes an annotation file in which every key of the schema stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.schema: Mapping[str, Any] = annotation_schema()
        self.fitting = fitting(name)
        self.used: set[str] = set()

    def file(self) -> dict[str, Any]:
        """Return the whole file."""
        return self.form("FileForm", self.schema)

    def form(self, form: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return a mapping with every key of a form."""
        found = {}
        for key, about in schema["properties"].items():
            place = f"{form}.{key}"
            value = self.value(place, about)
            if value is not None:
                found[key] = value
        return found

    def value(self, place: str, about: Mapping[str, Any]) -> Any:  # noqa: ANN401  (JSON)
        """Return the value of a key: one that fits, or a form, or the payload."""
        if place in self.fitting:
            self.used.add(place)
            return self._fitting(self.fitting[place])
        if form := _form_in(about):
            return self.form(form, self.schema["$defs"][form])
        return text(self.name)

    def _fitting(self, value: Any) -> Any:  # noqa: ANN401  (as above)
        if isinstance(value, list):
            return [self._fitting(each) for each in value]
        return value(self) if callable(value) else value


def _form(name: str) -> Callable[[Writer], dict[str, Any]]:
    return lambda writer: writer.form(name, writer.schema["$defs"][name])


def _person(writer: Writer) -> dict[str, Any]:
    return {"id": "hand", "name": f"Osric {text(writer.name)}", "kind": "person", "identified": "claimed"}


def _denial(writer: Writer) -> dict[str, Any]:
    return {"id": "denial", "quote": "We were not there that night", "source": "paper", "says": text(writer.name)}


def _gone(writer: Writer) -> dict[str, Any]:
    return {"id": "gone", "withdrawn": _form("WithdrawalForm")(writer)}


def article(name: str) -> str:
    """Return an article with the payload in its headline, byline and body, on one line each."""
    line = " ".join(text(name).split())
    return (
        f"{line}\n\nBy Ada {line}\n15 March 2024\n\n{line} is what was painted on the hull, the {line} said.\n\n"
        f"“{quoted(name)},” the deckhand Osric told the {line}. “We were not there that night,” he said.\n\n"
        f"{'The ferry runs as before, with one boat fewer, and nobody was hurt by any of it. ' * 12}\n"
    )


def page(name: str) -> str:
    """Return a page of people's own: the payload in each key of its front matter, and in its text."""
    keys = {"title": text(name), "description": text(name), "tags": [_tag(name)], "author": [text(name)], "date": DAY}
    return f"---\n{typed(keys)}---\n\n# A {line_of(name)}\n\nText {line_of(name)}\n"


def line_of(name: str) -> str:
    """Return the payload as Markdown that people could have typed, without links that no page may carry."""
    return (
        " ".join(NOT_TYPED.sub(" ", text(name)).split())
        .replace("](", "] (")
        .replace("]: ", "] : ")
        .replace("<java", "< java")
    )


def settings(names: Iterator[str]) -> str:
    """Return settings in which every text is hostile, all payloads one after the other."""
    whole = " ".join(" ".join(PAYLOADS[name].split())[:80] for name in names)
    keys: dict[str, Any] = dict.fromkeys(
        ("title", "description", "editor", "contact", "takedown", "licence", "footer"), whole
    )
    keys |= {"url": URL, "navigation": {whole: "about.html"}, "publish_reliability": "yes", "analyse": "no"}
    keys["budget"] = dict.fromkeys(("quotes_warn", "quotes_fail", "prose_warn", "prose_fail"), "100")
    return typed(keys)


def write_hostile(root: Path) -> Path:
    """Write the project."""
    files = {"sitegen.yaml": settings(iter(PAYLOADS)), "sources.yaml": typed(_shared())}
    for name in PAYLOADS:
        files[f"seeds/{name}.txt"] = article(name)
        files[f"seeds/{name}.yaml"] = typed(Writer(name).file())
        files[f"content/own/{name}.md"] = page(name)
    files["words/en.yaml"] = typed({"page": {"briefs": PAYLOADS["script"], "skip": PAYLOADS["attribute"]}})
    for path, contents in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(contents, encoding="utf-8", newline="")
    return root


def _shared() -> dict[str, Any]:
    fields = ("name", "note", "interest", "interest_basis")
    return {"paper": {key: f"Paper {text('title-end')}" for key in fields} | {"kind": "news-report"}}


def _tag(name: str) -> str:
    """Return the payload as a tag: one line, and short enough for the name of a file."""
    return " ".join(text(name).split())[:60]


def _form_in(about: Mapping[str, Any]) -> str:
    """Return the form that a key takes; empty where it takes none."""
    if "$ref" in about:
        name = str(about["$ref"]).rpartition("/")[2]
        return name if name.endswith("Form") else ""
    inner = [*about.get("anyOf", ()), *([about["items"]] if "items" in about else ())]
    return next((form for each in inner if (form := _form_in(each))), "")
