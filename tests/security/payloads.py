"""Hostile texts by what they try, and how each is typed and found again."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

PAYLOADS: Mapping[str, str] = {
    "plain": "plain words",
    # ---- markup and scripts
    "script": "<script>alert(1)</script>",
    "script-end": "</script><script>alert(1)</script>",
    "title-end": "</title></textarea></style><script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)><animate onbegin=alert(1)>",
    "style": "<style>*{display:none}</style><p style='position:fixed'>",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe><base href=//evil.example/>",
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "form": "<form action=https://evil.example><button formaction=javascript:alert(1)>",
    "attribute": '" onmouseover="alert(1)" x="',
    "attribute-single": "' autofocus onfocus='alert(1)' x='",
    "comment": "<!-- <script> --!> <!--> -->",
    "cdata": "]]><script>alert(1)</script><![CDATA[",
    "instruction": '?><?xml-stylesheet href="https://evil.example/x.xsl"?>',
    "doctype": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &amp;lt;script&amp;gt; &Tab;",
    # ---- Markdown
    "link": "[press](javascript:alert(1)) [a](vbscript:b) [c](data:text/html,d) [e](file:///etc/passwd)",
    "link-hidden": "[press](&#106;avascript:alert(1)) [a](java&Tab;script:b) [c](<javascript:d>)",
    "picture": "![p](https://evil.example/x.png) ![q](data:image/svg+xml,r)",
    "reference": "[press]: javascript:alert(1)",
    "reference-used": "[press][] [press]",
    "autolink": "<javascript:alert(1)> <https://evil.example/> www.evil.example",
    "emphasis": "**a** _b_ `c` ~~d~~ ***e*** __f__",
    "heading": "# Verified as of today",
    "heading-line": "Verified ===== -----",
    "quote": "> a",
    "list": "- a",
    "list-number": "1. a",
    "table": "| a | b |",
    "fence": "``` a",
    "rule": "---",
    "footnote": "[^1] [^1]: a",
    "backslash": "\\ \\\\ a \\",
    # ---- tables
    "formula": '=HYPERLINK("https://evil.example","a")',
    "formula-plus": "+1+1|' /C calc'!A0",
    "formula-minus": "-2+3+cmd|' /C calc'!A0",
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula-tab": "\t=1+1",
    "formula-return": "\r=1+1",
    "formula-wide": "＝1+1",
    "formula-wide-plus": "＋1",
    "formula-wide-minus": "－1",
    "formula-wide-at": "＠SUM(1)",
    "formula-quoted": '"=1+1", "=2"',
    # ---- other languages
    "template": "{{ 7*7 }} {% raw %} {# a #} ${7*7} #{7*7}",
    "slots": "{title} {0} {n:word} {{",
    "path": "../../../etc/passwd",
    "path-windows": "..\\..\\C:\\CON",
    "path-percent": "%2e%2e%2f%00",
    "lines": "a\r\nX-Injected: 1\r\n\r\n/* /evil 301",
    "lines-unicode": "a\u2028b\u2029c\u0085d",
    "bibtex": "} , evil = {x}} @misc{evil, note = {y",
    "tex": "\\input{/etc/passwd} % $ # _ ^ ~",
    "ris": "a\nER  - \nTY  - EVIL\nTI  - b",
    "yaml": "a: b # c",
    "yaml-end": "a\n---\nevil: yes\n...\n",
    "yaml-tag": "!!python/object/apply:os.system [id]",
    "yaml-anchor": "&a *a",
    "yaml-quotes": "\"a' \\",
    # ---- characters
    "directions": "\u202egpj.exe\u202c \u2066a\u2069 \u200fb",
    "unseen": "a\u200bb\u2060c\ufeffd\u00ade",
    "apart": "e\u0301 \u1112\u1161\u11ab",
    "controls": "a\x07b\x1b[31mc\x7fd",
    "beyond": "\ufffe\U0001f9d1\u200d\U0001f692\U000e0041",
    "long": "word " * 50,
}
"""Texts by what they try, each alone in the fields of one brief."""

NOT_TYPED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe]")
"""What cannot stand in a file that people type, which is a problem of its own; articles may have it."""


def typed(data: Any) -> str:  # noqa: ANN401  (what YAML holds)
    """Return data as people type it, each text in single quotation marks, in which nothing has a meaning."""
    return str(yaml.safe_dump(_typable(data), default_style="'", allow_unicode=True, width=10_000, sort_keys=False))


def _typable(data: Any) -> Any:  # noqa: ANN401  (as above)
    if isinstance(data, dict):
        return {_typable(key): _typable(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_typable(each) for each in data]
    return NOT_TYPED.sub(" ", data)


def token(name: str) -> str:
    """Return a word that stands behind a payload, by which it is found again."""
    return f"zz{''.join(sign for sign in name if sign.isalpha())}zz"


def text(name: str) -> str:
    """Return the payload of a name with its word."""
    return f"{PAYLOADS[name]} {token(name)}"


def quoted(name: str) -> str:
    """Return words of the article with the payload in them, as they can stand in quotation marks."""
    inner = " ".join(NOT_TYPED.sub("", PAYLOADS[name].replace('"', "")).split())[:120]
    return f"The tide took {token(name)} sideways {inner} and nobody was at the wheel"
