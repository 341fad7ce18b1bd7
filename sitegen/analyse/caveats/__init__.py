"""Caveats: what a reader must know, proposed from everything else that was found.

Ground holds what was found; countries, bodies and days read words. On these stand the caveats: relayed, material,
marks, dating, reproach, sides, answered and left_open.
"""

from collections.abc import Iterator

from sitegen.analyse.caveats.answered import propose_answers
from sitegen.analyse.caveats.dating import propose_dating
from sitegen.analyse.caveats.ground import Ground
from sitegen.analyse.caveats.left_open import propose_headline, propose_unknown
from sitegen.analyse.caveats.marks import propose_duress, propose_redaction, propose_translation
from sitegen.analyse.caveats.material import propose_checks, propose_provenance, propose_unverified
from sitegen.analyse.caveats.relayed import propose_anonymous, propose_second_hand
from sitegen.analyse.caveats.reproach import propose_figures, propose_no_response
from sitegen.analyse.caveats.sides import propose_interested
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Analysis, ProposedCaveat

_PROPOSERS = (
    propose_interested,
    propose_checks,
    propose_answers,
    propose_unverified,
    propose_provenance,
    propose_second_hand,
    propose_anonymous,
    propose_duress,
    propose_translation,
    propose_headline,
    propose_no_response,
    propose_figures,
    propose_redaction,
    propose_dating,
    propose_unknown,
)
"""In the order of weight: who wants it believed, who checked it, who says it, then how it is told."""


def find_caveats(reading: Reading, found: Analysis) -> Iterator[ProposedCaveat]:
    """Yield the caveats that the article itself shows, the weightiest first, one for each kind and thing.

    Each has its passage, and names the statements that it is about; none of these: the article. Slots that hold a day
    hold it as ISO 8601.
    """
    ground = Ground(reading, found)
    seen = set[tuple[str, object]]()
    for propose in _PROPOSERS:
        for caveat in propose(ground):
            key = (caveat.wording, caveat.slots)
            if key not in seen:
                seen.add(key)
                yield caveat
