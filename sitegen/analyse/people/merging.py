"""Merging: which mentions of names mean the same person."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen.analyse.people.forms import Form
from sitegen.analyse.people.genders import Gender
from sitegen.analyse.people.leanings import leanings
from sitegen.analyse.people.leaves import Leaves
from sitegen.analyse.people.mentions import Mention
from sitegen.analyse.people.persons import Person


def merged(mentions: Sequence[Mention], leaves: Leaves) -> tuple[list[Person], list[int]]:
    """Return the people, and whom each mention means by number."""
    register = _Register()
    # The article's own prose first: what headline and quotations shorten, or run together, is read by it.
    for mention in sorted(mentions, key=lambda mention: mention.aside):
        if mention.form.is_full:
            register.note(register.of_full(mention.form), mention)
    leaning = leanings(mentions, register.people, leaves)
    return register.people, list(_whom(mentions, register, dict(leaning)))


def _whom(mentions: Sequence[Mention], register: "_Register", leaning: Mapping[str, Gender]) -> Iterator[int]:
    """Yield whom each mention means; one word, whoever of that name the paragraph named last, else who stands out."""
    named: list[int] = []
    leaf = -1
    for mention in mentions:
        if mention.leaf != leaf:
            named, leaf = [], mention.leaf
        if mention.form.is_full:
            person = register.of_full(mention.form)
            named.append(person.number)
        else:
            person = register.of_word(mention.form, named, leaning.get(mention.form.last))
            register.note(person, mention)
        yield person.number


class _Register:
    """Everybody named so far."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._known: dict[tuple[tuple[str, ...], Gender | None], Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)

    def note(self, person: Person, mention: Mention) -> None:
        """Note that a mention means somebody."""
        for word in mention.form.core:
            if person not in self._by_word[word]:
                self._by_word[word].append(person)
        person.add(mention)

    def of_full(self, form: Form) -> Person:
        """Return whom a full name means."""
        key = form.core, form.gender
        if key not in self._known:
            able = (person for word in form.core for person in self._by_word[word] if person.is_called(form))
            self._known[key] = next(able, None) or self._new()
        return self._known[key]

    def of_word(self, form: Form, named: Sequence[int], leaning: Gender | None) -> Person:
        """Return whom one word means: by last name, else by another; of several, whoever stands out."""
        able = [person for person in self._by_word[form.last] if person.agrees(form)]
        found = [person for person in able if form.last in person.lasts] or (able if not form.titles else [])
        return max(found, key=lambda person: _standing(person, named, leaning)) if found else self._new()

    def _new(self) -> Person:
        person = Person(len(self.people))
        self.people.append(person)
        return person


def _standing(person: Person, named: Sequence[int], leaning: Gender | None) -> tuple[int, bool, int]:
    """Return how late in the paragraph, and how often in the article, somebody was meant."""
    lately = named.index(person.number) if person.number in named else -1
    return lately, leaning is not None and person.gender == leaning, person.forms.total()
