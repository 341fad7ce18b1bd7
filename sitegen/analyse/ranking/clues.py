"""Clues: what speaks for a voice as the speaker of a quotation, each a template and its value ("role: subject").

Whoever is chosen follows from the weights of the clues in `speaker_weights`.
"""

from bisect import bisect_right
from collections.abc import Iterator

from sitegen.analyse.columns import Columns
from sitegen.analyse.cues import CARRIERS, NOUNS, class_of
from sitegen.analyse.ranking.scenes import Scene
from sitegen.analyse.ranking.voices import Role, Voice

BY_FORM = (Role.LABEL, Role.SIGNED)
"""Roles of names that a mark ties to a quotation."""
_GAPS = (1, 2, 3, 5, 9, 17)
_GAP_NAMES = ("0", "1", "2", "3-4", "5-8", "9-16", "17+")
_PRONOUNS = {"i": "I", "who": "who", "he": "he or she", "she": "he or she", "his": "his or her", "her": "his or her"}
_OTHER_PRONOUNS = frozenset(
    ["they", "we", "it", "you", "which", "that", "this", "these", "those", "many", "some", "others", "one", "another"]
)
_PRONOUN_TAGS = ("PRP", "PRP$", "WDT", "DT")
_NAMES = {"PERSON": "person", "ORG": "body", "NORP": "body", "GPE": "body"}
_HUMAN = (
    *("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "person", "people", "ian", "ians"),
    *("ant", "ants", "ent", "ents", "ee", "ees", "aide", "aides", "chief", "critics", "official", "officials"),
)
"""Endings of nouns for people."""
_BE_OR_HAVE = frozenset(["is", "was", "are", "were", "be", "been", "being", "has", "had", "have", "having", "'s", "’s"])
_CLAUSES = ("relcl", "acl", "advcl", "xcomp", "pcomp", "parataxis", "ccomp")
_CLIMB = 6
_MOST = 2
"""Counts above are not told apart."""
_FARTHEST = 3
"""Sentences above are not told apart."""


def clues(scene: Scene, voice: Voice) -> list[str]:
    """Return the clues for one voice."""
    columns = scene.lines[voice.number].columns
    role, verb, kind = voice.role.value, verb_kind(columns, voice), mention_kind(columns, voice.head)
    zone = zone_of(scene, voice)
    found = [
        f"kind: {kind}",
        f"role: {role}",
        f"verb: {verb}",
        f"zone: {zone}",
        f"role and verb: {role}, {verb}",
        f"zone and role: {zone}, {role}",
        f"zone and verb: {zone}, {verb}",
        f"zone and kind: {zone}, {kind}",
        f"shape, zone and verb: {scene.shape}, {zone}, {verb}",
        f"case, zone and verb: {scene.case}, {zone}, {verb}",
    ]
    found += _of_earlier(scene, voice, zone, verb)
    if voice.verb >= 0:
        found.append(f"zone and word: {zone}, {columns.lowers[voice.verb]}")
        found.append(f"zone, verb and clause: {zone}, {verb}, {_clause(columns, voice.verb)}")
    if voice.number in (scene.number, scene.last_number):
        found += _of_distance(scene, voice, zone, verb)
        found += _of_marks(scene, voice)
    if voice.number == scene.number:
        found += _of_grammar(scene, voice, zone, verb)
    return found


def nobody(scene: Scene) -> list[str]:
    """Return the clues for that no voice says it."""
    return ["nobody: always", f"nobody: {scene.shape}"]


def mention_kind(columns: Columns, head: int) -> str:
    """Return what sort of word a mention is built around."""
    lower, tag, name = columns.lowers[head], columns.tags[head], columns.names[head]
    if lower in _PRONOUNS:
        return _PRONOUNS[lower]
    if lower in _OTHER_PRONOUNS or tag in _PRONOUN_TAGS:
        return "other pronoun"
    if name in _NAMES or tag in ("NNP", "NNPS"):
        return _NAMES.get(name, "name")
    if lower in CARRIERS:
        return "carrier"
    return "human noun" if lower.endswith(_HUMAN) else "noun"


def verb_kind(columns: Columns, voice: Voice) -> str:
    """Return what sort of word a voice speaks by."""
    if voice.role is Role.ACCORDING:
        return "according"
    if voice.verb < 0 or voice.role in BY_FORM:
        return "none"
    lower = columns.lowers[voice.verb]
    if columns.is_verb(voice.verb):
        return class_of(lower) or ("be or have" if lower in _BE_OR_HAVE else "other verb")
    return "carrier" if lower in CARRIERS else "noun of saying" if lower in NOUNS else "other noun"


def zone_of(scene: Scene, voice: Voice) -> str:
    """Return where a voice stands, seen from the quotation."""
    line = scene.lines[voice.number]
    if voice.number in (scene.number, scene.last_number):
        edge = scene.edge(voice.number)
        before = voice.head < edge.first
        away = line.sentences[voice.head] - line.sentences[edge.first if before else edge.end - 1]
        if away:
            return f"{min(abs(away), _FARTHEST)} sentences {'before' if away < 0 else 'after'}"
        return "before" if before else "after"
    if voice.number != scene.number - 1:
        return "farther"
    if line.sentences[voice.head] != line.sentences[-1]:
        return "paragraph before"
    return "paragraph before, colon" if line.columns.texts[-1] == ":" else "paragraph before, last sentence"


def _of_earlier(scene: Scene, voice: Voice, zone: str, verb: str) -> Iterator[str]:
    """Yield whether the voice spoke the quotation before."""
    earlier = scene.earlier
    if earlier is None:
        return
    if earlier.place == voice.place:
        yield f"spoke before: {scene.since}"
        yield f"spoke before, by shape: {scene.since}, {scene.shape}"
        yield f"spoke before, by zone: {zone}"
        yield f"spoke before, by verb: {scene.since}, {verb}"
    elif _word(scene, earlier) == _word(scene, voice):
        yield f"same word spoke before: {scene.since}"


def _word(scene: Scene, voice: Voice) -> str:
    return scene.lines[voice.number].columns.lowers[voice.head]


def _clause(columns: Columns, verb: int) -> str:
    """Return what sort of clause a verb is in."""
    for _ in range(_CLIMB):
        dep = columns.deps[verb]
        if dep == "ROOT":
            return "main"
        if dep != "conj":
            return dep if dep in _CLAUSES else "other"
        verb = columns.heads[verb]
    return "other"


def _of_distance(scene: Scene, voice: Voice, zone: str, verb: str) -> Iterator[str]:
    """Yield how much stands between the voice and the quotation, outside quotations."""
    line, edge = scene.lines[voice.number], scene.edge(voice.number)
    before = voice.head < edge.first
    with_verb = voice.verb >= 0 and (voice.verb < edge.first) == before
    places = (voice.head, voice.verb) if with_verb else (voice.head,)
    start, end = (max(places) + 1, edge.first) if before else (edge.end, min(places))
    gap = _GAP_NAMES[bisect_right(_GAPS, max(line.words[end] - line.words[start], 0))]
    if with_verb:
        lead = (
            line.words[edge.first] - line.words[voice.verb + 1]
            if before
            else line.words[voice.verb] - line.words[edge.end]
        )
        name = _GAP_NAMES[bisect_right(_GAPS, max(lead, 0))]
        yield f"verb beside: {scene.shape}, {zone}, {verb}, {name}"
        yield f"verb beside, by case and role: {scene.case}, {zone}, {voice.role.value}, {name}"
    cues = min(max(line.cues[end] - line.cues[start], 0), _MOST)
    yield f"zone and gap: {zone}, {gap}"
    yield f"zone, verb and gap: {zone}, {verb}, {gap}"
    yield f"cues between: {zone}, {cues}"
    yield f"cues between, by shape and verb: {scene.shape}, {zone}, {verb}, {min(cues, 1)}"
    others = "somebody" if line.sayings[max(end, start)] > line.sayings[start] else "nobody"
    yield f"says between: {others}, {zone}"
    yield f"says between, by shape: {others}, {zone}, {scene.shape}"
    yield f"says between, by role and verb: {others}, {zone}, {voice.role.value}, {verb}"
    yield f"subjects between: {zone}, {min(max(line.subjects[end] - line.subjects[start], 0), _MOST)}"
    yield f"commas between: {zone}, {min(max(line.commas[end] - line.commas[start], 0), _MOST)}"
    yield f"quotations between: {zone}, {min(max(line.quotations[end] - line.quotations[start], 0), _MOST)}"


def _of_marks(scene: Scene, voice: Voice) -> Iterator[str]:
    """Yield what marks tie the voice to the quotation."""
    line, edge = scene.lines[voice.number], scene.edge(voice.number)
    texts, verb = line.columns.texts, voice.verb
    if voice.head >= edge.first:
        return
    if ":" in texts[voice.head + 1 : edge.first]:
        yield "marks: a colon between"
    if voice.head < verb < edge.first and texts[verb + 1] == "," and "," in texts[max(voice.head - 4, 0) : voice.head]:
        touches = verb + 2 == edge.first
        yield f"marks: set off by commas, {'touching' if touches else 'farther'}"


def _of_grammar(scene: Scene, voice: Voice, zone: str, verb: str) -> Iterator[str]:
    """Yield how the quotation hangs on the voice's verb, as far as the parser sees."""
    at = voice.verb if voice.verb >= 0 else voice.head
    if at in scene.governors:
        rank = min(scene.governors[at], _MOST)
        yield f"governs: {rank}"
        yield f"governs, by verb: {verb}, {rank}"
        yield f"governs, by zone: {zone}, {rank}"
        yield f"governs, by zone and verb: {zone}, {verb}, {rank}"
        yield f"governs, by role: {voice.role.value}, {rank}"
    elif zone in ("before", "after"):
        yield f"governs, by zone: {zone}, not"
        yield f"governs, by zone and verb: {zone}, {verb}, not"
    if voice.head in scene.governors:
        yield f"mention governs: {voice.role.value}"
    if voice.verb >= 0 and voice.verb == scene.holder:
        yield f"holds: {scene.tie}"
        yield f"holds, by verb: {verb}"
