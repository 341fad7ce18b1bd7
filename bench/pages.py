"""pages.py GOLD.jsonl PAGES_DIR PRED.jsonl: what sitegen reads off saved pages, a line of JSON a page."""

import argparse
import json
import sys
from pathlib import Path

from texts import rows_of

from sitegen.model.article import Role, Seed
from sitegen.read import read_article


def main() -> int:
    """Read every page that the gold file names, in its order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help='lines with "id", and perhaps "html", a path from PAGES_DIR')
    parser.add_argument("pages", type=Path)
    parser.add_argument("pred", type=Path)
    asked = parser.parse_args()
    rows = list(rows_of(asked.gold))
    with asked.pred.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(_prediction(row, asked.pages), ensure_ascii=False) + "\n")
    return 0


def _prediction(row: dict[str, str], folder: Path) -> dict[str, object]:
    file = _file_of(row, folder)
    article, problems = read_article(file.parent, Seed(file.stem, file.name), {})
    print(*(f"{row['id']}: {problem}" for problem in problems), sep="\n", end="\n" if problems else "", file=sys.stderr)
    if article is None:
        return {"id": row["id"], "title": "", "authors": [], "date": "", "body": ""}
    return {
        "id": row["id"],
        "title": article.headline,
        "authors": list(article.authors),
        "date": article.date.iso if article.date else "",
        "body": "\n\n".join(article.words_at(each.span) for each in article.paragraphs_of(Role.BODY)),
    }


def _file_of(row: dict[str, str], folder: Path) -> Path:
    """Return a page's file: below the folder, in its html/, or that folder itself."""
    name = row.get("html") or f"{row['id']}.html"
    places = (folder / name, folder / "html" / name, folder / Path(name).name, folder / "html" / Path(name).name)
    return next((place for place in places if place.is_file()), places[0])


if __name__ == "__main__":
    sys.exit(main())
