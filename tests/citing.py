"""Citations of a brief, read back by the parsers that people use."""

import json
from typing import Any

import bibtexparser
import jsonschema
import rispy  # type: ignore[import-untyped]  # it has no types
from bibtexparser.middlewares import LatexDecodingMiddleware
from changes import replace
from made_brief import BRIEF, QUOTES

from sitegen.model.brief import Brief
from sitegen.render import Site
from sitegen.render.exports import biblatex, csl_json, ris

LABEL = "Mixed as of 5 March 2024: 1 not verified and 1 disputed"
CLAIMED = replace(
    BRIEF,
    about=replace(BRIEF.about, main="crane"),
    badge=replace(BRIEF.badge, label=QUOTES[0].label, text="Claim: The crane was called sound. Not verified."),
)

# What https://github.com/citation-style-language/schema (schemas/input/csl-data.json) says of the fields that we write.
CSL_TEXTS = "title container-title URL archive archive_location language keyword note"
CSL_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        }
    },
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["webpage", "article-newspaper"]},
            **{name: {"type": "string"} for name in CSL_TEXTS.split()},
            "author": {
                "type": "array",
                "items": {"properties": {"literal": {"type": "string"}}, "additionalProperties": False},
            },
            "issued": CSL_DATE,
            "accessed": CSL_DATE,
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}


def csl_of(site: Site, brief: Brief = BRIEF) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(csl_json(site, brief))
    jsonschema.validate(found, CSL)
    return found


def bib_of(site: Site, brief: Brief = BRIEF) -> list[dict[str, str]]:
    text = biblatex(site, brief).decode()
    # Commands of LaTeX itself that the parser does not know.
    for command, sign in {"braceleft": r"\{", "braceright": r"\}", "less": "<", "greater": ">", "bar": "|"}.items():
        text = text.replace(f"\\text{command}{{}}", sign)
    library = bibtexparser.parse_string(  # type: ignore[attr-defined]  # documented, if not in __all__
        text, append_middleware=[LatexDecodingMiddleware()]
    )
    assert library.failed_blocks == []
    assert {entry.entry_type for entry in library.entries} == {"online"}
    return [
        {"ID": entry.key} | {field.key: decoded(field.value) for field in entry.fields} for entry in library.entries
    ]


def decoded(value: object) -> str:
    """Return a field without the braces around it; the parser takes a caret for the accent."""
    return str(value).removeprefix("{").removesuffix("}").replace("ˆ", "^")


def ris_of(site: Site, brief: Brief = BRIEF) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(ris(site, brief).decode())
    return found
