"""Our own texts: what an editor wrote that readers see, in sentences, quoted words blanked out."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model.annotations import Annotations
from sitegen.problems import Location

_QUOTED = r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)"
_SENTENCE = r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*"


class Text(Struct, frozen=True):
    """Something that an editor wrote."""

    what: str
    """How a message calls it: "the title"."""
    words: str
    at: Location
    renders: str = ""
    """The article's words that it puts in other words; empty where there are none."""

    @property
    def sentences(self) -> Iterator[str]:
        """Yield its sentences; what stands in quotation marks is blank, since it is somebody else's."""
        blanked = re.sub(_QUOTED, lambda quoted: " " * len(quoted.group()), self.words)
        return (found.group() for found in re.finditer(_SENTENCE, blanked))


def statements_of(annotations: Annotations) -> Iterator[Text]:
    """Yield what the editor says in running text: title, summary, claims and caveats."""
    about = annotations.about
    if about.title and about.at:
        yield Text("the title", about.title, about.at.of("title"))
    if annotations.summary:
        yield Text("the summary", annotations.summary, annotations.at.of("summary"))
    for quote in annotations.quotes:
        if quote.says and not quote.withdrawn:
            yield Text("`says`", quote.says, quote.at.of("says"), " ".join(quote.parts))
    for caveat in annotations.caveats:
        yield Text("the caveat", caveat.text, caveat.at.of("text"))


def names_of(annotations: Annotations) -> Iterator[tuple[str, Text]]:
    """Yield the names of the sources that the file itself names, by id."""
    for source in annotations.sources:
        if not source.shared:
            yield source.id, Text("the name of a source", source.name, source.at.of("name"))
