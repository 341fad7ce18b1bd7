"""What a brief may still print of its article (rule 7 of docs/rights.md): proposals and contexts end where it does."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from sitegen.compose.dossier import Dossier
from sitegen.config import Budget
from sitegen.model.article import Article, Span
from sitegen.model.counting import Numbered, Share, number_words
from sitegen.model.vocabulary import Wording


class Allowance(Struct):
    """What of an article is printed already, against the shares that may be, in per cent of its words.

    It goes down as it is spent: a copy for each of thousands of quotes would cost as much as all words together.
    """

    words: Numbered
    all_per_cent: int
    prose_per_cent: int
    printed: set[int] = field(default_factory=set)
    """The words that are printed, by their numbers."""
    prose: set[int] = field(default_factory=set)
    """Those of them that are the article's own prose."""

    def admits(self, spans: Sequence[Span], *, prose: bool) -> bool:
        """Say whether these places may be printed besides all that is printed already."""
        more = self._numbers(spans)
        whole = self._share(self.printed, more)
        own = self._share(self.prose, more if prose else set())
        return not (whole.exceeds(self.all_per_cent) or own.exceeds(self.prose_per_cent))

    def spend(self, spans: Iterable[Span], *, prose: bool) -> None:
        """Note that these places are printed."""
        more = self._numbers(spans)
        self.printed |= more
        if prose:
            self.prose |= more

    def _numbers(self, spans: Iterable[Span]) -> set[int]:
        return {number for span in spans for number in self.words.touched(span)}

    def _share(self, printed: set[int], more: set[int]) -> Share:
        return Share(len(printed) + len(more - printed), len(self.words))


def allowance_of(article: Article, budget: Budget, *, careful: bool = False) -> Allowance:
    """Return what may be printed of an article: up to where a build fails, or, careful, to where it warns."""
    everything, prose = (budget.quotes_warn, budget.prose_warn) if careful else (budget.quotes_fail, budget.prose_fail)
    return Allowance(number_words(article), everything, prose)


def besides_quotes(dossier: Dossier, *, careful: bool = False) -> Allowance:
    """Return what a brief may print of its article besides its quotes; `careful` as above."""
    allowance = allowance_of(dossier.article, dossier.desk.settings.budget, careful=careful)
    for quote in dossier.annotations.quotes:
        prose = dossier.wording(quote) is not Wording.DIRECT
        allowance.spend(dossier.spans(quote), prose=prose)
    return allowance
