"""The desk that briefs are composed at: settings, wording and kinds."""

from dataclasses import dataclass

from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.words import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """What every brief of a project is composed with."""

    settings: Settings
    words: Words
    kinds: Kinds
