"""Every kind of file of a site, read by a parser of its own and judged: nothing in it runs, leads away or breaks out.

Each judge yields what is wrong. A file of a kind that is not known here is wrong, so that nothing new slips past.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import bibtexparser
import rispy  # type: ignore[import-untyped]  # it has no types
import yaml
from lxml import etree, html
from markdown_it import MarkdownIt
from PIL import Image
from walking import TELLING, Tree

Faults = Iterator[str]

ELEMENTS = frozenset(
    re.findall(
        r"[a-z0-6]+",
        """a abbr article aside bdi blockquote body br button caption cite code col colgroup dd details del div dl dt em
        fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html img input label legend li link main
        mark meta nav noscript ol option output p pre script search section select small span strong sub summary sup
        table tbody td tfoot th thead time title tr ul wbr
        svg circle defs desc ellipse g line marker path pattern polygon polyline rect symbol text tspan use""",
    )
)
"""Elements that the theme and Markdown have; of them `script` only with an address of ours or as data."""
ADDRESSES = frozenset({"href", "src", "action", "poster", "cite", "data", "formaction", "background", "xlink:href"})
SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):")
SCHEMES = frozenset({"http", "https", "mailto"})
SCRIPT = re.compile(r"(?:(?:\.\./)*|/|https://desk\.example/briefs/)assets/[a-z-]+\.js")
OWN_PICTURE = re.compile(r"(?:(?:\.\./)*|https://desk\.example/briefs/)(?:assets|cards)/[\w.-]+|data:image/svg\+xml,.*")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'"
"""How the policy of a page begins; one that only leads on has no style."""
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")
REDIRECT = re.compile(r"/briefs/[\w./%-]+ /briefs/[\w./%-]+ 301")


# ---- pages


def judge_html(text: str) -> Faults:
    """Judge a page, once as strict markup and once as a lenient parser takes it."""
    strict = [(tag, values) for tag, values in Tree(text).tags]
    lenient = [
        (str(each.tag), {str(name): str(value) for name, value in each.attrib.items()})
        for each in html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")).iter()
        if isinstance(each.tag, str)
    ]
    for tag, values in (*strict, *lenient):
        yield from judge_element(tag, values)
    policies = [values["content"] for tag, values in strict if values.get("http-equiv") == "Content-Security-Policy"]
    leads_on = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'"
    if policies != [leads_on] and not (len(policies) == 1 and policies[0].startswith(POLICY)):
        yield f"the policy is {policies}"
    for data in Tree(text).data:
        if data.strip() and json.loads(data)["@context"] != "https://schema.org":
            yield "data of another kind"


def judge_element(tag: str, values: Mapping[str, str]) -> Faults:
    """Judge an element and its attributes."""
    if tag not in ELEMENTS:
        yield f"an element <{tag}>"
    for name, value in values.items():
        if name.startswith("on") or name in {"style", "srcdoc", "formaction", "ping", "is"}:
            yield f"an attribute {name} of <{tag}>"
        if name in ADDRESSES and (wrong := bad_address(value, is_picture=tag in {"img", "use"})):
            yield f"{wrong}: <{tag} {name}={value[:80]!r}>"
    if tag == "script":
        is_data = values == {"type": "application/ld+json"}
        if not is_data and not (SCRIPT.fullmatch(values.get("src", "")) and values.keys() <= {"src", "defer", "type"}):
            yield f"a script {dict(values)}"
    if (
        tag == "link"
        and values.get("rel") == "stylesheet"
        and not re.search(r"(?:^|/)assets/\w+\.css$", values["href"])
    ):
        yield f"a style {dict(values)}"
    if tag == "meta" and values.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
        is_way_on = values["http-equiv"] == "refresh" and re.fullmatch(r"0;\s*url=[\w./%-]+", values["content"])
        if not is_way_on:
            yield f"a <meta> {dict(values)}"


def bad_address(value: str, *, is_picture: bool = False) -> str:
    """Say why no page may carry an address; empty where it may."""
    found = SCHEME.match(re.sub(r"[\t\r\n]", "", value))
    if is_picture:
        return "" if OWN_PICTURE.fullmatch(value) or value.startswith("#") else "a picture from elsewhere"
    if found and found[1].lower() not in SCHEMES:
        return "an address that could run"
    return "an address of any scheme" if re.match(r"[\x00-\x20]*[/\\]{2}", value) else ""


# ---- data


def judge_xml(text: str) -> Faults:
    """Judge a feed, a sitemap or a picture."""
    root = etree.fromstring(text.encode(), parser=etree.XMLParser(resolve_entities=False, no_network=True))
    tree = root.getroottree()
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        yield "a document type"
    for each in tree.iter():
        if not isinstance(each.tag, str):
            yield f"an instruction, a comment or an entity: {each}"
            continue
        tag = etree.QName(each).localname
        if tag in {"script", "foreignObject", "handler", "set", "animate", "style"} and "svg" in str(each.tag):
            yield f"an element <{tag}>"
        for name, value in each.attrib.items():
            plain = etree.QName(str(name)).localname
            if plain.startswith("on") or (plain in ADDRESSES and bad_address(str(value))):
                yield f"{plain}={value!r}"
        if tag in {"content", "summary"} and each.get("type") == "html":
            yield from judge_fragment(each.text or "")


def judge_fragment(text: str) -> Faults:
    """Judge the HTML of an entry of a feed."""
    for tag, values in Tree(text).tags:
        if tag in {"script", "style", "iframe", "form", "input", "button", "svg", "img"}:
            yield f"an element <{tag}> in an entry"
        yield from judge_element(tag, values)


def judge_json(text: str) -> Faults:
    """Judge data: sound, no name twice, no half of a character, and no HTML that runs where there is HTML."""
    data = json.loads(text, object_pairs_hook=_once)
    yield from _json(data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    assert len(found) == len(pairs), [name for name, _ in pairs]
    return found


def _json(value: object) -> Faults:
    if isinstance(value, dict):
        for name, each in value.items():
            if name == "content_html":
                yield from judge_fragment(str(each))
            if name.casefold().endswith(("url", "page")) and isinstance(each, str) and (wrong := bad_address(each)):
                yield f"{wrong}: {name} {each[:80]!r}"
            yield from _json(each)
    elif isinstance(value, list):
        for each in value:
            yield from _json(each)


def judge_table(text: str) -> Faults:
    """Judge a table: a line a row, as many cells as columns, and no cell that a spreadsheet runs."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len(rows) != text.count("\r\n"):
        yield "a cell with a line end"
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            yield f"row {number} has {len(row)} cells"
        yield from (f"row {number}: {cell[:40]!r}" for cell in row if cell.startswith(FORMULA))


