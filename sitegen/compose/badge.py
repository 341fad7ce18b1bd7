"""The badge of a brief: how far it is checked as a whole, and one line on what it rests on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.compose.dossier import Dossier
from sitegen.compose.grammar import in_sentence, short_name
from sitegen.compose.labels import check_by, status_text, withdrawn_text
from sitegen.compose.phrases import is_unverified, slots_of, thing_of, wording
from sitegen.model.annotations import Check, Source, Withdrawal
from sitegen.model.brief import Badge, Label, PrintedQuote
from sitegen.model.vocabulary import CheckResult, Republish, Status
from sitegen.words import Words, sentence

_UNCHECKED = {1: "badge.unchecked", 2: "badge.unchecked_both"}
_PARTY = "interested-party"


def badge_of(quotes: Sequence[PrintedQuote], dossier: Dossier) -> Badge:
    """Return the main quote's status, the one that all quotes share, or "Mixed" with the counts of all."""
    shown = [quote for quote in quotes if quote.withdrawn is None]
    counts = _counts(shown)
    main = next((quote for quote in shown if quote.id == dossier.annotations.about.main), None)
    reason = _reason([main] if main else shown, dossier)
    if main:
        return Badge(main.label, _main_text(main, dossier.desk.words), reason, counts)
    if len(counts) == 1:
        label = _shared(counts[0][0], shown, dossier)
        return Badge(label, label.text, reason, counts)
    return Badge(None, _mixed_text(counts, dossier), reason, counts)


def tombstone_badge(withdrawn: Withdrawal | None, words: Words) -> Badge:
    """Return the badge of a withdrawn brief."""
    reason = withdrawn.reason if withdrawn and withdrawn.reason else words("withdrawal.no_reason")
    return Badge(None, withdrawn_text(withdrawn.on if withdrawn else "", words), reason)


def _counts_text(counts: Sequence[tuple[Status, int]], words: Words) -> str:
    """Return "5 not verified, 1 opinion"."""
    return words("lists.comma").join(words(f"status.{status}.count", n=count) for status, count in counts)


def _counts(quotes: Sequence[PrintedQuote]) -> tuple[tuple[Status, int], ...]:
    counted = Counter(quote.label.status for quote in quotes)
    return tuple((status, counted[status]) for status in Status if counted[status])


def _main_text(main: PrintedQuote, words: Words) -> str:
    if not main.says:
        return main.label.text
    return words("badge.main", says=sentence(main.says), label=sentence(main.label.text))


def _shared(status: Status, quotes: Sequence[PrintedQuote], dossier: Dossier) -> Label:
    """Return the label that all quotes share, with a speaker or a second line only where that too is the same."""
    texts = {quote.label.text for quote in quotes}
    reasons = {quote.label.reason for quote in quotes}
    text = texts.pop() if len(texts) == 1 else status_text(status, dossier.day, dossier.desk.words)
    return Label(status, text, reasons.pop() if len(reasons) == 1 else "")


def _mixed_text(counts: Sequence[tuple[Status, int]], dossier: Dossier) -> str:
    words = dossier.desk.words
    key = "badge.mixed" if counts else "badge.empty"
    key = key if dossier.day else f"{key}_no_day"
    return words(key, day=words.day(dossier.day), counts=_counts_text(counts, words))


def _reason(quotes: Sequence[PrintedQuote], dossier: Dossier) -> str:
    """Return what the quotes rest on and what was found of a check, in two or three sentences."""
    words = dossier.desk.words
    sentences = [words("badge.proposed")] if dossier.draft.wholly_proposed else []
    if dossier.annotations.facts.republish is Republish.LINK_ONLY:
        sentences.append(words("badge.link_only"))
    material = _material(quotes, dossier)
    if quotes:
        sentences.append(_rests(quotes, material, dossier))
    sentences += _checked(quotes, len(material), dossier)
    return " ".join([*sentences, *(sentence(each.denial_line) for each in quotes if each.denial_line)])


