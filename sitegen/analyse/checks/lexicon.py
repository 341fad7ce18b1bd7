"""Lexicon: the words by which articles tell of checks, of answers, and of what is open."""

from sitegen.analyse.inflection import all_forms

_CLAIMED = """
accusation accusations allegation allegations claim claims report reports charge charges suggestion suggestions account
accounts assertion assertions rumour rumours rumor rumors story version criticism criticisms responsibility
involvement findings remarks complaint complaints
"""
_REQUESTED = """
request requests question questions inquiry inquiries enquiry enquiries query queries email emails e-mail e-mails call
calls message messages letter letters comment interview interviews
"""
_GRANTABLE = """
entry access visa visas bail permission request requests application applications motion appeal petition asylum coverage
right rights credentials treatment parole admission service services benefits chance opportunity food water funding
passage relief tenure entrance promotion care aid justice freedom status legitimacy
"""
_APPOINTABLE = """
judge judges nominee nominees nomination nominations appointment appointments justice justices candidate candidates
ambassador secretary pick picks participation attendance order orders booking bookings reservation reservations
"""
_TELLING = """
say saying specify specifying disclose disclosing reveal revealing elaborate elaborating identify identifying name
naming explain explaining clarify give giving provide providing
"""
_TOLD_LATER = """
name names identity identities detail details information figure figures cause causes result results number numbers date
dates motive motives reason reasons terms toll price amount location whereabouts fate extent source origin circumstances
nationality nationalities age condition sum value size content contents author explanation evidence
"""
VERIFY = all_forms("verify authenticate corroborate substantiate geolocate")
GEOLOCATE = all_forms("geolocate")
CONFIRM = all_forms("confirm")
DENY = all_forms("deny")
REJECT = all_forms("reject dismiss refute dispute rebut rebuff")
CLAIMS = frozenset(_CLAIMED.split())
"""What is denied, rejected or answered."""
REQUESTS = frozenset(_REQUESTED.split())
GRANTED = frozenset(_GRANTABLE.split())
"""What is denied to people who ask for it."""
APPOINTED = frozenset(_APPOINTABLE.split())
"""Whom and what is confirmed without any check."""
SAY = frozenset(_TELLING.split())
FACTS = frozenset(_TOLD_LATER.split())
"""What an article says is not known yet."""
