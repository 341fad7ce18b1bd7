"""Ranking: who of those that a text mentions says a quotation, and whether a quotation is said at all."""
