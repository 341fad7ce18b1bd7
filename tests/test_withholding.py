"""Withheld words and withdrawn quotes: neither stands in anything that is built."""

import pytest
from changes import replace
from composing import ARTICLE, NOTHING, WORDS, annotations_of, caveat, desk, made_brief
from hypothesis import given
from hypothesis import strategies as st
from made_annotations import at, made_article, made_quote, made_source

from sitegen.compose import compose, entry_of, to_markdown
from sitegen.compose.mask import Mask, cleaned
from sitegen.model.annotations import About, Correction, Facts, Gap, Withdrawal
from sitegen.model.article import Span
from sitegen.model.brief import Brief
from sitegen.model.vocabulary import State
from sitegen.model.withholding import pattern_of

DRIVER = made_source("driver", name="Ivo Petrov", also=("I. Petrov",), note="Petrov drives.")
MASK = "█████"


def artefacts(brief: Brief) -> str:
    """Return everything that is made of a brief, as one text."""
    return f"{brief!r}{to_markdown(brief, WORDS)}{entry_of(brief, WORDS)!r}"


def masked(article_text: str, *phrases: str) -> Mask:
    return Mask.of(article_text, MASK, pattern_of(phrases))


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("Petrov", "Petrov's wife, PETROV, Petrovich", "X's wife, X, Petrovich"),
        ("Ivo Petrov", "Ivo\n Petrov, ivo-petrov.html, Ivo. Petrov", "X, X.html, X"),
        ("Ivo", "ivory Ivo_Petrov", "ivory X_Petrov"),
        ("***", "a *** b", "a X b"),
        ("O’Hara", "O'Hara and O’Hara", "X and X"),
    ],
)
def test_withheld_words_are_found_however_they_are_written(phrase: str, text: str, expected: str) -> None:
    pattern = pattern_of([phrase])
    assert pattern is not None
    assert pattern.sub("X", text) == expected


def test_nothing_withheld_finds_nothing() -> None:
    assert pattern_of([]) is None
    assert pattern_of([" "]) is None
    brief = made_brief(DRIVER, quotes=(made_quote("driver", "It swayed"),))
    assert cleaned(brief, masked("")) is brief


def test_withheld_words_stand_in_no_artefact() -> None:
    quote = made_quote("driver", "said Ivo Petrov, a driver.", withhold=("Ivo Petrov", "Petrov"), says="Petrov drives.")
    brief = made_brief(
        DRIVER,
        quotes=(quote, made_quote("driver", "we ran", says="Ivo Petrov ran", id="b")),
        summary="Ivo Petrov ran.",
        caveats=(caveat("other", "driver", text="PETROV was paid.", passage="said Ivo Petrov"),),
        gaps=(Gap("Where is Petrov?", at(), "Ivo Petrov"),),
        corrections=(Correction("2024-03-15", "It is Petrov."),),
        facts=Facts(url="https://courier.example/crane", title="Petrov ran", publisher="courier", authors=("Petrov",)),
        about=About(title="Petrov and the crane", date="2024-03-14", editor="Petrov"),
    )
    assert "petrov" not in artefacts(brief).lower()
    assert brief.quotes[0].parts == (f"said {MASK}, a driver.",)
    assert brief.title == f"{MASK} and the crane"


def test_a_quote_that_begins_inside_withheld_words_shows_no_part_of_them() -> None:
    quote = made_quote("driver", "Petrov, a driver", withhold=("Ivo Petrov",))
    brief = made_brief(made_source("driver", name="A driver"), quotes=(quote,))
    assert brief.quotes[0].parts == (f"{MASK}, a driver",)
    assert brief.quotes[0].selectors[0].exact == f"{MASK}, a driver"


def test_what_stands_around_a_mask_is_masked_where_it_is_withheld_words_too() -> None:
    pattern = pattern_of(["Ivan Petrov"])
    text = "Ivan Ivan Petrov Petrov said it"
    assert Mask.of(text, MASK, pattern).raw_at(Span(0, len(text))) == f"{MASK} said it"
    assert Mask("", MASK, pattern).clean(text) == f"{MASK} said it"


def test_a_text_of_endless_layers_is_hidden_as_a_whole() -> None:
    pattern, text = pattern_of(["Ivan Petrov"]), "Ivan " * 20_000 + "Petrov " * 20_000
    assert Mask.of(text, MASK, pattern).raw_at(Span(0, len(text))) == MASK
    assert Mask("", MASK, pattern).clean(text) == MASK


def test_context_that_would_show_withheld_words_is_left_out() -> None:
    article = made_article(
        "headline: Two said it", *(f"{name} said it then." for name in ("Ivo Petrov", "Anna Brandt")), "Filler. " * 60
    )
    quote = made_quote("courier", "said it then.", occurrence=1, withhold=("Ivo Petrov",))
    selector = made_brief(quotes=(quote,), article=article).quotes[0].selectors[0]
    assert "Petrov" not in f"{selector.prefix}{selector.suffix}"


