"""quotes.py GOLD.jsonl PRED.jsonl [--all]: what sitegen proposes for texts whose quotes people have marked.

Both files have a JSON object a line: {"id", "text" (gold only), "quotes": [{"start", "end", "speaker_text",
"speaker_start", "speaker_end", "cue_text"}]}; places are characters of the text, the end is exclusive.
Direct quotes are written, a quotation over several paragraphs as one a paragraph; with --all also what is reported
without quotation marks, and of the direct quotes those that no report holds. Headlines are left out.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from texts import article_of, rows_of, the_model

from sitegen.analyse import analyse
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Analysis, Statement
from sitegen.model.article import Article, Role, Span
from sitegen.model.quotations import quotations

STEP = 50
"""Texts between two lines of progress."""


def main() -> int:
    """Write a line a text; progress goes to standard error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--all", action="store_true", dest="with_reports")
    asked = parser.parse_args()
    articles = [article_of(row["text"], row["id"]) for row in rows_of(asked.gold)]
    analysed = zip(articles, analyse(articles, the_model(), load_kinds()), strict=True)
    with asked.predicted.open("w", encoding="utf-8") as file:
        for number, (article, analysis) in enumerate(analysed):
            quotes = [_quote(article, *each) for each in _statements(article, analysis, asked.with_reports)]
            file.write(json.dumps({"id": article.path, "quotes": quotes}, ensure_ascii=False) + "\n")
            if not number % STEP:
                print(f"{number} of {len(articles)}", file=sys.stderr)
    return 0


def _statements(article: Article, analysis: Analysis, with_reports: bool) -> Iterator[tuple[Span, Statement]]:  # noqa: FBT001  (an option of the command line)
    """Yield what is said in the body, by place, with the statement that it is of."""
    reports = analysis.reports if with_reports else ()
    direct = [each for each in analysis.statements if not any(each.span in report.span for report in reports)]
    pieces = {quotation.inner.start: quotation.pieces for quotation in quotations(article)}
    body = [paragraph.span for paragraph in article.paragraphs_of(Role.BODY)]
    found = [(report.span, report) for report in reports]
    found += [(piece, each) for each in direct for piece in pieces.get(each.span.start, (each.span,))]
    yield from sorted(
        ((span, each) for span, each in found if any(each.span.overlaps(paragraph) for paragraph in body)),
        key=lambda pair: (pair[0], pair[1].span),
    )


def _quote(article: Article, span: Span, statement: Statement) -> dict[str, str | int]:
    quote: dict[str, str | int] = {"start": span.start, "end": span.end}
    if speaker := statement.speaker:
        mention = speaker.mention
        quote |= {"speaker_text": article.words_at(mention), "speaker_start": mention.start, "speaker_end": mention.end}
    if statement.cue:
        quote["cue_text"] = article.words_at(statement.cue)
    return quote


if __name__ == "__main__":
    sys.exit(main())
