"""Files that pages use and people's own: the style put together from the theme's parts, scripts, icon, static/."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from sitegen.cache import key_of
from sitegen.model.output import Output
from sitegen.problems import Kind, Location, Problem
from sitegen.render.addresses import STYLE
from sitegen.render.site import Site

TOKENS = "tokens.css"
FRAME = ("layout.css", "text.css")
LAST = "print.css"
"""Parts of the style: tokens and the frame first, since all others rest on them; print last: it overrules them."""


def asset_outputs(site: Site) -> list[Output]:
    """Return the style and the files of the theme's folder assets/."""
    style = _style(site)
    made = [Output(STYLE, key_of("style", style), lambda: style)]
    return [*made, *(_theme_file(name, contents) for name, contents in site.theme.folder("assets"))]


def static_outputs(static: Sequence[tuple[str, Path, str]]) -> list[Output]:
    """Return the files of static/, which keep their names; each comes with its path in the site and its hash."""
    return [_static_file(name, path, digest) for name, path, digest in static]


def _style(site: Site) -> bytes:
    """Put the files of css/ together: tokens, layout, what stands on pages, any of the project's own, print."""
    files = dict(site.theme.folder("css"))
    others = sorted(files.keys() - {TOKENS, *FRAME, LAST}, key=lambda name: (site.theme.adds(f"css/{name}"), name))
    rest = (files[name] for name in (*FRAME, *others, LAST) if name in files)
    return b"\n".join([files[TOKENS], *_accent(site.settings.accent), *rest])


def _accent(colour: str) -> list[bytes]:
    """Return the project's own accent, which takes the place of the theme's."""
    return [f":root {{ --accent: {colour}; }}\n".encode()] if colour else []


def _theme_file(name: str, contents: bytes) -> Output:
    return Output(f"assets/{name}", key_of("asset", sha256(contents).hexdigest()), lambda: contents)


def _static_file(name: str, path: Path, digest: str) -> Output:
    def copy() -> bytes | Problem:
        try:
            if path.is_fifo():  # nobody may ever write into it
                return Problem(Location(f"static/{name}"), Kind.FILE_UNREADABLE, "this is not an ordinary file")
            return path.read_bytes()
        except OSError as error:
            said = error.strerror or "unknown reason"
            return Problem(Location(f"static/{name}"), Kind.FILE_UNREADABLE, f"the file cannot be read: {said.lower()}")

    return Output(name, key_of("static", digest), copy)