def _rests(quotes: Sequence[PrintedQuote], material: Sequence[Source], dossier: Dossier) -> str:
    """Return "Rests on a video, and on what the harbour master says."."""
    words = dossier.desk.words
    things = words.join(_things(material, dossier)) if material else ""
    names = [name for name in _speakers(quotes, dossier) if name not in things]
    key = "badge.says" if len(names) == 1 else "badge.say"
    said = words(key, names=words.join(names)) if names else ""
    if things and said:
        return words("badge.rests_on_both", things=things, said=said)
    if things:
        return words("badge.rests", things=things)
    return words("badge.rests_on_said", said=said) if said else words("badge.nobody")


def _material(quotes: Sequence[PrintedQuote], dossier: Dossier) -> list[Source]:
    """Return the pieces of unchecked material nearest to the speakers, each once, like kinds together."""
    found: dict[str, Source] = {}
    for quote in quotes:
        way = [dossier.sources[step.source] for step in quote.credit.steps]
        nearest = next((each for each in reversed(way) if is_unverified(each, dossier)), None)
        if nearest:
            found.setdefault(nearest.id, nearest)
    kinds = list(dict.fromkeys(source.kind for source in found.values()))
    return sorted(found.values(), key=lambda source: kinds.index(source.kind))


def _things(material: Sequence[Source], dossier: Dossier) -> list[str]:
    """Return "a phone call that GUR says it intercepted", "two videos", "one audio message"."""
    words = dossier.desk.words
    by_kind: dict[str, list[Source]] = {}
    for source in material:
        by_kind.setdefault(source.kind, []).append(source)
    return [
        _one_thing(sources[0], dossier) if len(sources) == 1 else words.count(f"kinds.{kind}.things", len(sources))
        for kind, sources in by_kind.items()
    ]


def _one_thing(source: Source, dossier: Dossier) -> str:
    words = dossier.desk.words
    if not words.has(f"kinds.{source.kind}.thing_by"):
        return thing_of(source, words)
    way = [dossier.sources[step.source] for step in dossier.steps(source.id)]
    slots = slots_of(source, way, dossier)
    by = source.material.released_by or (way[-2].id if len(way) > 1 else "")
    party = slots["released_by"] and _is_party(by, dossier)
    return wording(f"kinds.{source.kind}.thing_by{'_party' if party else ''}", slots, words)


def _is_party(id_: str, dossier: Dossier) -> bool:
    """Say whether the editor notes an interest of a source, in itself or in a caveat."""
    source = dossier.sources.get(id_)
    noted = any(each.kind == _PARTY and id_ in each.about for each in dossier.annotations.caveats)
    return noted or (source is not None and bool(source.interest))


def _checked(quotes: Sequence[PrintedQuote], pieces: int, dossier: Dossier) -> Iterator[str]:
    """Yield which checks there were; where there were none of the material, that no mention of one was found."""
    words = dossier.desk.words
    tried = [check for quote in quotes for check in quote.checks if check.result is not CheckResult.NOT_ATTEMPTED]
    if tried:
        yield words("badge.checked", checks=words.join(list(dict.fromkeys(_check(each, dossier) for each in tried))))
    elif pieces:
        yield words(_UNCHECKED.get(pieces, "badge.unchecked_all"))


def _check(check: Check, dossier: Dossier) -> str:
    words = dossier.desk.words
    by = check_by(check, dossier)
    slots = {"object": words(f"check.object.{check.object}"), "result": words(f"check.result.{check.result}"), "by": by}
    return words("check.brief_by" if by else "check.brief", **slots)


def _speakers(quotes: Sequence[PrintedQuote], dossier: Dossier) -> list[str]:
    """Return who says what does not rest on unchecked material, each once."""
    found: dict[str, None] = {}
    for quote in quotes:
        way = [dossier.sources[step.source] for step in quote.credit.steps]
        if way and not any(is_unverified(source, dossier) for source in way):
            found[in_sentence(short_name(way[-1].name), dossier.desk.words)] = None
    return list(found)
