"""Inflection: the forms of English verbs and nouns, so that lists of words give each word once."""

from collections.abc import Iterable, Iterator

_IRREGULAR_FORMS = """
bet bets betting
broadcast broadcasts broadcasting
cast casts casting
choose chooses chose chosen choosing
feel feels felt feeling
find finds found finding
foresee foresees foresaw foreseen foreseeing
forget forgets forgot forgotten forgetting
hear hears heard hearing
hit hits hitting
hold holds held holding
know knows knew known knowing
mean means meant meaning
put puts putting
read reads reading
say says said saying
see sees saw seen seeing
seek seeks sought seeking
show shows showed shown showing
sing sings sang sung singing
speak speaks spoke spoken speaking
strive strives strove striven striving
swear swears swore sworn swearing
teach teaches taught teaching
tell tells told telling
think thinks thought thinking
understand understands understood understanding
undertake undertakes undertook undertaken undertaking
write writes wrote written writing
"""
_IRREGULAR = {line.split()[0]: line.split() for line in _IRREGULAR_FORMS.strip().splitlines()}
_DOUBLING = "admit beg blog brag commit concur dub nod plan plug quip rebut refer rip slam snap sob"
_DOUBLED = frozenset(_DOUBLING.split())
"""Verbs whose last letter is doubled before an ending."""
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def forms_of(verb: str) -> Iterator[str]:
    """Yield a verb as it is and with its endings."""
    if verb in _IRREGULAR:
        yield from _IRREGULAR[verb]
        return
    stem = f"{verb}{verb[-1]}" if verb in _DOUBLED else verb
    yield verb
    yield _with_s(verb)
    yield f"{verb[:-1]}ied" if _is_y(verb) else f"{stem.removesuffix('e')}ed"
    yield f"{stem}ing" if stem.endswith("ee") else f"{stem.removesuffix('e')}ing"


def all_forms(verbs: str) -> frozenset[str]:
    """Return all forms of verbs that white space parts."""
    return frozenset(form for verb in verbs.split() for form in forms_of(verb))


def with_plurals(nouns: Iterable[str]) -> Iterator[str]:
    """Yield each noun, and its plural."""
    for noun in nouns:
        yield from (noun, _with_s(noun))


def _with_s(word: str) -> str:
    if _is_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def _is_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"