def judge_markdown(text: str) -> Faults:
    """Judge a brief as a renderer reads it that lets all HTML pass and keeps every link."""
    found = re.fullmatch(r"---\n(.*?\n)---\n\n(.*)", text, re.DOTALL)
    if not found:
        yield "front matter without an end"
        return
    front = yaml.safe_load(found[1])
    if extra := front.keys() - FRONT:
        yield f"front matter has {extra}"
    parser = _Everything("commonmark", {"html": True, "linkify": False}).enable("table")
    for token in parser.parse(found[2]):
        for each in (token, *(token.children or ())):
            if each.type in {"html_block", "html_inline", "image", "fence", "code_block", "hr", "table_open"}:
                yield f"{each.type}: {each.content[:60]!r}"
            address = str(each.attrGet("href") or "")
            if each.type == "link_open" and (wrong := bad_address(address)):
                yield f"{wrong}: {address[:60]!r}"


FRONT = frozenset(
    {"title", "date", "slug", "tags", "state", "status", "statuses", "publisher", "url", "hash", "aliases", "updated"}
    | {"language", "editor", "content", "unreviewed", "withdrawn", "summary", "proposed"}
)


class _Everything(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  (the parser's own hook)
        return True


# ---- citations


def judge_bibtex(text: str) -> Faults:
    """Judge citations: the entries of the brief and its article, and fields that we write."""
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]  # documented, if not in __all__
    if library.failed_blocks or library.strings or library.preambles or library.comments:
        yield f"other blocks: {library.failed_blocks}"
    if len(library.entries) != 2:
        yield f"{len(library.entries)} entries"
    for entry in library.entries:
        if extra := {field.key for field in entry.fields} - BIBTEX:
            yield f"fields {extra}"
        for field in entry.fields:
            bare = re.sub(r"\\(?:text\w+\{\}|[&%$#_{}])", "", str(field.value))
            if field.key != "url" and re.search(r"\\|(?<!\\)[%#$^~]", bare):
                yield f"{field.key}: {bare[:80]!r}"


BIBTEX = frozenset(
    {"author", "title", "organization", "date", "url", "urldate", "langid", "keywords", "note", "addendum", "subtitle"}
    | {"journaltitle", "editor", "abstract", "pubstate", "annotation"}
)


def judge_ris(text: str) -> Faults:
    """Judge citations: lines of the form, two entries."""
    lines = re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    yield from (f"a line {line[:60]!r}" for line in lines if line and not RIS_LINE.fullmatch(line))
    entries = rispy.loads(text)
    if len(entries) != 2 or text.count("TY  - ") != text.count("\nER  -"):
        yield f"{len(entries)} entries"
    kinds = {entry["type_of_reference"] for entry in entries}
    yield from (f"an entry {kind}" for kind in kinds - {"ELEC", "NEWS", "BLOG", "GEN"})


# ---- what hosts and browsers read


def judge_redirects(text: str) -> Faults:
    """Judge where old addresses lead."""
    yield from (f"a line {line!r}" for line in text.splitlines() if not REDIRECT.fullmatch(line))


def judge_png(contents: bytes) -> Faults:
    """Judge a picture: one that can be drawn, of the usual size, without words that are not seen."""
    with Image.open(io.BytesIO(contents)) as picture:
        picture.load()
        if picture.size != (1200, 630):
            yield f"a picture of {picture.size}"
    if TELLING.search(contents):
        yield "words that are not seen"


def judge_record(text: str) -> Faults:
    """Judge a record of the search index, which the page shows as text."""
    record = json.loads(text)
    if bad_address(record["url"]) or not re.fullmatch(r"[\w./-]*(?:#[\w-]+)?", record["url"].lstrip("/")):
        yield f"an address {record['url']!r}"


JUDGES: Mapping[str, Callable[[str], Faults]] = {
    ".html": judge_html,
    ".xml": judge_xml,
    ".svg": judge_xml,
    ".json": judge_json,
    ".jsonld": judge_json,
    ".csv": judge_table,
    ".md": judge_markdown,
    ".bib": judge_bibtex,
    ".ris": judge_ris,
    ".record": judge_record,
    "_redirects": judge_redirects,
}
SAME = frozenset({".css", ".js", "_headers", ".nojekyll", ".txt"})
"""What follows from no text of people's, and so is as in any other project."""
INDEX = frozenset({".pf_index", ".pf_meta", ".pf_filter", ".pf_head", ".list", ".pagefind", ".json.gz"})
"""Words and numbers in forms that the search's program and publishing read alone."""
BROKEN = (AssertionError, ValueError, KeyError, etree.LxmlError, yaml.YAMLError, csv.Error)
"""How parsers say that a file is not sound."""
ENDINGS = (*JUDGES, *SAME, *INDEX)


def judge(path: str, text: str) -> list[str]:
    """Return what is wrong with a text file of the site."""
    name = path.rpartition("/")[2]
    ending = max((each for each in ENDINGS if name.endswith(each)), key=len, default="")
    if not ending:
        return [f"no judge knows the file {path}"]
    try:
        return [f"{path}: {fault}" for fault in JUDGES.get(ending, _as_it_is)(text)]
    except BROKEN as error:
        return [f"{path}: {error!r}"]


def _as_it_is(_: str) -> Faults:
    yield from ()
