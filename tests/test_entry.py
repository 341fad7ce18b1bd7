"""Entries: the records that lists and feeds are made from carry status, day and caveats too."""

from changes import replace
from composing import WORDS, caveat, made_brief
from made_annotations import made_quote, made_source

from sitegen.compose import entry_of
from sitegen.model.annotations import About, Change, Correction, Withdrawal
from sitegen.model.entry import Origin
from sitegen.model.vocabulary import Identified, Status

DRIVER = made_source("driver", name="Ivo Petrov", shared=True)
VIDEO = made_source("video", kind="video", name="Video")
CHANGED = Change("2024-04-02", Status.UNVERIFIED, Status.ATTRIBUTED, "He was identified")


def test_an_entry_says_what_the_brief_says() -> None:
    about = About(date="2024-03-14", title="A crane", tags=("cranes",), aliases=("old",))
    brief = made_brief(DRIVER, VIDEO, quotes=(made_quote("driver", "It swayed"),), about=about, summary="It swayed.")
    entry = entry_of(brief, WORDS)
    assert (entry.title, entry.date, entry.updated, entry.publisher) == (
        "A crane",
        "2024-03-14",
        "2024-03-14",
        "The Harbour Courier",
    )
    assert (entry.badge, entry.badge_status) == ("Said by Ivo Petrov, as of 14 March 2024", Status.ATTRIBUTED)
    assert (entry.tags, entry.aliases, entry.summary) == (("cranes",), ("old",), "It swayed.")
    assert entry.shared_sources == ("driver",)
    assert entry.listed


def test_an_entry_carries_every_caveat_where_no_quote_is_the_main_one() -> None:
    notes = (
        caveat("other", "driver", text="One."),
        caveat("other", "video", text="Two."),
        caveat("other", text="One."),
    )
    brief = made_brief(DRIVER, VIDEO, quotes=(made_quote("driver", "It swayed"),), caveats=tuple(notes))
    assert entry_of(brief, WORDS).caveats == ("One.", "Two.")
    assert entry_of(brief, WORDS).badge_status is Status.ATTRIBUTED


def test_an_entry_carries_the_caveats_of_the_whole_and_of_the_main_quote() -> None:
    notes = (caveat("other", "video", text="Not this."), caveat("other", text="Whole."), caveat("other", "driver"))
    about = About(date="2024-03-14", main="said")
    brief = made_brief(DRIVER, VIDEO, quotes=(made_quote("driver", "It swayed"),), caveats=notes, about=about)
    assert entry_of(brief, WORDS).caveats == ("Whole.", "Mind this.")


def test_an_entry_of_mixed_statuses_has_none_of_its_own() -> None:
    quotes = (made_quote("driver", "It swayed"), made_quote("video", "It never swayed", id="b"))
    entry = entry_of(made_brief(DRIVER, VIDEO, quotes=quotes), WORDS)
    assert entry.badge_status is None
    assert entry.counts == ((Status.UNVERIFIED, 1), (Status.ATTRIBUTED, 1))


def test_corrections_changes_and_withdrawals_are_worded_in_order_of_their_days() -> None:
    quotes = (
        made_quote("driver", "It swayed", history=(CHANGED, replace(CHANGED, on="2024-04-01", why=""))),
        made_quote("driver", "we ran", id="b", withdrawn=Withdrawal("2024-04-03", "A mistake")),
    )
    brief = made_brief(DRIVER, quotes=quotes, corrections=(Correction("2024-03-20", "It was Monday."),))
    entry = entry_of(brief, WORDS)
    assert [(each.on, each.text) for each in entry.corrections] == [
        ("2024-03-20", "It was Monday."),
        ("2024-04-01", "Quote said: from Not verified to Attributed."),
        ("2024-04-02", "Quote said: from Not verified to Attributed. He was identified."),
        ("2024-04-03", "The quote b was withdrawn. A mistake."),
    ]
    assert entry.updated == "2024-04-03"


