"""What messages call the parts of an annotation file."""

from sitegen.tree import Items, Node, Table

PART_NAMES = {
    "FileForm": "an annotation file",
    "ExpandedForm": "an annotation file",
    "SharedForm": "the file of shared sources",
    "BriefForm": "`brief:`",
    "SourceForm": "a source",
    "HopForm": "`from:`",
    "LinkForm": "a chain",
    "QuoteForm": "a quote",
    "CheckForm": "a check",
    "ResponseForm": "`response:`",
    "ChangeForm": "a change of status",
    "CaveatForm": "a caveat",
    "GapForm": "a gap",
    "VersionForm": "a version",
    "CorrectionForm": "a correction",
    "WithdrawalForm": "`withdrawn:`",
}
MAY_BE_TEXT = frozenset({"SourceForm", "QuoteForm", "CaveatForm", "GapForm", "ResponseForm", "HopForm"})
"""Forms that have a shorthand of text alone."""


def shape_of(node: Node | None) -> str:
    """Return what a value is, for people."""
    return "a list" if isinstance(node, Items) else "a mapping" if isinstance(node, Table) else "text"
