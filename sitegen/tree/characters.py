"""Characters that cannot stand in a YAML file, replaced by spaces, so that every column stays where it was."""

import re

from sitegen.model.turning import unturned
from sitegen.problems import Kind
from sitegen.tree.findings import Finding

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Breaks that YAML counts as lines and editors do not.
_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
_SURROGATE = re.compile("[\ud800-\udfff]")


def lines_of(text: str) -> tuple[list[str], list[Finding]]:
    """Return the lines of a text without line ends, and what stood in them that is no text."""
    text = _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    found: list[Finding] = []
    text = unturned(text)
    lines = text.translate(_BREAKS).split("\n")
    if not _CONTROL.search(text):
        return lines, found
    for number, line in enumerate(lines):
        control = _CONTROL.search(line)
        if control:
            message = f"the character U+{ord(control[0]):04X} cannot stand in a text; it was probably pasted along"
            found.append(Finding(number, control.start(), Kind.YAML_MISTAKE, message, "delete it"))
            lines[number] = _CONTROL.sub(" ", line)
    return lines, found
