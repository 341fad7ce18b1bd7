"""Quotation marks of the article around words that begin or end inside a quotation: each is completed."""

from sitegen.compose.dossier import Dossier
from sitegen.model.article import Span
from sitegen.model.quotations import quotations


def words_with_marks(span: Span, dossier: Dossier) -> str:
    """Return the article's words at a place, masked, with the mark that it cuts off from a quotation.

    Without it, what stands between two quotations would read as if it were quoted: was out," he said, "and.
    """
    opening, closing, text = "", "", dossier.article.text
    for each in quotations(dossier.article):
        if each.inner.start <= span.start < each.inner.end < span.end:
            opening += text[each.outer.start : each.inner.start].strip()
        if span.start <= each.outer.start and each.inner.start < span.end <= each.inner.end:
            closing = text[each.inner.end : each.outer.end].strip() + closing
    return f"{opening}{dossier.mask.words_at(span)}{closing}"
