"""The forms of an annotation file, expanded: which keys each thing has, and what they take."""

from sitegen.read.forms.file import CHAINS, BriefForm, ExpandedForm, FileForm
from sitegen.read.forms.form import CorrectionForm, Form, VersionForm, WithdrawalForm
from sitegen.read.forms.keys import ALL_KEYS, LEADS, SOURCE_KEYS, all_forms, form_at, keys_of
from sitegen.read.forms.quotes import CAVEAT_KINDS, CaveatForm, ChangeForm, CheckForm, GapForm, QuoteForm, ResponseForm
from sitegen.read.forms.sources import HopForm, LinkForm, SharedForm, SourceForm

__all__ = [
    "ALL_KEYS",
    "CAVEAT_KINDS",
    "CHAINS",
    "LEADS",
    "SOURCE_KEYS",
    "BriefForm",
    "CaveatForm",
    "ChangeForm",
    "CheckForm",
    "CorrectionForm",
    "ExpandedForm",
    "FileForm",
    "Form",
    "GapForm",
    "HopForm",
    "LinkForm",
    "QuoteForm",
    "ResponseForm",
    "SharedForm",
    "SourceForm",
    "VersionForm",
    "WithdrawalForm",
    "all_forms",
    "form_at",
    "keys_of",
]
