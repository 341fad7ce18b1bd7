"""Persons: everybody whom an article names, with the forms of their names."""

from collections import Counter

from msgspec import Struct, field
from msgspec.structs import replace

from sitegen.analyse.people.forms import Form
from sitegen.analyse.people.genders import Gender
from sitegen.analyse.people.given import GIVEN, gender_of
from sitegen.analyse.people.mentions import Mention

_SHORT = (
    "alexander alex sasha", "andrew andy", "anthony tony", "barbara barb", "benjamin ben", "bernard bernie",
    "charles charlie chuck", "christopher chris", "daniel dan danny", "david dave", "deborah debbie deb", "donald don",
    "dorothy dottie", "edward ed eddie ted", "elizabeth liz beth betsy", "eugene gene", "frederick fred freddie freddy",
    "gerald jerry", "gregory greg", "jacob jake", "james jim jimmy", "jeffrey jeff", "jennifer jen jenny", "john jack",
    "jonathan jon", "joseph joe", "joshua josh", "katherine kate kathy", "kenneth ken", "lawrence larry", "leonard leo",
    "margaret maggie peggy", "matthew matt", "michael mike", "mitchell mitch", "nathaniel nate nathan", "nicholas nick",
    "oleksandr alexander", "pamela pam", "patricia pat patty", "patrick pat", "peter pete", "philip phil",
    "raymond ray", "richard dick rick rich", "robert bob rob bobby", "ronald ron", "rudolph rudy", "samuel sam",
    "stephen steve steven", "susan sue", "terence terry", "theodore ted", "thomas tom", "timothy tim", "victoria vicky",
    "vladimir volodymyr", "walter walt", "william bill will", "zachary zach",
)  # fmt: skip


_LONG_OF = {name: names.split() for names in _SHORT for name in names.split()}


class Person(Struct, eq=False):
    """Somebody whom an article names."""

    number: int
    forms: Counter[Form] = field(default_factory=Counter)
    asides: Counter[Form] = field(default_factory=Counter)
    """Forms in headline and quotations, which are less sure."""
    gender: Gender | None = None
    words: set[str] = field(default_factory=set)
    """Of the name, in small letters …"""
    lasts: set[str] = field(default_factory=set)
    """… and the last of each form."""
    roles: set[str] = field(default_factory=set)
    """The nouns by which the article calls them, in small letters."""

    @property
    def fullest(self) -> Form:
        """The form with the most words; of several, the longest, which stands there most often."""
        if any(form.is_full for form in self.forms):
            forms = self.forms
        else:
            lasts = {form.last for form in self.forms}
            forms = self.forms + Counter({_cut(form, lasts): count for form, count in self.asides.items()})
        return max(forms, key=lambda form: (len(form.words), len(form.shown.split()), len(form.shown), forms[form]))

    def add(self, mention: Mention) -> None:
        """Note that somebody is named."""
        form = mention.form
        (self.asides if mention.aside else self.forms)[form] += 1
        self.words.update(form.core)
        self.lasts.add(form.last)
        if self.gender is None:
            self.gender = form.gender or (gender_of(form.first) if form.is_full or form.first in GIVEN else None)

    def agrees(self, form: Form) -> bool:
        """Say whether a form's titles can be theirs."""
        return form.gender is None or self.gender in (None, form.gender)

    def is_called(self, form: Form) -> bool:
        """Say whether a full name can be theirs."""
        return self.agrees(form) and any(_are_alike(form, other) for other in (*self.forms, *self.asides))


def _cut(form: Form, lasts: set[str]) -> Form:
    """Return a form up to what is known as the last name: "Maria Lopez" of "Maria Lopez Left"."""
    end = next((place for place, word in enumerate(form.words, 1) if word.casefold() in lasts), len(form.words))
    return replace(form, words=form.words[:end])


def _are_alike(one: Form, other: Form) -> bool:
    """Say whether two full names can be one person's: the same last name, first names that go together."""
    if one.last != other.last:
        return len(one.core) != len(other.core) and (set(one.core) < set(other.core) or set(other.core) < set(one.core))
    shorter, longer = sorted((one.core, other.core), key=len)
    if longer[-len(shorter) :] == shorter and longer[0] in GIVEN:
        return True
    first, second = one.first.rstrip("."), other.first.rstrip(".")
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first == second or second in _LONG_OF.get(first, ())
