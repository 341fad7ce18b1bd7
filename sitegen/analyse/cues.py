"""Cues: the words by which an article reports that something was said."""

from collections.abc import Iterator

from sitegen.analyse.inflection import all_forms, with_plurals

_VERBS = """
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
say tell write read think speak swear continue put tweet retweet text email blog concur nod plan sob
"""
VERBS = all_forms(_VERBS)
"""A form that is a noun too does no harm where it must also be tagged as a verb."""
_SAY = "say tell add write tweet ask continue explain reply"
_CALL = """
call describe dub label characterize characterise brand deem portray depict term refer hail deride dismiss decry
denounce mock blast slam criticize criticise
"""
_MIND = """
believe think want hope fear feel know expect consider worry suspect view regard plan doubt wish favor favour oppose
support back reject defend cast compare liken push press argue acknowledge worry chant sing attack lambast lambaste
defend highlight bemoan lament rail chide scold rebuke taunt ridicule assail tease tout joke hint signal opine rant
vent challenge invoke rate rank find conclude rule decide learn understand remember recall dream
"""


def _classes() -> Iterator[tuple[str, str]]:
    """Yield forms with their class, the closest to bare saying last."""
    # "See" itself bids readers look: see "Star Wars".
    yield from ((form, "mind") for form in all_forms(f"{_MIND} see") - {"see"})
    yield from ((form, "cue") for form in VERBS)
    yield from ((form, "call") for form in all_forms(_CALL))
    yield from ((form, "say") for form in all_forms(_SAY))


_CLASSES = dict(_classes())
_CARRIERS = """
account address ad advertisement affidavit announcement article audio audiotape blog briefing broadcast call clip
column comment conference conversation document email essay filing footage interview letter memo message news note
op-ed phone piece post press recording release remarks report ruling speech statement tape telegram text tweet video
"""
CARRIERS = frozenset(_CARRIERS.split())
"""What carries words without being their speaker: "in a statement saying", "heard in an audio saying"."""
SHOWING = all_forms("capture depict feature film hear record see show")
"""Verbs whose object speaks where words follow: "A video showed a sailor saying: …"."""
_SAYING = """
accusation account admission advice allegation analysis answer appeal argument assertion assessment attack ban belief
book boast broadside call campaign caption caricature caution chant characterization claim comment comparison complaint
conclusion concern confession contention criticism critique declaration definition denial description dictum doctrine
endorsement estimate explanation exhortation expression fear finding forecast hope idea insistence invitation joke
judgment label lament line mantra mention message mockery motto nickname notion objection observation offer opinion
order phrase pitch plan plea pledge policy position prediction promise proposal question quip rallying reaction
recollection refrain reminder reply request response retort rhetoric ruling slogan speech suggestion support talk
tagline testimony theme theory threat tirade tribute verdict version view vision vow warning willingness words wish
"""
NOUNS = CARRIERS.union(with_plurals(_SAYING.split()))
"""What somebody says or makes known: "Lopez's claim that …"."""


def class_of(lower: str) -> str:
    """Return what a verb does that may report words: "say", "call", "cue" (other saying), "mind", or "" for none."""
    return _CLASSES.get(lower, "")
