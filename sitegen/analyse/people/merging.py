"""Merging: which mentions of names mean the same person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.analyse.people.forms import Form, Gender, plain_title
from sitegen.analyse.people.given import gender_of, is_given
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


@dataclass(slots=True)
class Person:
    """Somebody whom an article names."""

    number: int
    forms: Counter[Form] = field(default_factory=Counter)
    gender: Gender | None = None
    words: set[str] = field(default_factory=set)
    """Of the name, in small letters …"""
    lasts: set[str] = field(default_factory=set)
    """… and the last of each form."""
    roles: set[str] = field(default_factory=set)
    """The nouns by which the article calls them, in small letters."""

    @property
    def fullest(self) -> Form:
        """The form with the most words; of several, that which stands there most often, then first."""
        return max(self.forms, key=lambda form: (len(form.words), len(form.shown.split()), self.forms[form]))


def merged(mentions: Sequence[Mention]) -> tuple[list[Person], list[int]]:
    """Return the people, and whom each mention means by number."""
    people: list[Person] = []
    known: dict[tuple[tuple[str, ...], Gender | None], Person] = {}
    whole: dict[int, int] = {}
    for place, mention in enumerate(mentions):
        if mention.form.is_full:
            key = mention.form.core, mention.form.gender
            person = known.get(key) or next(_alike(mention.form, people), None) or _new(people)
            known[key] = person
            _add(person, mention.form)
            whole[place] = person.number
    return people, list(_whom(mentions, people, whole))


def _whom(mentions: Sequence[Mention], people: list[Person], whole: dict[int, int]) -> Iterator[int]:
    """Yield whom each mention means; one word, whoever of that name was meant last."""
    recent: list[int] = []
    for place, mention in enumerate(mentions):
        number = whole.get(place)
        if number is None:
            person = _called(mention.form, people, recent) or _new(people)
            _add(person, mention.form)
            number = person.number
        if number in recent:
            recent.remove(number)
        recent.append(number)
        yield number


def _new(people: list[Person]) -> Person:
    person = Person(len(people))
    people.append(person)
    return person


def _add(person: Person, form: Form) -> None:
    person.forms[form] += 1
    person.words.update(form.core)
    person.lasts.add(form.last)
    if person.gender is None:
        person.gender = form.gender or (gender_of(form.first) if form.is_full or is_given(form.first) else None)


def _alike(form: Form, people: Sequence[Person]) -> Iterator[Person]:
    """Yield those whom a full name can mean."""
    for person in people:
        if not person.words.isdisjoint(form.core) and _agree(form, person):
            if any(_are_alike(form, other) for other in person.forms):
                yield person


def _are_alike(one: Form, other: Form) -> bool:
    """Say whether two full names can be one person's: the same last name, first names that go together."""
    if one.last != other.last:
        return len(one.core) != len(other.core) and (set(one.core) < set(other.core) or set(other.core) < set(one.core))
    first, second = one.first.rstrip("."), other.first.rstrip(".")
    if first == second or (min(len(first), len(second)) == 1 and first[0] == second[0]):
        return True
    return any({first, second} <= set(names.split()) for names in _SHORT)


def _agree(form: Form, person: Person) -> bool:
    return form.gender is None or person.gender in (None, form.gender)


def _called(form: Form, people: Sequence[Person], recent: Sequence[int]) -> Person | None:
    """Return whom one word means: by last name, else by another; of several, whoever was meant last or most often."""
    named = [person for person in people if _agree(form, person)]
    for found in (
        [person for person in named if form.last in person.lasts],
        [person for person in named if not form.titles and form.last in person.words],
    ):
        if found:
            return max(found, key=lambda person: _standing(person, recent))
    return None


def _standing(person: Person, recent: Sequence[int]) -> tuple[int, int]:
    """Return how lately and how often somebody was meant."""
    return (recent.index(person.number) if person.number in recent else -1), person.forms.total()


def has_title(person: Person, title: str) -> bool:
    """Say whether the article gives somebody a title."""
    return any(plain_title(word) == title for form in person.forms for word in form.titles)
