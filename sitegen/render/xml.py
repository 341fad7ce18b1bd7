"""XML written out: escaped, and free of the characters that XML cannot hold."""

import re
from xml.etree.ElementTree import Element, indent, tostring
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

# https://www.w3.org/TR/xml/#charsets
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Leave out what XML cannot hold: control characters and lone surrogates."""
    return ILLEGAL.sub("", text)


def escaped(text: str) -> str:
    """Return text as it stands in an element."""
    return escape(legal(text))


def write(root: Element) -> bytes:
    """Write a document out, indented."""
    for element in root.iter():
        element.text = legal(element.text) if element.text else None
        for name, value in element.items():
            element.set(name, legal(value))
    indent(root)
    return f"{HEAD}{tostring(root, encoding='unicode')}\n".encode()
