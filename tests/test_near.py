"""Did you mean."""

import pytest

from sitegen.near import nearest

KEYS = ("quote", "source", "status", "says", "id", "via", "denied_by", "reviewed_by")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qoute", "quote"),
        ("Quote", "quote"),
        ("sorce", "source"),
        ("staus", "status"),
        ("sayss", "says"),
        ("denied-by", "denied_by"),
        ("reviewed by", "reviewed_by"),
    ],
)
def test_a_slip_leads_to_what_is_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KEYS) == meant


@pytest.mark.parametrize("typed", ["", "x", "ad", "publisher", "speaker", "Dana Vries"])
def test_what_is_near_to_nothing_stays_unexplained(typed: str) -> None:
    assert nearest(typed, KEYS) is None


def test_the_first_of_equally_near_choices_is_taken() -> None:
    assert nearest("cart", ["card", "cars"]) == "card"


def test_the_nearest_is_taken_wherever_it_stands() -> None:
    assert nearest("statuss", ["status-old", "status"]) == "status"
