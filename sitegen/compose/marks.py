"""Quotation marks of the article around words that begin or end inside a quotation: each is completed."""

from sitegen.compose.dossier import Dossier
from sitegen.model.article import Span


def words_with_marks(span: Span, dossier: Dossier) -> str:
    """Return the article's words at a place, masked, with the mark that it cuts off from a quotation."""
    opening, closing = completing_marks(span, dossier)
    return f"{opening}{dossier.mask.words_at(span)}{closing}"


def completing_marks(span: Span, dossier: Dossier) -> tuple[str, str]:
    """Return the marks that a place cuts off from quotations which begin or end inside it.

    Without them, what stands between two quotations would read as if it were quoted: was out," he said, "and.
    """
    opening, closing, text = "", "", dossier.article.text
    for each in dossier.quotations_at(span):
        if each.inner.start <= span.start < each.inner.end < span.end:
            opening += text[each.outer.start : each.inner.start].strip()
        if span.start <= each.outer.start and each.inner.start < span.end <= each.inner.end:
            closing = text[each.inner.end : each.outer.end].strip() + closing
    return opening, closing