def test_a_withdrawal_without_a_reason_is_worded_too() -> None:
    quote = made_quote("driver", "we ran", withdrawn=Withdrawal("2024-04-03", ""))
    assert entry_of(made_brief(DRIVER, quotes=(quote,)), WORDS).corrections[0].text == "The quote said was withdrawn."


# ---- what quotes rest on


PAPER = made_source("paper", "mate", kind="news-report", name="The Island Post", shared=True)
MATE = made_source("mate", name="The mate", identified=Identified.UNNAMED)


def test_an_entry_counts_quotes_by_what_stands_on_their_chains_and_has_none_of_their_words() -> None:
    quotes = (made_quote("mate", "It swayed", history=(CHANGED,)), made_quote("driver", "we ran", id="b"))
    entry = entry_of(made_brief(DRIVER, PAPER, MATE, quotes=quotes), WORDS)
    first, second = entry.quotes
    assert (first.id, first.number, first.status, first.tally.changes) == ("said", 1, Status.UNVERIFIED, (CHANGED,))
    assert first.chain == "The Harbour Courier, citing the Island Post"
    assert (first.tally.shared_sources, first.tally.kinds) == (("paper",), ("news-report", "person"))
    assert (second.tally.shared_sources, second.status) == (("driver",), Status.ATTRIBUTED)
    assert "swayed" not in str(entry.quotes)
    assert entry.tallies == ((first.tally, 1), (second.tally, 1))


def test_an_entry_knows_every_origin_and_takes_nameless_ones_for_nobody() -> None:
    quotes = (made_quote("paper", "It swayed"), made_quote("driver", "we ran", id="b"))
    entry = entry_of(made_brief(DRIVER, PAPER, MATE, quotes=quotes), WORDS)
    assert entry.origins == (Origin("driver", "Ivo Petrov", "person"), Origin(kind="person"))
    assert entry.only_origin == ""


def test_the_only_origin_of_a_brief_is_known_where_it_is_shared() -> None:
    quotes = (made_quote("driver", "It swayed"), made_quote("driver", "we ran", id="b"))
    assert entry_of(made_brief(DRIVER, quotes=quotes), WORDS).only_origin == "driver"
    local = replace(DRIVER, shared=False)
    assert entry_of(made_brief(local, quotes=quotes), WORDS).only_origin == ""


def test_a_quote_of_nobody_has_an_origin_of_its_own() -> None:
    quotes = (made_quote("driver", "It swayed"), made_quote("", "we ran", id="b"))
    entry = entry_of(made_brief(DRIVER, quotes=quotes), WORDS)
    assert entry.origins[1:] == (Origin(kind="not-stated"),)
    assert entry.only_origin == ""


def test_withdrawn_quotes_and_material_count_as_they_should() -> None:
    gone = made_quote("driver", "we ran", id="b", withdrawn=Withdrawal("2024-04-03", ""))
    entry = entry_of(made_brief(DRIVER, VIDEO, quotes=(made_quote("video", "It swayed"), gone)), WORDS)
    assert [quote.id for quote in entry.quotes] == ["said"]
    assert entry.origins == (Origin(kind="video"),)


def test_a_shared_source_of_which_words_are_withheld_is_not_told_to_other_pages() -> None:
    quotes = (made_quote("driver", "It swayed", withhold=("Ivo Petrov",)),)
    entry = entry_of(made_brief(DRIVER, quotes=quotes), WORDS)
    assert (entry.shared_sources, entry.quotes[0].tally.shared_sources) == ((), ())
    assert "Petrov" not in str(entry)


def test_the_label_of_an_entry_leaves_the_claim_of_its_badge_out() -> None:
    about = About(date="2024-03-14", main="said")
    quotes = (made_quote("video", "It swayed", says="A crane swayed"),)
    entry = entry_of(made_brief(VIDEO, quotes=quotes, about=about), WORDS)
    assert "A crane swayed" in entry.badge
    assert entry.label == "Not verified as of 14 March 2024"
