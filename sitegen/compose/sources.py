"""Sources as printed: each with its chain in words and what is known of it."""

from sitegen.compose.chains import chain_words
from sitegen.compose.dossier import Dossier
from sitegen.compose.phrases import is_unverified
from sitegen.model.annotations import Source
from sitegen.model.brief import PrintedSource


def print_sources(dossier: Dossier) -> tuple[PrintedSource, ...]:
    """Return the sources of a brief in the order of the file."""
    return tuple(_print(source, dossier) for source in dossier.annotations.sources)


def _print(source: Source, dossier: Dossier) -> PrintedSource:
    steps = dossier.steps(source.id)
    publish = dossier.desk.settings.publish_reliability and source.reliability
    return PrintedSource(
        source.id,
        source.name,
        source.kind,
        _kind_label(source.kind, dossier),
        steps,
        chain_words(steps, dossier) if steps else "",
        source.hops,
        source.identified,
        source.circumstances,
        source.also,
        source.interest,
        source.interest_basis,
        f"{source.reliability}: {source.reason}" if publish else "",
        source.note,
        source.material,
        is_unverified(source, dossier),
        source.shared,
    )


def _kind_label(kind: str, dossier: Dossier) -> str:
    words = dossier.desk.words
    key = f"kinds.{kind}.label"
    return words(key) if words.has(key) else kind