@given(st.text("ab -\n", max_size=30), st.text("ab ", min_size=1, max_size=5))
def test_masking_the_article_leaves_nothing_to_find(text: str, phrase: str) -> None:
    pattern = pattern_of([phrase])
    mask = Mask.of(text, MASK, pattern)
    shown = mask.raw_at(Span(0, len(text)))
    assert pattern is None or not pattern.search(shown)
    assert mask.touches(Span(0, len(text))) == (MASK in shown)


@given(st.data())
def test_pieces_of_a_masked_article_are_those_of_the_whole(data: st.DataObject) -> None:
    text = data.draw(st.text("ab ", min_size=1, max_size=20))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hidden = data.draw(st.lists(st.builds(Span, st.integers(0, 9), st.integers(10, 20)), max_size=2))
    mask = Mask.of(text, MASK, None, hidden)
    shown = {place for span in hidden for place in range(span.start, span.end)}
    visible = "".join(text[place] for place in range(start, end) if place not in shown)
    assert mask.raw_at(Span(start, end)).replace(MASK, "") == visible


def test_the_words_of_a_withdrawn_quote_are_gone_wherever_they_stood() -> None:
    gone = made_quote("driver", "It swayed and we ran", says="We ran.", withdrawn=Withdrawal("2024-05-01", "A mistake"))
    wider = made_quote("driver", "It swayed and we ran,” said", id="wider")
    brief = made_brief(DRIVER, quotes=(gone, wider), summary="He says: it swayed and we ran.")
    assert "we ran" not in artefacts(brief)
    assert brief.quotes[0].text == "This quote was withdrawn on 1 May 2024: A mistake"
    assert brief.quotes[0].label.text == "Withdrawn on 1 May 2024"
    assert brief.summary == f"He says: {MASK}."
    assert brief.badge.counts == ((brief.quotes[1].label.status, 1),)


def test_a_short_withdrawn_quote_is_masked_where_it_stood_only() -> None:
    gone = made_quote("driver", "we ran", withdrawn=Withdrawal("", ""))
    brief = made_brief(DRIVER, quotes=(gone, made_quote("driver", "and we ran", id="b")), summary="Then we ran.")
    assert brief.summary == "Then we ran."
    assert brief.quotes[1].parts == (f"and {MASK}",)
    assert brief.quotes[0].text == "This quote was withdrawn: no reason was given."
    assert brief.quotes[0].label.text == "Withdrawn"


def test_a_withdrawn_brief_keeps_its_title_its_day_and_the_reason() -> None:
    about = About(title="About a crane", state=State.WITHDRAWN, withdrawn=Withdrawal("2024-05-01", "A mistake."))
    quote = made_quote("driver", "It swayed and we ran", says="We ran.")
    facts = Facts(url="https://courier.example/crane", title="Crane", publisher="courier", authors=("R. Quay",))
    brief = made_brief(DRIVER, quotes=(quote,), about=about, facts=facts, summary="We ran.", caveats=(caveat("other"),))
    assert (brief.title, brief.publisher, brief.badge.text) == (
        "About a crane",
        "The Harbour Courier",
        "Withdrawn on 1 May 2024",
    )
    for words in ("we ran", "We ran", "Crane driver", "courier.example", "Quay", "Mind this", "Petrov"):
        assert words not in artefacts(brief)
    assert brief.badge.reason == "A mistake."


def test_a_withdrawn_brief_without_reason_or_title_says_so() -> None:
    brief = made_brief(about=About(state=State.WITHDRAWN))
    assert (brief.title, brief.badge.text) == ("A withdrawn brief", "Withdrawn")
    assert "**This brief was withdrawn: no reason was given.**" in to_markdown(brief, WORDS)
    assert entry_of(brief, WORDS).corrections[0].text == "The brief was withdrawn. no reason was given."


def test_a_source_of_another_name_is_left_alone() -> None:
    annotations = annotations_of(made_quote("driver", "we ran", withhold=("Brandt",)), sources=(DRIVER,))
    brief = compose(replace(ARTICLE), annotations, NOTHING, desk())
    assert brief.source("driver").name == "Ivo Petrov"


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Petrov", "Pet\u00adrov"),
        ("Petrov", "Pet\u200brov"),
        ("Petrov", "Pet-\n  rov"),
        ("Petrov", "Petrovs"),
        ("Pet\u00adrov", "Petrov"),
        ("José Marin", "Jose\u0301 Marin"),
        ("Jose\u0301 Marin", "José Marin"),
    ],
)
def test_withheld_words_are_found_however_their_letters_are_written(phrase: str, text: str) -> None:
    pattern = pattern_of([phrase])
    assert pattern is not None
    assert pattern.sub("X", f"a {text} b") == "a X b"


def test_a_tombstone_repeats_neither_withheld_words_nor_those_of_its_quotes() -> None:
    quote = made_quote("driver", "the crane swayed in the wind", withhold=("Ivo Petrov",))
    withdrawn = Withdrawal("2024-03-20", "Ivo Petrov asked us.")
    about = About(title="Ivo Petrov: “The crane swayed in the wind”", state=State.WITHDRAWN, withdrawn=withdrawn)
    brief = made_brief(DRIVER, quotes=(quote,), about=about)
    assert brief.title == f"{MASK}: “{MASK}”"
    assert brief.badge.reason == f"{MASK} asked us."
