"""Merging: which mentions of names mean the same person."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.analyse.people.forms import Form
from sitegen.analyse.people.genders import PRONOUNS, Gender
from sitegen.analyse.people.given import gender_of, is_given
from sitegen.analyse.people.leaves import Leaf, Leaves
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
    headlines: Counter[Form] = field(default_factory=Counter)
    """The forms that only the headline has: capitals everywhere make them unsure."""
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
        forms = self.forms or self.headlines
        return max(forms, key=lambda form: (len(form.words), len(form.shown.split()), forms[form]))


def merged(mentions: Sequence[Mention], leaves: Leaves) -> tuple[list[Person], list[int]]:
    """Return the people, and whom each mention means by number."""
    people: list[Person] = []
    known: dict[tuple[tuple[str, ...], Gender | None], Person] = {}
    whole: dict[int, int] = {}
    # The body first: what the headline shortens, or runs together with other words, is read by it.
    for place, mention in sorted(enumerate(mentions), key=lambda item: item[1].headline):
        if mention.form.is_full:
            key = mention.form.core, mention.form.gender
            person = known.get(key) or next(_alike(mention.form, people), None) or _new(people)
            known[key] = person
            _add(person, mention)
            whole[place] = person.number
    leanings = dict(_leanings(mentions, people, leaves))
    return people, list(_whom(mentions, people, whole, leanings))


def _leanings(mentions: Sequence[Mention], people: Sequence[Person], leaves: Leaves) -> Iterator[tuple[str, Gender]]:
    """Yield each last name that a man and a woman share, with the pronoun that follows it in most sentences."""
    shared = Counter(last for person in people for last in person.lasts)
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for before, mention, after in zip([None, *mentions], mentions, [*mentions[1:], None], strict=False):
        leaf, form = leaves[mention.leaf], mention.form
        if shared[form.last] < 2 or form.is_full or form.gender:  # noqa: PLR2004  (two of one name)
            continue
        alone = before is None or before.leaf != mention.leaf or leaf.rank(before.first) != leaf.rank(mention.first)
        rival = after if after and after.leaf == mention.leaf else None
        if alone and (gender := _followed(mention, rival, leaf)):
            votes[form.last][gender] += 1
    for last, counted in votes.items():
        if counted[Gender.HE] != counted[Gender.SHE]:
            yield last, max(counted, key=lambda gender: counted[gender])


def _followed(mention: Mention, rival: Mention | None, leaf: Leaf) -> Gender | None:
    """Return the pronoun behind a name in its sentence, before anybody else is named."""
    later = leaf.starts[bisect_right(leaf.starts, mention.end) :]
    end = min(later[0] if later else len(leaf.words), rival.first if rival else len(leaf.words))
    return next((PRONOUNS[word] for word in leaf.words[mention.end : end] if word in PRONOUNS), None)


def _whom(
    mentions: Sequence[Mention], people: list[Person], whole: dict[int, int], leanings: Mapping[str, Gender]
) -> Iterator[int]:
    """Yield whom each mention means; one word, whoever of that name the paragraph named last, else who stands out."""
    named: list[int] = []
    leaf = -1
    for place, mention in enumerate(mentions):
        if mention.leaf != leaf:
            named, leaf = [], mention.leaf
        number = whole.get(place)
        if number is None:
            person = _called(mention.form, people, named, leanings.get(mention.form.last)) or _new(people)
            _add(person, mention)
            number = person.number
        else:
            named.append(number)
        yield number


def _new(people: list[Person]) -> Person:
    person = Person(len(people))
    people.append(person)
    return person


def _add(person: Person, mention: Mention) -> None:
    form = mention.form
    (person.headlines if mention.headline else person.forms)[form] += 1
    person.words.update(form.core)
    person.lasts.add(form.last)
    if person.gender is None:
        person.gender = form.gender or (gender_of(form.first) if form.is_full or is_given(form.first) else None)


def _alike(form: Form, people: Sequence[Person]) -> Iterator[Person]:
    """Yield those whom a full name can mean."""
    for person in people:
        if person.words.isdisjoint(form.core) or not _agree(form, person):
            continue
        if any(_are_alike(form, other) for other in (*person.forms, *person.headlines)):
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


def _called(form: Form, people: Sequence[Person], named: Sequence[int], leaning: Gender | None) -> Person | None:
    """Return whom one word means: by last name, else by another; of several, whoever stands out."""
    able = [person for person in people if _agree(form, person)]
    for found in (
        [person for person in able if form.last in person.lasts],
        [person for person in able if not form.titles and form.last in person.words],
    ):
        if found:
            return max(found, key=lambda person: _standing(person, named, leaning))
    return None


def _standing(person: Person, named: Sequence[int], leaning: Gender | None) -> tuple[int, bool, int]:
    """Return how late in the paragraph, and how often in the article, somebody was meant."""
    lately = named.index(person.number) if person.number in named else -1
    return lately, leaning is not None and person.gender == leaning, person.forms.total()
