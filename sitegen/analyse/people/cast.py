"""The cast of an article: everybody in it, by number, with where they are named and which pronouns mean them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from sitegen.analyse.people.forms import plain_title
from sitegen.analyse.people.leaves import Leaves
from sitegen.analyse.people.mentions import Mention, mentions_in
from sitegen.analyse.people.merging import merged
from sitegen.analyse.people.nominals import Nominals, roles_beside
from sitegen.analyse.people.persons import Person
from sitegen.analyse.people.pronouns import Meant, pronouns_in
from sitegen.analyse.people.roles import GENERAL, gender_of_role, role_of_title
from sitegen.analyse.people.sight import Seen


class Cast(Struct, frozen=True):
    """Everybody in an article."""

    called: Sequence[str]
    """By number: the fullest name, or the words for somebody without one."""
    mentions: Sequence[Mention]
    whom: Sequence[int]
    """By mention: whom it means."""
    roles: Mapping[str, Sequence[int]]
    """By noun, in small letters: whom the article calls that."""
    pronouns: Mapping[int, Meant]
    """By place in the article: whom a pronoun means."""


def cast_of(leaves: Leaves) -> Cast:
    """Return everybody in an article."""
    mentions = mentions_in(leaves)
    people, whom = merged(mentions, leaves)
    seen = _seen(leaves, mentions, whom, people)
    roles = _roles(people)
    nominals = Nominals(roles, len(people))
    for leaf in leaves:
        seen[leaf.number] += list(nominals.seen(leaf, seen[leaf.number]))
    genders = [*(person.gender for person in people), *(nominal.gender for nominal in nominals.found)]
    meant = pronouns_in(leaves, seen, genders)
    called = [*_names(people), *(nominal.name for nominal in nominals.found)]
    places = {leaves[leaf].span(token, token).start: found for (leaf, token), found in meant.items()}
    return Cast(called, mentions, whom, roles, places)


def _seen(
    leaves: Leaves, mentions: Sequence[Mention], whom: Sequence[int], people: Sequence[Person]
) -> dict[int, list[Seen]]:
    """Return where people are named, by paragraph, and give them the roles that stand beside their names."""
    seen: dict[int, list[Seen]] = defaultdict(list)
    for mention, number in zip(mentions, whom, strict=True):
        root = leaves[mention.leaf].parse.doc[mention.first : mention.end].root
        seen[mention.leaf].append(Seen(root.i, number, mention.first, mention.end))
        people[number].roles.update(roles_beside(root))
    return seen


def _roles(people: Sequence[Person]) -> dict[str, list[int]]:
    """Return whom the article calls by which noun; a noun that goes with one pronoun shows it of a person."""
    roles: dict[str, list[int]] = defaultdict(list)
    for person in people:
        titles = {plain_title(title) for form in person.forms for title in form.titles}
        for role in sorted({*person.roles, *map(role_of_title, titles)}):
            if role not in GENERAL:
                roles[role].append(person.number)
            person.gender = person.gender or gender_of_role(role)
    return roles


def _names(people: Sequence[Person]) -> list[str]:
    """Return what people are called; titles tell apart those whom nothing else does."""
    shown = [person.fullest.shown for person in people]
    shared = Counter(shown)
    return [
        " ".join((*person.fullest.titles, *person.fullest.words)) if shared[name] > 1 else name
        for person, name in zip(people, shown, strict=True)
    ]
