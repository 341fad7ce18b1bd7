"""Front matter: what stands between two lines of three hyphens at the top of a page that people wrote."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time

from msgspec import Struct, field

from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.read.typed_dates import iso_forms
from sitegen.tree import Items, Node, Table, Text, read_tree

KEYS = (
    *("title", "description", "date", "updated", "tags", "author", "slug", "draft", "status"),
    *("order", "aliases", "language"),
)
SAME = {
    "summary": "description",
    "lang": "language",
    "authors": "author",
    "lastmod": "updated",
    "modified": "updated",
}
"""Keys of other generators that say the same; our own one counts where both stand there."""
INSTEAD = {
    "category": "tags",
    "categories": "tags",
    "keywords": "tags",
    "weight": "order",
    "redirect_from": "aliases",
    "url": "slug",
    "permalink": "slug",
    "save_as": "slug",
    "published": "draft",
}
"""Keys of other generators that say something like it."""
IDLE = frozenset({"layout", "template", "type", "toc", "comments", "image", "cover", "thumbnail", "icon", "hide", "id"})
"""Keys of other generators that mean nothing here and hide nothing."""
_DAY = "2024-03-05"
_STATUSES = {"published": False, "draft": True}
_ANSWERS = {"true": True, "yes": True, "false": False, "no": False, "": False}
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*[\r\n](?:.*?[\r\n])??\+\+\+[ \t]*(?:[\r\n]|\Z)", re.DOTALL)
# As Hugo, Jekyll and Eleventy write it, down to what YAML 1.1 called a timestamp (https://yaml.org/type/timestamp.html).
_DATE = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:(?:[Tt]|[ ]+)(?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?"
    r"(?:[ ]*(?P<zone>[Zz]|UTC|(?P<side>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?))?)?"
)


class FrontMatter(Struct):
    """Front matter, and what is wrong with it."""

    path: str
    values: Mapping[str, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lost: bool = False
    """Whether it stands there and cannot be understood."""

    def report(self, at: Location, message: str, hint: str = "") -> None:
        """Say what is wrong."""
        self.problems.append(Problem(at, Kind.PAGE_WRONG, message, hint))

    def text(self, key: str) -> str:
        """Return a text on one line; empty where it was not typed."""
        node = self.values.get(key)
        if node is None or isinstance(node, Text):
            return " ".join(node.value.split()) if node else ""
        self.report(node.at, f"“{key}” takes one text, not a {'list' if isinstance(node, Items) else 'mapping'}")
        return ""

    def number(self, key: str) -> int | None:
        """Return a whole number; None where it was not typed."""
        typed = self.text(key)
        if typed and not re.fullmatch(r"-?\d{1,6}", typed):
            self.report(self.values[key].at, f"“{key}” takes a whole number, not “{typed}”")
            return None
        return int(typed) if typed else None

    def day(self, key: str) -> str:
        """Return a day, or a day with a time, in one form of ISO 8601; empty where it was not typed."""
        typed = self.text(key)
        found = _DATE.fullmatch(typed)
        if found and _is_real(found):
            return _iso(found)
        if typed:
            days = [form for form in iso_forms(typed) if len(form) == len(_DAY)]
            hint = " or ".join(f"{key}: {day}" for day in days) if days else f"as in {key}: {_DAY}"
            self.report(self.values[key].at, f"“{key}” takes a day, or a day with a time, not “{typed}”", hint)
        return ""

    def names(self, key: str) -> tuple[str, ...]:
        """Return short texts, from a list or one text with commas."""
        node = self.values.get(key)
        if isinstance(node, Text):
            typed: Sequence[str] = node.value.split(",")
        else:
            typed = [item.value for item in self._texts(key, "texts", node)]
        return tuple(dict.fromkeys(name for each in typed if (name := " ".join(each.split()))))

    def is_draft(self) -> bool:
        """Say whether the page is a draft, in one of the two ways in which pages say so."""
        return self._answer("draft", _ANSWERS, "yes or no") | self._answer("status", _STATUSES, "published or draft")

    def addresses(self, key: str) -> tuple[str, ...]:
        """Return addresses of pages of the site, without "/" before and ".html" behind."""
        node = self.values.get(key)
        typed = [node] if isinstance(node, Text) else self._texts(key, "addresses", node)
        return tuple(address for item in typed if (address := self._address(item, item.value.strip().strip("/"))))

    def last_part(self, key: str) -> str:
        """Return the last part of an address; empty where it was not typed."""
        typed = self.text(key)
        if "/" in typed:
            hint = "the folders of content/ are the other parts"
            self.report(self.values[key].at, f"“{key}” takes the last part of the address, without “/”", hint)
            return ""
        return self._address(self.values[key], typed) if typed else ""

    def _address(self, node: Node, typed: str) -> str:
        address = typed.removesuffix(".html").strip("/")
        if any(part in ("", ".", "..") or "\\" in part or not part.isprintable() for part in address.split("/")):
            self.report(node.at, f"“{typed}” cannot be the address of a page of this site")
            return ""
        return address

    def _answer(self, key: str, answers: Mapping[str, bool], wanted: str) -> bool:
        typed = self.text(key)
        known = answers.get(typed.lower(), False if not typed else None)
        if known is None:
            self.report(self.values[key].at, f"“{key}” takes {wanted}, not “{typed}”")
            # Whoever writes something else here means to say something: until it is clear what, nobody is shown it.
            return True
        return known

    def _texts(self, key: str, what: str, node: Node | None) -> Iterator[Text]:
        for item in node.items if isinstance(node, Items) else (node,) if node else ():
            if isinstance(item, Text):
                yield item
            else:
                self.report(item.at, f"“{key}” takes a list of {what}")


def read_front_matter(path: str, text: str) -> tuple[int, FrontMatter]:
    """Return where the body of a page begins, in characters, and the front matter before it."""
    opening = _FENCE.match(text)
    if not opening:
        front = FrontMatter(path, lost=text.startswith("+++") and _TOML.match(text) is not None)
        if front.lost:
            hint = "write it as YAML, `title: …`, between lines of three hyphens: ---"
            front.report(Location(path), "the front matter is TOML, which is not read", hint)
        return 0, front
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        front = FrontMatter(path, lost=True)
        front.report(Location(path), "the front matter has no end", "close it with a line of three hyphens: ---")
        return len(text), front
    tree, problems = read_tree(text[opening.end() : closing.start()], path, first_line=2, keys=KEYS)
    front = FrontMatter(path, problems=problems, lost=tree is None and bool(problems))
    if isinstance(tree, Table):
        front.values = _known(front, tree)
    elif tree is not None and not (isinstance(tree, Text) and not tree.value):
        front.lost = True
        front.report(tree.at, "front matter takes lines of the form “key: value”")
    return closing.end(), front


def _known(front: FrontMatter, table: Table) -> Mapping[str, Node]:
    """Return the values of the keys that pages have, and report the other keys."""
    own: dict[str, Node] = {}
    same: dict[str, Node] = {}
    for key, value in table.pairs:
        if key.value in KEYS:
            own[key.value] = value
        elif key.value in SAME:
            same[SAME[key.value]] = value
        elif key.value in IDLE:
            message = f"“{key.value}” has no effect here"
            front.problems.append(Problem(key.at, Kind.PAGE_WRONG, message, severity=Severity.NOTE))
        else:
            front.report(key.at, f"pages have no key “{key.value}”", _hint(key.value))
    return same | own


def _hint(typed: str) -> str:
    if typed in INSTEAD:
        return f"here it is “{INSTEAD[typed]}”"
    near = nearest(typed, KEYS)
    return f"did you mean “{near}”?" if near else f"pages have {', '.join(KEYS)}"


def _is_real(found: re.Match[str]) -> bool:
    try:
        date.fromisoformat(found["day"])
        time.fromisoformat(found["clock"] or "00:00")
    except ValueError:
        return False
    # Offsets reach from UTC-12:00 to UTC+14:00 (https://www.iana.org/time-zones).
    return int(found["hours"] or 0) <= 14 and int(found["minutes"] or 0) < 60  # noqa: PLR2004  (hours and minutes)


def _iso(found: re.Match[str]) -> str:
    clock = f"T{found['clock']}" if found["clock"] else ""
    zone = f"{found['side']}{found['hours']}:{found['minutes'] or '00'}" if found["side"] else "Z"
    return f"{found['day']}{clock}{zone if found['zone'] else ''}"
