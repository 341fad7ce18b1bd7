"""The forms of an annotation file, expanded: which keys each thing has, and what they take."""

from sitegen.read.forms.file import ALL_KEYS, CHAINS, LEADS, SOURCE_KEYS, BriefForm, ExpandedForm, FileForm
from sitegen.read.forms.form import CorrectionForm, Form, VersionForm, WithdrawalForm, keys_of
from sitegen.read.forms.plan import Choice, Key, Listed, Plan, Taken, plan_of
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
    "Choice",
    "CorrectionForm",
    "ExpandedForm",
    "FileForm",
    "Form",
    "GapForm",
    "HopForm",
    "Key",
    "LinkForm",
    "Listed",
    "Plan",
    "QuoteForm",
    "ResponseForm",
    "SharedForm",
    "SourceForm",
    "Taken",
    "VersionForm",
    "WithdrawalForm",
    "keys_of",
    "plan_of",
]
