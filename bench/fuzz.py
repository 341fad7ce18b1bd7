"""Fuzzing: what sitegen reads, fed with what no person writes, led by the code that each input reaches.

    python3 -m venv fuzzing
    fuzzing/bin/pip install atheris
    fuzzing/bin/pip install -e .
    fuzzing/bin/python bench/fuzz.py article --minutes 10

Every target must end, with problems if need be, and with no exception; inputs that break one are kept in the folder of
`--keep`. The seeds are the cases of the tests. The tests run the same targets on a few inputs made by chance.
"""

# ruff: noqa: PLC0415, S101  (atheris looks into what is imported later; what a target asserts is what is tried)

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.kinds import Kinds

CASES = Path(__file__).parent.parent / "tests" / "cases"
LONGEST = 20_000
"""Bytes of an input."""
PATIENCE = 30
"""Seconds in which an input must be done with."""
MEMORY = 2_000
"""Megabytes that the process may take."""
_BLOCK = re.compile(r"^```(?P<name>\w+)[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
RUNNING = frozenset({"script", "style", "iframe", "object", "embed", "base", "meta", "svg", "form"})
"""Elements that no text can have."""
_UNSEEN = re.compile(r"[\t\n\r]")
"""What browsers leave out of addresses (https://url.spec.whatwg.org/#concept-basic-url-parser)."""
_ADDRESS = re.compile(r"[\x00-\x20]*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ARTICLE = (
    b'Ferry crew left\n\nBy Ada Quill\n\n"The tide took her sideways," the deckhand Osric Vane told the Courier.\n'
)


def article(data: bytes) -> None:
    """Read an article and what it quotes."""
    from sitegen.model.article import Seed
    from sitegen.read import read_article

    found, _ = read_article({"seeds/a.txt": data}, Seed("a", "seeds/a.txt"), {})
    if found:
        assert all(0 <= each.span.start <= each.span.end <= len(found.text) for each in found.paragraphs)


def annotations(data: bytes) -> None:
    """Read an annotation file and hold it against an article."""
    from sitegen.check import check
    from sitegen.config import Budget
    from sitegen.model.article import Seed
    from sitegen.read import read_annotations, read_article

    seed = Seed("a", "seeds/a.txt", "seeds/a.yaml")
    found, problems = read_annotations({"seeds/a.yaml": data}, seed, (), _kinds())
    text, _ = read_article({"seeds/a.txt": ARTICLE}, seed, {})
    if found and text:
        problems += check(text, found, _kinds(), Budget())
    for problem in problems:
        assert problem.at.line >= 1, problem
        assert str(problem)


def page(data: bytes) -> None:
    """Read a page that people wrote, and write it as HTML."""
    from sitegen.problems import Problem
    from sitegen.read import read_page
    from sitegen.render.pages.own import body_of

    found, markdown, _ = read_page("content/a.md", data)
    if found:
        body = body_of(found.path, markdown, found.line)
        assert isinstance(body, Problem) or not runs(body.html), body


def markdown(data: bytes) -> None:
    """Write Markdown as HTML."""
    from sitegen.render.markdown import parse, text_of, to_html

    parsed = parse(data.decode("utf-8", "replace"))
    html = to_html(parsed.tokens, parsed.env)
    assert not runs(html), html
    text_of(parsed.tokens)


def saved(data: bytes) -> None:
    """Read a saved web page."""
    from sitegen.model.article import Seed
    from sitegen.read import read_article

    found, problems = read_article({"seeds/a.html": data}, Seed("a", "seeds/a.html"), {})
    assert found or problems


def address(data: bytes) -> None:
    """Take a web address apart, and judge the machine that it names."""
    from sitegen.importing.addresses import RefusalError, is_public, parse_address

    try:
        found = parse_address(data.decode("utf-8", "replace"))
    except RefusalError:
        return
    assert found.host.isascii()
    assert not re.search(r"[\x00-\x20\x7f]", found.host + found.target), found
    is_public(found.host)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (article, annotations, page, markdown, saved, address)
}
BLOCKS = {
    "article": ("article",),
    "annotations": ("annotation", "sources"),
    "page": ("page",),
    "markdown": ("page", "article"),
    "saved": ("html",),
    "address": ("address",),
}
"""The blocks of cases that are seeds of a target."""
BEGINNINGS = {
    "annotations": [b"publisher: Courier\nquotes:\n  - he: The tide took her sideways\n"],
    "page": [b"---\ntitle: A\ntags: [b]\n---\n\n# A\n\n[b](c.md) <d> ![e](f)\n\n| g |\n|---|\n| h |\n"],
    "markdown": [
        b"# a\n\n[b](c 'd') ![e](f) <https://g.example> [h]\n\n[h]: javascript:i\n",
        b"| j |\n|-:|\n| k[^l] |\n\n[^l]: m\n\n> n\n\n1. o\n   - p\n\n&#106; `q` **r** _s_ <t onclick=u>\n",
    ],
    "saved": [b"<html><head><title>A</title></head><body><article><h1>A</h1><p>" + ARTICLE + b"</article></html>"],
    "address": [b"https://desk.example:8443/a?b=c#d", b"http://[::ffff:127.0.0.1]/", b"http://0x7f.1/", b"http://a@b/"],
}
"""Seeds beside those of the cases."""


def seeds(name: str) -> Iterator[bytes]:
    """Yield what a target begins with."""
    yield from BEGINNINGS.get(name, ())
    for path in sorted(CASES.rglob("*.md")):
        for found in _BLOCK.finditer(path.read_text("utf-8")):
            if found["name"] in BLOCKS[name]:
                yield found["text"].encode()


@cache
def _kinds() -> "Kinds":
    from sitegen.kinds import load_kinds

    return load_kinds()


class _Running(HTMLParser):
    """Notes what in HTML could run or lead away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in RUNNING:
            self.found.append(tag)
        for name, value in attrs:
            leads = name in {"href", "src"} and _ADDRESS.match(_UNSEEN.sub("", value or ""))
            if name.startswith("on") or name == "style" or leads:
                self.found.append(f"{name}={value}")


def runs(html: str) -> list[str]:
    """Return what of HTML could run or lead away."""
    reader = _Running()
    reader.feed(html)
    reader.close()
    return reader.found


def main() -> None:
    """Fuzz one target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--keep", type=Path, default=Path(), metavar="FOLDER", help="where breaking inputs are kept")
    order = parser.parse_args()
    try:
        import atheris  # type: ignore[import-untyped,unused-ignore]  # no dependency of ours
    except ImportError:
        sys.exit(f"atheris is not installed here:\n{__doc__}")
    with atheris.instrument_imports(include=["sitegen", "markdown_it", "mdit_py_plugins", "yaml"]):
        # What a target imports when it is called is looked into as well.
        for seed in seeds(order.target):
            TARGETS[order.target](seed)
    order.keep.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(order.target)):
            (Path(corpus) / str(number)).write_bytes(seed[:LONGEST])
        limits = f"-max_len={LONGEST}", f"-timeout={PATIENCE}", f"-rss_limit_mb={MEMORY}"
        seconds = f"-max_total_time={round(order.minutes * 60)}", f"-artifact_prefix={order.keep}/"
        atheris.Setup([sys.argv[0], *limits, *seconds, "-print_final_stats=1", corpus], TARGETS[order.target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
