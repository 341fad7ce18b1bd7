"""Whatever is read, something is said of it: no exception, and nothing that could run in what is written."""

import os

import fuzz
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("SITEGEN_EXAMPLES", "0"))
NASTY = [
    *(
        b"<script>",
        b"</script>",
        b"<!--",
        b"]]>",
        b"javascript:x",
        b"data:text/html,x",
        b"\0",
        b"\xff\xfe",
        b"\xed\xa0\x80",
    ),
    *(
        b"\xe2\x80\xae",
        b"e\xcc\x81",
        b"\r",
        b"\x0c",
        b"\x85",
        b"\xe2\x80\xa8",
        b"&#x0;",
        b"&#xd800;",
        b"&amp",
        b"---\n",
    ),
    *(b"!!python/object:os.system x", b"&a [*a]", b"<<: *a", b"? ", b"{", b"[" * 40, b"- " * 40, b"> " * 40, b"*" * 40),
    *(
        b"\t",
        b": ",
        b" #",
        b"%YAML 2\n",
        b"'",
        b'"',
        "“".encode(),
        "…".encode(),
        b"[^a]",
        b"[a]: <b\n",
        b"\\",
        b"`" * 9,
    ),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<![CDATA[", b"<a " + b"b " * 50 + b">", b"=2*2", b"{{ 7*7 }}", b"{% raw %}"),
]
"""What is put into texts that somebody could have written."""


@st.composite
def bent(draw: st.DrawFn, name: str) -> bytes:
    """Return a seed of a target that was cut, doubled, and filled with what nobody writes."""
    text = draw(st.sampled_from(list(fuzz.seeds(name))))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        added = draw(st.sampled_from(NASTY) | st.binary(max_size=8) | st.just(text[start:end] * 30))
        text = text[:start] + added + text[end:]
    return text[: fuzz.LONGEST]


@pytest.mark.parametrize("name", fuzz.TARGETS)
@settings(max_examples=EXAMPLES or 25, derandomize=not EXAMPLES)
@given(data=st.data())
def test_anything_is_read_without_an_exception(name: str, data: st.DataObject) -> None:
    fuzz.TARGETS[name](data.draw(bent(name) | st.binary(max_size=200)))


@pytest.mark.parametrize("name", fuzz.TARGETS)
@pytest.mark.parametrize("nasty", NASTY)
def test_a_long_run_of_what_nobody_writes_is_read(name: str, nasty: bytes) -> None:
    fuzz.TARGETS[name]((nasty * (fuzz.LONGEST // len(nasty)))[: fuzz.LONGEST])


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_every_target_has_seeds_and_takes_them(name: str) -> None:
    seeds = list(fuzz.seeds(name))
    assert seeds
    for seed in seeds[:20]:
        fuzz.TARGETS[name](seed)


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("<p>onclick=a</p>", False),
        ('<a href="javascript:a">', True),
        ('<a href=" data:a">', True),
        ('<a href="https://a.example/javascript:">', False),
        ('<a href="b.html">', False),
        ("<p onclick=a>", True),
        ('<img src="a" alt="b onclick=">', False),
        ('<img src="a" alt="b" onclick="">', True),
        ("<a href='java&#9;script:a'>", True),
        ("<svg>", True),
        ("&lt;script&gt;", False),
    ],
)
def test_what_could_run_is_known(html: str, runs: bool) -> None:  # noqa: FBT001  (a table)
    assert bool(fuzz.runs(html)) is runs
