"""picture.py: builds the repository's site and takes the pictures of the README: a brief, wide and narrow."""

import argparse
import io
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from browser import browser
from PIL import Image
from project import PROGRAM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPOSITORY = Path(__file__).parent.parent
BRIEF = "000_142de1610ce160bf"
QUOTE = "section.quote"
"""Finds the quotes of a page."""
LARGEST = 250_000
"""Bytes of a picture: more would make the front page slow."""
COLOURS = 128
MARGIN = 24


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the brief, from the top of the page or of its first quote to the end of that quote."""

    name: str
    width: int
    colours: Literal["light", "dark"]
    from_quote: bool


PICTURES = (
    Picture("brief.png", 1180, "light", from_quote=False),
    Picture("brief-phone.png", 360, "dark", from_quote=True),
)


def main() -> int:
    """Take the pictures; exit 1 where there is no browser, or a picture is too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=REPOSITORY / "docs", help="the folder for the pictures")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-picture-") as folder:
        subprocess.run([*PROGRAM, "build", "-q", "-o", folder], cwd=REPOSITORY, check=True)
        page = Path(folder) / "briefs" / f"{BRIEF}.html"
        with browser() as started:
            if started is None:
                print("playwright or chromium is missing")
                return 1
            sizes = [_take(started, page, picture, asked.output / picture.name) for picture in PICTURES]
    return 1 if max(sizes) > LARGEST else 0


def _take(started: "Browser", page: Path, picture: Picture, target: Path) -> int:
    """Take a picture, and return its size in bytes."""
    context = started.new_context(
        viewport={"width": picture.width, "height": 900}, color_scheme=picture.colours, reduced_motion="reduce"
    )
    shown = context.new_page()
    shown.goto(page.as_uri(), wait_until="load")
    place = shown.locator(QUOTE).first.bounding_box()
    if place is None:
        message = f"{page.name} shows no quote"
        raise ValueError(message)
    top = max(place["y"] - MARGIN, 0) if picture.from_quote else 0
    height = place["y"] + place["height"] + MARGIN - top
    taken = shown.screenshot(full_page=True, clip={"x": 0, "y": top, "width": picture.width, "height": height})
    context.close()
    image = Image.open(io.BytesIO(taken)).convert("RGB")
    image = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    image.save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.name}: {image.width} × {image.height}, {size} bytes")
    return size


if __name__ == "__main__":
    sys.exit(main())
