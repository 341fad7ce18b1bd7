"""Leanings: of two people with one last name, whom the article means by that name alone."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sitegen.analyse.people.genders import PRONOUNS, Gender
from sitegen.analyse.people.leaves import Leaf, Leaves
from sitegen.analyse.people.mentions import Mention
from sitegen.analyse.people.persons import Person


def leanings(mentions: Sequence[Mention], people: Sequence[Person], leaves: Leaves) -> Iterator[tuple[str, Gender]]:
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
