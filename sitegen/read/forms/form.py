"""What every form is, and the small ones that several forms have."""

from msgspec import Struct

from sitegen.read.fields import Date, Day, Typed


class Form(Struct, frozen=True):
    """A mapping of the language; a key that it does not have is a problem."""


def keys_of(form: type[Form]) -> tuple[str, ...]:
    """Return the keys of a form as they are typed."""
    return form.__struct_encode_fields__


class VersionForm(Form, frozen=True):
    """A later version of the article."""

    on: Date
    """When this version of the article was published."""
    note: Typed
    """What changed in it."""


class WithdrawalForm(Form, frozen=True):
    """Why something is withdrawn."""

    on: Day
    """The day on which it was withdrawn."""
    reason: Typed
    """Why it was withdrawn, for readers."""


class CorrectionForm(Form, frozen=True):
    """What we got wrong and put right."""

    on: Day
    """The day of the correction."""
    text: Typed
    """What was wrong, and what is right."""
