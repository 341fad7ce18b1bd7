"""What a brief may still print of its article (rule 7 of docs/rights.md): proposals and contexts end where it does."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.compose.dossier import Dossier
from sitegen.config import Budget
from sitegen.model.article import Article, Span
from sitegen.model.counting import Numbered, Share, number_words
from sitegen.model.vocabulary import Wording


class Allowance(Struct, frozen=True):
    """What of an article is printed already, against the shares that may be, in per cent of its words."""

    words: Numbered
    all_per_cent: int
    prose_per_cent: int
    printed: frozenset[int] = frozenset()
    """The words that are printed, by their numbers."""
    prose: frozenset[int] = frozenset()
    """Those of them that are the article's own prose."""

    def admits(self, spans: Sequence[Span], *, prose: bool) -> bool:
        """Say whether these places may be printed besides all that is printed already."""
        more = self._numbers(spans)
        whole = self._share(self.printed, more)
        own = self._share(self.prose, more if prose else set())
        return not (whole.exceeds(self.all_per_cent) or own.exceeds(self.prose_per_cent))

    def spend(self, spans: Sequence[Span], *, prose: bool) -> "Allowance":
        """Return what is left once these places are printed."""
        more = self._numbers(spans)
        return replace(self, printed=self.printed | more, prose=self.prose | more if prose else self.prose)

    def _numbers(self, spans: Iterable[Span]) -> set[int]:
        return {number for span in spans for number in self.words.touched(span)}

    def _share(self, printed: frozenset[int], more: set[int]) -> Share:
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
        allowance = allowance.spend(dossier.spans(quote), prose=prose)
    return allowance
