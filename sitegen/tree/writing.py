"""Text -> YAML that says the same."""

import json
import re

# JSON leaves these as they are; YAML takes them for no text at all (https://yaml.org/spec/1.2.2/#51-character-set), or,
# before version 1.2, for line ends.
_ILLEGAL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def yaml_text(text: str) -> str:
    """Return text as a YAML scalar in double quotes: what JSON writes is YAML, but for a few characters."""
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))
