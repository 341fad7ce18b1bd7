"""Cues of reports: verbs, nouns and adverbs by which an article gives what someone says, thinks or wants."""

from collections.abc import Mapping

from sitegen.analyse.inflection import forms_of, with_plurals

# Classes of verbs, after what their complement is to whom they speak of: PolNeAR (Newell, Margolin and Ruths 2018,
# "An attribution relations corpus for political news") counts beliefs and intentions as attributed content too.
_VERBS = {
    "say": """
    say tell add note argue claim insist state declare announce explain acknowledge admit assert contend maintain
    report reveal disclose remark observe comment complain concede confess boast brag joke quip lament testify
    allege reply respond answer retort counter mention reiterate repeat recall write tweet post confirm stress
    emphasize emphasise underline underscore elaborate clarify proclaim profess attest affirm aver opine muse mutter
    whisper shout yell bemoan fume rant exclaim recount chant read speak talk discuss address detail describe
    document publish retweet email text convey communicate share swear
    """,
    "point": """
    point raise express voice offer cite
    """,
    "inform": """
    inform notify remind assure reassure convince persuade teach brief advise alert update show
    """,
    "warn": """
    warn caution threaten predict forecast project foresee expect anticipate estimate calculate guess bet speculate
    """,
    "promise": """
    promise vow pledge guarantee commit swear undertake offer volunteer agree refuse decline threaten
    """,
    "deny": """
    deny dispute refute rebut contradict reject dismiss disagree disavow repudiate retract challenge contest
    question doubt
    """,
    "ask": """
    ask wonder inquire query demand urge request beg plead press encourage order instruct direct command recommend
    propose suggest advocate call appeal lobby petition pressure push invite exhort implore counsel nudge
    """,
    "think": """
    think believe know feel understand realize realise suspect assume presume imagine suppose consider view see
    regard find figure hold reckon judge deem remember forget learn hear notice recognize recognise conclude
    determine decide discover accept agree perceive sense interpret appreciate acknowledge concur envision ponder
    contemplate weigh
    """,
    "want": """
    want hope wish desire intend plan mean aim seek strive prefer choose hesitate fear worry care dread expect
    resolve
    """,
    "praise": """
    praise applaud commend thank congratulate hail tout champion celebrate cheer credit admire respect salute laud
    welcome embrace endorse support back favor favour defend approve vouch promote plug recommend honor honour
    """,
    "blame": """
    criticize criticise condemn denounce blast slam attack mock ridicule accuse blame charge fault rebuke decry
    assail deride insult rip bash lambaste knock hammer chide scold berate castigate excoriate chastise taunt target
    oppose resent scoff rail disparage belittle lampoon skewer hit impugn protest object
    """,
    "call": """
    call label brand dub describe characterize characterise portray cast compare liken deem name refer term paint
    depict declare pronounce define rate rank treat
    """,
    "show": """
    show suggest indicate find reveal prove demonstrate imply hint signal illustrate reflect confirm establish
    highlight outline allude
    """,
}
_NOUNS = """
accusation acknowledgment admission agreement aim allegation announcement argument assertion assessment assumption
assurance belief boast claim comment complaint concern conclusion confession confirmation contention conviction
criticism decision declaration demand denial denunciation desire disclosure doubt estimate expectation explanation fear
feeling finding guess hint hope hypothesis idea implication impression indication information insinuation insistence
instruction intention judgment knowledge message news notice notion objection observation offer opinion order
perception plan plea pledge prediction premise presumption promise proposal proposition question recommendation
refusal reminder remark reply report request revelation rumor rumour sense sentiment skepticism speculation statement
story suggestion suspicion talk testimony theory thought threat understanding verdict view vow warning willingness wish
word worry
"""
CLASSES: Mapping[str, str] = {verb: name for name, verbs in reversed(_VERBS.items()) for verb in verbs.split()}
"""The class of each verb."""
VERBS: Mapping[str, str] = {form: verb for verb in CLASSES for form in forms_of(verb)}
"""The verb of each form."""
NOUNS: Mapping[str, str] = {form: noun for noun in _NOUNS.split() for form in with_plurals([noun])}
"""The noun of each form."""
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
"""Adverbs that attribute what they stand before to nobody in particular."""
ACCORDING = "according"
FORMS = frozenset({*VERBS, *NOUNS, *HEARSAY, ACCORDING})
"""Every form that may be a cue: most words are none."""
