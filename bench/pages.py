"""pages.py GOLD.jsonl PAGES_DIR PRED.jsonl: what sitegen reads off saved pages, a line of JSON a page."""

import argparse
import json
import sys
from pathlib import Path

from sitegen.read.web import Block, Fault, Page, decode_page, read_page


def main() -> int:
    """Read every page that the gold file names, in its order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help='lines with "id", and perhaps "html", a path from PAGES_DIR')
    parser.add_argument("pages", type=Path)
    parser.add_argument("pred", type=Path)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    with asked.pred.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(_prediction(row, asked.pages), ensure_ascii=False) + "\n")
    return 0


def _prediction(row: dict[str, str], folder: Path) -> dict[str, object]:
    decoded = decode_page(_file_of(row, folder).read_bytes())
    page = Fault(decoded) if isinstance(decoded, str) else read_page(decoded[0], {})
    if isinstance(page, Fault):
        print(f"{row['id']}: {page.message}", file=sys.stderr)
        return {"id": row["id"], "title": "", "authors": [], "date": "", "body": ""}
    return {
        "id": row["id"],
        "title": page.headline,
        "authors": list(page.authors),
        "date": page.published,
        "body": _body(page),
    }


def _file_of(row: dict[str, str], folder: Path) -> Path:
    """Return a page's file: below the folder, in its html/, or that folder itself."""
    name = row.get("html") or f"{row['id']}.html"
    places = (folder / name, folder / "html" / name, folder / Path(name).name, folder / "html" / Path(name).name)
    return next((place for place in places if place.is_file()), places[0])


def _body(page: Page) -> str:
    return "\n\n".join(piece.words for piece in page.pieces if piece.block is not Block.CAPTION)


if __name__ == "__main__":
    sys.exit(main())
