"""Search without a server: briefs and quotes as records, the index of them, and the page that asks it."""
