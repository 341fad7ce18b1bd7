"""sitegen: annotated article briefs in which no quote travels without its caveat."""

__version__ = "0.1.0"
