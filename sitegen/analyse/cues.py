"""Cues: the words by which an article reports that something was said."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_REGULAR = """
accuse acknowledge add address admit advise affirm agree allege announce answer argue ask assert assure attest bark beg
blast boast brag call caution charge cite claim comment complain concede conclude confess confide confirm contend
counter crack criticize criticise cry declare demand denounce deny describe detail disclose echo emphasize emphasise
exclaim
explain express finish gush hint imply insist interject joke jest lament laugh maintain mention muse murmur mutter note
object observe offer opine order plead pledge point post praise predict press proclaim promise pronounce propose protest
query question quip recall reason recommend recount refer reiterate relate remark remember remind repeat reply
report request respond retort reveal scoff scream shout sigh signal smile snap state stress suggest surmise tell testify
thank threaten title urge voice vow warn whisper wonder yell elaborate clarify quote stipulate summarize summarise
characterize characterise label dub dismiss deride mock decry condemn hail tout preach inform notify mouth shrug
"""
_DOUBLED = ("admit", "quip", "refer", "retort", "brag", "beg", "plan", "snap", "dub", "nod", "blog", "concur", "sob")
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "read": "reads reading",
    "think": "thinks thought thinking",
    "speak": "speaks spoke speaking",
    "swear": "swears swore swearing",
    "continue": "continues continued continuing",
    "put": "puts putting",
    "tweet": "tweets tweeted tweeting",
    "retweet": "retweeted",
    "text": "texted",
    "email": "emailed",
}


def _forms() -> Iterator[str]:
    """Yield each verb with its endings; a form too many is harmless, since it must also be tagged as a verb."""
    for verb in _REGULAR.split():
        stem = verb.removesuffix("e")
        yield from (verb, f"{verb}s", f"{stem}ed", f"{stem}ing", f"{verb}es")
        if verb.endswith("y"):
            yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    for verb in _DOUBLED:
        yield from (verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    for verb, forms in _IRREGULAR.items():
        yield from (verb, *forms.split())


VERBS = frozenset(_forms())
_CARRIERS = """
account address ad advertisement affidavit announcement article audio audiotape blog briefing broadcast call clip
column comment conference conversation document email essay filing footage interview letter memo message news note
op-ed phone piece post press recording release remarks report ruling speech statement tape telegram text tweet video
"""
CARRIERS = frozenset(_CARRIERS.split())
"""What carries words without being their speaker: "in a statement saying", "heard in an audio saying"."""


def is_cue(token: "Token") -> bool:
    """Say whether a token is a verb of saying."""
    return token.lower_ in VERBS and token.tag_.startswith("VB")
