"""Proposals: what stands in for an editor's annotations, or completes them, taken from the analysis alone."""

from sitegen.compose.proposal.missing import complete
from sitegen.compose.proposal.weaving import PUBLISHER, is_name
from sitegen.compose.proposal.whole import Proposal, propose

__all__ = ["PUBLISHER", "Proposal", "complete", "is_name", "propose"]
