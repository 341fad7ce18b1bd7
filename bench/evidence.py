"""Evidence: what kinds and passages sitegen finds in every article of a folder.

    python bench/evidence.py FOLDER [--json FILE] [--only KIND ...]

Prints each article with its passages, then how many articles and passages show each kind and signal. Where the folder
has an index.tsv with the columns `file` and `kind`, it also says how many articles show the kind that stands there.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from texts import article_of, the_model

from sitegen.analyse import analyse
from sitegen.kinds import load_kinds
from sitegen.model.article import Article, Span

KINDS = {"intercept": "intercepted-communication", "leaked audio": "audio", "unverified video": "video"}
"""Names that an index may use, and what kinds.yaml calls them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that shows a kind or a signal."""

    kind: str
    is_signal: bool
    line: int
    cue: str
    sentence: str
    source: str


def main() -> None:
    """Print a table, and write the passages where asked to."""
    options = _options()
    found = {path.name: passages for path, passages in _read(sorted(options.folder.glob("*.txt")))}
    if options.json:
        shown = {name: [asdict(each) for each in passages] for name, passages in found.items()}
        options.json.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    wanted = [KINDS.get(name, name) for name in options.only]
    for line in _listed(found, wanted):
        print(line)
    for line in _counted(found):
        print(line)
    index = options.folder / "index.tsv"
    if index.exists():
        for line in _compared(found, index):
            print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, help="write the passages to this file")
    parser.add_argument("--only", nargs="+", default=[], metavar="KIND", help="list passages of these kinds only")
    return parser.parse_args()


def _read(paths: Sequence[Path]) -> Iterator[tuple[Path, list[Passage]]]:
    """Yield the passages of each article."""
    model = the_model()
    articles = [article_of(path.read_text(encoding="utf-8"), path.name) for path in paths]
    for path, article, analysis in zip(paths, articles, analyse(articles, model, load_kinds()), strict=True):
        yield (
            path,
            [
                Passage(
                    one.name,
                    one.is_signal,
                    article.location(one.sentence.start).line,
                    article.words_at(one.cue),
                    article.words_at(one.sentence),
                    _words(article, one.source),
                )
                for one in analysis.evidence
            ],
        )


def _words(article: Article, span: Span | None) -> str:
    return article.words_at(span) if span else ""


def _listed(found: Mapping[str, Sequence[Passage]], wanted: Sequence[str]) -> Iterator[str]:
    """Yield each article that shows something, and what it shows."""
    for name, passages in found.items():
        shown = [each for each in passages if not wanted or each.kind in wanted]
        if shown:
            yield name
        for each in shown:
            source = f"  (from: {each.source})" if each.source else ""
            yield f"  {each.line:4}  {each.kind:26}  “{each.cue}”{source}"
            yield f"        {each.sentence}"


def _counted(found: Mapping[str, Sequence[Passage]]) -> Iterator[str]:
    """Yield the articles and passages of each kind and signal."""
    signals = {each.kind for passages in found.values() for each in passages if each.is_signal}
    articles = Counter(kind for passages in found.values() for kind in {each.kind for each in passages})
    passages_of = Counter(each.kind for passages in found.values() for each in passages)
    yield f"\n{'kind or signal':28}{'articles':>10}{'share':>8}{'passages':>10}"
    for kind in sorted(articles, key=lambda kind: (kind in signals, -articles[kind], kind)):
        yield f"{kind:28}{articles[kind]:10}{articles[kind] / len(found):8.0%}{passages_of[kind]:10}"
    yield f"{'all':28}{len(found):10}{'':8}{sum(passages_of.values()):10}"


def _compared(found: Mapping[str, Sequence[Passage]], index: Path) -> Iterator[str]:
    """Yield how many articles show the kind that an index gives them."""
    with index.open(encoding="utf-8", newline="") as rows:
        expected = [(row["file"], KINDS.get(row["kind"], row["kind"])) for row in csv.DictReader(rows, delimiter="\t")]
    known = {*load_kinds().sources, *load_kinds().signals}
    for kind in sorted({kind for _, kind in expected if kind in known}):
        files = [name for name, other in expected if other == kind and name in found]
        missed = [name for name in files if kind not in {each.kind for each in found[name]}]
        yield f"{kind}: {len(files) - len(missed)} of {len(files)} articles of the index show it"
        yield from (f"  not: {name}" for name in missed)


if __name__ == "__main__":
    main()
