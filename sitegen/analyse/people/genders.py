"""Genders: which pronoun a person goes by."""

from enum import StrEnum


class Gender(StrEnum):
    """Which pronoun a person goes by, as far as the article shows it."""

    HE = "he"
    SHE = "she"


PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.SHE),
}
