"""Forms of names: titles, the name itself and what follows it, told apart."""

import re
from collections.abc import Sequence

from msgspec import Struct

from sitegen.analyse.people.genders import Gender
from sitegen.analyse.people.roles import NOUNS

_MARKS = " '’‘\"“”,;:()[]*"
_POSSESSIVE = re.compile(r"['’]s?$")
_TAIL = re.compile(r"(?<=\w)[-–—](?:\w+ed|\w+ing|led|era|like|style|run|spent|owned|held)$|(?<=\w)[–—].*$")
"""What a dash ties to a name: "Roe-backed"."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_HE = frozenset(
    {"mr", "mister", "sir", "brother", "father", "lord", "king", "prince", "pope", "baron", "count", "duke", "emperor"}
)
_SHE = frozenset(
    {"mrs", "ms", "miss", "dame", "sister", "mother", "lady", "queen", "princess", "baroness", "countess", "duchess"}
)
_RANKS = """
general gen rear lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt admiral adm
commander cmdr commodore brigadier marshal ensign lord king prince pope baron count duke emperor lady queen princess
sister dame baroness countess duchess sheikh ayatollah mullah cardinal
"""
RANKS = frozenset(_RANKS.split())
"""Titles by which their bearers are called, and which stay with the name."""
_OFFICES = """
president vice senator sen representative rep governor gov mayor minister secretary judge justice chancellor premier
ambassador reverend rev bishop archbishop dr doctor prof professor attorney detective officer sheriff deputy
councilman councilwoman alderman imam rabbi chancellor senor señor senora señora herr frau monsieur madame mme chief
inspector superintendent constable congressman congresswoman
"""
TITLES = frozenset({*_HE, *_SHE, *RANKS, *_OFFICES.split()})
_OFFICES_OF = frozenset(
    {"secretary", "attorney", "director", "surgeon", "solicitor", "consul", "governor", "inspector"}
)
"""What makes a "General" behind it no rank."""
_ORGANISED_WORDS = """
agency airlines association authority bank broadcasting bureau campaign center centre church city club college
committee company consulting corp corporation council court department foundation fund group holdings hospital
hotel house inc institute international journal journalism league ltd llc magazine media ministry museum network
news observatory office organization organisation pac park party plc post press project radio records river school
service services society square street studios team television times tower tv union university website
administration act prize award world show law institution twitter facebook instagram youtube google reuters qaeda
"""
_ORGANISED = frozenset(_ORGANISED_WORDS.split())
"""Words that end the names of organisations, places and works."""


class Form(Struct, frozen=True):
    """A name as it stands in one place."""

    titles: tuple[str, ...]
    """As they stand: "Lt.", "Gen."."""
    words: tuple[str, ...]
    """The name itself, with initials and suffix."""
    core: tuple[str, ...]
    """The words in small letters, without suffix and initials in the middle."""
    gender: Gender | None
    """What its titles say."""

    @property
    def first(self) -> str:
        """The first word, in small letters."""
        return self.core[0]

    @property
    def last(self) -> str:
        """The last name, in small letters."""
        return self.core[-1]

    @property
    def is_full(self) -> bool:
        """Whether it is more than one word."""
        return len(self.core) > 1

    @property
    def shown(self) -> str:
        """The name as it is given to readers: with a rank, without other titles."""
        ranks = [title for title in self.titles if plain_title(title) in RANKS and title[0].isupper()]
        return " ".join((*ranks, *self.words))


def plain_title(word: str) -> str:
    """Return a word as the tables of titles have it."""
    return word.casefold().rstrip(".")


def form_of(text: str, before: Sequence[str] = ()) -> Form | None:
    """Take a name apart; `before` are the words that stand before it. None where nothing is left."""
    words = [bare for word in text.split() if (bare := _bare(word))]
    titles: list[str] = []
    for place in range(len(before) - 1, -1, -1):
        if plain_title(before[place]) not in TITLES or (place and before[place - 1].casefold() in _OFFICES_OF):
            break
        titles.insert(0, before[place])
    while len(words) > 1 and plain_title(words[0]) in TITLES:
        titles.append(words.pop(0))
    while len(words) > 1 and not words[0][0].isupper():
        words.pop(0)
    while len(words) > len(("first", "last")) and words[0].casefold() in NOUNS:
        titles.append(words.pop(0))
    core = _core(words)
    if not core or not any(map(str.isalpha, core[-1])):
        return None
    return Form(tuple(titles), tuple(words), core, _gender(titles) if titles else None)


def _gender(titles: Sequence[str]) -> Gender | None:
    plain = set(map(plain_title, titles))
    if plain & _SHE:
        return Gender.SHE
    return Gender.HE if plain & _HE else None


def could_be_person(form: Form) -> bool:
    """Say whether a form looks like a person's: capitals, no more than five words, none as organisations have."""
    words = form.words
    return (
        len(words) <= 5  # noqa: PLR2004  (said above)
        and words[0][0].isupper()
        and any(part[:1].isupper() for part in words[-1].split("-"))
        and form.last not in _ORGANISED
        and not (len(words) > 1 and words[-1].isupper() and not "".join(words).isupper())
        and not any(map(str.isdigit, "".join(words)))
    )


def _core(words: Sequence[str]) -> tuple[str, ...]:
    small = [word.casefold() for word in words]
    small = [word for word in small if word.strip(".") not in _SUFFIXES]
    if len(small) <= len(("first", "last")):
        return tuple(small)
    return (small[0], *(word for word in small[1:-1] if len(word) > len("V.")), small[-1])


def _bare(word: str) -> str:
    """Return a word without the marks around it, "'s", and what a dash ties to it."""
    if word.isalpha():
        return word
    word = _TAIL.sub("", word) if word[:1].isupper() else word
    return _POSSESSIVE.sub("", word.strip(_MARKS)).strip(_MARKS)
