"""Proposals: what stands in for an editor's annotations, or completes them, taken from the analysis alone."""
