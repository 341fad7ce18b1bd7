"""What every form is, and the small ones that several forms have."""

import os

# What else is installed beside us has no say in what is valid; and to look for it takes as long as all forms do.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, ConfigDict

from sitegen.read.fields import Date, Day, Typed


class Form(BaseModel):
    """A mapping of the language; a key that it does not have is a problem."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class VersionForm(Form):
    """A later version of the article."""

    on: Date
    """When this version of the article was published."""
    note: Typed
    """What changed in it."""


class WithdrawalForm(Form):
    """Why something is withdrawn."""

    on: Day
    """The day on which it was withdrawn."""
    reason: Typed
    """Why it was withdrawn, for readers."""


class CorrectionForm(Form):
    """What we got wrong and put right."""

    on: Day
    """The day of the correction."""
    text: Typed
    """What was wrong, and what is right."""
