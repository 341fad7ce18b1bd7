"""Stems: what the forms of an English word have in common, so that "losing" and "lost" can meet."""

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]{3,}")
_VOWELS = "aeiou"
_REMEMBERED = 20_000
"""Words whose stems are kept at hand."""
_COMMON_WORDS = """
about after again against all also and any are because been before being between both but can could did does
during each few for from further had has have having her here hers him his how into its just more most nor not now
off once only other our out over own said same she should some such than that the their them then there these they
this those through too under until very was were what when where which while who whom why will with would you your
according told says saying one two new
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Words that say nothing of what a sentence is about."""
_SECOND = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
    ("fulli", "ful"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
)  # fmt: skip
"""Endings of the second step and what takes their place, the longer of two first; likewise for the third."""
_THIRD = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
_FOURTH = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er",
    "ic", "ou",
)  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """Return the stem of a lower-case word.

    Porter 1980, "An algorithm for suffix stripping", with the later amendments that keep "day", "used" and "died" apart
    from "dai", "us" and "di".
    """
    if len(word) <= len("the"):
        return word
    return _fifth(_fourth(_replaced(_replaced(_end_y(_past(_plural(word))), _SECOND), _THIRD)))


def _form(word: str) -> str:
    """Return a word's consonants and vowels as "c" and "v"; "y" is a vowel behind a consonant."""
    form = ""
    for letter in word:
        is_vowel = letter in _VOWELS or (letter == "y" and form.endswith("c"))
        form += "v" if is_vowel else "c"
    return form


def _measure(word: str) -> int:
    """Count how often consonants follow vowels: Porter's m."""
    return _form(word).count("vc")


def _is_short(word: str) -> bool:
    """Say whether a word ends like "hop" (Porter's *o), or is like "us"."""
    form = _form(word)
    return form == "vc" or (form.endswith("cvc") and word[-1] not in "wxy")


def _plural(word: str) -> str:
    if word.endswith("ies"):
        return word[: -1 if len(word) == len("dies") else -2]
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("ied"):
        return word[: -1 if len(word) == len("died") else -2]
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for end in ("ed", "ing"):
        if word.endswith(end):
            rest = word.removesuffix(end)
            return _mended(rest) if "v" in _form(rest) else word
    return word


def _mended(word: str) -> str:
    """Give a word back what its ending took: "hoping" had an "e", "hopping" one letter more."""
    if word.endswith(("at", "bl", "iz")):
        return f"{word}e"
    if word[-2:-1] == word[-1:] and _form(word).endswith("c") and word[-1] not in "lsz":
        return word[:-1]
    return f"{word}e" if _measure(word) == 1 and _is_short(word) else word


def _end_y(word: str) -> str:
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > len("by") and word[-2] not in _VOWELS else word


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for end, other in endings:
        if word.endswith(end):
            rest = word.removesuffix(end)
            return rest + other if _measure(rest) else word
    return word


def _fourth(word: str) -> str:
    for end in _FOURTH:
        if word.endswith(end):
            rest = word.removesuffix(end)
            return rest if _measure(rest) > 1 else word
    if word.endswith(("sion", "tion")) and _measure(word[:-3]) > 1:
        return word[:-3]
    return word


def _fifth(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _is_short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


_IRREGULAR_FORMS = """
arise arose arisen;bear bore borne;beat beaten;become became;begin began begun;bend bent;bind bound;bite bit bitten;
blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt;buy bought;catch caught;
choose chose chosen;cling clung;come came;creep crept;deal dealt;dig dug;do did done does;draw drew drawn;
drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;
flee fled;fly flew flown;forbid forbade forbidden;forget forgot forgotten;forgive forgave forgiven;
freeze froze frozen;get got gotten;give gave given;go went gone goes;grow grew grown;hang hung;have had has;
hear heard;hide hid hidden;hold held;keep kept;know knew known;lay laid;lead led;leave left;lend lent;lie lain lying;
lose lost;make made;mean meant;meet met;pay paid;ride rode ridden;ring rang rung;rise rose risen;run ran;say said;
see saw seen;seek sought;sell sold;send sent;shake shook shaken;shine shone;shoot shot;show shown;shrink shrank;
sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;speak spoke spoken;spend spent;spin spun;spring sprang;
stand stood;steal stole stolen;stick stuck;strike struck;strive strove;swear swore sworn;sweep swept;swim swam swum;
swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;
understand understood;wake woke woken;wear wore worn;weep wept;win won;withdraw withdrew withdrawn;
write wrote written;die dying;man men;woman women;child children;person people;foot feet;tooth teeth
"""
_IRREGULAR = {form: forms.split()[0] for forms in _IRREGULAR_FORMS.split(";") for form in forms.split()[1:]}


@lru_cache(maxsize=_REMEMBERED)
def root(word: str) -> str:
    """Return the stem of a lower-case word in its plain form, so that "lost" and "losing" are one."""
    return stem(_IRREGULAR.get(word, word))


def roots(text: str) -> Iterator[str]:
    """Yield the root of each word of a text that says something of its own, in order."""
    return (root(word) for word in _WORD.findall(text.casefold()) if word not in COMMON)
