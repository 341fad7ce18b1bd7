"""Lines with marks in their usual places alone, read at once: words, **words**, *words*, [words](address).

markdown-it weighs each mark against all others, since they may nest, cross and fail. Here each can only begin or only
end something, and nothing stands within anything else, so that nothing is left to weigh.
https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
"""

import re
from collections.abc import Callable

from markdown_it.token import Token

from sitegen.render.tokens import new_token

# No mark, and "!" or "&" only where no picture and no name of a character can begin.
_OTHER = r"[^\\`*_\[\]!^<&\n]"
_WORDS = rf"{_OTHER}++(?:[!&](?=\s|\Z){_OTHER}*+)*+"
_APART = r"[ \n.,:;?!()\"'“”«»—–…/-]"
# A mark that can only begin stands before a letter or digit, and behind none.
_BEGIN = rf"(?:(?<={_APART})|(?<!.))%s(?=[^\W_])"
# A mark that can only end stands behind a letter or digit and before none, or behind a stop and before a space.
_END = rf"(?:(?<=[^\W_])%s(?={_APART}|\Z)|(?<=[.,:;?!)\"'”»…])%s(?=[ \n]|\Z))"
_PIECES = re.compile(
    "|".join(
        (
            f"({_WORDS})",
            *(f"{_BEGIN % mark}({_WORDS}){_END % (mark, mark)}" for mark in (r"\*\*", r"\*")),
            rf"\[({_WORDS})\]\(([A-Za-z0-9./_?=&#:-]+)\)",
            r"(?<! )\n(?![ \t])",
        )
    )
)
_WORDS_ALONE, _STRONG, _EMPHASIS, _LINK = 1, 2, 3, 5


def read_usual(line: str, normalized: Callable[[str], str]) -> list[Token] | None:
    """Return what markdown-it makes of the text of a paragraph, heading or cell; None where it must look itself."""
    tokens: list[Token] = []
    place = 0
    for found in _PIECES.finditer(line):
        if found.start() != place:
            return None
        place = found.end()
        kind = found.lastindex
        if kind == _WORDS_ALONE:
            _add_words(tokens, found[kind])
        elif kind == _STRONG:
            # Of two asterisks, one becomes the tag, and the outer one words: none.
            _add_words(tokens, "")
            tokens += _within("strong", "**", found[kind])
            tokens.append(_words(""))
        elif kind == _EMPHASIS:
            tokens += _within("em", "*", found[kind])
        elif kind == _LINK:
            begin, words, end = _within("link", "", found[kind - 1], "a")
            begin.attrs = {"href": normalized(found[kind])}
            tokens += begin, words, end
        else:
            tokens.append(new_token("softbreak", "br", 0))
    return tokens if place == len(line) else None


def _add_words(tokens: list[Token], words: str) -> None:
    """Add words, to those that stand there last if any."""
    if tokens and tokens[-1].type == "text":
        tokens[-1].content += words
    else:
        tokens.append(_words(words))


def _words(words: str, level: int = 0) -> Token:
    return new_token("text", "", 0, level, words)


def _within(name: str, mark: str, words: str, tag: str = "") -> tuple[Token, Token, Token]:
    """Return words between two tags."""
    begin = new_token(f"{name}_open", tag or name, 1, markup=mark)
    end = new_token(f"{name}_close", tag or name, -1, markup=mark)
    return begin, _words(words, 1), end
