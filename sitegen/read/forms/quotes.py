"""The forms of quotes, of what hangs on them, and of gaps and caveats."""

from typing import Annotated, Literal, get_args

from msgspec import field

from sitegen.model.vocabulary import Basis, CheckObject, CheckResult, Status, Wording
from sitegen.read.fields import Count, Date, Day, Id, Many, NeededWithout, OneAlone, Typed, TypedAs
from sitegen.read.forms.form import Form, WithdrawalForm

CaveatKind = Literal[
    "interested-party", "unverified", "single-source", "second-hand", "anonymous", "unknown", "translation",
    "redaction", "provenance", "excerpt", "headline", "paraphrase", "dating", "image", "figure", "no-response",
    "capture", "graphic", "duress", "identity-at-risk", "retraction", "other",
]  # fmt: skip
CAVEAT_KINDS: tuple[str, ...] = get_args(CaveatKind)
ResponseResult = Literal["denied", "declined", "no-answer", "not-asked", "not-stated"]
TypedStatus = Annotated[Status, TypedAs({"const": False})]
"""The status `false` is a truth value to editors."""


class CheckForm(Form, frozen=True):
    """What was checked, with what result."""

    object: CheckObject
    """What was checked."""
    result: CheckResult
    """What came of it."""
    by: Typed = ""
    """Who checked it: us, or a source by its id or name."""
    on: Date = ""
    """When it was checked."""
    how: Typed = ""
    """How it was checked, for readers."""


class ResponseForm(Form, frozen=True):
    """What came of asking someone to respond."""

    asked_by: Typed = ""
    """Who asked for a response: an id, or a name."""
    result: ResponseResult = "not-stated"
    """What came of asking."""


class ChangeForm(Form, frozen=True):
    """A change of a quote's status."""

    on: Day
    """The day of the change."""
    old: TypedStatus = field(name="from")
    """The status before."""
    new: TypedStatus = field(name="to")
    """The status since."""
    why: Typed
    """Why it changed, for readers."""


class CaveatForm(Form, frozen=True, kw_only=True):
    """What a reader must know before repeating something."""

    kind: CaveatKind = "other"
    """What kind of caveat it is."""
    text: Typed
    """What a reader must know before repeating it."""
    about: Many = ()
    """Ids or names of the quotes and sources that it is about; by default the whole article."""
    passage: Typed = ""
    """Words of the article that it speaks of."""


class QuoteForm(Form, frozen=True):
    """Words that the article contains."""

    id: Id = ""
    """A short name by which the rest of the file refers to this quote."""
    quote: Annotated[Many, NeededWithout("withdrawn")] = ()
    """The words, exactly as the article has them; a list where the article interrupts them."""
    says: Typed = ""
    """What is claimed, in your own words."""
    source: Typed = ""
    """Who said it, or the material that it is in: an id or a name."""
    basis: Basis = Basis.STATED
    """Whether the article states the source, or you infer it."""
    status: TypedStatus | None = None
    """How far it is checked whether this is so."""
    after: Typed = ""
    """Any earlier words of the article, where the quote stands in it more than once."""
    occurrence: Count = ""
    """Which of several places is meant, counted from 1."""
    words: Wording | None = None
    """Whether the article has them in quotation marks, reports them, or says them itself."""
    via: Many = ()
    """Through which sources these words reached the publisher, where several ways lead there."""
    checks: Annotated[tuple[CheckForm, ...], OneAlone()] = ()
    """What was checked, by whom, and with what result."""
    denied_by: Many = ()
    """Ids of the quotes that deny this one."""
    response: Annotated[ResponseForm | None, TypedAs({"enum": ["denied", "declined", "no-answer", "not-asked"]})] = None
    """What came of asking somebody to respond."""
    withhold: Many = ()
    """Words that are masked everywhere."""
    history: Annotated[tuple[ChangeForm, ...], OneAlone()] = ()
    """Earlier changes of the status."""
    caveats: tuple[CaveatForm, ...] = ()
    """Caveats about this quote."""
    withdrawn: WithdrawalForm | None = None
    """Since when and why the quote is withdrawn; its words leave every page and file."""


class GapForm(Form, frozen=True):
    """What the article leaves open."""

    question: Typed
    """What the article leaves open."""
    passage: Typed = ""
    """Words of the article that say so."""
    result: Literal["not-revealed", "unknown", "declined", "not-asked"] = "unknown"
    """What is known of the answer."""
