"""How messages show what was typed, and how a text is to be typed so that YAML leaves it alone."""

_LONGEST = 60


def shown(typed: str) -> str:
    """Return a short piece of the file in quotation marks, on one line."""
    line = " ".join(typed.split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"


def quoted(text: str) -> str:
    """Return the text in the quotation marks that protect it in YAML, in double ones where that needs no escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def cut_off(before: str) -> str:
    """Return the message about a text that " #" would cut."""
    return f"the text would be cut off after {shown(before[-30:])}: “ #” starts a comment in YAML"
