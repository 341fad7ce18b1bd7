"""The desk that briefs are composed at: settings, wording and kinds."""

from msgspec import Struct

from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.words import Words


class Desk(Struct, frozen=True):
    """What every brief of a project is composed with."""

    settings: Settings
    words: Words
    kinds: Kinds
